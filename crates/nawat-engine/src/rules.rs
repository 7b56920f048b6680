//! The rules that a day is lived by, as data: what the catalogue published, with its words left outside.
//!
//! Every list is indexed by its id. Ids are given once by the catalogue's stream and never shift, so a
//! list may hold gaps: `None` where something was withdrawn.

use serde::{Deserialize, Serialize};

use crate::ids::{CounterId, OutcomeId, ProfileId, QueueId, SegmentId, SeriesId, ServiceId};
use crate::time::{Millis, Moment};

/// Which rules a day was opened with, or adopted: the number in the catalogue's stream and the SHA-256 of
/// their body, so that a stream replays without today's files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulesRef {
    pub version: u32,
    #[serde(with = "hex32")]
    pub hash: [u8; 32],
}

/// The rules of a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    pub queues: Vec<Option<Queue>>,
    pub services: Vec<Option<Service>>,
    pub series: Vec<Option<Series>>,
    pub segments: Vec<Option<Segment>>,
    pub profiles: Vec<Option<Profile>>,
    pub counters: Vec<Option<CounterRule>>,
    pub outcomes: Vec<Option<Outcome>>,
    /// How many reasons the catalogue lists; a reason's id lies below.
    pub reasons: u16,
    /// People that the hall may hold, companions too. `None`: no limit.
    pub capacity: Option<u32>,
    /// The largest group one ticket may stand for.
    pub party_max: u16,
    /// How far one extension may go.
    pub extension_max: Millis,
    /// How long a waiting person may ask not to be called. Zero: not at all.
    #[serde(default, skip_serializing_if = "Millis::is_zero")]
    pub delay_max: Millis,
    /// How long one's own last command may be taken back. Zero: nothing can be.
    pub undo_within: Millis,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Queue {
    pub id: QueueId,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    pub id: ServiceId,
    pub queue: QueueId,
    pub series: SeriesId,
    /// Time allotted to one step of this service.
    pub allotted: Millis,
    /// A counter step, held against the centre's promise of minutes. Interviews and inspections are not.
    pub at_counter: bool,
    /// Closing codes that a step of this service may end with.
    pub outcomes: Vec<OutcomeId>,
}

/// A run of ticket numbers under one prefix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    pub id: SeriesId,
    pub first: u64,
    pub last: u64,
}

/// A group of visitors. A strict level (rarely used, higher first), then priority that grows from the
/// effective arrival at `rate` per millisecond (Kleinrock 1964; Stanford, Taylor & Ziedins 2014).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    pub id: SegmentId,
    pub level: u8,
    pub rate: u16,
}

/// The queues that a counter takes from. `order` is a strict level among them (0 first), `weight`
/// multiplies a visit's priority; a profile uses one of the two, never both. A weight is 1 at least: at 0 the
/// order within a line would be lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    pub id: ProfileId,
    pub takes: Vec<Takes>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Takes {
    pub queue: QueueId,
    pub order: u8,
    pub weight: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CounterRule {
    pub id: CounterId,
    /// The profile it opens with unless another one is named.
    pub profile: ProfileId,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub id: OutcomeId,
    /// The matter was completed, not merely looked at.
    pub completes: bool,
}

/// The day's hours as moments, reckoned by the catalogue from the centre's calendar and time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    pub opens: Moment,
    pub last_ticket: Moment,
    pub closes: Moment,
}

fn in_place<T>(list: &[Option<T>], index: impl Fn(&T) -> usize) -> bool {
    list.iter().enumerate().all(|(at, entry)| entry.as_ref().is_none_or(|entry| index(entry) == at))
}

fn at<T>(list: &[Option<T>], index: usize) -> Option<&T> {
    list.get(index).and_then(Option::as_ref)
}

impl Rules {
    /// What a day rests on: everything stands at the place of its id, a service's queue and series exist, a
    /// series has an end, no weight is 0. `nawat check` says much more; a day refuses rules without this.
    pub fn is_whole(&self) -> bool {
        in_place(&self.queues, |queue| queue.id.index())
            && in_place(&self.services, |service| service.id.index())
            && in_place(&self.series, |series| series.id.index())
            && in_place(&self.segments, |segment| segment.id.index())
            && in_place(&self.profiles, |profile| profile.id.index())
            && in_place(&self.counters, |counter| counter.id.index())
            && in_place(&self.outcomes, |outcome| outcome.id.index())
            && self
                .services
                .iter()
                .flatten()
                .all(|service| self.queue(service.queue).is_some() && self.series(service.series).is_some())
            && self.series.iter().flatten().all(|series| series.last < u64::MAX)
            && self
                .profiles
                .iter()
                .flatten()
                .all(|profile| profile.takes.iter().all(|takes| takes.weight > 0))
    }

    pub fn queue(&self, id: QueueId) -> Option<&Queue> {
        at(&self.queues, id.index())
    }

    pub fn service(&self, id: ServiceId) -> Option<&Service> {
        at(&self.services, id.index())
    }

    pub fn series(&self, id: SeriesId) -> Option<&Series> {
        at(&self.series, id.index())
    }

    pub fn segment(&self, id: SegmentId) -> Option<&Segment> {
        at(&self.segments, id.index())
    }

    pub fn profile(&self, id: ProfileId) -> Option<&Profile> {
        at(&self.profiles, id.index())
    }

    pub fn counter(&self, id: CounterId) -> Option<&CounterRule> {
        at(&self.counters, id.index())
    }

    pub fn outcome(&self, id: OutcomeId) -> Option<&Outcome> {
        at(&self.outcomes, id.index())
    }

    /// A step closed with this code completed the matter.
    pub fn completes(&self, id: OutcomeId) -> bool {
        self.outcome(id).is_some_and(|outcome| outcome.completes)
    }
}

/// Hashes as hexadecimal text.
pub(crate) mod hex32 {
    use serde::{Deserialize, Deserializer, Serializer};
    use std::fmt::Write;

    pub fn serialize<S: Serializer>(hash: &[u8; 32], serializer: S) -> Result<S::Ok, S::Error> {
        let mut text = String::with_capacity(64);
        for byte in hash {
            write!(text, "{byte:02x}").map_err(serde::ser::Error::custom)?;
        }
        serializer.serialize_str(&text)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<[u8; 32], D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        let mut hash = [0; 32];
        if text.len() != 64 || !text.is_ascii() {
            return Err(serde::de::Error::custom("a hash has 64 hexadecimal digits"));
        }
        for (i, byte) in hash.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * i..2 * i + 2], 16).map_err(serde::de::Error::custom)?;
        }
        Ok(hash)
    }
}
