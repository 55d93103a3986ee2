//! Waiting for permission, by a clock moved by hand, with and without a file.

use super::*;
use crate::client::clock::SystemClock;
use crate::client::error::CallError;
use crate::client::events::{LogEntry, NoEvents};
use crate::client::manual_clock::ManualClock;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Wake, Waker};
use std::time::SystemTime;

const WINDOW: Duration = Duration::from_secs(10);
const TIMEOUT: Duration = Duration::from_secs(60);

fn settings(requests_per_window: usize) -> LimiterSettings {
    LimiterSettings { requests_per_window, window: WINDOW }
}

fn clock() -> (Arc<ManualClock>, Arc<dyn Clock>) {
    let manual = Arc::new(ManualClock::default());
    (Arc::clone(&manual), manual)
}

/// What one process has: its registry.
fn join(process: &Limiters, requests_per_window: usize, file: Option<&Path>, clock: &Arc<dyn Clock>) -> Result<LimiterShare, CallError> {
    let key = LimiterKey { base_url: "https://a.b".to_owned(), client_id: "i".to_owned(), api_version: "v2024".to_owned() };
    process.join(key, settings(requests_per_window), file, clock.as_ref())
}

fn limiter_of(requests_per_window: usize) -> (Arc<Limiter>, Arc<ManualClock>, Arc<dyn Clock>) {
    let (manual, clock) = clock();
    (Arc::new(Limiter::new(settings(requests_per_window))), manual, clock)
}

async fn acquire(limiter: &Arc<Limiter>, clock: &Arc<dyn Clock>) -> Result<Permit, Denied> {
    acquire_before(limiter, clock, None).await
}

async fn acquire_before(limiter: &Arc<Limiter>, clock: &Arc<dyn Clock>, deadline: Option<Instant>) -> Result<Permit, Denied> {
    limiter.acquire(clock, "op", &NoEvents, deadline, TIMEOUT).await
}

async fn request(limiter: &Arc<Limiter>, clock: &Arc<dyn Clock>) {
    drop(acquire(limiter, clock).await.expect("no deadline"));
}

/// Every wait told, in seconds.
#[derive(Default)]
struct Told(Mutex<Vec<(WaitReason, u64)>>);

impl CallEvents for Told {
    fn is_watched(&self) -> bool {
        true
    }

    fn log(&self, _: &LogEntry<'_>) {}

    fn waiting(&self, _: &str, reason: WaitReason, wait: Duration) {
        self.0.lock().expect("no panic").push((reason, wait.as_secs()));
    }
}

/// A clock whose waits never end by themselves.
struct NeverRings(SystemClock);

impl Clock for NeverRings {
    fn now(&self) -> Instant {
        self.0.now()
    }

    fn wall_time(&self) -> SystemTime {
        self.0.wall_time()
    }

    fn sleep_until(&self, _: Instant) -> Sleep {
        Box::pin(std::future::pending())
    }

    fn jitter(&self, most: Duration) -> Duration {
        most
    }
}

/// Whether a task was woken.
#[derive(Default)]
struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::SeqCst);
    }
}

#[tokio::test]
async fn a_permit_is_waited_for_exactly_as_long_as_needed() {
    let (limiter, manual, clock) = limiter_of(1);
    request(&limiter, &clock).await;
    request(&limiter, &clock).await;
    assert_eq!(manual.waits(), [WINDOW]);
    limiter.close_until(&clock, clock.now() + Duration::from_secs(60));
    request(&limiter, &clock).await;
    assert_eq!(manual.waits(), [WINDOW, Duration::from_secs(60)], "the closed time covers the window");
}

#[tokio::test]
async fn a_wait_beyond_the_deadline_is_told_and_not_begun() {
    let (limiter, manual, clock) = limiter_of(1);
    request(&limiter, &clock).await;
    let deadline = Some(clock.now() + Duration::from_secs(5));
    let denied = acquire_before(&limiter, &clock, deadline).await.err();
    assert_eq!(denied, Some(Denied::Wait(Delay { wait: WINDOW, reason: WaitReason::Limiter })));
    limiter.close_until(&clock, clock.now() + Duration::from_secs(60));
    let denied = acquire_before(&limiter, &clock, deadline).await.err();
    assert_eq!(denied, Some(Denied::Wait(Delay { wait: Duration::from_secs(60), reason: WaitReason::RetryAfter })));
    assert!(manual.waits().is_empty());
}

#[tokio::test]
async fn a_permit_tells_why_it_was_waited_for() {
    let (limiter, _, clock) = limiter_of(1);
    request(&limiter, &clock).await;
    assert_eq!(acquire(&limiter, &clock).await.map(|permit| permit.awaited), Ok(WaitReason::Limiter));
    limiter.close_until(&clock, clock.now() + Duration::from_secs(1));
    let awaited = acquire(&limiter, &clock).await.map(|permit| permit.awaited);
    assert_eq!(awaited, Ok(WaitReason::RetryAfter), "also where the window is used up beyond that");
}

#[tokio::test]
async fn who_gives_up_while_waiting_passes_the_turn_on() {
    let (limiter, _, clock) = limiter_of(1);
    let held = acquire(&limiter, &clock).await.expect("no deadline");
    let mut gives_up = Box::pin(acquire(&limiter, &clock));
    let mut waits = Box::pin(acquire(&limiter, &clock));
    let context = &mut Context::from_waker(Waker::noop());
    assert!(gives_up.as_mut().poll(context).is_pending() && waits.as_mut().poll(context).is_pending());
    drop(gives_up);
    drop(held);
    assert!(waits.await.is_ok());
}

#[tokio::test]
async fn a_wait_above_a_second_is_told_wherever_the_caller_stands_and_again_when_it_grows() {
    let (limiter, _, clock) = limiter_of(1);
    let held = acquire(&limiter, &clock).await.expect("no deadline");
    let (first, second) = (Told::default(), Told::default());
    let mut waits = [&first, &second].map(|told| Box::pin(limiter.acquire(&clock, "op", told, None, TIMEOUT)));
    let context = &mut Context::from_waker(Waker::noop());
    waits.iter_mut().for_each(|wait| assert!(wait.as_mut().poll(context).is_pending()));
    limiter.close_until(&clock, clock.now() + Duration::from_secs(60));
    waits.iter_mut().rev().for_each(|wait| drop(wait.as_mut().poll(context)));
    drop((waits, held));
    let told = [first, second].map(|told| told.0.into_inner().expect("no panic"));
    let (limiter, closed) = ((WaitReason::Limiter, 10), (WaitReason::RetryAfter, 60));
    assert_eq!(told, [vec![limiter, closed, limiter], vec![limiter, closed]], "after the closed time the first waits for the held one");
}

#[tokio::test]
async fn a_request_that_may_still_be_on_its_way_counts_a_window_longer() {
    let ((_folder, file), (_, clock)) = (folder(), clock());
    for path in [None, Some(file.as_path())] {
        let limiter = join(&Limiters::default(), 2, path, &clock).expect("a new file");
        let ended = clock.now();
        let mut unanswered = acquire(&limiter, &clock).await.expect("room");
        unanswered.set_under_way(true);
        drop(unanswered);
        request(&limiter, &clock).await;
        let _held = acquire(&limiter, &clock).await.expect("no deadline");
        let first = (clock.now() - ended).as_secs();
        let _last = acquire(&limiter, &clock).await.expect("no deadline");
        assert_eq!([first, (clock.now() - ended).as_secs()], [10, 20], "what was answered leaves first; {path:?}");
    }
}

#[tokio::test]
async fn the_narrowest_client_sets_the_limit_for_all() {
    let ((manual, clock), process) = (clock(), Limiters::default());
    let limiter = join(&process, 5, None, &clock).expect("no file");
    let same = join(&process, 2, None, &clock).expect("no file");
    assert!(Arc::ptr_eq(&limiter, &same) && Arc::ptr_eq(&limiter, &join(&process, 9, None, &clock).expect("no file")));
    for _ in 0..3 {
        request(&limiter, &clock).await;
    }
    assert_eq!(manual.waits(), [WINDOW]);
}

#[tokio::test]
async fn a_lower_limit_goes_with_the_client_that_asked_for_it() {
    let ((manual, clock), process) = (clock(), Limiters::default());
    let narrow = join(&process, 2, None, &clock).expect("no file");
    let wide = join(&process, 5, None, &clock).expect("no file");
    drop(narrow);
    for _ in 0..5 {
        request(&wide, &clock).await;
    }
    assert!(manual.waits().is_empty());
}

#[tokio::test]
async fn who_waits_for_a_lower_limit_goes_on_when_its_client_goes() {
    let (clock, process): (Arc<dyn Clock>, _) = (Arc::new(NeverRings(SystemClock)), Limiters::default());
    let narrow = join(&process, 1, None, &clock).expect("no file");
    let wide = join(&process, 5, None, &clock).expect("no file");
    request(&wide, &clock).await;
    let woken = Arc::new(Woken::default());
    let waker = Waker::from(Arc::clone(&woken));
    let mut waits = Box::pin(acquire(&wide, &clock));
    assert!(waits.as_mut().poll(&mut Context::from_waker(&waker)).is_pending());
    assert!(!woken.0.load(Ordering::SeqCst));
    drop(narrow);
    assert!(woken.0.load(Ordering::SeqCst), "not only when the wait for the lower limit is over");
    assert!(waits.as_mut().poll(&mut Context::from_waker(&waker)).is_ready());
}

#[tokio::test]
async fn what_was_sent_counts_also_when_its_client_is_gone() {
    let ((manual, clock), process) = (clock(), Limiters::default());
    for _ in 0..3 {
        let limiter = join(&process, 2, None, &clock).expect("no file");
        request(&limiter, &clock).await;
    }
    assert_eq!(manual.waits(), [WINDOW]);
    // A client on its own has the limit that it asks for, not that of one before.
    let limiter = join(&process, 4, None, &clock).expect("no file");
    for _ in 0..4 {
        request(&limiter, &clock).await;
    }
    assert_eq!(manual.waits(), [WINDOW, WINDOW], "one of the four had to wait for the one before");
}

fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("limiter");
    (folder, file)
}

/// Two processes with one file and one clock.
fn two(file: &Path, requests_per_window: usize, clock: &Arc<dyn Clock>) -> [LimiterShare; 2] {
    [(); 2].map(|()| join(&Limiters::default(), requests_per_window, Some(file), clock).expect("a new file"))
}

fn trouble<T>(result: Result<T, Denied>) -> String {
    match result {
        Err(Denied::File(trouble)) => trouble.0,
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("permission was given"),
    }
}

#[tokio::test]
async fn processes_that_share_a_file_share_the_limit() {
    let ((_folder, file), (manual, clock)) = (folder(), clock());
    let [one, other] = two(&file, 3, &clock);
    request(&one, &clock).await;
    request(&other, &clock).await;
    let held = acquire(&one, &clock).await.expect("room");
    assert!(manual.waits().is_empty());
    request(&other, &clock).await;
    assert_eq!(manual.waits(), [WINDOW + Duration::from_millis(1)], "the answer came after its millisecond began");
    drop(held);
    // One permission is left to them after the window that began with the last two.
    let deadline = Some(clock.now() + WINDOW / 2);
    request(&one, &clock).await;
    let denied = acquire_before(&other, &clock, deadline).await.err();
    assert_eq!(denied, Some(Denied::Wait(Delay { wait: WINDOW + Duration::from_millis(1), reason: WaitReason::Limiter })));
}

#[tokio::test]
async fn a_429_in_one_process_closes_the_others() {
    let ((_folder, file), (manual, clock)) = (folder(), clock());
    let [one, other] = two(&file, 5, &clock);
    one.close_until(&clock, clock.now() + Duration::from_secs(60));
    request(&other, &clock).await;
    assert_eq!(manual.waits(), [Duration::from_secs(60)]);
}

#[tokio::test]
async fn a_process_that_died_is_waited_for_no_longer_than_its_request_could_take() {
    let ((_folder, file), (manual, clock)) = (folder(), clock());
    let [dead, other] = two(&file, 1, &clock);
    std::mem::forget(acquire(&dead, &clock).await.expect("room"));
    let start = clock.now();
    request(&other, &clock).await;
    assert_eq!(clock.now() - start, TIMEOUT + WINDOW, "{:?}", manual.waits());
}

#[tokio::test]
async fn after_the_clock_was_set_back_a_full_file_is_waited_for_no_longer_than_before() {
    let ((_folder, file), (manual, clock)) = (folder(), clock());
    let hour_ahead = Arc::new(ManualClock::default());
    hour_ahead.advance(Duration::from_secs(3600));
    let hour_ahead: Arc<dyn Clock> = hour_ahead;
    let [one, other] = two(&file, 1, &clock);
    request(&one, &hour_ahead).await;
    request(&other, &clock).await;
    assert_eq!(manual.waits(), [WINDOW + Duration::from_millis(1)]);
}

#[tokio::test]
async fn a_deleted_file_begins_anew() {
    let ((_folder, file), (manual, clock)) = (folder(), clock());
    let [one, other] = two(&file, 2, &clock);
    let held = acquire(&one, &clock).await.expect("room");
    std::fs::remove_file(&file).expect("a file");
    drop(held);
    request(&one, &clock).await;
    assert!(manual.waits().is_empty());
    request(&other, &clock).await;
    assert_eq!(manual.waits(), [WINDOW + Duration::from_millis(1)], "what ended after the deletion counts");
}

#[tokio::test]
async fn the_first_in_the_queue_is_the_first_at_the_file() {
    let (_folder, file) = folder();
    // A clock whose waits take their time.
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let [one, _] = two(&file, 1, &clock);
    let locked = std::fs::File::open(&file).expect("a file");
    locked.lock().expect("nobody else has it");
    let mut first = Box::pin(acquire(&one, &clock));
    let mut second = Box::pin(acquire(&one, &clock));
    let context = &mut Context::from_waker(Waker::noop());
    assert!(first.as_mut().poll(context).is_pending(), "the file is locked");
    drop(locked);
    assert!(second.as_mut().poll(context).is_pending(), "the file is free, but another is the first");
    assert!(first.await.is_ok());
}

#[tokio::test]
async fn a_lock_that_is_kept_ends_the_wait_with_its_reason() {
    let ((_folder, file), (_, clock)) = (folder(), clock());
    let [one, _] = two(&file, 1, &clock);
    let locked = std::fs::File::open(&file).expect("a file");
    locked.lock().expect("nobody else has it");
    let start = clock.now();
    let message = trouble(acquire(&one, &clock).await);
    assert_eq!(
        message,
        format!("limiterFile {} can't be used: another process has kept it locked for 30 s. End or continue that process.", file.display())
    );
    assert!(clock.now() - start >= LOCK_TIMEOUT);
    drop(locked);
    request(&one, &clock).await;
}

#[tokio::test]
async fn an_entry_is_given_back_also_when_the_file_is_locked_just_then() {
    let ((_folder, file), (manual, clock)) = (folder(), clock());
    let [one, other] = two(&file, 1, &clock);
    let permit = acquire(&one, &clock).await.expect("room");
    let locked = std::fs::File::open(&file).expect("a file");
    locked.lock().expect("nobody else has it");
    let answered = clock.now();
    drop(permit);
    drop(locked);
    tokio::task::yield_now().await;
    request(&other, &clock).await;
    let waited = clock.now() - answered;
    assert!(waited <= WINDOW + Duration::from_millis(10), "{waited:?}, {:?}", manual.waits());
}

#[tokio::test]
async fn a_file_that_became_unusable_is_named_with_the_reason() {
    let ((_folder, file), (_, clock)) = (folder(), clock());
    let [one, _] = two(&file, 1, &clock);
    std::fs::remove_file(&file).expect("a file");
    std::fs::create_dir(&file).expect("a folder");
    let message = trouble(acquire(&one, &clock).await);
    assert!(message.starts_with(&format!("limiterFile {} can't be used: ", file.display())), "{message}");
    std::fs::remove_dir(&file).expect("a folder");
    request(&one, &clock).await;
}

#[test]
fn a_file_of_somebody_else_is_left_as_it_is() {
    let ((_folder, file), (_, clock)) = (folder(), clock());
    std::fs::write(&file, "diary").expect("a file");
    let error = join(&Limiters::default(), 1, Some(&file), &clock).err().expect("not a log");
    assert_eq!(
        error.message,
        format!(
            "limiterFile {} can't be used: it holds something else, and was left as it is. Name a new file, or delete this one.",
            file.display()
        )
    );
    assert_eq!(std::fs::read_to_string(&file).expect("a file"), "diary");
}

#[test]
fn a_file_of_another_tenant_is_refused() {
    let ((_folder, file), (_, clock)) = (folder(), clock());
    join(&Limiters::default(), 1, Some(&file), &clock).expect("a new file");
    let key = LimiterKey { base_url: "https://other.b".to_owned(), client_id: "i".to_owned(), api_version: "v2024".to_owned() };
    let error = Limiters::default().join(key, settings(1), Some(&file), clock.as_ref()).err().expect("another tenant");
    assert_eq!(
        error.message,
        format!(
            "limiterFile {} can't be used: it belongs to another tenant or API version. Give each tenant a file of its own.",
            file.display()
        )
    );
}

#[tokio::test]
async fn a_file_holds_for_all_clients_of_a_process_and_there_is_but_one() {
    let ((folder, file), (manual, clock)) = (folder(), clock());
    let process = Limiters::default();
    let without = join(&process, 1, None, &clock).expect("no file");
    let with = join(&process, 1, Some(&file), &clock).expect("a new file");
    request(&without, &clock).await;
    request(&join(&Limiters::default(), 1, Some(&file), &clock).expect("the same"), &clock).await;
    assert_eq!(manual.waits(), [WINDOW + Duration::from_millis(1)]);
    let second = folder.path().join("second");
    let error = join(&process, 1, Some(&second), &clock).err().expect("two files");
    assert_eq!(
        error.message,
        format!(
            "limiterFile is {}, but another client of this program with the same client id uses {}. Give both the same file, or end that client first (Disconnect-SailPointTenant).",
            second.display(),
            file.display()
        )
    );
    assert!(!second.exists(), "what is refused is not made");
    drop((without, with));
    join(&process, 1, Some(&second), &clock).expect("the clients of the first are gone");
}
