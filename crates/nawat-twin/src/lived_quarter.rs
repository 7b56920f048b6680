//! A period lived day after day, each day's counts compared with its plan.

use std::collections::BTreeMap;

use nawat_catalogue::KindId;

use crate::counted::{DayLived, Mismatch};
use crate::hall::Hall;
use crate::life_error::LifeError;
use crate::lived_day::live_day;
use crate::quarter::QuarterPlan;

/// Why a period did not come out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuarterError<E> {
    Day(LifeError<E>),
    Mismatch(Mismatch),
}

impl<E: std::fmt::Display> std::fmt::Display for QuarterError<E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            QuarterError::Day(error) => error.fmt(f),
            QuarterError::Mismatch(mismatch) => mismatch.fmt(f),
        }
    }
}

impl<E: std::error::Error> std::error::Error for QuarterError<E> {}

/// Lives a planned period from its first day to its last. `after_day` is told of each day once it is closed
/// and its counts are right: the time to make it durable and to show progress.
pub fn live_quarter<H: Hall>(
    plan: &QuarterPlan,
    hall: &mut H,
    mut after_day: impl FnMut(&mut H, &DayLived) -> Result<(), H::Error>,
) -> Result<BTreeMap<KindId, u64>, QuarterError<H::Error>> {
    let mut counted: BTreeMap<KindId, u64> = BTreeMap::new();
    for (at, date) in plan.dates().enumerate() {
        let Some(day) = plan.day(at) else { continue };
        let closed = live_day(day, hall).map_err(QuarterError::Day)?;
        let lived = hall.look(|day| DayLived::of(day, date, closed, plan.published()));
        plan.check_day(at, &lived).map_err(QuarterError::Mismatch)?;
        for (kind, count) in &lived.kinds {
            *counted.entry(*kind).or_default() += count;
        }
        after_day(hall, &lived).map_err(|error| QuarterError::Day(LifeError::Broken(error)))?;
    }
    plan.check_period(&counted).map_err(QuarterError::Mismatch)?;
    Ok(counted)
}
