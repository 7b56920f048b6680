//! A counter's form as a command of the hall.

use axum::http::StatusCode;
use nawat_engine::Command;
use nawat_engine::command::WorkChannel;
use nawat_engine::ids::{CounterId, VisitId};
use nawat_journal::Committed;

use crate::allowed::Denied;
use crate::caller::Caller;
use crate::commands::tell;
use crate::forms::Form;
use crate::named::{self, Named};
use crate::presses::{
    Break, CallNext, CallVisit, CloseCounter, End, EndBreak, Extend, MoveProfile, NoShow, OpenCounter, Park,
    Placed, Press, QuickServe, Recall, Refer, Start, Transfer, Undo,
};
use crate::problems::Problem;
use crate::sought::visit_of_code;
use crate::state::AppState;

/// Tells what was pressed to the hall.
pub async fn press(state: &AppState, form: &Form, counter: CounterId) -> Result<(), Problem> {
    let caller = form.browser.caller();
    if caller == Caller::Nobody {
        return Err(Denied::SignInFirst.into());
    }
    let command = state.read(|committed| command(form, committed, counter, &caller))?;
    tell(state, &caller, command, form.key().as_ref()).await.map(|_| ())
}

fn command(
    form: &Form,
    committed: &Committed,
    counter: CounterId,
    caller: &Caller,
) -> Result<Command, Problem> {
    let published = &*committed.published;
    let reason = || form.wanted_named("reason");
    let pressed = form.wanted("command")?;
    match pressed {
        "open" => {
            OpenCounter { profile: form.named("profile"), staff: None }.command(published, counter, caller)
        }
        "close" => CloseCounter {}.command(published, counter, caller),
        "break" => Break { reason: reason()? }.command(published, counter, caller),
        "end-break" => EndBreak {}.command(published, counter, caller),
        "profile" => {
            MoveProfile { profile: form.wanted_named("profile")? }.command(published, counter, caller)
        }
        "call-next" => CallNext {}.command(published, counter, caller),
        "call" => CallVisit { ticket: ticket(form, committed)?, reason: reason()? }
            .command(published, counter, caller),
        "recall" => Recall {}.command(published, counter, caller),
        "start" => Start {}.command(published, counter, caller),
        "extend" => {
            let minutes = form.wanted_number("minutes")?;
            Extend { minutes, reason: reason()? }.command(published, counter, caller)
        }
        "end" => {
            let outcome = form.wanted_named("outcome")?;
            End { outcome, main: form.ticked("main") }.command(published, counter, caller)
        }
        "no-show" => NoShow {}.command(published, counter, caller),
        "transfer" => transfer(form)?.command(published, counter, caller),
        "refer" => Refer { reason: reason()?, wants_back: form.ticked("wants_back") }
            .command(published, counter, caller),
        "park" => Park { reason: reason()? }.command(published, counter, caller),
        "undo" => Undo {}.command(published, counter, caller),
        "quick-serve" => {
            let (service, segment) = (form.wanted_named("service")?, form.named("segment"));
            QuickServe { service, segment, party: form.number("party")? }.command(published, counter, caller)
        }
        "add-service" => {
            let service = named::service(published, &form.wanted_named("service")?)?;
            Ok(Command::AddService { visit: VisitId(form.wanted_number("visit")?), service })
        }
        "resume" => {
            let visit = VisitId(form.wanted_number("visit")?);
            Ok(Command::Resume { visit, counter: form.ticked("here").then_some(counter) })
        }
        "record-work" => Ok(Command::RecordWork {
            service: named::service(published, &form.wanted_named("service")?)?,
            channel: channel(form.wanted("channel")?)?,
            quantity: form.number("quantity")?.unwrap_or(1),
            counter: Some(counter),
        }),
        other => Err(Problem::not_fitting("command", other)),
    }
}

/// A ticket by its id, or by what is printed on it: “d041”.
fn ticket(form: &Form, committed: &Committed) -> Result<u32, Problem> {
    let text = form.wanted("visit")?;
    if let Ok(id) = text.parse() {
        return Ok(id);
    }
    let code = committed.published.ticket_of_code(text);
    let found = visit_of_code(&committed.day, code.ok_or_else(|| Problem::not_fitting("visit", text))?);
    let none = || Problem::new(StatusCode::NOT_FOUND, "unknown-visit").text("ticket", text);
    found.map(|visit| visit.id.0).ok_or_else(none)
}

fn transfer(form: &Form) -> Result<Transfer, Problem> {
    let mut to =
        Transfer { queue: None, counter: None, staff: None, service: form.named("service"), placement: None };
    let place = form.wanted("to")?;
    match place.split_once(':') {
        Some(("queue", id)) => to.queue = Some(Named::of(id)),
        Some(("counter", id)) => to.counter = Some(Named::of(id)),
        Some(("staff", id)) => to.staff = Some(id.parse().map_err(|_| Problem::not_fitting("to", place))?),
        _ => return Err(Problem::not_fitting("to", place)),
    }
    to.placement = match form.text("placement") {
        None => None,
        Some("original_arrival") => Some(Placed::OriginalArrival),
        Some("priority") => Some(Placed::Priority),
        Some("end") => Some(Placed::End),
        Some(other) => return Err(Problem::not_fitting("placement", other)),
    };
    Ok(to)
}

fn channel(text: &str) -> Result<WorkChannel, Problem> {
    match text {
        "telephone" => Ok(WorkChannel::Telephone),
        "email" => Ok(WorkChannel::Email),
        "back_office" => Ok(WorkChannel::BackOffice),
        other => Err(Problem::not_fitting("channel", other)),
    }
}
