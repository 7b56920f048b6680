//! How many customers a working day brings.

use super::{Clause, Measure, Unit};
use crate::figures::quotient;

pub(super) const MEASURE: Measure = Measure {
    key: "customers_per_working_day",
    unit: Unit::CustomersPerWorkingDay,
    formula: "customers ÷ working days of the centre's calendar in the period, those without a record left out",
    clause: Clause::Results,
};

/// One decimal. `None`: no working day was recorded.
///
/// ```
/// use nawat_reports::measures::customers_per_working_day;
/// assert_eq!(customers_per_working_day(25_780, 62), Some(415.8));
/// assert_eq!(customers_per_working_day(3, 0), None);
/// ```
pub fn customers_per_working_day(customers: u64, working_days: u64) -> Option<f64> {
    quotient(customers, working_days, 1)
}
