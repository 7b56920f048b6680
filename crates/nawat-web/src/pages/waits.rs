//! The waits that pages show: ranges in whole minutes, never a single number.

use std::collections::HashMap;

/// What is known of waits at one moment; empty where nothing honest can be said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waits {
    /// Of those who wait, by their visit.
    pub visits: HashMap<u32, WaitRange>,
    /// Of somebody who would come now, by queue.
    pub newcomers: HashMap<u16, WaitRange>,
    /// Queues whose newcomers will hardly be called before the hours end.
    pub late: Vec<u16>,
}

impl Waits {
    pub fn of_visit(&self, visit: u32) -> Option<WaitRange> {
        self.visits.get(&visit).copied()
    }

    pub fn of_newcomer(&self, queue: u16) -> Option<WaitRange> {
        self.newcomers.get(&queue).copied()
    }

    /// Fewer than half of those who come now for this queue are called before the hours end.
    pub fn too_late(&self, queue: u16) -> bool {
        self.late.contains(&queue)
    }
}

/// A wait in whole minutes, as far as it is known: never a single number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitRange {
    pub from: u32,
    pub to: u32,
}

impl std::fmt::Display for WaitRange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}–{}", self.from, self.to)
    }
}
