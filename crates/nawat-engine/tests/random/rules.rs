//! Random rules: gaps, unequal rates, levels, ordered or weighted profiles, short series, small halls.

use nawat_engine::ids::{CounterId, OutcomeId, ProfileId, QueueId, SegmentId, SeriesId, ServiceId};
use nawat_engine::rules::{CounterRule, Outcome, Profile, Queue, Rules, Segment, Series, Service, Takes};
use nawat_engine::time::Millis;

use super::Dice;

pub fn rules(dice: &mut Dice) -> Rules {
    let queues = 1 + dice.below(4) as u16;
    let series = 1 + dice.below(3) as u16;
    let outcomes = 1 + dice.below(3) as u16;
    let profiles = 1 + dice.below(4) as u16;
    Rules {
        queues: (0..queues).map(|id| Some(Queue { id: QueueId(id) })).collect(),
        services: (0..1 + dice.below(6) as u16)
            .map(|id| maybe(dice, id, 15, |dice| service(dice, id, queues, series, outcomes)))
            .collect(),
        series: (0..series)
            .map(|id| {
                let first = dice.of(&[0, 1, 1, 500]);
                let last = first + dice.of(&[3, 20, 900, 900, 900, 900, 900, 900]);
                Some(Series { id: SeriesId(id), first, last })
            })
            .collect(),
        segments: (0..1 + dice.below(4) as u16)
            .map(|id| {
                let rate = dice.of(&[0, 1, 1, 1, 2, 3, 10, 1000, u16::MAX]);
                Some(Segment { id: SegmentId(id), level: dice.of(&[0, 0, 0, 0, 1, 255]), rate })
            })
            .collect(),
        profiles: (0..profiles).map(|id| maybe(dice, id, 10, |dice| profile(dice, id, queues))).collect(),
        counters: (0..2 + dice.below(5) as u16)
            .map(|id| {
                let profile = ProfileId(dice.below(u64::from(profiles)) as u16);
                maybe(dice, id, 15, |_| CounterRule { id: CounterId(id), profile })
            })
            .collect(),
        outcomes: (0..outcomes)
            .map(|id| Some(Outcome { id: OutcomeId(id), completes: dice.percent(60) }))
            .collect(),
        reasons: 1 + dice.below(4) as u16,
        capacity: dice.percent(20).then(|| 1 + dice.below(60) as u32),
        party_max: 1 + dice.below(6) as u16,
        extension_max: Millis::minutes(dice.below(20) as i64),
        delay_max: Millis::minutes(dice.below(30) as i64),
        undo_within: Millis::seconds(dice.of(&[0, 60, 60, 600])),
    }
}

/// Mostly something; a gap now and then, but never at the first place.
fn maybe<T>(dice: &mut Dice, id: u16, gaps: u64, make: impl FnOnce(&mut Dice) -> T) -> Option<T> {
    if id > 0 && dice.percent(gaps) {
        return None;
    }
    Some(make(dice))
}

fn service(dice: &mut Dice, id: u16, queues: u16, series: u16, outcomes: u16) -> Service {
    Service {
        id: ServiceId(id),
        queue: QueueId(dice.below(u64::from(queues)) as u16),
        series: SeriesId(dice.below(u64::from(series)) as u16),
        allotted: Millis::minutes(1 + dice.below(30) as i64),
        at_counter: dice.percent(80),
        outcomes: (0..outcomes).filter(|id| *id == 0 || dice.percent(70)).map(OutcomeId).collect(),
    }
}

fn profile(dice: &mut Dice, id: u16, queues: u16) -> Profile {
    let kind = dice.below(3);
    let takes = (0..queues).filter(|queue| *queue == 0 || dice.percent(80)).map(QueueId).collect::<Vec<_>>();
    let takes = takes
        .into_iter()
        .map(|queue| Takes {
            queue,
            order: if kind == 1 { dice.below(3) as u8 } else { 0 },
            weight: if kind == 2 { dice.of(&[1, 1, 2, 5, u16::MAX]) } else { 1 },
        })
        .collect();
    Profile { id: ProfileId(id), takes }
}

/// What might be published in the middle of a day.
pub fn changed(dice: &mut Dice, rules: &Rules) -> Rules {
    if dice.percent(20) {
        return self::rules(dice);
    }
    let mut rules = rules.clone();
    for segment in rules.segments.iter_mut().flatten() {
        if dice.percent(60) {
            segment.rate = dice.of(&[0, 1, 2, 7, 400]);
            segment.level = dice.of(&[0, 0, 1]);
        }
    }
    for profile in rules.profiles.iter_mut().flatten() {
        if dice.percent(40) {
            *profile = self::profile(dice, profile.id.0, rules.queues.len() as u16);
        }
    }
    for service in rules.services.iter_mut().flatten() {
        service.allotted = Millis::minutes(1 + dice.below(30) as i64);
        if dice.percent(20) {
            service.queue = QueueId(dice.below(rules.queues.len() as u64) as u16);
        }
    }
    let gone = dice.below(10) as usize;
    if let Some(service) = rules.services.get_mut(gone) {
        *service = None;
    }
    if let Some(counter) = rules.counters.get_mut(dice.below(12) as usize) {
        *counter = None;
    }
    if dice.percent(30) {
        let id = SegmentId(rules.segments.len() as u16);
        rules.segments.push(Some(Segment { id, level: 0, rate: 5 }));
        let id = CounterId(rules.counters.len() as u16);
        rules.counters.push(Some(CounterRule { id, profile: ProfileId(0) }));
    }
    rules.capacity = dice.percent(20).then(|| 1 + dice.below(60) as u32);
    rules
}

/// A hall where everybody's priority grows at one rate, and every counter takes every queue.
pub fn equal_rates(dice: &mut Dice) -> Rules {
    let mut rules = plain(dice);
    let rate = dice.of(&[1, 1, 3, u16::MAX]);
    for segment in rules.segments.iter_mut().flatten() {
        segment.rate = rate;
    }
    rules
}

/// No levels, no weights, no order, no limits: the rates alone decide.
pub fn plain(dice: &mut Dice) -> Rules {
    let mut rules = rules(dice);
    for segment in rules.segments.iter_mut().flatten() {
        segment.level = 0;
    }
    for takes in rules.profiles.iter_mut().flatten().flat_map(|profile| &mut profile.takes) {
        (takes.order, takes.weight) = (0, 1);
    }
    for series in rules.series.iter_mut().flatten() {
        series.last = 100_000;
    }
    rules.capacity = None;
    rules
}
