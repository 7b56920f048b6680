//! The lines that waiting people stand in.
//!
//! Within one queue and segment the order never changes as time passes, so each such line is kept sorted by
//! a static key, and only its head is compared ([`crate::call_order`]).

use std::collections::VecDeque;

use crate::ids::{CounterId, QueueId, SegmentId, StaffId, VisitId};
use crate::rules::Segment;
use crate::visit::{Line, Visit};

/// All lines of the hall.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    queues: Vec<QueueLine>,
    to_counters: Vec<Vec<VisitId>>,
    to_staff: Vec<(StaffId, Vec<VisitId>)>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct QueueLine {
    /// A sorted line for each segment.
    segments: Vec<VecDeque<Standing>>,
    /// Those who cannot be called yet, and stand in no order until then: an appointment's owner who came
    /// before the slot, somebody who asked to be called later. Few, so scanned.
    later: Vec<VisitId>,
    waiting: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Standing {
    key: i64,
    visit: VisitId,
}

impl Lines {
    /// How many wait in a queue.
    pub fn waiting(&self, queue: QueueId) -> u32 {
        self.queues.get(queue.index()).map_or(0, |line| line.waiting)
    }

    /// Visits sent to this counter, in the order of their coming.
    pub fn sent_to_counter(&self, counter: CounterId) -> &[VisitId] {
        self.to_counters.get(counter.index()).map_or(&[], Vec::as_slice)
    }

    /// Visits sent to this person.
    pub fn sent_to_staff(&self, staff: StaffId) -> &[VisitId] {
        self.to_staff.iter().find(|(who, _)| *who == staff).map_or(&[], |(_, line)| line.as_slice())
    }

    /// Everybody in a queue, in no particular order.
    pub fn in_queue(&self, queue: QueueId) -> impl Iterator<Item = VisitId> + '_ {
        self.queues.get(queue.index()).into_iter().flat_map(|line| {
            let standing = line.segments.iter().flatten().map(|standing| standing.visit);
            standing.chain(line.later.iter().copied())
        })
    }

    /// Who may be the next of a queue: the head of each segment's line, and all who are not due yet.
    pub(crate) fn heads(&self, queue: QueueId) -> impl Iterator<Item = VisitId> + '_ {
        self.queues.get(queue.index()).filter(|line| line.waiting > 0).into_iter().flat_map(|line| {
            let heads = line.segments.iter().filter_map(VecDeque::front).map(|standing| standing.visit);
            heads.chain(line.later.iter().copied())
        })
    }

    /// One segment's line in a queue, from its head; without those who are not due yet.
    pub(crate) fn standing(&self, queue: QueueId, segment: SegmentId) -> impl Iterator<Item = VisitId> + '_ {
        let line = self.queues.get(queue.index()).and_then(|line| line.segments.get(segment.index()));
        line.into_iter().flatten().map(|standing| standing.visit)
    }

    /// How many of a queue hold to `before`, which must be true of a front part of each segment's line and
    /// of nobody behind it.
    pub(crate) fn count_in_front(&self, queue: QueueId, before: impl Fn(VisitId) -> bool) -> usize {
        let Some(line) = self.queues.get(queue.index()) else { return 0 };
        let front = |line: &VecDeque<Standing>| line.partition_point(|standing| before(standing.visit));
        line.segments.iter().map(front).sum::<usize>()
            + line.later.iter().filter(|visit| before(**visit)).count()
    }

    /// Whether every line is in the order of its keys.
    pub(crate) fn sorted(&self) -> bool {
        let mut lines = self.queues.iter().flat_map(|queue| &queue.segments);
        lines.all(|line| line.iter().zip(line.iter().skip(1)).all(|(one, next)| one < next))
    }

    pub(crate) fn make_room(&mut self, queues: usize, segments: usize, counters: usize) {
        if self.queues.len() < queues {
            self.queues.resize_with(queues, QueueLine::default);
        }
        for queue in &mut self.queues {
            if queue.segments.len() < segments {
                queue.segments.resize_with(segments, VecDeque::new);
            }
        }
        if self.to_counters.len() < counters {
            self.to_counters.resize_with(counters, Vec::new);
        }
    }

    /// Gives everybody who stands anywhere a new number; numbers keep their order.
    pub(crate) fn rename(&mut self, new: impl Fn(VisitId) -> VisitId) {
        for queue in &mut self.queues {
            for standing in queue.segments.iter_mut().flatten() {
                standing.visit = new(standing.visit);
            }
            for visit in &mut queue.later {
                *visit = new(*visit);
            }
        }
        let sent = self.to_counters.iter_mut().chain(self.to_staff.iter_mut().map(|(_, line)| line));
        for visit in sent.flatten() {
            *visit = new(*visit);
        }
    }

    /// Puts a visit into its line. `later`: it is not due yet.
    pub(crate) fn insert(&mut self, line: Line, visit: &Visit, segment: &Segment, later: bool) {
        match line {
            Line::Queue(queue) => {
                let queue = &mut self.queues[queue.index()];
                queue.waiting += 1;
                if later {
                    queue.later.push(visit.id);
                } else {
                    queue.segments[segment.id.index()].insert_sorted(standing(visit, segment));
                }
            }
            Line::Counter(counter) => self.to_counters[counter.index()].push(visit.id),
            Line::Staff(staff) => match self.to_staff.iter_mut().find(|(who, _)| *who == staff) {
                Some((_, line)) => line.push(visit.id),
                None => self.to_staff.push((staff, vec![visit.id])),
            },
        }
    }

    /// Takes a visit out of its line; it stands there as it was put.
    pub(crate) fn remove(&mut self, line: Line, visit: &Visit, segment: &Segment) {
        let found = match line {
            Line::Queue(queue) => {
                let queue = &mut self.queues[queue.index()];
                queue.waiting -= 1;
                queue.segments[segment.id.index()].remove_sorted(standing(visit, segment))
                    || queue.later.forget(visit.id)
            }
            Line::Counter(counter) => self.to_counters[counter.index()].forget(visit.id),
            Line::Staff(staff) => {
                self.to_staff.iter_mut().any(|(who, line)| *who == staff && line.forget(visit.id))
            }
        };
        assert!(found, "a waiting visit stands in its line");
    }
}

fn standing(visit: &Visit, segment: &Segment) -> Standing {
    let key = i64::from(segment.rate).saturating_mul(visit.since.0).saturating_sub(visit.credit);
    Standing { key, visit: visit.id }
}

trait Sorted {
    fn insert_sorted(&mut self, standing: Standing);
    fn remove_sorted(&mut self, standing: Standing) -> bool;
}

impl Sorted for VecDeque<Standing> {
    fn insert_sorted(&mut self, standing: Standing) {
        match self.back() {
            Some(last) if *last > standing => {
                let at = self.partition_point(|other| *other < standing);
                self.insert(at, standing);
            }
            _ => self.push_back(standing),
        }
    }

    fn remove_sorted(&mut self, standing: Standing) -> bool {
        if self.front() == Some(&standing) {
            self.pop_front();
            return true;
        }
        let Ok(at) = self.binary_search(&standing) else { return false };
        self.remove(at);
        true
    }
}

trait Forget {
    fn forget(&mut self, visit: VisitId) -> bool;
}

impl Forget for Vec<VisitId> {
    fn forget(&mut self, visit: VisitId) -> bool {
        let Some(at) = self.iter().position(|other| *other == visit) else { return false };
        self.remove(at);
        true
    }
}
