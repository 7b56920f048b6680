//! The reception: services by key, papers before the ticket, the ticket.

pub mod appointments;
pub mod look_up;
pub mod sheet;
pub mod visit;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use nawat_engine::ids::{ServiceId, VisitId};

use super::{see_other, sign_in};
use crate::allowed::{self, Ask};
use crate::door::Browser;
use crate::fill;
use crate::forms::Form;
use crate::issuing::{TicketWish, issue_with_reason};
use crate::named::{self, Named};
use crate::pages::kiosk::FieldMistake;
use crate::pages::reception::Sent;
use crate::personal_number;
use crate::problems::Problem;
use crate::reader::Reader;
use crate::scene::Scene;
use crate::state::AppState;

const HOME: &str = "/reception";

/// Lets in whoever works at the reception; the inner `Err` leads to the sign-in.
fn enter(browser: &Browser, here: &str) -> Result<Result<(), Response>, Problem> {
    if let Some(first) = sign_in::first(browser, here) {
        return Ok(Err(first));
    }
    Ok(Ok(allowed::look(&browser.caller(), Ask::Receive)?))
}

/// `GET /reception`
pub async fn page(
    State(state): State<AppState>,
    reader: Reader,
    browser: Browser,
) -> Result<Response, Problem> {
    if let Err(first) = enter(&browser, HOME)? {
        return Ok(first);
    }
    Ok(shown(&state, reader, &browser, None))
}

fn shown(state: &AppState, reader: Reader, browser: &Browser, problem: Option<&Problem>) -> Response {
    let scene = Scene::of(state, reader, Some(browser), HOME).with_problem(problem);
    let f = scene.frame();
    let page = state.read(|committed| {
        let asked = state.help().open(committed.day.date);
        fill::reception::page(&fill::seen(&f, committed), asked).render()
    });
    scene.written(browser, problem.map_or(StatusCode::OK, |problem| problem.status), page)
}

/// `GET /reception/service/{id}`
pub async fn service(
    State(state): State<AppState>,
    Path(id): Path<String>,
    reader: Reader,
    browser: Browser,
) -> Result<Response, Problem> {
    if let Err(first) = enter(&browser, &format!("/reception/service/{id}"))? {
        return Ok(first);
    }
    let id = state.read(|committed| named::service(&committed.published, &Named::of(&id)))?;
    with_service(&state, reader, &browser, id, Sent::default(), None)
}

/// The page of one service, again with what was wrong where something was.
fn with_service(
    state: &AppState,
    reader: Reader,
    browser: &Browser,
    id: ServiceId,
    sent: Sent,
    wrong: Option<&Problem>,
) -> Result<Response, Problem> {
    let field = wrong.and_then(field_of);
    let here = format!("/reception/service/{id}");
    let told = wrong.filter(|_| field.is_none());
    let scene = Scene::of(state, reader, Some(browser), &here).with_own_key()?.with_problem(told);
    let f = scene.frame();
    let page = state.read(|committed| {
        let mut view = fill::reception::service(&fill::seen(&f, committed), id, sent)?;
        if let (Some(problem), Some(field)) = (wrong, field) {
            let text = match field {
                "reason" => f.say("group-needs-reason"),
                _ => problem.detail(f.words),
            };
            view.mistakes = vec![FieldMistake { field, text }];
        }
        Some(view.render())
    });
    let Some(page) = page else { return Ok(see_other(HOME)) };
    Ok(scene.written(browser, wrong.map_or(StatusCode::OK, |problem| problem.status), page))
}

/// The field that a problem is told beside.
fn field_of(problem: &Problem) -> Option<&'static str> {
    let about = |field: &str| {
        problem.puts.iter().any(|(_, put)| *put == crate::problems::Put::Text(field.to_owned()))
    };
    match problem.code {
        "personal-number-digits" | "personal-number-letters" => Some("number"),
        "field-missing" if about("reason") => Some("reason"),
        _ => None,
    }
}

/// `POST /reception/ticket`
pub async fn ticket(State(state): State<AppState>, reader: Reader, form: Form) -> Result<Response, Problem> {
    if let Err(first) = enter(&form.browser, HOME)? {
        return Ok(first);
    }
    let named: Named = form.wanted_named("service")?;
    let service = state.read(|committed| named::service(&committed.published, &named))?;
    match issued(&state, &form, service).await {
        Ok(visit) => Ok(see_other(&format!("/reception/visit/{visit}"))),
        Err(problem) => {
            let sent = Sent {
                group: form.text("segment").map(str::to_owned),
                reason: form.text("reason").map(str::to_owned),
                party: form.number("party").ok().flatten().unwrap_or(1),
                number: personal_number::as_typed(form.text("number").unwrap_or_default()),
            };
            with_service(&state, reader, &form.browser, service, sent, Some(&problem))
        }
    }
}

async fn issued(state: &AppState, form: &Form, service: ServiceId) -> Result<VisitId, Problem> {
    let asks = state.read(|committed| {
        committed.published.service(service).is_some_and(|service| service.asks_personal_number)
    });
    let number = form.text("number").map(str::to_owned).or_else(|| asks.then(String::new));
    let wish = TicketWish {
        service: Named::Number(service.0.into()),
        segment: form.named("segment"),
        party: form.number("party")?.unwrap_or(1),
        personal_number: number.filter(|_| asks),
    };
    let (caller, reason) = (form.browser.caller(), form.named("reason"));
    let told = issue_with_reason(state, &caller, &wish, reason.as_ref(), form.key().as_ref()).await?;
    told.visit().ok_or_else(|| Problem::new(StatusCode::NOT_FOUND, "no-such-ticket"))
}
