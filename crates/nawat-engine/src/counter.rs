//! A counter and what stands before it.

use serde::{Deserialize, Serialize};

use crate::command::Actor;
use crate::ids::{CounterId, ProfileId, ReasonId, StaffId, VisitId};
use crate::time::{Millis, Moment};
use crate::visit::{Step, Visit};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CounterState {
    Closed,
    Idle,
    Calling(VisitId),
    Serving(VisitId),
    OnBreak { reason: ReasonId },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counter {
    pub id: CounterId,
    pub state: CounterState,
    /// Since when it is in this state.
    pub since: Moment,
    pub profile: ProfileId,
    pub staff: Option<StaffId>,
    pub today: Tally,
    /// Sequence of the last event that touched it.
    pub touched: u64,
}

/// What a counter did today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Visits that ended here, served.
    pub served: u32,
    /// Steps ended here whose service is held against the promise of minutes, and those within it.
    pub steps: u32,
    pub within_allotted: u32,
    pub serving: Millis,
}

/// The last command of a counter that may be taken back, with what it changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undoable {
    /// Sequence of the command's first and last event.
    pub first: u64,
    pub last: u64,
    pub by: Actor,
    pub at: Moment,
    pub what: UndoneWhat,
    pub before: Before,
}

/// The commands that can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UndoneWhat {
    Call,
    Start,
    End,
    NoShow,
    Park,
    Transfer,
}

/// Visit, step and counter as they stood before the command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    pub visit: Visit,
    pub step: Step,
    pub counter: Counter,
}

impl Counter {
    pub fn closed(id: CounterId, profile: ProfileId) -> Counter {
        Counter {
            id,
            state: CounterState::Closed,
            since: Moment(0),
            profile,
            staff: None,
            today: Tally::default(),
            touched: 0,
        }
    }

    pub fn is_open(&self) -> bool {
        self.state != CounterState::Closed
    }

    /// The visit that it calls or serves.
    pub fn visit(&self) -> Option<VisitId> {
        match self.state {
            CounterState::Calling(visit) | CounterState::Serving(visit) => Some(visit),
            _ => None,
        }
    }
}
