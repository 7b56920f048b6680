//! Why a quarter cannot be lived in a centre: always before the first day begins.

use jiff::civil::Date;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanError {
    NoWorkingDays,
    /// Not a working day of the centre's calendar.
    Closed {
        day: Date,
    },
    UnknownKind {
        kind: String,
    },
    /// Customers of a kind that no service belongs to.
    NoServices {
        kind: String,
    },
    /// Nothing that a person handed to a supervisor could have begun as.
    NothingToRefer,
    /// No reason is listed for referrals.
    NoReasonToRefer,
    NoOutcomes {
        service: String,
    },
    NoSegments,
    /// No counter's profile, and no other profile, takes this queue.
    NobodyTakes {
        queue: String,
    },
    NoCounters,
    TooMany {
        customers: u64,
        most: u64,
    },
    /// More people in a day than its numbers.
    SeriesTooShort {
        series: String,
        day: Date,
        needed: u64,
        numbers: u64,
    },
    /// Even with every counter open from morning to night.
    CannotDrain {
        day: Date,
        customers: u64,
    },
}

impl std::fmt::Display for PlanError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            PlanError::NoWorkingDays => {
                f.write_str("the period has no working day. Choose a longer one, or edit calendar/.")
            }
            PlanError::Closed { day } => {
                write!(f, "the centre is closed on {day}. Take a working day, or edit calendar/.")
            }
            PlanError::UnknownKind { kind } => {
                write!(f, "the centre has no kind “{kind}”. Write one that centre.toml lists.")
            }
            PlanError::NoServices { kind } => write!(
                f,
                "customers are wanted of the kind {kind}, and no service belongs to it. Give a service \
                 kind = \"{kind}\", or write 0 customers."
            ),
            PlanError::NothingToRefer => f.write_str(
                "customers are to be referred, and the centre has no service they could begin with. Add \
                 one to services/.",
            ),
            PlanError::NoReasonToRefer => f.write_str(
                "customers are to be referred, and centre.toml lists no reason for it. Add a reason with \
                 uses = [\"refer\"].",
            ),
            PlanError::NoOutcomes { service } => {
                write!(f, "the service {service} has no closing code. List at least one in its outcomes.")
            }
            PlanError::NoSegments => f.write_str("the centre has no segment. Add one for walk-ins."),
            PlanError::NobodyTakes { queue } => {
                write!(f, "no profile takes the queue {queue}. Add it to a profile in centre.toml.")
            }
            PlanError::NoCounters => f.write_str("the centre has no counter. Add one to centre.toml."),
            PlanError::TooMany { customers, most } => write!(
                f,
                "{customers} customers are more than one synthesis makes ({most}). Split the period, each \
                 part with its counts."
            ),
            PlanError::SeriesTooShort { series, day, needed, numbers } => write!(
                f,
                "{day} needs {needed} numbers of the series {series}, which has {numbers}. Raise its last \
                 number in centre.toml, or spread the counts over more days."
            ),
            PlanError::CannotDrain { day, customers } => write!(
                f,
                "{customers} customers on {day} cannot be served before the next morning, even with every \
                 counter open. Spread the counts over more days, or add counters to centre.toml."
            ),
        }
    }
}

impl std::error::Error for PlanError {}
