//! The counter as its clerk sees it.

use nawat_catalogue::Arg;
use nawat_engine::call_order::order_for;
use nawat_engine::counter::{Counter, CounterState, UndoneWhat};
use nawat_engine::event::Why;
use nawat_engine::ids::{CounterId, VisitId};
use nawat_engine::time::Moment;
use nawat_engine::visit::{Line, Place, StepClose, Visit};

use super::{Seen, choices, small};
use crate::pages::counter::{
    CounterLive, CounterPage, Desk, NextVisit, Outcome, OwnToday, ParkedVisit, Undo, Visit as VisitView,
};
use crate::pages::frame::{Tone, isolated};
use crate::pages::ring::Ring;

/// Visits shown of those who come next.
const SHOWN: usize = 6;

/// The whole page; `None` where the centre has no such counter.
pub fn page<'a>(seen: &Seen<'a>, id: CounterId) -> Option<CounterPage<'a>> {
    let live = live(seen, id)?;
    let (label, room) = seen.sign(id);
    Some(CounterPage { f: seen.f, id: id.0, label, room, live })
}

/// What changes on it.
pub fn live<'a>(seen: &Seen<'a>, id: CounterId) -> Option<CounterLive<'a>> {
    seen.published.counter(id)?;
    let (label, room) = seen.sign(id);
    let (f, day) = (seen.f, seen.day);
    let counter = day.counter(id);
    let order = order_for(day, id, seen.now(), usize::MAX);
    let next = order.iter().take(SHOWN).filter_map(|claim| next_visit(seen, id, claim.visit)).collect();
    Some(CounterLive {
        f,
        id: id.0,
        label,
        room,
        takes: seen.takes(id),
        desk: counter.map_or(Desk::Closed, |counter| desk(seen, counter)),
        next,
        waiting: small(order.len()),
        order: order_in_words(seen, id),
        parked: day.parked().map(|visit| parked(seen, visit)).collect(),
        today: counter.map_or_else(OwnToday::default, |counter| OwnToday {
            served: counter.today.served,
            steps: counter.today.steps,
            within: counter.today.within_allotted,
        }),
        undo: undo(seen, id),
        suspended: day.suspended.map(|_| f.say("hall-suspended")),
        choices: choices::at_counter(seen, id),
    })
}

fn desk(seen: &Seen<'_>, counter: &Counter) -> Desk {
    let since_ms = counter.since.0;
    match counter.state {
        CounterState::Closed => Desk::Closed,
        CounterState::Idle => Desk::Idle { since_ms },
        CounterState::OnBreak { reason } => Desk::OnBreak { reason: seen.reason(reason), since_ms },
        CounterState::Calling(visit) => match seen.day.visit(visit) {
            Some(visit) => Desk::Calling { visit: visit_view(seen, visit), since_ms },
            None => Desk::Idle { since_ms },
        },
        CounterState::Serving(visit) => match seen.day.visit(visit) {
            Some(visit) => Desk::Serving { visit: visit_view(seen, visit), ring: ring(seen, visit) },
            None => Desk::Idle { since_ms },
        },
    }
}

/// The ring of a visit's present step.
pub(super) fn ring(seen: &Seen<'_>, visit: &Visit) -> Ring {
    let step = seen.day.step(visit.step);
    let started = step.started.unwrap_or(visit.moved);
    Ring::new(seen.f, started.0, step.spent.0, step.allotted.plus(step.extended).0)
}

fn visit_view(seen: &Seen<'_>, visit: &Visit) -> VisitView {
    let step = seen.day.step(visit.step);
    let name = |service| seen.service_name(service);
    let steps = || seen.day.steps_of(visit);
    let reached = steps().position(|other| other.id == step.id).unwrap_or(0);
    let done = steps().take(reached).filter(|other| matches!(other.close, Some(StepClose::Outcome(_))));
    let outcomes = seen.published.outcomes_of_service(step.service).into_iter();
    VisitView {
        id: visit.id.0,
        code: seen.code(visit.ticket),
        segment: seen.group(visit.segment),
        party: u32::from(visit.party),
        arrived: seen.local(visit.arrived),
        called: step.called.map(|called| seen.local(called)),
        started: step.started.map(|started| seen.local(started)),
        waited: seen.waited(visit),
        calls: u32::from(visit.calls),
        why: visit.why.map_or_else(String::new, |why| why_in_words(seen, visit, why)),
        service: name(step.service),
        later: steps().skip(reached + 1).map(|other| name(other.service)).collect(),
        done: done.map(|other| name(other.service)).collect(),
        bring: seen.bring(step.service),
        outcomes: outcomes
            .map(|(id, outcome)| Outcome {
                value: id.to_string(),
                label: seen.own(&outcome.name),
                completes: outcome.completes,
            })
            .collect(),
        returned: returned(seen, visit, reached),
    }
}

fn returned(seen: &Seen<'_>, visit: &Visit, reached: usize) -> Option<String> {
    let before = reached.checked_sub(1).and_then(|at| seen.day.steps_of(visit).nth(at));
    if before.is_some_and(|step| step.close == Some(StepClose::Referred)) {
        return Some(seen.f.say("returned-supervisor"));
    }
    (seen.day.step(visit.step).spent.0 > 0).then(|| seen.f.say("returned-parked"))
}

fn why_in_words(seen: &Seen<'_>, visit: &Visit, why: Why) -> String {
    match why {
        Why::AtOnce => seen.f.say("why-at-once"),
        Why::Particular { reason } => seen.f.with("why-particular", seen.reason(reason)),
        Why::Sent { .. } if visit.referred => seen.f.say("why-returned"),
        Why::Sent { .. } => seen.f.say("why-sent"),
        Why::Next { level, over: Some(over), .. } if over.level < level => seen.f.say("why-level"),
        Why::Next { over: Some(over), .. } => match seen.day.visit(over.visit) {
            Some(other) if other.ready < visit.ready => overtook(seen, visit, other),
            _ => seen.f.say("why-first"),
        },
        Why::Next { .. } => seen.f.say("why-first"),
    }
}

fn overtook(seen: &Seen<'_>, visit: &Visit, other: &Visit) -> String {
    let group = seen.group(visit.segment).unwrap_or_default();
    let over = isolated(&seen.code(other.ticket));
    seen.f.words.say_with("why-faster", &[("what", Arg::from(group)), ("other", Arg::from(over))])
}

fn next_visit(seen: &Seen<'_>, counter: CounterId, id: VisitId) -> Option<NextVisit> {
    let visit = seen.day.visit(id)?;
    let waited = seen.minutes_since(visit.ready);
    let sent = match visit.place {
        Place::Waiting(Line::Counter(line)) => line == counter,
        Place::Waiting(Line::Staff(_)) => true,
        _ => false,
    };
    let faster = rate(seen, visit) > rate_of_walk_ins(seen);
    let why = match (visit.ahead, sent, faster) {
        (true, _, _) => Some("next-returned"),
        (_, true, _) => Some("next-sent"),
        (_, _, true) => Some("next-faster"),
        _ => None,
    };
    Some(NextVisit {
        id: id.0,
        code: seen.code(visit.ticket),
        service: seen.service_name(seen.day.step(visit.step).service),
        segment: seen.group(visit.segment),
        waited,
        why: why.map(|key| seen.f.say(key)),
        tone: tone_of_wait(waited),
    })
}

/// How a wait is shown: a quarter of an hour is soon, half an hour late.
pub(super) fn tone_of_wait(minutes: u32) -> Tone {
    match minutes {
        0..15 => Tone::Calm,
        15..30 => Tone::Soon,
        _ => Tone::Late,
    }
}

fn rate(seen: &Seen<'_>, visit: &Visit) -> u16 {
    seen.day.rules.segment(visit.segment).map_or(0, |segment| segment.rate)
}

fn rate_of_walk_ins(seen: &Seen<'_>) -> u16 {
    let walk_in = seen.published.segment_for(nawat_catalogue::Occasion::WalkIn);
    walk_in.and_then(|id| seen.day.rules.segment(id)).map_or(0, |segment| segment.rate)
}

fn order_in_words(seen: &Seen<'_>, counter: CounterId) -> String {
    let profile = seen.day.counter(counter).and_then(|it| seen.day.rules.profile(it.profile));
    if profile.is_some_and(|profile| profile.takes.iter().any(|takes| takes.order > 0)) {
        return seen.f.say("order-levels");
    }
    let usual = rate_of_walk_ins(seen);
    let faster = seen.day.rules.segments.iter().flatten().filter(|segment| segment.rate > usual);
    let groups: Vec<String> = faster.filter_map(|segment| seen.group(segment.id)).collect();
    if groups.is_empty() {
        return seen.f.say("order-arrival");
    }
    let groups = seen.list(groups.into_iter());
    seen.f.words.say_with("order-rates", &[("what", Arg::from(groups))])
}

fn parked(seen: &Seen<'_>, visit: &Visit) -> ParkedVisit {
    let reason = match visit.place {
        Place::Parked { reason } => seen.reason(reason),
        _ => String::new(),
    };
    let minutes = seen.minutes_since(visit.moved);
    ParkedVisit { id: visit.id.0, code: seen.code(visit.ticket), reason, minutes }
}

fn undo(seen: &Seen<'_>, counter: CounterId) -> Option<Undo> {
    let last = seen.day.undoable(counter)?;
    let until = Moment(last.at.0 + seen.day.rules.undo_within.0);
    let key = match last.what {
        UndoneWhat::Call => "undo-call",
        UndoneWhat::Start => "undo-start",
        UndoneWhat::End => "undo-end",
        UndoneWhat::NoShow => "undo-no-show",
        UndoneWhat::Park => "undo-park",
        UndoneWhat::Transfer => "undo-transfer",
    };
    (seen.now() <= until).then(|| Undo { what: seen.f.say(key), until_ms: until.0 })
}
