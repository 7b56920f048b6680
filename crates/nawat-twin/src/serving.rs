//! Simulated clerks with a person: called, called again, given up, served, ended or handed to a supervisor.

use nawat_engine::counter::CounterState;
use nawat_engine::ids::{CounterId, OutcomeId, ServiceId, VisitId};
use nawat_engine::time::Moment;
use nawat_engine::{Command, Day};

use crate::actors::{Acted, Actors, ask};
use crate::clerk::clerk_at;
use crate::due::Happening;
use crate::hall::Hall;
use crate::people::Script;

impl Actors {
    /// Calls the next, who walks to the counter; those who will not come are called again.
    pub(crate) fn call<H: Hall>(&mut self, counter: CounterId, now: Moment, hall: &mut H) -> Acted<H> {
        // Somebody else may have called the last one in this very moment.
        if ask(clerk_at(counter), Command::CallNext { counter }, now, hall)?.is_some() {
            self.look_up(counter, now);
            return Ok(());
        }
        let Some((visit, reference)) = hall.look(|day| {
            let visit = day.visit(day.counter(counter)?.visit()?)?;
            Some((visit.id, visit.reference))
        }) else {
            return Ok(());
        };
        self.remember(counter, hall);
        let person = self.person_of(reference).and_then(|at| self.plan.people.get(at));
        let comes = person.is_none_or(|person| person.end.is_counted());
        if comes {
            let walking = self.plan.behaviour.walking.draw(&mut self.random);
            let stands = now.plus(self.hurried(walking));
            self.agenda.plan(stands, Happening::PersonStands(counter, visit));
        } else {
            let again = now.plus(self.hurried(self.plan.behaviour.recall_after));
            self.agenda.plan(again, Happening::CalledAgain(counter, visit));
        }
        Ok(())
    }

    pub(crate) fn call_again<H: Hall>(
        &mut self,
        counter: CounterId,
        visit: VisitId,
        now: Moment,
        hall: &mut H,
    ) -> Acted<H> {
        if !self.has(counter, CounterState::Calling(visit), now, hall) {
            return Ok(());
        }
        ask(clerk_at(counter), Command::Recall { counter }, now, hall)?;
        let up = now.plus(self.hurried(self.plan.behaviour.recall_after));
        self.agenda.plan(up, Happening::GivenUp(counter, visit));
        Ok(())
    }

    pub(crate) fn give_up<H: Hall>(
        &mut self,
        counter: CounterId,
        visit: VisitId,
        now: Moment,
        hall: &mut H,
    ) -> Acted<H> {
        if self.has(counter, CounterState::Calling(visit), now, hall) {
            self.at_counter(counter, Command::NoShow { counter }, now, hall)?;
            self.wrap_up(counter, now);
        }
        Ok(())
    }

    pub(crate) fn start<H: Hall>(
        &mut self,
        counter: CounterId,
        visit: VisitId,
        now: Moment,
        hall: &mut H,
    ) -> Acted<H> {
        if self.has(counter, CounterState::Calling(visit), now, hall)
            && self.at_counter(counter, Command::Start { counter }, now, hall)?
        {
            self.plan_end(counter, visit, now, hall);
        }
        Ok(())
    }

    /// The end of the step that has just begun: by the person's effort and the time allotted to the service.
    pub(crate) fn plan_end<H: Hall>(&mut self, counter: CounterId, visit: VisitId, now: Moment, hall: &H) {
        let Some((reference, first, allotted)) = hall.look(|day| {
            let visit = day.visit(visit)?;
            let allotted = day.rules.service(day.step(visit.step).service)?.allotted;
            Some((visit.reference, visit.step == visit.first_step && !visit.referred, allotted))
        }) else {
            return;
        };
        let effort = self.person_of(reference).and_then(|at| self.plan.people.get(at)).map(|it| it.effort);
        let deviate = match effort {
            Some((deviate, _)) if first => deviate,
            Some((_, deviate)) => deviate,
            None => self.random.normal(),
        };
        let length = self.plan.behaviour.service(allotted).at(deviate);
        let ends = now.plus(self.hurried(length));
        self.agenda.plan(ends, Happening::StepEnds(counter, visit));
    }

    pub(crate) fn end_step<H: Hall>(
        &mut self,
        counter: CounterId,
        visit: VisitId,
        now: Moment,
        hall: &mut H,
    ) -> Acted<H> {
        if !self.has(counter, CounterState::Serving(visit), now, hall) {
            return Ok(());
        }
        let Some((found, service)) = hall.look(|day| {
            let found = *day.visit(visit)?;
            Some((found, day.step(found.step).service))
        }) else {
            return Ok(());
        };
        let person = self.person_of(found.reference).and_then(|at| self.plan.people.get(at));
        let first = found.step == found.first_step && !found.referred;
        let script = person.filter(|person| first && person.service == service).map(|person| person.end);
        let mut main = false;
        let outcome = match (script, self.plan.reasons.refer) {
            (Some(Script::Referred { returned, .. }), Some(reason)) => {
                let refer = Command::Refer { counter, reason, wants_back: returned };
                if self.at_counter(counter, refer, now, hall)? {
                    let asked = self.plan.behaviour.supervisor.draw(&mut self.random);
                    let answered = now.plus(self.hurried(asked));
                    self.agenda.plan(answered, Happening::SupervisorAnswers(visit));
                    self.wrap_up(counter, now);
                }
                return Ok(());
            }
            (Some(Script::Served { outcome, also }), _) => {
                if let Some(service) = also {
                    main = true;
                    self.at_counter(counter, Command::AddService { visit, service }, now, hall)?;
                }
                Some(outcome)
            }
            _ => hall.look(|day| first_completing(day, service)),
        };
        let Some(outcome) = outcome else { return Ok(()) };
        if self.at_counter(counter, Command::EndStep { counter, outcome, main }, now, hall)? {
            match self.clerks.get(&counter).map(|clerk| clerk.left_it) {
                Some(CounterState::Serving(next)) => self.plan_end(counter, next, now, hall),
                _ => self.wrap_up(counter, now),
            }
        }
        Ok(())
    }
}

/// The closing code for whoever has no script: the first that completes the service, else its first.
pub(crate) fn first_completing(day: &Day, service: ServiceId) -> Option<OutcomeId> {
    let outcomes = &day.rules.service(service)?.outcomes;
    outcomes.iter().find(|id| day.rules.completes(**id)).or(outcomes.first()).copied()
}
