//! `GET /problems/{code}`: what a code means. Problems name this place as their type.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

use crate::door::Browser;
use crate::pages;
use crate::problems::Problem;
use crate::reader::Reader;
use crate::scene::Scene;
use crate::state::AppState;

pub async fn page(
    State(state): State<AppState>,
    Path(code): Path<String>,
    reader: Reader,
    browser: Browser,
) -> Result<Response, Problem> {
    let scene = Scene::of(&state, reader, Some(&browser), &format!("/problems/{code}"));
    let f = scene.frame();
    let key = format!("problem-{code}");
    if !f.words.has(&format!("{key}.title")) {
        return Err(Problem::not_found());
    }
    let page = pages::problem::Problem {
        f: &f,
        status: 200,
        what: f.say(&format!("{key}.title")),
        kept: f.say("kept-not-done"),
        next: f.say(&key),
        code,
        go: "/".to_owned(),
        go_label: f.say("to-first-page"),
        operation: None,
    };
    Ok(scene.answer(&browser, StatusCode::OK, &page))
}
