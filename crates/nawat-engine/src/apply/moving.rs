//! Visits go elsewhere: into a line, to a supervisor, aside, to another segment.

use crate::day::Day;
use crate::event::PlacedFor;
use crate::ids::{CounterId, ReasonId, SegmentId, ServiceId, VisitId};
use crate::time::Moment;
use crate::visit::{Line, Place, StepClose};

/// Effective arrival and credit in a line.
type Key = (Moment, i64);

pub(super) fn place(day: &mut Day, id: VisitId, line: Line, key: Key, cause: PlacedFor, at: Moment) {
    match cause {
        PlacedFor::NextService => {
            day.free_counter_of(id, at);
            day.advance_step(id);
        }
        PlacedFor::ReferralReturned => {
            let service = day.step(day.visits[id.index()].step).service;
            let step = day.add_step(id, service, true);
            day.visit_mut(id).step = step;
        }
        PlacedFor::Resumed | PlacedFor::CounterClosed => {}
    }
    day.relocate(id, Place::Waiting(line), Some(key), at);
    // Ahead of the line of the clerk who asked, and of nobody else's.
    day.visit_mut(id).ahead = cause == PlacedFor::ReferralReturned && !matches!(line, Line::Queue(_));
}

pub(super) fn transfer(day: &mut Day, id: VisitId, service: ServiceId, line: Line, key: Key, at: Moment) {
    day.end_step(id, StepClose::Transferred, false, at);
    let step = day.add_step(id, service, true);
    day.visit_mut(id).step = step;
    day.free_counter_of(id, at);
    day.relocate(id, Place::Waiting(line), Some(key), at);
}

pub(super) fn refer(day: &mut Day, id: VisitId, reason: ReasonId, wants_back: Option<CounterId>, at: Moment) {
    day.end_step(id, StepClose::Referred, false, at);
    day.free_counter_of(id, at);
    day.visit_mut(id).referred = true;
    day.move_visit(id, Place::Referred { reason, wants_back }, at);
}

pub(super) fn park(day: &mut Day, id: VisitId, reason: ReasonId, at: Moment) {
    let step = day.visits[id.index()].step;
    let step = &mut day.steps[step.index()];
    (step.spent, step.started) = (step.served(at), None);
    day.free_counter_of(id, at);
    day.move_visit(id, Place::Parked { reason }, at);
}

pub(super) fn delay(day: &mut Day, id: VisitId, until: Moment, since: Moment) {
    day.leave_line(id);
    let visit = day.visit_mut(id);
    // The time away is taken from every place it may return to.
    visit.first_since = visit.first_since.plus(since.after(visit.since));
    (visit.since, visit.away_until) = (since, Some(until));
    day.enter_line(id);
}

pub(super) fn change_priority(day: &mut Day, id: VisitId, segment: SegmentId, (since, credit): Key) {
    day.leave_line(id);
    let now = day.recorded;
    let rate = day.rules.segment(day.visits[id.index()].segment).map_or(0, |segment| segment.rate);
    let visit = day.visit_mut(id);
    visit.settle_first(rate, now);
    (visit.segment, visit.since, visit.credit) = (segment, since, credit);
    day.enter_line(id);
}
