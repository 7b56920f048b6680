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
//! Whoever asked not to be called yet is no candidate until then.
//!
//! Within one queue and segment the order never changes as time passes, so each such line is kept sorted by
//! the static key `rate × since − credit` and only its head is compared: the cost of a call does not grow
//! with the number of people who wait.

use crate::day::Day;
use crate::event::{RunnerUp, Why};
use crate::ids::{CounterId, QueueId, VisitId};
use crate::rules::{Segment, Takes};
use crate::time::Moment;
use crate::visit::Visit;

pub use crate::lines::Lines;

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

/// Priority gathered by waiting: `credit + rate × age`; ages below zero count as zero.
pub fn priority(visit: &Visit, rate: u16, now: Moment) -> i64 {
    let gathered = i64::from(rate).saturating_mul(now.after(visit.since).not_negative().0);
    visit.credit.saturating_add(gathered)
}

/// Strict level: the segment's first, then the profile's order of queues (0 is the first).
fn level(segment: &Segment, takes: Takes) -> u32 {
    (u32::from(segment.level) << 8) | u32::from(u8::MAX - takes.order)
}

/// The claim of a visit that may be called now.
fn claim(day: &Day, visit: VisitId, takes: Takes, now: Moment) -> Option<Claim> {
    day.visit(visit).filter(|visit| !visit.is_away(now)).and_then(|visit| standing(day, visit, takes, now))
}

/// What a visit is compared by, away or not.
fn standing(day: &Day, visit: &Visit, takes: Takes, now: Moment) -> Option<Claim> {
    let segment = day.rules.segment(visit.segment)?;
    Some(Claim {
        visit: visit.id,
        ahead: visit.ahead,
        level: level(segment, takes),
        priority: priority(visit, segment.rate, now).saturating_mul(i64::from(takes.weight)),
    })
}

/// Who would be called next at this counter, and why. `None`: nobody that it may take is waiting.
pub fn next_for(day: &Day, counter: CounterId, now: Moment) -> Option<(VisitId, Why)> {
    let mut best: Option<(Claim, Option<Takes>)> = None;
    let mut second: Option<Claim> = None;
    each_head(day, counter, now, &mut |claim, from| match best {
        Some((first, _)) if !claim.before(&first) => {
            if second.is_none_or(|other| claim.before(&other)) {
                second = Some(claim);
            }
        }
        _ => {
            second = best.map(|(first, _)| first);
            best = Some((claim, from));
        }
    });
    let (first, from) = best?;
    let waiting = taken_by(day, counter).iter().map(|takes| day.lines.waiting(takes.queue)).sum();
    let Some(takes) = from else { return Some((first.visit, Why::Sent { waiting })) };
    // The runner-up may stand right behind.
    let behind = behind(day, first.visit, takes.queue).and_then(|visit| claim(day, visit, takes, now));
    if let Some(behind) = behind
        && second.is_none_or(|other| behind.before(&other))
    {
        second = Some(behind);
    }
    let over = second.map(|c| RunnerUp { visit: c.visit, level: c.level, priority: c.priority });
    let why = Why::Next { level: first.level, priority: first.priority, waiting, over };
    Some((first.visit, why))
}

/// Who stands right behind the head of a line.
fn behind(day: &Day, head: VisitId, queue: QueueId) -> Option<VisitId> {
    let segment = day.visit(head)?.segment;
    let mut line = day.lines.standing(queue, segment);
    (line.next()? == head).then(|| line.next())?
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

/// How many in the same queue would be called before this visit by a counter that takes this queue alone, if
/// it is here.
/// Costs little more with thousands waiting than with ten: every ticket asks it.
pub fn ahead_of(day: &Day, visit: &Visit, queue: QueueId, now: Moment) -> u32 {
    let takes = Takes { queue, order: 0, weight: 1 };
    let Some(own) = standing(day, visit, takes, now) else { return 0 };
    let before =
        |other| other != own.visit && claim(day, other, takes, now).is_some_and(|claim| claim.before(&own));
    u32::try_from(day.lines.count_in_front(queue, before)).unwrap_or(u32::MAX)
}

fn taken_by(day: &Day, counter: CounterId) -> &[Takes] {
    let profile = day.counter(counter).and_then(|counter| day.rules.profile(counter.profile));
    profile.map_or(&[], |profile| profile.takes.as_slice())
}

/// The head of every line that this counter takes from, each who came early or is away, and each who was sent here.
fn each_head(day: &Day, counter: CounterId, now: Moment, see: &mut impl FnMut(Claim, Option<Takes>)) {
    for takes in taken_by(day, counter) {
        for visit in day.lines.heads(takes.queue) {
            if let Some(claim) = claim(day, visit, *takes, now) {
                see(claim, Some(*takes));
            }
        }
    }
    each_sent(day, counter, now, &mut |claim| see(claim, None));
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
