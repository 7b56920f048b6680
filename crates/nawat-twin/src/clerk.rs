//! A simulated clerk: who it is, and what it remembers of its counter.

use nawat_engine::Actor;
use nawat_engine::counter::CounterState;
use nawat_engine::ids::{CounterId, ProfileId, StaffId};

/// Simulated staff have numbers from here on, so that they are never taken for somebody who signed in: a
/// clerk this plus the counter's number, the supervisor this.
pub const SIMULATED_STAFF: u32 = 1 << 31;

/// A simulated clerk at a counter.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clerk {
    pub usual: ProfileId,
    /// How the clerk left the counter. Found otherwise, somebody else acts there.
    pub left_it: CounterState,
    /// Somebody else acts there: theirs for the rest of the day.
    pub hands_off: bool,
    pub pause_due: bool,
}

pub(crate) fn staff_at(counter: CounterId) -> StaffId {
    StaffId(SIMULATED_STAFF | (u32::from(counter.0) + 1))
}

pub(crate) fn clerk_at(counter: CounterId) -> Actor {
    Actor::Staff(staff_at(counter))
}
