//! Whether the promise of minutes at the counter is kept.

use nawat_journal::summaries::Cell;

use super::{Clause, Measure, Unit};
use crate::Share;

pub(super) const MEASURE: Measure = Measure {
    key: "within_allotted",
    unit: Unit::Share,
    formula: "counter steps ended within the minutes allotted to their service ÷ counter steps ended; \
              extensions do not lengthen the minutes; interviews and inspections apart",
    clause: Clause::SmoothManagementOfCustomers,
};

/// The share of counter steps ended within their own allotted time. `None`: no counter step ended.
///
/// ```
/// use nawat_engine::time::Millis;
/// use nawat_journal::summaries::Cell;
///
/// let mut cell = Cell::default();
/// for (minutes, within_allotted) in [(3, true), (7, true), (8, false)] {
///     cell.counter_steps.count(Millis::minutes(minutes), within_allotted, true);
/// }
/// assert_eq!(nawat_reports::measures::within_allotted(&cell).unwrap().percent(1), "66.7");
/// ```
pub fn within_allotted(cell: &Cell) -> Option<Share> {
    Share::of(cell.counter_steps.within_allotted, cell.counter_steps.ended())
}
