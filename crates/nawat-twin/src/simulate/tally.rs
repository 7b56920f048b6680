//! What is counted of one replication or batch. Whole numbers throughout: nothing depends on an order.

use nawat_engine::time::Millis;

use super::histogram::Histogram;
use crate::scenario::{Scenario, Span};

/// A quarter of an hour: the queue over time is told by these.
pub(super) const SLOT: Millis = Millis(15 * 60_000);

#[derive(Clone, Debug)]
pub(super) struct Tally {
    pub classes: Vec<ClassTally>,
    /// Waits of those who were referred to a queue, by queue.
    pub later: Vec<Waits>,
    pub groups: Vec<GroupTally>,
    /// Time waited within each quarter of an hour from the opening, in person-milliseconds.
    pub slots: Vec<u64>,
    pub overtime: Millis,
    /// Length of a batch; 0 for a day.
    pub lasted: Millis,
}

#[derive(Clone, Debug)]
pub(super) struct ClassTally {
    /// All who came to the door.
    pub came: u64,
    /// Given no ticket: the hall was full.
    pub refused: u64,
    pub left: u64,
    /// Time in the queue of those who left.
    pub left_after: u64,
    pub sent_home: u64,
    pub served: u64,
    /// The first wait of each visit.
    pub waits: Waits,
}

#[derive(Clone, Debug)]
pub(super) struct Waits {
    pub called: u64,
    /// Called later than the moment of their coming.
    pub delayed: u64,
    pub sum: u64,
    pub within: Vec<u64>,
    pub lengths: Histogram,
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct GroupTally {
    pub busy: u64,
    pub open: u64,
}

impl Tally {
    pub fn new(scenario: &Scenario) -> Tally {
        let limits = scenario.within.len();
        let queues = scenario.rules.queues.len();
        // Overtime is part of the day, for some hours; what lies beyond is not drawn.
        let slots = match scenario.span {
            Span::Day { hours, .. } => hours.closes.after(hours.opens).0 / SLOT.0 + 17,
            Span::Endless { .. } => 0,
        };
        Tally {
            classes: scenario.classes.iter().map(|_| ClassTally::new(limits)).collect(),
            later: (0..queues).map(|_| Waits::new(limits)).collect(),
            groups: vec![GroupTally::default(); scenario.groups.len()],
            slots: vec![0; slots.clamp(0, 200) as usize],
            overtime: Millis::ZERO,
            lasted: Millis::ZERO,
        }
    }

    pub fn clear(&mut self) {
        self.classes.iter_mut().for_each(ClassTally::clear);
        self.later.iter_mut().for_each(Waits::clear);
        self.groups.fill(GroupTally::default());
        self.slots.fill(0);
        (self.overtime, self.lasted) = (Millis::ZERO, Millis::ZERO);
    }

    /// Somebody waited between two moments, both counted from the opening.
    pub fn waited(&mut self, from: Millis, to: Millis) {
        let mut at = from.0;
        while at < to.0 {
            let slot = at / SLOT.0;
            let edge = ((slot + 1) * SLOT.0).min(to.0);
            let Some(time) = self.slots.get_mut(slot as usize) else { return };
            *time += (edge - at) as u64;
            at = edge;
        }
    }
}

impl ClassTally {
    pub fn new(limits: usize) -> ClassTally {
        ClassTally {
            came: 0,
            refused: 0,
            left: 0,
            left_after: 0,
            sent_home: 0,
            served: 0,
            waits: Waits::new(limits),
        }
    }

    pub fn issued(&self) -> u64 {
        self.came - self.refused
    }

    pub fn add(&mut self, other: &ClassTally) {
        self.came += other.came;
        self.refused += other.refused;
        self.left += other.left;
        self.left_after += other.left_after;
        self.sent_home += other.sent_home;
        self.served += other.served;
        self.waits.add(&other.waits);
    }

    pub fn clear(&mut self) {
        (self.came, self.refused, self.left, self.left_after) = (0, 0, 0, 0);
        (self.sent_home, self.served) = (0, 0);
        self.waits.clear();
    }
}

impl Waits {
    pub fn new(limits: usize) -> Waits {
        Waits { called: 0, delayed: 0, sum: 0, within: vec![0; limits], lengths: Histogram::default() }
    }

    pub fn count(&mut self, wait: Millis, limits: &[Millis]) {
        self.called += 1;
        self.delayed += u64::from(wait > Millis::ZERO);
        self.sum += wait.0.max(0) as u64;
        for (within, limit) in self.within.iter_mut().zip(limits) {
            *within += u64::from(wait <= *limit);
        }
        self.lengths.count(wait);
    }

    pub fn add(&mut self, other: &Waits) {
        self.called += other.called;
        self.delayed += other.delayed;
        self.sum += other.sum;
        for (mine, theirs) in self.within.iter_mut().zip(&other.within) {
            *mine += theirs;
        }
        self.lengths.add(&other.lengths);
    }

    pub fn clear(&mut self) {
        (self.called, self.delayed, self.sum) = (0, 0, 0);
        self.within.fill(0);
        self.lengths.clear();
    }
}
