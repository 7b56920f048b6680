//! The hall display: who is called where, and how many wait. Nothing on who or why.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use nawat_journal::accounts::DeviceKind;

use super::devices;
use crate::allowed::{self, Ask};
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
    if allowed::look(&browser.caller(), Ask::SeeDisplay).is_err() {
        return devices::unpaired(&state, reader, &browser, &headers, DeviceKind::Display);
    }
    let scene = Scene::of(&state, reader, Some(&browser), "/display");
    let f = scene.frame();
    let page = state.read(|committed| {
        let live = fill::display::live(&fill::seen(&f, committed));
        Display { f: &f, live, stream: "/live/display".to_owned(), stale: false }.render()
    });
    Ok(scene.written(&browser, StatusCode::OK, page))
}
