//! Help asked for at a kiosk, and answered from the desks.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use nawat_journal::accounts::DeviceKind;
use serde::Deserialize;

use super::{kiosk, own_place, see_other};
use crate::allowed::{self, Ask};
use crate::door::Browser;
use crate::fill;
use crate::forms::Form;
use crate::help::{HelpAnswer, HelpKind};
use crate::problems::Problem;
use crate::reader::Reader;
use crate::scene::Scene;
use crate::state::AppState;

#[derive(Debug, Deserialize)]
pub struct Shows {
    /// It was asked for just now.
    pub asked: Option<String>,
}

/// `GET /kiosk/help`
pub async fn page(
    State(state): State<AppState>,
    Query(shows): Query<Shows>,
    reader: Reader,
    browser: Browser,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let entered = match kiosk::enter(&state, reader, browser, &headers)? {
        Ok(entered) => entered,
        Err(pairing) => return Ok(pairing),
    };
    let scene = Scene::of(&state, reader, Some(&entered.browser), "/kiosk/help");
    let f = scene.frame();
    let asked = shows.asked.is_some();
    let page = state.read(|committed| fill::help::page(&fill::seen(&f, committed), asked).render());
    let response = scene.written(&entered.browser, StatusCode::OK, page);
    Ok(entered.answer(response))
}

/// `POST /kiosk/help`
pub async fn ask(
    State(state): State<AppState>,
    reader: Reader,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, Problem> {
    let entered = match kiosk::enter(&state, reader, form.browser.clone(), &headers)? {
        Ok(entered) => entered,
        Err(pairing) => return Ok(pairing),
    };
    let wanted = form.wanted("kind")?;
    let kind = HelpKind::named(wanted).ok_or_else(|| Problem::not_fitting("kind", wanted))?;
    let kiosk = entered.browser.paired().filter(|device| device.kind == DeviceKind::Kiosk);
    let place = kiosk.map(|device| device.name.clone()).filter(|name| !name.is_empty());
    let (day, now) = (state.read(|committed| committed.day.date), state.clock().now());
    state.help().ask(day, kind, place, now);
    Ok(entered.answer(see_other("/kiosk/help?asked=1")))
}

/// `POST /help/do`: somebody at a desk is on the way, or has been there. A request that another has answered
/// meanwhile needs no word: it is gone from the page.
pub async fn answer(State(state): State<AppState>, form: Form) -> Result<Response, Problem> {
    allowed::look(&form.browser.caller(), Ask::Receive)?;
    let answer = match form.wanted("command")? {
        "coming" => HelpAnswer::Coming,
        "done" => HelpAnswer::Done,
        other => return Err(Problem::not_fitting("command", other)),
    };
    state.help().answer(form.wanted_number("help")?, answer);
    Ok(see_other(own_place(form.text("back").unwrap_or("/reception"))))
}
