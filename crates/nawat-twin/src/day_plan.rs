//! One planned day: who comes, which counters open, what is said at its opening.

use jiff::civil::Date;
use nawat_catalogue::civil_day;
use nawat_engine::command::OpenDay;
use nawat_engine::ids::{CounterId, ReasonId};

use crate::behaviour::Behaviour;
use crate::people::Person;
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
    /// Leaves counters to people of flesh and blood: no simulated clerk opens them.
    pub fn leave_free(&mut self, counters: &[CounterId]) {
        self.staffing.open.retain(|counter| !counters.contains(counter));
        self.staffing.reserve.retain(|counter| !counters.contains(counter));
    }

    pub(crate) fn stream(&self, purpose: Purpose) -> u64 {
        stream(self.date, purpose)
    }
}
