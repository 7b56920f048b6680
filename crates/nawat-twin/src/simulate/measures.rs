//! The figures that are told of a simulation, in one shape for one replication, their gathering and the
//! outcome.

use super::tally::{ClassTally, SLOT, Tally, Waits};
use crate::scenario::Scenario;

/// All figures. `T` is a number of one replication, moments over many, or the outcome's figure. Lengths are in
/// milliseconds, shares between 0 and 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Measures<T> {
    pub hall: Scope<T>,
    /// In the order of the scenario.
    pub classes: Vec<Scope<T>>,
    /// All waits in each queue, those after a referral too.
    pub queues: Vec<WaitFigures<T>>,
    /// Busy time ÷ open time of each group's counters.
    pub groups: Vec<T>,
    pub utilisation: T,
    /// From closing to the last end, for a day.
    pub overtime: T,
    /// People waiting, on average.
    pub waiting: T,
    /// The same by quarters of an hour from the opening.
    pub waiting_by_slot: Vec<T>,
}

/// Of the whole hall, or of one class.
#[derive(Clone, Debug, PartialEq)]
pub struct Scope<T> {
    /// Tickets given.
    pub customers: T,
    /// Of those called: from the ticket to the first call.
    pub wait: WaitFigures<T>,
    /// Time in the queue of all, those who left too.
    pub time_in_queue: T,
    /// Share of all with a ticket who were not called at once.
    pub delayed: T,
    /// Left before they were called ÷ tickets.
    pub abandoned: T,
    /// Turned away at a full hall ÷ all who came.
    pub refused: T,
}

#[derive(Clone, Debug, PartialEq)]
pub struct WaitFigures<T> {
    pub mean: T,
    pub p50: T,
    pub p90: T,
    pub p99: T,
    /// Share within each limit of the scenario.
    pub within: Vec<T>,
}

impl<T> Measures<T> {
    /// Each figure made into another; always in the same order.
    pub fn map<U>(&self, mut f: impl FnMut(&T) -> U) -> Measures<U> {
        let f = &mut f;
        Measures {
            hall: self.hall.map(f),
            classes: self.classes.iter().map(|scope| scope.map(f)).collect(),
            queues: self.queues.iter().map(|waits| waits.map(f)).collect(),
            groups: self.groups.iter().map(&mut *f).collect(),
            utilisation: f(&self.utilisation),
            overtime: f(&self.overtime),
            waiting: f(&self.waiting),
            waiting_by_slot: self.waiting_by_slot.iter().map(f).collect(),
        }
    }

    /// All figures in the order of [`Measures::map`].
    pub fn list(&self) -> Vec<T>
    where
        T: Copy,
    {
        let mut list = Vec::new();
        self.map(|figure| list.push(*figure));
        list
    }
}

impl<T> Scope<T> {
    fn map<U>(&self, f: &mut impl FnMut(&T) -> U) -> Scope<U> {
        Scope {
            customers: f(&self.customers),
            wait: self.wait.map(f),
            time_in_queue: f(&self.time_in_queue),
            delayed: f(&self.delayed),
            abandoned: f(&self.abandoned),
            refused: f(&self.refused),
        }
    }
}

impl<T> WaitFigures<T> {
    fn map<U>(&self, f: &mut impl FnMut(&T) -> U) -> WaitFigures<U> {
        WaitFigures {
            mean: f(&self.mean),
            p50: f(&self.p50),
            p90: f(&self.p90),
            p99: f(&self.p99),
            within: self.within.iter().map(f).collect(),
        }
    }
}

/// The figures of one replication or batch; what could not be measured is no number.
pub(super) fn of(scenario: &Scenario, tally: &Tally, hall: &ClassTally, queues: &[Waits]) -> Measures<f64> {
    let busy: u64 = tally.groups.iter().map(|group| group.busy).sum();
    let open: u64 = tally.groups.iter().map(|group| group.open).sum();
    let day = scenario.hours().map(|hours| hours.closes.after(hours.opens).0 as u64);
    let length = day.unwrap_or(tally.lasted.0.max(0) as u64);
    let waited: u64 = queues.iter().map(|waits| waits.sum).sum::<u64>() + hall.left_after;
    Measures {
        hall: scope(hall),
        classes: tally.classes.iter().map(scope).collect(),
        queues: queues.iter().map(figures).collect(),
        groups: tally.groups.iter().map(|group| ratio(group.busy, group.open)).collect(),
        utilisation: ratio(busy, open),
        overtime: if day.is_some() { tally.overtime.0 as f64 } else { f64::NAN },
        waiting: ratio(waited, length),
        waiting_by_slot: tally.slots.iter().map(|time| ratio(*time, SLOT.0 as u64)).collect(),
    }
}

fn scope(class: &ClassTally) -> Scope<f64> {
    let issued = class.issued();
    let out_of_queue = class.waits.called + class.left;
    Scope {
        customers: issued as f64,
        wait: figures(&class.waits),
        time_in_queue: ratio(class.waits.sum + class.left_after, out_of_queue),
        delayed: ratio(class.waits.delayed + class.left, out_of_queue),
        abandoned: ratio(class.left, issued),
        refused: ratio(class.refused, class.came),
    }
}

fn figures(waits: &Waits) -> WaitFigures<f64> {
    let quantile = |share| waits.lengths.quantile(share).unwrap_or(f64::NAN);
    WaitFigures {
        mean: ratio(waits.sum, waits.called),
        p50: quantile(0.5),
        p90: quantile(0.9),
        p99: quantile(0.99),
        within: waits.within.iter().map(|within| ratio(*within, waits.called)).collect(),
    }
}

/// No number where there is nothing to divide by.
fn ratio(part: u64, whole: u64) -> f64 {
    if whole == 0 { f64::NAN } else { part as f64 / whole as f64 }
}
