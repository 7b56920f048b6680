//! The supervisor's floor: every counter, every queue, what waits for an answer, the day itself.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use nawat_catalogue::Published;
use nawat_engine::Command;
use nawat_engine::command::Answer;
use nawat_engine::ids::{CounterId, VisitId};

use super::{see_other, sign_in};
use crate::allowed::{self, Ask, Denied};
use crate::api::opening;
use crate::beside;
use crate::caller::Caller;
use crate::commands::tell;
use crate::door::Browser;
use crate::fill;
use crate::forms::Form;
use crate::named;
use crate::presses::{CloseCounter, Extend, MoveProfile, OpenCounter, Press};
use crate::problems::Problem;
use crate::reader::Reader;
use crate::scene::Scene;
use crate::state::AppState;

/// `GET /floor`
pub async fn page(
    State(state): State<AppState>,
    reader: Reader,
    browser: Browser,
) -> Result<Response, Problem> {
    if let Some(first) = sign_in::first(&browser, "/floor") {
        return Ok(first);
    }
    allowed::look(&browser.caller(), Ask::SeeFloor)?;
    shown(&state, reader, &browser, None)
}

fn shown(
    state: &AppState,
    reader: Reader,
    browser: &Browser,
    problem: Option<&Problem>,
) -> Result<Response, Problem> {
    let scene = Scene::of(state, reader, Some(browser), "/floor").with_problem(problem);
    let f = scene.frame();
    let beside = beside::of(state)?;
    let page = state.read(|committed| fill::floor::page(&fill::seen(&f, committed), beside).render());
    Ok(scene.written(browser, problem.map_or(StatusCode::OK, |problem| problem.status), page))
}

/// `POST /floor/do`
pub async fn press(State(state): State<AppState>, reader: Reader, form: Form) -> Result<Response, Problem> {
    match told(&state, &form).await {
        Ok(()) => Ok(see_other("/floor")),
        Err(problem) if problem.status == StatusCode::UNAUTHORIZED => Ok(see_other("/sign-in?next=/floor")),
        Err(problem) => {
            allowed::look(&form.browser.caller(), Ask::SeeFloor)?;
            shown(&state, reader, &form.browser, Some(&problem))
        }
    }
}

async fn told(state: &AppState, form: &Form) -> Result<(), Problem> {
    let caller = form.browser.caller();
    if caller == Caller::Nobody {
        return Err(Denied::SignInFirst.into());
    }
    let command = match form.wanted("command")? {
        "open-day" => {
            allowed::look(&caller, Ask::OpenDay)?;
            opening(state, None).await?
        }
        "close-day" => Command::CloseDay { carry_over: form.ticked("carry_over"), heads: Vec::new() },
        "suspend-hall" => {
            let reason = form.wanted_named("reason")?;
            Command::SuspendHall { reason: state.read(|c| named::reason(&c.published, &reason))? }
        }
        "resume-hall" => Command::ResumeHall,
        "close-ticketing" => Command::CloseTicketing,
        "reopen-ticketing" => Command::ReopenTicketing,
        "return" => {
            Command::AnswerReferral { visit: VisitId(form.wanted_number("visit")?), answer: Answer::Return }
        }
        "done" => {
            let outcome = form.wanted_named("outcome")?;
            let outcome = state.read(|c| named::outcome(&c.published, &outcome))?;
            Command::AnswerReferral {
                visit: VisitId(form.wanted_number("visit")?),
                answer: Answer::Done { outcome },
            }
        }
        other => state.read(|committed| at_counter(form, &committed.published, &caller, other))?,
    };
    tell(state, &caller, command, form.key().as_ref()).await.map(|_| ())
}

/// What is done from the floor with a counter, or with somebody who waits.
fn at_counter(
    form: &Form,
    published: &Published,
    caller: &Caller,
    pressed: &str,
) -> Result<Command, Problem> {
    let counter = || Ok::<_, Problem>(CounterId(form.wanted_number("counter")?));
    match pressed {
        "open-counter" => OpenCounter { profile: form.named("profile"), staff: form.number("staff")? }
            .command(published, counter()?, caller),
        "close-counter" => CloseCounter {}.command(published, counter()?, caller),
        "move-profile" => {
            MoveProfile { profile: form.wanted_named("profile")? }.command(published, counter()?, caller)
        }
        "extend" => Extend { minutes: form.wanted_number("minutes")?, reason: form.wanted_named("reason")? }
            .command(published, counter()?, caller),
        "priority" => Ok(Command::ChangePriority {
            visit: VisitId(form.wanted_number("visit")?),
            segment: named::segment(published, &form.wanted_named("segment")?)?,
            reason: named::reason(published, &form.wanted_named("reason")?)?,
        }),
        other => Err(Problem::not_fitting("command", other)),
    }
}
