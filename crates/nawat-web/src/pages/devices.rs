//! Devices: the administrator's list, and the page that an unpaired kiosk or display shows.

use askama::Template;

use super::frame::{Choice, Frame, Tone};
use super::qr::Qr;

#[derive(Debug, Template)]
#[template(path = "devices.html")]
pub struct Devices<'a> {
    pub f: &'a Frame<'a>,
    /// What was wrong with the code as typed, in words.
    pub wrong: Option<String>,
    pub code: String,
    pub name: String,
    pub devices: Vec<Device>,
    /// Sections that a display may be for, by key.
    pub sections: Vec<Choice>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    pub id: u32,
    pub name: String,
    /// “Kiosk”, “Hall display”.
    pub kind: String,
    pub icon: &'static str,
    pub state: DeviceState,
    /// When it was paired or asked, in words.
    pub when: String,
    /// Of a paired display: the key of the section that it is for, empty for the whole hall.
    pub shows: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeviceState {
    /// It shows this code and waits for an administrator.
    Waiting {
        code: String,
    },
    Paired,
    Revoked,
}

impl Device {
    pub fn tone(&self) -> Tone {
        match self.state {
            DeviceState::Waiting { .. } => Tone::Soon,
            DeviceState::Paired => Tone::Well,
            DeviceState::Revoked => Tone::Late,
        }
    }

    pub fn state_key(&self) -> &'static str {
        match self.state {
            DeviceState::Waiting { .. } => "device-waiting",
            DeviceState::Paired => "device-paired",
            DeviceState::Revoked => "device-revoked",
        }
    }
}

/// All that an unpaired device shows.
#[derive(Debug, Template)]
#[template(path = "pairing.html")]
pub struct Pairing<'a> {
    pub f: &'a Frame<'a>,
    /// Letters and digits that cannot be mistaken, as 7KM4RX.
    pub code: String,
    /// Where the administrator types it.
    pub address: String,
    pub qr: Option<Qr>,
    pub display: bool,
    /// It was paired once and is no longer.
    pub revoked: bool,
}
