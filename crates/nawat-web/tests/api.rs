//! The API's contract: what scripts rely on.

mod common;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use common::{Centre, token};
use nawat_journal::accounts::Role;
use serde_json::Value;

const COUNTER: &str = "/counters/1";

#[tokio::test]
async fn a_visit_goes_from_ticket_to_end() {
    let centre = Centre::open().await;
    let ticket = centre.ticket().await;
    let number = ticket["number"].as_str().expect("a number");
    assert_eq!(ticket["ahead"], 0);
    assert_eq!(ticket["state"], "waiting");
    assert_eq!(ticket["link"], format!("/t/{}", ticket["reference"].as_str().expect("a reference")));

    let post = async |path: &str, body: &str| {
        let answer = centre.post(Role::Supervisor, &format!("{COUNTER}{path}"), body).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
        answer.json()
    };
    assert_eq!(post("/open", "").await["state"], "idle");
    let called = post("/call-next", "").await;
    assert_eq!((&called["id"], called["number"].as_str()), (&ticket["id"], Some(number)));
    let day = centre.get(Role::Manager, "/day").await.json();
    assert_eq!(day["called"][0]["number"], number);
    post("/start", "{}").await;
    let day = centre.get(Role::Manager, "/day").await.json();
    assert_eq!(day["serving"][0]["number"], number);
    assert_eq!(day["waiting"], Value::Array(Vec::new()));
    let ended = post("/end", &format!("{{\"outcome\": {}}}", centre.outcome())).await;
    assert_eq!(ended["state"], "served");
    let day = centre.get(Role::Manager, "/day").await.json();
    assert_eq!(day["count"]["ended"], 1);
    assert_eq!(day["counters"][0]["today"]["served"], 1);
}

#[tokio::test]
async fn with_nobody_waiting_call_next_is_204() {
    let centre = Centre::open().await;
    centre.post(Role::Supervisor, "/counters/1/open", "").await;
    let answer = centre.post(Role::Supervisor, "/counters/1/call-next", "").await;
    assert_eq!((answer.status, answer.body.len()), (StatusCode::NO_CONTENT, 0));
}

#[tokio::test]
async fn a_service_may_be_named_by_its_key() {
    let centre = Centre::open().await;
    let answer =
        centre.post(Role::Reception, "/tickets", "{\"service\": \"data_update\", \"party\": 3}").await;
    assert_eq!(answer.status, StatusCode::CREATED);
    assert_eq!(answer.json()["party"], 3);
    let services = centre.get(Role::Reception, "/services").await.json();
    let named = services["services"].as_array().expect("a list").iter().find(|it| it["key"] == "data_update");
    assert_eq!(named.expect("listed")["id"], centre.service());
    assert!(named.expect("listed")["outcomes"].as_array().is_some_and(|all| !all.is_empty()));
}

#[tokio::test]
async fn personal_numbers_are_read_as_people_write_them() {
    let centre = Centre::open().await;
    for (written, status, code) in [
        ("٨٥٠١٠٢٣٤٥", 201, ""),
        ("۸۵۰۱ ۰۲۳-۴۵", 201, ""),
        ("85010234", 422, "personal-number-digits"),
        ("٨٥٠١٠٢٣٤", 422, "personal-number-digits"),
        ("85010234x", 422, "personal-number-letters"),
    ] {
        let body = serde_json::json!({"service": centre.service(), "personal_number": written}).to_string();
        let answer = centre.post_with(Role::Reception, "/tickets", &body, &[("accept-language", "en")]).await;
        assert_eq!(answer.status.as_u16(), status, "{written}: {}", answer.text());
        if status == 422 {
            assert_eq!(answer.code(), code);
            if code.ends_with("digits") {
                assert!(
                    answer.json()["detail"].as_str().is_some_and(|it| it.contains("8 were given")),
                    "{}",
                    answer.text()
                );
            }
        }
        assert!(!answer.text().contains("850102345"), "a personal number never comes back");
    }
}

#[tokio::test]
async fn the_day_has_an_etag_that_changes_with_every_event() {
    let centre = Centre::open().await;
    let first = centre.get(Role::Manager, "/day").await;
    let tag = first.header("etag").to_owned();
    let again = async |tag: &str| {
        let request = Request::get("/api/v1/day")
            .header("authorization", format!("Bearer {}", token(Role::Manager)))
            .header("if-none-match", tag);
        centre.send(request.body(Body::empty()).expect("a request")).await
    };
    let same = again(&tag).await;
    assert_eq!((same.status, same.body.len()), (StatusCode::NOT_MODIFIED, 0));
    centre.ticket().await;
    let changed = again(&tag).await;
    assert_eq!(changed.status, StatusCode::OK);
    assert_ne!(changed.header("etag"), tag);
}

#[tokio::test]
async fn a_hall_refuses_with_its_code_and_status() {
    let centre = Centre::open().await;
    let service = centre.service();
    for (path, body, status, code) in [
        ("/counters/1/start", String::new(), 409, "counter-closed"),
        ("/counters/99/open", String::new(), 404, "unknown-counter"),
        ("/counters/nowhere/open", String::new(), 404, "unknown-counter"),
        ("/tickets", "{\"service\": 999}".to_owned(), 422, "unknown-service"),
        ("/tickets", "{\"service\": 70000}".to_owned(), 422, "unknown-name"),
        ("/tickets", "{\"service\": \"nothing\"}".to_owned(), 422, "unknown-name"),
        ("/tickets", format!("{{\"service\": {service}, \"party\": 0}}"), 422, "party-empty"),
        ("/tickets", format!("{{\"service\": {service}, \"party\": 65535}}"), 422, "party-too-large"),
        ("/tickets/77/leave", String::new(), 404, "unknown-visit"),
        ("/tickets/nobody/leave", String::new(), 404, "no-such-ticket"),
        ("/day/open", String::new(), 409, "day-already-open"),
        ("/day/resume", String::new(), 409, "hall-not-suspended"),
        ("/day/reopen-ticketing", String::new(), 409, "ticketing-not-closed"),
        ("/referrals/1/answer", "{\"answer\": \"done\"}".to_owned(), 404, "unknown-visit"),
        (
            "/appointments",
            format!("{{\"service\": {service}, \"slot\": \"tomorrow\"}}"),
            422,
            "field-not-fitting",
        ),
        ("/appointments/5/check-in", String::new(), 404, "unknown-appointment"),
        (
            "/work",
            format!("{{\"service\": {service}, \"channel\": \"telephone\", \"quantity\": 0}}"),
            422,
            "quantity-zero",
        ),
        ("/leases", "{\"device\": 1, \"series\": 99, \"count\": 5}".to_owned(), 422, "unknown-series"),
    ] {
        let answer = centre.post(Role::Supervisor, path, &body).await;
        let expected = if path.starts_with("/referrals") { "field-missing" } else { code };
        let status = if path.starts_with("/referrals") { 422 } else { status };
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (status, expected), "{path} {body}");
    }
}

#[tokio::test]
async fn everything_else_of_a_day_can_be_done() {
    let centre = Centre::open().await;
    let service = centre.service();
    let reason = |what| centre.published.reasons_for(what)[0].0.0;
    use nawat_catalogue::ReasonFor::{CallParticular, Extend, Park, Priority, Refer, Suspend};
    let (first, second) = (centre.ticket().await["id"].clone(), centre.ticket().await["id"].clone());
    let senior = "{\"segment\": \"senior_citizens\", \"reason\": ".to_owned();
    let slot = centre.published.centre.calendar.hours_on(common::DAY).expect("open").closes;
    let slot = jiff::Timestamp::from_millisecond(slot.0).expect("a time");
    for (path, body, status) in [
        (format!("/tickets/{second}/priority"), format!("{senior}{}}}", reason(Priority)), 200),
        ("/counters/1/open".to_owned(), String::new(), 200),
        ("/counters/2/open".to_owned(), String::new(), 200),
        (
            "/counters/1/call".to_owned(),
            format!("{{\"ticket\": {first}, \"reason\": {}}}", reason(CallParticular)),
            200,
        ),
        ("/counters/1/recall".to_owned(), String::new(), 200),
        ("/counters/1/start".to_owned(), String::new(), 200),
        ("/counters/1/extend".to_owned(), format!("{{\"minutes\": 3, \"reason\": {}}}", reason(Extend)), 200),
        (format!("/tickets/{first}/services"), format!("{{\"service\": {service}}}"), 200),
        ("/counters/1/park".to_owned(), format!("{{\"reason\": {}}}", reason(Park)), 200),
        (format!("/tickets/{first}/resume"), "{\"counter\": 1}".to_owned(), 200),
        ("/counters/1/transfer".to_owned(), "{\"counter\": 2, \"placement\": \"end\"}".to_owned(), 200),
        ("/counters/1/undo".to_owned(), String::new(), 200),
        (
            "/counters/1/refer".to_owned(),
            format!("{{\"reason\": {}, \"wants_back\": true}}", reason(Refer)),
            200,
        ),
        (format!("/referrals/{first}/answer"), "{\"answer\": \"return\"}".to_owned(), 200),
        ("/counters/1/call-next".to_owned(), String::new(), 200),
        ("/counters/1/no-show".to_owned(), String::new(), 200),
        ("/counters/1/quick-serve".to_owned(), format!("{{\"service\": {service}}}"), 201),
        (
            "/work".to_owned(),
            format!("{{\"service\": {service}, \"channel\": \"back_office\", \"quantity\": 4}}"),
            201,
        ),
        ("/leases".to_owned(), "{\"device\": 1, \"series\": 1, \"count\": 5}".to_owned(), 201),
        ("/appointments".to_owned(), format!("{{\"service\": {service}, \"slot\": \"{slot}\"}}"), 201),
        ("/appointments/1/check-in".to_owned(), String::new(), 201),
        ("/day/suspend".to_owned(), format!("{{\"reason\": {}}}", reason(Suspend)), 200),
        ("/day/resume".to_owned(), String::new(), 200),
        ("/day/close-ticketing".to_owned(), String::new(), 200),
        ("/day/reopen-ticketing".to_owned(), String::new(), 200),
        (format!("/tickets/{second}/leave"), "{\"redirected\": true}".to_owned(), 200),
        ("/counters/2/close".to_owned(), String::new(), 200),
        ("/day/close".to_owned(), "{\"carry_over\": true}".to_owned(), 200),
    ] {
        let answer = centre.post(Role::Supervisor, &path, &body).await;
        assert_eq!(answer.status.as_u16(), status, "{path} {body}: {}", answer.text());
    }
    let day = centre.get(Role::Manager, "/day").await.json();
    assert_eq!(day["phase"], "closed");
    assert_eq!(day["count"]["issued"], day["count"]["ended"]);
}

#[tokio::test]
async fn what_happened_without_the_system_is_told_afterwards() {
    let centre = Centre::open().await;
    let now = centre.published.centre.calendar.hours_on(common::DAY).expect("open").opens;
    let lease =
        centre.post(Role::Supervisor, "/leases", "{\"device\": 1, \"series\": 1, \"count\": 5}").await.json();
    let arrived = jiff::Timestamp::from_millisecond(now.0 + 150 * 60_000).expect("a time");
    let body = serde_json::json!({
        "kind": "ticket", "number": lease["first_number"], "lease": lease["id"], "service": centre.service(),
        "arrived": arrived.to_string(),
    });
    let answer = centre.post(Role::Officer, "/observations", &body.to_string()).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    assert_eq!(answer.json()["conflict"], false);
    let again = centre.post(Role::Officer, "/observations", &body.to_string()).await;
    assert_eq!(again.json()["conflict"], true, "the number stands on a ticket already: {}", again.text());
}

#[tokio::test]
async fn the_report_of_a_period_has_the_open_day_in_it() {
    let centre = Centre::open().await;
    centre.ticket().await;
    let answer = centre.get(Role::Manager, "/reports/period?from=2017-11-01&to=2017-11-01").await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    assert_eq!(answer.json()["customers"], 0);
    for (query, status, code) in [
        ("from=2017-11-02&to=2017-11-01", 422, "period-reversed"),
        ("from=2017-11-01&to=2030-01-01", 422, "period-to-come"),
        ("from=2017-11-01", 422, "field-missing"),
        ("from=soon&to=2017-11-01", 422, "field-not-fitting"),
        ("from=2017-11-01&to=2017-11-01&format=pdf", 422, "format-not-written"),
    ] {
        let answer = centre.get(Role::Manager, &format!("/reports/period?{query}")).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (status, code), "{query}");
    }
    for format in ["csv", "html", "text"] {
        let path = format!("/reports/period?from=2017-11-01&to=2017-11-01&format={format}&lang=ar");
        assert_eq!(centre.get(Role::Manager, &path).await.status, StatusCode::OK, "{format}");
    }
}

#[tokio::test]
async fn health_and_the_document_need_no_sign_in() {
    let centre = Centre::closed(false);
    let open =
        async |path: &str| centre.send(Request::get(path).body(Body::empty()).expect("a request")).await;
    assert_eq!(open("/health").await.json()["status"], "ok");
    assert_eq!(open("/api/v1/openapi.json").await.json()["openapi"], "3.1.0");
    assert_eq!(open("/metrics").await.status, StatusCode::UNAUTHORIZED, "not near, and no token");
    let request =
        Request::get("/metrics").header("authorization", format!("Bearer {}", token(Role::Manager)));
    let answer = centre.send(request.body(Body::empty()).expect("a request")).await;
    assert!(answer.text().contains("nawat_visits{place=\"waiting\"} 0"), "{}", answer.text());
}
