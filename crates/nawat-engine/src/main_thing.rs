//! The main thing done in a visit: under which service a customer is counted. Written here once, for
//! decisions, summaries and read models alike.

use crate::day::Day;
use crate::ids::ServiceId;
use crate::rules::Rules;
use crate::visit::{Step, Visit};

impl Day {
    /// The step that was the main thing done in a visit, as far as it has come: the one that its clerk
    /// marked (the last, where several were), by default the first completed, else the first that was
    /// served at all. `None`: nobody served this person.
    ///
    /// Of a visit that has ended it is a step of the service that its end named: rules that were adopted
    /// later change nothing of what was done.
    pub fn main_step(&self, visit: &Visit) -> Option<&Step> {
        let so_far = visit.is_open();
        let named = |step: &&Step| so_far || visit.main == Some(step.service);
        main_among(&self.rules, self.steps_of(visit).filter(named))
    }

    /// The same, with a step as it will stand when the command that is being decided has ended it.
    pub(crate) fn main_thing(&self, visit: &Visit, ended: Option<&Step>) -> Option<ServiceId> {
        let steps = self.steps_of(visit).map(|step| match ended {
            Some(ended) if ended.id == step.id => ended,
            _ => step,
        });
        main_among(&self.rules, steps).map(|step| step.service)
    }
}

fn main_among<'a>(rules: &Rules, steps: impl Iterator<Item = &'a Step>) -> Option<&'a Step> {
    let (mut marked, mut completed, mut served) = (None, None, None);
    for step in steps.filter(|step| step.was_served()) {
        if step.main {
            marked = Some(step);
        }
        if step.completes(rules) {
            completed.get_or_insert(step);
        }
        served.get_or_insert(step);
    }
    marked.or(completed).or(served)
}
