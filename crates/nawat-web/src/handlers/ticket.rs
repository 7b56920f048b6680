//! The ticket on the phone. Whoever knows its reference holds it.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use nawat_engine::Command;
use nawat_engine::ids::{Reference, VisitId};
use nawat_engine::time::Millis;

use super::see_other;
use crate::caller::Caller;
use crate::commands::tell;
use crate::door::Browser;
use crate::fill;
use crate::forms::Form;
use crate::pages::ticket::DeadLink;
use crate::problems::Problem;
use crate::reader::Reader;
use crate::scene::Scene;
use crate::state::AppState;

/// `GET /t/{reference}`
pub async fn page(
    State(state): State<AppState>,
    Path(reference): Path<String>,
    reader: Reader,
    browser: Browser,
) -> Result<Response, Problem> {
    shown(&state, reader, &browser, &reference, None)
}

pub(super) fn shown(
    state: &AppState,
    reader: Reader,
    browser: &Browser,
    reference: &str,
    problem: Option<&Problem>,
) -> Result<Response, Problem> {
    let here = format!("/t/{reference}");
    let scene = Scene::of(state, reader, Some(browser), &here).with_own_key()?.with_problem(problem);
    let f = scene.frame();
    let found = reference.parse::<Reference>().ok();
    let page = found.and_then(|reference| {
        state.read(|committed| {
            let visit = committed.day.visit_by_reference(reference)?;
            Some(fill::ticket::page(&fill::seen(&f, committed), visit).render())
        })
    });
    match page {
        Some(page) => Ok(scene.written(browser, problem.map_or(StatusCode::OK, |it| it.status), page)),
        // Not the wrong person's ticket: nobody's, or one of a day that is over.
        None => Ok(scene.answer(browser, StatusCode::NOT_FOUND, &DeadLink { f: &f })),
    }
}

/// `POST /t/{reference}/leave`
pub async fn leave(
    State(state): State<AppState>,
    Path(reference): Path<String>,
    reader: Reader,
    form: Form,
) -> Result<Response, Problem> {
    press(&state, reader, &form, &reference, |visit| Command::Leave { visit, redirected: false }).await
}

/// `POST /t/{reference}/delay`: called so many minutes later; 0: here again.
pub async fn delay(
    State(state): State<AppState>,
    Path(reference): Path<String>,
    reader: Reader,
    form: Form,
) -> Result<Response, Problem> {
    let by = Millis::minutes(i64::from(form.wanted_number::<u16>("minutes")?));
    press(&state, reader, &form, &reference, |visit| Command::Delay { visit, by }).await
}

/// What the ticket's owner asks for, and the page again.
async fn press(
    state: &AppState,
    reader: Reader,
    form: &Form,
    reference: &str,
    command: impl FnOnce(VisitId) -> Command,
) -> Result<Response, Problem> {
    let here = format!("/t/{reference}");
    let found = reference.parse::<Reference>().ok();
    let visit = found.and_then(|reference| {
        state.read(|committed| committed.day.visit_by_reference(reference).map(|visit| visit.id))
    });
    let Some(visit) = visit else { return Ok(see_other(&here)) };
    match tell(state, &Caller::Visitor(visit), command(visit), form.key().as_ref()).await {
        Ok(_) => Ok(see_other(&here)),
        Err(problem) => shown(state, reader, &form.browser, reference, Some(&problem)),
    }
}
