//! What happened. Events are all that is kept; the same events always make the same day.

use serde::{Deserialize, Serialize};

mod details;

use crate::command::{Actor, Answer, Lease, SeenStep, StreamHead, WorkChannel};
use crate::ids::{
    AppointmentId, CounterId, OutcomeId, ProfileId, ReasonId, Reference, SegmentId, ServiceId, StaffId,
    VisitId,
};
use crate::rules::{Hours, RulesRef};
use crate::time::{CivilDay, Millis, Moment};
use crate::visit::{Line, Placement, Rating};

pub use crate::why::{RunnerUp, Why};
pub use details::{ConflictFound, ConflictKind, PlacedFor, TicketIssued, Undone, VisitEnded};

/// An event with its place in the stream and its two times. `recorded` never runs back; `effective` is
/// when it happened in the hall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub seq: u64,
    pub recorded: Moment,
    pub effective: Moment,
    pub entry: Entry,
}

/// What the journal keeps as an event's payload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub by: Actor,
    /// Made by simulated people: never to be mistaken for what a centre lived.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub synthetic: bool,
    /// The first of a command's events says so, so that commands can be told apart again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub first: bool,
    pub event: Event,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    DayOpened {
        date: CivilDay,
        rules: RulesRef,
        hours: Hours,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        previous: Option<StreamHead>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        leases: Vec<Lease>,
    },
    RulesAdopted {
        rules: RulesRef,
    },
    CounterOpened {
        counter: CounterId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        staff: Option<StaffId>,
        profile: ProfileId,
    },
    CounterClosed {
        counter: CounterId,
    },
    BreakStarted {
        counter: CounterId,
        reason: ReasonId,
    },
    BreakEnded {
        counter: CounterId,
    },
    ProfileMoved {
        counter: CounterId,
        profile: ProfileId,
    },
    TicketIssued(TicketIssued),
    AppointmentBooked {
        appointment: AppointmentId,
        slot: Moment,
        service: ServiceId,
        segment: SegmentId,
        reference: Reference,
    },
    AppointmentCancelled {
        appointment: AppointmentId,
    },
    VisitCalled {
        visit: VisitId,
        counter: CounterId,
        why: Why,
    },
    VisitRecalled {
        visit: VisitId,
        counter: CounterId,
    },
    ServiceStarted {
        visit: VisitId,
        counter: CounterId,
    },
    ServiceExtended {
        visit: VisitId,
        counter: CounterId,
        by: Millis,
        reason: ReasonId,
    },
    ServiceAdded {
        visit: VisitId,
        service: ServiceId,
    },
    StepEnded {
        visit: VisitId,
        counter: CounterId,
        outcome: OutcomeId,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        main: bool,
    },
    /// The visit went (back) into a line: for its next service, from a parking, because its counter closed.
    VisitPlaced {
        visit: VisitId,
        /// The counter that it comes from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        counter: Option<CounterId>,
        line: Line,
        since: Moment,
        credit: i64,
        cause: PlacedFor,
    },
    Transferred {
        visit: VisitId,
        counter: CounterId,
        service: ServiceId,
        line: Line,
        since: Moment,
        credit: i64,
        placement: Placement,
    },
    VisitReferred {
        visit: VisitId,
        counter: CounterId,
        reason: ReasonId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        wants_back: Option<CounterId>,
    },
    ReferralAnswered {
        visit: VisitId,
        answer: Answer,
    },
    VisitParked {
        visit: VisitId,
        counter: CounterId,
        reason: ReasonId,
    },
    VisitResumed {
        visit: VisitId,
        counter: CounterId,
    },
    /// Not to be called before `until`; `since` is the effective arrival, later by the time away.
    VisitDelayed {
        visit: VisitId,
        until: Moment,
        since: Moment,
    },
    PriorityChanged {
        visit: VisitId,
        segment: SegmentId,
        since: Moment,
        credit: i64,
        reason: ReasonId,
    },
    VisitEnded(VisitEnded),
    VisitRated {
        visit: VisitId,
        rating: Rating,
    },
    Undone(Box<Undone>),
    WorkRecorded {
        service: ServiceId,
        channel: WorkChannel,
        quantity: u32,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        counter: Option<CounterId>,
    },
    HallSuspended {
        reason: ReasonId,
    },
    HallResumed,
    TicketingClosed,
    TicketingReopened,
    NumbersLeased {
        lease: Lease,
    },
    StepObserved {
        visit: VisitId,
        step: SeenStep,
    },
    /// What was seen contradicts the record: a person must settle it.
    ConflictFound(Box<ConflictFound>),
    DayClosed {
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        heads: Vec<StreamHead>,
    },
}

impl Event {
    /// The visit and the counter that the event touches: what was done to them before can no longer be
    /// taken back.
    pub fn touches(&self) -> (Option<VisitId>, Option<CounterId>) {
        match self {
            Event::CounterOpened { counter, .. }
            | Event::CounterClosed { counter }
            | Event::BreakStarted { counter, .. }
            | Event::BreakEnded { counter }
            | Event::ProfileMoved { counter, .. } => (None, Some(*counter)),
            Event::VisitCalled { visit, counter, .. }
            | Event::VisitRecalled { visit, counter }
            | Event::ServiceStarted { visit, counter }
            | Event::ServiceExtended { visit, counter, .. }
            | Event::StepEnded { visit, counter, .. }
            | Event::Transferred { visit, counter, .. }
            | Event::VisitReferred { visit, counter, .. }
            | Event::VisitParked { visit, counter, .. }
            | Event::VisitResumed { visit, counter } => (Some(*visit), Some(*counter)),
            Event::VisitPlaced { visit, counter, .. } => (Some(*visit), *counter),
            Event::VisitEnded(ended) => (Some(ended.visit), ended.counter),
            Event::Undone(undone) => (Some(undone.visit), Some(undone.counter)),
            Event::TicketIssued(issued) => (Some(issued.visit), None),
            Event::ServiceAdded { visit, .. }
            | Event::ReferralAnswered { visit, .. }
            | Event::VisitDelayed { visit, .. }
            | Event::VisitRated { visit, .. }
            | Event::PriorityChanged { visit, .. } => (Some(*visit), None),
            Event::StepObserved { visit, step } => (Some(*visit), Some(step.counter)),
            Event::DayOpened { .. }
            | Event::RulesAdopted { .. }
            | Event::AppointmentBooked { .. }
            | Event::AppointmentCancelled { .. }
            | Event::WorkRecorded { .. }
            | Event::HallSuspended { .. }
            | Event::HallResumed
            | Event::TicketingClosed
            | Event::TicketingReopened
            | Event::NumbersLeased { .. }
            | Event::ConflictFound(_)
            | Event::DayClosed { .. } => (None, None),
        }
    }
}
