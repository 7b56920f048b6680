//! The supervisor's floor: every counter with its ring, every queue, and what waits for an answer.

use askama::Template;
use nawat_catalogue::Arg;

use super::frame::{Choice, Frame, Tone, WaitRange};
use super::help::HelpAlert;
use super::ring::{EmptyRing, Ring};

#[derive(Debug, Template)]
#[template(path = "floor.html")]
pub struct FloorPage<'a> {
    pub f: &'a Frame<'a>,
    pub live: FloorLive<'a>,
}

#[derive(Debug, Template)]
#[template(path = "floor_live.html")]
pub struct FloorLive<'a> {
    pub f: &'a Frame<'a>,
    pub waiting: u32,
    pub served: u32,
    /// Steps ended today, and those of them within their allotted time.
    pub steps: u32,
    pub within: u32,
    pub counters: Vec<FloorCounter>,
    pub queues: Vec<FloorQueue>,
    pub referred: Vec<ReferredVisit>,
    pub alerts: Vec<Alert>,
    pub help: Vec<HelpAlert>,
    pub day: FloorDay,
    pub choices: FloorChoices,
}

/// What the forms of the floor offer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FloorChoices {
    pub profiles: Vec<Choice>,
    /// Who may sit at a counter and sits at none.
    pub officers: Vec<Choice>,
    pub groups: Vec<Choice>,
    pub priority_reasons: Vec<Choice>,
    pub suspend_reasons: Vec<Choice>,
}

impl askama::filters::HtmlSafe for FloorLive<'_> {}

/// A button that names a place: “Open room 10”.
fn to_place(f: &Frame<'_>, key: &str, place: &str) -> String {
    f.words.say_with(key, &[("what", Arg::from(place))])
}

/// “Move counter 5 to: Applications first”.
fn counter_profile(f: &Frame<'_>, place: &str, profile: &str) -> String {
    let values = [("counter", Arg::from(place)), ("profile", Arg::from(profile))];
    f.words.say_with("remedy-profile", &values)
}

/// The day, as far as its own commands go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FloorDay {
    NotOpen,
    Open { suspended: Option<String>, ticketing: bool },
    Closed,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FloorCounter {
    pub id: u16,
    pub label: String,
    pub state: FloorState,
    pub profile: String,
    /// The profile that it has, or would open with, as forms name it.
    pub profile_id: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FloorState {
    Closed,
    Idle { since_ms: i64, people_wait: bool },
    Calling { code: String, since_ms: i64 },
    Serving { code: String, ring: Ring },
    OnBreak { reason: String, since_ms: i64 },
}

impl FloorCounter {
    pub fn closed(&self) -> bool {
        self.state == FloorState::Closed
    }

    pub fn class(&self) -> &'static str {
        match &self.state {
            FloorState::Closed => "closed",
            FloorState::Idle { people_wait: true, .. } => "idle",
            FloorState::Idle { .. } => "rest",
            FloorState::Calling { .. } => "calling",
            FloorState::OnBreak { .. } => "pause",
            FloorState::Serving { ring, .. } => ring.stand().class(),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FloorQueue {
    pub id: u16,
    pub name: String,
    pub waiting: u32,
    /// Whole minutes that the first in line has waited.
    pub longest: Option<u32>,
    pub counters: u32,
    /// How long somebody who comes now will wait.
    pub wait: Option<WaitRange>,
    pub tone: Tone,
    /// Who has waited longest first; the first few of a long line.
    pub line: Vec<WaitingVisit>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingVisit {
    pub id: u32,
    pub code: String,
    pub service: String,
    pub group: Option<String>,
    /// Whole minutes.
    pub waited: u32,
    pub tone: Tone,
    /// Asked not to be called yet.
    pub away: bool,
}

impl FloorQueue {
    /// Who waits beyond those that are listed.
    pub fn more(&self) -> u32 {
        self.waiting.saturating_sub(u32::try_from(self.line.len()).unwrap_or(u32::MAX))
    }
}

/// A visit that a clerk handed up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferredVisit {
    pub id: u32,
    pub code: String,
    pub service: String,
    pub reason: String,
    /// The label of the counter that referred it, and whether its clerk wants it back.
    pub from: String,
    pub wants_back: bool,
    pub minutes: u32,
    /// Closing codes for the supervisor who completes it.
    pub outcomes: Vec<Choice>,
}

/// When, why, and what would help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    pub tone: Tone,
    pub what: String,
    pub why: String,
    pub remedies: Vec<Remedy>,
}

/// The button that helps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Go and see: the counter's page.
    See {
        counter: u16,
        place: String,
    },
    Extend {
        counter: u16,
        minutes: u32,
        reasons: Vec<Choice>,
    },
    Open {
        counter: u16,
        place: String,
        profile: u16,
    },
    Profile {
        counter: u16,
        place: String,
        profile: u16,
        name: String,
    },
    Devices,
}
