//! The hall display: who is called where, and how many wait. Nothing on who or why.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use nawat_catalogue::SectionId;
use nawat_journal::accounts::DeviceKind;
use serde::Deserialize;

use super::devices::{self, Admitted};
use super::media;
use crate::allowed::Ask;
use crate::door::Browser;
use crate::fill;
use crate::pages::display::Display;
use crate::problems::Problem;
use crate::reader::Reader;
use crate::scene::Scene;
use crate::state::AppState;

/// Which section's display this is, by its key; where none is named, what the administrator chose for this
/// screen, and otherwise the whole hall.
#[derive(Debug, Deserialize)]
pub struct Shows {
    section: Option<String>,
}

/// `GET /display[?section=KEY]`
pub async fn page(
    State(state): State<AppState>,
    Query(shows): Query<Shows>,
    reader: Reader,
    browser: Browser,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let entered = match enter(&state, reader, browser, &headers)? {
        Ok(entered) => entered,
        Err(pairing) => return Ok(pairing),
    };
    let section = section(&state, shows.section.as_deref(), &entered.browser)?;
    let beside = media::shown(&state).await;
    let scene = Scene::of(&state, reader, Some(&entered.browser), "/display");
    let f = scene.frame();
    let page = state.read(|committed| {
        let seen = fill::seen(&f, committed);
        let key = section.and_then(|id| committed.published.section(id)).map(|it| it.key.as_str());
        let stream = key.map_or_else(|| "/live/display".to_owned(), |key| format!("/live/display/{key}"));
        let section_name = section.and_then(|section| fill::display::section_name(&seen, section));
        let live = fill::display::live(&seen, section);
        Display { f: &f, live, stream, section: section_name, beside, stale: false }.render()
    });
    let response = scene.written(&entered.browser, StatusCode::OK, page);
    Ok(entered.answer(response))
}

/// Lets a paired display in, or somebody who may look at one; the inner `Err` is the pairing page.
pub fn enter(
    state: &AppState,
    reader: Reader,
    browser: Browser,
    headers: &HeaderMap,
) -> Result<Result<Admitted, Response>, Problem> {
    devices::enter(state, reader, browser, headers, DeviceKind::Display, Ask::SeeDisplay)
}

fn section(state: &AppState, named: Option<&str>, browser: &Browser) -> Result<Option<SectionId>, Problem> {
    let find = |key: &str| {
        state.read(|committed| {
            committed.published.section_id(key).filter(|id| committed.published.section(*id).is_some())
        })
    };
    match named {
        Some("") => Ok(None),
        Some(key) => find(key).map(Some).ok_or_else(|| Problem::unknown("section", key)),
        // A section that was withdrawn leaves its screen the whole hall.
        None => match browser.paired() {
            Some(device) => Ok(state.accounts().device_section(device.id)?.as_deref().and_then(find)),
            None => Ok(None),
        },
    }
}
