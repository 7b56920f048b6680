//! The floor as its supervisor sees it: every counter, every queue, who was handed up, what needs care.

use nawat_catalogue::{Arg, ReasonFor};
use nawat_engine::counter::{Counter, CounterState};
use nawat_engine::ids::{CounterId, QueueId, VisitId};
use nawat_engine::visit::{Place, Visit};
use nawat_engine::{Phase, Ticketing};

use super::counter::{ring, tone_of_wait};
use super::{Seen, small, whole_minutes};
use crate::pages::floor::{
    Alert, FloorCounter, FloorDay, FloorLive, FloorPage, FloorQueue, FloorState, ReferredVisit,
};
use crate::pages::frame::{Choice, Tone, isolated};

/// Minutes of waiting from which a queue is shown as needing care.
const LONG_WAIT_MINUTES: u32 = 30;

pub fn page<'a>(seen: &Seen<'a>) -> FloorPage<'a> {
    FloorPage { f: seen.f, live: live(seen) }
}

pub fn live<'a>(seen: &Seen<'a>) -> FloorLive<'a> {
    let tallies = || seen.day.counters().map(|counter| counter.today);
    let queues: Vec<FloorQueue> = queue_ids(seen).map(|id| queue(seen, id)).collect();
    FloorLive {
        f: seen.f,
        waiting: small(seen.day.count.waiting as usize),
        served: tallies().map(|tally| tally.served).sum(),
        steps: tallies().map(|tally| tally.steps).sum(),
        within: tallies().map(|tally| tally.within_allotted).sum(),
        counters: counters(seen).map(|counter| floor_counter(seen, counter)).collect(),
        queues,
        referred: seen.day.referred().map(|visit| referred(seen, visit)).collect(),
        alerts: alerts(seen),
        day: day(seen),
        suspend_reasons: seen.reasons(ReasonFor::Suspend),
    }
}

fn queue_ids<'a>(seen: &Seen<'a>) -> impl Iterator<Item = QueueId> + use<'a> {
    let published = seen.published;
    published.centre.queues.iter().filter_map(move |queue| published.queue_id(&queue.key))
}

fn counters<'a>(seen: &Seen<'a>) -> impl Iterator<Item = &'a Counter> + use<'a> {
    let (day, published) = (seen.day, seen.published);
    let ids = published.centre.counters.iter().filter_map(move |it| published.counter_id(&it.key));
    ids.filter_map(move |id| day.counter(id))
}

fn day(seen: &Seen<'_>) -> FloorDay {
    match seen.day.phase {
        Phase::Unopened => FloorDay::NotOpen,
        Phase::Closed => FloorDay::Closed,
        Phase::Open => FloorDay::Open {
            suspended: seen.day.suspended.map(|_| seen.f.say("hall-suspended")),
            ticketing: match seen.day.ticketing {
                Ticketing::Reopened => true,
                Ticketing::ByHours => seen.now() < seen.day.hours.last_ticket,
                Ticketing::Closed => false,
            },
        },
    }
}

fn floor_counter(seen: &Seen<'_>, counter: &Counter) -> FloorCounter {
    let since_ms = counter.since.0;
    let code =
        |visit: VisitId| seen.day.visit(visit).map_or_else(String::new, |visit| seen.code(visit.ticket));
    let state = match counter.state {
        CounterState::Closed => FloorState::Closed,
        CounterState::Idle => FloorState::Idle { since_ms, people_wait: waiting_for(seen, counter) > 0 },
        CounterState::Calling(visit) => FloorState::Calling { code: code(visit), since_ms },
        CounterState::OnBreak { reason } => FloorState::OnBreak { reason: seen.reason(reason), since_ms },
        CounterState::Serving(id) => match seen.day.visit(id) {
            Some(visit) => FloorState::Serving { code: code(id), ring: ring(seen, visit) },
            None => FloorState::Closed,
        },
    };
    let profile = seen.published.profile(counter.profile).map_or_else(String::new, |it| seen.own(&it.name));
    FloorCounter { id: counter.id.0, label: seen.sign(counter.id).0, state, profile }
}

/// People in the queues that this counter takes from.
fn waiting_for(seen: &Seen<'_>, counter: &Counter) -> u32 {
    let takes = seen.day.rules.profile(counter.profile).map_or(&[][..], |profile| profile.takes.as_slice());
    takes.iter().map(|takes| seen.day.lines.waiting(takes.queue)).sum()
}

fn takes_from(seen: &Seen<'_>, counter: &Counter, queue: QueueId) -> bool {
    let profile = seen.day.rules.profile(counter.profile);
    profile.is_some_and(|profile| profile.takes.iter().any(|takes| takes.queue == queue))
}

fn queue(seen: &Seen<'_>, id: QueueId) -> FloorQueue {
    let longest = longest(seen, id);
    let open = seen.day.counters().filter(|counter| counter.is_open() && takes_from(seen, counter, id));
    FloorQueue {
        name: seen.queue_name(id).unwrap_or_default(),
        waiting: seen.day.lines.waiting(id),
        longest,
        counters: small(open.count()),
        tone: longest.map_or(Tone::Well, tone_of_wait),
    }
}

/// Whole minutes that the longest waiting of a queue has waited.
fn longest(seen: &Seen<'_>, queue: QueueId) -> Option<u32> {
    let waiting = seen.day.lines.in_queue(queue).filter_map(|id| seen.day.visit(id));
    waiting.map(|visit| visit.ready).min().map(|ready| seen.minutes_since(ready))
}

fn referred(seen: &Seen<'_>, visit: &Visit) -> ReferredVisit {
    let (reason, wants_back) = match visit.place {
        Place::Referred { reason, wants_back } => (seen.reason(reason), wants_back.is_some()),
        _ => (String::new(), false),
    };
    let step = seen.day.step(visit.step);
    let outcomes = seen.published.outcomes_of_service(step.service).into_iter();
    ReferredVisit {
        id: visit.id.0,
        code: seen.code(visit.ticket),
        service: seen.service_name(step.service),
        reason,
        from: step.counter.map_or_else(String::new, |counter: CounterId| seen.sign(counter).0),
        wants_back,
        minutes: seen.minutes_since(visit.moved),
        outcomes: outcomes
            .map(|(id, outcome)| Choice { value: id.to_string(), label: seen.own(&outcome.name) })
            .collect(),
    }
}

/// What needs care now, the worst first.
fn alerts(seen: &Seen<'_>) -> Vec<Alert> {
    if seen.day.phase != Phase::Open {
        return Vec::new();
    }
    let mut alerts = Vec::new();
    for id in queue_ids(seen) {
        let waiting = seen.day.lines.waiting(id);
        let taken = seen.day.counters().any(|counter| counter.is_open() && takes_from(seen, counter, id));
        let name = seen.queue_name(id).unwrap_or_default();
        if waiting > 0 && !taken {
            alerts.push(alert(seen, Tone::Late, "alert-nobody", name, waiting));
        } else if let Some(longest) = longest(seen, id).filter(|minutes| *minutes >= LONG_WAIT_MINUTES) {
            alerts.push(alert(seen, Tone::Late, "alert-long", name, longest));
        }
    }
    for counter in counters(seen) {
        let sign = isolated(&seen.sign(counter.id).0);
        if let Some(over) = overrun(seen, counter) {
            alerts.push(alert(seen, Tone::Late, "alert-overrun", sign, over));
        } else if counter.state == CounterState::Idle && seen.day.suspended.is_none() {
            let waiting = waiting_for(seen, counter);
            if waiting > 0 && seen.minutes_since(counter.since) >= 1 {
                alerts.push(alert(seen, Tone::Soon, "alert-idle", sign, waiting));
            }
        }
    }
    alerts
}

/// Whole minutes beyond the allotted time with its extensions.
fn overrun(seen: &Seen<'_>, counter: &Counter) -> Option<u32> {
    let CounterState::Serving(visit) = counter.state else { return None };
    let step = seen.day.step(seen.day.visit(visit)?.step);
    let over = step.served(seen.now()).0 - step.allotted.plus(step.extended).0;
    (over > 0).then(|| whole_minutes(nawat_engine::time::Millis(over)))
}

fn alert(seen: &Seen<'_>, tone: Tone, key: &str, what: String, n: u32) -> Alert {
    Alert {
        tone,
        what: seen.f.words.say_with(key, &[("what", Arg::from(what))]),
        why: seen.f.count(&format!("{key}-why"), n),
    }
}
