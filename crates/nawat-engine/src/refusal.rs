//! Why a command was not done. Refusals carry ids and become words only at the edge.
//!
//! Each decision checks in this order, and the first that matches wins:
//! 1. the day (`DayNotOpen` … `DayClosed`), 2. the claimed time (`EffectiveOutOfBounds`), 3. names that do
//!    not exist (`Unknown…`), 4. limits of the request itself (`Party…`, `Extension…`, `QuantityZero`), 5. the
//!    hall (`HallSuspended`, `TicketingClosed`, `HallFull`), 6. the counter's and the visit's state. Which
//!    outcomes fit is known only once the counter's visit is (`OutcomeNotOfService`), so that one comes last.
//!    Each decision's own comment gives its exact order.

use serde::{Deserialize, Serialize};

use crate::counter::CounterState;
use crate::ids::{
    AppointmentId, CounterId, LeaseId, OutcomeId, ProfileId, QueueId, ReasonId, SegmentId, SeriesId,
    ServiceId, StaffId, VisitId,
};
use crate::time::Moment;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    // 1. The day.
    DayNotOpen,
    DayAlreadyOpen,
    DayClosed,
    // 2. The claimed time.
    EffectiveOutOfBounds {
        opened: Moment,
        now: Moment,
    },
    StepTimesOutOfOrder,
    // 3. Names.
    UnknownRules {
        version: u32,
    },
    UnknownCounter {
        counter: CounterId,
    },
    UnknownService {
        service: ServiceId,
    },
    UnknownSegment {
        segment: SegmentId,
    },
    UnknownProfile {
        profile: ProfileId,
    },
    UnknownOutcome {
        outcome: OutcomeId,
    },
    UnknownReason {
        reason: ReasonId,
    },
    UnknownSeries {
        series: SeriesId,
    },
    UnknownQueue {
        queue: QueueId,
    },
    UnknownVisit {
        visit: VisitId,
    },
    UnknownAppointment {
        appointment: AppointmentId,
    },
    UnknownLease {
        lease: LeaseId,
    },
    /// The closing code belongs to other services.
    OutcomeNotOfService {
        outcome: OutcomeId,
        service: ServiceId,
    },
    /// The rules are not fit to live a day by: [`crate::rules::Rules::is_whole`].
    RulesNotWhole {
        version: u32,
    },
    // 4. The request itself.
    PartyEmpty,
    PartyTooLarge {
        most: u16,
    },
    ExtensionTooLong {
        most_minutes: u32,
    },
    ExtensionEmpty,
    /// Away for longer than the rules let anybody be.
    DelayTooLong {
        most_minutes: u32,
    },
    QuantityZero,
    /// An appointment of today lies within today's hours.
    SlotOutsideHours {
        opens: Moment,
        closes: Moment,
    },
    NumberOutsideLease {
        lease: LeaseId,
    },
    /// The number is given by this system itself: only leased or paper numbers are observed.
    NumberNotLeased,
    /// A score lies from 1 to 5.
    ScoreOutOfRange,
    // 5. The hall.
    HallSuspended,
    HallNotSuspended,
    TicketingClosed,
    TicketingNotClosed,
    HallFull {
        capacity: u32,
    },
    SeriesExhausted {
        series: SeriesId,
    },
    RulesDropQueue {
        queue: QueueId,
    },
    RulesDropCounter {
        counter: CounterId,
    },
    RulesDropService {
        service: ServiceId,
    },
    RulesDropSegment {
        segment: SegmentId,
    },
    // 6. Counter and visit.
    CounterClosed {
        counter: CounterId,
    },
    CounterAlreadyOpen {
        counter: CounterId,
    },
    CounterBusy {
        counter: CounterId,
        state: CounterState,
    },
    CounterNotOnBreak {
        counter: CounterId,
    },
    CounterNotCalling {
        counter: CounterId,
    },
    CounterNotServing {
        counter: CounterId,
    },
    StaffAtAnotherCounter {
        staff: StaffId,
        counter: CounterId,
    },
    NobodyWaiting {
        counter: CounterId,
    },
    VisitNotWaiting {
        visit: VisitId,
    },
    VisitNotParked {
        visit: VisitId,
    },
    VisitNotReferred {
        visit: VisitId,
    },
    VisitBeingServed {
        visit: VisitId,
    },
    VisitNotServed {
        visit: VisitId,
    },
    VisitEnded {
        visit: VisitId,
    },
    AppointmentNotOpen {
        appointment: AppointmentId,
    },
    SameLine,
    StaffNotHere {
        staff: StaffId,
    },
    NothingToUndo {
        counter: CounterId,
    },
    UndoNotYours {
        counter: CounterId,
    },
    UndoTooLate {
        counter: CounterId,
    },
    UndoOvertaken {
        counter: CounterId,
    },
}

impl Refusal {
    /// A stable code for pages, API and documents.
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::DayNotOpen => "day-not-open",
            Refusal::DayAlreadyOpen => "day-already-open",
            Refusal::DayClosed => "day-closed",
            Refusal::EffectiveOutOfBounds { .. } => "effective-out-of-bounds",
            Refusal::StepTimesOutOfOrder => "step-times-out-of-order",
            Refusal::UnknownRules { .. } => "unknown-rules",
            Refusal::UnknownCounter { .. } => "unknown-counter",
            Refusal::UnknownService { .. } => "unknown-service",
            Refusal::UnknownSegment { .. } => "unknown-segment",
            Refusal::UnknownProfile { .. } => "unknown-profile",
            Refusal::UnknownOutcome { .. } => "unknown-outcome",
            Refusal::UnknownReason { .. } => "unknown-reason",
            Refusal::UnknownSeries { .. } => "unknown-series",
            Refusal::UnknownQueue { .. } => "unknown-queue",
            Refusal::UnknownVisit { .. } => "unknown-visit",
            Refusal::UnknownAppointment { .. } => "unknown-appointment",
            Refusal::UnknownLease { .. } => "unknown-lease",
            Refusal::OutcomeNotOfService { .. } => "outcome-not-of-service",
            Refusal::RulesNotWhole { .. } => "rules-not-whole",
            Refusal::PartyEmpty => "party-empty",
            Refusal::PartyTooLarge { .. } => "party-too-large",
            Refusal::ExtensionTooLong { .. } => "extension-too-long",
            Refusal::ExtensionEmpty => "extension-empty",
            Refusal::DelayTooLong { .. } => "delay-too-long",
            Refusal::ScoreOutOfRange => "score-out-of-range",
            Refusal::QuantityZero => "quantity-zero",
            Refusal::SlotOutsideHours { .. } => "slot-outside-hours",
            Refusal::NumberOutsideLease { .. } => "number-outside-lease",
            Refusal::NumberNotLeased => "number-not-leased",
            Refusal::HallSuspended => "hall-suspended",
            Refusal::HallNotSuspended => "hall-not-suspended",
            Refusal::TicketingClosed => "ticketing-closed",
            Refusal::TicketingNotClosed => "ticketing-not-closed",
            Refusal::HallFull { .. } => "hall-full",
            Refusal::SeriesExhausted { .. } => "series-exhausted",
            Refusal::RulesDropQueue { .. } => "rules-drop-queue",
            Refusal::RulesDropCounter { .. } => "rules-drop-counter",
            Refusal::RulesDropService { .. } => "rules-drop-service",
            Refusal::RulesDropSegment { .. } => "rules-drop-segment",
            Refusal::CounterClosed { .. } => "counter-closed",
            Refusal::CounterAlreadyOpen { .. } => "counter-already-open",
            Refusal::CounterBusy { .. } => "counter-busy",
            Refusal::CounterNotOnBreak { .. } => "counter-not-on-break",
            Refusal::CounterNotCalling { .. } => "counter-not-calling",
            Refusal::CounterNotServing { .. } => "counter-not-serving",
            Refusal::StaffAtAnotherCounter { .. } => "staff-at-another-counter",
            Refusal::NobodyWaiting { .. } => "nobody-waiting",
            Refusal::VisitNotWaiting { .. } => "visit-not-waiting",
            Refusal::VisitNotParked { .. } => "visit-not-parked",
            Refusal::VisitNotReferred { .. } => "visit-not-referred",
            Refusal::VisitNotServed { .. } => "visit-not-served",
            Refusal::VisitBeingServed { .. } => "visit-being-served",
            Refusal::VisitEnded { .. } => "visit-ended",
            Refusal::AppointmentNotOpen { .. } => "appointment-not-open",
            Refusal::SameLine => "same-line",
            Refusal::StaffNotHere { .. } => "staff-not-here",
            Refusal::NothingToUndo { .. } => "nothing-to-undo",
            Refusal::UndoNotYours { .. } => "undo-not-yours",
            Refusal::UndoTooLate { .. } => "undo-too-late",
            Refusal::UndoOvertaken { .. } => "undo-overtaken",
        }
    }
}
