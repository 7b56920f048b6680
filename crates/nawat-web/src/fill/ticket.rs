//! The ticket on its owner's phone.

use nawat_engine::call_order::ahead_of;
use nawat_engine::ids::CounterId;
use nawat_engine::time::Millis;
use nawat_engine::visit::{End, Line, Place, Visit};

use super::display::LAST_CALL;
use super::{Seen, small, whole_minutes};
use crate::pages::frame::WaitRange;
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
        rating: (visit.place == Place::Ended(End::Served)).then(|| visit.rating.map(|rating| rating.score)),
        overtaken: overtaken(seen, visit),
        delays: delays(seen, visit),
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

/// Minutes that it takes to come back into the hall, and some to spare.
const WAY_BACK: u32 = 5;
/// Below this there is nothing that one could do meanwhile.
const WORTH_IT: u32 = 10;

/// Until when somebody may be elsewhere: one in ten is called before the range begins.
fn free_until(seen: &Seen<'_>, wait: Option<WaitRange>) -> Option<String> {
    let free = wait?.from.checked_sub(WAY_BACK).filter(|free| *free + WAY_BACK >= WORTH_IT)?;
    Some(seen.local(seen.now().plus(Millis::minutes(i64::from(free)))))
}

/// Those who came later and would be called earlier: by their group, or sent back by a supervisor.
fn overtaken(seen: &Seen<'_>, visit: &Visit) -> u32 {
    let Place::Waiting(Line::Queue(queue)) = visit.place else { return 0 };
    let own = ahead_of(seen.day, visit, queue, seen.now());
    let others = seen.day.lines.in_queue(queue).filter_map(|other| seen.day.visit(other));
    let later = others.filter(|other| other.ready > visit.ready && !other.is_away(seen.now()));
    small(later.filter(|other| ahead_of(seen.day, other, queue, seen.now()) < own).count())
}

pub(super) fn delays(seen: &Seen<'_>, visit: &Visit) -> Vec<u32> {
    if !matches!(visit.place, Place::Waiting(_)) {
        return Vec::new();
    }
    let most = whole_minutes(seen.day.rules.delay_max);
    [5, 10, 15, 20, 30].into_iter().filter(|minutes| *minutes <= most).collect()
}

fn state(seen: &Seen<'_>, visit: &Visit) -> TicketState {
    let at = |counter: CounterId| seen.sign(counter);
    match visit.place {
        Place::Waiting(_) if visit.is_away(seen.now()) => TicketState::Away {
            until: visit.away_until.map_or_else(String::new, |until| seen.local(until)),
            ahead: ahead(seen, visit),
        },
        Place::Waiting(_) => {
            let wait = seen.f.waits.of_visit(visit.id.0);
            TicketState::Waiting { ahead: ahead(seen, visit), wait, free_until: free_until(seen, wait) }
        }
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
