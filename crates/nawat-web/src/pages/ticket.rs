//! The ticket on the phone: number, people ahead, what to do now.

use askama::Template;

use super::frame::{Frame, WaitRange};
use super::rating::{Face, SCORES};

#[derive(Debug, Template)]
#[template(path = "ticket.html")]
pub struct TicketPage<'a> {
    pub f: &'a Frame<'a>,
    /// The unguessable name in the link.
    pub reference: String,
    pub live: TicketLive<'a>,
}

#[derive(Debug, Template)]
#[template(path = "ticket_live.html")]
pub struct TicketLive<'a> {
    pub f: &'a Frame<'a>,
    pub reference: String,
    pub code: String,
    pub service: String,
    pub state: TicketState,
    pub bring: Vec<String>,
    /// Why it stands where it stands, in a sentence.
    pub order: String,
    /// It may be rated: what was said so far, if anything.
    pub rating: Option<Option<u8>>,
    /// How many came later and are called earlier all the same.
    pub overtaken: u32,
    /// Minutes by which its owner may ask to be called later.
    pub delays: Vec<u32>,
    /// The hall is suspended.
    pub suspended: bool,
}

impl askama::filters::HtmlSafe for TicketLive<'_> {}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TicketState {
    Waiting {
        ahead: u32,
        wait: Option<WaitRange>,
        /// A local time until which its owner may be elsewhere, as 10:52.
        free_until: Option<String>,
    },
    /// Its owner asked not to be called before this local time.
    Away {
        until: String,
        ahead: u32,
    },
    /// Go to the counter or room now.
    Called {
        place: String,
        room: bool,
        last_call: bool,
    },
    Serving {
        place: String,
        room: bool,
    },
    /// It waits for a paper, or for a supervisor.
    Parked,
    Referred,
    Done,
    Left,
    NoShow,
    DayEnded,
}

impl TicketState {
    /// It may still leave the queue.
    pub fn may_leave(&self) -> bool {
        matches!(self, TicketState::Waiting { .. } | TicketState::Away { .. } | TicketState::Parked)
    }

    pub fn ended(&self) -> bool {
        matches!(self, TicketState::Done | TicketState::Left | TicketState::NoShow | TicketState::DayEnded)
    }
}

/// A range drawn on a line of one hour that begins where reading begins.
#[derive(Clone, Copy, Debug)]
pub struct HourLine {
    x: u32,
    width: u32,
}

impl HourLine {
    pub fn of(range: &WaitRange, right_to_left: bool) -> HourLine {
        let (from, width) = on_the_hour(*range);
        HourLine { x: if right_to_left { 100 - from - width } else { from }, width }
    }
}

impl std::fmt::Display for HourLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            r#"<svg class="hour" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="hour-all" width="100" height="4" rx="1"/><rect class="hour-range" x="{}" width="{}" height="4" rx="1"/></svg>"#,
            self.x, self.width
        )
    }
}

impl askama::filters::HtmlSafe for HourLine {}

/// Where a range lies on a line of one hour, in per cent of it.
pub fn on_the_hour(range: WaitRange) -> (u32, u32) {
    let part = |minutes: u32| minutes.min(60) * 100 / 60;
    let from = part(range.from).min(96);
    (from, part(range.to).saturating_sub(from).max(4))
}

/// A link that is not alive: another day's, or nobody's.
#[derive(Debug, Template)]
#[template(path = "dead_link.html")]
pub struct DeadLink<'a> {
    pub f: &'a Frame<'a>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_stays_on_its_line() {
        for (from, to, expected) in
            [(12, 19, (20, 11)), (0, 0, (0, 4)), (70, 90, (96, 4)), (30, 90, (50, 50))]
        {
            assert_eq!(on_the_hour(WaitRange { from, to }), expected, "{from}–{to}");
        }
    }
}
