//! How many customers went home with a matter completed.

use nawat_journal::summaries::Cell;

use super::{Clause, Measure, Unit};
use crate::Share;

pub(super) const MEASURE: Measure = Measure {
    key: "completed",
    unit: Unit::Share,
    formula: "received customers with at least one step closed by an outcome that completes ÷ customers",
    clause: Clause::EffectiveAdministrativeProcesses,
};

/// The share of received customers of whom at least one matter was completed. `None`: nobody was received.
pub fn completed(cell: &Cell) -> Option<Share> {
    Share::of(cell.completed, cell.received)
}
