//! The way in for everyone: what this is, whether the centre is open, and the doors.

use askama::Template;

use super::frame::Frame;
use super::kiosk::Hall;

#[derive(Debug, Template)]
#[template(path = "way_in.html")]
pub struct WayIn<'a> {
    pub f: &'a Frame<'a>,
    pub hall: Hall,
    /// People waiting, and people in the hall against its capacity where it has one.
    pub waiting: u32,
    pub counters_open: u32,
    pub in_hall: u32,
    pub capacity: Option<u32>,
    /// The doors of this reader: all of them in a demo, one's own after sign-in.
    pub doors: Vec<Door>,
    /// The hall is a demo with simulated people.
    pub demo: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Door {
    pub href: String,
    pub icon: &'static str,
    /// Keys of the texts: what it is, and for whom.
    pub name: &'static str,
    pub about: &'static str,
    /// It asks to sign in first.
    pub signs_in: bool,
}

impl WayIn<'_> {
    /// How full the hall is, in whole per cent.
    pub fn full(&self) -> Option<u32> {
        let capacity = self.capacity.filter(|capacity| *capacity > 0)?;
        u32::try_from((u64::from(self.in_hall) * 100 / u64::from(capacity)).min(100)).ok()
    }
}
