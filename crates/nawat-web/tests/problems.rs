//! Whatever is sent wrongly gets its own problem (RFC 9457), in the reader's language, and never a 500.

mod common;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use common::{Centre, token};
use nawat_journal::accounts::Role;

async fn raw(
    centre: &Centre,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: impl Into<Body>,
) -> common::Answer {
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header("authorization", format!("Bearer {}", token(Role::Supervisor)));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    centre.send(request.body(body.into()).expect("a request")).await
}

const JSON: (&str, &str) = ("content-type", "application/json");

#[tokio::test]
async fn each_wrong_request_has_its_own_problem() {
    let centre = Centre::open().await;
    let tickets = "/api/v1/tickets";
    let service = format!("{{\"service\": {}}}", centre.service());
    let large = format!("{{\"language\": \"{}\"}}", "x".repeat(70_000));
    let long_key = "k".repeat(256);
    for (method, path, headers, body, status, code) in [
        ("POST", tickets, vec![JSON], "{\"service\": ", 400, "malformed-json"),
        ("POST", tickets, vec![JSON], "\u{0}\u{1}", 400, "malformed-json"),
        ("POST", tickets, vec![JSON], "", 422, "body-not-fitting"),
        ("POST", tickets, vec![JSON], "[]", 422, "body-not-fitting"),
        ("POST", tickets, vec![JSON], "{\"service\": -1}", 422, "body-not-fitting"),
        ("POST", tickets, vec![JSON], "{\"service\": 1, \"colour\": 2}", 422, "body-not-fitting"),
        ("POST", tickets, vec![JSON], "{\"service\": 1, \"party\": 70000}", 422, "body-not-fitting"),
        ("POST", tickets, vec![JSON], "{\"service\": 1, \"language\": \"fr\"}", 422, "field-not-fitting"),
        ("POST", tickets, vec![], &service, 415, "wrong-content-type"),
        ("POST", tickets, vec![("content-type", "text/plain")], &service, 415, "wrong-content-type"),
        ("POST", tickets, vec![JSON], &large, 413, "body-too-large"),
        ("POST", tickets, vec![JSON, ("idempotency-key", "")], &service, 400, "key-malformed"),
        ("POST", tickets, vec![JSON, ("idempotency-key", "two words")], &service, 400, "key-malformed"),
        ("POST", tickets, vec![JSON, ("idempotency-key", &long_key)], &service, 400, "key-malformed"),
        ("DELETE", tickets, vec![], "", 405, "method-not-allowed"),
        ("GET", "/api/v1/nothing", vec![], "", 404, "no-such-page"),
        ("GET", "/api/v1/tickets/%FF", vec![], "", 400, "no-such-page"),
        ("GET", "/api/v1/counters/99", vec![], "", 404, "unknown-counter"),
        ("GET", "/api/v1/tickets/1", vec![], "", 404, "no-such-ticket"),
        ("GET", "/api/v1/tickets/99999999999999", vec![], "", 404, "no-such-ticket"),
        ("GET", "/static/../Cargo.toml", vec![], "", 404, "no-such-page"),
        ("GET", "/live/counter/99", vec![], "", 404, "no-such-page"),
    ] {
        let answer = raw(&centre, method, path, &headers, body.to_owned()).await;
        assert_eq!(answer.status.as_u16(), status, "{method} {path} {headers:?} {}", answer.text());
        assert_eq!(answer.header("content-type"), "application/problem+json", "{method} {path}");
        let problem = answer.json();
        assert_eq!(problem["code"], code, "{method} {path} {body}");
        assert_eq!(problem["status"], status);
        assert_eq!(problem["type"], format!("/problems/{code}"));
        for member in ["title", "detail"] {
            let words = problem[member].as_str().expect("words");
            assert!(!words.is_empty() && !words.contains('⟦') && !words.contains("{$"), "{code}: {words}");
        }
    }
}

#[tokio::test]
async fn the_detail_is_in_the_readers_language() {
    let centre = Centre::open().await;
    for (accept, lang, word) in [
        ("ar", "ar", "مغلق"),
        ("en-GB,ar;q=0.4", "en", "closed"),
        ("fr", "en", "closed"),
        ("ar-BH, en;q=0.9", "ar", "مغلق"),
    ] {
        let headers = [("accept-language", accept)];
        let answer = raw(&centre, "POST", "/api/v1/counters/1/start", &headers, "").await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert_eq!(answer.header("content-language"), lang, "{accept}");
        assert!(answer.json()["detail"].as_str().is_some_and(|it| it.contains(word)), "{}", answer.text());
    }
}

#[tokio::test]
async fn a_page_is_told_as_a_page() {
    let centre = Centre::open().await;
    let request = Request::get("/nowhere").header("accept", "text/html").header("accept-language", "ar");
    let answer = centre.send(request.body(Body::empty()).expect("a request")).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.header("content-type").starts_with("text/html"));
    assert!(answer.text().contains("no-such-page") && answer.text().contains("dir=\"rtl\""));
    let explained = centre
        .send(Request::get("/problems/hall-full?lang=en").body(Body::empty()).expect("a request"))
        .await;
    assert_eq!(explained.status, StatusCode::OK);
    assert!(explained.text().contains("hall-full"));
}

/// Every refusal of the engine has words in both languages, and a status that is the caller's affair.
#[test]
fn every_refusal_has_its_words() {
    use nawat_catalogue::Lang;
    let source = include_str!("../../nawat-engine/src/refusal.rs");
    let codes: Vec<&str> =
        source.lines().filter_map(|line| line.split_once("=> \"")?.1.split('"').next()).collect();
    assert!(codes.len() > 50, "the codes are found in the engine's source");
    for lang in Lang::ALL {
        let texts = nawat_web::load_texts(lang, "").expect("sound texts");
        for code in &codes {
            assert!(texts.has(&format!("problem-{code}")), "{lang}: {code}");
            assert!(texts.has(&format!("problem-{code}.title")), "{lang}: {code}");
        }
    }
}

/// Nonsense of many kinds at every operation: no panic, no 500.
#[tokio::test]
async fn nothing_the_outside_sends_is_a_500() {
    let centre = Centre::open().await;
    let bodies = [
        "",
        "{}",
        "null",
        "[]",
        "\"x\"",
        "1e999",
        "{\"reason\": 65535}",
        "{\"service\": 0, \"channel\": \"email\"}",
        "{\"service\": 1, \"slot\": \"2017-11-01T00:00:00Z\"}",
        "{\"outcome\": 65535, \"main\": true}",
        "{\"segment\": 0, \"reason\": 0}",
        "{\"queue\": 65535}",
        "{\"counter\": 65535}",
        "{\"staff\": 4294967295}",
        "{\"minutes\": 4294967295, \"reason\": 1}",
        "{\"device\": 4294967295, \"series\": 1, \"count\": 4294967295}",
        "{\"kind\": \"ticket\", \"number\": \"H999\", \"service\": 1, \"arrived\": \"9999-12-31T23:59:59Z\"}",
        "{\"kind\": \"step\", \"ticket\": 4294967295}",
        "{\"ticket\": 4294967295, \"reason\": 1}",
        "{\"profile\": 65535}",
        "{\"answer\": \"done\", \"outcome\": 65535}",
        "{\"date\": \"-9999-01-01\"}",
        "{\"date\": \"2017-11-03\"}",
        "{\"carry_over\": 1}",
        "{\"party\": 65535, \"service\": 1}",
    ];
    for operation in nawat_web::api::operations() {
        for id in ["1", "0", "4294967295", "65536", "-1", "%00", "x", "99999999999999999999999999"] {
            let path = format!("/api/v1{}", operation.path).replace("{id}", id).replace("{visit}", id);
            if path.ends_with("/day/close") {
                continue;
            }
            for body in bodies {
                let method =
                    if operation.path.ends_with("/day") || operation.body.is_none() { "GET" } else { "POST" };
                let answer = raw(&centre, method, &path, &[JSON], body).await;
                assert!(
                    answer.status.as_u16() < 500,
                    "{method} {path} {body}: {} {}",
                    answer.status,
                    answer.text()
                );
            }
            if !operation.path.contains('{') {
                break;
            }
        }
    }
}
