//! Time as the engine knows it: whole milliseconds that somebody else measured. Reckoning stops at the ends
//! of the range instead of running over: a nonsensical time from outside must not bring the hall down.

use serde::{Deserialize, Serialize};

/// A moment on the hall's clock, in milliseconds since 1970-01-01T00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

/// A length of time in milliseconds; may be negative where two moments are subtracted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Millis(pub i64);

/// A calendar day of the centre, counted from 1970-01-01. The engine only compares days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CivilDay(pub i32);

impl Moment {
    /// How long ago `earlier` was; negative when it is still to come.
    pub fn after(self, earlier: Moment) -> Millis {
        Millis(self.0.saturating_sub(earlier.0))
    }

    /// The moment `length` later.
    pub fn plus(self, length: Millis) -> Moment {
        Moment(self.0.saturating_add(length.0))
    }
}

impl Millis {
    pub const ZERO: Millis = Millis(0);
    pub const MINUTE: Millis = Millis(60_000);

    pub fn is_zero(&self) -> bool {
        *self == Millis::ZERO
    }

    pub fn minutes(count: i64) -> Millis {
        Millis(count.saturating_mul(60_000))
    }

    pub fn seconds(count: i64) -> Millis {
        Millis(count.saturating_mul(1_000))
    }

    /// Ages below zero count as zero.
    pub fn not_negative(self) -> Millis {
        Millis(self.0.max(0))
    }

    pub fn plus(self, other: Millis) -> Millis {
        Millis(self.0.saturating_add(other.0))
    }
}
