//! How long those who wait now will wait: this very moment's hall, run forward many times by the live engine.
//!
//! Each replication is a copy of the day. Whoever is being served goes on for a time drawn from what is known
//! of that service, given how long it has lasted already; counters call as the engine decides; people go on
//! coming as they came in the last hour. What is read off is when each one who waits is called for the first
//! time. The range of a forecast is what lies between the tenth and the ninetieth of a hundred replications,
//! never a single number.
//!
//! What it does not know: who will give up, which counters will open or close later. It holds as long as the
//! hall goes on as it is now.

mod newcomers;
mod onward;
mod paces;

use std::collections::HashMap;

use nawat_engine::ids::{QueueId, SegmentId, ServiceId, VisitId};
use nawat_engine::time::{Millis, Moment};
use nawat_engine::visit::Place;
use nawat_engine::{Day, Phase};

use crate::behaviour::Behaviour;
use crate::random::Random;

use onward::{Called, Onward};
pub use paces::Paces;

/// Fewer than these tell nothing of a tenth.
const REPLICATIONS_LEAST: usize = 20;

/// What is left to wait until the first call, from the moment of the forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitForecast {
    /// One in ten is called sooner.
    pub low: Millis,
    pub median: Millis,
    /// One in ten waits longer; `None` where so many are not called before everybody goes home.
    pub high: Option<Millis>,
    /// Of a thousand replications so many call before the hours end.
    pub before_closing_permille: u16,
}

/// The waits of one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forecast {
    visits: HashMap<VisitId, WaitForecast>,
    newcomers: HashMap<QueueId, WaitForecast>,
}

impl Forecast {
    /// Of somebody who waits now.
    pub fn of_visit(&self, visit: VisitId) -> Option<WaitForecast> {
        self.visits.get(&visit).copied()
    }

    /// Of somebody who would take a ticket for this queue now, in no special group.
    pub fn of_newcomer(&self, queue: QueueId) -> Option<WaitForecast> {
        self.newcomers.get(&queue).copied()
    }

    pub fn is_empty(&self) -> bool {
        self.visits.is_empty() && self.newcomers.is_empty()
    }
}

/// What a forecast asks for besides the day.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    pub replications: usize,
    pub seed: u64,
    /// The group that somebody belongs to who just walks in.
    pub walk_in: SegmentId,
}

/// Forecasts the waits of this moment. Empty while the hall stands still or is closed, and where no counter
/// is open: nobody knows then.
pub fn forecast(day: &Day, now: Moment, behaviour: &Behaviour, asked: Asked) -> Forecast {
    let runs = day.phase == Phase::Open && day.suspended.is_none();
    if !runs || !day.counters().any(nawat_engine::counter::Counter::is_open) {
        return Forecast::default();
    }
    let paces = Paces::of(day, behaviour);
    let doors = newcomers::doors(day);
    let mut samples: HashMap<VisitId, Vec<Called>> = HashMap::new();
    let mut newcomers: HashMap<QueueId, Vec<Called>> = HashMap::new();
    let waiting: Vec<VisitId> =
        day.visits.iter().filter(|visit| matches!(visit.place, Place::Waiting(_))).map(|it| it.id).collect();
    let mut onward = Onward::new(day, &paces, behaviour);
    for turn in 0..asked.replications.max(REPLICATIONS_LEAST) {
        let mut random = Random::new(asked.seed, turn as u64);
        // One newcomer a replication: two of them would wait for each other.
        let door = doors.get(turn % doors.len().max(1)).copied();
        let called = onward.run(day, now, door.map(|(_, service)| (service, asked.walk_in)), &mut random);
        for visit in &waiting {
            samples.entry(*visit).or_default().push(called.of(*visit));
        }
        if let (Some((queue, _)), Some(newcomer)) = (door, called.newcomer()) {
            newcomers.entry(queue).or_default().push(newcomer);
        }
    }
    let to_end = day.hours.closes.after(now);
    Forecast {
        visits: samples.into_iter().filter_map(|(id, waits)| Some((id, of(waits, to_end)?))).collect(),
        newcomers: newcomers.into_iter().filter_map(|(id, waits)| Some((id, of(waits, to_end)?))).collect(),
    }
}

/// The quantiles of replicated waits. `None` where half of them are never called.
fn of(mut waits: Vec<Called>, to_end: Millis) -> Option<WaitForecast> {
    waits.sort_unstable();
    let at = |percent: usize| waits.get((waits.len() * percent / 100).min(waits.len().saturating_sub(1)));
    let known = |called: Option<&Called>| match called {
        Some(Called::After(wait)) => Some(*wait),
        _ => None,
    };
    let before_end =
        waits.iter().filter(|wait| matches!(wait, Called::After(wait) if *wait <= to_end)).count();
    Some(WaitForecast {
        low: known(at(10))?,
        median: known(at(50))?,
        high: known(at(90)),
        before_closing_permille: u16::try_from(before_end * 1_000 / waits.len().max(1)).unwrap_or(1_000),
    })
}

/// A service by which people come to each queue that somebody serves.
type Door = (QueueId, ServiceId);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_range_is_read_off_the_sorted_waits() {
        let waits = (1..=100).rev().map(|minute| Called::After(Millis::minutes(minute))).collect();
        let range = of(waits, Millis::minutes(50)).expect("a range");
        assert_eq!(
            (range.low, range.median, range.high, range.before_closing_permille),
            (Millis::minutes(11), Millis::minutes(51), Some(Millis::minutes(91)), 500)
        );
    }

    #[test]
    fn who_may_not_be_called_at_all_gets_no_upper_end_and_then_none() {
        let mixed = |never: usize| {
            let after = (0..20 - never).map(|_| Called::After(Millis::MINUTE));
            after.chain((0..never).map(|_| Called::Never)).collect()
        };
        assert_eq!(of(mixed(4), Millis::MINUTE).and_then(|range| range.high), None);
        assert_eq!(of(mixed(12), Millis::MINUTE), None);
        assert_eq!(of(Vec::new(), Millis::MINUTE), None);
    }
}
