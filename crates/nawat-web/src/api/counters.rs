//! The counters as they stand.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::path::HttpMethod;

use super::shown::{Counter, counter_of, counters};
use super::{Operation, Operations, SignedIn, json, schema_of};
use crate::allowed::{self, Ask};
use crate::named::{self, Named};
use crate::problems::Problem;
use crate::state::AppState;

pub const OPERATIONS: Operations = &[
    || Operation {
        method: HttpMethod::Get,
        path: "/counters",
        id: "counters",
        about: "All counters and rooms of the centre, open or not.",
        ask: Some(Ask::SeeHall),
        body: None,
        answers: vec![(200, Some(schema_of::<Counters>()))],
        route: || get(all),
    },
    || Operation {
        method: HttpMethod::Get,
        path: "/counters/{id}",
        id: "counter",
        about: "One counter, by its id or key.",
        ask: Some(Ask::SeeHall),
        body: None,
        answers: vec![(200, Some(schema_of::<Counter>()))],
        route: || get(one),
    },
];

#[derive(Debug, Serialize, ToSchema)]
pub struct Counters {
    pub counters: Vec<Counter>,
}

async fn all(State(state): State<AppState>, SignedIn(caller): SignedIn) -> Result<Response, Problem> {
    allowed::look(&caller, Ask::SeeHall)?;
    Ok(json(StatusCode::OK, &Counters { counters: state.read(counters) }))
}

async fn one(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    allowed::look(&caller, Ask::SeeHall)?;
    let shown = state.read(|committed| {
        let id = named::counter(&committed.published, &Named::of(&id)).ok()?;
        counter_of(committed, id)
    });
    let unknown = || Problem::new(StatusCode::NOT_FOUND, "unknown-counter").text("counter", &id);
    Ok(json(StatusCode::OK, &shown.ok_or_else(unknown)?))
}
