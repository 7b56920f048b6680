//! Why simulated people could not live their day.

use jiff::civil::Date;
use nawat_engine::Refusal;
use nawat_engine::time::Moment;

/// Why a day could not be lived to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LifeError<E> {
    /// The hall refused what it should have taken: its rules, or its day, are not those of the plan.
    Refused {
        day: Date,
        at: Moment,
        refusal: Refusal,
    },
    /// A day later somebody is still there, or outside.
    NotDrained {
        day: Date,
        in_the_hall: u64,
        outside: usize,
    },
    /// The day closed before its plan was through.
    ClosedEarly {
        day: Date,
    },
    Broken(E),
}

impl<E: std::fmt::Display> std::fmt::Display for LifeError<E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            LifeError::Refused { day, at, refusal } => write!(
                f,
                "on {day} the hall refused a simulated person ({}, at {} ms). Synthesize into an empty data \
                 folder with the centre as it was published there.",
                refusal.code(),
                at.0
            ),
            LifeError::NotDrained { day, in_the_hall, outside } => write!(
                f,
                "a day after its opening, {day} still has {in_the_hall} people in the hall and {outside} \
                 outside. Spread the counts over more days, or add counters."
            ),
            LifeError::ClosedEarly { day } => {
                write!(f, "{day} was closed by somebody else. Leave the data folder to one command.")
            }
            LifeError::Broken(error) => error.fmt(f),
        }
    }
}

impl<E: std::error::Error> std::error::Error for LifeError<E> {}
