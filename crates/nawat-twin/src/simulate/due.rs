//! What is due in a simulated hall, and in which order: by time; of one millisecond counters become free
//! before people come, and breaks and closings come last; of the same sort what was planned first.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;

use nawat_engine::ids::CounterId;
use nawat_engine::time::Moment;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    Opens(CounterId),
    Ends(CounterId),
    Stands(CounterId),
    /// A person by the number in the order of coming.
    Leaves(u64),
    /// A class, by its place.
    Comes(u32),
    BreakOver(CounterId),
    /// The break of the group, by its place.
    BreakDue(CounterId, u32),
    Closes(CounterId),
    DayCloses,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Due {
    at: Moment,
    /// The sort, then the order of planning.
    rank: u64,
    what: What,
}

#[derive(Debug, Default)]
pub(super) struct Agenda {
    heap: BinaryHeap<Reverse<Due>>,
    planned: u64,
}

impl Agenda {
    pub fn plan(&mut self, at: Moment, what: What) {
        let due = self.due(at, what);
        self.heap.push(Reverse(due));
    }

    /// What is due first. It stays until it is [done](Agenda::done) or [replaced](Agenda::replace), which is
    /// cheaper than to take one away and to put another in.
    pub fn first(&self) -> Option<(Moment, What)> {
        self.heap.peek().map(|Reverse(due)| (due.at, due.what))
    }

    /// What is due first is done with, and this is planned.
    pub fn replace(&mut self, at: Moment, what: What) {
        let due = self.due(at, what);
        if let Some(mut first) = self.heap.peek_mut() {
            *first = Reverse(due);
            return;
        }
        self.heap.push(Reverse(due));
    }

    /// What is due first is done with.
    pub fn done(&mut self) {
        if let Some(first) = self.heap.peek_mut() {
            PeekMut::pop(first);
        }
    }

    pub fn clear(&mut self) {
        self.heap.clear();
        self.planned = 0;
    }

    fn due(&mut self, at: Moment, what: What) -> Due {
        self.planned += 1;
        let sort: u64 = match what {
            What::Opens(_) => 1,
            What::Ends(_) => 2,
            What::Stands(_) => 3,
            What::Leaves(_) => 4,
            What::Comes(_) => 5,
            What::BreakOver(_) => 6,
            What::BreakDue(..) => 7,
            What::Closes(_) => 8,
            What::DayCloses => 9,
        };
        Due { at, rank: (sort << 56) | self.planned, what }
    }
}
