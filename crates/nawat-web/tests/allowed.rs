//! The matrix of who may do what, made from the table itself: each operation of the API × each role.

mod common;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use common::{Centre, own_token, token};
use nawat_journal::accounts::Role;
use nawat_web::allowed::{May, may};
use nawat_web::api::{Operation, operations};
use nawat_web::caller::Party;

async fn ask(centre: &Centre, operation: &Operation, token: Option<&str>) -> StatusCode {
    let path = format!("/api/v1{}", operation.path).replace("{id}", "1").replace("{visit}", "1");
    let method = if operation.body.is_some() { "POST" } else { "GET" };
    let mut request = Request::builder().method(method).uri(path).header("content-type", "application/json");
    if let Some(token) = token {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    // A body that fits, as far as one must be there at all.
    let body = match operation.id {
        "issueTicket" | "addService" | "quickServe" => "{\"service\": 1}",
        "recordWork" => "{\"service\": 1, \"channel\": \"email\"}",
        "changePriority" => "{\"segment\": 1, \"reason\": 1}",
        "startBreak" | "park" | "refer" | "suspendHall" => "{\"reason\": 1}",
        "moveProfile" => "{\"profile\": 1}",
        "callVisit" => "{\"ticket\": 1, \"reason\": 1}",
        "extend" => "{\"minutes\": 1, \"reason\": 1}",
        "rate" => "{\"score\": 5}",
        "delay" => "{\"minutes\": 1}",
        "endStep" => "{\"outcome\": 1}",
        "transfer" => "{\"queue\": 1}",
        "answerReferral" => "{\"answer\": \"return\"}",
        "bookAppointment" => "{\"service\": 1, \"slot\": \"2017-11-01T08:00:00Z\"}",
        "leaseNumbers" => "{\"device\": 1, \"series\": 1, \"count\": 1}",
        "observe" => {
            "{\"kind\": \"ticket\", \"number\": \"H001\", \"service\": 1, \"arrived\": \"2017-11-01T08:00:00Z\"}"
        }
        _ => "{}",
    };
    let body = if method == "POST" { Body::from(body) } else { Body::empty() };
    centre.send(request.body(body).expect("a request")).await.status
}

#[tokio::test]
async fn each_operation_for_each_role() {
    let centre = Centre::open().await;
    let mut looked_at = 0;
    // Closing the day comes last: nothing can be done after it.
    let mut all = operations();
    all.sort_by_key(|operation| operation.id == "closeDay");
    for operation in all {
        let ask_of = operation.ask.expect("every operation has its row");
        assert_eq!(ask(&centre, &operation, None).await, StatusCode::UNAUTHORIZED, "{operation:?}");
        assert_eq!(
            ask(&centre, &operation, Some("unknown")).await,
            StatusCode::UNAUTHORIZED,
            "{operation:?}"
        );
        for role in Role::ALL {
            let status = ask(&centre, &operation, Some(&token(role))).await;
            let expected = may(Party::Role(role), ask_of) == May::No;
            assert_eq!(status == StatusCode::FORBIDDEN, expected, "{role} at {operation:?}: {status}");
            looked_at += 1;
        }
    }
    assert_eq!(looked_at, operations().len() * Role::ALL.len());
}

#[tokio::test]
async fn an_officer_serves_at_no_ones_counter_but_their_own() {
    let centre = Centre::open().await;
    let supervisor_opens = "{\"staff\": 4000}";
    let answer = centre.post(Role::Supervisor, "/counters/1/open", supervisor_opens).await;
    assert_eq!(answer.json()["staff"], 4000);
    let press = async |token: &str, counter: u8, what: &str| {
        let request = Request::post(format!("/api/v1/counters/{counter}/{what}"))
            .header("authorization", format!("Bearer {token}"));
        centre.send(request.body(Body::empty()).expect("a request")).await
    };
    for token in [own_token(Role::Officer), token(Role::Officer)] {
        let answer = press(&token, 1, "call-next").await;
        assert_eq!((answer.status, answer.code().as_str()), (StatusCode::FORBIDDEN, "anothers-counter"));
    }
    assert_eq!(press(&token(Role::Supervisor), 1, "call-next").await.status, StatusCode::NO_CONTENT);
    assert_eq!(press(&own_token(Role::Officer), 2, "open").await.status, StatusCode::OK);
    assert_eq!(press(&own_token(Role::Officer), 2, "call-next").await.status, StatusCode::NO_CONTENT);
}
