//! The hall display: ticket and counter, large enough for the last row. Nothing on who or why.

use askama::Template;

use nawat_catalogue::Lang;

use super::frame::{Frame, Name, WaitRange};
use crate::media::Shown;
use crate::voice::Announcement;

#[derive(Debug, Template)]
#[template(path = "display.html")]
pub struct Display<'a> {
    pub f: &'a Frame<'a>,
    pub live: DisplayLive<'a>,
    /// The place of the live stream: another for each display that shows other queues.
    pub stream: String,
    /// The section whose calls alone are shown, by its name; a private one goes unnamed.
    pub section: Option<Name>,
    /// Pictures and films beside the calls; the browser shows one after another.
    pub beside: Vec<Shown>,
    /// Rendered without a live journal behind it.
    pub stale: bool,
}

#[derive(Debug, Template)]
#[template(path = "display_live.html")]
pub struct DisplayLive<'a> {
    pub f: &'a Frame<'a>,
    /// Newest first; the first one is shown large.
    pub calls: Vec<Call>,
    pub queues: Vec<QueueRow>,
    pub message: Option<Name>,
    pub hall: DisplayHall,
}

impl askama::filters::HtmlSafe for DisplayLive<'_> {}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DisplayHall {
    Open,
    Suspended,
    Closed,
}

/// A call. The same ticket called again is another call, with an id of its own: it flashes and chimes once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    pub id: u64,
    pub code: String,
    /// The label of the counter or room, as 6.
    pub place: String,
    pub room: bool,
    /// The last call before the ticket counts as not there.
    pub last_call: bool,
    /// When it was called, in milliseconds by the hall clock: an old call is shown, and not spoken any more.
    pub called_ms: i64,
}

/// One line of “waiting”. A private section has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueRow {
    pub name: Name,
    pub waiting: u32,
    pub wait: Option<WaitRange>,
}

/// Calls that fit below the newest one.
pub const RECENT: usize = 5;

impl DisplayLive<'_> {
    pub fn newest(&self) -> Option<&Call> {
        self.calls.first()
    }

    pub fn recent(&self) -> &[Call] {
        let end = self.calls.len().min(RECENT + 1);
        self.calls.get(1..end).unwrap_or_default()
    }

    /// Whether any queue tells a range: where none does, the column is not there.
    pub fn tells_waits(&self) -> bool {
        self.queues.iter().any(|row| row.wait.is_some())
    }
}

impl Call {
    /// What is spoken in the reader's language, as names of clips; empty where the sign bears no number.
    pub fn clips(&self, f: &Frame<'_>) -> String {
        self.clips_in(f.lang)
    }

    pub fn clips_other(&self, f: &Frame<'_>) -> String {
        self.clips_in(f.other_lang())
    }

    fn clips_in(&self, lang: Lang) -> String {
        let said = Announcement::of(&self.code, &self.place, self.room, self.last_call);
        said.map_or_else(String::new, |said| said.line(lang))
    }

    /// “Counter” or “room”, as a key of the texts.
    pub fn place_label(&self) -> &'static str {
        if self.room { "place-room.label" } else { "place-counter.label" }
    }

    /// The sentence that is spoken, as a key of the texts.
    pub fn voice_key(&self) -> &'static str {
        match (self.last_call, self.room) {
            (true, false) => "voice-last-counter",
            (true, true) => "voice-last-room",
            (false, false) => "voice-counter",
            (false, true) => "voice-room",
        }
    }
}
