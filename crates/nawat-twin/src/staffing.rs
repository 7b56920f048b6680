//! Which counters open in the morning, from the work that a day will bring.

use nawat_engine::ids::{CounterId, QueueId};
use nawat_engine::rules::{Hours, Rules};
use nawat_engine::time::Millis;

/// Counters open as long as the centre may be kept open after hours before a day counts as impossible.
const OVERTIME_MOST: Millis = Millis(3 * 3_600_000);

/// Below this, in thousandths of the usual time, work is not hurried but impossible.
const HURRY_LEAST: u32 = 50;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staffing {
    /// Open from the morning on.
    pub open: Vec<CounterId>,
    /// Opened when people wait long.
    pub reserve: Vec<CounterId>,
    /// Time that a clerk takes, in thousandths of the usual: below 1,000 only where even all counters with
    /// overtime could not do the day's work.
    pub hurry: u32,
}

/// A clerk's time that a day's people will take, queue by queue.
pub(crate) type Load = [(QueueId, Millis)];

impl Staffing {
    /// Staffs a day. A counter gives its time between opening and last ticket to the queues of its usual
    /// profile, the most loaded first; counters with the fewest queues are asked first, so that those who
    /// can do everything stay for what is left. The busiest quarter of an hour asks for more than the mean:
    /// `peak_permille`, of which a third is staffed for and the rest is left to waiting and the reserve.
    /// `None`: the work cannot be done in a day.
    pub(crate) fn of(load: &Load, rules: &Rules, hours: Hours, peak_permille: u64) -> Option<Staffing> {
        let staffed = 1_000 + (peak_permille as i64 - 1_000).max(0) / 3;
        let mut left: Vec<(QueueId, i64)> =
            load.iter().map(|(queue, work)| (*queue, work.0.saturating_mul(staffed) / 1_000)).collect();
        let window = hours.last_ticket.after(hours.opens).0.max(1);
        let mut staffing = Staffing { open: Vec::new(), reserve: Vec::new(), hurry: 1_000 };
        for (counter, queues) in by_breadth(rules) {
            let mut mine: Vec<&mut (QueueId, i64)> =
                left.iter_mut().filter(|(queue, work)| *work > 0 && queues.contains(queue)).collect();
            if mine.is_empty() {
                staffing.reserve.push(counter);
                continue;
            }
            mine.sort_by_key(|(queue, work)| (std::cmp::Reverse(*work), *queue));
            let mut time = window;
            for (_, work) in mine {
                let given = time.min(*work);
                *work -= given;
                time -= given;
            }
            staffing.open.push(counter);
        }
        if staffing.open.is_empty() {
            // A day without people is a day all the same.
            let first = staffing.reserve.pop()?;
            staffing.open.push(first);
        }
        staffing.open.sort_unstable();
        staffing.reserve.sort_unstable();
        staffing.hurry = hurry(load, rules.counters.iter().flatten().count(), hours)?;
        Some(staffing)
    }
}

/// Counters with the queues of their usual profile, the fewest queues first.
fn by_breadth(rules: &Rules) -> Vec<(CounterId, Vec<QueueId>)> {
    let mut counters: Vec<_> = rules
        .counters
        .iter()
        .flatten()
        .map(|counter| {
            let takes = rules.profile(counter.profile).map_or(&[][..], |profile| &profile.takes);
            (counter.id, takes.iter().map(|takes| takes.queue).collect::<Vec<_>>())
        })
        .collect();
    counters.sort_by_key(|(counter, queues)| (queues.len(), *counter));
    counters
}

/// How much faster than usual clerks must be for the day to end. A tenth is kept for gaps between people.
fn hurry(load: &Load, counters: usize, hours: Hours) -> Option<u32> {
    let day = hours.closes.after(hours.opens).plus(OVERTIME_MOST).0.max(1);
    let time = i128::from(day) * counters as i128;
    let work: i128 = load.iter().map(|(_, work)| i128::from(work.0)).sum::<i128>() * 11 / 10;
    if work <= time {
        return Some(1_000);
    }
    let hurry = u32::try_from(time * 1_000 / work).unwrap_or(0);
    (hurry >= HURRY_LEAST).then_some(hurry)
}
