//! The measures: each with its unit, formula, source, and what it does not say. One file a measure; a
//! measure is a formula over the cells of the day summaries and nothing else.
//!
//! The words stand in `texts/` under `measure-KEY`: the name, and as attributes the formula in plain words
//! and what the measure does not say (`silent`).

mod completed;
mod customers;
mod customers_per_working_day;
mod new_applications;
mod service_time;
mod unserved;
mod wait;
mod within_allotted;
mod work;

pub use completed::completed;
pub use customers::{Counted, customers_by_kind};
pub use customers_per_working_day::customers_per_working_day;
pub use new_applications::new_applications;
pub use service_time::service_time;
pub use unserved::unserved;
pub use wait::{later_wait, wait};
pub use within_allotted::within_allotted;
pub use work::work;

/// What a measure is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Customers,
    CustomersPerWorkingDay,
    /// From 0 to 1.
    Share,
    Seconds,
    /// Pieces of work, as they were noted.
    Pieces,
}

/// A measure as the reports describe it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its name for scripts, and of its words.
    pub key: &'static str,
    pub unit: Unit,
    /// In terms of the summaries' cells.
    pub formula: &'static str,
    /// What the measure is evidence for.
    pub clause: Clause,
}

/// What the evaluation of government service centres looks at (Decision 9 of 2017), as far as these measures
/// are evidence for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clause {
    SmoothManagementOfCustomers,
    EffectiveAdministrativeProcesses,
    Results,
}

/// All measures, in the order in which a report gives them.
pub const ALL: [Measure; 10] = [
    customers::MEASURE,
    new_applications::MEASURE,
    customers_per_working_day::MEASURE,
    within_allotted::MEASURE,
    wait::MEASURE,
    wait::LATER,
    service_time::MEASURE,
    completed::MEASURE,
    unserved::MEASURE,
    work::MEASURE,
];

impl Clause {
    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Clause::SmoothManagementOfCustomers => "clause-smooth-management",
            Clause::EffectiveAdministrativeProcesses => "clause-effective-processes",
            Clause::Results => "clause-results",
        }
    }
}

impl Unit {
    /// Its name for scripts.
    pub fn key(self) -> &'static str {
        match self {
            Unit::Customers => "customers",
            Unit::CustomersPerWorkingDay => "customers_per_working_day",
            Unit::Share => "share",
            Unit::Seconds => "seconds",
            Unit::Pieces => "pieces",
        }
    }
}
