//! The way in: how the hall stands, and the doors.

use super::{Seen, small};
use crate::pages::way_in::{Door, WayIn};

/// `doors`: those of this reader.
pub fn page<'a>(seen: &Seen<'a>, doors: Vec<Door>, demo: bool) -> WayIn<'a> {
    WayIn {
        f: seen.f,
        hall: super::kiosk::hall(seen),
        waiting: small(seen.day.count.waiting as usize),
        counters_open: small(seen.day.counters().filter(|counter| counter.is_open()).count()),
        in_hall: seen.day.people,
        capacity: seen.day.rules.capacity,
        doors,
        demo,
    }
}
