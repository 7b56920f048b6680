//! The counter: everything an officer does, a press a command.

mod pressing;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use nawat_engine::ids::CounterId;

use super::{see_other, sign_in};
use crate::allowed::{self, Ask};
use crate::door::Browser;
use crate::fill;
use crate::forms::Form;
use crate::named::{self, Named};
use crate::problems::Problem;
use crate::reader::Reader;
use crate::scene::Scene;
use crate::state::AppState;

/// `GET /counter`: the choice of a counter.
pub async fn choice(
    State(state): State<AppState>,
    reader: Reader,
    browser: Browser,
) -> Result<Response, Problem> {
    if let Some(first) = sign_in::first(&browser, "/counter") {
        return Ok(first);
    }
    may_sit(&browser)?;
    let scene = Scene::of(&state, reader, Some(&browser), "/counter");
    let f = scene.frame();
    let me = browser.session.as_ref().map(|session| session.staff);
    let users = state.accounts().users()?;
    let page = state.read(|committed| {
        let mut page = fill::choices::counters(&fill::seen(&f, committed), me);
        for desk in &mut page.desks {
            // The day knows numbers alone; names are here.
            desk.taken_by = desk.taken_by.take().map(|id| {
                let user = users.iter().find(|user| user.id.to_string() == id);
                user.map_or_else(|| id.clone(), |user| user.name.clone())
            });
        }
        page.render()
    });
    Ok(scene.written(&browser, StatusCode::OK, page))
}

/// Whoever serves at counters, or looks after those who do.
fn may_sit(browser: &Browser) -> Result<(), Problem> {
    let caller = browser.caller();
    Ok(allowed::look(&caller, Ask::CallNext).or(allowed::look(&caller, Ask::SeeFloor))?)
}

/// `GET /counter/{id}`
pub async fn page(
    State(state): State<AppState>,
    Path(id): Path<String>,
    reader: Reader,
    browser: Browser,
) -> Result<Response, Problem> {
    if let Some(first) = sign_in::first(&browser, &format!("/counter/{id}")) {
        return Ok(first);
    }
    may_sit(&browser)?;
    let id = counter_named(&state, &id)?;
    Ok(shown(&state, reader, &browser, id, None))
}

fn counter_named(state: &AppState, id: &str) -> Result<CounterId, Problem> {
    let unknown = || Problem::new(StatusCode::NOT_FOUND, "unknown-counter").text("counter", id);
    state
        .read(|committed| {
            let id = named::counter(&committed.published, &Named::of(id)).ok()?;
            committed.published.counter(id).map(|_| id)
        })
        .ok_or_else(unknown)
}

fn shown(
    state: &AppState,
    reader: Reader,
    browser: &Browser,
    id: CounterId,
    problem: Option<&Problem>,
) -> Response {
    let here = format!("/counter/{id}");
    let scene = Scene::of(state, reader, Some(browser), &here).with_problem(problem);
    let f = scene.frame();
    let page = state.read(|committed| Some(fill::counter::page(&fill::seen(&f, committed), id)?.render()));
    match page {
        Some(page) => scene.written(browser, problem.map_or(StatusCode::OK, |it| it.status), page),
        None => see_other("/counter"),
    }
}

/// `POST /counter/{id}/do`
pub async fn press(
    State(state): State<AppState>,
    Path(id): Path<String>,
    reader: Reader,
    form: Form,
) -> Result<Response, Problem> {
    let id = counter_named(&state, &id)?;
    match pressing::press(&state, &form, id).await {
        Ok(()) => Ok(see_other(&format!("/counter/{id}"))),
        Err(problem) if problem.status == StatusCode::UNAUTHORIZED => {
            Ok(see_other(&format!("/sign-in?next=/counter/{id}")))
        }
        // A problem stands above the desk, where the hand is.
        Err(problem) => {
            may_sit(&form.browser)?;
            Ok(shown(&state, reader, &form.browser, id, Some(&problem)))
        }
    }
}
