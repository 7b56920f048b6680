//! Events in the words of the tables.

use nawat_engine::command::Answer;
use nawat_engine::counter::CounterState;
use nawat_engine::event::{ConflictFound, Event, TicketIssued, Undone, VisitEnded, Why};
use nawat_engine::ids::VisitId;
use nawat_engine::visit::Place;

use super::Table;
use super::names::{
    OUTCOMES, PROFILES, REASONS, SEGMENTS, SERIES, SERVICES, clock, line_name, name, span, staff_name,
    ticket_name, visit_name,
};

/// All events in their order; details in brackets count only where the table writes them.
pub fn compare(expected: &str, came: &[String]) -> Result<(), String> {
    let wanted: Vec<&str> = expected.split(';').map(str::trim).collect();
    let bare = |text: &str| text.split(" [").next().unwrap_or("").to_owned();
    let same = |(want, came): (&&str, &String)| {
        if want.contains('[') { **want == *came } else { **want == bare(came) }
    };
    if wanted.len() == came.len() && wanted.iter().zip(came).all(same) {
        return Ok(());
    }
    Err(format!("came: {}", came.join("; ")))
}

/// The event's name as it stands in the stream.
pub fn name_of(event: &Event) -> String {
    match serde_json::to_value(event) {
        Ok(serde_json::Value::Object(fields)) => fields.keys().next().cloned().unwrap_or_default(),
        Ok(serde_json::Value::String(name)) => name,
        other => format!("{other:?}"),
    }
}

pub fn words(table: &Table, event: &Event) -> String {
    let of = |visit: &VisitId| visit_name(&table.day, *visit);
    match event {
        Event::DayOpened { rules, leases, .. } => {
            format!("day opened [rules {}, {} leases]", rules.version, leases.len())
        }
        Event::RulesAdopted { rules } => format!("rules {} adopted", rules.version),
        Event::CounterOpened { counter, staff, profile } => {
            let staff = staff.map_or_else(|| "nobody".to_owned(), staff_name);
            format!("counter {counter} opened [as {staff}, profile {}]", name(PROFILES, profile.0))
        }
        Event::CounterClosed { counter } => format!("counter {counter} closed"),
        Event::BreakStarted { counter, reason } => {
            format!("break at {counter} [{}]", name(REASONS, reason.0))
        }
        Event::BreakEnded { counter } => format!("break over at {counter}"),
        Event::ProfileMoved { counter, profile } => {
            format!("counter {counter} takes {}", name(PROFILES, profile.0))
        }
        Event::TicketIssued(issued) => issued_words(issued),
        Event::AppointmentBooked { appointment, slot, service, .. } => {
            format!("P{appointment} booked [{} at {}]", name(SERVICES, service.0), clock(*slot))
        }
        Event::AppointmentCancelled { appointment } => format!("P{appointment} cancelled"),
        Event::WorkRecorded { service, channel, quantity, .. } => {
            format!("work {quantity} [{} {channel:?}]", name(SERVICES, service.0))
        }
        Event::HallSuspended { reason } => format!("hall suspended [{}]", name(REASONS, reason.0)),
        Event::HallResumed => "hall resumed".to_owned(),
        Event::TicketingClosed => "ticketing closed".to_owned(),
        Event::TicketingReopened => "ticketing reopened".to_owned(),
        Event::NumbersLeased { lease } => {
            let series = name(SERIES, lease.series.0);
            format!("lease {} of {series}{} to {series}{}", lease.id, lease.first, lease.last)
        }
        Event::ConflictFound(conflict) => conflict_words(table, conflict),
        Event::DayClosed { .. } => "day closed".to_owned(),
        Event::VisitEnded(ended) => ended_words(table, ended),
        Event::Undone(undone) => undone_words(table, undone),
        Event::VisitCalled { visit, counter, why } => {
            format!("{} called at {counter} [{}]", of(visit), why_words(table, why))
        }
        _ => visit_words(table, event),
    }
}

fn visit_words(table: &Table, event: &Event) -> String {
    let of = |visit: &VisitId| visit_name(&table.day, *visit);
    match event {
        Event::VisitRecalled { visit, counter } => format!("{} recalled at {counter}", of(visit)),
        Event::ServiceStarted { visit, counter } => format!("{} started at {counter}", of(visit)),
        Event::ServiceExtended { visit, by, reason, .. } => {
            format!("{} extended by {} [{}]", of(visit), span(*by), name(REASONS, reason.0))
        }
        Event::ServiceAdded { visit, service } => {
            format!("{} added to {}", name(SERVICES, service.0), of(visit))
        }
        Event::StepEnded { visit, counter, outcome, main } => {
            let main = if *main { ", main" } else { "" };
            format!("{} step ended {} [at {counter}{main}]", of(visit), name(OUTCOMES, outcome.0))
        }
        Event::VisitPlaced { visit, line, since, credit, cause, .. } => format!(
            "{} placed in {} [since {}, credit {credit}, {cause:?}]",
            of(visit),
            line_name(*line),
            clock(*since)
        ),
        Event::Transferred { visit, service, line, since, credit, .. } => format!(
            "{} transferred to {} [for {}, since {}, credit {credit}]",
            of(visit),
            line_name(*line),
            name(SERVICES, service.0),
            clock(*since)
        ),
        Event::VisitReferred { visit, reason, wants_back, .. } => {
            let back = wants_back.map_or_else(String::new, |counter| format!(", back to {counter}"));
            format!("{} referred [{}{back}]", of(visit), name(REASONS, reason.0))
        }
        Event::ReferralAnswered { visit, answer: Answer::Return } => format!("{} answered return", of(visit)),
        Event::ReferralAnswered { visit, answer: Answer::Done { outcome } } => {
            format!("{} answered done [{}]", of(visit), name(OUTCOMES, outcome.0))
        }
        Event::VisitParked { visit, reason, .. } => {
            format!("{} parked [{}]", of(visit), name(REASONS, reason.0))
        }
        Event::VisitResumed { visit, counter } => format!("{} resumed at {counter}", of(visit)),
        Event::VisitDelayed { visit, until, since } => {
            format!("{} away until {} [since {}]", of(visit), clock(*until), clock(*since))
        }
        Event::VisitRated { visit, rating } => {
            let clear = match rating.clear {
                None => "",
                Some(true) => ", clear",
                Some(false) => ", unclear",
            };
            format!("{} rated {}{clear}", of(visit), rating.score)
        }
        Event::PriorityChanged { visit, segment, since, credit, .. } => format!(
            "{} is now {} [since {}, credit {credit}]",
            of(visit),
            name(SEGMENTS, segment.0),
            clock(*since)
        ),
        Event::StepObserved { visit, step } => {
            format!("{} observed at {} [{}]", of(visit), step.counter, name(SERVICES, step.service.0))
        }
        other => format!("{other:?}"),
    }
}

fn issued_words(issued: &TicketIssued) -> String {
    format!(
        "{} issued [for {}, {}, party {}, {:?}, since {}]",
        ticket_name(&issued.ticket),
        name(SERVICES, issued.service.0),
        name(SEGMENTS, issued.segment.0),
        issued.party,
        issued.channel,
        clock(issued.since)
    )
}

fn ended_words(table: &Table, ended: &VisitEnded) -> String {
    let at = ended.counter.map_or_else(|| "at no counter".to_owned(), |counter| format!("at {counter}"));
    let main = ended.main.map_or_else(|| "nothing".to_owned(), |main| name(SERVICES, main.0));
    format!("{} ended {:?} [{at}, main {main}]", visit_name(&table.day, ended.visit), ended.end)
}

fn undone_words(table: &Table, undone: &Undone) -> String {
    let visit = visit_name(&table.day, undone.visit);
    let counter = match undone.state {
        CounterState::Closed => "closed",
        CounterState::Idle => "idle",
        CounterState::Calling(_) => "calling",
        CounterState::Serving(_) => "serving",
        CounterState::OnBreak { .. } => "on break",
    };
    format!(
        "{:?} of {visit} undone at {} [{visit} {}, counter {counter}]",
        undone.what,
        undone.counter,
        place_words(&undone.place)
    )
}

pub fn place_words(place: &Place) -> String {
    match place {
        Place::Waiting(line) => format!("waits in {}", line_name(*line)),
        Place::Called(counter) => format!("called at {counter}"),
        Place::Serving(counter) => format!("served at {counter}"),
        Place::Parked { .. } => "parked".to_owned(),
        Place::Referred { .. } => "referred".to_owned(),
        Place::Ended(end) => format!("ended {end:?}"),
    }
}

fn conflict_words(table: &Table, conflict: &ConflictFound) -> String {
    let who = match (conflict.visit, conflict.ticket) {
        (Some(visit), _) => visit_name(&table.day, visit),
        (None, Some(ticket)) => ticket_name(&ticket),
        (None, None) => "nobody".to_owned(),
    };
    format!("conflict {:?} about {who}", conflict.kind)
}

fn why_words(table: &Table, why: &Why) -> String {
    match why {
        Why::Next { level, priority, waiting, over: None } => {
            format!("next of {waiting}, level {level}, priority {priority}")
        }
        Why::Next { level, priority, waiting, over: Some(over) } => format!(
            "next of {waiting}, level {level}, priority {priority}, over {} with {} and {}",
            visit_name(&table.day, over.visit),
            over.level,
            over.priority
        ),
        Why::Sent { waiting } => format!("sent, {waiting} wait"),
        Why::Particular { reason } => format!("particular, {}", name(REASONS, reason.0)),
        Why::AtOnce => "at once".to_owned(),
    }
}
