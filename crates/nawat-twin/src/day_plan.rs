//! One planned day: who comes, which counters open, what is said at its opening.

use jiff::civil::Date;
use nawat_catalogue::{Published, Quarter, QuarterRow, civil_day};
use nawat_engine::command::OpenDay;
use nawat_engine::ids::{CounterId, ReasonId};
use std::sync::Arc;

use crate::behaviour::Behaviour;
use crate::people::Person;
use crate::plan_error::PlanError;
use crate::quarter::QuarterPlan;
use crate::spread::largest_remainder;
use crate::staffing::Staffing;

/// One day, ready to be lived by [`crate::Actors`]. The people come in the order of their arrival.
#[derive(Clone, Debug)]
pub struct DayPlan {
    pub seed: u64,
    pub date: Date,
    pub opening: OpenDay,
    pub people: Vec<Person>,
    pub staffing: Staffing,
    pub reasons: Reasons,
    pub behaviour: Behaviour,
}

/// Reasons that simulated staff give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reasons {
    pub refer: Option<ReasonId>,
    pub pause: Option<ReasonId>,
}

/// What a stream of chance is for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Purpose {
    Quarter,
    People,
    Acting,
}

pub(crate) fn stream(date: Date, purpose: Purpose) -> u64 {
    let day = u64::from(civil_day(date).0.unsigned_abs());
    day << 8 | purpose as u64
}

impl DayPlan {
    /// A day like those of a quarter: this many customers, its kinds in the same proportions. For a
    /// demonstration, whose date need not be in the quarter. Errors: as for a quarter of this one day.
    pub fn like(
        counts: &Quarter,
        customers: u64,
        date: Date,
        published: Arc<Published>,
        seed: u64,
    ) -> Result<DayPlan, PlanError> {
        let weights: Vec<u64> = counts.rows.iter().map(|row| row.customers).collect();
        let shares = largest_remainder(customers, &weights);
        let scaled = |(row, customers): (&QuarterRow, u64)| QuarterRow { customers, ..row.clone() };
        let rows = counts.rows.iter().zip(shares).map(scaled).collect();
        let plan = QuarterPlan::new(&Quarter { rows }, &[date], published, seed)?;
        plan.day(0).ok_or(PlanError::NoWorkingDays)
    }

    /// Leaves counters to people of flesh and blood: no simulated clerk opens them.
    pub fn leave_free(&mut self, counters: &[CounterId]) {
        self.staffing.open.retain(|counter| !counters.contains(counter));
        self.staffing.reserve.retain(|counter| !counters.contains(counter));
    }

    pub(crate) fn stream(&self, purpose: Purpose) -> u64 {
        stream(self.date, purpose)
    }
}
