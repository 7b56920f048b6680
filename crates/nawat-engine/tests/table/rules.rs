//! The usual hall: four queues, four services, four counters, and what a table may change in it.

use std::sync::Arc;

use nawat_engine::ids::{CounterId, OutcomeId, QueueId, SegmentId, SeriesId, ServiceId};
use nawat_engine::rules::{
    CounterRule, Outcome, Profile, Queue, Rules, RulesRef, Segment, Series, Service, Takes,
};
use nawat_engine::time::Millis;

use super::names::{self, OUTCOMES, PROFILES, QUEUES, REASONS, SEGMENTS, SERIES, SERVICES};

/// `2 = usual, capacity 3, rate senior 5, without queue legal`.
pub fn published(text: &str) -> Result<(RulesRef, Arc<Rules>), String> {
    let (version, changes) = text.split_once('=').ok_or("rules are written “rules 1 = usual, …”")?;
    let version: u32 = version.trim().parse().map_err(|_| format!("“{version}” is no version"))?;
    let mut changes = changes.split(',').map(str::trim);
    if changes.next() != Some("usual") {
        return Err("all rules begin with the usual ones".to_owned());
    }
    let mut rules = usual();
    for change in changes {
        make(&mut rules, change)?;
    }
    Ok((RulesRef { version, hash: [version as u8; 32] }, Arc::new(rules)))
}

pub fn usual() -> Rules {
    let ids = |names: &[&str]| 0..names.len() as u16;
    let outcomes = |service: u16| match service {
        2 => vec![OutcomeId(0), OutcomeId(1), OutcomeId(2)],
        _ => vec![OutcomeId(0), OutcomeId(1)],
    };
    let service = |id: u16| Service {
        id: ServiceId(id),
        queue: QueueId(id),
        series: SeriesId(id),
        allotted: Millis::minutes([7, 5, 7, 30][usize::from(id)]),
        at_counter: id != 3,
        outcomes: outcomes(id),
    };
    let rate_and_level = [(1, 0), (1, 0), (3, 0), (1, 1)];
    let segment = |id: u16| {
        let (rate, level) = rate_and_level[usize::from(id)];
        Segment { id: SegmentId(id), level, rate }
    };
    let first = |id: u16| if SERIES[usize::from(id)] == "K" { 101 } else { 1 };
    Rules {
        queues: ids(QUEUES).map(|id| Some(Queue { id: QueueId(id) })).collect(),
        services: ids(SERVICES).map(|id| Some(service(id))).collect(),
        series: ids(SERIES)
            .map(|id| Some(Series { id: SeriesId(id), first: first(id), last: 999 }))
            .collect(),
        segments: ids(SEGMENTS).map(|id| Some(segment(id))).collect(),
        profiles: ids(PROFILES)
            .map(|id| Some(Profile { id: nawat_engine::ids::ProfileId(id), takes: takes(id) }))
            .collect(),
        // Counters are numbered from 1; the place of 0 is a gap.
        counters: (0..=4u16)
            .map(|id| {
                let rule = CounterRule { id: CounterId(id), profile: nawat_engine::ids::ProfileId(0) };
                (id > 0).then_some(rule)
            })
            .collect(),
        outcomes: ids(OUTCOMES).map(|id| Some(Outcome { id: OutcomeId(id), completes: id != 1 })).collect(),
        reasons: REASONS.len() as u16,
        capacity: None,
        party_max: 5,
        extension_max: Millis::minutes(10),
        delay_max: Millis::minutes(20),
        undo_within: Millis::MINUTE,
    }
}

fn takes(profile: u16) -> Vec<Takes> {
    let takes = |queue, order, weight| Takes { queue: QueueId(queue), order, weight };
    match PROFILES[usize::from(profile)] {
        "inquiries" => vec![takes(0, 0, 1)],
        "ordered" => vec![takes(0, 0, 1), takes(1, 1, 1)],
        "weighted" => vec![takes(0, 0, 3), takes(1, 0, 1)],
        _ => (0..4).map(|queue| takes(queue, 0, 1)).collect(),
    }
}

fn make(rules: &mut Rules, change: &str) -> Result<(), String> {
    let words: Vec<&str> = change.split_whitespace().collect();
    let number = |text: &str| text.parse::<u64>().map_err(|_| format!("“{text}” is no number"));
    match words.as_slice() {
        ["capacity", people] => rules.capacity = Some(number(people)? as u32),
        ["undo", within] => rules.undo_within = names::length(within)?,
        ["rate", segment, rate] => {
            let id = names::segment(segment)?;
            let segment = rules.segments[id.index()].as_mut().ok_or("no such segment")?;
            segment.rate = number(rate)? as u16;
        }
        ["allotted", service, length] => {
            let id = names::service(service)?;
            let service = rules.services[id.index()].as_mut().ok_or("no such service")?;
            service.allotted = names::length(length)?;
        }
        ["series", letter, first, last] => {
            let id = names::series(letter)?;
            rules.series[id.index()] = Some(Series { id, first: number(first)?, last: number(last)? });
        }
        ["weight", profile, queue, weight] => {
            let id = names::profile(profile)?;
            let profile = rules.profiles[id.index()].as_mut().ok_or("no such profile")?;
            let queue = names::queue(queue)?;
            let takes = profile.takes.iter_mut().find(|takes| takes.queue == queue);
            takes.ok_or("the profile does not take it")?.weight = number(weight)? as u16;
        }
        ["without", "queue", name] => {
            let id = names::queue(name)?;
            rules.queues[id.index()] = None;
            // A service goes with its queue, so that the rules stay whole.
            for service in rules.services.iter_mut().flatten().filter(|service| service.queue == id) {
                service.queue = QueueId(u16::from(id.0 == 0));
            }
        }
        ["without", "service", name] => rules.services[names::service(name)?.index()] = None,
        ["without", "segment", name] => rules.segments[names::segment(name)?.index()] = None,
        ["without", "profile", name] => rules.profiles[names::profile(name)?.index()] = None,
        ["without", "series", name] => rules.series[names::series(name)?.index()] = None,
        ["without", "counter", name] => rules.counters[names::counter(name)?.index()] = None,
        _ => return Err(format!("“{change}” is no change of the rules")),
    }
    Ok(())
}
