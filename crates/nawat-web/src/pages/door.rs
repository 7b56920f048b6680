//! The door: a phone takes a ticket by itself, and what leads it there.

use askama::Template;

use super::frame::{Choice, Frame, Name};
use super::kiosk::{Hall, KioskService, Tile};
use super::qr::Qr;

/// The first touch: what one comes for.
#[derive(Debug, Template)]
#[template(path = "door.html")]
pub struct Door<'a> {
    pub f: &'a Frame<'a>,
    pub hall: Hall,
    pub tiles: Vec<Tile>,
    pub grants: Grants,
    /// What this phone has taken today and can still look at.
    pub own: Vec<OwnTicket>,
    pub code: String,
}

/// What a phone may still take today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grants {
    /// This centre gives no tickets to phones.
    Off,
    None,
    Left(u32),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnTicket {
    pub code: String,
    pub service: String,
    pub reference: String,
    pub ended: bool,
}

impl Door<'_> {
    pub fn gives(&self) -> bool {
        self.hall.gives_tickets() && matches!(self.grants, Grants::Left(_))
    }
}

/// The second touch: the service, what to bring, the ticket.
#[derive(Debug, Template)]
#[template(path = "door_service.html")]
pub struct DoorService<'a> {
    pub f: &'a Frame<'a>,
    pub kiosk: KioskService<'a>,
    pub segments: Vec<Choice>,
    pub party_max: u16,
    pub code: String,
    /// How many tickets this phone had when the page was made: the same press again leads to the same ticket.
    pub slot: usize,
}

impl DoorService<'_> {
    pub fn parties(&self) -> std::ops::RangeInclusive<u16> {
        self.kiosk.parties()
    }
}

/// A code that is not today's, or none at all.
#[derive(Debug, Template)]
#[template(path = "door_old.html")]
pub struct DoorOld<'a> {
    pub f: &'a Frame<'a>,
    pub own: Vec<OwnTicket>,
}

/// A day as the poster says it: “Thursday 26/11/2026”.
pub type DayWords = Name;

/// A sheet for the wall at the entrance.
#[derive(Debug, Template)]
#[template(path = "door_poster.html")]
pub struct Poster<'a> {
    pub f: &'a Frame<'a>,
    /// Where the code leads.
    pub link: String,
    pub qr: Option<Qr>,
    pub day: DayWords,
}

/// The screen at the entrance.
#[derive(Debug, Template)]
#[template(path = "door_code.html")]
pub struct Entrance<'a> {
    pub f: &'a Frame<'a>,
    pub qr: Option<Qr>,
    pub live: EntranceLive<'a>,
}

/// What changes on it: the day (with it the code), and whether tickets are given.
#[derive(Debug, Template)]
#[template(path = "door_code_live.html")]
pub struct EntranceLive<'a> {
    pub f: &'a Frame<'a>,
    pub day: DayWords,
    /// As 2026-11-26: where it differs from that of the page, the page is loaded anew.
    pub date: String,
    pub hall: Hall,
    pub waiting: u32,
}

impl askama::filters::HtmlSafe for EntranceLive<'_> {}
