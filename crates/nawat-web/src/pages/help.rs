//! Help asked for at a kiosk: the page that asks, and the request as the desks see it.

use askama::Template;

use super::frame::{Frame, Name};

/// What can be asked for, in both languages.
#[derive(Debug, Template)]
#[template(path = "kiosk_help.html")]
pub struct KioskHelp<'a> {
    pub f: &'a Frame<'a>,
    pub kinds: Vec<HelpChoice>,
    /// It was asked for: somebody comes.
    pub asked: bool,
    /// Seconds until the kiosk begins anew.
    pub resets_in: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpChoice {
    pub value: &'static str,
    pub icon: &'static str,
    pub name: Name,
}

/// A request at the desks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpAlert {
    pub id: u32,
    pub what: String,
    pub icon: &'static str,
    /// The kiosk's name, where it was paired under one.
    pub place: Option<String>,
    pub minutes: u32,
    pub coming: bool,
}
