//! What people, devices and clocks may ask of the day.

use serde::{Deserialize, Serialize};

use crate::ids::{
    AppointmentId, CounterId, DeviceId, LeaseId, OutcomeId, ProfileId, ReasonId, Reference, SegmentId,
    SeriesId, ServiceId, StaffId, VisitId,
};
use crate::rules::{Hours, RulesRef};
use crate::time::{CivilDay, Millis, Moment};
use crate::visit::{Channel, Line, Placement, Rating, Ticket};

/// A command as it reached the day: who, when, what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub by: Actor,
    /// The hall clock now. A clock that lags behind the stream is stamped by order instead.
    pub at: Moment,
    /// When it happened in the hall, where that was earlier. Bounded by the day's opening and `at`.
    pub effective: Option<Moment>,
    pub command: Command,
}

/// Who speaks. Whether they may is the door's business; the engine keeps it for the record and for undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The centre itself: a timer, a start, a closing.
    Centre,
    Staff(StaffId),
    Device(DeviceId),
    /// The person whose ticket it is.
    Visitor,
    /// A program with a token that belongs to no one.
    Program,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    OpenDay(OpenDay),
    /// Rules published during the day.
    AdoptRules {
        rules: RulesRef,
    },
    /// `staff` is who will serve there; `None` where somebody opens it for another.
    OpenCounter {
        counter: CounterId,
        staff: Option<StaffId>,
        profile: Option<ProfileId>,
    },
    CloseCounter {
        counter: CounterId,
    },
    StartBreak {
        counter: CounterId,
        reason: ReasonId,
    },
    EndBreak {
        counter: CounterId,
    },
    MoveProfile {
        counter: CounterId,
        profile: ProfileId,
    },
    IssueTicket(IssueTicket),
    BookAppointment {
        slot: Moment,
        service: ServiceId,
        segment: SegmentId,
        reference: Reference,
    },
    CancelAppointment {
        appointment: AppointmentId,
    },
    CheckIn {
        appointment: AppointmentId,
        party: u16,
        channel: Channel,
    },
    CallNext {
        counter: CounterId,
    },
    /// Call a particular ticket, out of its order, with the reason.
    CallVisit {
        counter: CounterId,
        visit: VisitId,
        reason: ReasonId,
    },
    Recall {
        counter: CounterId,
    },
    Start {
        counter: CounterId,
    },
    Extend {
        counter: CounterId,
        by: Millis,
        reason: ReasonId,
    },
    /// `main`: this was the main thing done.
    EndStep {
        counter: CounterId,
        outcome: OutcomeId,
        main: bool,
    },
    /// One more service in the same visit, after those it has.
    AddService {
        visit: VisitId,
        service: ServiceId,
    },
    /// `service`: what is to be done there; `None` goes on with the same.
    Transfer {
        counter: CounterId,
        to: Line,
        service: Option<ServiceId>,
        placement: Placement,
    },
    Refer {
        counter: CounterId,
        reason: ReasonId,
        wants_back: bool,
    },
    AnswerReferral {
        visit: VisitId,
        answer: Answer,
    },
    Park {
        counter: CounterId,
        reason: ReasonId,
    },
    /// At a counter: served again at once. Without: back in line by its original arrival.
    Resume {
        visit: VisitId,
        counter: Option<CounterId>,
    },
    NoShow {
        counter: CounterId,
    },
    /// The person leaves the queue, or is sent another way.
    Leave {
        visit: VisitId,
        redirected: bool,
    },
    /// The person asks not to be called for a while; zero: “I am here”. What they are away for does not
    /// count as waiting.
    Delay {
        visit: VisitId,
        by: Millis,
    },
    ChangePriority {
        visit: VisitId,
        segment: SegmentId,
        reason: ReasonId,
    },
    /// The person says how it was.
    Rate {
        visit: VisitId,
        rating: Rating,
    },
    /// Take back the last command at this counter.
    Undo {
        counter: CounterId,
    },
    /// Ticket, call and start in one press.
    QuickServe {
        counter: CounterId,
        service: ServiceId,
        segment: SegmentId,
        reference: Reference,
        party: u16,
    },
    /// Telephone, e-mail, back office: counted beside visits.
    RecordWork {
        service: ServiceId,
        channel: WorkChannel,
        quantity: u32,
        counter: Option<CounterId>,
    },
    SuspendHall {
        reason: ReasonId,
    },
    ResumeHall,
    CloseTicketing,
    ReopenTicketing,
    LeaseNumbers {
        device: DeviceId,
        series: SeriesId,
        count: u32,
    },
    Observe(Observation),
    /// `heads`: what else of this centre moved since the last closing, told by the journal.
    CloseDay {
        carry_over: bool,
        heads: Vec<StreamHead>,
    },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenDay {
    pub date: CivilDay,
    pub rules: RulesRef,
    pub hours: Hours,
    /// Head of the day before, so that a missing day shows.
    pub previous: Option<StreamHead>,
    /// Nobody of flesh and blood will come: simulated people alone.
    pub synthetic: bool,
    /// Blocks of numbers that kiosks still hold from days before.
    pub leases: Vec<Lease>,
}

/// A stream with the sequence and hash of its last event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StreamHead {
    pub stream: String,
    pub seq: u64,
    #[serde(with = "crate::rules::hex32")]
    pub hash: [u8; 32],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IssueTicket {
    pub service: ServiceId,
    pub segment: SegmentId,
    pub party: u16,
    pub channel: Channel,
    pub reference: Reference,
    pub person: Option<Reference>,
}

/// A block of numbers lent to a device. It outlives the night; `day` is the day the numbers belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lease {
    pub id: LeaseId,
    pub device: DeviceId,
    pub series: SeriesId,
    pub day: CivilDay,
    pub first: u64,
    pub last: u64,
}

/// What a supervisor does with a referred visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Back to the same clerk, ahead of the line; to its queue if that counter is closed.
    Return,
    /// Completed by the supervisor.
    Done { outcome: OutcomeId },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkChannel {
    Telephone,
    Email,
    BackOffice,
}

/// What the hall lived through while the system was away, told afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Observation {
    /// A ticket on paper, or from a kiosk alone, whose owner still waits. Adds, and moves nobody.
    Ticket {
        ticket: Ticket,
        service: ServiceId,
        segment: SegmentId,
        party: u16,
        reference: Reference,
        at: Moment,
    },
    /// A whole finished visit of which the record knows nothing.
    Visit {
        ticket: Ticket,
        reference: Reference,
        party: u16,
        segment: SegmentId,
        arrived: Moment,
        step: SeenStep,
    },
    /// A visit that waits in the record was served meanwhile.
    Step { visit: VisitId, step: SeenStep },
}

/// One finished step as somebody saw it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenStep {
    pub service: ServiceId,
    pub counter: CounterId,
    pub called: Moment,
    pub started: Moment,
    pub ended: Moment,
    pub outcome: OutcomeId,
}
