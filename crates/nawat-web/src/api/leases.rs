//! Blocks of numbers lent to kiosks that may lose their connection.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use nawat_engine::ids::DeviceId;
use nawat_engine::{Command, Event};
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
    path: "/leases",
    id: "leaseNumbers",
    about: "Lend a block of numbers to a device.",
    ask: Some(Ask::LeaseNumbers),
    body: Some(schema_of::<NewLease>()),
    answers: vec![(201, Some(schema_of::<Lease>()))],
    route: || post(lease),
}];

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLease {
    pub device: u32,
    pub series: Named,
    pub count: u32,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Lease {
    pub id: u32,
    pub series: u16,
    pub first: u64,
    pub last: u64,
    /// As printed.
    pub first_number: String,
    pub last_number: String,
}

async fn lease(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked { body, key }: Asked<NewLease>,
) -> Result<Response, Problem> {
    allowed::look(&caller, Ask::LeaseNumbers)?;
    let series = state.read(|committed| named::series(&committed.published, &body.series))?;
    let command = Command::LeaseNumbers { device: DeviceId(body.device), series, count: body.count };
    let told = tell(&state, &caller, command, key.as_ref()).await?;
    let lent = told.events().find_map(|event| match event {
        Event::NumbersLeased { lease } => Some(*lease),
        _ => None,
    });
    let shown = lent.map(|lease| {
        let code = |number| state.read(|committed| committed.published.ticket_code(lease.series, number));
        Lease {
            id: lease.id.0,
            series: lease.series.0,
            first: lease.first,
            last: lease.last,
            first_number: code(lease.first),
            last_number: code(lease.last),
        }
    });
    Ok(once(&state, &caller, key.as_ref(), &told, || (StatusCode::CREATED, shown)))
}
