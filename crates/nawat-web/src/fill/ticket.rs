//! The ticket on its owner's phone.

use nawat_engine::call_order::ahead_of;
use nawat_engine::ids::CounterId;
use nawat_engine::visit::{End, Line, Place, Visit};

use super::Seen;
use super::display::LAST_CALL;
use crate::pages::ticket::{TicketLive, TicketPage, TicketState};

pub fn page<'a>(seen: &Seen<'a>, visit: &Visit) -> TicketPage<'a> {
    TicketPage { f: seen.f, reference: visit.reference.to_string(), live: live(seen, visit) }
}

pub fn live<'a>(seen: &Seen<'a>, visit: &Visit) -> TicketLive<'a> {
    let service = seen.day.step(visit.step).service;
    TicketLive {
        f: seen.f,
        reference: visit.reference.to_string(),
        code: seen.code(visit.ticket),
        service: seen.service_name(service),
        state: state(seen, visit),
        bring: seen.bring(service),
        order: seen.f.say("ticket-order"),
        suspended: seen.day.suspended.is_some(),
    }
}

/// People before this visit in its queue, by the engine's own order.
pub fn ahead(seen: &Seen<'_>, visit: &Visit) -> u32 {
    match visit.place {
        Place::Waiting(Line::Queue(queue)) => ahead_of(seen.day, visit, queue, seen.now()),
        _ => 0,
    }
}

fn state(seen: &Seen<'_>, visit: &Visit) -> TicketState {
    let at = |counter: CounterId| seen.sign(counter);
    match visit.place {
        Place::Waiting(_) => TicketState::Waiting { ahead: ahead(seen, visit), wait: None },
        Place::Called(counter) => {
            let (place, room) = at(counter);
            TicketState::Called { place, room, last_call: visit.calls >= LAST_CALL }
        }
        Place::Serving(counter) => {
            let (place, room) = at(counter);
            TicketState::Serving { place, room }
        }
        Place::Parked { .. } => TicketState::Parked,
        Place::Referred { .. } => TicketState::Referred,
        Place::Ended(End::Served) => TicketState::Done,
        Place::Ended(End::Left | End::Redirected) => TicketState::Left,
        Place::Ended(End::NoShow) => TicketState::NoShow,
        Place::Ended(End::DayClosed | End::CarriedOver) => TicketState::DayEnded,
    }
}
