//! The hall as it stands, as the API shows it.

use nawat_engine::visit::Place;
use nawat_engine::{Phase, Ticketing};
use nawat_journal::Committed;
use nawat_journal::stream::DateText;
use serde::Serialize;
use utoipa::ToSchema;

use super::shown::{Counter, Listed, counters, listed, time};

#[derive(Debug, Serialize, ToSchema)]
pub struct Day {
    pub centre: String,
    pub date: String,
    /// unopened, open, closed
    pub phase: &'static str,
    /// Sequence of the stream's last event.
    pub seq: u64,
    /// Hash of the stream's last event.
    pub head: String,
    /// by_hours, closed, reopened
    pub ticketing: &'static str,
    pub suspended_since: Option<String>,
    pub opens: String,
    pub last_ticket: String,
    pub closes: String,
    /// Persons in the hall, companions too.
    pub people: u32,
    pub capacity: Option<u32>,
    pub synthetic: bool,
    pub count: Count,
    pub counters: Vec<Counter>,
    pub waiting: Vec<Listed>,
    pub called: Vec<Listed>,
    pub serving: Vec<Listed>,
    pub parked: Vec<Listed>,
    pub referred: Vec<Listed>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Count {
    pub issued: u64,
    pub waiting: u64,
    pub called: u64,
    pub serving: u64,
    pub parked: u64,
    pub referred: u64,
    pub ended: u64,
}

pub fn shown(committed: &Committed) -> Day {
    let day = &committed.day;
    let mut shown = Day {
        centre: committed.published.centre.key.clone(),
        date: DateText(day.date).to_string(),
        phase: match day.phase {
            Phase::Unopened => "unopened",
            Phase::Open => "open",
            Phase::Closed => "closed",
        },
        seq: day.seq,
        head: crate::random::hex(&committed.head.hash.0),
        ticketing: match day.ticketing {
            Ticketing::ByHours => "by_hours",
            Ticketing::Closed => "closed",
            Ticketing::Reopened => "reopened",
        },
        suspended_since: day.suspended.map(time),
        opens: time(day.hours.opens),
        last_ticket: time(day.hours.last_ticket),
        closes: time(day.hours.closes),
        people: day.people,
        capacity: day.rules.capacity,
        synthetic: day.synthetic,
        count: Count {
            issued: day.count.issued,
            waiting: day.count.waiting,
            called: day.count.called,
            serving: day.count.serving,
            parked: day.count.parked,
            referred: day.count.referred,
            ended: day.count.ended,
        },
        counters: counters(committed),
        waiting: Vec::new(),
        called: Vec::new(),
        serving: Vec::new(),
        parked: Vec::new(),
        referred: Vec::new(),
    };
    for visit in &day.visits {
        let list = match visit.place {
            Place::Waiting(_) => &mut shown.waiting,
            Place::Called(_) => &mut shown.called,
            Place::Serving(_) => &mut shown.serving,
            Place::Parked { .. } => &mut shown.parked,
            Place::Referred { .. } => &mut shown.referred,
            Place::Ended(_) => continue,
        };
        list.push(listed(committed, visit));
    }
    shown
}
