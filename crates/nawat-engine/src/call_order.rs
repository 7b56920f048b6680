//! Who is called next.
//!
//! Candidates are the visits in the queues that the counter's profile takes, and those sent to this very
//! counter or to the person who serves there. They compare by, first difference wins:
//! 1. *ahead*: back from a supervisor, to the clerk who asked: nobody queues twice;
//! 2. *level*: the segment's strict level, then the profile's order of queues;
//! 3. *priority*: `(credit + rate × age) × weight`, age being the time since the effective arrival, zero
//!    where that is still to come. Equal rates give first come, first served; unequal ones let urgency grow
//!    (Kleinrock 1964; Stanford, Taylor & Ziedins 2014);
//! 4. the visit's number: who came first.
//!
//! Within one queue and rate the order never changes as time passes, so each such line is kept sorted by the
//! static key `rate × since − credit` and only its head is compared.

use std::collections::VecDeque;

use crate::day::Day;
use crate::event::{RunnerUp, Why};
use crate::ids::{CounterId, QueueId, SegmentId, StaffId, VisitId};
use crate::rules::{Segment, Takes};
use crate::time::Moment;
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
    /// Those whose wait has not begun: an appointment's owner who came before the slot. Few, so scanned.
    early: Vec<VisitId>,
    waiting: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Standing {
    key: i64,
    visit: VisitId,
}

/// One candidate with all that it is compared by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    pub visit: VisitId,
    pub ahead: bool,
    pub level: u32,
    pub priority: i64,
}

impl Claim {
    fn before(&self, other: &Claim) -> bool {
        (other.ahead, other.level, other.priority, self.visit)
            < (self.ahead, self.level, self.priority, other.visit)
    }
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
            standing.chain(line.early.iter().copied())
        })
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

    /// Puts a visit into its line. `early`: its wait has not begun.
    pub(crate) fn insert(&mut self, line: Line, visit: &Visit, segment: &Segment, early: bool) {
        match line {
            Line::Queue(queue) => {
                let queue = &mut self.queues[queue.index()];
                queue.waiting += 1;
                if early {
                    queue.early.push(visit.id);
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
                    || queue.early.forget(visit.id)
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
    Standing { key: i64::from(segment.rate) * visit.since.0 - visit.credit, visit: visit.id }
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

/// Priority gathered by waiting: `credit + rate × age`; ages below zero count as zero.
pub fn priority(visit: &Visit, rate: u16, now: Moment) -> i64 {
    visit.credit + i64::from(rate) * now.after(visit.since).not_negative().0
}

/// Strict level: the segment's first, then the profile's order of queues (0 is the first).
fn level(segment: &Segment, takes: Takes) -> u32 {
    (u32::from(segment.level) << 8) | u32::from(u8::MAX - takes.order)
}

fn claim(day: &Day, visit: VisitId, takes: Takes, now: Moment) -> Option<Claim> {
    let visit = day.visit(visit)?;
    let segment = day.rules.segment(visit.segment)?;
    Some(Claim {
        visit: visit.id,
        ahead: visit.ahead,
        level: level(segment, takes),
        priority: priority(visit, segment.rate, now) * i64::from(takes.weight),
    })
}

/// Who would be called next at this counter, and why. `None`: nobody that it may take is waiting.
pub fn next_for(day: &Day, counter: CounterId, now: Moment) -> Option<(VisitId, Why)> {
    let mut best: Option<Claim> = None;
    let mut second: Option<Claim> = None;
    let mut waiting = 0;
    let mut sent = false;
    each_head(day, counter, now, &mut |claim, is_sent| match best {
        Some(first) if !claim.before(&first) => {
            if second.is_none_or(|other| claim.before(&other)) {
                second = Some(claim);
            }
        }
        _ => {
            second = best;
            best = Some(claim);
            sent = is_sent;
        }
    });
    let first = best?;
    for takes in taken_by(day, counter) {
        waiting += day.lines.waiting(takes.queue);
    }
    let why = if sent {
        Why::Sent { waiting }
    } else {
        let over = second.map(|c| RunnerUp { visit: c.visit, level: c.level, priority: c.priority });
        Why::Next { level: first.level, priority: first.priority, waiting, over }
    };
    Some((first.visit, why))
}

/// The first `most` visits in the order in which this counter would call them if nothing else happened.
pub fn order_for(day: &Day, counter: CounterId, now: Moment, most: usize) -> Vec<Claim> {
    let mut claims = Vec::new();
    for takes in taken_by(day, counter) {
        claims.extend(day.lines.in_queue(takes.queue).filter_map(|visit| claim(day, visit, *takes, now)));
    }
    each_sent(day, counter, now, &mut |claim| claims.push(claim));
    claims.sort_by(|a, b| {
        (b.ahead, b.level, b.priority, a.visit).cmp(&(a.ahead, a.level, a.priority, b.visit))
    });
    claims.truncate(most);
    claims
}

/// How many in the same queue would be called before this visit by a counter that takes this queue alone.
pub fn ahead_of(day: &Day, visit: &Visit, queue: QueueId, now: Moment) -> u32 {
    let takes = Takes { queue, order: 0, weight: 1 };
    let Some(own) = claim(day, visit.id, takes, now) else { return 0 };
    let before = |other: &Claim| other.visit != own.visit && other.before(&own);
    day.lines.in_queue(queue).filter_map(|other| claim(day, other, takes, now)).filter(before).count() as u32
}

fn taken_by(day: &Day, counter: CounterId) -> &[Takes] {
    let profile = day.counter(counter).and_then(|counter| day.rules.profile(counter.profile));
    profile.map_or(&[], |profile| profile.takes.as_slice())
}

fn each_head(day: &Day, counter: CounterId, now: Moment, see: &mut impl FnMut(Claim, bool)) {
    for takes in taken_by(day, counter) {
        let Some(line) = day.lines.queues.get(takes.queue.index()) else { continue };
        if line.waiting == 0 {
            continue;
        }
        for (segment, standing) in line.segments.iter().enumerate() {
            let (Some(head), Some(rules)) = (standing.front(), day.rules.segment(SegmentId(segment as u16)))
            else {
                continue;
            };
            let Some(visit) = day.visit(head.visit) else { continue };
            let priority = priority(visit, rules.rate, now) * i64::from(takes.weight);
            see(
                Claim { visit: head.visit, ahead: visit.ahead, level: level(rules, *takes), priority },
                false,
            );
        }
        for early in &line.early {
            if let Some(claim) = claim(day, *early, *takes, now) {
                see(claim, false);
            }
        }
    }
    each_sent(day, counter, now, &mut |claim| see(claim, true));
}

/// Visits sent here compete with the profile's best order and weight: being sent is no disadvantage.
fn each_sent(day: &Day, counter: CounterId, now: Moment, see: &mut impl FnMut(Claim)) {
    let weight = taken_by(day, counter).iter().map(|takes| takes.weight).max().unwrap_or(1);
    let takes = Takes { queue: QueueId(0), order: 0, weight };
    let staff = day.counter(counter).and_then(|counter| counter.staff);
    let to_staff = staff.map_or(&[][..], |staff| day.lines.sent_to_staff(staff));
    for visit in day.lines.sent_to_counter(counter).iter().chain(to_staff) {
        if let Some(claim) = claim(day, *visit, takes, now) {
            see(claim);
        }
    }
}
