//! A visit of today: its slip, where it stands, and what the reception does with it.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use nawat_engine::Command;
use nawat_engine::ids::VisitId;
use nawat_engine::time::Millis;
use nawat_journal::Committed;

use super::enter;
use crate::commands::tell;
use crate::door::Browser;
use crate::fill;
use crate::forms::Form;
use crate::handlers::see_other;
use crate::named;
use crate::problems::Problem;
use crate::reader::Reader;
use crate::scene::Scene;
use crate::state::AppState;

/// `GET /reception/visit/{id}`
pub async fn page(
    State(state): State<AppState>,
    Path(id): Path<String>,
    reader: Reader,
    browser: Browser,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    if let Err(first) = enter(&browser, &format!("/reception/visit/{id}"))? {
        return Ok(first);
    }
    shown(&state, reader, &browser, &headers, visit_named(&id)?, None)
}

fn no_such() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "no-such-ticket")
}

fn visit_named(id: &str) -> Result<VisitId, Problem> {
    id.parse().map(VisitId).map_err(|_| no_such())
}

fn shown(
    state: &AppState,
    reader: Reader,
    browser: &Browser,
    headers: &HeaderMap,
    id: VisitId,
    problem: Option<&Problem>,
) -> Result<Response, Problem> {
    let here = format!("/reception/visit/{id}");
    let scene = Scene::of(state, reader, Some(browser), &here).with_own_key()?.with_problem(problem);
    let (f, texts) = (scene.frame(), state.texts());
    let page = state.read(|committed| {
        let visit = committed.day.visit(id)?;
        let link = format!("{}/t/{}", browser.origin(headers), visit.reference);
        let seen = fill::seen(&f, committed);
        Some(fill::reception::visit::page(&seen, visit, link, &texts.reports).render())
    });
    let page = page.ok_or_else(no_such)?;
    Ok(scene.written(browser, problem.map_or(StatusCode::OK, |problem| problem.status), page))
}

/// `POST /reception/visit/{id}/do`
pub async fn press(
    State(state): State<AppState>,
    Path(id): Path<String>,
    reader: Reader,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, Problem> {
    let here = format!("/reception/visit/{id}");
    if let Err(first) = enter(&form.browser, &here)? {
        return Ok(first);
    }
    let visit = visit_named(&id)?;
    let told = match state.read(|committed| command(&form, committed, visit)) {
        Ok(command) => tell(&state, &form.browser.caller(), command, form.key().as_ref()).await.map(|_| ()),
        Err(problem) => Err(problem),
    };
    match told {
        Ok(()) => Ok(see_other(&here)),
        Err(problem) => shown(&state, reader, &form.browser, &headers, visit, Some(&problem)),
    }
}

fn command(form: &Form, committed: &Committed, visit: VisitId) -> Result<Command, Problem> {
    let published = &committed.published;
    match form.wanted("command")? {
        "priority" => {
            let segment = named::segment(published, &form.wanted_named("segment")?)?;
            let reason = named::reason(published, &form.wanted_named("reason")?)?;
            Ok(Command::ChangePriority { visit, segment, reason })
        }
        "add-service" => {
            let service = named::service(published, &form.wanted_named("service")?)?;
            Ok(Command::AddService { visit, service })
        }
        "delay" => {
            let minutes: u16 = form.wanted_number("minutes")?;
            Ok(Command::Delay { visit, by: Millis::minutes(minutes.into()) })
        }
        "leave" => Ok(Command::Leave { visit, redirected: false }),
        "redirect" => Ok(Command::Leave { visit, redirected: true }),
        other => Err(Problem::not_fitting("command", other)),
    }
}
