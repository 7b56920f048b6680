//! The centre's definition as the engine's rules: numbers for keys, milliseconds for minutes, no words.

use nawat_engine::ids::{CounterId, OutcomeId, ProfileId, QueueId, SegmentId, SeriesId, ServiceId};
use nawat_engine::rules::{CounterRule, Outcome, Profile, Queue, Rules, Segment, Series, Service, Takes};
use nawat_engine::time::Millis;

use crate::centre::Centre;
use crate::ids::{Ids, Numbers};

/// Rules of a centre whose keys all have their numbers. A reference without a number leaves its thing out;
/// a centre that was read has none.
pub(crate) fn day_rules(centre: &Centre, ids: &Ids) -> Rules {
    let limits = &centre.limits;
    Rules {
        queues: slots(&ids.queues, &centre.queues, |it| &it.key, |_, id| Some(Queue { id: QueueId(id) })),
        services: slots(&ids.services, &centre.services, |it| &it.key, |it, id| service(ids, it, id)),
        series: slots(
            &ids.series,
            &centre.series,
            |it| &it.key,
            |it, id| Some(Series { id: SeriesId(id), first: it.first, last: it.last }),
        ),
        segments: slots(
            &ids.segments,
            &centre.segments,
            |it| &it.key,
            |it, id| Some(Segment { id: SegmentId(id), level: it.level, rate: it.rate }),
        ),
        profiles: slots(&ids.profiles, &centre.profiles, |it| &it.key, |it, id| profile(ids, it, id)),
        counters: slots(&ids.counters, &centre.counters, |it| &it.key, |it, id| counter(ids, it, id)),
        outcomes: slots(
            &ids.outcomes,
            &centre.outcomes,
            |it| &it.key,
            |it, id| Some(Outcome { id: OutcomeId(id), completes: it.completes }),
        ),
        // The engine asks only that a reason's number lies below; numbers begin at 1.
        reasons: ids.reasons.values().copied().max().map_or(0, |last| last.saturating_add(1)),
        capacity: limits.capacity,
        party_max: limits.party_max,
        extension_max: Millis::minutes(i64::from(limits.extension_max_minutes)),
        delay_max: Millis::minutes(i64::from(limits.delay_max_minutes)),
        undo_within: Millis::seconds(i64::from(limits.undo_seconds)),
    }
}

/// A list with each thing at its number, and gaps where something was withdrawn.
fn slots<T, R>(
    numbers: &Numbers,
    things: &[T],
    key: impl Fn(&T) -> &str,
    rule: impl Fn(&T, u16) -> Option<R>,
) -> Vec<Option<R>> {
    let length = numbers.values().copied().max().map_or(0, |last| usize::from(last) + 1);
    let mut list: Vec<Option<R>> = std::iter::repeat_with(|| None).take(length).collect();
    for thing in things {
        let Some(id) = numbers.get(key(thing)).copied() else { continue };
        if let Some(slot) = list.get_mut(usize::from(id)) {
            *slot = rule(thing, id);
        }
    }
    list
}

fn service(ids: &Ids, service: &crate::Service, id: u16) -> Option<Service> {
    Some(Service {
        id: ServiceId(id),
        queue: QueueId(*ids.queues.get(&service.queue)?),
        series: SeriesId(*ids.series.get(&service.series)?),
        allotted: Millis::minutes(i64::from(service.allotted_minutes)),
        at_counter: service.at_counter,
        outcomes: service
            .outcomes
            .iter()
            .filter_map(|key| ids.outcomes.get(key).copied())
            .map(OutcomeId)
            .collect(),
    })
}

fn profile(ids: &Ids, profile: &crate::Profile, id: u16) -> Option<Profile> {
    let takes = profile.takes.iter().filter_map(|take| {
        let queue = QueueId(*ids.queues.get(&take.queue)?);
        Some(Takes { queue, order: take.order, weight: take.weight })
    });
    Some(Profile { id: ProfileId(id), takes: takes.collect() })
}

fn counter(ids: &Ids, counter: &crate::Counter, id: u16) -> Option<CounterRule> {
    Some(CounterRule { id: CounterId(id), profile: ProfileId(*ids.profiles.get(&counter.profile)?) })
}
