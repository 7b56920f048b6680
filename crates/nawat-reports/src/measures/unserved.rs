//! Who came and was not served.

use nawat_journal::summaries::{Cell, Ends};

use super::{Clause, Measure, Unit};

pub(super) const MEASURE: Measure = Measure {
    key: "unserved",
    unit: Unit::Customers,
    formula: "visits that ended before anybody dealt with them, by how they ended; counted apart from the \
              customers",
    clause: Clause::SmoothManagementOfCustomers,
};

/// Visits that nobody dealt with, by how they ended.
pub fn unserved(cell: &Cell) -> Ends {
    cell.unserved
}
