//! What the hall lived through while the system was away. An observation adds to the record and moves
//! nothing in the present state; what contradicts the record is kept as a conflict for a person to settle.

use crate::command::{Observation, SeenStep};
use crate::day::Day;
use crate::event::{ConflictFound, ConflictKind, Event, PlacedFor, TicketIssued, VisitEnded};
use crate::ids::{Reference, SegmentId, ServiceId, VisitId};
use crate::refusal::Refusal;
use crate::time::Moment;
use crate::visit::{Channel, End, Line, Place, Ticket};

/// Decides what was seen to happen.
/// Refuses, first match wins: times before the day's opening or after now, or out of their order; unknown
/// names; a number that was not leased, or lies outside its lease; an empty or too large party.
pub(super) fn observe(
    day: &Day,
    observation: &Observation,
    now: Moment,
    out: &mut Vec<Event>,
) -> Result<(), Refusal> {
    match observation {
        Observation::Ticket { ticket, service, segment, party, reference, at } => {
            in_bounds(day, *at, now)?;
            let seen = SeenTicket { ticket: *ticket, service: *service, segment: *segment, party: *party };
            ticket_seen(day, seen, *reference, *at, out).map(|_| ())
        }
        Observation::Visit { ticket, reference, party, segment, arrived, step } => {
            times_hold(day, *arrived, step, now)?;
            step_known(day, step)?;
            let seen =
                SeenTicket { ticket: *ticket, service: step.service, segment: *segment, party: *party };
            if let Some(kind) = counter_conflict(day, step) {
                conflict(kind, None, Some(*ticket), step, out);
                return Ok(());
            }
            let Some(visit) = ticket_seen(day, seen, *reference, *arrived, out)? else { return Ok(()) };
            out.push(Event::StepObserved { visit, step: *step });
            out.push(served(visit, step));
            Ok(())
        }
        Observation::Step { visit, step } => step_seen(day, *visit, step, now, out),
    }
}

#[derive(Clone, Copy)]
struct SeenTicket {
    ticket: Ticket,
    service: ServiceId,
    segment: SegmentId,
    party: u16,
}

/// The visit that the ticket becomes; `None` where its number stands on another ticket already.
fn ticket_seen(
    day: &Day,
    seen: SeenTicket,
    reference: Reference,
    arrived: Moment,
    out: &mut Vec<Event>,
) -> Result<Option<VisitId>, Refusal> {
    super::known_service(day, seen.service)?;
    super::arrival::known_segment(day, seen.segment)?;
    let ticket = seen.ticket;
    let lease = ticket.lease.ok_or(Refusal::NumberNotLeased)?;
    let block = day.leases.iter().find(|known| known.id == lease).ok_or(Refusal::UnknownLease { lease })?;
    if block.series != ticket.series || ticket.number < block.first || ticket.number > block.last {
        return Err(Refusal::NumberOutsideLease { lease });
    }
    super::party_fits(day, seen.party)?;
    if day.leased_seen.contains(&(lease, ticket.number)) {
        out.push(Event::ConflictFound(Box::new(ConflictFound {
            kind: ConflictKind::NumberTaken,
            visit: None,
            ticket: Some(ticket),
            step: None,
        })));
        return Ok(None);
    }
    let visit = super::arrival::next_visit(day);
    out.push(Event::TicketIssued(TicketIssued {
        visit,
        ticket,
        reference,
        service: seen.service,
        segment: seen.segment,
        party: seen.party,
        channel: Channel::Paper,
        person: None,
        appointment: None,
        since: arrived,
    }));
    Ok(Some(visit))
}

fn step_seen(
    day: &Day,
    id: VisitId,
    step: &SeenStep,
    now: Moment,
    out: &mut Vec<Event>,
) -> Result<(), Refusal> {
    let visit = super::known_visit(day, id)?;
    times_hold(day, visit.arrived, step, now)?;
    step_known(day, step)?;
    if !matches!(visit.place, Place::Waiting(_)) {
        conflict(ConflictKind::VisitMovedOn, Some(id), None, step, out);
        return Ok(());
    }
    if let Some(kind) = counter_conflict(day, step) {
        conflict(kind, Some(id), None, step, out);
        return Ok(());
    }
    out.push(Event::StepObserved { visit: id, step: *step });
    match day.step(visit.step).next {
        None => {
            let ending = super::serving::Ending { step: visit.step, outcome: step.outcome, main: false };
            let main = super::serving::main_service(day, visit, Some(ending)).map(|main| {
                // What was seen to be done counts, whatever the ticket was for.
                if main == day.step(visit.step).service { step.service } else { main }
            });
            let end = VisitEnded { visit: id, end: End::Served, counter: Some(step.counter), main };
            out.push(Event::VisitEnded(end));
        }
        Some(next) => {
            let queue = super::known_service(day, day.step(next).service)?.queue;
            let (since, credit) = super::original_arrival(visit);
            let (line, cause) = (Line::Queue(queue), PlacedFor::NextService);
            out.push(Event::VisitPlaced { visit: id, counter: None, line, since, credit, cause });
        }
    }
    Ok(())
}

fn served(visit: VisitId, step: &SeenStep) -> Event {
    let (counter, main) = (Some(step.counter), Some(step.service));
    Event::VisitEnded(VisitEnded { visit, end: End::Served, counter, main })
}

fn conflict(
    kind: ConflictKind,
    visit: Option<VisitId>,
    ticket: Option<Ticket>,
    step: &SeenStep,
    out: &mut Vec<Event>,
) {
    let found = ConflictFound { kind, visit, ticket, step: Some(*step) };
    out.push(Event::ConflictFound(Box::new(found)));
}

fn in_bounds(day: &Day, at: Moment, now: Moment) -> Result<(), Refusal> {
    if at < day.opened || at > now {
        return Err(Refusal::EffectiveOutOfBounds { opened: day.opened, now });
    }
    Ok(())
}

fn times_hold(day: &Day, arrived: Moment, step: &SeenStep, now: Moment) -> Result<(), Refusal> {
    in_bounds(day, arrived, now)?;
    in_bounds(day, step.ended, now)?;
    if arrived <= step.called && step.called <= step.started && step.started <= step.ended {
        return Ok(());
    }
    Err(Refusal::StepTimesOutOfOrder)
}

fn step_known(day: &Day, step: &SeenStep) -> Result<(), Refusal> {
    super::known_counter(day, step.counter)?;
    let outcome = step.outcome;
    day.rules.outcome(outcome).ok_or(Refusal::UnknownOutcome { outcome })?;
    super::serving::outcome_fits(day, outcome, step.service)
}

/// The record knows the counter busy with somebody else at that time.
fn counter_conflict(day: &Day, seen: &SeenStep) -> Option<ConflictKind> {
    let overlaps = |step: &&crate::visit::Step| {
        let Some(started) = step.started.filter(|_| step.counter == Some(seen.counter)) else { return false };
        started < seen.ended && step.ended.is_none_or(|ended| ended > seen.started)
    };
    day.steps.iter().find(overlaps).map(|_| ConflictKind::CounterBusyThen)
}
