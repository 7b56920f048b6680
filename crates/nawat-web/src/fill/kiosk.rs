//! The kiosk: a tile for each queue, a service, a ticket.

use nawat_catalogue::{Occasion, Queue, Service, WeekDay};
use nawat_engine::ids::{QueueId, ServiceId};
use nawat_engine::{Day, Phase, Ticketing};

use super::Seen;
use crate::pages::frame::{Choice, Name};
use crate::pages::kiosk::{Hall, KioskHome, KioskService, KioskTicket, KioskTiles, Offer, Tile};
use crate::pages::qr::Qr;

/// Seconds until a kiosk that shows a ticket begins anew.
const RESETS_IN_S: u32 = 20;

pub fn home<'a>(seen: &Seen<'a>) -> KioskHome<'a> {
    KioskHome { f: seen.f, live: tiles(seen), help: true, appointments: false }
}

pub fn tiles<'a>(seen: &Seen<'a>) -> KioskTiles<'a> {
    let queues = seen.published.centre.queues.iter();
    KioskTiles { f: seen.f, hall: hall(seen), tiles: queues.filter_map(|queue| tile(seen, queue)).collect() }
}

/// Whether tickets are given now, and what to say where they are not.
pub fn hall(seen: &Seen<'_>) -> Hall {
    let day = seen.day;
    if day.phase != Phase::Open {
        return Hall::Closed { opens: opens(seen) };
    }
    let stopped = match day.ticketing {
        Ticketing::Reopened => false,
        Ticketing::ByHours => seen.now() >= day.hours.last_ticket,
        Ticketing::Closed => true,
    };
    if stopped {
        return Hall::TicketingClosed;
    }
    if is_full(day) {
        return Hall::Full;
    }
    Hall::Open { until: seen.local(day.hours.closes) }
}

/// When the doors open next: the day of the week and the local time.
fn opens(seen: &Seen<'_>) -> Option<Name> {
    let calendar = &seen.published.centre.calendar;
    let today = calendar.local_date(seen.now());
    let later_today = calendar.hours_on(today).filter(|hours| seen.now() < hours.opens);
    let (date, hours) = match later_today {
        Some(hours) => (today, hours),
        None => {
            let next = calendar.next_working_day(today)?;
            (next, calendar.hours_on(next)?)
        }
    };
    let day = format!("weekday-{}", WeekDay::of(date).key());
    let at = seen.local(hours.opens);
    Some(Name { own: format!("{} {at}", seen.f.say(&day)), other: format!("{} {at}", seen.f.other(&day)) })
}

fn is_full(day: &Day) -> bool {
    day.rules.capacity.is_some_and(|capacity| day.people >= capacity)
}

pub(super) fn services_of<'a>(seen: &Seen<'a>, queue: &'a Queue) -> Vec<(ServiceId, &'a Service)> {
    let services = seen.published.centre.services_of_queue(&queue.key);
    services.filter_map(|it| Some((seen.published.service_id(&it.key)?, it))).collect()
}

fn tile(seen: &Seen<'_>, queue: &Queue) -> Option<Tile> {
    let id = seen.published.queue_id(&queue.key)?;
    let services = services_of(seen, queue);
    let (_, first) = services.first()?;
    let about = match services.as_slice() {
        [(_, one)] => seen.name(&one.description),
        several => names(seen, several),
    };
    Some(Tile {
        queue: id.0,
        name: seen.name(&queue.name),
        about,
        icon: first.icon.clone(),
        waiting: seen.day.lines.waiting(id),
        wait: seen.f.waits.of_newcomer(id.0),
        from_home: services.iter().any(|(_, it)| it.from_home),
    })
}

/// The first few services of a tile, as its second line.
fn names(seen: &Seen<'_>, services: &[(ServiceId, &Service)]) -> Name {
    const SHOWN: usize = 3;
    let shown = || services.iter().take(SHOWN).map(|(_, it)| seen.name(&it.name));
    let own: Vec<String> = shown().map(|name| name.own).collect();
    let other: Vec<String> = shown().map(|name| name.other).collect();
    Name { own: own.join(&seen.f.say("list-comma")), other: other.join(&seen.f.other("list-comma")) }
}

/// The second screen of a tile; `None` where there is no such queue.
pub fn service<'a>(seen: &Seen<'a>, queue: QueueId) -> Option<KioskService<'a>> {
    let queue = seen.published.queue(queue)?;
    let services = services_of(seen, queue).into_iter().map(|(id, it)| Offer {
        service: id.0,
        name: seen.name(&it.name),
        bring: it.bring.iter().map(|words| seen.own(words)).collect(),
        asks_personal_number: it.asks_personal_number,
    });
    Some(KioskService {
        f: seen.f,
        tile: tile(seen, queue)?,
        services: services.collect(),
        segments: priorities(seen),
        party_max: seen.day.rules.party_max,
        mistakes: Vec::new(),
        number: String::new(),
    })
}

/// “No” first, and chosen unless the person says otherwise; then the groups that one may claim at a kiosk.
fn priorities(seen: &Seen<'_>) -> Vec<Choice> {
    let none = seen.published.segment_for(Occasion::WalkIn);
    let none = none.map(|id| Choice { value: id.to_string(), label: seen.f.say("priority-none") });
    let claimed = seen.published.centre.segments.iter().filter(|segment| segment.at_kiosk);
    let claimed = claimed.filter_map(|it| {
        let id = seen.published.segment_id(&it.key)?;
        Some(Choice { value: id.to_string(), label: seen.own(&it.name) })
    });
    none.into_iter().chain(claimed).collect()
}

/// The ticket as the kiosk shows it. `link`: the whole address of the ticket's page.
pub fn ticket<'a>(seen: &Seen<'a>, visit: &nawat_engine::visit::Visit, link: String) -> KioskTicket<'a> {
    let service = seen.day.step(visit.step).service;
    let unknown = || Name { own: seen.f.say("not-known"), other: seen.f.other("not-known") };
    KioskTicket {
        f: seen.f,
        code: seen.code(visit.ticket),
        service: seen.published.service(service).map_or_else(unknown, |it| seen.name(&it.name)),
        ahead: super::ticket::ahead(seen, visit),
        wait: seen.f.waits.of_visit(visit.id.0).or_else(|| {
            // The ticket of this second: as for somebody who comes now.
            seen.f.waits.of_newcomer(seen.day.home_queue(visit)?.0)
        }),
        bring: seen.bring(service),
        qr: Qr::of(&link),
        link,
        resets_in: RESETS_IN_S,
    }
}
