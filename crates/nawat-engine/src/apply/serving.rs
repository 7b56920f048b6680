//! People are called and served, and their steps and visits end.

use crate::command::{Answer, SeenStep};
use crate::counter::{CounterState, UndoneWhat};
use crate::day::Day;
use crate::event::{VisitEnded, Why};
use crate::ids::{CounterId, OutcomeId, VisitId};
use crate::time::{Millis, Moment};
use crate::visit::{End, Place, StepClose};

use super::Stamp;

pub(super) fn call(day: &mut Day, id: VisitId, counter: CounterId, why: Why, at: Moment) {
    day.move_visit(id, Place::Called(counter), at);
    day.set_counter(counter, CounterState::Calling(id), at);
    let seq = day.seq;
    let visit = day.visit_mut(id);
    visit.first_called.get_or_insert(at);
    visit.last_called = Some(at);
    visit.calls = visit.calls.saturating_add(1);
    (visit.call_seq, visit.why) = (seq, Some(why));
    visit.ahead = false;
    day.begin_step(id, counter, at).called = Some(at);
}

/// The same person again, at the same counter.
pub(super) fn recall(day: &mut Day, id: VisitId) {
    let seq = day.seq;
    let visit = day.visit_mut(id);
    visit.call_seq = seq;
    visit.calls = visit.calls.saturating_add(1);
}

pub(super) fn serve(day: &mut Day, id: VisitId, counter: CounterId, at: Moment) {
    day.move_visit(id, Place::Serving(counter), at);
    day.visit_mut(id).away_until = None;
    day.set_counter(counter, CounterState::Serving(id), at);
    day.begin_step(id, counter, at).started = Some(at);
}

pub(super) fn extend(day: &mut Day, id: VisitId, by: Millis) {
    let step = day.visits[id.index()].step;
    let step = &mut day.steps[step.index()];
    step.extended = step.extended.plus(by);
}

pub(super) fn end(day: &mut Day, id: VisitId, outcome: OutcomeId, main: bool, at: Moment) {
    day.end_step(id, StepClose::Outcome(outcome), main, at);
}

pub(super) fn answer_referral(day: &mut Day, id: VisitId, answer: Answer, at: Moment) {
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

/// The wait ended when the person was seen to be called, not when it was told.
pub(super) fn observe(day: &mut Day, id: VisitId, seen: &SeenStep, at: Moment) {
    let allotted = day.rules.service(seen.service).map(|service| service.allotted);
    let visit = day.visit_mut(id);
    if visit.first_called.is_some() {
        visit.later_wait = visit.later_wait.plus(seen.called.after(visit.moved).not_negative());
    }
    visit.first_called.get_or_insert(seen.called);
    visit.last_called = Some(seen.called);
    visit.calls = visit.calls.saturating_add(1);
    visit.moved = at;
    let step = visit.step;
    let step = &mut day.steps[step.index()];
    (step.service, step.counter, step.staff) = (seen.service, Some(seen.counter), None);
    step.allotted = allotted.unwrap_or(step.allotted);
    (step.called, step.started) = (Some(seen.called), Some(seen.started));
    day.end_step(id, StepClose::Outcome(seen.outcome), false, seen.ended);
}

pub(super) fn end_visit(day: &mut Day, stamp: &Stamp, ended: &VisitEnded, at: Moment) {
    let id = ended.visit;
    if let (End::NoShow, Some(counter)) = (ended.end, ended.counter) {
        day.remember(UndoneWhat::NoShow, id, counter, stamp);
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
    let visit = day.visit_mut(id);
    (visit.ended, visit.main) = (Some(at), ended.main);
}
