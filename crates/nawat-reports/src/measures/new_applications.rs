//! New applications, and how many of them are for Mazaya.

use nawat_catalogue::{NewApplication, Published};

use super::{Clause, Counted, Measure, Unit};

pub(super) const MEASURE: Measure = Measure {
    key: "new_applications",
    unit: Unit::Customers,
    formula: "sum of the kinds that the catalogue marks as new applications; Mazaya's share is its part of \
              that sum",
    clause: Clause::Results,
};

/// Customers who came with a new application: for Mazaya, and for the other services.
pub fn new_applications(counted: &Counted, published: &Published) -> (u64, u64) {
    let sum = |of: NewApplication| {
        let kinds = published.centre.kinds.iter().zip(&counted.by_kind);
        kinds
            .filter(|(kind, _)| kind.new_application == Some(of))
            .fold(0_u64, |sum, (_, customers)| sum.saturating_add(*customers))
    };
    (sum(NewApplication::Mazaya), sum(NewApplication::Other))
}
