//! Routes and the OpenAPI document say the same, both ways.

mod common;

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use common::{Centre, token};
use nawat_journal::accounts::Role;
use nawat_web::api::openapi::made;
use nawat_web::api::operations;
use serde_json::Value;

fn documented() -> Vec<(String, String)> {
    let document = serde_json::to_value(made()).expect("a document");
    let paths = document["paths"].as_object().expect("paths").clone();
    let mut all = Vec::new();
    for (path, item) in paths {
        for method in item.as_object().expect("an item").keys() {
            all.push((method.to_uppercase(), path.clone()));
        }
    }
    all
}

#[tokio::test]
async fn every_documented_operation_has_a_route() {
    let centre = Centre::open().await;
    for (method, path) in documented() {
        let path = path.replace("{id}", "1").replace("{visit}", "1");
        let request = Request::builder()
            .method(method.as_str())
            .uri(&path)
            .header("authorization", format!("Bearer {}", token(Role::Supervisor)));
        let answer = centre.send(request.body(Body::empty()).expect("a request")).await;
        assert_ne!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
        assert!(answer.status != StatusCode::NOT_FOUND || answer.code() != "no-such-page", "{method} {path}");
    }
}

#[test]
fn every_route_is_documented_once() {
    let documented: BTreeSet<String> = documented().into_iter().map(|(_, path)| path).collect();
    let routed: BTreeSet<String> =
        operations().iter().map(|operation| format!("/api/v1{}", operation.path)).collect();
    assert_eq!(documented, routed);
    let mut ids: Vec<&str> = operations().iter().map(|operation| operation.id).collect();
    ids.sort_unstable();
    let count = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), count, "an operation's id stands once");
}

#[tokio::test]
async fn what_is_not_documented_has_no_route() {
    let centre = Centre::open().await;
    for (method, path) in documented() {
        let other = if method == "GET" { "DELETE" } else { "PUT" };
        let path = path.replace("{id}", "1").replace("{visit}", "1");
        let request = Request::builder()
            .method(other)
            .uri(&path)
            .header("authorization", format!("Bearer {}", token(Role::Supervisor)));
        let answer = centre.send(request.body(Body::empty()).expect("a request")).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{other} {path}");
        assert_eq!(answer.code(), "method-not-allowed");
        assert!(answer.header("allow").contains(&method), "{other} {path}: {:?}", answer.headers);
    }
}

#[test]
fn every_reference_of_the_document_leads_somewhere() {
    let document = serde_json::to_value(made()).expect("a document");
    let mut missing = Vec::new();
    fn walk(value: &Value, document: &Value, missing: &mut Vec<String>) {
        match value {
            Value::Object(members) => {
                if let Some(Value::String(reference)) = members.get("$ref")
                    && document.pointer(reference.trim_start_matches('#')).is_none()
                {
                    missing.push(reference.clone());
                }
                members.values().for_each(|member| walk(member, document, missing));
            }
            Value::Array(items) => items.iter().for_each(|item| walk(item, document, missing)),
            _ => {}
        }
    }
    walk(&document, &document, &mut missing);
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn no_name_stands_for_two_schemas() {
    let mut known = std::collections::BTreeMap::new();
    for operation in operations() {
        let answers = operation.answers.iter().filter_map(|(_, schema)| *schema);
        for (name, schema) in operation.body.into_iter().chain(answers).flat_map(|schema| schema.all()) {
            let text = serde_json::to_string(&schema).expect("a schema");
            let before = known.entry(name.clone()).or_insert_with(|| text.clone());
            assert_eq!(*before, text, "{name} in {operation:?} is another one than before");
        }
    }
}

#[test]
fn a_body_that_must_be_there_is_documented_so() {
    let document = serde_json::to_value(made()).expect("a document");
    let required = |path: &str| document["paths"][path]["post"]["requestBody"]["required"].clone();
    assert_eq!(required("/api/v1/tickets"), true);
    assert_eq!(required("/api/v1/counters/{id}/call-next"), Value::Null);
}
