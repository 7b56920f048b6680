//! The services that people come for, with what a step of each may end with.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use nawat_catalogue::{Published, ReasonFor, Service as Defined};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::path::HttpMethod;

use super::shown::Names;
use super::{Operation, Operations, SignedIn, json, schema_of};
use crate::allowed::{self, Ask};
use crate::problems::Problem;
use crate::state::AppState;

pub const OPERATIONS: Operations = &[|| Operation {
    method: HttpMethod::Get,
    path: "/services",
    id: "services",
    about: "The services with their closing codes, and the lists that commands choose from.",
    ask: Some(Ask::SeeServices),
    body: None,
    answers: vec![(200, Some(schema_of::<Services>()))],
    route: || get(services),
}];

#[derive(Debug, Serialize, ToSchema)]
pub struct Services {
    /// Version of the catalogue that this is of.
    pub version: u32,
    pub services: Vec<Service>,
    pub queues: Vec<Thing>,
    pub segments: Vec<Thing>,
    pub profiles: Vec<Thing>,
    pub reasons: Vec<Reason>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Service {
    pub id: u16,
    pub key: String,
    pub name: Names,
    pub description: Names,
    pub bring: Vec<Names>,
    pub section: String,
    pub kind: String,
    pub queue: Option<u16>,
    pub allotted_minutes: u16,
    pub at_counter: bool,
    pub asks_personal_number: bool,
    pub from_home: bool,
    pub outcomes: Vec<Outcome>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Outcome {
    pub id: u16,
    pub key: String,
    pub name: Names,
    /// The matter is completed, not merely looked at.
    pub completes: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Thing {
    pub id: u16,
    pub key: String,
    pub name: Names,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Reason {
    pub id: u16,
    pub key: String,
    pub name: Names,
    /// Where it may be given: extend, refer, park, priority, break, suspend, call_particular.
    pub uses: Vec<String>,
}

async fn services(State(state): State<AppState>, SignedIn(caller): SignedIn) -> Result<Response, Problem> {
    allowed::look(&caller, Ask::SeeServices)?;
    let published = state.read(|committed| std::sync::Arc::clone(&committed.published));
    let centre = &published.centre;
    let answer = Services {
        version: published.version,
        services: centre.services.iter().filter_map(|service| shown(&published, service)).collect(),
        queues: things(
            centre.queues.iter().map(|it| (published.queue_id(&it.key).map(|id| id.0), &it.key, &it.name)),
        ),
        segments: things(
            centre
                .segments
                .iter()
                .map(|it| (published.segment_id(&it.key).map(|id| id.0), &it.key, &it.name)),
        ),
        profiles: things(
            centre
                .profiles
                .iter()
                .map(|it| (published.profile_id(&it.key).map(|id| id.0), &it.key, &it.name)),
        ),
        reasons: centre
            .reasons
            .iter()
            .filter_map(|reason| {
                Some(Reason {
                    id: published.reason_id(&reason.key)?.0,
                    key: reason.key.clone(),
                    name: Names::from(&reason.name),
                    uses: reason.uses.iter().map(|uses: &ReasonFor| uses.key().to_owned()).collect(),
                })
            })
            .collect(),
    };
    Ok(json(StatusCode::OK, &answer))
}

fn things<'a>(
    all: impl Iterator<Item = (Option<u16>, &'a String, &'a nawat_catalogue::Words)>,
) -> Vec<Thing> {
    all.filter_map(|(id, key, name)| Some(Thing { id: id?, key: key.clone(), name: Names::from(name) }))
        .collect()
}

fn shown(published: &Published, service: &Defined) -> Option<Service> {
    let id = published.service_id(&service.key)?;
    let outcomes = published.outcomes_of_service(id);
    Some(Service {
        id: id.0,
        key: service.key.clone(),
        name: Names::from(&service.name),
        description: Names::from(&service.description),
        bring: service.bring.iter().map(Names::from).collect(),
        section: service.section.clone(),
        kind: service.kind.clone(),
        queue: published.queue_id(&service.queue).map(|queue| queue.0),
        allotted_minutes: service.allotted_minutes,
        at_counter: service.at_counter,
        asks_personal_number: service.asks_personal_number,
        from_home: service.from_home,
        outcomes: outcomes
            .into_iter()
            .map(|(id, outcome)| Outcome {
                id: id.0,
                key: outcome.key.clone(),
                name: Names::from(&outcome.name),
                completes: outcome.completes,
            })
            .collect(),
    })
}
