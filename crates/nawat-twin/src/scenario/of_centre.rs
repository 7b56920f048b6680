//! A scenario of a centre: queues, services, segments, counters, profiles and rules are the catalogue's.

use std::sync::Arc;

use nawat_catalogue::{Centre, Notes, Occasion, Published, Where, Words, nearest};
use nawat_engine::ids::CounterId;
use nawat_engine::rules::{Hours, Rules};
use nawat_engine::time::Millis;

use super::QueueName;
use super::draft::{ClassDraft, CountersDraft, Draft, GroupDraft, Named, since_midnight};
use super::fit::{Built, BuiltClass, BuiltGroup};
use crate::behaviour::Behaviour;
use crate::law::Law;

pub(super) fn build(draft: &Draft, centre: Centre, notes: &Notes) -> Option<Built> {
    let published = Published::publish(None, centre);
    let rules = Rules {
        capacity: draft.capacity.or(published.rules.capacity),
        // Nobody takes anything back in the twin; numbers of a long day may not run out.
        undo_within: Millis::ZERO,
        party_max: published.rules.party_max,
        ..published.rules.clone()
    };
    let queues = published.centre.queues.iter().filter_map(|queue| {
        Some(QueueName {
            id: published.queue_id(&queue.key)?,
            key: queue.key.clone(),
            name: queue.name.clone(),
        })
    });
    let classes = draft.classes.iter().filter_map(|class| class_of(class, &published, notes)).collect();
    let groups = if draft.groups.is_empty() {
        by_profile(&published)
    } else {
        let of = |(place, group)| group_of(group, place, &published, notes);
        draft.groups.iter().enumerate().filter_map(of).collect()
    };
    let hours = draft.day.as_ref().and_then(|day| {
        let date = day.date?;
        let hours = published.centre.calendar.wall_hours_on(date);
        if hours.is_none() {
            let what = format!("the centre is closed on {date}.");
            notes.note(&day.at, "S006", what, "Write a working day of its calendar.");
        }
        let hours = hours?;
        Some(Hours {
            opens: since_midnight(hours.opens),
            last_ticket: since_midnight(hours.last_ticket),
            closes: since_midnight(hours.closes),
        })
    });
    Some(Built { rules: Arc::new(rules), queues: queues.collect(), classes, groups, hours })
}

fn class_of(class: &ClassDraft, published: &Published, notes: &Notes) -> Option<BuiltClass> {
    let centre = &published.centre;
    if class.queue.is_some() || class.level != 0 || class.rate != 1 {
        let what = format!("queue, level and rate of the class {} are the centre's matter.", class.key);
        notes.note(&class.at, "S002", what, "Take them away: the service has a queue, the segment a rate.");
    }
    let own = Named { key: class.key.clone(), at: class.at.clone() };
    let key = class.service.as_ref().unwrap_or(&own);
    let services = || centre.services.iter().map(|service| service.key.as_str());
    let id = published.service_id(&key.key);
    let id = id.or_else(|| unknown(notes, &key.at, "service", &key.key, services()))?;
    let segment = match &class.segment {
        None => published.segment_for(Occasion::WalkIn)?,
        Some(named) => {
            let segments = || centre.segments.iter().map(|segment| segment.key.as_str());
            let id = published.segment_id(&named.key);
            id.or_else(|| unknown(notes, &named.at, "segment", &named.key, segments()))?
        }
    };
    let rule = published.rules.service(id)?;
    if class.party > published.rules.party_max {
        let what = format!(
            "party is {}, and the centre lets {} come together.",
            class.party, published.rules.party_max
        );
        notes.note(&class.at, "M020", what, "Write no more than that.");
    }
    let lasts = class.lasts.clone().unwrap_or_else(|| assumed(rule.allotted));
    let name = centre.service(&key.key).map(|service| service.name.clone())?;
    Some(BuiltClass { service: id, queue: rule.queue, segment, lasts, name })
}

/// Where nothing was measured: lognormal, some nine in ten within the allotted time ([`Behaviour`]).
fn assumed(allotted: Millis) -> Law {
    let length = Behaviour::default().service(allotted);
    Law::Lognormal { location: libm::log(length.median.0.max(1) as f64), spread: length.spread }
}

fn group_of(group: &GroupDraft, place: usize, published: &Published, notes: &Notes) -> Option<BuiltGroup> {
    if let Some((queue, ..)) = group.takes.first() {
        let remedy = "Name a profile: profile = \"general\".";
        notes.note(&queue.at, "S002", "what counters take is said by the centre's profiles.", remedy);
    }
    let CountersDraft::Named(keys) = &group.counters else {
        let what = format!("the group {} does not say which counters.", group.key);
        notes.note(&group.at, "S002", what, "Write their keys: counters = [\"1\", \"2\"].");
        return None;
    };
    let known = || published.centre.counters.iter().map(|counter| counter.key.as_str());
    let counters: Vec<CounterId> = keys
        .iter()
        .filter_map(|named| {
            let id = published.counter_id(&named.key);
            id.or_else(|| unknown(notes, &named.at, "counter", &named.key, known()))
        })
        .collect();
    let first = counters.first().and_then(|id| published.rules.counter(*id));
    let profile = match &group.profile {
        None => first.map(|counter| counter.profile)?,
        Some(named) => {
            let profiles = || published.centre.profiles.iter().map(|profile| profile.key.as_str());
            let id = published.profile_id(&named.key);
            id.or_else(|| unknown(notes, &named.at, "profile", &named.key, profiles()))?
        }
    };
    let name = Words { ar: group.key.clone(), en: group.key.clone() };
    Some(BuiltGroup { counters, profile, name, draft: place })
}

/// All counters of the centre, open all day, told by their profile.
fn by_profile(published: &Published) -> Vec<BuiltGroup> {
    let group = |profile: &nawat_catalogue::Profile| {
        let id = published.profile_id(&profile.key)?;
        let counters = published.rules.counters.iter().flatten().filter(|counter| counter.profile == id);
        let counters: Vec<CounterId> = counters.map(|counter| counter.id).collect();
        let group = BuiltGroup { counters, profile: id, name: profile.name.clone(), draft: usize::MAX };
        (!group.counters.is_empty()).then_some(group)
    };
    published.centre.profiles.iter().filter_map(group).collect()
}

fn unknown<'a, T>(
    notes: &Notes,
    at: &Where,
    sort: &str,
    key: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Option<T> {
    let remedy = match nearest(key, known.clone()) {
        Some(nearest) => format!("Did you mean {nearest}?"),
        None => format!("The centre has {}.", known.collect::<Vec<_>>().join(", ")),
    };
    notes.note(at, "S010", format!("the centre has no {sort} {key}."), remedy);
    None
}
