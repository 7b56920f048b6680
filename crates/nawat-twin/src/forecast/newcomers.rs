//! Who will come: as many as came in the last hour, the same sorts of people.

use nawat_engine::Day;
use nawat_engine::command::IssueTicket;
use nawat_engine::ids::Reference;
use nawat_engine::time::{Millis, Moment};
use nawat_engine::visit::Channel;

use super::Door;
use crate::random::Random;

const HOUR: i64 = 3_600_000;

/// People who come after `now`, with the time of their coming, in no order. Their number is drawn as that of a
/// Poisson process at the last hour's rate, each is like one of those who came.
pub fn arrivals(day: &Day, now: Moment, until: Moment, random: &mut Random) -> Vec<(Moment, IssueTicket)> {
    let span = now.after(day.opened).0.clamp(600_000, HOUR);
    let recent: Vec<_> =
        day.visits.iter().rev().take_while(|visit| now.after(visit.arrived).0 <= span).collect();
    if recent.is_empty() {
        return Vec::new();
    }
    let gap = span as f64 / recent.len() as f64;
    let mut coming = Vec::new();
    let mut at = now.0 as f64 + gap * random.exponential();
    while at < until.0 as f64 {
        let like = recent[random.place(recent.len())];
        let ticket = IssueTicket {
            service: day.step(like.first_step).service,
            segment: like.segment,
            party: like.party,
            channel: Channel::Api,
            reference: unknown(coming.len()),
            person: None,
        };
        coming.push((Moment(at as i64), ticket));
        at += gap * random.exponential();
    }
    coming
}

/// References of people who exist in a replication alone.
pub fn unknown(number: usize) -> Reference {
    Reference(u128::MAX - number as u128)
}

/// A service for each queue that an open counter takes from.
pub fn doors(day: &Day) -> Vec<Door> {
    let open = || day.counters().filter(|counter| counter.is_open());
    let takes = |queue| {
        let profiles = open().filter_map(|counter| day.rules.profile(counter.profile));
        profiles.flat_map(|profile| &profile.takes).any(|takes| takes.queue == queue)
    };
    let services = || day.rules.services.iter().flatten();
    let queues = day.rules.queues.iter().flatten().filter(|queue| takes(queue.id));
    let door = |queue: nawat_engine::ids::QueueId| {
        services().find(|service| service.queue == queue).map(|service| (queue, service.id))
    };
    queues.filter_map(|queue| door(queue.id)).collect()
}

/// The last moment that matters: nobody is called once everybody has gone home.
pub fn horizon(day: &Day, now: Moment) -> Moment {
    day.hours.closes.max(now).plus(Millis(2 * HOUR))
}
