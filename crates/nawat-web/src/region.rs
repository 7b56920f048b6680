//! The regions that live: which there are.

use nawat_engine::ids::{CounterId, Reference};

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Region {
    Kiosk,
    Display,
    Counter(CounterId),
    Floor,
    Pad(CounterId),
    Reception,
    Ticket(Reference),
}
