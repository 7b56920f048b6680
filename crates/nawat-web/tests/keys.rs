//! Idempotency-Key: the same request again gets the same answer, and nothing is done twice.

mod common;

use axum::http::StatusCode;
use common::Centre;
use nawat_journal::accounts::Role;

#[tokio::test]
async fn the_same_request_gets_the_same_answer() {
    let centre = Centre::open().await;
    let body = format!("{{\"service\": {}}}", centre.service());
    let key = [("idempotency-key", "k-1")];
    let first = centre.post_with(Role::Reception, "/tickets", &body, &key).await;
    centre.ticket().await;
    let again = centre.post_with(Role::Reception, "/tickets", &body, &key).await;
    assert_eq!(first.status, StatusCode::CREATED);
    assert_eq!((again.status, again.text()), (first.status, first.text()), "to the byte");
    assert_eq!(centre.get(Role::Manager, "/day").await.json()["count"]["issued"], 2);
}

#[tokio::test]
async fn the_same_key_for_another_request_is_refused() {
    let centre = Centre::open().await;
    let service = centre.service();
    let key = [("idempotency-key", "k-1")];
    centre.post_with(Role::Reception, "/tickets", &format!("{{\"service\": {service}}}"), &key).await;
    let other = format!("{{\"service\": {service}, \"party\": 2}}");
    let answer = centre.post_with(Role::Reception, "/tickets", &other, &key).await;
    assert_eq!((answer.status, answer.code().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "key-reused"));
    let path = centre
        .post_with(
            Role::Reception,
            "/work",
            &format!("{{\"service\": {service}, \"channel\": \"email\"}}"),
            &key,
        )
        .await;
    assert_eq!(path.code(), "key-reused");
}

#[tokio::test]
async fn two_callers_may_choose_the_same_key() {
    let centre = Centre::open().await;
    let body = format!("{{\"service\": {}}}", centre.service());
    let key = [("idempotency-key", "k-1")];
    let first = centre.post_with(Role::Reception, "/tickets", &body, &key).await.json();
    let second = centre.post_with(Role::Supervisor, "/tickets", &body, &key).await.json();
    assert_ne!(first["id"], second["id"]);
}

#[tokio::test]
async fn what_was_refused_may_be_tried_again_under_its_key() {
    let centre = Centre::open().await;
    let key = [("idempotency-key", "k-1")];
    let refused = centre.post_with(Role::Supervisor, "/counters/1/start", "", &key).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    centre.ticket().await;
    centre.post(Role::Supervisor, "/counters/1/open", "").await;
    centre.post(Role::Supervisor, "/counters/1/call-next", "").await;
    let done = centre.post_with(Role::Supervisor, "/counters/1/start", "", &key).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.text());
}

#[tokio::test]
async fn a_person_is_kept_once_and_only_for_a_ticket() {
    let centre = Centre::open().await;
    let body = |service: u16| format!("{{\"service\": {service}, \"personal_number\": \"٨٥٠١٠٢٣٤٥\"}}");
    let key = [("idempotency-key", "k-1")];
    for _ in 0..3 {
        let answer = centre.post_with(Role::Reception, "/tickets", &body(centre.service()), &key).await;
        assert_eq!(answer.status, StatusCode::CREATED);
    }
    centre.post(Role::Supervisor, "/day/close-ticketing", "").await;
    let refused = centre.post(Role::Reception, "/tickets", &body(centre.service())).await;
    assert_eq!(refused.code(), "ticketing-closed");
    let references = centre.state.people().references("850102345").expect("the vault opens");
    assert_eq!(references.len(), 1, "a repeated or refused ticket leaves nobody behind");
}
