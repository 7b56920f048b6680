//! Visits that go elsewhere: transferred, parked, resumed, gone, given another priority.

use crate::call_order::priority;
use crate::day::Day;
use crate::event::{Event, PlacedFor, VisitEnded};
use crate::ids::{CounterId, ReasonId, SegmentId, ServiceId, VisitId};
use crate::refusal::Refusal;
use crate::time::{Millis, Moment};
use crate::visit::{End, Line, Place, Placement, Visit};

/// Decides that a visit goes to another queue, counter or person; a step of the same visit.
/// Refuses, first match wins: unknown counter, service, or line to go to; closed, or not serving anybody;
/// the same counter again; the other counter closed; the person at no counter.
/// Afterwards: it waits there as `placement` says; this counter is free.
pub(super) fn transfer(
    day: &Day,
    id: CounterId,
    (to, service, placement): (Line, Option<ServiceId>, Placement),
    now: Moment,
    out: &mut Vec<Event>,
) -> Result<(), Refusal> {
    let counter = super::known_counter(day, id)?;
    if let Some(service) = service {
        super::known_service(day, service)?;
    }
    match to {
        Line::Queue(queue) => {
            day.rules.queue(queue).ok_or(Refusal::UnknownQueue { queue })?;
        }
        Line::Counter(other) => {
            super::known_counter(day, other)?;
        }
        Line::Staff(_) => {}
    }
    let visit = super::serving_at(day, counter)?;
    match to {
        Line::Counter(other) if other == id => return Err(Refusal::SameLine),
        Line::Counter(other) if !super::known_counter(day, other)?.is_open() => {
            return Err(Refusal::CounterClosed { counter: other });
        }
        Line::Staff(staff) => match day.counters().find(|counter| counter.staff == Some(staff)) {
            None => return Err(Refusal::StaffNotHere { staff }),
            Some(other) if other.id == id => return Err(Refusal::SameLine),
            Some(_) => {}
        },
        _ => {}
    }
    let (since, credit) = placed(day, visit, placement, now);
    let service = service.unwrap_or(day.step(visit.step).service);
    let visit = visit.id;
    out.push(Event::Transferred { visit, counter: id, service, line: to, since, credit, placement });
    Ok(())
}

/// Effective arrival and credit in the new line.
fn placed(day: &Day, visit: &Visit, placement: Placement, now: Moment) -> (Moment, i64) {
    match placement {
        Placement::OriginalArrival => super::original_arrival(visit),
        Placement::Priority => {
            let rate = day.rules.segment(visit.segment).map_or(0, |segment| segment.rate);
            // Waiting gathers priority, being served does not: the time of the call is where it stopped.
            let called = visit.last_called.unwrap_or(now);
            (now, priority(visit, rate, called))
        }
        Placement::End => (now, 0),
    }
}

/// Decides to hold a visit back for a while: a form to fill, a paper to fetch.
/// Refuses, first match wins: unknown counter or reason; closed, or not serving anybody.
/// Afterwards: the counter is free, the time served so far is kept.
pub(super) fn park(day: &Day, id: CounterId, reason: ReasonId, out: &mut Vec<Event>) -> Result<(), Refusal> {
    let counter = super::known_counter(day, id)?;
    super::known_reason(day, reason)?;
    let visit = super::serving_at(day, counter)?;
    out.push(Event::VisitParked { visit: visit.id, counter: id, reason });
    Ok(())
}

/// Decides that a parked visit goes on.
/// Refuses, first match wins: unknown visit or counter; hall suspended; the counter closed, busy or on a
/// break; the visit has ended, or is not parked.
/// Afterwards: served at that counter, or, where none was named, back in its line by original arrival.
pub(super) fn resume(
    day: &Day,
    id: VisitId,
    counter: Option<CounterId>,
    out: &mut Vec<Event>,
) -> Result<(), Refusal> {
    super::known_visit(day, id)?;
    if let Some(counter) = counter {
        let counter = super::known_counter(day, counter)?;
        super::hall_runs(day)?;
        super::idle(counter)?;
    }
    let visit = super::open_visit(day, id)?;
    if !matches!(visit.place, Place::Parked { .. }) {
        return Err(Refusal::VisitNotParked { visit: id });
    }
    match counter {
        Some(counter) => out.push(Event::VisitResumed { visit: id, counter }),
        None => {
            let service = day.step(visit.step).service;
            let queue = super::known_service(day, service)?.queue;
            let (since, credit) = super::original_arrival(visit);
            let (line, cause) = (Line::Queue(queue), PlacedFor::Resumed);
            out.push(Event::VisitPlaced { visit: id, counter: None, line, since, credit, cause });
        }
    }
    Ok(())
}

/// Decides that a person leaves, or is sent another way.
/// Refuses, first match wins: unknown visit; it has ended; it is being served (its clerk ends that).
/// Afterwards: the visit has ended; a counter that called it is free.
pub(super) fn leave(day: &Day, id: VisitId, redirected: bool, out: &mut Vec<Event>) -> Result<(), Refusal> {
    let visit = super::open_visit(day, id)?;
    if matches!(visit.place, Place::Serving(_)) {
        return Err(Refusal::VisitBeingServed { visit: id });
    }
    let end = if redirected { End::Redirected } else { End::Left };
    let main = day.main_thing(visit, None);
    out.push(Event::VisitEnded(VisitEnded { visit: id, end, counter: visit.counter(), main }));
    Ok(())
}

/// Decides that a waiting person is not to be called for a while, or is here again (`by` zero). The time away
/// counts as no waiting: nobody who stood in the hall meanwhile is overtaken by it.
/// Refuses, first match wins: unknown visit; longer than the rules allow, or below zero; it has ended, or does
/// not wait.
/// Afterwards: no counter calls it next before that moment; a particular call still may.
pub(super) fn delay(
    day: &Day,
    id: VisitId,
    by: Millis,
    now: Moment,
    out: &mut Vec<Event>,
) -> Result<(), Refusal> {
    super::known_visit(day, id)?;
    let most = day.rules.delay_max;
    if by < Millis::ZERO || by > most {
        return Err(Refusal::DelayTooLong { most_minutes: (most.0 / 60_000).clamp(0, 1 << 30) as u32 });
    }
    let visit = super::open_visit(day, id)?;
    if !matches!(visit.place, Place::Waiting(_)) {
        return Err(Refusal::VisitNotWaiting { visit: id });
    }
    let not_used = visit.away_until.map_or(Millis::ZERO, |until| until.after(now).not_negative());
    let since = Moment(visit.since.0.saturating_add(by.0).saturating_sub(not_used.0));
    out.push(Event::VisitDelayed { visit: id, until: now.plus(by), since });
    Ok(())
}

/// Decides that a waiting visit belongs to another segment. Not retroactive: what it gathered at the old
/// rate is kept as credit.
/// Refuses, first match wins: unknown visit, segment or reason; it has ended, or does not wait.
/// Afterwards: from now on its priority grows at the new rate, in the line where it stands.
pub(super) fn change_priority(
    day: &Day,
    id: VisitId,
    segment: SegmentId,
    reason: ReasonId,
    now: Moment,
    out: &mut Vec<Event>,
) -> Result<(), Refusal> {
    super::known_visit(day, id)?;
    super::arrival::known_segment(day, segment)?;
    super::known_reason(day, reason)?;
    let visit = super::open_visit(day, id)?;
    if !matches!(visit.place, Place::Waiting(_)) {
        return Err(Refusal::VisitNotWaiting { visit: id });
    }
    let rate = day.rules.segment(visit.segment).map_or(0, |segment| segment.rate);
    let credit = priority(visit, rate, now);
    let since = visit.since.max(now);
    out.push(Event::PriorityChanged { visit: id, segment, since, credit, reason });
    Ok(())
}
