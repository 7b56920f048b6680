//! The floor as its supervisor sees it: every counter, every queue, who was handed up, what needs care.

mod alerts;

use nawat_catalogue::ReasonFor;
use nawat_engine::counter::{Counter, CounterState};
use nawat_engine::ids::{CounterId, QueueId, StaffId, VisitId};
use nawat_engine::time::Millis;
use nawat_engine::visit::{Place, Visit};
use nawat_engine::{Phase, Ticketing};

use super::counter::{ring, tone_of_wait};
use super::{Seen, choices, help, small};
use crate::help::HelpRequest;
use crate::pages::floor::{
    FloorChoices, FloorCounter, FloorDay, FloorLive, FloorPage, FloorQueue, FloorState, ReferredVisit,
    WaitingVisit,
};
use crate::pages::frame::{Choice, Tone};

/// Visits of a queue that are listed; who waits longest is among them.
const LISTED: usize = 12;

/// What the floor shows that is not of the day.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    pub help: Vec<HelpRequest>,
    pub officers: Vec<Officer>,
    pub silent: Vec<SilentDevice>,
}

/// Somebody who may sit at a counter.
#[derive(Clone, Debug)]
pub struct Officer {
    pub id: StaffId,
    pub name: String,
}

/// A paired screen that says nothing any more.
#[derive(Clone, Debug)]
pub struct SilentDevice {
    pub name: String,
    pub since: Millis,
}

pub fn page<'a>(seen: &Seen<'a>, beside: Beside) -> FloorPage<'a> {
    FloorPage { f: seen.f, live: live(seen, beside) }
}

pub fn live<'a>(seen: &Seen<'a>, beside: Beside) -> FloorLive<'a> {
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
        alerts: alerts::all(seen, &beside.silent),
        day: day(seen),
        choices: offered(seen, beside.officers),
        help: help::alerts(seen, beside.help),
    }
}

fn offered(seen: &Seen<'_>, officers: Vec<Officer>) -> FloorChoices {
    let (published, centre) = (seen.published, &seen.published.centre);
    let sits = |officer: &Officer| seen.day.counters().any(|it| it.is_open() && it.staff == Some(officer.id));
    let free = officers.into_iter().filter(|officer| !sits(officer));
    FloorChoices {
        profiles: choices::named(seen, &centre.profiles, |it| (published.profile_id(&it.key), &it.name)),
        officers: free.map(|it| Choice { value: it.id.to_string(), label: it.name }).collect(),
        groups: choices::groups(seen),
        priority_reasons: seen.reasons(ReasonFor::Priority),
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
    FloorCounter {
        id: counter.id.0,
        label: seen.sign(counter.id).0,
        state,
        profile,
        profile_id: counter.profile.to_string(),
    }
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
        id: id.0,
        name: seen.queue_name(id).unwrap_or_default(),
        waiting: seen.day.lines.waiting(id),
        longest,
        counters: small(open.count()),
        wait: seen.f.waits.of_newcomer(id.0),
        line: line(seen, id),
        tone: longest.map_or(Tone::Well, tone_of_wait),
    }
}

/// Who waits in a queue, the longest first.
fn line(seen: &Seen<'_>, queue: QueueId) -> Vec<WaitingVisit> {
    let mut waiting: Vec<&Visit> =
        seen.day.lines.in_queue(queue).filter_map(|id| seen.day.visit(id)).collect();
    waiting.sort_by_key(|visit| (visit.ready, visit.id));
    waiting.truncate(LISTED);
    let one = |visit: &Visit| {
        let waited = seen.minutes_since(visit.ready);
        WaitingVisit {
            id: visit.id.0,
            code: seen.code(visit.ticket),
            service: seen.service_name(seen.day.step(visit.step).service),
            group: seen.group(visit.segment),
            waited,
            tone: tone_of_wait(waited),
            away: visit.is_away(seen.now()),
        }
    };
    waiting.into_iter().map(one).collect()
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
