//! Work that no visitor stood before.

use nawat_journal::summaries::{Cell, WorkDone};

use super::{Clause, Measure, Unit};

pub(super) const MEASURE: Measure = Measure {
    key: "work",
    unit: Unit::Pieces,
    formula: "quantities noted without a visit, by channel; counted apart from the customers",
    clause: Clause::EffectiveAdministrativeProcesses,
};

/// Telephone calls, e-mails and back-office work, as they were noted.
pub fn work(cell: &Cell) -> WorkDone {
    cell.work
}
