//! Moving a visit from one place to another: the one spot where lines, counts and the number of people in
//! the hall change.

use crate::apply::Stamp;
use crate::counter::{Before, CounterState, Undoable, UndoneWhat};
use crate::day::Day;
use crate::ids::{CounterId, ServiceId, StepId, VisitId};
use crate::time::{Millis, Moment};
use crate::visit::{Place, Step, StepClose, Visit};

impl Day {
    pub(crate) fn visit_mut(&mut self, id: VisitId) -> &mut Visit {
        &mut self.visits[id.index()]
    }

    /// Puts a visit into its new place and takes it out of the old one.
    pub(crate) fn move_visit(&mut self, id: VisitId, place: Place, at: Moment) {
        self.relocate(id, place, None, at);
    }

    /// The same, with a new effective arrival and credit: they change while it stands in no line, since a
    /// line finds it by them.
    pub(crate) fn relocate(&mut self, id: VisitId, place: Place, key: Option<(Moment, i64)>, at: Moment) {
        self.leave_line(id);
        let visit = &mut self.visits[id.index()];
        let (was_open, party) = (visit.is_open(), u32::from(visit.party));
        *self.count.slot(&visit.place) -= 1;
        if matches!(visit.place, Place::Waiting(_)) && visit.first_called.is_some() {
            let waited = at.after(visit.moved).not_negative();
            visit.later_wait = visit.later_wait.plus(waited);
        }
        if let Some((since, credit)) = key {
            (visit.since, visit.credit) = (since, credit);
        }
        visit.place = place;
        visit.moved = at;
        *self.count.slot(&place) += 1;
        match (was_open, visit.is_open()) {
            (true, false) => self.people -= party,
            (false, true) => self.people += party,
            _ => {}
        }
        self.enter_line(id);
    }

    /// Into the line that the visit's place names, if it waits.
    pub(crate) fn enter_line(&mut self, id: VisitId) {
        let visit = &self.visits[id.index()];
        if let Place::Waiting(line) = visit.place
            && let Some(segment) = self.rules.segment(visit.segment)
        {
            let later = visit.since > self.recorded || visit.is_away(self.recorded);
            self.lines.insert(line, visit, segment, later);
        }
    }

    pub(crate) fn leave_line(&mut self, id: VisitId) {
        let visit = &self.visits[id.index()];
        if let Place::Waiting(line) = visit.place
            && let Some(segment) = self.rules.segment(visit.segment)
        {
            self.lines.remove(line, visit, segment);
        }
    }

    pub(crate) fn set_counter(&mut self, id: CounterId, state: CounterState, at: Moment) {
        if let Some(counter) = self.counters.get_mut(id.index()).and_then(Option::as_mut) {
            counter.state = state;
            counter.since = at;
        }
    }

    /// Frees the counter that has this visit.
    pub(crate) fn free_counter_of(&mut self, visit: VisitId, at: Moment) {
        if let Some(counter) = self.visits[visit.index()].counter() {
            self.set_counter(counter, CounterState::Idle, at);
        }
    }

    /// A further step at the end of the visit's steps (or right after the present one).
    pub(crate) fn add_step(&mut self, visit: VisitId, service: ServiceId, after_present: bool) -> StepId {
        let id = StepId(self.steps.len() as u32);
        let mut step = self.new_step(id, visit, service);
        let visit = &mut self.visits[visit.index()];
        let after = if after_present { visit.step } else { visit.last_step };
        step.next = self.steps[after.index()].next;
        self.steps[after.index()].next = Some(id);
        if after == visit.last_step {
            visit.last_step = id;
        }
        self.steps.push(step);
        id
    }

    pub(crate) fn new_step(&self, id: StepId, visit: VisitId, service: ServiceId) -> Step {
        Step {
            id,
            visit,
            service,
            next: None,
            allotted: self.rules.service(service).map_or(Millis::ZERO, |service| service.allotted),
            extended: Millis::ZERO,
            counter: None,
            staff: None,
            called: None,
            started: None,
            spent: Millis::ZERO,
            ended: None,
            close: None,
            main: false,
        }
    }

    /// The visit's present step begins to be dealt with.
    pub(crate) fn begin_step(&mut self, visit: VisitId, counter: CounterId, at: Moment) -> &mut Step {
        let staff = self.counter(counter).and_then(|counter| counter.staff);
        let id = self.visits[visit.index()].step;
        let step = &mut self.steps[id.index()];
        step.called.get_or_insert(at);
        (step.counter, step.staff) = (Some(counter), staff);
        step
    }

    /// Ends the visit's present step and enters it in its counter's tally.
    pub(crate) fn end_step(&mut self, visit: VisitId, close: StepClose, main: bool, at: Moment) {
        let step = &mut self.steps[self.visits[visit.index()].step.index()];
        step.ended = Some(at);
        step.close = Some(close);
        step.main = main;
        let Some(counter) =
            step.counter.and_then(|id| self.counters.get_mut(id.index())).and_then(Option::as_mut)
        else {
            return;
        };
        counter.today.serving = counter.today.serving.plus(step.served(at));
        if step.counts_at_counter(&self.rules) {
            counter.today.steps += 1;
            counter.today.within_allotted += u32::from(step.within_allotted(at));
        }
    }

    /// The visit goes on to the step after its ended one, if there is one.
    pub(crate) fn advance_step(&mut self, visit: VisitId) {
        let step = self.steps[self.visits[visit.index()].step.index()];
        if let (Some(_), Some(next)) = (step.ended, step.next) {
            self.visits[visit.index()].step = next;
        }
    }

    /// Remembers what a command of this counter is about to change. Must precede the change.
    pub(crate) fn remember(&mut self, what: UndoneWhat, visit: VisitId, counter: CounterId, stamp: &Stamp) {
        // A day whose rules let nothing be taken back, as the twin's, is spared the keeping.
        if self.rules.undo_within <= Millis::ZERO {
            return;
        }
        let (Some(present), Some(state)) = (self.visit(visit), self.counter(counter)) else { return };
        let before = Before { visit: *present, step: *self.step(present.step), counter: *state };
        let undoable =
            Undoable { first: stamp.seq, last: stamp.seq, by: stamp.by, at: stamp.recorded, what, before };
        self.undo[counter.index()] = Some(undoable);
    }
}
