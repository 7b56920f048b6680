//! A day lived under a simulated clock: from what is due to what is due next, from the opening to the
//! closing.

use nawat_engine::time::Moment;

use crate::actors::{Actors, Company};
use crate::day_plan::DayPlan;
use crate::hall::Hall;
use crate::life_error::LifeError;

/// Lives a day of simulated people alone. Returns when it was closed.
pub fn live_day<H: Hall>(plan: DayPlan, hall: &mut H) -> Result<Moment, LifeError<H::Error>> {
    let day = plan.date;
    let mut actors = Actors::new(plan, Company::Alone);
    let mut now = None;
    while let Some(due) = actors.next_due() {
        actors.act(due, hall)?;
        now = Some(due);
    }
    match now {
        Some(closed) if actors.closed_the_day() => Ok(closed),
        _ => Err(LifeError::ClosedEarly { day }),
    }
}
