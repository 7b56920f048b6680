//! What each event changes. No rule is decided here: an event says all that is needed, so that replay of
//! the same events gives the same day, bit for bit.

use std::sync::Arc;

use crate::command::{Answer, SeenStep};
use crate::counter::{Counter, CounterState, UndoneWhat};
use crate::day::{Appointment, AppointmentState, Day, Phase, Ticketing, Work};
use crate::event::{Event, PlacedFor, Record, TicketIssued, Undone, VisitEnded};
use crate::ids::{AppointmentId, CounterId, StepId, VisitId};
use crate::rules::{Rules, RulesRef};
use crate::time::{Millis, Moment};
use crate::visit::{End, Line, Place, Step, StepClose, Visit};

/// Applies the next event of the stream.
///
/// # Panics
/// Where the stream is not this day's own: an event out of sequence, or one that names what never was. A
/// stream made by [`crate::decide`] holds none; the journal's chain shows one that was tampered with.
pub fn apply(day: &mut Day, record: &Record) {
    assert_eq!(record.seq, day.seq + 1, "events come in sequence");
    day.seq = record.seq;
    day.recorded = day.recorded.max(record.recorded);
    let at = record.effective;
    match &record.entry.event {
        Event::DayOpened { .. } | Event::RulesAdopted { .. } | Event::DayClosed { .. } => frame(day, record),
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
            touch(day, *counter);
            day.set_counter(*counter, CounterState::OnBreak { reason: *reason }, at);
        }
        Event::BreakEnded { counter } => {
            touch(day, *counter);
            day.set_counter(*counter, CounterState::Idle, at);
        }
        Event::ProfileMoved { counter, profile } => touch(day, *counter).profile = *profile,
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
        event => visit_event(day, record, event, at),
    }
}

fn frame(day: &mut Day, record: &Record) {
    match &record.entry.event {
        Event::DayOpened { date, rules, hours, leases, .. } => {
            (day.phase, day.date, day.hours) = (Phase::Open, *date, *hours);
            day.synthetic = record.entry.synthetic;
            day.opened = record.effective;
            day.leases = leases.clone();
            adopt(day, *rules);
        }
        Event::RulesAdopted { rules } => adopt(day, *rules),
        Event::DayClosed { .. } => day.phase = Phase::Closed,
        _ => {}
    }
}

/// Makes the rules the day's own. A changed rate is not retroactive: what was gathered so far becomes
/// credit, and everybody is put in line anew.
fn adopt(day: &mut Day, rules_ref: RulesRef) {
    let new: Arc<Rules> = day.learnt(rules_ref).cloned().unwrap_or_else(|| {
        panic!("rules {} were not told to the day before the event that names them", rules_ref.version)
    });
    let waiting: Vec<VisitId> =
        day.visits.iter().filter(|v| matches!(v.place, Place::Waiting(_))).map(|v| v.id).collect();
    for id in &waiting {
        day.leave_line(*id);
        let visit = day.visits[id.index()];
        let rate = day.rules.segment(visit.segment).map_or(0, |segment| segment.rate);
        settle(day, *id, rate);
    }
    day.rules = new;
    day.rules_ref = rules_ref;
    let rules = Arc::clone(&day.rules);
    day.lines.make_room(rules.queues.len(), rules.segments.len(), rules.counters.len());
    let counters = rules.counters.len().max(day.counters.len());
    day.counters.resize(counters, None);
    day.undo = vec![None; counters];
    for rule in rules.counters.iter().flatten() {
        day.counters[rule.id.index()].get_or_insert_with(|| Counter::closed(rule.id, rule.profile));
    }
    for series in rules.series.iter().skip(day.next_number.len()) {
        day.next_number.push(series.as_ref().map_or(1, |series| series.first));
    }
    for id in &waiting {
        day.enter_line(*id);
    }
}

/// Turns the priority gathered until now into credit.
fn settle(day: &mut Day, id: VisitId, rate: u16) {
    let now = day.recorded;
    let visit = day.visit_mut(id);
    visit.credit = crate::call_order::priority(visit, rate, now);
    visit.since = visit.since.max(now);
}

fn visit_event(day: &mut Day, record: &Record, event: &Event, at: Moment) {
    match event {
        Event::TicketIssued(issued) => issue(day, issued, at),
        Event::VisitCalled { visit, counter, .. } => {
            day.remember(UndoneWhat::Call, *visit, *counter, record);
            call(day, *visit, *counter, at);
        }
        Event::ServiceStarted { visit, counter } => {
            // Going on with the next service in one command is part of the end that was just remembered.
            if record.entry.first {
                day.remember(UndoneWhat::Start, *visit, *counter, record);
            }
            day.advance_step(*visit);
            serve(day, *visit, *counter, at);
        }
        Event::ServiceExtended { visit, by, .. } => {
            let step = day.visits[visit.index()].step;
            let step = &mut day.steps[step.index()];
            step.extended = step.extended.plus(*by);
        }
        Event::ServiceAdded { visit, service } => {
            day.add_step(*visit, *service, false);
        }
        Event::StepEnded { visit, counter, outcome, main } => {
            day.remember(UndoneWhat::End, *visit, *counter, record);
            day.end_step(*visit, StepClose::Outcome(*outcome), *main, at);
        }
        Event::VisitPlaced { visit, line, since, credit, cause, .. } => {
            place(day, *visit, *line, (*since, *credit), *cause, at);
        }
        Event::Transferred { visit, counter, service, line, since, credit, .. } => {
            day.remember(UndoneWhat::Transfer, *visit, *counter, record);
            day.end_step(*visit, StepClose::Transferred, false, at);
            let step = day.add_step(*visit, *service, true);
            day.visit_mut(*visit).step = step;
            day.free_counter_of(*visit, at);
            put_in_line(day, *visit, *line, (*since, *credit), at);
        }
        Event::VisitReferred { visit, reason, wants_back, .. } => {
            day.end_step(*visit, StepClose::Referred, false, at);
            day.free_counter_of(*visit, at);
            day.visit_mut(*visit).referred = true;
            day.move_visit(*visit, Place::Referred { reason: *reason, wants_back: *wants_back }, at);
        }
        Event::ReferralAnswered { visit, answer } => answer_referral(day, *visit, *answer, at),
        Event::VisitParked { visit, counter, reason } => {
            day.remember(UndoneWhat::Park, *visit, *counter, record);
            let step = day.visits[visit.index()].step;
            let step = &mut day.steps[step.index()];
            (step.spent, step.started) = (step.served(at), None);
            day.free_counter_of(*visit, at);
            day.move_visit(*visit, Place::Parked { reason: *reason }, at);
        }
        Event::VisitResumed { visit, counter } => serve(day, *visit, *counter, at),
        Event::PriorityChanged { visit, segment, since, credit, .. } => {
            day.leave_line(*visit);
            let changed = day.visit_mut(*visit);
            (changed.segment, changed.since, changed.credit) = (*segment, *since, *credit);
            day.enter_line(*visit);
        }
        Event::StepObserved { visit, step } => observe_step(day, *visit, step, at),
        Event::VisitEnded(ended) => end_visit(day, record, ended, at),
        Event::Undone(undone) => undo(day, undone),
        _ => {}
    }
    mark_touched(day, event, record);
}

fn issue(day: &mut Day, issued: &TicketIssued, at: Moment) {
    let id = issued.visit;
    assert_eq!(id.index(), day.visits.len(), "visits are counted without gaps");
    let step = StepId(day.steps.len() as u32);
    day.steps.push(day.new_step(step, id, issued.service));
    match issued.ticket.lease {
        None => day.next_number[issued.ticket.series.index()] = issued.ticket.number + 1,
        Some(lease) => {
            day.leased_seen.insert((lease, issued.ticket.number));
        }
    }
    if let Some(appointment) = issued.appointment {
        appointment_mut(day, appointment).state = AppointmentState::CheckedIn(id);
    }
    let queue = day.rules.service(issued.service).map(|service| service.queue);
    let line = Line::Queue(queue.expect("a ticket is issued for a service of the day's rules"));
    // An observed ticket is told later than it was drawn; an early appointment begins to wait at its slot.
    let arrived = at.min(issued.since);
    day.visits.push(Visit {
        id,
        ticket: issued.ticket,
        reference: issued.reference,
        person: issued.person,
        segment: issued.segment,
        party: issued.party,
        channel: issued.channel,
        appointment: issued.appointment,
        place: Place::Waiting(line),
        since: issued.since,
        credit: 0,
        arrived,
        ready: issued.since,
        first_called: None,
        later_wait: Millis::ZERO,
        moved: arrived,
        ended: None,
        step,
        first_step: step,
        last_step: step,
        referred: false,
        ahead: false,
        calls: 0,
        touched: 0,
    });
    day.count.issued += 1;
    day.count.waiting += 1;
    day.people += u32::from(issued.party);
    day.enter_line(id);
}

fn call(day: &mut Day, id: VisitId, counter: CounterId, at: Moment) {
    day.move_visit(id, Place::Called(counter), at);
    day.set_counter(counter, CounterState::Calling(id), at);
    let staff = day.counter(counter).and_then(|counter| counter.staff);
    let visit = day.visit_mut(id);
    visit.first_called.get_or_insert(at);
    visit.calls += 1;
    visit.ahead = false;
    let step = visit.step;
    let step = &mut day.steps[step.index()];
    (step.counter, step.staff, step.called) = (Some(counter), staff, Some(at));
}

fn serve(day: &mut Day, id: VisitId, counter: CounterId, at: Moment) {
    day.move_visit(id, Place::Serving(counter), at);
    day.set_counter(counter, CounterState::Serving(id), at);
    let staff = day.counter(counter).and_then(|counter| counter.staff);
    let step = day.visits[id.index()].step;
    let step = &mut day.steps[step.index()];
    (step.counter, step.staff, step.started) = (Some(counter), staff, Some(at));
    step.called.get_or_insert(at);
}

fn put_in_line(day: &mut Day, id: VisitId, line: Line, (since, credit): (Moment, i64), at: Moment) {
    day.relocate(id, Place::Waiting(line), Some((since, credit)), at);
}

fn place(day: &mut Day, id: VisitId, line: Line, key: (Moment, i64), cause: PlacedFor, at: Moment) {
    match cause {
        PlacedFor::NextService => {
            day.free_counter_of(id, at);
            day.advance_step(id);
        }
        PlacedFor::ReferralReturned => {
            let service = day.step(day.visits[id.index()].step).service;
            let step = day.add_step(id, service, true);
            let visit = day.visit_mut(id);
            visit.step = step;
            visit.ahead = true;
        }
        PlacedFor::Resumed | PlacedFor::CounterClosed => {}
    }
    put_in_line(day, id, line, key, at);
}

fn answer_referral(day: &mut Day, id: VisitId, answer: Answer, at: Moment) {
    if let Answer::Done { outcome } = answer {
        // The supervisor's own step: no counter, from the hand-over to the answer.
        let visit = day.visits[id.index()];
        let service = day.step(visit.step).service;
        let step = day.add_step(id, service, true);
        day.visit_mut(id).step = step;
        day.steps[step.index()].started = Some(visit.moved);
        day.end_step(id, StepClose::Outcome(outcome), false, at);
    }
}

fn observe_step(day: &mut Day, id: VisitId, seen: &SeenStep, at: Moment) {
    let visit = day.visit_mut(id);
    visit.first_called.get_or_insert(seen.called);
    visit.calls += 1;
    let step = visit.step;
    let step = &mut day.steps[step.index()];
    (step.service, step.counter) = (seen.service, Some(seen.counter));
    (step.called, step.started) = (Some(seen.called), Some(seen.started));
    day.end_step(id, StepClose::Outcome(seen.outcome), false, at);
}

fn end_visit(day: &mut Day, record: &Record, ended: &VisitEnded, at: Moment) {
    let id = ended.visit;
    if let (End::NoShow, Some(counter)) = (ended.end, ended.counter) {
        day.remember(UndoneWhat::NoShow, id, counter, record);
    }
    if let (End::Served, Some(counter)) = (ended.end, ended.counter)
        && let Some(counter) = day.counters.get_mut(counter.index()).and_then(Option::as_mut)
    {
        counter.today.served += 1;
    }
    let step = day.visits[id.index()].step;
    if day.steps[step.index()].ended.is_none() {
        if day.steps[step.index()].was_served() {
            day.end_step(id, StepClose::Unfinished, false, at);
        } else {
            day.steps[step.index()].close = Some(StepClose::Unfinished);
        }
    }
    day.free_counter_of(id, at);
    day.move_visit(id, Place::Ended(ended.end), at);
    day.visit_mut(id).ended = Some(at);
}

/// Visit, step and counter stand again as they stood. A step that a transfer made stays behind, in no
/// visit's chain.
fn undo(day: &mut Day, undone: &Undone) {
    let taken = day.undo[undone.counter.index()].take().expect("an undo follows what it takes back");
    let before = taken.before;
    let id = before.visit.id;
    day.leave_line(id);
    *day.count.slot(&day.visits[id.index()].place) -= 1;
    let (was_open, party) = (day.visits[id.index()].is_open(), u32::from(before.visit.party));
    day.visits[id.index()] = before.visit;
    *day.count.slot(&before.visit.place) += 1;
    if !was_open {
        day.people += party;
    }
    day.steps[before.step.id.index()] = before.step;
    // The next service may have begun in the same command; it has not begun now.
    if let Some(next) = before.step.next {
        let step = day.steps[next.index()];
        day.steps[next.index()] = Step { next: step.next, ..day.new_step(next, id, step.service) };
    }
    day.counters[undone.counter.index()] = Some(before.counter);
    day.enter_line(id);
}

fn mark_touched(day: &mut Day, event: &Event, record: &Record) {
    let (visit, counter) = event.touches();
    let counter = counter.or_else(|| visit.and_then(|id| day.visit(id)).and_then(Visit::counter));
    if let Some(visit) = visit {
        day.visit_mut(visit).touched = record.seq;
    }
    if let Some(counter) = counter {
        touch(day, counter);
        // All events of one command belong to what can be taken back together.
        if let Some(undoable) = day.undo[counter.index()].as_mut()
            && !record.entry.first
            && undoable.last + 1 == record.seq
            && Some(undoable.before.visit.id) == visit
        {
            undoable.last = record.seq;
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
