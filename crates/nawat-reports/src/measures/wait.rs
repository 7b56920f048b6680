//! How long people wait.

use nawat_journal::summaries::Cell;

use super::{Clause, Measure, Unit};
use crate::Quantiles;

pub(super) const MEASURE: Measure = Measure {
    key: "wait",
    unit: Unit::Seconds,
    formula: "from the ticket (of an appointment the later of slot and check-in) to the first call; of all \
              who were called: the smallest time that the given share of them did not exceed",
    clause: Clause::SmoothManagementOfCustomers,
};

pub(super) const LATER: Measure = Measure {
    key: "later_wait",
    unit: Unit::Seconds,
    formula: "time spent waiting after the first call, of those who waited again; quantiles as of the wait",
    clause: Clause::SmoothManagementOfCustomers,
};

/// Quantiles of the first wait (the inverse of the empirical distribution: definition 1 of Hyndman & Fan
/// 1996), to three significant figures. `None`: nobody was called.
pub fn wait(cell: &Cell) -> Option<Quantiles> {
    Quantiles::of(&cell.wait)
}

/// The same of the waits after the first call. `None`: nobody waited again.
pub fn later_wait(cell: &Cell) -> Option<Quantiles> {
    Quantiles::of(&cell.later_wait)
}
