//! The hall display: who is called where, and how many wait. Nothing on who or why.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use nawat_journal::accounts::DeviceKind;

use super::devices;
use crate::allowed::Ask;
use crate::door::Browser;
use crate::fill;
use crate::pages::display::Display;
use crate::problems::Problem;
use crate::reader::Reader;
use crate::scene::Scene;
use crate::state::AppState;

/// `GET /display`
pub async fn page(
    State(state): State<AppState>,
    reader: Reader,
    browser: Browser,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let entered =
        match devices::enter(&state, reader, browser, &headers, DeviceKind::Display, Ask::SeeDisplay)? {
            Ok(entered) => entered,
            Err(pairing) => return Ok(pairing),
        };
    let scene = Scene::of(&state, reader, Some(&entered.browser), "/display");
    let f = scene.frame();
    let page = state.read(|committed| {
        let live = fill::display::live(&fill::seen(&f, committed));
        Display { f: &f, live, stream: "/live/display".to_owned(), stale: false }.render()
    });
    let response = scene.written(&entered.browser, StatusCode::OK, page);
    Ok(entered.answer(response))
}
