//! Serving at a counter.

use crate::command::WorkChannel;
use crate::day::Day;
use crate::event::{Event, PlacedFor, TicketIssued, VisitEnded, Why};
use crate::ids::{CounterId, OutcomeId, ReasonId, Reference, SegmentId, ServiceId, StepId, VisitId};
use crate::refusal::Refusal;
use crate::time::{Millis, Moment};
use crate::visit::{Channel, End, Line, Step, StepClose, Visit};

/// Decides that the called person stands at the counter.
/// Refuses, first match wins: unknown counter; closed, or not calling anybody.
/// Afterwards: the visit is served, and its allotted time runs.
pub(super) fn start(day: &Day, id: CounterId, out: &mut Vec<Event>) -> Result<(), Refusal> {
    let counter = super::known_counter(day, id)?;
    let visit = super::calling_at(day, counter)?;
    out.push(Event::ServiceStarted { visit: visit.id, counter: id });
    Ok(())
}

/// Decides that a step may take longer, with the reason. The share within the allotted time is measured
/// against the service's own minutes all the same.
/// Refuses, first match wins: unknown counter or reason; no time at all; more than the rules allow at once;
/// closed, or not serving anybody.
/// Afterwards: the step has that much more time; as often as needed, each time with its reason.
pub(super) fn extend(
    day: &Day,
    id: CounterId,
    by: Millis,
    reason: ReasonId,
    out: &mut Vec<Event>,
) -> Result<(), Refusal> {
    let counter = super::known_counter(day, id)?;
    super::known_reason(day, reason)?;
    if by <= Millis::ZERO {
        return Err(Refusal::ExtensionEmpty);
    }
    let most = day.rules.extension_max;
    if by > most {
        return Err(Refusal::ExtensionTooLong { most_minutes: (most.0 / 60_000).clamp(0, 1 << 30) as u32 });
    }
    let visit = super::serving_at(day, counter)?;
    out.push(Event::ServiceExtended { visit: visit.id, counter: id, by, reason });
    Ok(())
}

/// Decides that a step ends with a closing code.
/// Refuses, first match wins: unknown counter or outcome; closed, or not serving anybody; the outcome
/// belongs to other services.
/// Afterwards: with a further service the visit goes on here, where this counter takes its queue, or waits
/// for it by its original arrival; otherwise it has ended, served.
pub(super) fn end_step(
    day: &Day,
    id: CounterId,
    outcome: OutcomeId,
    main: bool,
    out: &mut Vec<Event>,
) -> Result<(), Refusal> {
    let counter = super::known_counter(day, id)?;
    day.rules.outcome(outcome).ok_or(Refusal::UnknownOutcome { outcome })?;
    let visit = super::serving_at(day, counter)?;
    let step = day.step(visit.step);
    outcome_fits(day, outcome, step.service)?;
    out.push(Event::StepEnded { visit: visit.id, counter: id, outcome, main });
    match step.next {
        None => {
            let ended = Step { close: Some(StepClose::Outcome(outcome)), main, ..*step };
            let main = day.main_thing(visit, Some(&ended));
            let end = VisitEnded { visit: visit.id, end: End::Served, counter: Some(id), main };
            out.push(Event::VisitEnded(end));
        }
        Some(next) => go_on(day, visit, next, id, out)?,
    }
    Ok(())
}

fn go_on(
    day: &Day,
    visit: &Visit,
    next: StepId,
    counter: CounterId,
    out: &mut Vec<Event>,
) -> Result<(), Refusal> {
    let queue = super::known_service(day, day.step(next).service)?.queue;
    let profile = day.counter(counter).and_then(|counter| day.rules.profile(counter.profile));
    if profile.is_some_and(|profile| profile.takes.iter().any(|takes| takes.queue == queue)) {
        out.push(Event::ServiceStarted { visit: visit.id, counter });
        return Ok(());
    }
    let (since, credit) = super::original_arrival(visit);
    let (line, cause) = (Line::Queue(queue), PlacedFor::NextService);
    out.push(Event::VisitPlaced { visit: visit.id, counter: Some(counter), line, since, credit, cause });
    Ok(())
}

pub(super) fn outcome_fits(day: &Day, outcome: OutcomeId, service: ServiceId) -> Result<(), Refusal> {
    if super::known_service(day, service)?.outcomes.contains(&outcome) {
        return Ok(());
    }
    Err(Refusal::OutcomeNotOfService { outcome, service })
}

/// Decides one more service for a visit that is open.
/// Refuses, first match wins: unknown visit or service; the visit has ended.
/// Afterwards: it is dealt with after those the visit has, in the same visit.
pub(super) fn add_service(
    day: &Day,
    id: VisitId,
    service: ServiceId,
    out: &mut Vec<Event>,
) -> Result<(), Refusal> {
    super::known_visit(day, id)?;
    super::known_service(day, service)?;
    super::open_visit(day, id)?;
    out.push(Event::ServiceAdded { visit: id, service });
    Ok(())
}

/// Who stands before the counter without a ticket.
#[derive(Clone, Copy)]
pub(super) struct Quick {
    pub service: ServiceId,
    pub segment: SegmentId,
    pub reference: Reference,
    pub party: u16,
}

/// Decides ticket, call and start in one press. Neither the hour of the last ticket nor a full hall stands
/// against serving somebody who is at the counter already.
/// Refuses, first match wins: unknown counter, service or segment; an empty or too large party; hall
/// suspended; series used up; counter closed, busy or on a break.
/// Afterwards: the visit is served here, its wait zero. Taken back, it waits in its queue: a number once
/// given stays given.
pub(super) fn quick_serve(
    day: &Day,
    id: CounterId,
    quick: Quick,
    at: Moment,
    out: &mut Vec<Event>,
) -> Result<(), Refusal> {
    let counter = super::known_counter(day, id)?;
    let service = super::known_service(day, quick.service)?;
    super::arrival::known_segment(day, quick.segment)?;
    super::party_fits(day, quick.party)?;
    super::hall_runs(day)?;
    let ticket = super::arrival::next_ticket(day, service.series)?;
    super::idle(counter)?;
    let visit = super::arrival::next_visit(day);
    out.push(Event::TicketIssued(TicketIssued {
        visit,
        ticket,
        reference: quick.reference,
        service: quick.service,
        segment: quick.segment,
        party: quick.party,
        channel: Channel::Counter,
        person: None,
        appointment: None,
        since: at,
    }));
    out.push(Event::VisitCalled { visit, counter: id, why: Why::AtOnce });
    out.push(Event::ServiceStarted { visit, counter: id });
    Ok(())
}

/// Decides that work without a visit is counted.
/// Refuses, first match wins: unknown service or counter; nothing done.
/// Afterwards: it is counted beside the visits, never among them.
pub(super) fn record_work(
    day: &Day,
    service: ServiceId,
    channel: WorkChannel,
    quantity: u32,
    counter: Option<CounterId>,
    out: &mut Vec<Event>,
) -> Result<(), Refusal> {
    super::known_service(day, service)?;
    counter.map(|counter| super::known_counter(day, counter)).transpose()?;
    if quantity == 0 {
        return Err(Refusal::QuantityZero);
    }
    out.push(Event::WorkRecorded { service, channel, quantity, counter });
    Ok(())
}
