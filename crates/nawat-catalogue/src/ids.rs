//! Numbers for keys: given once, for ever.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::centre::Centre;

/// A kind under which a customer is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KindId(pub u16);

/// A section of the centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SectionId(pub u16);

/// Keys of one sort of thing with their numbers, from 1. What was withdrawn keeps its place, so that its
/// number never means anything else and what returns gets its own again.
pub(crate) type Numbers = BTreeMap<String, u16>;

/// The numbers of all keys that this centre ever had.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ids {
    pub(crate) kinds: Numbers,
    pub(crate) sections: Numbers,
    pub(crate) queues: Numbers,
    pub(crate) series: Numbers,
    pub(crate) services: Numbers,
    pub(crate) segments: Numbers,
    pub(crate) profiles: Numbers,
    pub(crate) counters: Numbers,
    pub(crate) outcomes: Numbers,
    pub(crate) reasons: Numbers,
}

impl Ids {
    /// Keys of `previous` keep their numbers; new ones get the next, in the centre's order. A sort of things
    /// that has used up its 65,535 numbers leaves further keys without one.
    pub fn assign(previous: &Ids, centre: &Centre) -> Ids {
        let mut ids = previous.clone();
        number(&mut ids.kinds, centre.kinds.iter().map(|it| &it.key));
        number(&mut ids.sections, centre.sections.iter().map(|it| &it.key));
        number(&mut ids.queues, centre.queues.iter().map(|it| &it.key));
        number(&mut ids.series, centre.series.iter().map(|it| &it.key));
        number(&mut ids.services, centre.services.iter().map(|it| &it.key));
        number(&mut ids.segments, centre.segments.iter().map(|it| &it.key));
        number(&mut ids.profiles, centre.profiles.iter().map(|it| &it.key));
        number(&mut ids.counters, centre.counters.iter().map(|it| &it.key));
        number(&mut ids.outcomes, centre.outcomes.iter().map(|it| &it.key));
        number(&mut ids.reasons, centre.reasons.iter().map(|it| &it.key));
        ids
    }
}

fn number<'a>(numbers: &mut Numbers, keys: impl Iterator<Item = &'a String>) {
    let mut last = numbers.values().copied().max().unwrap_or(0);
    for key in keys {
        if numbers.contains_key(key) {
            continue;
        }
        let Some(next) = last.checked_add(1) else { return };
        numbers.insert(key.clone(), next);
        last = next;
    }
}

/// The key that bears this number.
pub(crate) fn key_of(numbers: &Numbers, number: u16) -> Option<&str> {
    numbers.iter().find(|(_, given)| **given == number).map(|(key, _)| key.as_str())
}
