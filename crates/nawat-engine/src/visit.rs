//! One person's visit, and the steps it is made of.

use serde::{Deserialize, Serialize};

use crate::ids::{
    AppointmentId, CounterId, LeaseId, OutcomeId, QueueId, ReasonId, Reference, SegmentId, SeriesId,
    ServiceId, StaffId, StepId, VisitId,
};
use crate::rules::Rules;
use crate::time::{Millis, Moment};
use crate::why::Why;

/// What is printed on a ticket: the catalogue turns it into letters and digits. A leased number belongs to
/// its lease, which may be older than the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Ticket {
    pub series: SeriesId,
    pub number: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lease: Option<LeaseId>,
}

/// The way by which a person came into the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Kiosk,
    Reception,
    Phone,
    Counter,
    Appointment,
    Api,
    Paper,
}

/// The line that a waiting visit stands in: a queue, or one counter or person that it was sent to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Line {
    Queue(QueueId),
    Counter(CounterId),
    Staff(StaffId),
}

/// Where a visit is. It is always in exactly one of these places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    Waiting(Line),
    Called(CounterId),
    Serving(CounterId),
    Parked {
        reason: ReasonId,
    },
    /// Handed to a supervisor, by the counter that may want it back.
    Referred {
        reason: ReasonId,
        wants_back: Option<CounterId>,
    },
    Ended(End),
}

/// How a visit ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    Served,
    Left,
    NoShow,
    /// Sent another way: home, another centre, an appointment.
    Redirected,
    /// Still here when the day was closed.
    DayClosed,
    /// Goes on as a new visit of another day.
    CarriedOver,
}

/// Where a transferred visit stands in its new line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Placement {
    /// As if it had waited there since its ticket.
    OriginalArrival,
    /// With the priority that its waiting has gathered so far.
    Priority,
    /// As if it came just now.
    End,
}

/// A visit of the day. `since` and `credit` place it in its line: priority is
/// `credit + rate × (now − since)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    pub id: VisitId,
    pub ticket: Ticket,
    pub reference: Reference,
    /// Who it is, where the service asked for it: known to the people vault alone.
    pub person: Option<Reference>,
    pub segment: SegmentId,
    /// Persons standing behind this ticket, one at least.
    pub party: u16,
    pub channel: Channel,
    pub appointment: Option<AppointmentId>,
    pub place: Place,
    pub since: Moment,
    pub credit: i64,
    /// The same two as if it had waited in one line since its ticket: where a return to the original arrival
    /// places it. A changed rate is not retroactive here either.
    pub first_since: Moment,
    pub first_credit: i64,
    /// When the ticket was given, or the person checked in.
    pub arrived: Moment,
    /// Where the wait begins: the later of appointment slot and check-in.
    pub ready: Moment,
    /// The person asked not to be called before this moment.
    pub away_until: Option<Moment>,
    pub first_called: Option<Moment>,
    /// When it last left a line: from then on it gathers no priority.
    pub last_called: Option<Moment>,
    /// Time spent waiting after the first call: between services, after a transfer.
    pub later_wait: Millis,
    /// When it came to the place where it is now.
    pub moved: Moment,
    pub ended: Option<Moment>,
    /// The main thing done, as its end named it; [`crate::Day::main_step`] tells it of an open visit too.
    /// `None` also where nobody served this person.
    pub main: Option<ServiceId>,
    /// The step it waits for or is in.
    pub step: StepId,
    pub first_step: StepId,
    pub last_step: StepId,
    /// It was handed to a supervisor at least once.
    pub referred: bool,
    /// It came back from a supervisor and goes ahead of its line.
    pub ahead: bool,
    /// How often it was called, repeated calls among them.
    pub calls: u16,
    /// Sequence of the last call or repeated call: a display flashes once for each.
    pub call_seq: u64,
    /// Why it was the one to be called, the last time.
    pub why: Option<Why>,
    pub rating: Option<Rating>,
    /// Sequence of the last event that touched it.
    pub touched: u64,
}

/// What the person said of the visit. The last word counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// 1, not satisfied at all, to [`Rating::BEST`].
    pub score: u8,
    /// It was clear what happens next; `None`: not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clear: Option<bool>,
    /// Free words and a way to answer, where there are any: known to the people vault alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Reference>,
}

impl Rating {
    pub const BEST: u8 = 5;
}

/// One service of a visit. A transfer or a referral ends a step and begins another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub id: StepId,
    pub visit: VisitId,
    pub service: ServiceId,
    pub next: Option<StepId>,
    /// The allotted time, as the rules have it until the step is called, and what extensions added.
    pub allotted: Millis,
    pub extended: Millis,
    pub counter: Option<CounterId>,
    pub staff: Option<StaffId>,
    pub called: Option<Moment>,
    pub started: Option<Moment>,
    /// Time served before `started`, where the step was parked in between.
    pub spent: Millis,
    pub ended: Option<Moment>,
    pub close: Option<StepClose>,
    /// The clerk marked it as the main thing done.
    pub main: bool,
}

/// How a step closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepClose {
    Outcome(OutcomeId),
    Transferred,
    Referred,
    /// The visit ended while the step was open: day's end, or the person left a parked visit.
    Unfinished,
}

impl Visit {
    /// It waits, and its owner has asked not to be called yet.
    pub fn is_away(&self, now: Moment) -> bool {
        self.away_until.is_some_and(|until| until > now) && matches!(self.place, Place::Waiting(_))
    }

    /// It has not ended.
    pub fn is_open(&self) -> bool {
        !matches!(self.place, Place::Ended(_))
    }

    /// Keeps in the original arrival what was gathered at a rate that ends now.
    pub(crate) fn settle_first(&mut self, rate: u16, now: Moment) {
        let gathered = i64::from(rate).saturating_mul(now.after(self.first_since).not_negative().0);
        self.first_credit = self.first_credit.saturating_add(gathered);
        self.first_since = self.first_since.max(now);
    }

    /// From the ticket (for an appointment the later of slot and check-in) to the first call.
    pub fn wait(&self) -> Option<Millis> {
        self.first_called.map(|called| called.after(self.ready).not_negative())
    }

    /// The counter that has it now.
    pub fn counter(&self) -> Option<CounterId> {
        match self.place {
            Place::Called(counter) | Place::Serving(counter) => Some(counter),
            _ => None,
        }
    }
}

impl Step {
    /// Time served until `now`, all stretches added; what is over stands still.
    pub fn served(&self, now: Moment) -> Millis {
        match self.started {
            Some(started) => self.spent.plus(self.ended.unwrap_or(now).after(started).not_negative()),
            None => self.spent,
        }
    }

    /// It was served for at least a moment.
    pub fn was_served(&self) -> bool {
        self.started.is_some() || self.spent > Millis::ZERO
    }

    /// A person ended it. What the end of the visit cut short was ended by nobody.
    pub fn was_concluded(&self) -> bool {
        self.ended.is_some() && self.close != Some(StepClose::Unfinished)
    }

    /// It was closed with a code that completes the matter.
    pub fn completes(&self, rules: &Rules) -> bool {
        matches!(self.close, Some(StepClose::Outcome(outcome)) if rules.completes(outcome))
    }

    /// It is held against the promise of minutes at the counter: a person ended it, at a counter, and its
    /// service is a counter step. Interviews and inspections are none, nor is what a supervisor finished, nor
    /// what was cut short, which must not flatter the promise.
    pub fn counts_at_counter(&self, rules: &Rules) -> bool {
        self.was_concluded()
            && self.counter.is_some()
            && rules.service(self.service).is_some_and(|service| service.at_counter)
    }

    /// Its time served does not exceed the minutes allotted to its service. Extensions do not lengthen them.
    pub fn within_allotted(&self, now: Moment) -> bool {
        self.served(now) <= self.allotted
    }
}
