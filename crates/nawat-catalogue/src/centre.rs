//! A centre with everything that is defined of it. Each thing has a key that files, streams and scripts
//! name it by; the order is the order of the files, and is the order of lists on screens.

use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::lang::Words;
use crate::service::Service;

/// What is published into the catalogue's stream.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Centre {
    pub key: String,
    pub name: Words,
    /// The house that it belongs to, such as the ministry.
    pub owner: Words,
    /// Where it is, in a line.
    #[serde(default)]
    pub place: Option<Words>,
    /// Digits as people dial them.
    #[serde(default)]
    pub telephone: Option<String>,
    pub limits: Limits,
    pub kinds: Vec<Kind>,
    pub sections: Vec<Section>,
    pub queues: Vec<Queue>,
    pub series: Vec<Series>,
    pub services: Vec<Service>,
    pub segments: Vec<Segment>,
    pub profiles: Vec<Profile>,
    pub counters: Vec<Counter>,
    pub outcomes: Vec<Outcome>,
    pub reasons: Vec<Reason>,
    pub calendar: Calendar,
    pub texts: WordsFiles,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// People that the hall may hold, companions too. `None`: no limit.
    pub capacity: Option<u32>,
    /// The promise: no step at a counter is allotted more minutes.
    pub counter_minutes: u16,
    /// The largest group one ticket may stand for.
    pub party_max: u16,
    /// How far one extension may go, in minutes.
    pub extension_max_minutes: u16,
    /// How long a waiting person may ask not to be called, in minutes. Zero: not at all.
    #[serde(default)]
    pub delay_max_minutes: u16,
    /// Tickets that one phone may take at the door in a day. Zero: none are given to phones.
    #[serde(default = "phone_tickets", skip_serializing_if = "is_usual")]
    pub phone_tickets: u16,
    /// How long one's own last command may be taken back, in seconds.
    pub undo_seconds: u16,
}

/// What a centre grants that says nothing of phones. Left out where it is written down, so that what was
/// published before keeps its hash.
pub(crate) fn phone_tickets() -> u16 {
    2
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
fn is_usual(tickets: &u16) -> bool {
    *tickets == phone_tickets()
}

/// How a received customer is counted: each once, under one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kind {
    pub key: String,
    pub name: Words,
    pub section: String,
    /// The kind of every visit that was handed to a supervisor, whatever it began as. No service has it.
    pub referral: bool,
    /// Counted among the new applications of the period statistics, and as which.
    pub new_application: Option<NewApplication>,
}

/// The two sorts of new applications that the period statistics tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NewApplication {
    /// Social housing finance with banks.
    Mazaya,
    /// Any other service of the house.
    Other,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub key: String,
    pub name: Words,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Queue {
    pub key: String,
    pub name: Words,
    /// The display tells where to go, and nothing of what it is about.
    pub private: bool,
}

/// A run of ticket numbers under one prefix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    pub key: String,
    /// One Latin letter that no one can mistake in either language.
    pub prefix: char,
    pub first: u64,
    pub last: u64,
}

/// A group of visitors whose priority grows at one rate while they wait.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    pub key: String,
    pub name: Words,
    /// Strict: a higher level goes before all below it, however long they waited.
    pub level: u8,
    pub rate: u16,
    /// Given by itself on this occasion.
    pub occasion: Option<Occasion>,
    /// The person may say so at the kiosk; otherwise reception does, with a reason.
    pub at_kiosk: bool,
}

/// What puts a person into a segment without anybody choosing it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    WalkIn,
    Appointment,
    Returning,
}

/// The queues that a counter takes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    pub key: String,
    pub name: Words,
    pub takes: Vec<Take>,
}

/// One queue of a profile. Orders are strict levels (0 first), weights multiply; a profile uses one of both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Take {
    pub queue: String,
    pub order: u8,
    pub weight: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counter {
    pub key: String,
    /// The number on its sign.
    pub number: u16,
    pub place: Place,
    /// The profile it opens with unless another one is named.
    pub profile: String,
}

/// What the display and the voice send people to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    Counter,
    /// With a door.
    Room,
}

impl Counter {
    /// “Counter 6”, “Room 2”.
    pub fn name(&self) -> Words {
        let (ar, en) = match self.place {
            Place::Counter => ("شباك", "Counter"),
            Place::Room => ("مكتب", "Room"),
        };
        Words { ar: format!("{ar} {}", self.number), en: format!("{en} {}", self.number) }
    }

    pub fn is_room(&self) -> bool {
        self.place == Place::Room
    }
}

/// How a step ended: a closing code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub key: String,
    /// Short enough for a button.
    pub name: Words,
    /// The matter was completed, not merely looked at.
    pub completes: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    pub key: String,
    pub name: Words,
    /// Where it may be given.
    pub uses: Vec<ReasonFor>,
}

/// What staff must give a reason for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReasonFor {
    Extend,
    Refer,
    Park,
    Priority,
    Break,
    Suspend,
    CallParticular,
}

impl ReasonFor {
    pub const ALL: [ReasonFor; 7] = [
        ReasonFor::Extend,
        ReasonFor::Refer,
        ReasonFor::Park,
        ReasonFor::Priority,
        ReasonFor::Break,
        ReasonFor::Suspend,
        ReasonFor::CallParticular,
    ];

    pub fn key(self) -> &'static str {
        match self {
            ReasonFor::Extend => "extend",
            ReasonFor::Refer => "refer",
            ReasonFor::Park => "park",
            ReasonFor::Priority => "priority",
            ReasonFor::Break => "break",
            ReasonFor::Suspend => "suspend",
            ReasonFor::CallParticular => "call_particular",
        }
    }
}

/// The centre's own sentences as Fluent sources, from `texts/ar.ftl` and `texts/en.ftl`; they go before the
/// program's own where both have the same key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordsFiles {
    pub ar: String,
    pub en: String,
}

impl WordsFiles {
    pub fn in_lang(&self, lang: crate::Lang) -> &str {
        match lang {
            crate::Lang::Ar => &self.ar,
            crate::Lang::En => &self.en,
        }
    }
}

impl Centre {
    /// Such as `Asia/Bahrain`.
    pub fn time_zone(&self) -> &str {
        self.calendar.zone.name()
    }

    pub fn service(&self, key: &str) -> Option<&Service> {
        self.services.iter().find(|service| service.key == key)
    }

    pub fn kind(&self, key: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.key == key)
    }

    pub fn queue(&self, key: &str) -> Option<&Queue> {
        self.queues.iter().find(|queue| queue.key == key)
    }

    /// The kind of every referred visit.
    pub fn referral_kind(&self) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.referral)
    }

    /// The segment that a person is put into by itself on this occasion; where the centre names none, that
    /// of a walk-in.
    pub fn segment_for(&self, occasion: Occasion) -> Option<&Segment> {
        let given = |occasion| self.segments.iter().find(|segment| segment.occasion == Some(occasion));
        given(occasion).or_else(|| given(Occasion::WalkIn))
    }

    /// The reasons that may be given for this, in the order of the file.
    pub fn reasons_for(&self, what: ReasonFor) -> impl Iterator<Item = &Reason> {
        self.reasons.iter().filter(move |reason| reason.uses.contains(&what))
    }

    /// Services that wait in this queue.
    pub fn services_of_queue<'a>(&'a self, queue: &'a str) -> impl Iterator<Item = &'a Service> {
        self.services.iter().filter(move |service| service.queue == queue)
    }
}
