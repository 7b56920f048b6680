//! An endless day: what has ended is forgotten, so that the state stays as large as the hall.
//!
//! Only the twin lives such days. A centre's own day is kept whole, since its record is.

use crate::counter::CounterState;
use crate::day::{AppointmentState, Day};
use crate::ids::{StepId, VisitId};
use crate::visit::{Step, Visit};
use crate::why::{RunnerUp, Why};

/// Whom a mention of somebody forgotten names: nobody.
const NOBODY: VisitId = VisitId(0);

impl Day {
    /// Forgets the visits that have ended, and counts the others from 1 again in the order of their coming:
    /// `kept` is told of each with its old and its new number, in that order.
    ///
    /// Who is called next does not change: lines keep their order, and of equals the one who came first is
    /// still first. [`Day::count`] and the numbers on tickets go on as if nothing was forgotten; nothing that
    /// was done before can be taken back.
    pub fn forget_ended(&mut self, mut kept: impl FnMut(VisitId, VisitId)) {
        let all = self.visits.len();
        // The new number of each visit, by its old place.
        let mut renumbered = vec![NOBODY; all];
        let mut steps = Vec::with_capacity(self.steps.len());
        let mut open = 0;
        for (at, renumbered) in renumbered.iter_mut().enumerate() {
            if !self.visits[at].is_open() {
                continue;
            }
            let mut visit = self.visits[at];
            let (old, new) = (visit.id, VisitId(open as u32 + 1));
            visit.id = new;
            self.keep_steps(&mut visit, &mut steps);
            *renumbered = new;
            self.visits[open] = visit;
            open += 1;
            kept(old, new);
        }
        self.visits.truncate(open);
        self.steps = steps;
        self.forgotten += (all - open) as u64;
        self.rename(|old| renumbered.get(old.index()).copied().unwrap_or(NOBODY));
    }

    /// Copies a visit's steps behind those that are kept already.
    fn keep_steps(&self, visit: &mut Visit, steps: &mut Vec<Step>) {
        let (mut next, present) = (Some(visit.first_step), visit.step);
        visit.first_step = StepId(steps.len() as u32);
        while let Some(old) = next {
            let id = StepId(steps.len() as u32);
            let step = *self.step(old);
            next = step.next;
            if old == present {
                visit.step = id;
            }
            visit.last_step = id;
            steps.push(Step { id, visit: visit.id, next: next.map(|_| StepId(id.0 + 1)), ..step });
        }
    }

    /// Everything that names a visit names it by its new number.
    fn rename(&mut self, new: impl Fn(VisitId) -> VisitId) {
        self.lines.rename(&new);
        for counter in self.counters.iter_mut().flatten() {
            counter.state = match counter.state {
                CounterState::Calling(visit) => CounterState::Calling(new(visit)),
                CounterState::Serving(visit) => CounterState::Serving(new(visit)),
                other => other,
            };
        }
        self.undo.fill(None);
        self.by_reference.clear();
        for visit in &mut self.visits {
            self.by_reference.insert(visit.reference, visit.id);
            if let Some(Why::Next { over: Some(RunnerUp { visit: over, .. }), .. }) = &mut visit.why {
                *over = new(*over);
            }
        }
        for appointment in &mut self.appointments {
            if let AppointmentState::CheckedIn(visit) = &mut appointment.state {
                *visit = new(*visit);
            }
        }
        for conflict in &mut self.conflicts {
            conflict.visit = conflict.visit.map(&new).filter(|visit| *visit != NOBODY);
        }
    }
}
