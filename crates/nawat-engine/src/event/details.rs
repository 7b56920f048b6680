//! What the larger events say.

use serde::{Deserialize, Serialize};

use crate::command::SeenStep;
use crate::counter::{CounterState, UndoneWhat};
use crate::ids::{AppointmentId, CounterId, Reference, SegmentId, ServiceId, VisitId};
use crate::time::Moment;
use crate::visit::{Channel, End, Place, Ticket};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketIssued {
    pub visit: VisitId,
    pub ticket: Ticket,
    pub reference: Reference,
    pub service: ServiceId,
    pub segment: SegmentId,
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub party: u16,
    pub channel: Channel,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Reference>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appointment: Option<AppointmentId>,
    /// Where its wait begins: now, or the slot of an appointment whose owner came early.
    pub since: Moment,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitEnded {
    pub visit: VisitId,
    pub end: End,
    /// The counter where it ended, if it ended at one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counter: Option<CounterId>,
    /// The main thing done, for whom was served: marked by the clerk, or the first completed, or the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub main: Option<ServiceId>,
}

/// Why a visit went into a line again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlacedFor {
    NextService,
    Resumed,
    CounterClosed,
    ReferralReturned,
}

/// A compensating event: what was taken back, and where visit and counter stand again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undone {
    pub what: UndoneWhat,
    /// Sequence of the first event taken back.
    pub seq: u64,
    pub visit: VisitId,
    pub counter: CounterId,
    /// Where the visit was; its queue, where the line it stood in is gone.
    pub place: Place,
    pub state: CounterState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConflictFound {
    pub kind: ConflictKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visit: Option<VisitId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ticket: Option<Ticket>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<SeenStep>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConflictKind {
    /// The number stands on another ticket.
    NumberTaken,
    /// The record knows the visit at another place since.
    VisitMovedOn,
    /// The record knows the counter busy with somebody else then.
    CounterBusyThen,
}

fn one() -> u16 {
    1
}

fn is_one(party: &u16) -> bool {
    *party == 1
}
