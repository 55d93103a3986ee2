//! The queue between a call and its readers: nothing twice, nothing lost, and nobody asleep for good.

use crate::client::{CallEvents, LogEntry, LogFacts, LogLevel};
use crate::ffi::queue::{EventQueue, Next};
use shuttle::thread;
use std::sync::Arc;

fn log(queue: &EventQueue, message: &str) {
    queue.log(&LogEntry { level: LogLevel::Info, message, operation: "op", attempt: 1, facts: LogFacts::default() });
}

/// What a reader gets until there is no more; a reader that no event wakes is a deadlock, which shuttle reports.
fn read_all(queue: &EventQueue) -> Vec<String> {
    let mut events = Vec::new();
    while let Next::Event(event) = queue.next(None) {
        events.push(event);
    }
    events
}

pub fn each_event_once_and_the_result_last() {
    let queue = Arc::new(EventQueue::default());
    let writer = {
        let queue = Arc::clone(&queue);
        thread::spawn(move || {
            log(&queue, "first");
            log(&queue, "second");
            queue.finish("{}");
        })
    };
    let events = read_all(&queue);
    writer.join().expect("no panic");
    let found: Vec<bool> = ["first", "second", "result"].iter().zip(&events).map(|(text, event)| event.contains(text)).collect();
    assert_eq!((found, events.len()), (vec![true; 3], 3), "{events:?}");
}

pub fn two_readers_and_two_writers() {
    let queue = Arc::new(EventQueue::default());
    let readers: Vec<_> = (0..2)
        .map(|_| {
            let queue = Arc::clone(&queue);
            thread::spawn(move || read_all(&queue))
        })
        .collect();
    let writers: Vec<_> = (0..2)
        .map(|writer| {
            let queue = Arc::clone(&queue);
            thread::spawn(move || {
                log(&queue, &format!("log-{writer}"));
                queue.finish("{}");
            })
        })
        .collect();
    for writer in writers {
        writer.join().expect("no panic");
    }
    let events: Vec<String> = readers.into_iter().flat_map(|reader| reader.join().expect("no panic")).collect();
    let count = |text: &str| events.iter().filter(|event| event.contains(text)).count();
    assert!(count("log-0") <= 1 && count("log-1") <= 1 && count("\"result\"") == 1, "{events:?}");
}
