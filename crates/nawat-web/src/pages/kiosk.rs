//! The kiosk: two touches to a ticket. First the service, in both languages at once; then what to bring, how
//! many wait, another way, and the ticket. Plain forms throughout.

use askama::Template;

use super::frame::{Choice, Frame, Name, WaitRange};
use super::qr::Qr;

/// The first screen.
#[derive(Debug, Template)]
#[template(path = "kiosk.html")]
pub struct KioskHome<'a> {
    pub f: &'a Frame<'a>,
    pub live: KioskTiles<'a>,
    /// A person at reception can be asked to come to the kiosk.
    pub help: bool,
    /// Appointments can be checked in here.
    pub appointments: bool,
}

/// What changes on the first screen: the hall's state and the tiles.
#[derive(Debug, Template)]
#[template(path = "kiosk_live.html")]
pub struct KioskTiles<'a> {
    pub f: &'a Frame<'a>,
    pub hall: Hall,
    pub tiles: Vec<Tile>,
}

impl askama::filters::HtmlSafe for KioskTiles<'_> {}

/// Whether tickets are given, and what to say where they are not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hall {
    /// Open until a local time, as 14:00.
    Open { until: String },
    /// Suspended (prayer, drill …): tickets are still given where the rules allow it.
    Suspended,
    /// Full: other ways are offered.
    Full,
    /// No more tickets today.
    TicketingClosed,
    /// Closed, with the next opening in words where it is known.
    Closed { opens: Option<Name> },
}

impl Hall {
    pub fn gives_tickets(&self) -> bool {
        matches!(self, Hall::Open { .. })
    }
}

/// A queue's services, as one tile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tile {
    pub queue: u16,
    pub name: Name,
    /// A few words on what belongs here.
    pub about: Name,
    pub icon: String,
    pub waiting: u32,
    pub wait: Option<WaitRange>,
    /// It can be done without coming.
    pub from_home: bool,
}

/// The second screen: one service of a tile, or the choice among its few.
#[derive(Debug, Template)]
#[template(path = "kiosk_service.html")]
pub struct KioskService<'a> {
    pub f: &'a Frame<'a>,
    pub tile: Tile,
    pub services: Vec<Offer>,
    /// Groups that are served with priority, for who belongs to one.
    pub segments: Vec<Choice>,
    /// The largest party one ticket may stand for; 1 asks nothing.
    pub party_max: u16,
    /// What was wrong with the form as sent: field and words, the field `number` first.
    pub mistakes: Vec<FieldMistake>,
    /// What was typed, normalised.
    pub number: String,
}

/// A service that may be taken a ticket for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub service: u16,
    pub name: Name,
    /// What to bring, in the reader's language.
    pub bring: Vec<String>,
    pub asks_personal_number: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldMistake {
    pub field: &'static str,
    pub text: String,
}

impl KioskService<'_> {
    /// The one service of this screen, where there is but one.
    pub fn only(&self) -> Option<&Offer> {
        match self.services.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Party sizes on offer; larger groups are for reception.
    pub fn parties(&self) -> std::ops::RangeInclusive<u16> {
        1..=self.party_max.min(6)
    }

    pub fn mistake(&self, field: &str) -> Option<&str> {
        self.mistakes.iter().find(|mistake| mistake.field == field).map(|mistake| mistake.text.as_str())
    }
}

/// The ticket, as the kiosk shows it.
#[derive(Debug, Template)]
#[template(path = "kiosk_ticket.html")]
pub struct KioskTicket<'a> {
    pub f: &'a Frame<'a>,
    pub code: String,
    pub service: Name,
    pub ahead: u32,
    pub wait: Option<WaitRange>,
    pub bring: Vec<String>,
    pub link: String,
    pub qr: Option<Qr>,
    /// Seconds until the kiosk begins anew.
    pub resets_in: u32,
}

impl KioskTicket<'_> {
    /// The number as it is spoken, as names of clips.
    pub fn clips(&self) -> String {
        crate::voice::ticket_line(&self.code, self.f.lang)
    }
}
