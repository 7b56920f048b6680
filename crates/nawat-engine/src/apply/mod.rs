//! What each event changes. No rule is decided here: an event says all that is needed, so that replay of
//! the same events gives the same day, bit for bit.

mod arriving;
mod framing;
mod moving;
mod serving;
mod undoing;

use crate::command::Actor;
use crate::counter::{Counter, CounterState, UndoneWhat};
use crate::day::{Appointment, AppointmentState, Day, Ticketing, Work};
use crate::event::{Entry, Event, Record};
use crate::ids::{AppointmentId, CounterId};
use crate::time::Moment;
use crate::visit::Visit;

/// Applies the next event of the stream.
///
/// # Panics
/// Where the stream is not this day's own: an event out of sequence, one that names what never was, or rules
/// that were not told first ([`Day::learn`]). A stream made by [`crate::decide`] holds none of these, and the
/// journal's chain shows one that was tampered with: verify before replay. Payloads of a stranger must never
/// be replayed unverified.
pub fn apply(day: &mut Day, record: &Record) {
    let Entry { by, synthetic, first, event } = &record.entry;
    let stamp = Stamp {
        seq: record.seq,
        recorded: record.recorded,
        effective: record.effective,
        by: *by,
        synthetic: *synthetic,
        first: *first,
    };
    apply_event(day, &stamp, event);
}

/// What a record says besides its event.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stamp {
    pub seq: u64,
    pub recorded: Moment,
    pub effective: Moment,
    pub by: Actor,
    pub synthetic: bool,
    pub first: bool,
}

pub(crate) fn apply_event(day: &mut Day, stamp: &Stamp, event: &Event) {
    assert_eq!(stamp.seq, day.seq + 1, "events come in sequence");
    day.seq = stamp.seq;
    day.recorded = day.recorded.max(stamp.recorded);
    let at = stamp.effective;
    match event {
        Event::DayOpened { .. } | Event::RulesAdopted { .. } | Event::DayClosed { .. } => {
            framing::frame(day, stamp, event);
        }
        Event::CounterOpened { .. }
        | Event::CounterClosed { .. }
        | Event::BreakStarted { .. }
        | Event::BreakEnded { .. }
        | Event::ProfileMoved { .. } => counter_event(day, event, at),
        Event::WorkRecorded { service, channel, quantity, counter } => day.work.push(Work {
            service: *service,
            channel: *channel,
            quantity: *quantity,
            counter: *counter,
            at,
        }),
        Event::HallSuspended { .. } => day.suspended = Some(at),
        Event::HallResumed => day.suspended = None,
        Event::TicketingClosed => day.ticketing = Ticketing::Closed,
        Event::TicketingReopened => day.ticketing = Ticketing::Reopened,
        Event::NumbersLeased { lease } => {
            day.next_number[lease.series.index()] = lease.last + 1;
            day.leases.push(*lease);
        }
        Event::ConflictFound(conflict) => day.conflicts.push(**conflict),
        Event::AppointmentBooked { appointment, slot, service, segment, reference } => {
            day.appointments.push(Appointment {
                id: *appointment,
                slot: *slot,
                service: *service,
                segment: *segment,
                reference: *reference,
                state: AppointmentState::Booked,
            });
        }
        Event::AppointmentCancelled { appointment } => {
            appointment_mut(day, *appointment).state = AppointmentState::Cancelled;
        }
        _ => visit_event(day, stamp, event),
    }
}

fn counter_event(day: &mut Day, event: &Event, at: Moment) {
    match event {
        Event::CounterOpened { counter, staff, profile } => {
            let counter = touch(day, *counter);
            (counter.staff, counter.profile) = (*staff, *profile);
            (counter.state, counter.since) = (CounterState::Idle, at);
        }
        Event::CounterClosed { counter } => {
            let counter = touch(day, *counter);
            counter.staff = None;
            (counter.state, counter.since) = (CounterState::Closed, at);
        }
        Event::BreakStarted { counter, reason } => {
            let counter = touch(day, *counter);
            (counter.state, counter.since) = (CounterState::OnBreak { reason: *reason }, at);
        }
        Event::BreakEnded { counter } => {
            let counter = touch(day, *counter);
            (counter.state, counter.since) = (CounterState::Idle, at);
        }
        Event::ProfileMoved { counter, profile } => touch(day, *counter).profile = *profile,
        _ => {}
    }
}

fn visit_event(day: &mut Day, stamp: &Stamp, event: &Event) {
    let at = stamp.effective;
    match event {
        Event::TicketIssued(issued) => arriving::issue(day, issued, at),
        Event::VisitCalled { visit, counter, why } => {
            day.remember(UndoneWhat::Call, *visit, *counter, stamp);
            serving::call(day, *visit, *counter, *why, at);
        }
        Event::VisitRecalled { visit, .. } => serving::recall(day, *visit),
        Event::ServiceStarted { visit, counter } => {
            // Going on with the next service in one command is part of the end that was just remembered.
            if stamp.first {
                day.remember(UndoneWhat::Start, *visit, *counter, stamp);
            }
            day.advance_step(*visit);
            serving::serve(day, *visit, *counter, at);
        }
        Event::ServiceExtended { visit, by, .. } => serving::extend(day, *visit, *by),
        Event::ServiceAdded { visit, service } => {
            day.add_step(*visit, *service, false);
        }
        Event::StepEnded { visit, counter, outcome, main } => {
            day.remember(UndoneWhat::End, *visit, *counter, stamp);
            serving::end(day, *visit, *outcome, *main, at);
        }
        Event::VisitPlaced { visit, line, since, credit, cause, .. } => {
            moving::place(day, *visit, *line, (*since, *credit), *cause, at);
        }
        Event::Transferred { visit, counter, service, line, since, credit, .. } => {
            day.remember(UndoneWhat::Transfer, *visit, *counter, stamp);
            moving::transfer(day, *visit, *service, *line, (*since, *credit), at);
        }
        Event::VisitReferred { visit, reason, wants_back, .. } => {
            moving::refer(day, *visit, *reason, *wants_back, at);
        }
        Event::ReferralAnswered { visit, answer } => serving::answer_referral(day, *visit, *answer, at),
        Event::VisitParked { visit, counter, reason } => {
            day.remember(UndoneWhat::Park, *visit, *counter, stamp);
            moving::park(day, *visit, *reason, at);
        }
        Event::VisitResumed { visit, counter } => serving::serve(day, *visit, *counter, at),
        Event::VisitDelayed { visit, until, since } => moving::delay(day, *visit, *until, *since),
        Event::PriorityChanged { visit, segment, since, credit, .. } => {
            moving::change_priority(day, *visit, *segment, (*since, *credit));
        }
        Event::StepObserved { visit, step } => serving::observe(day, *visit, step, at),
        Event::VisitEnded(ended) => serving::end_visit(day, stamp, ended, at),
        Event::VisitRated { visit, rating } => day.visit_mut(*visit).rating = Some(*rating),
        Event::Undone(undone) => undoing::undo(day, undone),
        _ => {}
    }
    mark_touched(day, stamp, event);
}

fn mark_touched(day: &mut Day, stamp: &Stamp, event: &Event) {
    let (visit, counter) = event.touches();
    let counter = counter.or_else(|| visit.and_then(|id| day.visit(id)).and_then(Visit::counter));
    if let Some(visit) = visit {
        day.visit_mut(visit).touched = stamp.seq;
    }
    if let Some(counter) = counter {
        touch(day, counter);
        // All events of one command belong to what can be taken back together.
        if let Some(undoable) = day.undo[counter.index()].as_mut()
            && !stamp.first
            && undoable.last + 1 == stamp.seq
            && Some(undoable.before.visit.id) == visit
        {
            undoable.last = stamp.seq;
        }
    }
}

fn touch(day: &mut Day, counter: CounterId) -> &mut Counter {
    let seq = day.seq;
    let counter = day.counters[counter.index()].as_mut().expect("an event names a counter of the rules");
    counter.touched = seq;
    counter
}

fn appointment_mut(day: &mut Day, id: AppointmentId) -> &mut Appointment {
    &mut day.appointments[(id.0 as usize).wrapping_sub(1)]
}
