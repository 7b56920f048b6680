//! Calling people to a counter.

use crate::call_order::next_for;
use crate::day::Day;
use crate::event::{Event, VisitEnded, Why};
use crate::ids::{CounterId, ReasonId, VisitId};
use crate::refusal::Refusal;
use crate::time::Moment;
use crate::visit::{End, Place};

/// Decides whom this counter calls next: [`crate::call_order`].
/// Refuses, first match wins: unknown counter; hall suspended; counter closed, busy or on a break; nobody
/// waiting that it may take.
/// Afterwards: the visit is called by this counter alone; the event says why it was the next.
pub(super) fn call_next(day: &Day, id: CounterId, now: Moment, out: &mut Vec<Event>) -> Result<(), Refusal> {
    let counter = super::known_counter(day, id)?;
    super::hall_runs(day)?;
    super::idle(counter)?;
    let (visit, why) = next_for(day, id, now).ok_or(Refusal::NobodyWaiting { counter: id })?;
    out.push(Event::VisitCalled { visit, counter: id, why });
    Ok(())
}

/// Decides to call a particular ticket, out of its order.
/// Refuses, first match wins: unknown counter, visit or reason; hall suspended; counter closed, busy or on
/// a break; the visit has ended, or does not wait.
/// Afterwards: the visit is called by this counter alone, whatever line it stood in; the event keeps the
/// reason.
pub(super) fn call_visit(
    day: &Day,
    id: CounterId,
    visit: VisitId,
    reason: ReasonId,
    out: &mut Vec<Event>,
) -> Result<(), Refusal> {
    let counter = super::known_counter(day, id)?;
    super::known_visit(day, visit)?;
    super::known_reason(day, reason)?;
    super::hall_runs(day)?;
    super::idle(counter)?;
    match super::open_visit(day, visit)?.place {
        Place::Waiting(_) => {
            out.push(Event::VisitCalled { visit, counter: id, why: Why::Particular { reason } });
            Ok(())
        }
        _ => Err(Refusal::VisitNotWaiting { visit }),
    }
}

/// Decides to call the same person again.
/// Refuses, first match wins: unknown counter; hall suspended; closed, or not calling anybody.
/// Afterwards: nothing has changed but what displays and voice say.
pub(super) fn recall(day: &Day, id: CounterId, out: &mut Vec<Event>) -> Result<(), Refusal> {
    let counter = super::known_counter(day, id)?;
    super::hall_runs(day)?;
    let visit = super::calling_at(day, counter)?;
    out.push(Event::VisitRecalled { visit: visit.id, counter: id });
    Ok(())
}

/// Decides that the person who was called did not come.
/// Refuses, first match wins: unknown counter; closed, or not calling anybody.
/// Afterwards: the visit has ended, the counter is free.
pub(super) fn no_show(day: &Day, id: CounterId, out: &mut Vec<Event>) -> Result<(), Refusal> {
    let counter = super::known_counter(day, id)?;
    let visit = super::calling_at(day, counter)?;
    // Somebody called for a second service was received all the same.
    let main = day.main_thing(visit, None);
    out.push(Event::VisitEnded(VisitEnded { visit: visit.id, end: End::NoShow, counter: Some(id), main }));
    Ok(())
}
