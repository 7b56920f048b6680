//! The reception as it stands: services with their keys, appointments of today, who asked for help.

pub mod sheet;
pub mod visit;

use nawat_catalogue::Occasion;
use nawat_engine::ids::ServiceId;
use nawat_engine::time::{Millis, Moment};
use nawat_engine::{Appointment, AppointmentState as State, Day, Phase};

use super::choices::named;
use super::{Seen, help, kiosk, small, whole_minutes};
use crate::help::HelpRequest;
use crate::pages::frame::Choice;
use crate::pages::reception::{
    AppointmentRow, AppointmentState, Booking, GroupChoice, ReceptionLive, ReceptionPage, ReceptionService,
    Sent, ServiceButton, ServiceGroup,
};

/// Keys of the services in their order: known by their place on the keyboard, in either language.
const KEYS: &str = "1234567890QWERTYUIOPASDFGHJKLZXCVBNM";
/// Around its time an appointment is neither early nor late.
const PUNCTUAL: Millis = Millis(5 * 60_000);
const SLOT_MS: i64 = 15 * 60_000;

pub fn page<'a>(seen: &Seen<'a>, asked: Vec<HelpRequest>) -> ReceptionPage<'a> {
    ReceptionPage { f: seen.f, live: live(seen, asked) }
}

pub fn live<'a>(seen: &Seen<'a>, asked: Vec<HelpRequest>) -> ReceptionLive<'a> {
    let (published, centre) = (seen.published, &seen.published.centre);
    ReceptionLive {
        f: seen.f,
        hall: kiosk::hall(seen),
        suspended: seen.day.suspended.is_some(),
        waiting: small(seen.day.count.waiting as usize),
        groups: groups(seen),
        appointments: appointments(seen),
        help: help::alerts(seen, asked),
        booking: Booking {
            services: named(seen, &centre.services, |it| (published.service_id(&it.key), &it.name)),
            slots: slots(seen),
        },
    }
}

fn groups(seen: &Seen<'_>) -> Vec<ServiceGroup> {
    let mut keys = KEYS.chars();
    let queues = seen.published.centre.queues.iter();
    let group = |queue: &nawat_catalogue::Queue| {
        let id = seen.published.queue_id(&queue.key)?;
        let services = kiosk::services_of(seen, queue).into_iter().map(|(id, it)| ServiceButton {
            id: id.0,
            name: seen.own(&it.name),
            icon: it.icon.clone(),
            key: keys.next(),
        });
        let services: Vec<ServiceButton> = services.collect();
        (!services.is_empty()).then(|| ServiceGroup {
            name: seen.own(&queue.name),
            waiting: seen.day.lines.waiting(id),
            wait: seen.f.waits.of_newcomer(id.0),
            too_late: seen.f.waits.too_late(id.0),
            services,
        })
    };
    queues.filter_map(group).collect()
}

/// By their time; those who are here stay, so that nobody is checked in twice.
fn appointments(seen: &Seen<'_>) -> Vec<AppointmentRow> {
    let mut kept: Vec<&Appointment> =
        seen.day.appointments.iter().filter(|it| it.state != State::Cancelled).collect();
    kept.sort_by_key(|it| (it.slot, it.id));
    kept.into_iter().map(|it| row(seen, it)).collect()
}

fn row(seen: &Seen<'_>, it: &Appointment) -> AppointmentRow {
    let now = seen.now();
    let state = match it.state {
        State::CheckedIn(visit) => AppointmentState::CheckedIn {
            visit: visit.0,
            code: seen.day.visit(visit).map_or_else(String::new, |visit| seen.code(visit.ticket)),
        },
        _ if it.slot.after(now) > PUNCTUAL => {
            AppointmentState::Early { minutes: whole_minutes(it.slot.after(now)) }
        }
        _ if now.after(it.slot) > PUNCTUAL => {
            AppointmentState::Late { minutes: whole_minutes(now.after(it.slot)) }
        }
        _ => AppointmentState::Due,
    };
    AppointmentRow { id: it.id.0, slot: seen.local(it.slot), service: seen.service_name(it.service), state }
}

/// Quarters of an hour that are still to come; the last one leaves a quarter to be served in.
pub fn slots(seen: &Seen<'_>) -> Vec<Choice> {
    if seen.day.phase != Phase::Open {
        return Vec::new();
    }
    let (first, last) = (next_quarter(seen.now(), seen.day), seen.day.hours.closes.0 - SLOT_MS);
    let quarters = std::iter::successors(Some(first), |slot| Some(slot + SLOT_MS));
    quarters
        .take_while(|slot| *slot <= last)
        .map(|slot| Choice { value: slot.to_string(), label: seen.local(Moment(slot)) })
        .collect()
}

/// Quarters are counted from the opening, whatever the zone.
fn next_quarter(now: Moment, day: &Day) -> i64 {
    let opens = day.hours.opens.0;
    let gone = (now.0 - opens).max(-SLOT_MS).div_euclid(SLOT_MS);
    opens + (gone + 1) * SLOT_MS
}

/// One service; `None` where the centre has no such.
pub fn service<'a>(seen: &Seen<'a>, id: ServiceId, sent: Sent) -> Option<ReceptionService<'a>> {
    let service = seen.published.service(id)?;
    let queue = seen.published.queue_id(&service.queue)?;
    Some(ReceptionService {
        f: seen.f,
        service: id.0,
        name: seen.name(&service.name),
        about: seen.own(&service.description),
        icon: service.icon.clone(),
        waiting: seen.day.lines.waiting(queue),
        wait: seen.f.waits.of_newcomer(queue.0),
        too_late: seen.f.waits.too_late(queue.0),
        from_home: service.from_home,
        hall: kiosk::hall(seen),
        bring: seen.bring(id),
        groups: group_choices(seen),
        reasons: seen.reasons(nawat_catalogue::ReasonFor::Priority),
        party_max: seen.day.rules.party_max,
        asks_personal_number: service.asks_personal_number,
        slots: slots(seen),
        mistakes: Vec::new(),
        sent,
    })
}

/// Who just walked in first, then all groups but that of appointments, which a booking gives.
fn group_choices(seen: &Seen<'_>) -> Vec<GroupChoice> {
    let segments = seen.published.centre.segments.iter();
    let mut offered: Vec<_> = segments.filter(|it| it.occasion != Some(Occasion::Appointment)).collect();
    offered.sort_by_key(|it| it.occasion != Some(Occasion::WalkIn));
    let choice = |it: &nawat_catalogue::Segment| {
        Some(GroupChoice {
            value: seen.published.segment_id(&it.key)?.to_string(),
            label: seen.own(&it.name),
            free: it.at_kiosk || it.occasion == Some(Occasion::WalkIn),
        })
    };
    offered.into_iter().filter_map(choice).collect()
}
