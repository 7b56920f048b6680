//! The reception: the right ticket for the person at the desk, their papers looked at before they wait, and
//! everybody's visit and appointment of today.

use askama::Template;

use super::frame::{Choice, Frame, Name, Tone, WaitRange};
use super::help::HelpAlert;
use super::kiosk::{FieldMistake, Hall};
use super::qr::Qr;

#[derive(Debug, Template)]
#[template(path = "reception.html")]
pub struct ReceptionPage<'a> {
    pub f: &'a Frame<'a>,
    pub live: ReceptionLive<'a>,
}

/// What changes on it.
#[derive(Debug, Template)]
#[template(path = "reception_live.html")]
pub struct ReceptionLive<'a> {
    pub f: &'a Frame<'a>,
    pub hall: Hall,
    /// The hall is suspended.
    pub suspended: bool,
    pub waiting: u32,
    pub groups: Vec<ServiceGroup>,
    pub appointments: Vec<AppointmentRow>,
    pub help: Vec<HelpAlert>,
    pub booking: Booking,
}

impl askama::filters::HtmlSafe for ReceptionLive<'_> {}

/// The services of one queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceGroup {
    pub name: String,
    pub waiting: u32,
    pub wait: Option<WaitRange>,
    /// Who comes now will hardly be called today.
    pub too_late: bool,
    pub services: Vec<ServiceButton>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceButton {
    pub id: u16,
    pub name: String,
    pub icon: String,
    /// The key on it.
    pub key: Option<char>,
}

/// An appointment of today that was not cancelled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppointmentRow {
    pub id: u32,
    /// Local time, as 10:30.
    pub slot: String,
    pub service: String,
    pub state: AppointmentState,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AppointmentState {
    /// So many minutes before its time.
    Early {
        minutes: u32,
    },
    /// Within five minutes of its time.
    Due,
    Late {
        minutes: u32,
    },
    CheckedIn {
        visit: u32,
        code: String,
    },
}

impl AppointmentState {
    pub fn tone(&self) -> Tone {
        match self {
            AppointmentState::Early { .. } => Tone::Calm,
            AppointmentState::Due | AppointmentState::CheckedIn { .. } => Tone::Well,
            AppointmentState::Late { .. } => Tone::Late,
        }
    }

    pub fn words(&self, f: &Frame<'_>) -> String {
        match self {
            AppointmentState::Early { minutes } => f.count("appointment-early", minutes),
            AppointmentState::Due => f.say("appointment-due"),
            AppointmentState::Late { minutes } => f.count("appointment-late", minutes),
            AppointmentState::CheckedIn { .. } => f.say("appointment-here"),
        }
    }
}

/// What an appointment of today may be booked for: moments in milliseconds, by their local time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Booking {
    pub services: Vec<Choice>,
    pub slots: Vec<Choice>,
}

/// One service, with the person at the desk: papers first, then the ticket.
#[derive(Debug, Template)]
#[template(path = "reception_service.html")]
pub struct ReceptionService<'a> {
    pub f: &'a Frame<'a>,
    pub service: u16,
    pub name: Name,
    pub about: String,
    pub icon: String,
    pub waiting: u32,
    pub wait: Option<WaitRange>,
    pub too_late: bool,
    pub from_home: bool,
    /// Whether tickets are given now.
    pub hall: Hall,
    pub bring: Vec<String>,
    pub groups: Vec<GroupChoice>,
    pub reasons: Vec<Choice>,
    pub party_max: u16,
    pub asks_personal_number: bool,
    pub slots: Vec<Choice>,
    pub mistakes: Vec<FieldMistake>,
    /// What was sent, where it comes back to be mended.
    pub sent: Sent,
}

/// A form of this page as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    pub group: Option<String>,
    pub reason: Option<String>,
    pub party: u16,
    pub number: String,
}

/// A group of visitors that somebody may be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupChoice {
    pub value: String,
    pub label: String,
    /// A person may claim it for themselves; otherwise reception says why.
    pub free: bool,
}

impl ReceptionService<'_> {
    pub fn parties(&self) -> std::ops::RangeInclusive<u16> {
        1..=self.party_max
    }

    pub fn party(&self) -> u16 {
        self.sent.party.max(1)
    }

    pub fn is_group(&self, group: &GroupChoice, first: bool) -> bool {
        self.sent.group.as_ref().map_or(first, |sent| *sent == group.value)
    }

    pub fn is_reason(&self, reason: &Choice) -> bool {
        self.sent.reason.as_ref() == Some(&reason.value)
    }

    pub fn mistake(&self, field: &str) -> Option<&str> {
        self.mistakes.iter().find(|mistake| mistake.field == field).map(|mistake| mistake.text.as_str())
    }
}

/// A visit of today: its slip to print, where it stands, and what may be done with it.
#[derive(Debug, Template)]
#[template(path = "reception_visit.html")]
pub struct ReceptionVisit<'a> {
    pub f: &'a Frame<'a>,
    pub id: u32,
    pub slip: Slip,
    pub stands: Stands,
    pub group: Option<String>,
    pub party: u32,
    pub service: u16,
    /// Services of this visit still to come.
    pub later: Vec<String>,
    pub can: VisitActions,
}

/// Where a visit is, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stands {
    pub tone: Tone,
    pub words: String,
}

/// What the slip of 80 mm says, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    pub code: String,
    pub service: Name,
    /// People before it, while it waits in a queue.
    pub ahead: Option<u32>,
    pub wait: Option<WaitRange>,
    /// Local date and time of the ticket.
    pub date: Name,
    pub time: String,
    pub link: String,
    pub qr: Option<Qr>,
}

/// What may be done now; a list is empty where it may not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VisitActions {
    pub groups: Vec<Choice>,
    pub reasons: Vec<Choice>,
    pub services: Vec<Choice>,
    pub delays: Vec<u32>,
    pub leave: bool,
}

/// Visits of today that were looked for.
#[derive(Debug, Template)]
#[template(path = "reception_found.html")]
pub struct ReceptionFound<'a> {
    pub f: &'a Frame<'a>,
    pub visits: Vec<FoundVisit>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundVisit {
    pub id: u32,
    pub code: String,
    pub service: String,
    pub arrived: String,
    pub stands: Stands,
}

/// The sheet to hand out: what to bring, what happens next, by when. Words of the page in the language of
/// whoever is at the desk, the sheet in the visitor's.
#[derive(Debug, Template)]
#[template(path = "reception_sheet.html")]
pub struct StepSheet<'a> {
    pub f: &'a Frame<'a>,
    /// The visitor's.
    pub g: &'a Frame<'a>,
    pub service: u16,
    pub name: String,
    pub about: String,
    pub date: String,
    pub bring: Vec<String>,
    pub steps: Vec<SheetStep>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetStep {
    pub what: String,
    /// By when, as far as that is confirmed.
    pub by: Option<String>,
    /// For staff: still to be confirmed, with the working days that are meant.
    pub unconfirmed: Option<String>,
}
