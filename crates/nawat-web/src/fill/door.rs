//! The door: what a phone may take a ticket for, and what it holds already.

use jiff::civil::Date;
use nawat_catalogue::WeekDay;
use nawat_engine::ids::{QueueId, Reference};
use nawat_engine::visit::Place;

use super::{Seen, kiosk, small};
use crate::pages::door::{DayWords, Door, DoorOld, DoorService, EntranceLive, Grants, OwnTicket};
use crate::pages::frame::{Name, isolated};

/// `taken`: this phone's tickets of the day. `code`: what it came in with.
pub fn home<'a>(seen: &Seen<'a>, taken: &[Reference], code: String) -> Door<'a> {
    let tiles = kiosk::tiles(seen);
    Door {
        f: seen.f,
        hall: tiles.hall,
        tiles: tiles.tiles,
        grants: grants(seen, taken.len()),
        own: own(seen, taken),
        code,
    }
}

/// What a phone that has taken so many tickets may still take.
pub fn grants(seen: &Seen<'_>, taken: usize) -> Grants {
    let granted = usize::from(seen.published.centre.limits.phone_tickets);
    match granted.saturating_sub(taken) {
        _ if granted == 0 => Grants::Off,
        0 => Grants::None,
        left => Grants::Left(small(left)),
    }
}

pub fn old<'a>(seen: &Seen<'a>, taken: &[Reference]) -> DoorOld<'a> {
    DoorOld { f: seen.f, own: own(seen, taken) }
}

fn own(seen: &Seen<'_>, taken: &[Reference]) -> Vec<OwnTicket> {
    let visits = taken.iter().filter_map(|reference| seen.day.visit_by_reference(*reference));
    let own = visits.map(|visit| OwnTicket {
        code: seen.code(visit.ticket),
        service: seen.service_name(seen.day.step(visit.step).service),
        reference: visit.reference.to_string(),
        ended: matches!(visit.place, Place::Ended(_)),
    });
    own.collect()
}

/// The second page of a queue; `None` where there is no such queue.
pub fn service<'a>(seen: &Seen<'a>, queue: QueueId, code: String, slot: usize) -> Option<DoorService<'a>> {
    let mut kiosk = kiosk::service(seen, queue)?;
    let (segments, party_max) = (std::mem::take(&mut kiosk.segments), kiosk.party_max);
    Some(DoorService { f: seen.f, kiosk, segments, party_max, code, slot })
}

/// The entrance's screen as the hall stands.
pub fn at_entrance<'a>(seen: &Seen<'a>) -> EntranceLive<'a> {
    let today = seen.published.centre.calendar.local_date(seen.now());
    EntranceLive {
        f: seen.f,
        day: day_words(seen, today),
        date: today.to_string(),
        hall: kiosk::hall(seen),
        waiting: u32::try_from(seen.day.count.waiting).unwrap_or(u32::MAX),
    }
}

/// “Thursday 26/11/2026”, the figures in their own direction.
pub fn day_words(seen: &Seen<'_>, date: Date) -> DayWords {
    let key = format!("weekday-{}", WeekDay::of(date).key());
    let figures = isolated(&format!("{}/{}/{}", date.day(), date.month(), date.year()));
    let day = |weekday: String| format!("{weekday} {figures}");
    Name { own: day(seen.f.say(&key)), other: day(seen.f.other(&key)) }
}
