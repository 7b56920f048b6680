//! What is done at a counter, a press an operation.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use nawat_engine::Refusal;
use utoipa::openapi::path::HttpMethod;

use super::shown::{Counter, Ticket, counter_of, ticket_of};
use super::{Operation, Operations, SignedIn, once, schema_of};
use crate::allowed::{self, Ask};
use crate::asked::Asked;
use crate::commands::tell;
use crate::named::{self, Named};
use crate::presses::{
    Break, CallNext, CallVisit, CloseCounter, End, EndBreak, Extend, MoveProfile, NoShow, OpenCounter, Park,
    Press, QuickServe, Recall, Refer, Start, Transfer, Undo,
};
use crate::problems::Problem;
use crate::state::AppState;

/// An operation that answers with the counter.
macro_rules! counter_press {
    ($path:literal, $id:literal, $Press:ident, $ask:ident, $about:literal) => {
        || Operation {
            method: HttpMethod::Post,
            path: concat!("/counters/{id}/", $path),
            id: $id,
            about: $about,
            ask: Some(Ask::$ask),
            body: Some(schema_of::<$Press>()),
            answers: vec![(200, Some(schema_of::<Counter>()))],
            route: || post(at_counter::<$Press>),
        }
    };
}

/// An operation that answers with the visit it was about.
macro_rules! visit_press {
    ($path:literal, $id:literal, $Press:ident, $ask:ident, $answers:expr, $about:literal) => {
        || Operation {
            method: HttpMethod::Post,
            path: concat!("/counters/{id}/", $path),
            id: $id,
            about: $about,
            ask: Some(Ask::$ask),
            body: Some(schema_of::<$Press>()),
            answers: $answers(),
            route: || post(with_visit::<$Press>),
        }
    };
}

fn done() -> Vec<(u16, Option<super::SchemaOf>)> {
    vec![(200, Some(schema_of::<Ticket>()))]
}

fn called() -> Vec<(u16, Option<super::SchemaOf>)> {
    vec![(200, Some(schema_of::<Ticket>())), (204, None)]
}

fn issued() -> Vec<(u16, Option<super::SchemaOf>)> {
    vec![(201, Some(schema_of::<Ticket>()))]
}

pub const OPERATIONS: Operations = &[
    counter_press!("open", "openCounter", OpenCounter, OpenCounter, "Open a counter."),
    counter_press!(
        "close",
        "closeCounter",
        CloseCounter,
        CloseCounter,
        "Close it; who was called waits again."
    ),
    counter_press!("break", "startBreak", Break, StartBreak, "Begin a break, with its reason."),
    counter_press!("end-break", "endBreak", EndBreak, EndBreak, "End the break."),
    counter_press!("profile", "moveProfile", MoveProfile, MoveProfile, "Give it another work profile."),
    visit_press!(
        "call-next",
        "callNext",
        CallNext,
        CallNext,
        called,
        "Call whoever is next by the one call order; 204 where nobody waits."
    ),
    visit_press!(
        "call",
        "callVisit",
        CallVisit,
        CallVisit,
        done,
        "Call a particular ticket, with the reason."
    ),
    visit_press!("recall", "recall", Recall, Recall, done, "Call the same person again."),
    visit_press!("start", "start", Start, Start, done, "The called person stands at the counter."),
    visit_press!("extend", "extend", Extend, Extend, done, "Allow more time, with the reason."),
    visit_press!("end", "endStep", End, EndStep, done, "End the step with a closing code."),
    visit_press!("no-show", "noShow", NoShow, NoShow, done, "The called person did not come."),
    visit_press!(
        "transfer",
        "transfer",
        Transfer,
        Transfer,
        done,
        "Send the visit to a queue, counter or person."
    ),
    visit_press!("refer", "refer", Refer, Refer, done, "Hand the visit to a supervisor."),
    visit_press!("park", "park", Park, Park, done, "Hold the visit back for a while."),
    visit_press!("undo", "undo", Undo, Undo, done, "Take back the last command here, within its minute."),
    visit_press!(
        "quick-serve",
        "quickServe",
        QuickServe,
        QuickServe,
        issued,
        "Ticket, call and start in one."
    ),
];

async fn at_counter<P: Press>(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(id): Path<String>,
    Asked { body, key }: Asked<P>,
) -> Result<Response, Problem> {
    let (counter, command) = state.read(|committed| {
        let published = &committed.published;
        let counter = counter_in_path(published, &id)?;
        Ok::<_, Problem>((counter, body.command(published, counter, &caller)?))
    })?;
    let told = tell(&state, &caller, command, key.as_ref()).await?;
    let shown = state.read(|committed| counter_of(committed, counter));
    Ok(once(&state, &caller, key.as_ref(), &told, || (StatusCode::OK, shown)))
}

async fn with_visit<P: Press>(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(id): Path<String>,
    Asked { body, key }: Asked<P>,
) -> Result<Response, Problem> {
    let command = state.read(|committed| {
        let published = &committed.published;
        body.command(published, counter_in_path(published, &id)?, &caller)
    })?;
    let ask = Ask::of(&command);
    allowed::look(&caller, ask)?;
    let told = match tell(&state, &caller, command, key.as_ref()).await {
        Err(problem) if ask == Ask::CallNext && problem.code == nobody_waiting() => {
            return Ok(StatusCode::NO_CONTENT.into_response());
        }
        told => told?,
    };
    let now = state.clock().now();
    let shown = told.visit().and_then(|visit| state.read(|committed| ticket_of(committed, visit, now)));
    let status = if ask == Ask::QuickServe { StatusCode::CREATED } else { StatusCode::OK };
    Ok(once(&state, &caller, key.as_ref(), &told, || (status, shown)))
}

fn nobody_waiting() -> &'static str {
    Refusal::NobodyWaiting { counter: nawat_engine::ids::CounterId(0) }.code()
}

fn counter_in_path(
    published: &nawat_catalogue::Published,
    id: &str,
) -> Result<nawat_engine::ids::CounterId, Problem> {
    named::counter(published, &Named::of(id))
        .map_err(|_| Problem::new(StatusCode::NOT_FOUND, "unknown-counter").text("counter", id))
}
