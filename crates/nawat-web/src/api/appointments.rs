//! Appointments of today.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use nawat_catalogue::Occasion;
use nawat_engine::ids::AppointmentId;
use nawat_engine::visit::Channel;
use nawat_engine::{Command, Event};
use nawat_journal::accounts::DeviceKind;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::path::HttpMethod;

use super::shown::{Ticket, ticket_of};
use super::tickets::no_such_ticket;
use super::{Operation, Operations, SignedIn, once, schema_of};
use crate::allowed::{self, Ask};
use crate::asked::Asked;
use crate::caller::Caller;
use crate::commands::tell;
use crate::moments::moment;
use crate::named::{self, Named};
use crate::problems::Problem;
use crate::random;
use crate::state::AppState;

pub const OPERATIONS: Operations = &[
    || Operation {
        method: HttpMethod::Post,
        path: "/appointments",
        id: "bookAppointment",
        about: "Book an appointment of today, within the day's hours.",
        ask: Some(Ask::BookAppointment),
        body: Some(schema_of::<NewAppointment>()),
        answers: vec![(201, Some(schema_of::<Booked>()))],
        route: || post(book),
    },
    || Operation {
        method: HttpMethod::Post,
        path: "/appointments/{id}/cancel",
        id: "cancelAppointment",
        about: "Cancel an appointment.",
        ask: Some(Ask::CancelAppointment),
        body: Some(schema_of::<super::day::Nothing>()),
        answers: vec![(200, Some(schema_of::<Cancelled>()))],
        route: || post(cancel),
    },
    || Operation {
        method: HttpMethod::Post,
        path: "/appointments/{id}/check-in",
        id: "checkIn",
        about: "The appointment's owner has come; the wait begins at the later of slot and check-in.",
        ask: Some(Ask::CheckIn),
        body: Some(schema_of::<CheckingIn>()),
        answers: vec![(201, Some(schema_of::<Ticket>()))],
        route: || post(check_in),
    },
];

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAppointment {
    /// RFC 3339.
    #[schema(format = DateTime)]
    pub slot: String,
    pub service: Named,
    /// That of appointments otherwise.
    pub segment: Option<Named>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Booked {
    pub id: u32,
    pub reference: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Cancelled {
    pub id: u32,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckingIn {
    #[schema(minimum = 1, maximum = 65535)]
    pub party: Option<u16>,
}

async fn book(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked { body, key }: Asked<NewAppointment>,
) -> Result<Response, Problem> {
    allowed::look(&caller, Ask::BookAppointment)?;
    let (slot, fresh) = (moment("slot", &body.slot)?, random::reference()?);
    let command = state.read(|committed| {
        let published = &committed.published;
        let segment = match &body.segment {
            Some(named) => named::segment(published, named)?,
            None => {
                published.segment_for(Occasion::Appointment).ok_or_else(|| Problem::missing("segment"))?
            }
        };
        let service = named::service(published, &body.service)?;
        Ok::<_, Problem>(Command::BookAppointment { slot, service, segment, reference: fresh })
    })?;
    let told = tell(&state, &caller, command, key.as_ref()).await?;
    let booked = told.events().find_map(|event| match event {
        Event::AppointmentBooked { appointment, reference, .. } => {
            Some(Booked { id: appointment.0, reference: reference.to_string() })
        }
        _ => None,
    });
    Ok(once(&state, &caller, key.as_ref(), &told, || (StatusCode::CREATED, booked)))
}

async fn cancel(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(id): Path<String>,
    Asked { key, .. }: Asked<super::day::Nothing>,
) -> Result<Response, Problem> {
    let appointment = appointment_in_path(&id)?;
    let told = tell(&state, &caller, Command::CancelAppointment { appointment }, key.as_ref()).await?;
    Ok(once(&state, &caller, key.as_ref(), &told, || (StatusCode::OK, Cancelled { id: appointment.0 })))
}

async fn check_in(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(id): Path<String>,
    Asked { body, key }: Asked<CheckingIn>,
) -> Result<Response, Problem> {
    let channel = match caller {
        Caller::Device { kind: DeviceKind::Kiosk, .. } => Channel::Kiosk,
        _ => Channel::Appointment,
    };
    let (appointment, party) = (appointment_in_path(&id)?, body.party.unwrap_or(1));
    let command = Command::CheckIn { appointment, party, channel };
    let told = tell(&state, &caller, command, key.as_ref()).await?;
    let now = state.clock().now();
    let shown = told.visit().and_then(|visit| state.read(|committed| ticket_of(committed, visit, now)));
    let shown = shown.ok_or_else(no_such_ticket)?;
    Ok(once(&state, &caller, key.as_ref(), &told, || (StatusCode::CREATED, shown)))
}

fn appointment_in_path(id: &str) -> Result<AppointmentId, Problem> {
    id.parse()
        .map(AppointmentId)
        .map_err(|_| Problem::new(StatusCode::NOT_FOUND, "unknown-appointment").text("given", id))
}
