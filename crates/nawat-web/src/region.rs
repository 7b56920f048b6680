//! The regions that live: which there are.

use nawat_catalogue::SectionId;
use nawat_engine::ids::{CounterId, Reference};

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Region {
    Kiosk,
    /// Of a section, or of the whole hall.
    Display(Option<SectionId>),
    /// The code of the day at the entrance.
    Door,
    Counter(CounterId),
    Floor,
    Pad(CounterId),
    Reception,
    Ticket(Reference),
}
