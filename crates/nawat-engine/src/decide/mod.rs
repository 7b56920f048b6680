//! What a command does: refusals first, in their documented order, then events. Nothing changes here.

mod arrival;
mod calling;
mod closing;
mod moving;
mod observing;
mod opening;
mod rating;
mod referring;
mod serving;
mod undoing;

use crate::command::{Command, Said};
use crate::counter::{Counter, CounterState};
use crate::day::{Day, Phase};
use crate::event::Event;
use crate::ids::{CounterId, ReasonId, ServiceId, VisitId};
use crate::refusal::Refusal;
use crate::rules::Service;
use crate::time::Moment;
use crate::two_times::stamp;
use crate::visit::Visit;

/// Decides a command: appends its events to `out`, or refuses and changes nothing.
///
/// Refuses, first match wins: the day is not open, open already, or closed; the claimed time lies before the
/// opening or after now; then what the command's own decision documents ([`Refusal`] gives the order).
/// On a refusal `out` holds nothing that may be applied.
pub fn decide(day: &Day, said: &Said, out: &mut Vec<Event>) -> Result<(), Refusal> {
    day_takes(day, said)?;
    let (now, at) = stamp(day, said);
    match &said.command {
        Command::OpenDay(opening) => opening::open_day(day, opening, out),
        Command::AdoptRules { rules } => opening::adopt_rules(day, *rules, out),
        Command::OpenCounter { counter, staff, profile } => {
            opening::open_counter(day, *counter, *staff, *profile, out)
        }
        Command::CloseCounter { counter } => closing::close_counter(day, *counter, out),
        Command::StartBreak { counter, reason } => opening::start_break(day, *counter, *reason, out),
        Command::EndBreak { counter } => opening::end_break(day, *counter, out),
        Command::MoveProfile { counter, profile } => opening::move_profile(day, *counter, *profile, out),
        Command::IssueTicket(issue) => arrival::issue_ticket(day, issue, now, at, out),
        Command::BookAppointment { slot, service, segment, reference } => {
            arrival::book(day, *slot, (*service, *segment), *reference, out)
        }
        Command::CancelAppointment { appointment } => arrival::cancel(day, *appointment, out),
        Command::CheckIn { appointment, party, channel } => {
            arrival::check_in(day, *appointment, *party, *channel, at, out)
        }
        Command::CallNext { counter } => calling::call_next(day, *counter, now, out),
        Command::CallVisit { counter, visit, reason } => {
            calling::call_visit(day, *counter, *visit, *reason, out)
        }
        Command::Recall { counter } => calling::recall(day, *counter, out),
        Command::NoShow { counter } => calling::no_show(day, *counter, out),
        Command::Start { counter } => serving::start(day, *counter, out),
        Command::Extend { counter, by, reason } => serving::extend(day, *counter, *by, *reason, out),
        Command::EndStep { counter, outcome, main } => serving::end_step(day, *counter, *outcome, *main, out),
        Command::AddService { visit, service } => serving::add_service(day, *visit, *service, out),
        Command::QuickServe { counter, service, segment, reference, party } => {
            let quick =
                serving::Quick { service: *service, segment: *segment, reference: *reference, party: *party };
            serving::quick_serve(day, *counter, quick, at, out)
        }
        Command::RecordWork { service, channel, quantity, counter } => {
            serving::record_work(day, *service, *channel, *quantity, *counter, out)
        }
        Command::Transfer { counter, to, service, placement } => {
            moving::transfer(day, *counter, (*to, *service, *placement), now, out)
        }
        Command::Park { counter, reason } => moving::park(day, *counter, *reason, out),
        Command::Resume { visit, counter } => moving::resume(day, *visit, *counter, out),
        Command::Leave { visit, redirected } => moving::leave(day, *visit, *redirected, out),
        Command::Delay { visit, by } => moving::delay(day, *visit, *by, now, out),
        Command::ChangePriority { visit, segment, reason } => {
            moving::change_priority(day, *visit, *segment, *reason, now, out)
        }
        Command::Refer { counter, reason, wants_back } => {
            referring::refer(day, *counter, *reason, *wants_back, out)
        }
        Command::AnswerReferral { visit, answer } => referring::answer(day, *visit, *answer, out),
        Command::Rate { visit, rating } => rating::rate(day, *visit, *rating, out),
        Command::Undo { counter } => undoing::undo(day, *counter, said.by, now, out),
        Command::SuspendHall { reason } => closing::suspend(day, *reason, out),
        Command::ResumeHall => closing::resume_hall(day, out),
        Command::CloseTicketing => closing::close_ticketing(day, out),
        Command::ReopenTicketing => closing::reopen_ticketing(day, now, out),
        Command::LeaseNumbers { device, series, count } => {
            arrival::lease_numbers(day, *device, *series, *count, out)
        }
        Command::Observe(observation) => observing::observe(day, observation, now, out),
        Command::CloseDay { carry_over, heads } => closing::close_day(day, *carry_over, heads, out),
    }
}

/// The day's phase, then the claimed time.
fn day_takes(day: &Day, said: &Said) -> Result<(), Refusal> {
    let mut earliest = day.opened;
    match (day.phase, &said.command) {
        // An opening told late happened within the hours of its day.
        (Phase::Unopened, Command::OpenDay(opening)) => earliest = opening.hours.opens.min(said.at),
        (Phase::Unopened, _) => return Err(Refusal::DayNotOpen),
        (Phase::Open, Command::OpenDay(_)) => return Err(Refusal::DayAlreadyOpen),
        (Phase::Closed, _) => return Err(Refusal::DayClosed),
        (Phase::Open, _) => {}
    }
    let now = said.at.max(day.recorded);
    match said.effective {
        Some(claimed) if claimed < earliest || claimed > now => {
            Err(Refusal::EffectiveOutOfBounds { opened: earliest, now })
        }
        _ => Ok(()),
    }
}

// What several decisions ask first.

fn known_service(day: &Day, service: ServiceId) -> Result<&Service, Refusal> {
    day.rules.service(service).ok_or(Refusal::UnknownService { service })
}

fn known_reason(day: &Day, reason: ReasonId) -> Result<(), Refusal> {
    if reason.0 < day.rules.reasons { Ok(()) } else { Err(Refusal::UnknownReason { reason }) }
}

fn known_counter(day: &Day, counter: CounterId) -> Result<&Counter, Refusal> {
    match (day.rules.counter(counter), day.counter(counter)) {
        (Some(_), Some(state)) => Ok(state),
        _ => Err(Refusal::UnknownCounter { counter }),
    }
}

fn known_visit(day: &Day, visit: VisitId) -> Result<&Visit, Refusal> {
    day.visit(visit).ok_or(Refusal::UnknownVisit { visit })
}

/// A visit that has not ended.
fn open_visit(day: &Day, id: VisitId) -> Result<&Visit, Refusal> {
    let visit = known_visit(day, id)?;
    if visit.is_open() { Ok(visit) } else { Err(Refusal::VisitEnded { visit: id }) }
}

fn party_fits(day: &Day, party: u16) -> Result<(), Refusal> {
    match party {
        0 => Err(Refusal::PartyEmpty),
        _ if party > day.rules.party_max => Err(Refusal::PartyTooLarge { most: day.rules.party_max }),
        _ => Ok(()),
    }
}

fn hall_runs(day: &Day) -> Result<(), Refusal> {
    if day.suspended.is_some() { Err(Refusal::HallSuspended) } else { Ok(()) }
}

/// The counter is open and has nobody.
fn idle(counter: &Counter) -> Result<(), Refusal> {
    match counter.state {
        CounterState::Idle => Ok(()),
        CounterState::Closed => Err(Refusal::CounterClosed { counter: counter.id }),
        state => Err(Refusal::CounterBusy { counter: counter.id, state }),
    }
}

/// The visit that this counter serves.
fn serving_at<'a>(day: &'a Day, counter: &Counter) -> Result<&'a Visit, Refusal> {
    match counter.state {
        CounterState::Serving(visit) => known_visit(day, visit),
        CounterState::Closed => Err(Refusal::CounterClosed { counter: counter.id }),
        _ => Err(Refusal::CounterNotServing { counter: counter.id }),
    }
}

/// The visit that this counter calls.
fn calling_at<'a>(day: &'a Day, counter: &Counter) -> Result<&'a Visit, Refusal> {
    match counter.state {
        CounterState::Calling(visit) => known_visit(day, visit),
        CounterState::Closed => Err(Refusal::CounterClosed { counter: counter.id }),
        _ => Err(Refusal::CounterNotCalling { counter: counter.id }),
    }
}

/// Effective arrival and credit as if it had waited since its ticket: they outlive transfers and pauses.
fn original_arrival(visit: &Visit) -> (Moment, i64) {
    (visit.first_since, visit.first_credit)
}
