//! Tickets: issued, looked at, left, given another priority, resumed, given one more service.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use nawat_engine::Command;
use nawat_engine::ids::{Reference, VisitId};
use nawat_engine::time::Millis;
use nawat_engine::visit::Rating;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::path::HttpMethod;

use super::shown::{Ticket, ticket, ticket_of};
use super::{Operation, Operations, SignedIn, json, once, schema_of};
use crate::allowed::{self, Ask};
use crate::asked::Asked;
use crate::caller::Caller;
use crate::commands::tell;
use crate::issuing::{TicketWish, issue};
use crate::named::{self, Named};
use crate::problems::Problem;
use crate::state::AppState;

pub const OPERATIONS: Operations = &[
    || Operation {
        method: HttpMethod::Post,
        path: "/tickets",
        id: "issueTicket",
        about: "Issue a ticket. A personal number is kept in the people vault, never in the journal.",
        ask: Some(Ask::IssueTicket),
        body: Some(schema_of::<NewTicket>()),
        answers: vec![(201, Some(schema_of::<Ticket>()))],
        route: || post(new_ticket),
    },
    || Operation {
        method: HttpMethod::Get,
        path: "/tickets/{id}",
        id: "seeTicket",
        about: "A ticket of today, by its id or its reference.",
        ask: Some(Ask::SeeTicket),
        body: None,
        answers: vec![(200, Some(schema_of::<Ticket>()))],
        route: || get(see),
    },
    || Operation {
        method: HttpMethod::Post,
        path: "/tickets/{id}/delay",
        id: "delay",
        about: "The person asks not to be called for some minutes; 0: here again. Minutes away are no waiting.",
        ask: Some(Ask::Delay),
        body: Some(schema_of::<Delaying>()),
        answers: vec![(200, Some(schema_of::<Ticket>()))],
        route: || post(delay),
    },
    || Operation {
        method: HttpMethod::Post,
        path: "/tickets/{id}/leave",
        id: "leave",
        about: "The person leaves the queue, or is sent another way.",
        ask: Some(Ask::Leave),
        body: Some(schema_of::<Leaving>()),
        answers: vec![(200, Some(schema_of::<Ticket>()))],
        route: || post(leave),
    },
    || Operation {
        method: HttpMethod::Post,
        path: "/tickets/{id}/priority",
        id: "changePriority",
        about: "The person belongs to another group of visitors from now on.",
        ask: Some(Ask::ChangePriority),
        body: Some(schema_of::<NewPriority>()),
        answers: vec![(200, Some(schema_of::<Ticket>()))],
        route: || post(priority),
    },
    || Operation {
        method: HttpMethod::Post,
        path: "/tickets/{id}/rating",
        id: "rate",
        about: "What the person said of a visit that has ended; said again, the last word counts.",
        ask: Some(Ask::Rate),
        body: Some(schema_of::<Rated>()),
        answers: vec![(200, Some(schema_of::<Ticket>()))],
        route: || post(rate),
    },
    || Operation {
        method: HttpMethod::Post,
        path: "/tickets/{id}/resume",
        id: "resume",
        about: "A parked visit goes on: at a counter, or back in its line by its original arrival.",
        ask: Some(Ask::Resume),
        body: Some(schema_of::<Resuming>()),
        answers: vec![(200, Some(schema_of::<Ticket>()))],
        route: || post(resume),
    },
    || Operation {
        method: HttpMethod::Post,
        path: "/tickets/{id}/services",
        id: "addService",
        about: "One more service in the same visit.",
        ask: Some(Ask::AddService),
        body: Some(schema_of::<MoreService>()),
        answers: vec![(200, Some(schema_of::<Ticket>()))],
        route: || post(add_service),
    },
];

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTicket {
    pub service: Named,
    /// The group of visitors; who just walks in otherwise.
    pub segment: Option<Named>,
    /// Persons standing behind the ticket; one otherwise.
    #[schema(minimum = 1, maximum = 65535)]
    pub party: Option<u16>,
    /// Nine digits, in any of the digits that people write.
    pub personal_number: Option<String>,
    /// Of the person: ar or en.
    pub language: Option<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Leaving {
    /// Sent another way: home, another centre, an appointment.
    #[serde(default)]
    pub redirected: bool,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Delaying {
    /// From now on; the centre says how many at the most.
    #[schema(maximum = 240)]
    pub minutes: u16,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPriority {
    pub segment: Named,
    pub reason: Named,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Rated {
    /// 5: very satisfied; 1: not satisfied at all.
    #[schema(minimum = 1, maximum = 5)]
    pub score: u8,
    /// Whether it was clear what happens next.
    pub clear: Option<bool>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Resuming {
    pub counter: Option<Named>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MoreService {
    pub service: Named,
}

async fn new_ticket(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked { body, key }: Asked<NewTicket>,
) -> Result<Response, Problem> {
    allowed::look(&caller, Ask::IssueTicket)?;
    if let Some(language) = &body.language
        && nawat_catalogue::Lang::from_code(language).is_none()
    {
        return Err(Problem::not_fitting("language", language));
    }
    let wish = TicketWish {
        service: body.service,
        segment: body.segment,
        party: body.party.unwrap_or(1),
        personal_number: body.personal_number,
    };
    let told = issue(&state, &caller, &wish, key.as_ref()).await?;
    let now = state.clock().now();
    let shown = told.visit().and_then(|visit| state.read(|committed| ticket_of(committed, visit, now)));
    let shown = shown.ok_or_else(no_such_ticket)?;
    Ok(once(&state, &caller, key.as_ref(), &told, || (StatusCode::CREATED, shown)))
}

async fn see(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    allowed::look(&caller, Ask::SeeTicket)?;
    let id = visit_of(&state, &id)?;
    let now = state.clock().now();
    let shown = state.read(|committed| Some(ticket(committed, committed.day.visit(id)?, now)));
    Ok(json(StatusCode::OK, &shown.ok_or_else(no_such_ticket)?))
}

async fn delay(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(id): Path<String>,
    Asked { body, key }: Asked<Delaying>,
) -> Result<Response, Problem> {
    allowed::look(&caller, Ask::Delay)?;
    let by = Millis::minutes(i64::from(body.minutes));
    with_visit(&state, &caller, Command::Delay { visit: visit_of(&state, &id)?, by }, key).await
}

async fn leave(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(id): Path<String>,
    Asked { body, key }: Asked<Leaving>,
) -> Result<Response, Problem> {
    allowed::look(&caller, Ask::Leave)?;
    let command = Command::Leave { visit: visit_of(&state, &id)?, redirected: body.redirected };
    with_visit(&state, &caller, command, key).await
}

async fn priority(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(id): Path<String>,
    Asked { body, key }: Asked<NewPriority>,
) -> Result<Response, Problem> {
    allowed::look(&caller, Ask::ChangePriority)?;
    let visit = visit_of(&state, &id)?;
    let command = state.read(|committed| {
        let segment = named::segment(&committed.published, &body.segment)?;
        let reason = named::reason(&committed.published, &body.reason)?;
        Ok::<_, Problem>(Command::ChangePriority { visit, segment, reason })
    })?;
    with_visit(&state, &caller, command, key).await
}

async fn rate(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(id): Path<String>,
    Asked { body, key }: Asked<Rated>,
) -> Result<Response, Problem> {
    allowed::look(&caller, Ask::Rate)?;
    let rating = Rating { score: body.score, clear: body.clear, remark: None };
    with_visit(&state, &caller, Command::Rate { visit: visit_of(&state, &id)?, rating }, key).await
}

async fn resume(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(id): Path<String>,
    Asked { body, key }: Asked<Resuming>,
) -> Result<Response, Problem> {
    allowed::look(&caller, Ask::Resume)?;
    let visit = visit_of(&state, &id)?;
    let counter = body.counter.as_ref();
    let counter = counter.map(|named| state.read(|c| named::counter(&c.published, named))).transpose()?;
    with_visit(&state, &caller, Command::Resume { visit, counter }, key).await
}

async fn add_service(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(id): Path<String>,
    Asked { body, key }: Asked<MoreService>,
) -> Result<Response, Problem> {
    allowed::look(&caller, Ask::AddService)?;
    let visit = visit_of(&state, &id)?;
    let service = state.read(|committed| named::service(&committed.published, &body.service))?;
    with_visit(&state, &caller, Command::AddService { visit, service }, key).await
}

/// Tells a command about a visit, and answers with the visit as it stands after it.
pub(super) async fn with_visit(
    state: &AppState,
    caller: &Caller,
    command: Command,
    key: Option<crate::asked::Key>,
) -> Result<Response, Problem> {
    let told = tell(state, caller, command, key.as_ref()).await?;
    let now = state.clock().now();
    let shown = told.visit().and_then(|visit| state.read(|committed| ticket_of(committed, visit, now)));
    Ok(once(state, caller, key.as_ref(), &told, || (StatusCode::OK, shown)))
}

/// A path's ticket: an id, or the reference of its link.
pub(super) fn visit_of(state: &AppState, text: &str) -> Result<VisitId, Problem> {
    if let Ok(reference) = text.parse::<Reference>() {
        let found = state.read(|committed| committed.day.visit_by_reference(reference).map(|visit| visit.id));
        return found.ok_or_else(no_such_ticket);
    }
    text.parse().map(VisitId).map_err(|_| no_such_ticket())
}

pub(super) fn no_such_ticket() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "no-such-ticket")
}
