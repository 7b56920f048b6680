//! Why this person now: kept in the call's event, so that the question can always be answered.

use serde::{Deserialize, Serialize};

use crate::ids::{ReasonId, VisitId};

/// Why this person now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// First by level, then by priority; `over` was the next best.
    Next {
        level: u32,
        priority: i64,
        waiting: u32,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        over: Option<RunnerUp>,
    },
    /// Sent to this counter or to the person who serves there.
    Sent { waiting: u32 },
    /// Called out of its order.
    Particular { reason: ReasonId },
    /// Issued, called and started in one press.
    AtOnce,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunnerUp {
    pub visit: VisitId,
    pub level: u32,
    pub priority: i64,
}
