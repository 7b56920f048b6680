//! A scenario: who comes, how long things last, who serves when, by which rules.
//!
//! It is read from a TOML file ([`Scenario::read`]) or built in code, and says nothing of who is next: its
//! [`Rules`] are the engine's own, made here or taken from a centre's catalogue.

mod draft;
mod fit;
mod lengths;
mod of_centre;
mod on_its_own;
mod reading;
mod warning;

use std::sync::Arc;

use nawat_catalogue::Words;
use nawat_engine::ids::{CounterId, ProfileId, QueueId, SegmentId, ServiceId};
use nawat_engine::rules::{Hours, Rules};
use nawat_engine::time::{Millis, Moment};
use nawat_engine::visit::Placement;

use crate::law::Law;

pub use warning::{Load, Warning, warnings};

/// What is simulated. Moments are counted from midnight of the day, or from the beginning of the endless one.
#[derive(Clone, Debug)]
pub struct Scenario {
    pub name: Words,
    pub rules: Arc<Rules>,
    pub span: Span,
    pub classes: Vec<Class>,
    pub queues: Vec<QueueName>,
    pub groups: Vec<Group>,
    /// From the call to standing at the counter.
    pub walking: Law,
    /// Limits of the wait, for the share within each.
    pub within: Vec<Millis>,
}

/// How long it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// One day, from an empty hall at the opening. Who is there at closing is served to the end, or sent home.
    Day { hours: Hours, serve_to_the_end: bool },
    /// One day without end, for what is stationary: the first arrivals are left out, the rest is told in
    /// batches of so many.
    Endless { warm_up: u64, batches: u32, batch: u64 },
}

/// People of one sort.
#[derive(Clone, Debug)]
pub struct Class {
    pub key: String,
    pub name: Words,
    pub service: ServiceId,
    pub queue: QueueId,
    pub segment: SegmentId,
    /// Persons behind one ticket.
    pub party: u16,
    pub arrivals: Arrivals,
    /// Time at the counter.
    pub lasts: Law,
    /// How long they wait before they leave; `None`: as long as it takes.
    pub patience: Option<Law>,
    pub refer: Option<Refer>,
}

/// Some go on to another service when they have been served: with its time at the counter, and no further.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Refer {
    /// The class whose service they go on to.
    pub to: usize,
    pub share: f64,
    pub placement: Placement,
}

/// A Poisson process by stretches of even rate, in order and without overlap.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arrivals(pub Vec<Stretch>);

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    pub from: Moment,
    pub to: Moment,
    /// People a millisecond.
    pub rate: f64,
}

#[derive(Clone, Debug)]
pub struct QueueName {
    pub id: QueueId,
    pub key: String,
    pub name: Words,
}

/// Counters that are told together.
#[derive(Clone, Debug)]
pub struct Group {
    pub key: String,
    pub name: Words,
    pub counters: Vec<CounterId>,
    pub profile: ProfileId,
    /// When its counters are open. Those that close with the day stay until nobody waits for them.
    pub shifts: Vec<Window>,
    /// Each counter's breaks; one that is busy goes when it is free, for as long.
    pub breaks: Vec<Window>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    pub from: Moment,
    pub to: Moment,
}

impl Window {
    pub fn length(&self) -> Millis {
        self.to.after(self.from).not_negative()
    }
}

impl Arrivals {
    /// The same rate for ever.
    pub fn steady(rate: f64) -> Arrivals {
        Arrivals(vec![Stretch { from: Moment(0), to: Moment(i64::MAX), rate }])
    }

    /// So many people expected between two moments, spread by the weights of equal stretches.
    pub fn spread(people: f64, from: Moment, to: Moment, weights: &[f64]) -> Arrivals {
        let total: f64 = weights.iter().sum();
        let length = to.after(from).not_negative().0;
        let edge = |place: usize| from.plus(Millis(length * place as i64 / weights.len().max(1) as i64));
        let stretch = |(place, weight): (usize, &f64)| {
            let (from, to) = (edge(place), edge(place + 1));
            let lasts = to.after(from).0.max(1) as f64;
            Stretch { from, to, rate: people * weight / total / lasts }
        };
        Arrivals(weights.iter().enumerate().map(stretch).collect())
    }

    /// People expected up to a moment.
    pub fn expected(&self, until: Moment) -> f64 {
        let of = |stretch: &Stretch| {
            stretch.rate * stretch.to.min(until).after(stretch.from).not_negative().0 as f64
        };
        self.0.iter().map(of).sum()
    }
}

impl Scenario {
    /// The queues that the counters of a group take from, as they open.
    pub fn taken_by(&self, group: &Group) -> impl Iterator<Item = QueueId> + '_ {
        let takes = self.rules.profile(group.profile).map_or(&[][..], |profile| &profile.takes);
        takes.iter().map(|takes| takes.queue)
    }

    /// The hours of a terminating day.
    pub fn hours(&self) -> Option<Hours> {
        match self.span {
            Span::Day { hours, .. } => Some(hours),
            Span::Endless { .. } => None,
        }
    }
}
