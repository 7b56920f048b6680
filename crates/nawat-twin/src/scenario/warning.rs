//! What can be simulated and should make one think.

use nawat_engine::ids::QueueId;

use super::{Scenario, Window};

/// Work of a queue beside those who do it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Load {
    /// Counters' worth of work that comes: people a time × mean time at the counter (Erlangs).
    pub offered: f64,
    /// Counters that there are for it, on average over the time in which people come.
    pub counters: f64,
}

/// A finite day is answered all the same.
#[derive(Clone, Debug, PartialEq)]
pub enum Warning {
    /// More work comes for this queue than its counters could do, even if they took nothing else.
    Overloaded { queue: QueueId, load: Load },
    /// More work comes than all counters can do.
    HallOverloaded { load: Load },
}

impl Warning {
    pub fn code(&self) -> &'static str {
        match self {
            Warning::Overloaded { .. } => "queue-overloaded",
            Warning::HallOverloaded { .. } => "hall-overloaded",
        }
    }

    pub fn load(&self) -> Load {
        match self {
            Warning::Overloaded { load, .. } | Warning::HallOverloaded { load } => *load,
        }
    }
}

/// What is to be said before it is simulated.
pub fn warnings(scenario: &Scenario) -> Vec<Warning> {
    let hall = hall_load(scenario);
    let mut warnings = Vec::new();
    if hall.offered >= hall.counters {
        warnings.push(Warning::HallOverloaded { load: hall });
    }
    for queue in &scenario.queues {
        let load = load_of(scenario, queue.id);
        if load.offered > 0.0 && load.offered >= load.counters {
            warnings.push(Warning::Overloaded { queue: queue.id, load });
        }
    }
    warnings
}

/// Of one queue, its counters taking nothing else.
pub(super) fn load_of(scenario: &Scenario, queue: QueueId) -> Load {
    let groups = scenario.groups.iter().filter(|group| scenario.taken_by(group).any(|taken| taken == queue));
    Load {
        offered: offered(scenario, |to| to == queue),
        counters: groups.map(|group| open(scenario, group)).sum(),
    }
}

fn hall_load(scenario: &Scenario) -> Load {
    let counters = scenario.groups.iter().map(|group| open(scenario, group)).sum();
    Load { offered: offered(scenario, |_| true), counters }
}

/// Counters of a group, on average while people come.
fn open(scenario: &Scenario, group: &super::Group) -> f64 {
    let count = group.counters.len() as f64;
    let Some(hours) = scenario.hours() else { return count };
    let within = |windows: &[Window]| -> i64 {
        let part = |window: &Window| window.to.min(hours.last_ticket).after(window.from).not_negative().0;
        windows.iter().map(part).sum()
    };
    let length = hours.last_ticket.after(hours.opens).0.max(1) as f64;
    count * (within(&group.shifts) - within(&group.breaks)) as f64 / length
}

/// Counters' worth of work that comes into queues, those who were referred to them too.
fn offered(scenario: &Scenario, into: impl Fn(QueueId) -> bool) -> f64 {
    let mut work = 0.0;
    let walking = scenario.walking.mean();
    for class in &scenario.classes {
        let rate = match scenario.hours() {
            Some(hours) => {
                class.arrivals.expected(hours.last_ticket) / hours.last_ticket.after(hours.opens).0 as f64
            }
            None => class.arrivals.0.iter().map(|stretch| stretch.rate).sum(),
        };
        if into(class.queue) {
            work += rate * (class.lasts.mean() + walking);
        }
        if let Some(refer) = class.refer
            && let Some(to) = scenario.classes.get(refer.to)
            && into(to.queue)
        {
            work += rate * refer.share * (to.lasts.mean() + walking);
        }
    }
    work
}
