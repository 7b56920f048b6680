//! Visits and counters as the API shows them. Times are RFC 3339 in UTC, lengths are seconds.

use nawat_engine::counter::CounterState;
use nawat_engine::ids::{CounterId, VisitId};
use nawat_engine::time::{Millis, Moment};
use nawat_engine::visit::{Channel, End, Line, Place, Visit};
use nawat_engine::{Day, call_order};
use nawat_journal::Committed;
use serde::Serialize;
use utoipa::ToSchema;

/// Words in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Names {
    pub ar: String,
    pub en: String,
}

impl From<&nawat_catalogue::Words> for Names {
    fn from(words: &nawat_catalogue::Words) -> Names {
        Names { ar: words.ar.clone(), en: words.en.clone() }
    }
}

/// A ticket with its visit.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Ticket {
    pub id: u32,
    /// As printed, such as D041.
    pub number: String,
    /// Unguessable; makes the ticket's link.
    pub reference: String,
    /// The ticket's page, which dies with the day.
    pub link: String,
    /// waiting, called, serving, parked, referred, served, left, no_show, redirected, day_closed, carried_over
    pub state: &'static str,
    pub service: u16,
    pub service_key: String,
    pub queue: Option<u16>,
    pub segment: u16,
    pub segment_key: String,
    pub party: u16,
    pub channel: &'static str,
    /// The counter that calls or serves it.
    pub counter: Option<u16>,
    /// How many in its queue would be called before it; only while it waits in a queue.
    pub ahead: Option<u32>,
    pub issued_at: String,
    pub called_at: Option<String>,
    pub ended_at: Option<String>,
    /// From the ticket to the first call.
    pub wait_s: Option<f64>,
    pub referred: bool,
}

/// A visit in a list.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Listed {
    pub id: u32,
    pub number: String,
    pub service: u16,
    pub queue: Option<u16>,
    pub segment: u16,
    pub party: u16,
    pub counter: Option<u16>,
    /// When its wait began.
    pub since: String,
    /// When it came to where it is now.
    pub moved: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Counter {
    pub id: u16,
    pub key: String,
    /// On its sign.
    pub number: u16,
    pub name: Names,
    /// closed, idle, calling, serving, on_break
    pub state: &'static str,
    pub since: Option<String>,
    pub profile: u16,
    pub profile_key: String,
    pub staff: Option<u32>,
    pub visit: Option<AtCounter>,
    pub today: Today,
}

#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct AtCounter {
    pub id: u32,
    pub number: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, ToSchema)]
pub struct Today {
    pub served: u32,
    /// Steps ended that are held against the promise of minutes, and those within it.
    pub steps: u32,
    pub within_allotted: u32,
    pub serving_s: f64,
}

pub fn time(moment: Moment) -> String {
    match jiff::Timestamp::from_millisecond(moment.0) {
        Ok(stamp) => stamp.to_string(),
        Err(_) => moment.0.to_string(),
    }
}

pub fn seconds(length: Millis) -> f64 {
    length.0 as f64 / 1_000.0
}

pub fn number(committed: &Committed, visit: &Visit) -> String {
    committed.published.ticket_code(visit.ticket.series, visit.ticket.number)
}

pub fn ticket_of(committed: &Committed, id: VisitId, now: Moment) -> Option<Ticket> {
    committed.day.visit(id).map(|visit| ticket(committed, visit, now))
}

pub fn ticket(committed: &Committed, visit: &Visit, now: Moment) -> Ticket {
    let (day, published) = (&committed.day, &committed.published);
    let service = day.step(visit.step).service;
    Ticket {
        id: visit.id.0,
        number: number(committed, visit),
        reference: visit.reference.to_string(),
        link: format!("/t/{}", visit.reference),
        state: state(&visit.place),
        service: service.0,
        service_key: published.service(service).map_or_else(String::new, |service| service.key.clone()),
        queue: day.home_queue(visit).map(|queue| queue.0),
        segment: visit.segment.0,
        segment_key: published.segment(visit.segment).map_or_else(String::new, |segment| segment.key.clone()),
        party: visit.party,
        channel: channel(visit.channel),
        counter: visit.counter().map(|counter| counter.0),
        ahead: ahead(day, visit, now),
        issued_at: time(visit.arrived),
        called_at: visit.first_called.map(time),
        ended_at: visit.ended.map(time),
        wait_s: visit.wait().map(seconds),
        referred: visit.referred,
    }
}

pub fn ahead(day: &Day, visit: &Visit, now: Moment) -> Option<u32> {
    match visit.place {
        Place::Waiting(Line::Queue(queue)) => Some(call_order::ahead_of(day, visit, queue, now)),
        _ => None,
    }
}

pub fn listed(committed: &Committed, visit: &Visit) -> Listed {
    let day = &committed.day;
    Listed {
        id: visit.id.0,
        number: number(committed, visit),
        service: day.step(visit.step).service.0,
        queue: day.home_queue(visit).map(|queue| queue.0),
        segment: visit.segment.0,
        party: visit.party,
        counter: visit.counter().map(|counter| counter.0),
        since: time(visit.ready),
        moved: time(visit.moved),
    }
}

pub fn counter_of(committed: &Committed, id: CounterId) -> Option<Counter> {
    let counter = committed.day.counter(id);
    let defined = committed.published.counter(id);
    if counter.is_none() && defined.is_none() {
        return None;
    }
    let profile = counter.map(|counter| counter.profile);
    let profile = profile.or_else(|| committed.published.profile_id(&defined?.profile))?;
    let today = counter.map(|counter| counter.today).unwrap_or_default();
    Some(Counter {
        id: id.0,
        key: defined.map_or_else(String::new, |defined| defined.key.clone()),
        number: defined.map_or(id.0, |defined| defined.number),
        name: defined.map_or_else(
            || Names { ar: id.to_string(), en: id.to_string() },
            |defined| Names::from(&defined.name()),
        ),
        state: counter.map_or("closed", |counter| counter_state(&counter.state)),
        since: counter.filter(|counter| counter.touched > 0).map(|counter| time(counter.since)),
        profile: profile.0,
        profile_key: committed.published.profile(profile).map_or_else(String::new, |it| it.key.clone()),
        staff: counter.and_then(|counter| counter.staff).map(|staff| staff.0),
        visit: counter
            .and_then(|counter| counter.visit())
            .and_then(|visit| committed.day.visit(visit))
            .map(|visit| AtCounter { id: visit.id.0, number: number(committed, visit) }),
        today: Today {
            served: today.served,
            steps: today.steps,
            within_allotted: today.within_allotted,
            serving_s: seconds(today.serving),
        },
    })
}

pub fn counters(committed: &Committed) -> Vec<Counter> {
    let defined = committed.published.centre.counters.iter();
    defined
        .filter_map(|counter| counter_of(committed, committed.published.counter_id(&counter.key)?))
        .collect()
}

pub fn state(place: &Place) -> &'static str {
    match place {
        Place::Waiting(_) => "waiting",
        Place::Called(_) => "called",
        Place::Serving(_) => "serving",
        Place::Parked { .. } => "parked",
        Place::Referred { .. } => "referred",
        Place::Ended(End::Served) => "served",
        Place::Ended(End::Left) => "left",
        Place::Ended(End::NoShow) => "no_show",
        Place::Ended(End::Redirected) => "redirected",
        Place::Ended(End::DayClosed) => "day_closed",
        Place::Ended(End::CarriedOver) => "carried_over",
    }
}

fn counter_state(state: &CounterState) -> &'static str {
    match state {
        CounterState::Closed => "closed",
        CounterState::Idle => "idle",
        CounterState::Calling(_) => "calling",
        CounterState::Serving(_) => "serving",
        CounterState::OnBreak { .. } => "on_break",
    }
}

fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Kiosk => "kiosk",
        Channel::Reception => "reception",
        Channel::Phone => "phone",
        Channel::Counter => "counter",
        Channel::Appointment => "appointment",
        Channel::Api => "api",
        Channel::Paper => "paper",
    }
}
