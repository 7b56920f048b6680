//! What a clerk may choose from: the lists of the counter's forms, and the counters after signing in.

use std::fmt::Display;

use nawat_catalogue::{self as catalogue, ReasonFor, Words};
use nawat_engine::counter::Counter;
use nawat_engine::ids::{CounterId, StaffId};

use super::{Seen, whole_minutes};
use crate::pages::counter::{Choices, CounterChoice, DeskChoice};
use crate::pages::frame::Choice;

/// Everything that the forms of a counter offer.
pub fn at_counter(seen: &Seen<'_>, counter: CounterId) -> Choices {
    let (published, centre) = (seen.published, &seen.published.centre);
    Choices {
        profiles: named(seen, &centre.profiles, |it| (published.profile_id(&it.key), &it.name)),
        break_reasons: seen.reasons(ReasonFor::Break),
        extend_reasons: seen.reasons(ReasonFor::Extend),
        extend_minutes: extensions(seen),
        refer_reasons: seen.reasons(ReasonFor::Refer),
        park_reasons: seen.reasons(ReasonFor::Park),
        call_reasons: seen.reasons(ReasonFor::CallParticular),
        services: named(seen, &centre.services, |it| (published.service_id(&it.key), &it.name)),
        segments: named(seen, &centre.segments, |it| (published.segment_id(&it.key), &it.name)),
        queues: named(seen, &centre.queues, |it| (published.queue_id(&it.key), &it.name)),
        counters: other_counters(seen, counter),
    }
}

/// Things of the catalogue as choices, by the number that the published centre gave them.
pub(super) fn named<T, Id: Display>(
    seen: &Seen<'_>,
    things: &[T],
    known_as: impl Fn(&T) -> (Option<Id>, &Words),
) -> Vec<Choice> {
    let choice = |thing| {
        let (id, name) = known_as(thing);
        Some(Choice { value: id?.to_string(), label: seen.own(name) })
    };
    things.iter().filter_map(choice).collect()
}

/// Groups to change somebody's priority to: those that need no occasion first, since they are meant as a rule.
pub(super) fn groups(seen: &Seen<'_>) -> Vec<Choice> {
    let mut segments: Vec<_> = seen.published.centre.segments.iter().collect();
    segments.sort_by_key(|it| !it.at_kiosk);
    let choice = |it: &catalogue::Segment| {
        let value = seen.published.segment_id(&it.key)?.to_string();
        Some(Choice { value, label: seen.own(&it.name) })
    };
    segments.into_iter().filter_map(choice).collect()
}

/// The other counters that are open now.
fn other_counters(seen: &Seen<'_>, counter: CounterId) -> Vec<Choice> {
    let open = seen.day.counters().filter(|other| other.is_open() && other.id != counter);
    open.filter_map(|other| {
        let label = seen.own(&seen.published.counter(other.id)?.name());
        Some(Choice { value: other.id.to_string(), label })
    })
    .collect()
}

/// Extensions that are offered: those of 2, 3, 5 and 7 minutes that the rules allow.
fn extensions(seen: &Seen<'_>) -> Vec<u32> {
    let most = whole_minutes(seen.day.rules.extension_max);
    [2, 3, 5, 7].into_iter().filter(|minutes| *minutes <= most).collect()
}

/// The choice of a counter after signing in. `mine`: who asks.
pub fn counters<'a>(seen: &Seen<'a>, mine: Option<StaffId>) -> CounterChoice<'a> {
    let desks = seen.published.centre.counters.iter().filter_map(|it| {
        let id = seen.published.counter_id(&it.key)?;
        let counter = seen.day.counter(id);
        let staff = counter.and_then(|counter| counter.staff);
        let taken = staff.filter(|staff| Some(*staff) != mine);
        Some(DeskChoice {
            id: id.0,
            label: it.number.to_string(),
            room: it.is_room(),
            takes: usual_takes(seen, it),
            taken_by: taken.map(|staff| staff.to_string()),
            open: counter.is_some_and(Counter::is_open),
            mine: staff.is_some() && staff == mine,
        })
    });
    CounterChoice { f: seen.f, desks: desks.collect() }
}

fn usual_takes(seen: &Seen<'_>, counter: &catalogue::Counter) -> String {
    let profile = seen.published.centre.profiles.iter().find(|profile| profile.key == counter.profile);
    let takes = profile.map_or(&[][..], |profile| profile.takes.as_slice());
    seen.list(
        takes
            .iter()
            .filter_map(|take| seen.published.centre.queue(&take.queue).map(|queue| seen.own(&queue.name))),
    )
}
