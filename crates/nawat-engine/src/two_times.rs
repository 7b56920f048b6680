//! The two times of what happened: when it was recorded, and when it happened in the hall.

use crate::command::{Command, Observation, Said};
use crate::day::{Day, Phase};
use crate::time::Moment;

/// The command's two times. `recorded` never runs back: a late command is stamped by order, and the time it
/// claims is kept as the effective one. An observation carries its own times; they are what happened.
pub(crate) fn stamp(day: &Day, said: &Said) -> (Moment, Moment) {
    let recorded = said.at.max(day.recorded);
    let claimed = match &said.command {
        Command::Observe(Observation::Ticket { at, .. }) => Some(*at),
        Command::Observe(Observation::Visit { step, .. } | Observation::Step { step, .. }) => {
            Some(step.ended)
        }
        _ => said.effective,
    };
    let effective = claimed.unwrap_or(said.at).min(recorded);
    let opened = if day.phase == Phase::Unopened { effective } else { day.opened };
    (recorded, effective.max(opened))
}
