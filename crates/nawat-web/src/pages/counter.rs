//! The counter: one large button that goes on with the work, the ring, the person's ticket, and a key for
//! everything.

use askama::Template;

use super::frame::{Choice, Frame, Tone};
use super::ring::{EmptyRing, Ring};

#[derive(Debug, Template)]
#[template(path = "counter.html")]
pub struct CounterPage<'a> {
    pub f: &'a Frame<'a>,
    pub id: u16,
    pub label: String,
    pub room: bool,
    pub live: CounterLive<'a>,
}

#[derive(Debug, Template)]
#[template(path = "counter_live.html")]
pub struct CounterLive<'a> {
    pub f: &'a Frame<'a>,
    pub id: u16,
    pub label: String,
    pub room: bool,
    /// The work profile in words: what it takes.
    pub takes: String,
    pub desk: Desk,
    /// Who comes next here, by the engine's own order.
    pub next: Vec<NextVisit>,
    /// All who wait for this counter, those of `next` among them.
    pub waiting: u32,
    /// How the order comes about, in a sentence.
    pub order: String,
    pub parked: Vec<ParkedVisit>,
    pub today: OwnToday,
    pub undo: Option<Undo>,
    /// The hall is suspended, with the reason.
    pub suspended: Option<String>,
    pub choices: Choices,
}

impl askama::filters::HtmlSafe for CounterLive<'_> {}

/// What the counter is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Desk {
    Closed,
    Idle { since_ms: i64 },
    Calling { visit: Visit, since_ms: i64 },
    Serving { visit: Visit, ring: Ring },
    OnBreak { reason: String, since_ms: i64 },
}

/// The visit at this counter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    pub id: u32,
    pub code: String,
    pub segment: Option<String>,
    pub party: u32,
    /// Local times: ticket, this call, start of this step.
    pub arrived: String,
    pub called: Option<String>,
    pub started: Option<String>,
    /// Whole minutes waited until the first call.
    pub waited: u32,
    pub calls: u32,
    /// Why this person, now.
    pub why: String,
    pub service: String,
    /// Services of this visit still to come, and those that are done.
    pub later: Vec<String>,
    pub done: Vec<String>,
    /// What the person should have brought.
    pub bring: Vec<String>,
    /// Closing codes of this service, in their order of use.
    pub outcomes: Vec<Outcome>,
    /// It came back from a supervisor, or from being parked.
    pub returned: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub value: String,
    pub label: String,
    /// It completes the matter.
    pub completes: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextVisit {
    pub id: u32,
    pub code: String,
    pub service: String,
    pub segment: Option<String>,
    pub waited: u32,
    /// Why it stands here, in a few words, where arrival alone does not say it.
    pub why: Option<String>,
    pub tone: Tone,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParkedVisit {
    pub id: u32,
    pub code: String,
    pub reason: String,
    pub minutes: u32,
}

/// The clerk's own day; no comparison with others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OwnToday {
    pub served: u32,
    pub steps: u32,
    pub within: u32,
}

/// The last command that may be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undo {
    pub what: String,
    /// When it can no longer be taken back, on the hall clock.
    pub until_ms: i64,
}

/// What the forms of this counter offer. Each `value` is the id that is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    pub profiles: Vec<Choice>,
    pub break_reasons: Vec<Choice>,
    pub extend_reasons: Vec<Choice>,
    pub extend_minutes: Vec<u32>,
    pub refer_reasons: Vec<Choice>,
    pub park_reasons: Vec<Choice>,
    pub call_reasons: Vec<Choice>,
    pub services: Vec<Choice>,
    pub segments: Vec<Choice>,
    pub queues: Vec<Choice>,
    pub counters: Vec<Choice>,
}

impl CounterLive<'_> {
    /// The visit that is called or served here.
    pub fn visit(&self) -> Option<&Visit> {
        match &self.desk {
            Desk::Calling { visit, .. } | Desk::Serving { visit, .. } => Some(visit),
            _ => None,
        }
    }

    pub fn state_class(&self) -> &'static str {
        match self.desk {
            Desk::Closed => "closed",
            Desk::Idle { .. } => "idle",
            Desk::Calling { .. } => "calling",
            Desk::Serving { .. } => "serving",
            Desk::OnBreak { .. } => "on-break",
        }
    }

    pub fn idle(&self) -> bool {
        matches!(self.desk, Desk::Idle { .. })
    }

    pub fn place_key(&self) -> &'static str {
        if self.room { "place-room" } else { "place-counter" }
    }
}

/// The choice of a counter, after signing in.
#[derive(Debug, Template)]
#[template(path = "counter_choice.html")]
pub struct CounterChoice<'a> {
    pub f: &'a Frame<'a>,
    pub desks: Vec<DeskChoice>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskChoice {
    pub id: u16,
    pub label: String,
    pub room: bool,
    pub takes: String,
    /// Who sits there, where somebody does.
    pub taken_by: Option<String>,
    pub open: bool,
    /// It is this person's own desk of now.
    pub mine: bool,
}

impl DeskChoice {
    pub fn place_label(&self) -> &'static str {
        if self.room { "place-room.label" } else { "place-counter.label" }
    }
}
