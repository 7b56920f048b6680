//! Random days from opening to closing, under random rules. See `random/mod.rs` for how to repeat one.

mod random;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use nawat_engine::call_order::order_for;
use nawat_engine::ids::{CounterId, VisitId};
use nawat_engine::time::{Millis, Moment};
use nawat_engine::visit::Visit;
use nawat_engine::{Actor, Command, Day, Refusal, Said, tell_unrecorded};

use random::commands::Asking;
use random::{each_day, everything, single_day};

/// How many kinds of events there are.
const EVENT_KINDS: usize = 36;

#[test]
fn whatever_is_asked_the_day_stays_true_and_replays_to_itself() {
    each_day(6_000, |dice| {
        let mut hall = everything(dice);
        hall.compare = dice.percent(10);
        for _ in 0..dice.below(500) {
            hall.step(dice);
        }
        hall.close(dice.percent(50));
        let again = hall.tell(Actor::Centre, Command::ResumeHall);
        assert_eq!(again, Err(Refusal::DayClosed));
    });
}

#[test]
fn random_days_reach_everything() {
    let reached = RefCell::new(BTreeMap::<String, u64>::new());
    each_day(150, |dice| {
        let mut hall = everything(dice);
        for _ in 0..400 {
            hall.step(dice);
        }
        hall.close(true);
        for record in &hall.records {
            let name = format!("{:?}", record.entry.event);
            let name = name.split(['(', ' ', '{']).next().unwrap_or("").to_owned();
            *reached.borrow_mut().entry(name).or_default() += 1;
        }
    });
    let reached = reached.into_inner();
    let often = reached.values().filter(|times| **times >= 50).count();
    assert!(single_day() || often == EVENT_KINDS, "random days are too tame: {often} kinds, {reached:?}");
}

#[test]
fn an_undo_gives_back_the_hall_as_it_was() {
    let undone = Cell::new(0);
    each_day(1_500, |dice| {
        let mut hall = everything(dice);
        for _ in 0..dice.below(300) {
            let before = hall.day.clone();
            hall.step(dice);
            let by = hall.records.last().map(|record| record.entry.by);
            let first = hall.records.iter().rev().find(|record| record.entry.first);
            let fresh = first.is_some_and(|record| record.seq > before.seq);
            let Some(by) = by.filter(|_| fresh && hall.day.visits.len() == before.visits.len()) else {
                continue;
            };
            let counters: Vec<CounterId> = hall.day.counters().map(|counter| counter.id).collect();
            let new = |id: &CounterId| hall.day.undoable(*id).is_some_and(|undo| undo.first > before.seq);
            let Some(counter) = counters.into_iter().find(new) else { continue };
            hall.now = hall.now.max(hall.day.recorded);
            if hall.tell(by, Command::Undo { counter }) != Ok(()) {
                continue;
            }
            undone.set(undone.get() + 1);
            let (undone, before) = (hall_of(&hall.day, hall.now), hall_of(&before, hall.now));
            for (is, was) in undone.iter().zip(&before) {
                assert_eq!(
                    is,
                    was,
                    "after taking back {:?}",
                    hall.records.last().map(|last| &last.entry.event)
                );
            }
        }
    });
    assert!(single_day() || undone.get() > 1_000, "only {} undone", undone.get());
}

/// What people see of a day: places, steps, lines, tallies, counts; not the sequence numbers.
fn hall_of(day: &Day, now: Moment) -> Vec<String> {
    let mut seen = vec![format!("{:?} {}", day.count, day.people)];
    for visit in &day.visits {
        let steps: Vec<_> = day.steps_of(visit).collect();
        seen.push(format!("{:?} {steps:?}", Visit { touched: 0, ..*visit }));
    }
    for counter in day.counters() {
        let order: Vec<VisitId> =
            order_for(day, counter.id, now, usize::MAX).iter().map(|c| c.visit).collect();
        seen.push(format!("{:?} {:?} {:?} {order:?}", counter.state, counter.staff, counter.today));
    }
    seen
}

#[test]
fn nonsensical_times_bring_nobody_down() {
    const TIMES: [i64; 7] = [i64::MIN, i64::MIN + 1, -1, 0, 1_500_000_000_001, i64::MAX - 1, i64::MAX];
    each_day(1_000, |dice| {
        let mut hall = everything(dice);
        for _ in 0..dice.below(120) {
            if dice.percent(5) {
                hall.now = Moment(dice.of(&TIMES));
            }
            let command = Asking { day: &hall.day, now: hall.now, habits: hall.habits }.command(dice);
            let effective = dice.percent(20).then(|| Moment(dice.of(&TIMES)));
            let at = if dice.percent(5) { Moment(dice.of(&TIMES)) } else { hall.now };
            let _ = hall.said(&Said { by: Actor::Centre, at, effective, command });
        }
        hall.close(false);
    });
}

#[test]
fn a_twin_that_keeps_no_records_lives_the_same_day_again_and_again() {
    each_day(300, |dice| {
        let mut hall = everything(dice);
        let mut fresh = Day::unopened();
        hall.teach(&mut fresh);
        let (mut day, mut events) = (fresh.clone(), Vec::new());
        let said: Vec<Said> = (0..dice.below(200))
            .map(|_| {
                let command = Asking { day: &hall.day, now: hall.now, habits: hall.habits }.command(dice);
                hall.now = hall.now.plus(Millis::seconds(dice.below(60) as i64));
                let said = Said { by: Actor::Centre, at: hall.now, effective: None, command };
                let _ = hall.said(&said);
                said
            })
            .collect();
        for _ in 0..2 {
            tell_unrecorded(&mut day, &hall.opening(), &mut events).expect("the day opens");
            for said in &said {
                let _ = tell_unrecorded(&mut day, said, &mut events);
            }
            assert!(day == hall.day, "the unrecorded day is another");
            day.begin_again();
            assert!(day == fresh, "something of the old day is left");
        }
    });
}
