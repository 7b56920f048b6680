//! What the hall lived through while the system was away, told afterwards.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use nawat_catalogue::{Occasion, Published};
use nawat_engine::command::{Observation as Seen, SeenStep};
use nawat_engine::ids::{LeaseId, VisitId};
use nawat_engine::visit::Ticket;
use nawat_engine::{Command, Event};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::path::HttpMethod;

use super::{Operation, Operations, SignedIn, once, schema_of};
use crate::allowed::{self, Ask};
use crate::asked::Asked;
use crate::commands::tell;
use crate::moments::moment;
use crate::named::{self, Named};
use crate::problems::Problem;
use crate::random;
use crate::state::AppState;

pub const OPERATIONS: Operations = &[|| Operation {
    method: HttpMethod::Post,
    path: "/observations",
    id: "observe",
    about: "Tell of a ticket, a finished visit or a finished step that happened without the system. What \
            contradicts the record becomes a conflict for a person to settle.",
    ask: Some(Ask::Observe),
    body: Some(schema_of::<Observation>()),
    answers: vec![(201, Some(schema_of::<Observed>()))],
    route: || post(observe),
}];

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Observation {
    pub kind: Witnessed,
    /// As printed, such as D041; for a ticket or a whole visit.
    pub number: Option<String>,
    /// The block that the number was lent with.
    pub lease: Option<u32>,
    /// For a step: the visit that waits in the record.
    pub ticket: Option<u32>,
    pub service: Option<Named>,
    pub segment: Option<Named>,
    pub party: Option<u16>,
    /// RFC 3339: when the ticket was given.
    pub arrived: Option<String>,
    pub step: Option<Step>,
}

#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Witnessed {
    /// Its owner still waits.
    Ticket,
    /// A whole visit that is over.
    Visit,
    /// A step of a visit that waits in the record.
    Step,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub service: Named,
    pub counter: Named,
    pub called: String,
    pub started: String,
    pub ended: String,
    pub outcome: Named,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Observed {
    /// The visit that it is about now.
    pub ticket: Option<u32>,
    /// It contradicts the record; a person settles it.
    pub conflict: bool,
}

async fn observe(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked { body, key }: Asked<Observation>,
) -> Result<Response, Problem> {
    allowed::look(&caller, Ask::Observe)?;
    let published = state.read(|committed| std::sync::Arc::clone(&committed.published));
    let command = Command::Observe(seen(&published, body)?);
    let told = tell(&state, &caller, command, key.as_ref()).await?;
    let shown = Observed {
        ticket: told.visit().map(|visit| visit.0),
        conflict: told.events().any(|event| matches!(event, Event::ConflictFound(_))),
    };
    Ok(once(&state, &caller, key.as_ref(), &told, || (StatusCode::CREATED, shown)))
}

fn seen(published: &Published, body: Observation) -> Result<Seen, Problem> {
    let walk_in = || published.segment_for(Occasion::WalkIn).ok_or_else(|| Problem::missing("segment"));
    let party = body.party.unwrap_or(1);
    if let Witnessed::Step = body.kind {
        let visit = VisitId(body.ticket.ok_or_else(|| Problem::missing("ticket"))?);
        let step = step(published, body.step.ok_or_else(|| Problem::missing("step"))?)?;
        return Ok(Seen::Step { visit, step });
    }
    let code = body.number.ok_or_else(|| Problem::missing("number"))?;
    let (series, number) =
        published.ticket_of_code(&code).ok_or_else(|| Problem::not_fitting("number", code))?;
    let ticket = Ticket { series, number, lease: body.lease.map(LeaseId) };
    let segment = body.segment.map_or_else(walk_in, |named| named::segment(published, &named))?;
    let arrived = body.arrived.ok_or_else(|| Problem::missing("arrived"))?;
    let arrived = moment("arrived", &arrived)?;
    let reference = random::reference()?;
    if let Witnessed::Visit = body.kind {
        let step = step(published, body.step.ok_or_else(|| Problem::missing("step"))?)?;
        return Ok(Seen::Visit { ticket, reference, party, segment, arrived, step });
    }
    let service = body.service.ok_or_else(|| Problem::missing("service"))?;
    let service = named::service(published, &service)?;
    Ok(Seen::Ticket { ticket, service, segment, party, reference, at: arrived })
}

fn step(published: &Published, step: Step) -> Result<SeenStep, Problem> {
    Ok(SeenStep {
        service: named::service(published, &step.service)?,
        counter: named::counter(published, &step.counter)?,
        called: moment("called", &step.called)?,
        started: moment("started", &step.started)?,
        ended: moment("ended", &step.ended)?,
        outcome: named::outcome(published, &step.outcome)?,
    })
}
