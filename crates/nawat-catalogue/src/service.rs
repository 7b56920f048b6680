//! What people come for.

use serde::{Deserialize, Serialize};

use crate::lang::Words;

/// Pictures that a service may bear; the pages draw each of them.
pub const ICONS: [&str; 14] = [
    "building", "calendar", "clock", "document", "hammer", "help", "house", "key", "list", "money", "person",
    "refresh", "scales", "speech",
];

/// A service, from one file of `services/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    pub key: String,
    pub name: Words,
    /// One short sentence: what the person gets.
    pub description: Words,
    /// What to bring, each a line; may be empty.
    pub bring: Vec<Words>,
    pub section: String,
    /// The kind under which a visit is counted whose main thing this was.
    pub kind: String,
    pub queue: String,
    /// The run of ticket numbers.
    pub series: String,
    /// Minutes allotted to one step of it.
    pub allotted_minutes: u16,
    /// Held against the promise of minutes at the counter; interviews and private rooms are not.
    pub at_counter: bool,
    /// Closing codes, in the order of use: they become the keys 1 to 9.
    pub outcomes: Vec<String>,
    /// One of [`ICONS`].
    pub icon: String,
    /// The kiosk asks for the nine digits before the ticket.
    pub asks_personal_number: bool,
    /// It can be done without coming.
    pub from_home: bool,
    /// What happens after the visit, in its order: the step sheet that is handed out. Left out of the published
    /// text where there is none, so that a version of before keeps its hash.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub next: Vec<NextStep>,
}

/// One step of what happens next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextStep {
    /// Who does what, in plain words.
    pub what: Words,
    /// By when: working days counted from the day of the visit; `None` where nothing is promised.
    pub working_days: Option<u16>,
    /// The owner of the service has not confirmed it yet: staff are told so, and no date of it is handed out.
    pub confirm: bool,
}
