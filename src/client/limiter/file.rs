//! The file behind a shared log: opened anew for each access, so that deleting it starts a new log, locked, read, written.
//!
//! The lock is only ever tried for, never waited for on a thread. Access is I/O on a local disk and takes microseconds.

use super::shared::{Foreign, Owner, PAGE, SharedLog};
use super::{LOCK_TIMEOUT, lock_pause};
use crate::client::clock::{Clock, milliseconds};
use sha2::{Digest, Sha256};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

#[derive(Debug)]
pub(super) struct LimiterFile {
    path: PathBuf,
    owner: Owner,
}

/// Why the file can't be used: sentences for the person who named it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct FileError(pub String);

impl LimiterFile {
    /// Makes the file where there is none, and checks that it is this tenant's; one that is locked just now is checked on use.
    pub fn open(path: &Path, base_url: &str, api_version: &str, clock: &dyn Clock) -> Result<Self, FileError> {
        let owner = Sha256::digest(format!("{base_url}\n{api_version}")).into();
        let file = Self { path: path.to_owned(), owner };
        file.change(clock, |_| ())?;
        Ok(file)
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn name(&self) -> std::path::Display<'_> {
        self.path.display()
    }

    /// Changes the log as it is now; None where somebody else has it locked.
    pub fn change<T>(&self, clock: &dyn Clock, change: impl FnOnce(&mut SharedLog) -> T) -> Result<Option<T>, FileError> {
        let opened = match self.open_locked() {
            Ok(Some(file)) => file,
            Ok(None) => return Ok(None),
            Err(error) => return Err(self.io_trouble(&error)),
        };
        let bytes = read(&opened.0).map_err(|error| self.io_trouble(&error))?;
        // The time is that under the lock, so that it never goes back from one change to the next.
        let now = since_1970(clock.wall_time());
        let mut log = SharedLog::read(&bytes, self.owner, now).map_err(|foreign| self.foreign(&foreign))?;
        let result = change(&mut log);
        if !log.stands_in(&bytes) {
            write(&opened.0, &log.to_bytes()).map_err(|error| self.io_trouble(&error))?;
        }
        Ok(Some(result))
    }

    /// Changes the log now or soon, without a wait here. Where it can't be changed, entries in it leave at their latest moment.
    pub fn note(self: Arc<Self>, clock: &Arc<dyn Clock>, change: impl Fn(&mut SharedLog) + Send + 'static) {
        if !matches!(self.change(clock.as_ref(), &change), Ok(None)) {
            return;
        }
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        let clock = Arc::clone(clock);
        runtime.spawn(async move {
            let end = clock.now() + LOCK_TIMEOUT;
            while clock.now() < end {
                clock.sleep_until(clock.now() + lock_pause(clock.as_ref())).await;
                if !matches!(self.change(clock.as_ref(), &change), Ok(None)) {
                    return;
                }
            }
        });
    }

    pub fn locked_too_long(&self) -> FileError {
        self.trouble(&format!("another process has kept it locked for {} s. End or continue that process.", LOCK_TIMEOUT.as_secs()))
    }

    /// None where somebody else has it locked.
    fn open_locked(&self) -> io::Result<Option<Locked>> {
        let file = match OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&self.path) {
            Err(error) if is_in_use(&error) => return Ok(None),
            opened => opened?,
        };
        // Reading a pipe or a device would wait for what never comes.
        if !file.metadata()?.is_file() {
            return Err(io::Error::other("it is not a file"));
        }
        match file.try_lock() {
            Ok(()) => Ok(Some(Locked(file))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    fn foreign(&self, foreign: &Foreign) -> FileError {
        match foreign {
            Foreign::Unknown => self.trouble("it holds something else, and was left as it is. Name a new file, or delete this one."),
            Foreign::OtherTenant => self.trouble("it belongs to another tenant or API version. Give each tenant a file of its own."),
        }
    }

    fn io_trouble(&self, error: &io::Error) -> FileError {
        self.trouble(&format!("{error}. It has to be a file on a local disk that this user may read and write."))
    }

    fn trouble(&self, reason: &str) -> FileError {
        FileError(format!("limiterFile {} can't be used: {reason}", self.name()))
    }
}

/// Unlocked by itself and not by closing the file: a child that the program forks just then has it open too.
struct Locked(File);

impl Drop for Locked {
    fn drop(&mut self) {
        // What fails here, closing the file does.
        let _ = self.0.unlock();
    }
}

/// Windows tells by errors of its own that another program, such as a virus scanner, has a file open.
fn is_in_use(error: &io::Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    cfg!(windows) && matches!(error.raw_os_error(), Some(SHARING_VIOLATION | LOCK_VIOLATION))
}

/// One byte more than a log has shows a file that is none.
fn read(file: &File) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(PAGE + 1);
    file.take(PAGE as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn write(mut file: &File, bytes: &[u8]) -> io::Result<()> {
    file.seek(SeekFrom::Start(0))?;
    file.write_all(bytes)
}

/// Milliseconds since 1970, rounded down.
pub(super) fn since_1970(time: SystemTime) -> u64 {
    milliseconds(time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default())
}
