//! Appointments of today at the reception's desk: booked, checked in, cancelled.

use axum::extract::State;
use axum::response::Response;
use nawat_catalogue::Occasion;
use nawat_engine::Command;
use nawat_engine::ids::AppointmentId;
use nawat_engine::time::Moment;
use nawat_engine::visit::Channel;

use super::{HOME, enter, shown};
use crate::commands::tell;
use crate::forms::Form;
use crate::handlers::see_other;
use crate::named;
use crate::problems::Problem;
use crate::random;
use crate::reader::Reader;
use crate::state::AppState;

/// `POST /reception/appointments`
pub async fn press(State(state): State<AppState>, reader: Reader, form: Form) -> Result<Response, Problem> {
    if let Err(first) = enter(&form.browser, HOME)? {
        return Ok(first);
    }
    match told(&state, &form).await {
        Ok(place) => Ok(see_other(&place)),
        Err(problem) => Ok(shown(&state, reader, &form.browser, Some(&problem))),
    }
}

/// Where to go on from here.
async fn told(state: &AppState, form: &Form) -> Result<String, Problem> {
    let command = match form.wanted("command")? {
        "check-in" => Command::CheckIn {
            appointment: AppointmentId(form.wanted_number("appointment")?),
            party: form.number("party")?.unwrap_or(1),
            channel: Channel::Appointment,
        },
        "cancel" => {
            Command::CancelAppointment { appointment: AppointmentId(form.wanted_number("appointment")?) }
        }
        "book" => booking(state, form)?,
        other => return Err(Problem::not_fitting("command", other)),
    };
    let told = tell(state, &form.browser.caller(), command, form.key().as_ref()).await?;
    Ok(told.visit().map_or_else(|| HOME.to_owned(), |visit| format!("/reception/visit/{visit}")))
}

fn booking(state: &AppState, form: &Form) -> Result<Command, Problem> {
    let (service, slot) = (form.wanted_named("service")?, Moment(form.wanted_number("slot")?));
    let reference = random::reference()?;
    state.read(|committed| {
        let published = &committed.published;
        let segment = published.segment_for(Occasion::Appointment);
        let segment = segment.ok_or_else(|| Problem::missing("segment"))?;
        let service = named::service(published, &service)?;
        Ok(Command::BookAppointment { slot, service, segment, reference })
    })
}
