//! What stands at the entrance: the poster of the day, and the screen that changes the code by itself.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::{display, sign_in};
use crate::allowed::{self, Ask};
use crate::at_door;
use crate::door::Browser;
use crate::fill;
use crate::pages::door::{Entrance, Poster};
use crate::pages::qr::Qr;
use crate::problems::Problem;
use crate::reader::Reader;
use crate::scene::Scene;
use crate::state::AppState;

/// Where the code leads, as this browser reaches us.
fn link(state: &AppState, browser: &Browser, headers: &HeaderMap) -> String {
    let code = at_door::code_of_today(state);
    format!("{}/door?code={code}", browser.origin(headers))
}

/// `GET /door/poster`
pub async fn poster(
    State(state): State<AppState>,
    reader: Reader,
    browser: Browser,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    if let Some(first) = sign_in::first(&browser, "/door/poster") {
        return Ok(first);
    }
    allowed::look(&browser.caller(), Ask::IssueTicket)?;
    let link = link(&state, &browser, &headers);
    let today = at_door::today(&state);
    let scene = Scene::of(&state, reader, Some(&browser), "/door/poster");
    let f = scene.frame();
    let page = state.read(|committed| {
        let day = fill::door::day_words(&fill::seen(&f, committed), today);
        Poster { f: &f, qr: Qr::of(&link), link, day }.render()
    });
    Ok(scene.written(&browser, StatusCode::OK, page))
}

/// `GET /door/code`
pub async fn code(
    State(state): State<AppState>,
    reader: Reader,
    browser: Browser,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let entered = match display::enter(&state, reader, browser, &headers)? {
        Ok(entered) => entered,
        Err(pairing) => return Ok(pairing),
    };
    let qr = Qr::of(&link(&state, &entered.browser, &headers));
    let scene = Scene::of(&state, reader, Some(&entered.browser), "/door/code");
    let f = scene.frame();
    let page = state.read(|committed| {
        let live = fill::door::at_entrance(&fill::seen(&f, committed));
        Entrance { f: &f, qr, live }.render()
    });
    let response = scene.written(&entered.browser, StatusCode::OK, page);
    Ok(entered.answer(response))
}
