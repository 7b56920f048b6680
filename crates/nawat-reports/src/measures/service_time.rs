//! How long a step at a counter takes.

use nawat_journal::summaries::Cell;

use super::{Clause, Measure, Unit};
use crate::Quantiles;

pub(super) const MEASURE: Measure = Measure {
    key: "service_time",
    unit: Unit::Seconds,
    formula: "time served in a counter step, all its stretches added, of all counter steps ended; quantiles \
              as of the wait",
    clause: Clause::EffectiveAdministrativeProcesses,
};

/// Quantiles of the time served in counter steps. `None`: no counter step ended.
pub fn service_time(cell: &Cell) -> Option<Quantiles> {
    Quantiles::of(&cell.counter_steps.service_time)
}
