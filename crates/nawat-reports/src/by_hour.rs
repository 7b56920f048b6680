//! What each hour of the day is like for whoever comes then: when the wait is shortest.

use std::collections::BTreeMap;

use nawat_journal::DaySummary;
use nawat_journal::summaries::Durations;

use crate::Quantiles;

/// Fewer waits than these say nothing of an hour.
const LEAST: u64 = 20;

/// The visits that came in one hour of the centre's day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HourFigures {
    /// 0 to 23 on the centre's wall.
    pub hour: u8,
    /// From the ticket to the first call.
    pub wait: Quantiles,
}

/// The hours in which anybody waited, in order. Formula: the quantiles of the waits of all visits that arrived
/// within the hour, over all days given; hours with fewer than 20 waits are left out.
pub fn by_hour(days: &DaySummary) -> Vec<HourFigures> {
    let mut hours: BTreeMap<u8, Durations> = BTreeMap::new();
    for (key, cell) in &days.cells {
        hours.entry(key.hour).or_default().merge(&cell.wait);
    }
    let figures = hours.into_iter().filter_map(|(hour, waits)| {
        let wait = Quantiles::of(&waits).filter(|wait| wait.count >= LEAST)?;
        Some(HourFigures { hour, wait })
    });
    figures.collect()
}

/// The hour in which nine in ten wait least. `None` where fewer than two hours can be compared.
pub fn best_hour(hours: &[HourFigures]) -> Option<u8> {
    let best = hours.iter().min_by_key(|hour| (hour.wait.p90_ms, hour.hour))?;
    (hours.len() > 1).then_some(best.hour)
}

#[cfg(test)]
mod tests {
    use super::*;
    use nawat_engine::ids::ServiceId;
    use nawat_engine::time::Millis;
    use nawat_journal::summaries::{Cell, CellKey};

    fn days(hours: &[(u8, i64, usize)]) -> DaySummary {
        let mut days = DaySummary::default();
        for (hour, minutes, count) in hours {
            let key = CellKey { service: ServiceId(1), hour: *hour, group: None, segment: None };
            let mut cell = Cell::default();
            for _ in 0..*count {
                cell.wait.record(Millis::minutes(*minutes));
            }
            days.cells.entry(key).or_default().merge(&cell);
        }
        days
    }

    #[test]
    fn the_best_hour_is_where_nine_in_ten_wait_least() {
        let hours = by_hour(&days(&[(8, 12, 40), (9, 30, 40), (12, 4, 25), (13, 0, 3)]));
        assert_eq!(hours.iter().map(|hour| hour.hour).collect::<Vec<_>>(), [8, 9, 12], "three say nothing");
        assert_eq!(best_hour(&hours), Some(12));
        assert_eq!(best_hour(&by_hour(&days(&[(8, 12, 40)]))), None, "one hour is no choice");
        assert_eq!(best_hour(&by_hour(&DaySummary::default())), None);
    }
}
