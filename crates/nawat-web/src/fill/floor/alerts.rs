//! What needs the supervisor now, each with the button that helps.

use nawat_catalogue::{Arg, ReasonFor};
use nawat_engine::Phase;
use nawat_engine::counter::{Counter, CounterState};
use nawat_engine::ids::{ProfileId, QueueId};
use nawat_engine::time::Millis;

use super::{SilentDevice, counters, longest, queue_ids, takes_from, waiting_for};
use crate::fill::{Seen, whole_minutes};
use crate::pages::floor::{Alert, Remedy};
use crate::pages::frame::{Tone, isolated};

/// Minutes of waiting from which a queue is shown as needing care.
const LONG_WAIT_MINUTES: u32 = 30;
/// Minutes that an extension by the supervisor gives, where the rules allow so many.
const EXTENSION_MINUTES: u32 = 5;
/// Counters that are offered for one trouble.
const OFFERED: usize = 2;

/// The worst first.
pub fn all(seen: &Seen<'_>, silent: &[SilentDevice]) -> Vec<Alert> {
    if seen.day.phase != Phase::Open {
        return Vec::new();
    }
    let mut alerts: Vec<Alert> = queue_ids(seen).filter_map(|id| of_queue(seen, id)).collect();
    alerts.extend(counters(seen).filter_map(|counter| of_counter(seen, counter)));
    alerts.extend(silent.iter().map(|device| of_device(seen, device)));
    alerts.sort_by_key(|alert| alert.tone != Tone::Late);
    alerts
}

fn of_queue(seen: &Seen<'_>, id: QueueId) -> Option<Alert> {
    let waiting = seen.day.lines.waiting(id);
    let taken = seen.day.counters().any(|counter| counter.is_open() && takes_from(seen, counter, id));
    let name = seen.queue_name(id).unwrap_or_default();
    if waiting > 0 && !taken {
        return Some(alert(seen, Tone::Late, "alert-nobody", name, waiting, remedies(seen, id)));
    }
    let longest = longest(seen, id).filter(|minutes| *minutes >= LONG_WAIT_MINUTES)?;
    Some(alert(seen, Tone::Late, "alert-long", name, longest, remedies(seen, id)))
}

/// More hands for a queue: a closed counter that takes it, or an open one that has nobody of its own waiting.
fn remedies(seen: &Seen<'_>, queue: QueueId) -> Vec<Remedy> {
    let mut remedies: Vec<Remedy> = closed_for(seen, queue).take(OFFERED).collect();
    if remedies.is_empty() {
        let free = counters(seen).filter(|counter| {
            counter.state == CounterState::Idle
                && !takes_from(seen, counter, queue)
                && waiting_for(seen, counter) == 0
        });
        remedies.extend(free.filter_map(|counter| another_profile(seen, counter, queue)).take(OFFERED));
    }
    remedies
}

fn closed_for<'a>(seen: &'a Seen<'a>, queue: QueueId) -> impl Iterator<Item = Remedy> + 'a {
    let published = seen.published;
    published.centre.counters.iter().filter_map(move |it| {
        let id = published.counter_id(&it.key)?;
        if seen.day.counter(id).is_some_and(Counter::is_open) {
            return None;
        }
        let profile = published.profile_id(&it.profile)?;
        takes(seen, profile, queue).then(|| Remedy::Open {
            counter: id.0,
            place: seen.place(id),
            profile: profile.0,
        })
    })
}

/// The profile that would let this counter take the queue: the one that keeps most of what it takes now.
fn another_profile(seen: &Seen<'_>, counter: &Counter, queue: QueueId) -> Option<Remedy> {
    let profiles = seen.published.centre.profiles.iter();
    let ids = profiles.filter_map(|it| Some((seen.published.profile_id(&it.key)?, it)));
    let fitting = ids.filter(|(id, _)| takes(seen, *id, queue));
    let kept = |id: ProfileId| {
        let now = seen.day.rules.profile(counter.profile).map_or(&[][..], |it| it.takes.as_slice());
        now.iter().filter(|take| takes(seen, id, take.queue)).count()
    };
    let (id, it) = fitting.rev().max_by_key(|(id, _)| kept(*id))?;
    Some(Remedy::Profile {
        counter: counter.id.0,
        place: seen.place(counter.id),
        profile: id.0,
        name: seen.own(&it.name),
    })
}

fn takes(seen: &Seen<'_>, profile: ProfileId, queue: QueueId) -> bool {
    let profile = seen.day.rules.profile(profile);
    profile.is_some_and(|profile| profile.takes.iter().any(|take| take.queue == queue))
}

fn of_counter(seen: &Seen<'_>, counter: &Counter) -> Option<Alert> {
    let sign = isolated(&seen.sign(counter.id).0);
    let see = Remedy::See { counter: counter.id.0, place: seen.place(counter.id) };
    if let Some(over) = overrun(seen, counter) {
        let most = whole_minutes(seen.day.rules.extension_max);
        let reasons = seen.reasons(ReasonFor::Extend);
        let minutes = EXTENSION_MINUTES.min(most);
        let extend = (minutes > 0 && !reasons.is_empty()).then_some(Remedy::Extend {
            counter: counter.id.0,
            minutes,
            reasons,
        });
        let remedies = std::iter::once(see).chain(extend).collect();
        return Some(alert(seen, Tone::Late, "alert-overrun", sign, over, remedies));
    }
    let rests = counter.state == CounterState::Idle && seen.minutes_since(counter.since) >= 1;
    if !rests || seen.day.suspended.is_some() {
        return None;
    }
    let own = waiting_for(seen, counter);
    if own > 0 {
        return Some(alert(seen, Tone::Soon, "alert-idle", sign, own, vec![see]));
    }
    let longest_line = queue_ids(seen).max_by_key(|queue| seen.day.lines.waiting(*queue))?;
    let others = seen.day.lines.waiting(longest_line);
    let remedy = another_profile(seen, counter, longest_line).filter(|_| others > 1)?;
    Some(alert(seen, Tone::Soon, "alert-other", sign, others, vec![remedy]))
}

fn of_device(seen: &Seen<'_>, device: &SilentDevice) -> Alert {
    let minutes = whole_minutes(device.since);
    alert(seen, Tone::Soon, "alert-silent", isolated(&device.name), minutes, vec![Remedy::Devices])
}

/// Whole minutes beyond the allotted time with its extensions.
fn overrun(seen: &Seen<'_>, counter: &Counter) -> Option<u32> {
    let CounterState::Serving(visit) = counter.state else { return None };
    let step = seen.day.step(seen.day.visit(visit)?.step);
    let over = step.served(seen.now()).0 - step.allotted.plus(step.extended).0;
    (over > 0).then(|| whole_minutes(Millis(over)))
}

fn alert(seen: &Seen<'_>, tone: Tone, key: &str, what: String, n: u32, remedies: Vec<Remedy>) -> Alert {
    Alert {
        tone,
        what: seen.f.words.say_with(key, &[("what", Arg::from(what))]),
        why: seen.f.count(&format!("{key}-why"), n),
        remedies,
    }
}
