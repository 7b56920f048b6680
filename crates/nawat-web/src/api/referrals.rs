//! Visits that were handed to a supervisor.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use nawat_engine::Command;
use nawat_engine::command::Answer;
use nawat_engine::visit::Place;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::path::HttpMethod;

use super::shown::{Listed, Ticket, listed};
use super::tickets::{visit_of, with_visit};
use super::{Operation, Operations, SignedIn, json, schema_of};
use crate::allowed::{self, Ask};
use crate::asked::Asked;
use crate::named::{self, Named};
use crate::problems::Problem;
use crate::state::AppState;

pub const OPERATIONS: Operations = &[
    || Operation {
        method: HttpMethod::Get,
        path: "/referrals",
        id: "referrals",
        about: "Visits that wait for a supervisor's answer, oldest first.",
        ask: Some(Ask::SeeReferrals),
        body: None,
        answers: vec![(200, Some(schema_of::<Referrals>()))],
        route: || get(referrals),
    },
    || Operation {
        method: HttpMethod::Post,
        path: "/referrals/{visit}/answer",
        id: "answerReferral",
        about: "Send the visit back to its clerk, or complete it with a closing code.",
        ask: Some(Ask::AnswerReferral),
        body: Some(schema_of::<Answering>()),
        answers: vec![(200, Some(schema_of::<Ticket>()))],
        route: || post(answer),
    },
];

#[derive(Debug, Serialize, ToSchema)]
pub struct Referrals {
    pub referrals: Vec<Referral>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Referral {
    pub visit: Listed,
    pub reason: u16,
    /// The counter that wants the person back.
    pub wants_back: Option<u16>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Answering {
    pub answer: Answered,
    /// The closing code, where the answer is done.
    pub outcome: Option<Named>,
}

#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Answered {
    Return,
    Done,
}

async fn referrals(State(state): State<AppState>, SignedIn(caller): SignedIn) -> Result<Response, Problem> {
    allowed::look(&caller, Ask::SeeReferrals)?;
    let referrals = state.read(|committed| {
        let all = committed.day.referred().filter_map(|visit| match visit.place {
            Place::Referred { reason, wants_back } => Some(Referral {
                visit: listed(committed, visit),
                reason: reason.0,
                wants_back: wants_back.map(|counter| counter.0),
            }),
            _ => None,
        });
        all.collect()
    });
    Ok(json(StatusCode::OK, &Referrals { referrals }))
}

async fn answer(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(visit): Path<String>,
    Asked { body, key }: Asked<Answering>,
) -> Result<Response, Problem> {
    allowed::look(&caller, Ask::AnswerReferral)?;
    let visit = visit_of(&state, &visit)?;
    let answer = match (body.answer, body.outcome) {
        (Answered::Return, None) => Answer::Return,
        (Answered::Return, Some(outcome)) => {
            return Err(Problem::not_fitting("outcome", outcome.to_string()));
        }
        (Answered::Done, None) => return Err(Problem::missing("outcome")),
        (Answered::Done, Some(outcome)) => {
            Answer::Done { outcome: state.read(|committed| named::outcome(&committed.published, &outcome))? }
        }
    };
    with_visit(&state, &caller, Command::AnswerReferral { visit, answer }, key).await
}
