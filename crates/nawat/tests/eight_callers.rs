//! Eight callers press *call next* at once, through the API of the built binary, while people take tickets.

mod common;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Barrier, Mutex};

use common::{Caller, Demo};

const CALLERS: usize = 8;
/// Services of the counters' queues, by id.
const SERVICES: usize = 10;

fn open(demo: &Demo) {
    let mut supervisor = demo.caller("supervisor");
    for counter in 1..=CALLERS {
        let (status, said) = supervisor.post(&format!("/api/v1/counters/{counter}/open"), "{}");
        assert_eq!(status, 200, "{said}");
    }
}

fn number(said: &serde_json::Value) -> String {
    said["number"].as_str().expect("a number").to_owned()
}

/// Calls somebody and sends them on; the number, or none where nobody waits.
fn call_one(caller: &mut Caller, counter: usize) -> Option<String> {
    let (status, called) = caller.post(&format!("/api/v1/counters/{counter}/call-next"), "");
    if status == 204 {
        return None;
    }
    assert_eq!(status, 200, "{called}");
    let (status, said) = caller.post(&format!("/api/v1/counters/{counter}/no-show"), "");
    assert_eq!(status, 200, "{said}");
    Some(number(&called))
}

#[test]
fn while_tickets_are_taken_each_is_called_once() {
    const TAKERS: usize = 2;
    const EACH: usize = 300;
    let folder = tempfile::tempdir().expect("a folder");
    let demo = Demo::start(&folder.path().join("data"));
    open(&demo);
    let (taken, called) = (Mutex::new(Vec::new()), Mutex::new(Vec::new()));
    let taking = AtomicUsize::new(TAKERS);
    std::thread::scope(|scope| {
        for taker in 0..TAKERS {
            let (mut caller, taken, taking) = (demo.caller("reception"), &taken, &taking);
            scope.spawn(move || {
                for turn in 0..EACH {
                    let service = (turn + taker) % SERVICES + 1;
                    let (status, said) =
                        caller.post("/api/v1/tickets", &format!("{{\"service\": {service}}}"));
                    assert_eq!(status, 201, "{said}");
                    taken.lock().expect("taken").push(number(&said));
                }
                taking.fetch_sub(1, Ordering::SeqCst);
            });
        }
        for counter in 1..=CALLERS {
            let (mut caller, called, taking) = (demo.caller("supervisor"), &called, &taking);
            scope.spawn(move || {
                loop {
                    // Looked at before the call: whoever finds nobody after the last ticket is done.
                    let last = taking.load(Ordering::SeqCst) == 0;
                    match call_one(&mut caller, counter) {
                        Some(number) => called.lock().expect("called").push(number),
                        None if last => break,
                        None => std::thread::yield_now(),
                    }
                }
            });
        }
    });
    let (mut taken, mut called) = (taken.into_inner().expect("taken"), called.into_inner().expect("called"));
    taken.sort_unstable();
    called.sort_unstable();
    assert_eq!(taken.len(), TAKERS * EACH);
    assert_eq!(called, taken, "each number once, and nobody left behind");
    taken.dedup();
    assert_eq!(taken.len(), TAKERS * EACH, "a number was given twice");
}

#[test]
fn nobody_is_left_without_one_while_people_wait() {
    const ROUNDS: usize = 60;
    let folder = tempfile::tempdir().expect("a folder");
    let demo = Demo::start(&folder.path().join("data"));
    open(&demo);
    let (together, times) = (Barrier::new(CALLERS), Mutex::new(BTreeMap::<String, usize>::new()));
    let failed = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for counter in 1..=CALLERS {
            let (mut caller, together, times, failed) =
                (demo.caller("supervisor"), &together, &times, &failed);
            scope.spawn(move || {
                for _ in 0..ROUNDS {
                    let (status, _) = caller.post("/api/v1/tickets", "{\"service\": 1}");
                    // Nobody may stop here alone: the others would wait for them for ever.
                    failed.fetch_or(status != 201, Ordering::SeqCst);
                    together.wait();
                    let (status, said) = caller.post(&format!("/api/v1/counters/{counter}/call-next"), "");
                    failed.fetch_or(status != 200, Ordering::SeqCst);
                    let called = said["number"].as_str().unwrap_or("nobody").to_owned();
                    *times.lock().expect("times").entry(called).or_default() += 1;
                    let (status, _) = caller.post(&format!("/api/v1/counters/{counter}/no-show"), "");
                    failed.fetch_or(status != 200, Ordering::SeqCst);
                    together.wait();
                }
            });
        }
    });
    assert!(!failed.into_inner(), "an answer was an error, or 204 while people waited");
    let times = times.into_inner().expect("times");
    assert_eq!(times.len(), ROUNDS * CALLERS);
    assert!(times.values().all(|times| *times == 1), "a ticket was called twice");
}
