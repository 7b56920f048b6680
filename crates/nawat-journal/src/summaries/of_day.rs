//! The summary of one day, open or closed.

use nawat_engine::ids::{CounterId, ProfileId, ServiceId};
use nawat_engine::time::{Millis, Moment};
use nawat_engine::visit::{End, Place, Step, Visit};
use nawat_engine::{Day, Phase};

use super::{Cell, CellKey, DaySummary};

/// Summarises a day as it stands. `hour_of` tells the centre's hour (0 to 23) of a moment.
///
/// A visit counts as a customer when it has ended; waits and steps count as soon as they are over. So the
/// summary of the open day grows into that of the closed one.
pub fn summarise(day: &Day, hour_of: &dyn Fn(Moment) -> u8) -> DaySummary {
    let mut summary = DaySummary {
        days: u32::from(day.phase != Phase::Unopened),
        synthetic_days: u32::from(day.synthetic),
        open_days: u32::from(day.phase == Phase::Open),
        conflicts: day.conflicts.len() as u64,
        ..DaySummary::default()
    };
    for visit in &day.visits {
        let asked = day.step(visit.first_step);
        let hour = hour_of(visit.arrived);
        let key = |service: ServiceId, counter: Option<CounterId>| CellKey {
            service,
            hour,
            group: group_of(day, counter),
            segment: Some(visit.segment),
        };
        let at = &mut summary;
        waits(visit, cell(at, key(asked.service, asked.counter)));
        for step in day.steps_of(visit) {
            if let Some(ended) = step.ended.filter(|_| step.was_concluded()) {
                count_step(day, step, ended, cell(at, key(step.service, step.counter)));
            }
        }
        let Place::Ended(end) = visit.place else {
            at.still_here += 1;
            continue;
        };
        match day.main_step(visit) {
            Some(main) => receive(day, visit, end, cell(at, key(main.service, main.counter))),
            None => cell(at, key(asked.service, asked.counter)).unserved.count(end),
        }
    }
    for work in &day.work {
        let group = group_of(day, work.counter);
        let key = CellKey { service: work.service, hour: hour_of(work.at), group, segment: None };
        cell(&mut summary, key).work.count(work.channel, work.quantity);
    }
    // A visit that waits for its first call has nothing to count yet.
    summary.cells.retain(|_, cell| *cell != Cell::default());
    summary
}

fn cell(summary: &mut DaySummary, key: CellKey) -> &mut Cell {
    summary.cells.entry(key).or_default()
}

/// The profile that the rules let this counter open with.
fn group_of(day: &Day, counter: Option<CounterId>) -> Option<ProfileId> {
    day.rules.counter(counter?).map(|counter| counter.profile)
}

fn waits(visit: &Visit, cell: &mut Cell) {
    if let Some(wait) = visit.wait() {
        cell.wait.record(wait);
    }
    if visit.later_wait > Millis::ZERO {
        cell.later_wait.record(visit.later_wait);
    }
}

fn count_step(day: &Day, step: &Step, ended: Moment, cell: &mut Cell) {
    let promised = step.counts_at_counter(&day.rules);
    let steps = if promised { &mut cell.counter_steps } else { &mut cell.other_steps };
    steps.count(step.served(ended), step.within_allotted(ended), step.completes(&day.rules));
}

fn receive(day: &Day, visit: &Visit, end: End, cell: &mut Cell) {
    cell.received += 1;
    cell.persons += u64::from(visit.party);
    cell.referred += u64::from(visit.referred);
    cell.completed += u64::from(day.steps_of(visit).any(|step| step.completes(&day.rules)));
    cell.broken_off.count(end);
    if let Some(rating) = visit.rating {
        cell.ratings.count(rating);
    }
}
