//! What is due, and in which order.
//!
//! Happenings of the same millisecond go by the order of the variants of [`Happening`]: counters become
//! free before new people come, people come before a clerk looks up, the supervisor looks round last. What
//! is alike goes in the order in which it was planned. So the order is the same on every machine.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use nawat_engine::ids::{CounterId, VisitId};
use nawat_engine::time::Moment;

/// Something that one of the simulated people is going to do. The order of the variants is the order of
/// what is due in the same millisecond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Happening {
    DayOpens,
    CounterOpens(CounterId),
    StepEnds(CounterId, VisitId),
    PersonStands(CounterId, VisitId),
    SupervisorAnswers(VisitId),
    /// By the person's place in the plan.
    PersonLeaves(usize),
    PersonComes(usize),
    PauseEnds(CounterId),
    PauseIsDue(CounterId),
    CalledAgain(CounterId, VisitId),
    GivenUp(CounterId, VisitId),
    ClerkLooks(CounterId),
    SupervisorLooks,
    DayCloses,
}

#[derive(Debug, Default)]
pub(crate) struct Agenda {
    heap: BinaryHeap<Reverse<(Moment, Rank, u64, Happening)>>,
    planned: u64,
}

type Rank = u8;

impl Agenda {
    pub fn plan(&mut self, at: Moment, what: Happening) {
        self.planned += 1;
        self.heap.push(Reverse((at, rank(what), self.planned, what)));
    }

    pub fn next_due(&self) -> Option<Moment> {
        self.heap.peek().map(|Reverse((at, ..))| *at)
    }

    /// The first that is due by now.
    pub fn take(&mut self, now: Moment) -> Option<Happening> {
        if self.next_due()? > now {
            return None;
        }
        self.heap.pop().map(|Reverse((.., what))| what)
    }

    pub fn clear(&mut self) {
        self.heap.clear();
    }
}

fn rank(what: Happening) -> Rank {
    match what {
        Happening::DayOpens => 0,
        Happening::CounterOpens(_) => 1,
        Happening::StepEnds(..) => 2,
        Happening::PersonStands(..) => 3,
        Happening::SupervisorAnswers(_) => 4,
        Happening::PersonLeaves(_) => 5,
        Happening::PersonComes(_) => 6,
        Happening::PauseEnds(_) => 7,
        Happening::PauseIsDue(_) => 8,
        Happening::CalledAgain(..) => 9,
        Happening::GivenUp(..) => 10,
        Happening::ClerkLooks(_) => 11,
        Happening::SupervisorLooks => 12,
        Happening::DayCloses => 13,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_then_kind_then_order_of_planning() {
        let mut agenda = Agenda::default();
        let counter = CounterId(1);
        agenda.plan(Moment(5), Happening::ClerkLooks(counter));
        agenda.plan(Moment(5), Happening::PersonComes(9));
        agenda.plan(Moment(5), Happening::PersonComes(2));
        agenda.plan(Moment(5), Happening::StepEnds(counter, VisitId(1)));
        agenda.plan(Moment(4), Happening::DayCloses);
        assert_eq!(agenda.take(Moment(3)), None);
        let order: Vec<_> = std::iter::from_fn(|| agenda.take(Moment(5))).collect();
        let wanted = [
            Happening::DayCloses,
            Happening::StepEnds(counter, VisitId(1)),
            Happening::PersonComes(9),
            Happening::PersonComes(2),
            Happening::ClerkLooks(counter),
        ];
        assert_eq!(order, wanted);
        assert_eq!(agenda.next_due(), None);
    }
}
