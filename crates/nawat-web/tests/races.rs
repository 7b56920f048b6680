//! Many callers at once: never one ticket twice, nobody without one while people wait.

mod common;

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::http::StatusCode;
use common::Centre;
use nawat_journal::accounts::Role;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn eight_counters_call_next_at_once() {
    const COUNTERS: u16 = 8;
    let centre = Arc::new(Centre::open().await);
    for counter in 1..=COUNTERS {
        let answer = centre
            .post(Role::Supervisor, &format!("/counters/{counter}/open"), "{\"profile\": \"general\"}")
            .await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    }
    for round in 0..10 {
        for _ in 0..COUNTERS {
            centre.ticket().await;
        }
        let calls: Vec<_> = (1..=COUNTERS)
            .map(|counter| {
                let centre = Arc::clone(&centre);
                tokio::spawn(async move {
                    let answer =
                        centre.post(Role::Supervisor, &format!("/counters/{counter}/call-next"), "").await;
                    assert_eq!(answer.status, StatusCode::OK, "round {round}: {}", answer.text());
                    answer.json()["number"].as_str().map(str::to_owned)
                })
            })
            .collect();
        let mut numbers = BTreeSet::new();
        for call in calls {
            numbers.insert(call.await.expect("a caller"));
        }
        assert_eq!(numbers.len(), usize::from(COUNTERS), "round {round}: a ticket was called twice");
        for counter in 1..=COUNTERS {
            centre.post(Role::Supervisor, &format!("/counters/{counter}/no-show"), "").await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn tickets_taken_at_once_have_numbers_of_their_own() {
    let centre = Arc::new(Centre::open().await);
    let taking: Vec<_> = (0..64)
        .map(|_| {
            let centre = Arc::clone(&centre);
            tokio::spawn(async move { centre.ticket().await["number"].as_str().map(str::to_owned) })
        })
        .collect();
    let mut numbers = BTreeSet::new();
    for one in taking {
        numbers.insert(one.await.expect("a taker"));
    }
    assert_eq!(numbers.len(), 64);
}

/// One key pressed by two hands at once is one command.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_same_key_at_once_is_one_ticket() {
    let centre = Arc::new(Centre::open().await);
    let taking: Vec<_> = (0..16)
        .map(|_| {
            let centre = Arc::clone(&centre);
            tokio::spawn(async move {
                let body = format!("{{\"service\": {}}}", centre.service());
                let key = [("idempotency-key", "same")];
                centre.post_with(Role::Reception, "/tickets", &body, &key).await.json()["number"].clone()
            })
        })
        .collect();
    let mut numbers = BTreeSet::new();
    for one in taking {
        numbers.insert(one.await.expect("a taker").to_string());
    }
    assert_eq!(numbers.len(), 1);
    assert_eq!(centre.get(Role::Manager, "/day").await.json()["count"]["issued"], 1);
}
