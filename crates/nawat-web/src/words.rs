//! Puts a problem into words: JSON for programs (RFC 9457), a page for people, in the reader's language.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::door::Browser;
use crate::pages;
use crate::problems::Problem;
use crate::reader::Reader;
use crate::scene::Scene;
use crate::state::AppState;

#[derive(Debug, Serialize)]
struct Words<'a> {
    r#type: String,
    title: String,
    status: u16,
    detail: String,
    code: &'a str,
}

/// Watches the answers go out, and gives words to those that are problems.
pub async fn give(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let program = ["/api/", "/live/", "/static/"].iter().any(|start| path.starts_with(start))
        || matches!(path.as_str(), "/health" | "/metrics");
    let wants_json = program || wants_json(request.headers());
    let (parts, body) = request.into_parts();
    let reader = Reader::of(&parts);
    let mut response = next.run(Request::from_parts(parts, body)).await;
    let problem = match response.extensions_mut().remove::<Problem>() {
        Some(problem) => problem,
        None => match bare(&response) {
            Some(problem) => problem,
            None => return response,
        },
    };
    let mut worded = if wants_json {
        json(&state, reader, &problem)
    } else {
        page(&state, reader, response.extensions().get::<Browser>(), &path, &problem)
    };
    for (name, value) in response.headers() {
        // What the problem or the router said of itself stays: Allow, Retry-After, cookies, sign-in.
        if name != header::CONTENT_LENGTH && name != header::CONTENT_TYPE {
            worded.headers_mut().append(name.clone(), value.clone());
        }
    }
    worded
}

/// Answers that the router gives by itself.
fn bare(response: &Response) -> Option<Problem> {
    let code = match response.status() {
        StatusCode::METHOD_NOT_ALLOWED => "method-not-allowed",
        StatusCode::NOT_FOUND if response.headers().get(header::CONTENT_TYPE).is_none() => "no-such-page",
        StatusCode::BAD_REQUEST if is_plain(response) => "no-such-page",
        _ => return None,
    };
    Some(Problem::new(response.status(), code))
}

/// The router's own word on a path that cannot be read.
fn is_plain(response: &Response) -> bool {
    response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"))
}

fn wants_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    accept.contains("json") && !accept.contains("html")
}

fn json(state: &AppState, reader: Reader, problem: &Problem) -> Response {
    let both = state.texts();
    let texts = both.of(reader.lang);
    let words = Words {
        r#type: format!("/problems/{}", problem.code),
        title: problem.title(texts),
        status: problem.status.as_u16(),
        detail: problem.detail(texts),
        code: problem.code,
    };
    let body = serde_json::to_vec(&words).unwrap_or_default();
    let kind = HeaderValue::from_static("application/problem+json");
    let lang = HeaderValue::from_static(reader.lang.code());
    let about = [(header::CONTENT_TYPE, kind), (header::CONTENT_LANGUAGE, lang)];
    (problem.status, about, body).into_response()
}

/// A page that says what happened, what was kept, and what to do now.
fn page(
    state: &AppState,
    reader: Reader,
    browser: Option<&Browser>,
    path: &str,
    problem: &Problem,
) -> Response {
    let scene = Scene::of(state, reader, browser, path);
    let f = scene.frame();
    let sign_in = problem.status == StatusCode::UNAUTHORIZED;
    let kept = match problem.status.as_u16() {
        401 | 403 | 404 | 405 => "kept-nothing-done",
        503 | 507 => "kept-all-recorded",
        _ => "kept-not-done",
    };
    let page = pages::problem::Problem {
        f: &f,
        status: problem.status.as_u16(),
        code: problem.code.to_owned(),
        what: problem.title(f.words),
        kept: f.say(kept),
        next: problem.detail(f.words),
        go: if sign_in { "/sign-in".to_owned() } else { "/".to_owned() },
        go_label: if sign_in { f.say("sign-in") } else { f.say("to-first-page") },
        operation: None,
    };
    crate::scene::html(problem.status, &page)
}
