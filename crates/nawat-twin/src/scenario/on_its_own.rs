//! A scenario without a centre: a queue and a service for each class, rules made for them.

use std::sync::Arc;

use nawat_catalogue::{Notes, Words, nearest};
use nawat_engine::ids::{CounterId, OutcomeId, ProfileId, QueueId, SegmentId, SeriesId, ServiceId};
use nawat_engine::rules::{CounterRule, Outcome, Profile, Queue, Rules, Segment, Series, Service, Takes};
use nawat_engine::time::Millis;

use super::QueueName;
use super::draft::{CountersDraft, Draft, GroupDraft};
use super::fit::{Built, BuiltClass, BuiltGroup};

pub(super) fn build(draft: &Draft, notes: &Notes) -> Option<Built> {
    let queues = queues(draft);
    let queue_of = |key: &str| queues.iter().find(|queue| queue.key == key).map(|queue| queue.id);
    let mut classes = Vec::new();
    for (place, class) in draft.classes.iter().enumerate() {
        for (field, named) in [("service", &class.service), ("segment", &class.segment)] {
            if let Some(named) = named {
                let what = format!("{field} is a matter of a centre, and none is named.");
                notes.note(&named.at, "S002", what, "Take it away, or add centre = \"folder\" at the top.");
            }
        }
        let Some(lasts) = class.lasts.clone() else {
            let what = format!("the class {} has no service_time.", class.key);
            notes.note(&class.at, "M003", what, "Add service_time = { exponential = 7 }, in minutes.");
            continue;
        };
        classes.push(BuiltClass {
            service: ServiceId(place as u16),
            queue: queue_of(class.queue.as_ref().unwrap_or(&class.key))?,
            segment: SegmentId(place as u16),
            lasts,
            name: plain(&class.key),
        });
    }
    let mut rules = frame(draft, &queues, &classes);
    let mut groups = Vec::new();
    for (place, group) in draft.groups.iter().enumerate() {
        groups.extend(add_group(&mut rules, group, place, &queues, notes));
    }
    Some(Built { rules: Arc::new(rules), queues, classes, groups, hours: None })
}

/// The queues that classes wait in, in the order of their first mention.
fn queues(draft: &Draft) -> Vec<QueueName> {
    let mut queues: Vec<QueueName> = Vec::new();
    for class in &draft.classes {
        let key = class.queue.as_ref().unwrap_or(&class.key);
        if !queues.iter().any(|queue| queue.key == *key) {
            let id = QueueId(queues.len() as u16);
            let name = class.name.clone().filter(|_| class.queue.is_none());
            queues.push(QueueName { id, key: key.clone(), name: name.unwrap_or_else(|| plain(key)) });
        }
    }
    queues
}

fn plain(key: &str) -> Words {
    Words { ar: key.to_owned(), en: key.to_owned() }
}

/// Rules without counters: as much as never to stand in the way of a simulated person.
fn frame(draft: &Draft, queues: &[QueueName], classes: &[BuiltClass]) -> Rules {
    Rules {
        queues: queues.iter().map(|queue| Some(Queue { id: queue.id })).collect(),
        services: classes
            .iter()
            .map(|class| {
                Some(Service {
                    id: class.service,
                    queue: class.queue,
                    series: SeriesId(0),
                    allotted: Millis::minutes(7),
                    at_counter: true,
                    outcomes: vec![OutcomeId(0)],
                })
            })
            .collect(),
        series: vec![Some(Series { id: SeriesId(0), first: 1, last: u64::MAX - 1 })],
        segments: draft
            .classes
            .iter()
            .enumerate()
            .map(|(place, class)| {
                Some(Segment { id: SegmentId(place as u16), level: class.level, rate: class.rate })
            })
            .collect(),
        outcomes: vec![Some(Outcome { id: OutcomeId(0), completes: true })],
        reasons: 1,
        capacity: draft.capacity,
        party_max: u16::MAX,
        undo_within: Millis::ZERO,
        ..Rules::default()
    }
}

fn add_group(
    rules: &mut Rules,
    group: &GroupDraft,
    place: usize,
    queues: &[QueueName],
    notes: &Notes,
) -> Option<BuiltGroup> {
    let CountersDraft::Number(count) = group.counters else {
        let what = format!("the group {} names counters, and no centre is named.", group.key);
        notes.note(&group.at, "S002", what, "Write how many there are: counters = 9.");
        return None;
    };
    if let Some(profile) = &group.profile {
        let remedy = "Name the queues: takes = [\"queue\"].";
        notes.note(&profile.at, "S002", "a profile is a matter of a centre, and none is named.", remedy);
    }
    let id = ProfileId(place as u16);
    let mut takes = Vec::new();
    for (queue, order, weight) in &group.takes {
        match queues.iter().find(|known| known.key == queue.key) {
            Some(known) => takes.push(Takes { queue: known.id, order: *order, weight: *weight }),
            None => {
                let remedy = match nearest(&queue.key, queues.iter().map(|queue| queue.key.as_str())) {
                    Some(nearest) => format!("Did you mean {nearest}?"),
                    None => "Name the queue of a class.".to_owned(),
                };
                notes.note(&queue.at, "S010", format!("nobody waits in a queue {}.", queue.key), remedy);
            }
        }
    }
    if group.takes.is_empty() {
        // Without a word said it takes everybody, equally.
        takes = queues.iter().map(|queue| Takes { queue: queue.id, order: 0, weight: 1 }).collect();
    }
    rules.profiles.push(Some(Profile { id, takes }));
    let first = rules.counters.len() as u16;
    let counters: Vec<CounterId> = (first..first.saturating_add(count)).map(CounterId).collect();
    rules.counters.extend(counters.iter().map(|id_of| Some(CounterRule { id: *id_of, profile: id })));
    Some(BuiltGroup { counters, profile: id, name: plain(&group.key), draft: place })
}
