//! The supervisor's floor: every counter with its ring, every queue, and what waits for an answer.

use askama::Template;

use super::frame::{Choice, Frame, Tone};
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
    pub day: FloorDay,
    pub suspend_reasons: Vec<Choice>,
}

impl askama::filters::HtmlSafe for FloorLive<'_> {}

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
    pub name: String,
    pub waiting: u32,
    /// Whole minutes that the first in line has waited.
    pub longest: Option<u32>,
    pub counters: u32,
    pub tone: Tone,
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
}
