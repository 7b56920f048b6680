//! The engine's refusals: which status they answer, and what of the hall their words name.

use axum::http::StatusCode;
use nawat_catalogue::Words;
use nawat_engine::Refusal;
use nawat_engine::ids::{CounterId, ServiceId, VisitId};
use nawat_engine::time::Moment;
use nawat_journal::hall::Committed;

use super::{Problem, Put};

/// A refusal with the names of what it is about.
pub fn refused(refusal: &Refusal, committed: &Committed) -> Problem {
    let problem = Problem::new(status_of(refusal), refusal.code());
    match *refusal {
        Refusal::UnknownCounter { counter }
        | Refusal::CounterClosed { counter }
        | Refusal::CounterAlreadyOpen { counter }
        | Refusal::CounterBusy { counter, .. }
        | Refusal::CounterNotOnBreak { counter }
        | Refusal::CounterNotCalling { counter }
        | Refusal::CounterNotServing { counter }
        | Refusal::StaffAtAnotherCounter { counter, .. }
        | Refusal::NobodyWaiting { counter }
        | Refusal::NothingToUndo { counter }
        | Refusal::UndoNotYours { counter }
        | Refusal::UndoTooLate { counter }
        | Refusal::UndoOvertaken { counter }
        | Refusal::RulesDropCounter { counter } => problem.put("counter", counter_name(committed, counter)),
        Refusal::UnknownVisit { visit }
        | Refusal::VisitNotWaiting { visit }
        | Refusal::VisitNotParked { visit }
        | Refusal::VisitNotReferred { visit }
        | Refusal::VisitBeingServed { visit }
        | Refusal::VisitNotServed { visit }
        | Refusal::VisitEnded { visit } => problem.text("ticket", ticket_code(committed, visit)),
        Refusal::OutcomeNotOfService { service, .. } | Refusal::RulesDropService { service } => {
            problem.put("service", service_name(committed, service))
        }
        Refusal::PartyTooLarge { most } => problem.number("most", most),
        Refusal::ExtensionTooLong { most_minutes } | Refusal::DelayTooLong { most_minutes } => {
            problem.number("most", most_minutes)
        }
        Refusal::HallFull { capacity } => problem.number("most", capacity),
        Refusal::SlotOutsideHours { opens, closes } => {
            problem.text("from", wall(committed, opens)).text("to", wall(committed, closes))
        }
        Refusal::EffectiveOutOfBounds { opened, now } => {
            problem.text("from", wall(committed, opened)).text("to", wall(committed, now))
        }
        _ => match given(refusal) {
            Some(number) => problem.number("given", number),
            None => problem,
        },
    }
}

/// The number that was given for something that has no name to show.
fn given(refusal: &Refusal) -> Option<u32> {
    match *refusal {
        Refusal::UnknownService { service } => Some(service.0.into()),
        Refusal::UnknownSegment { segment } | Refusal::RulesDropSegment { segment } => Some(segment.0.into()),
        Refusal::UnknownProfile { profile } => Some(profile.0.into()),
        Refusal::UnknownOutcome { outcome } => Some(outcome.0.into()),
        Refusal::UnknownReason { reason } => Some(reason.0.into()),
        Refusal::UnknownSeries { series } | Refusal::SeriesExhausted { series } => Some(series.0.into()),
        Refusal::UnknownQueue { queue } | Refusal::RulesDropQueue { queue } => Some(queue.0.into()),
        Refusal::UnknownAppointment { appointment } | Refusal::AppointmentNotOpen { appointment } => {
            Some(appointment.0)
        }
        Refusal::UnknownLease { lease } | Refusal::NumberOutsideLease { lease } => Some(lease.0),
        Refusal::UnknownRules { version } | Refusal::RulesNotWhole { version } => Some(version),
        _ => None,
    }
}

/// 404 for what a path names and does not exist, 422 for a request that could never be done, 409 for one that
/// the hall as it stands does not allow.
pub fn status_of(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::UnknownCounter { .. }
        | Refusal::UnknownVisit { .. }
        | Refusal::UnknownAppointment { .. }
        | Refusal::UnknownLease { .. } => StatusCode::NOT_FOUND,
        Refusal::EffectiveOutOfBounds { .. }
        | Refusal::StepTimesOutOfOrder
        | Refusal::UnknownRules { .. }
        | Refusal::UnknownService { .. }
        | Refusal::UnknownSegment { .. }
        | Refusal::UnknownProfile { .. }
        | Refusal::UnknownOutcome { .. }
        | Refusal::UnknownReason { .. }
        | Refusal::UnknownSeries { .. }
        | Refusal::UnknownQueue { .. }
        | Refusal::OutcomeNotOfService { .. }
        | Refusal::RulesNotWhole { .. }
        | Refusal::PartyEmpty
        | Refusal::PartyTooLarge { .. }
        | Refusal::ExtensionTooLong { .. }
        | Refusal::ExtensionEmpty
        | Refusal::DelayTooLong { .. }
        | Refusal::ScoreOutOfRange
        | Refusal::QuantityZero
        | Refusal::SlotOutsideHours { .. }
        | Refusal::NumberOutsideLease { .. }
        | Refusal::NumberNotLeased => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::CONFLICT,
    }
}

fn counter_name(committed: &Committed, counter: CounterId) -> Put {
    match committed.published.counter(counter) {
        Some(counter) => Put::Words(counter.name()),
        None => Put::Text(counter.to_string()),
    }
}

fn service_name(committed: &Committed, service: ServiceId) -> Put {
    match committed.published.service(service) {
        Some(service) => Put::Words(service.name.clone()),
        None => Put::Words(Words::new(service.to_string(), service.to_string())),
    }
}

fn ticket_code(committed: &Committed, visit: VisitId) -> String {
    match committed.day.visit(visit) {
        Some(found) => committed.published.ticket_code(found.ticket.series, found.ticket.number),
        None => visit.to_string(),
    }
}

fn wall(committed: &Committed, moment: Moment) -> String {
    let time = committed.published.centre.calendar.local_time(moment);
    format!("{:02}:{:02}", time.hour(), time.minute())
}
