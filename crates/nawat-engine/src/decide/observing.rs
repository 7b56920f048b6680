//! What the hall lived through while the system was away. An observation adds to the record and moves
//! nothing in the present state; what contradicts the record is kept as a conflict for a person to settle.

use crate::command::{Lease, Observation, SeenStep};
use crate::day::Day;
use crate::event::{ConflictFound, ConflictKind, Event, PlacedFor, TicketIssued, VisitEnded};
use crate::ids::{Reference, SegmentId, ServiceId, VisitId};
use crate::refusal::Refusal;
use crate::time::Moment;
use crate::visit::{Channel, End, Line, Place, Step, StepClose, Ticket, Visit};

/// Decides what was seen to happen.
/// Refuses, first match wins: times before the day's opening or after now, then out of their order; unknown
/// names (visit, service, segment, counter, outcome, lease); a number that was not leased, or lies outside
/// its lease; an empty or too large party; an outcome that belongs to other services.
/// Afterwards: the ticket's owner waits by true arrival, or the finished step stands in the record with its
/// times, and the visit has ended or waits for its next service; or, first match wins, a conflict is noted: the
/// number stands on another ticket; the visit was elsewhere then; the counter served somebody else then.
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
            seen.holds(day)?;
            match seen.conflict(day) {
                Some(kind) => {
                    note(ConflictFound { kind, visit: None, ticket: Some(*ticket), step: None }, out)
                }
                None => out.push(seen.issued(day, *reference, *at)),
            }
        }
        Observation::Visit { ticket, reference, party, segment, arrived, step } => {
            in_bounds(day, *arrived, now)?;
            times_hold(day, step, now)?;
            if *arrived > step.called {
                return Err(Refusal::StepTimesOutOfOrder);
            }
            let seen =
                SeenTicket { ticket: *ticket, service: step.service, segment: *segment, party: *party };
            names_known(day, step)?;
            seen.holds(day)?;
            super::serving::outcome_fits(day, step.outcome, step.service)?;
            if let Some(kind) = seen.conflict(day).or_else(|| busy_then(day, step)) {
                let (ticket, step) = (Some(*ticket), Some(*step));
                note(ConflictFound { kind, visit: None, ticket, step }, out);
                return Ok(());
            }
            let visit = super::arrival::next_visit(day);
            out.push(seen.issued(day, *reference, *arrived));
            out.push(Event::StepObserved { visit, step: *step });
            out.push(served(visit, step, Some(step.service)));
        }
        Observation::Step { visit, step } => step_seen(day, *visit, step, now, out)?,
    }
    Ok(())
}

fn step_seen(
    day: &Day,
    id: VisitId,
    step: &SeenStep,
    now: Moment,
    out: &mut Vec<Event>,
) -> Result<(), Refusal> {
    times_hold(day, step, now)?;
    let visit = super::known_visit(day, id)?;
    names_known(day, step)?;
    super::serving::outcome_fits(day, step.outcome, step.service)?;
    if let Some(kind) = was_elsewhere(visit, step).or_else(|| busy_then(day, step)) {
        note(ConflictFound { kind, visit: Some(id), ticket: None, step: Some(*step) }, out);
        return Ok(());
    }
    out.push(Event::StepObserved { visit: id, step: *step });
    let present = day.step(visit.step);
    match present.next {
        None => {
            // What was seen may have been for something else than the ticket.
            let ended = Step {
                service: step.service,
                started: Some(step.started),
                close: Some(StepClose::Outcome(step.outcome)),
                ..*present
            };
            out.push(served(id, step, day.main_thing(visit, Some(&ended))));
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

#[derive(Clone, Copy)]
struct SeenTicket {
    ticket: Ticket,
    service: ServiceId,
    segment: SegmentId,
    party: u16,
}

impl SeenTicket {
    fn holds(self, day: &Day) -> Result<(), Refusal> {
        super::known_service(day, self.service)?;
        super::arrival::known_segment(day, self.segment)?;
        let lease = self.ticket.lease.ok_or(Refusal::NumberNotLeased)?;
        let known = |known: &&Lease| known.id == lease;
        let block = day.leases.iter().find(known).ok_or(Refusal::UnknownLease { lease })?;
        let number = self.ticket.number;
        if block.series != self.ticket.series || number < block.first || number > block.last {
            return Err(Refusal::NumberOutsideLease { lease });
        }
        super::party_fits(day, self.party)
    }

    fn conflict(self, day: &Day) -> Option<ConflictKind> {
        let taken = |lease| day.leased_seen.contains(&(lease, self.ticket.number));
        self.ticket.lease.is_some_and(taken).then_some(ConflictKind::NumberTaken)
    }

    fn issued(self, day: &Day, reference: Reference, arrived: Moment) -> Event {
        Event::TicketIssued(TicketIssued {
            visit: super::arrival::next_visit(day),
            ticket: self.ticket,
            reference,
            service: self.service,
            segment: self.segment,
            party: self.party,
            channel: Channel::Paper,
            person: None,
            appointment: None,
            since: arrived,
        })
    }
}

fn served(visit: VisitId, step: &SeenStep, main: Option<ServiceId>) -> Event {
    Event::VisitEnded(VisitEnded { visit, end: End::Served, counter: Some(step.counter), main })
}

fn note(conflict: ConflictFound, out: &mut Vec<Event>) {
    out.push(Event::ConflictFound(Box::new(conflict)));
}

fn in_bounds(day: &Day, at: Moment, now: Moment) -> Result<(), Refusal> {
    if at < day.opened || at > now {
        return Err(Refusal::EffectiveOutOfBounds { opened: day.opened, now });
    }
    Ok(())
}

fn times_hold(day: &Day, step: &SeenStep, now: Moment) -> Result<(), Refusal> {
    for at in [step.called, step.started, step.ended] {
        in_bounds(day, at, now)?;
    }
    if step.called <= step.started && step.started <= step.ended {
        return Ok(());
    }
    Err(Refusal::StepTimesOutOfOrder)
}

fn names_known(day: &Day, step: &SeenStep) -> Result<(), Refusal> {
    super::known_service(day, step.service)?;
    super::known_counter(day, step.counter)?;
    let outcome = step.outcome;
    day.rules.outcome(outcome).map(|_| ()).ok_or(Refusal::UnknownOutcome { outcome })
}

/// The visit does not wait, or did not yet wait in its line when it was seen to be called.
fn was_elsewhere(visit: &Visit, seen: &SeenStep) -> Option<ConflictKind> {
    let waited = matches!(visit.place, Place::Waiting(_)) && seen.called >= visit.moved;
    (!waited).then_some(ConflictKind::VisitMovedOn)
}

/// The record knows the counter busy with somebody else at that time.
fn busy_then(day: &Day, seen: &SeenStep) -> Option<ConflictKind> {
    let overlaps = |step: &Step| {
        let Some(started) = step.started.filter(|_| step.counter == Some(seen.counter)) else { return false };
        started < seen.ended && step.ended.is_none_or(|ended| ended > seen.started)
    };
    day.steps.iter().any(overlaps).then_some(ConflictKind::CounterBusyThen)
}
