//! The centre's day: the hall as it stands, and what a supervisor does with the whole of it.

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use nawat_catalogue::civil_day;
use nawat_engine::{Command, Phase, Refusal};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::path::HttpMethod;

use super::hall::{Day, shown};
use super::{Operation, Operations, SignedIn, json, once, schema_of};
use crate::allowed::{self, Ask};
use crate::asked::{Asked, Key};
use crate::caller::Caller;
use crate::commands::tell;
use crate::named::{self, Named};
use crate::problems::{Problem, not_told};
use crate::state::AppState;

macro_rules! day_command {
    ($path:literal, $id:literal, $ask:ident, $body:ident, $handler:ident, $about:literal) => {
        || Operation {
            method: HttpMethod::Post,
            path: concat!("/day/", $path),
            id: $id,
            about: $about,
            ask: Some(Ask::$ask),
            body: Some(schema_of::<$body>()),
            answers: vec![(200, Some(schema_of::<Day>()))],
            route: || post($handler),
        }
    };
}

pub const OPERATIONS: Operations = &[
    || Operation {
        method: HttpMethod::Get,
        path: "/day",
        id: "day",
        about: "The hall as it stands. The ETag changes with every event.",
        ask: Some(Ask::SeeHall),
        body: None,
        answers: vec![(200, Some(schema_of::<Day>())), (304, None)],
        route: || get(day),
    },
    day_command!(
        "open",
        "openDay",
        OpenDay,
        Opening,
        open,
        "Open a day by the newest rules and the calendar."
    ),
    day_command!(
        "suspend",
        "suspendHall",
        SuspendHall,
        Suspending,
        suspend,
        "Suspend the hall, with the reason."
    ),
    day_command!(
        "resume",
        "resumeHall",
        ResumeHall,
        Nothing,
        resume,
        "Resume the hall; waits keep their age."
    ),
    day_command!(
        "close-ticketing",
        "closeTicketing",
        CloseTicketing,
        Nothing,
        close_ticketing,
        "Give no more tickets."
    ),
    day_command!(
        "reopen-ticketing",
        "reopenTicketing",
        ReopenTicketing,
        Nothing,
        reopen_ticketing,
        "Give tickets again."
    ),
    day_command!(
        "close",
        "closeDay",
        CloseDay,
        Closing,
        close,
        "Close the day: every open visit is ended, or carried over."
    ),
];

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// Such as 2017-11-01; the date of the hall clock otherwise.
    pub date: Option<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Suspending {
    pub reason: Named,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Closing {
    /// Open visits go on as new ones of another day.
    #[serde(default)]
    pub carry_over: bool,
}

async fn day(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    allowed::look(&caller, Ask::SeeHall)?;
    let tag = state.read(|committed| {
        let head = crate::random::hex(&committed.head.hash.0[..8]);
        format!("\"{}-{}-{head}\"", committed.published.version, committed.day.seq)
    });
    let known = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|known| known.to_str().ok());
    let same = |known: &str| {
        known.split(',').map(str::trim).any(|one| one == "*" || one.trim_start_matches("W/") == tag)
    };
    let mut response = if known.into_iter().any(same) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        json(StatusCode::OK, &state.read(shown))
    };
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    Ok(response)
}

async fn with_day(
    state: &AppState,
    caller: &Caller,
    command: Command,
    key: Option<&Key>,
) -> Result<Response, Problem> {
    let told = tell(state, caller, command, key).await?;
    Ok(once(state, caller, key, &told, || (StatusCode::OK, state.read(shown))))
}

async fn open(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked { body, key }: Asked<Opening>,
) -> Result<Response, Problem> {
    allowed::look(&caller, Ask::OpenDay)?;
    let command = opening(&state, body.date.as_deref()).await?;
    with_day(&state, &caller, command, key.as_ref()).await
}

/// The opening of a day by the newest rules and the calendar.
pub(crate) async fn opening(state: &AppState, date: Option<&str>) -> Result<Command, Problem> {
    let now = state.clock().now();
    let date = match date {
        Some(text) => text.parse().map_err(|_| Problem::not_fitting("date", text))?,
        None => state.read(|committed| committed.published.centre.calendar.local_date(now)),
    };
    if state.read(|committed| committed.day.phase == Phase::Open) {
        return Err(state.read(|committed| {
            not_told(nawat_journal::TellError::Refused(Refusal::DayAlreadyOpen), committed)
        }));
    }
    let opening = state.writer().with_hall(move |hall| Ok(hall.opening(civil_day(date), false))).await;
    let opening = opening.map_err(|error| state.read(|committed| not_told(error, committed)))?;
    let closed =
        || Problem::new(StatusCode::CONFLICT, "centre-closed-that-day").text("date", date.to_string());
    Ok(Command::OpenDay(opening.ok_or_else(closed)?))
}

async fn suspend(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked { body, key }: Asked<Suspending>,
) -> Result<Response, Problem> {
    allowed::look(&caller, Ask::SuspendHall)?;
    let reason = state.read(|committed| named::reason(&committed.published, &body.reason))?;
    with_day(&state, &caller, Command::SuspendHall { reason }, key.as_ref()).await
}

async fn resume(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked { key, .. }: Asked<Nothing>,
) -> Result<Response, Problem> {
    with_day(&state, &caller, Command::ResumeHall, key.as_ref()).await
}

async fn close_ticketing(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked { key, .. }: Asked<Nothing>,
) -> Result<Response, Problem> {
    with_day(&state, &caller, Command::CloseTicketing, key.as_ref()).await
}

async fn reopen_ticketing(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked { key, .. }: Asked<Nothing>,
) -> Result<Response, Problem> {
    with_day(&state, &caller, Command::ReopenTicketing, key.as_ref()).await
}

async fn close(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked { body, key }: Asked<Closing>,
) -> Result<Response, Problem> {
    let command = Command::CloseDay { carry_over: body.carry_over, heads: Vec::new() };
    with_day(&state, &caller, command, key.as_ref()).await
}
