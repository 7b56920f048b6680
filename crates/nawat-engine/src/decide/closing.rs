//! Standing still, stopping, and the end of the day.

use crate::command::StreamHead;
use crate::day::{Day, Ticketing};
use crate::event::{Event, PlacedFor, VisitEnded};
use crate::ids::{CounterId, ReasonId, VisitId};
use crate::refusal::Refusal;
use crate::time::Moment;
use crate::visit::{End, Line, Place};

/// Decides that a counter closes.
/// Refuses, first match wins: unknown counter; closed already; busy with somebody.
/// Afterwards: nobody waits for it or for its clerk any more; they stand in their queues, where their wait
/// has brought them.
pub(super) fn close_counter(day: &Day, id: CounterId, out: &mut Vec<Event>) -> Result<(), Refusal> {
    let counter = super::known_counter(day, id)?;
    if !counter.is_open() {
        return Err(Refusal::CounterClosed { counter: id });
    }
    if counter.visit().is_some() {
        return Err(Refusal::CounterBusy { counter: id, state: counter.state });
    }
    let to_staff = counter.staff.map_or(&[][..], |staff| day.lines.sent_to_staff(staff));
    for visit in day.lines.sent_to_counter(id).iter().chain(to_staff) {
        back_to_queue(day, *visit, id, out)?;
    }
    out.push(Event::CounterClosed { counter: id });
    Ok(())
}

fn back_to_queue(day: &Day, id: VisitId, counter: CounterId, out: &mut Vec<Event>) -> Result<(), Refusal> {
    let visit = super::known_visit(day, id)?;
    let queue = super::known_service(day, day.step(visit.step).service)?.queue;
    let (since, credit) = (visit.since, visit.credit);
    let (line, cause) = (Line::Queue(queue), PlacedFor::CounterClosed);
    out.push(Event::VisitPlaced { visit: id, counter: Some(counter), line, since, credit, cause });
    Ok(())
}

/// Decides that the hall stands still: prayer, drill, evacuation. Who is served may be served to the end,
/// tickets are still given, nobody is called; waits keep their age.
/// Refuses, first match wins: unknown reason; suspended already.
/// Afterwards: calling, recalling, resuming at a counter and quick serve are refused.
pub(super) fn suspend(day: &Day, reason: ReasonId, out: &mut Vec<Event>) -> Result<(), Refusal> {
    super::known_reason(day, reason)?;
    super::hall_runs(day)?;
    out.push(Event::HallSuspended { reason });
    Ok(())
}

/// Decides that the hall goes on.
/// Refuses: the hall runs.
/// Afterwards: people are called as their waits have grown meanwhile.
pub(super) fn resume_hall(day: &Day, out: &mut Vec<Event>) -> Result<(), Refusal> {
    if day.suspended.is_none() {
        return Err(Refusal::HallNotSuspended);
    }
    out.push(Event::HallResumed);
    Ok(())
}

/// Decides that no more tickets are given today.
/// Refuses: somebody has stopped them already.
/// Afterwards: appointments still check in, and a counter may still serve who stands there.
pub(super) fn close_ticketing(day: &Day, out: &mut Vec<Event>) -> Result<(), Refusal> {
    if day.ticketing == Ticketing::Closed {
        return Err(Refusal::TicketingClosed);
    }
    out.push(Event::TicketingClosed);
    Ok(())
}

/// Decides that tickets are given again, the hour of the last one notwithstanding.
/// Refuses: tickets are given.
/// Afterwards: they are given until somebody stops them or the day is closed.
pub(super) fn reopen_ticketing(day: &Day, now: Moment, out: &mut Vec<Event>) -> Result<(), Refusal> {
    match day.ticketing {
        Ticketing::Reopened => return Err(Refusal::TicketingNotClosed),
        Ticketing::ByHours if now < day.hours.last_ticket => return Err(Refusal::TicketingNotClosed),
        Ticketing::ByHours | Ticketing::Closed => {}
    }
    out.push(Event::TicketingReopened);
    Ok(())
}

/// Decides the end of the day. Never refused while the day is open: a clerk who forgot must not hold it.
/// Afterwards: every visit has ended, with its reason, or goes on another day; every counter is closed.
pub(super) fn close_day(
    day: &Day,
    carry_over: bool,
    heads: &[StreamHead],
    out: &mut Vec<Event>,
) -> Result<(), Refusal> {
    for visit in day.visits.iter().filter(|visit| visit.is_open()) {
        // Who was called and not yet received has still to be served.
        let with_a_clerk = matches!(visit.place, Place::Serving(_));
        let end = if carry_over && !with_a_clerk { End::CarriedOver } else { End::DayClosed };
        let main = day.main_thing(visit, None);
        out.push(Event::VisitEnded(VisitEnded { visit: visit.id, end, counter: visit.counter(), main }));
    }
    for counter in day.counters().filter(|counter| counter.is_open()) {
        out.push(Event::CounterClosed { counter: counter.id });
    }
    out.push(Event::DayClosed { heads: heads.to_vec() });
    Ok(())
}
