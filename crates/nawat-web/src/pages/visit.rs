//! The public page: what can be done here, when, how full it is, and the best hour to come.

use askama::Template;

use super::frame::{Frame, WaitRange};
use super::kiosk::Hall;

#[derive(Debug, Template)]
#[template(path = "visit.html")]
pub struct Visit<'a> {
    pub f: &'a Frame<'a>,
    pub hall: Hall,
    pub waiting: u32,
    pub counters_open: u32,
    pub place: Option<String>,
    pub telephone: Option<String>,
    pub queues: Vec<Queue>,
    pub services: Vec<Service>,
    pub week: Vec<WeekDayHours>,
    /// Days to come on which other hours hold, or none.
    pub other_days: Vec<OtherDays>,
    pub hours: Vec<Hour>,
    /// Whether simulated days are among those that the hours were reckoned from.
    pub synthetic: bool,
    pub days_behind: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queue {
    pub name: String,
    pub waiting: u32,
    pub wait: Option<WaitRange>,
    /// Who comes now will hardly be called today.
    pub too_late: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    pub name: String,
    pub description: String,
    pub bring: Vec<String>,
    pub from_home: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekDayHours {
    pub day: String,
    /// `07:30–14:00`; `None`: closed.
    pub hours: Option<String>,
    pub today: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherDays {
    pub name: String,
    /// One date or two, as written in the reader's language.
    pub days: String,
    pub hours: Option<String>,
    /// Awaits the moon or a circular.
    pub provisional: bool,
}

/// How long people waited who came in this hour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hour {
    /// `09:00`
    pub from: String,
    /// Whole minutes that half of them waited at the most, and nine in ten.
    pub half: u32,
    pub most: u32,
    /// Of the longest of the day, for the bar.
    pub percent: u32,
    pub best: bool,
}
