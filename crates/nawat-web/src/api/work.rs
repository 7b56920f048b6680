//! Work without a visit: telephone, e-mail, back office.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use nawat_engine::Command;
use nawat_engine::command::WorkChannel;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::path::HttpMethod;

use super::{Operation, Operations, SignedIn, once, schema_of};
use crate::allowed::{self, Ask};
use crate::asked::Asked;
use crate::commands::tell;
use crate::named::{self, Named};
use crate::problems::Problem;
use crate::state::AppState;

pub const OPERATIONS: Operations = &[|| Operation {
    method: HttpMethod::Post,
    path: "/work",
    id: "recordWork",
    about: "Count work that was done without a visit, beside the visits.",
    ask: Some(Ask::RecordWork),
    body: Some(schema_of::<Work>()),
    answers: vec![(201, Some(schema_of::<Recorded>()))],
    route: || post(work),
}];

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Work {
    pub service: Named,
    pub channel: Channel,
    /// 1 otherwise.
    pub quantity: Option<u32>,
    pub counter: Option<Named>,
}

#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Telephone,
    Email,
    BackOffice,
}

impl From<Channel> for WorkChannel {
    fn from(channel: Channel) -> WorkChannel {
        match channel {
            Channel::Telephone => WorkChannel::Telephone,
            Channel::Email => WorkChannel::Email,
            Channel::BackOffice => WorkChannel::BackOffice,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Recorded {
    /// Sequence of the event in the day's stream.
    pub seq: u64,
}

async fn work(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked { body, key }: Asked<Work>,
) -> Result<Response, Problem> {
    allowed::look(&caller, Ask::RecordWork)?;
    let command = state.read(|committed| {
        let published = &committed.published;
        let counter = body.counter.map(|named| named::counter(published, &named)).transpose()?;
        let service = named::service(published, &body.service)?;
        let (channel, quantity) = (body.channel.into(), body.quantity.unwrap_or(1));
        Ok::<_, Problem>(Command::RecordWork { service, channel, quantity, counter })
    })?;
    let told = tell(&state, &caller, command, key.as_ref()).await?;
    let seq = told.seq().unwrap_or_default();
    Ok(once(&state, &caller, key.as_ref(), &told, || (StatusCode::CREATED, Recorded { seq })))
}
