//! What a limiter file holds: a page of bytes that processes of one machine read and change in turn. No I/O and no clock here.
//!
//! | bytes | meaning |
//! |---|---|
//! | 0 to 15 | what the file is, with the version of this format |
//! | 16 to 47 | a digest of base URL and API version: whose log it is |
//! | 48 to 55 | when the file was last changed |
//! | 56 to 63 | until when a 429 closed it |
//! | 64 to 4095 | 504 entries: when each leaves the window; what has passed is free |
//!
//! Times are milliseconds since 1970 by the machine's clock, little endian. All of it is one page and written at once, so a
//! process that is killed leaves it as it was or as it should be.

use super::LimiterSettings;
use crate::client::clock::milliseconds;
use crate::client::events::WaitReason;
use std::time::Duration;

pub(super) const PAGE: usize = 4096;
/// The most that can count at a time.
pub(in crate::client) const SLOTS: usize = (PAGE - HEADER) / 8;

const HEADER: usize = 64;
/// Where the times begin that requests and answers set.
const TIMES: usize = 56;
const MAGIC: [u8; 16] = *b"sailpoint-limit1";
/// An attempt that takes longer no longer counts. Nothing further in the future than that is anybody's entry.
const LONGEST_FLIGHT: Duration = Duration::from_secs(3600);
/// The clock is corrected by so much without being set, in milliseconds.
const CORRECTION: u64 = 1000;

/// Whose log a file is.
pub(super) type Owner = [u8; 32];

#[derive(Debug)]
pub(super) struct SharedLog {
    owner: Owner,
    /// The time of the access.
    pub(super) now: u64,
    changed: u64,
    closed_until: u64,
    leaves: [u64; SLOTS],
}

/// Where a request stands in the file, and what was written there: the latest moment at which it can leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    slot: usize,
    leaves: u64,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum SharedTurn {
    Granted(Entry),
    /// Nothing changes before this span has passed.
    After(Duration, WaitReason),
}

/// A file that is not to be touched.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Foreign {
    /// Something else altogether, or broken.
    Unknown,
    OtherTenant,
}

impl SharedLog {
    /// Reads a file as it is at `now`; an empty one is a new log.
    pub fn read(bytes: &[u8], owner: Owner, now: u64) -> Result<Self, Foreign> {
        let mut log = Self { owner, now, changed: now, closed_until: 0, leaves: [0; SLOTS] };
        if bytes.is_empty() {
            return Ok(log);
        }
        if bytes.len() != PAGE || bytes[..16] != MAGIC {
            return Err(Foreign::Unknown);
        }
        if bytes[16..48] != owner {
            return Err(Foreign::OtherTenant);
        }
        let mut times = bytes[48..].chunks_exact(8).map(|chunk| chunk.iter().rev().fold(0, |time, byte| time << 8 | u64::from(*byte)));
        log.changed = times.next().unwrap_or_default();
        log.closed_until = times.next().unwrap_or_default();
        log.leaves.iter_mut().zip(times).for_each(|(leaves, time)| *leaves = time);
        log.follow_clock();
        Ok(log)
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(PAGE);
        bytes.extend(MAGIC);
        bytes.extend(self.owner);
        for time in [self.now, self.closed_until].iter().chain(&self.leaves) {
            bytes.extend(time.to_le_bytes());
        }
        bytes
    }

    /// Whether a file with these bytes holds all of it; only the time of its last change may be another. What followed a clock
    /// that was set back does not stand there, and unless it is written, the next reader lets it follow from the start again.
    pub fn stands_in(&self, bytes: &[u8]) -> bool {
        bytes.get(TIMES..) == Some(&self.to_bytes()[TIMES..])
    }

    /// Permission for a request that may take `timeout`. Its entry counts until a window after that, so that one of a process that
    /// dies meanwhile is free again then.
    pub fn take(&mut self, settings: LimiterSettings, timeout: Duration) -> SharedTurn {
        let window = milliseconds(settings.window);
        let latest = self.now.saturating_add(milliseconds(timeout.min(LONGEST_FLIGHT))).saturating_add(window);
        self.bound(window, latest);
        if self.closed_until > self.now {
            return self.after(self.closed_until, WaitReason::RetryAfter);
        }
        let counting = self.leaves.iter().filter(|leaves| **leaves > self.now);
        if counting.clone().count() < settings.requests_per_window {
            return self.enter(latest).map_or(self.after(latest, WaitReason::Limiter), SharedTurn::Granted);
        }
        // A request in flight stands with its latest moment, and leaves a window after the millisecond that is now at the soonest.
        let next = counting.min().copied().unwrap_or(latest).min(self.now.saturating_add(window).saturating_add(1));
        self.after(next, WaitReason::Limiter)
    }

    /// The request was answered, and leaves at `leaves`.
    pub fn release(&mut self, entry: Entry, leaves: u64) {
        match self.leaves.get_mut(entry.slot) {
            Some(slot) if *slot == entry.leaves => *slot = leaves,
            // The file was made anew in between, or the clock was set.
            _ => {
                self.enter(leaves);
            }
        }
    }

    pub fn close_until(&mut self, opens: u64) {
        self.closed_until = self.closed_until.max(opens);
    }

    fn enter(&mut self, leaves: u64) -> Option<Entry> {
        let slot = self.leaves.iter().position(|leaves| *leaves <= self.now)?;
        self.leaves[slot] = leaves;
        Some(Entry { slot, leaves })
    }

    fn after(&self, moment: u64, reason: WaitReason) -> SharedTurn {
        SharedTurn::After(Duration::from_millis(moment.saturating_sub(self.now)), reason)
    }

    /// Where the clock was set back, what is in the file goes back with it.
    fn follow_clock(&mut self) {
        let back = self.changed.saturating_sub(self.now);
        if back <= CORRECTION {
            return;
        }
        self.closed_until = self.closed_until.saturating_sub(back);
        self.leaves.iter_mut().for_each(|leaves| *leaves = leaves.saturating_sub(back));
    }

    /// What no request can have written counts as written by one that goes out now.
    fn bound(&mut self, window: u64, latest: u64) {
        let possible = self.now.saturating_add(milliseconds(LONGEST_FLIGHT)).saturating_add(window);
        self.leaves.iter_mut().filter(|leaves| **leaves > possible).for_each(|leaves| *leaves = latest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWNER: Owner = [7; 32];
    const WINDOW: u64 = 10_000;
    const TIMEOUT: Duration = Duration::from_secs(60);
    /// Some day in 2026.
    const START: u64 = 1_780_000_000_000;

    const fn limit(requests_per_window: usize) -> LimiterSettings {
        LimiterSettings { requests_per_window, window: Duration::from_millis(WINDOW) }
    }

    /// A file, read and written anew for each step as processes do.
    #[derive(Default)]
    struct Page(Vec<u8>);

    impl Page {
        fn at<T>(&mut self, now: u64, change: impl FnOnce(&mut SharedLog) -> T) -> T {
            let mut log = SharedLog::read(&self.0, OWNER, now).expect("ours");
            let result = change(&mut log);
            self.0 = log.to_bytes();
            assert_eq!(self.0.len(), PAGE);
            result
        }

        fn take(&mut self, now: u64, requests_per_window: usize) -> SharedTurn {
            self.at(now, |log| log.take(limit(requests_per_window), TIMEOUT))
        }

        fn granted(&mut self, now: u64, requests_per_window: usize) -> Entry {
            match self.take(now, requests_per_window) {
                SharedTurn::Granted(entry) => entry,
                after => panic!("{after:?}"),
            }
        }
    }

    fn after(ms: u64) -> SharedTurn {
        SharedTurn::After(Duration::from_millis(ms), WaitReason::Limiter)
    }

    #[test]
    fn an_answered_request_leaves_after_a_window() {
        let mut page = Page::default();
        let entry = page.granted(START, 1);
        assert_eq!(page.take(START + 100, 1), after(WINDOW + 1), "one in flight leaves no sooner");
        page.at(START + 200, |log| log.release(entry, START + 200 + WINDOW));
        assert_eq!(page.take(START + 300, 1), after(WINDOW - 100));
        assert_eq!(page.take(START + 199 + WINDOW, 1), after(1));
        page.granted(START + 200 + WINDOW, 1);
    }

    #[test]
    fn a_process_that_died_blocks_its_entry_until_its_request_has_timed_out() {
        let mut page = Page::default();
        page.granted(START, 1);
        let latest = START + 60_000 + WINDOW;
        assert_eq!(page.take(latest - 20_000, 1), after(WINDOW + 1));
        assert_eq!(page.take(latest - 1, 1), after(1));
        page.granted(latest, 1);
    }

    #[test]
    fn a_429_closes_it_for_every_process() {
        let mut page = Page::default();
        page.at(START, |log| log.close_until(START + 1_200_000));
        page.at(START, |log| log.close_until(START + 5));
        assert_eq!(page.take(START + 1, 5), SharedTurn::After(Duration::from_millis(1_199_999), WaitReason::RetryAfter));
        page.granted(START + 1_200_000, 5);
    }

    #[test]
    fn a_clock_that_was_set_back_takes_the_file_with_it() {
        const HOUR: u64 = 3_600_000;
        let mut page = Page::default();
        let entry = page.granted(START, 2);
        page.granted(START, 2);
        page.at(START, |log| log.release(entry, START + WINDOW));
        assert_eq!(page.take(START - HOUR, 2), after(WINDOW));
        page.granted(START - HOUR + WINDOW, 2);
        let mut page = Page::default();
        page.at(START, |log| log.close_until(START + 20_000));
        assert_eq!(page.take(START - HOUR, 1), SharedTurn::After(Duration::from_secs(20), WaitReason::RetryAfter));
        // A correction moves nothing.
        let mut page = Page::default();
        let entry = page.granted(START, 1);
        page.at(START, |log| log.release(entry, START + WINDOW));
        assert_eq!(page.take(START - 500, 1), after(WINDOW + 1), "but no wait is longer than a window");
        page.granted(START + WINDOW, 1);
    }

    #[test]
    fn an_impossible_entry_does_not_block_for_ever() {
        let mut page = Page::default();
        page.granted(START, 1);
        page.0[HEADER..HEADER + 8].fill(0xff);
        assert_eq!(page.take(START, 1), after(WINDOW + 1));
        page.granted(START + 60_000 + WINDOW, 1);
    }

    #[test]
    fn a_request_whose_entry_is_gone_still_counts_from_its_answer() {
        let mut page = Page::default();
        let entry = page.granted(START, 1);
        page.0.clear();
        let other = page.granted(START + 1, 2);
        page.at(START + 2, |log| log.release(entry, START + 2 + WINDOW));
        page.at(START + 3, |log| log.release(other, START + 3 + WINDOW));
        assert_eq!(page.take(START + 4, 2), after(WINDOW - 2), "both count");
    }

    #[test]
    fn a_lower_limit_counts_the_same_entries() {
        let mut page = Page::default();
        (0..3).for_each(|_| assert!(page.granted(START, 5).leaves > START));
        assert_eq!(page.take(START, 2), after(WINDOW + 1));
        page.granted(START, 4);
    }

    #[test]
    fn what_is_not_ours_is_not_read() {
        let mut page = Page::default();
        page.granted(START, 1);
        let read = |bytes: &[u8], owner| SharedLog::read(bytes, owner, START).err();
        assert_eq!(read(&page.0, OWNER), None);
        assert_eq!(read(&page.0, [8; 32]), Some(Foreign::OtherTenant));
        let mut next_version = page.0.clone();
        next_version[15] = b'2';
        for bytes in [b"x".as_slice(), b"{}", &[0; PAGE], &page.0[..PAGE - 1], &[page.0.as_slice(), b"x"].concat(), &next_version] {
            assert_eq!(read(bytes, OWNER), Some(Foreign::Unknown));
        }
    }

    #[test]
    fn a_full_file_grants_nothing() {
        let mut page = Page::default();
        (0..SLOTS).for_each(|_| assert!(page.granted(START, SLOTS + 1).leaves > START));
        assert!(matches!(page.take(START, SLOTS + 1), SharedTurn::After(..)));
    }
}
