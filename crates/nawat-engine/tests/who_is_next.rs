//! Who is called next, on random days: against a naive look at everybody, and in the limits where theory says
//! what must come out. See `random/mod.rs` for how to repeat a day.

mod random;

use std::cell::Cell;
use std::collections::BTreeMap;

use nawat_engine::call_order::{ahead_of, next_for, order_for, priority};
use nawat_engine::counter::CounterState;
use nawat_engine::event::{Event, Why};
use nawat_engine::ids::{CounterId, SegmentId, VisitId};
use nawat_engine::rules::Segment;
use nawat_engine::time::{Millis, Moment};
use nawat_engine::visit::{Line, Place, Visit};
use nawat_engine::{Actor, Command, Day, Said};

use random::commands::{Asking, Habits};
use random::hall::Hall;
use random::{Dice, EVERYTHING, each_day, everything, rules, single_day};

/// Who is next by looking at everybody in the hall, written without the lines that the engine keeps.
fn naive_order(day: &Day, counter: CounterId, now: Moment) -> Vec<VisitId> {
    let Some(state) = day.counter(counter) else { return Vec::new() };
    let takes = day.rules.profile(state.profile).map(|profile| profile.takes.clone()).unwrap_or_default();
    let best = takes.iter().map(|takes| takes.weight).max().unwrap_or(1);
    let mut candidates = Vec::new();
    for visit in &day.visits {
        let (order, weight) = match visit.place {
            Place::Waiting(Line::Queue(queue)) => match takes.iter().find(|takes| takes.queue == queue) {
                Some(takes) => (takes.order, takes.weight),
                None => continue,
            },
            Place::Waiting(Line::Counter(to)) if to == counter => (0, best),
            Place::Waiting(Line::Staff(to)) if Some(to) == state.staff => (0, best),
            _ => continue,
        };
        if visit.away_until.is_some_and(|until| until > now) {
            continue;
        }
        let segment = day.rules.segment(visit.segment).expect("a waiting visit's segment");
        let age = i128::from((now.0 - visit.since.0).max(0));
        let priority = (i128::from(visit.credit) + i128::from(segment.rate) * age) * i128::from(weight);
        let rank = (!visit.ahead, 255 - segment.level, order, -priority, visit.id);
        candidates.push(rank);
    }
    candidates.sort();
    candidates.into_iter().map(|rank| rank.4).collect()
}

#[test]
fn the_next_is_whom_a_look_at_everybody_finds() {
    each_day(2_500, |dice| {
        let mut hall = everything(dice);
        for _ in 0..dice.below(400) {
            hall.step(dice);
            let counters: Vec<CounterId> = hall.day.counters().map(|counter| counter.id).collect();
            let Some(counter) = dice.pick(&counters).copied() else { continue };
            let now = hall.day.recorded.plus(Millis(dice.of(&[0, 0, 1, 60_000, 7_200_000])));
            let naive = naive_order(&hall.day, counter, now);
            let order: Vec<VisitId> =
                order_for(&hall.day, counter, now, usize::MAX).iter().map(|claim| claim.visit).collect();
            assert_eq!(order, naive, "the order at counter {counter}");
            let next = next_for(&hall.day, counter, now);
            assert_eq!(next.map(|(visit, _)| visit), naive.first().copied(), "the next at counter {counter}");
            if let Some((_, Why::Next { over, .. })) = next {
                assert_eq!(over.map(|over| over.visit), naive.get(1).copied(), "the runner-up");
            }
        }
    });
}

#[test]
fn people_are_called_in_the_order_that_was_shown() {
    each_day(1_500, |dice| {
        let mut hall = everything(dice);
        for _ in 0..dice.below(300) {
            hall.step(dice);
        }
        let _ = hall.tell(Actor::Centre, Command::ResumeHall);
        let idle = |hall: &Hall| {
            hall.day.counters().find(|at| at.state == CounterState::Idle).map(|counter| counter.id)
        };
        let Some(counter) = idle(&hall) else { return };
        hall.now = hall.day.recorded;
        let shown: Vec<VisitId> =
            order_for(&hall.day, counter, hall.now, 20).iter().map(|claim| claim.visit).collect();
        for visit in shown {
            assert_eq!(hall.tell(Actor::Centre, Command::CallNext { counter }), Ok(()));
            assert_eq!(hall.day.visit(visit).map(|visit| visit.place), Some(Place::Called(counter)));
            assert_eq!(hall.tell(Actor::Centre, Command::NoShow { counter }), Ok(()));
        }
    });
}

#[test]
fn how_many_are_ahead_is_counted_right() {
    each_day(600, |dice| {
        let mut hall = everything(dice);
        for _ in 0..dice.below(300) {
            hall.step(dice);
        }
        let now = hall.day.recorded;
        for visit in &hall.day.visits {
            let Place::Waiting(Line::Queue(queue)) = visit.place else { continue };
            let before = |other: &Visit| {
                let rank = |visit: &Visit| {
                    let segment = hall.day.rules.segment(visit.segment).expect("a segment of the rules");
                    (255 - segment.level, -priority(visit, segment.rate, now), visit.id)
                };
                other.place == visit.place && !other.is_away(now) && rank(other) < rank(visit)
            };
            let naive = hall.day.visits.iter().filter(|other| before(other)).count();
            assert_eq!(ahead_of(&hall.day, visit, queue, now) as usize, naive);
        }
    });
}

/// Each call by *call next* in a day, with the state right before it.
fn each_call(
    hall: &mut Hall,
    dice: &mut Dice,
    steps: u64,
    mut see: impl FnMut(&Day, CounterId, VisitId, Moment),
) {
    for _ in 0..steps {
        // Whole seconds, so that unequal moments differ by something.
        hall.now = hall.now.plus(Millis::seconds(1 + dice.below(40) as i64));
        let command = Asking { day: &hall.day, now: hall.now, habits: hall.habits }.command(dice);
        let before = matches!(command, Command::CallNext { .. }).then(|| hall.day.clone());
        let said = Said { by: Actor::Centre, at: hall.now, effective: None, command };
        if let (Some(before), Ok(())) = (before, hall.said(&said))
            && let Some(Event::VisitCalled { visit, counter, .. }) =
                hall.records.last().map(|r| &r.entry.event)
        {
            see(&before, *counter, *visit, hall.now);
        }
    }
}

/// Those in a queue that this counter takes.
fn takeable(day: &Day, counter: CounterId) -> Vec<&Visit> {
    let profile = day.counter(counter).and_then(|counter| day.rules.profile(counter.profile));
    let takes = |queue| profile.is_some_and(|profile| profile.takes.iter().any(|takes| takes.queue == queue));
    let stands = |visit: &&Visit| matches!(visit.place, Place::Waiting(Line::Queue(queue)) if takes(queue));
    day.visits.iter().filter(stands).collect()
}

const NO_MOVES: Habits = Habits { moves: false, appointments: false, observations: false, ..EVERYTHING };

#[test]
fn equal_rates_are_exactly_first_come_first_served() {
    let calls = Cell::new(0);
    each_day(1_500, |dice| {
        let mut hall = Hall::open(&[rules::equal_rates(dice)], NO_MOVES);
        let steps = dice.below(400);
        each_call(&mut hall, dice, steps, |before, counter, called, _| {
            let first = takeable(before, counter).into_iter().min_by_key(|visit| (visit.ready, visit.id));
            assert_eq!(first.map(|visit| visit.id), Some(called), "somebody came before");
            calls.set(calls.get() + 1);
        });
    });
    assert!(single_day() || calls.get() > 1_000, "only {} calls", calls.get());
}

#[test]
fn as_the_rates_part_priority_becomes_strict() {
    let overtaken = Cell::new(0);
    each_day(1_000, |dice| {
        let mut hall_rules = rules::plain(dice);
        // A rate of 65,535 to 1 and ages of whole seconds: strict within eighteen hours.
        hall_rules.segments = vec![
            Some(Segment { id: SegmentId(0), level: 0, rate: 1 }),
            Some(Segment { id: SegmentId(1), level: 0, rate: u16::MAX }),
        ];
        let mut hall = Hall::open(&[hall_rules], NO_MOVES);
        let steps = dice.below(400);
        each_call(&mut hall, dice, steps, |before, counter, called, now| {
            let rank =
                |visit: &&Visit| (visit.ready >= now, visit.segment != SegmentId(1), visit.ready, visit.id);
            let candidates = takeable(before, counter);
            let first = candidates.iter().copied().min_by_key(rank);
            assert_eq!(first.map(|visit| visit.id), Some(called), "the urgent go first");
            if candidates.iter().any(|visit| Some(visit.ready) < first.map(|first| first.ready)) {
                overtaken.set(overtaken.get() + 1);
            }
        });
    });
    assert!(single_day() || overtaken.get() > 100, "only {} times", overtaken.get());
}

#[test]
fn priority_is_the_sum_of_the_rates_that_were_lived_through() {
    let changed = Cell::new(0);
    each_day(1_000, |dice| {
        let first = rules::plain(dice);
        let published = [first.clone(), rules::changed(dice, &first), rules::changed(dice, &first)];
        let mut hall = Hall::open(&published, Habits { appointments: true, ..EVERYTHING });
        // What each visit gathered, kept second by second beside the engine. Only for those who never left
        // the line that they stood in first.
        let mut gathered: BTreeMap<VisitId, (i128, Moment)> = BTreeMap::new();
        for _ in 0..dice.below(400) {
            let before = hall.day.clone();
            hall.step(dice);
            let now = hall.day.recorded;
            for (id, (sum, until)) in &mut gathered {
                let Some(visit) = before.visit(*id) else { continue };
                let rate = before.rules.segment(visit.segment).map_or(0, |segment| segment.rate);
                let from = (*until).max(visit.ready).min(now);
                *sum += i128::from(rate) * i128::from(now.after(from).0);
                *until = now;
            }
            for visit in &hall.day.visits[before.visits.len()..] {
                let rate = hall.day.rules.segment(visit.segment).map_or(0, |segment| segment.rate);
                let age = now.after(visit.ready).not_negative();
                gathered.insert(visit.id, (i128::from(rate) * i128::from(age.0), now));
            }
            for visit in &hall.day.visits {
                // Minutes away are no waiting; the tables tell how they are reckoned.
                if visit.first_called.is_some() || visit.away_until.is_some() || !visit.is_open() {
                    gathered.remove(&visit.id);
                    continue;
                }
                let Some((sum, _)) = gathered.get(&visit.id) else { continue };
                let rate = hall.day.rules.segment(visit.segment).map_or(0, |segment| segment.rate);
                assert_eq!(i128::from(priority(visit, rate, now)), *sum, "visit {}", visit.id);
                changed.set(changed.get() + u64::from(visit.credit > 0));
            }
        }
    });
    assert!(single_day() || changed.get() > 1_000, "only {} credits", changed.get());
}
