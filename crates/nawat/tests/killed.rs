//! The process is killed under load; whoever got an answer finds their ticket again.

mod common;

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::time::Duration;

use common::{Demo, code, err, nawat, text};

#[test]
fn every_ticket_that_was_answered_is_there_after_a_kill() {
    const KILLS: u64 = 3;
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let answered = Mutex::new(BTreeSet::new());
    for kill in 1..=KILLS {
        let demo = Demo::start(&data);
        let mut callers: Vec<_> = (0..4).map(|_| demo.caller("reception")).collect();
        std::thread::scope(|scope| {
            for caller in &mut callers {
                let answered = &answered;
                scope.spawn(move || {
                    while let Ok((status, said)) = caller.ask("POST", "/api/v1/tickets", "{\"service\": 1}") {
                        assert_eq!(status, 201, "{said}");
                        let number = said["number"].as_str().expect("a number").to_owned();
                        assert!(answered.lock().expect("answered").insert(number), "given twice: {said}");
                    }
                });
            }
            std::thread::sleep(Duration::from_millis(150 * kill));
            demo.kill();
        });
        let verified = nawat(&["verify", "--data", text(&data)]);
        assert_eq!(code(&verified), 0, "{}", err(&verified));
    }
    let demo = Demo::start(&data);
    let (_, day) = demo.caller("supervisor").get("/api/v1/day");
    let waiting = day["waiting"].as_array().expect("who waits");
    let here: BTreeSet<String> =
        waiting.iter().filter_map(|it| it["number"].as_str().map(str::to_owned)).collect();
    let answered = answered.into_inner().expect("answered");
    assert!(!answered.is_empty());
    let lost: Vec<&String> = answered.difference(&here).collect();
    assert!(lost.is_empty(), "answered, and gone: {lost:?}");
}
