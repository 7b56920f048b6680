//! Names that the tables use for the usual hall's numbers.

use nawat_engine::command::WorkChannel;
use nawat_engine::ids::{
    AppointmentId, CounterId, LeaseId, OutcomeId, ProfileId, QueueId, ReasonId, SegmentId, SeriesId,
    ServiceId, StaffId, VisitId,
};
use nawat_engine::time::{Millis, Moment};
use nawat_engine::visit::{Channel, Line, Ticket};
use nawat_engine::{Actor, Day};

pub const QUEUES: &[&str] = &["inquiries", "updates", "housing", "legal"];
pub const SERVICES: &[&str] = &["inquiry", "update", "mazaya", "interview"];
pub const SERIES: &[&str] = &["A", "B", "C", "D", "K"];
pub const SEGMENTS: &[&str] = &["walk_in", "booked", "senior", "urgent"];
pub const PROFILES: &[&str] = &["all", "inquiries", "ordered", "weighted"];
pub const OUTCOMES: &[&str] = &["done", "advised", "signed"];
pub const REASONS: &[&str] = &["prayer", "lunch", "form", "slow", "other"];
const STAFF: &[&str] = &["nobody", "sara", "omar", "lina"];

fn position(names: &[&str], name: &str) -> Result<u16, String> {
    if let Some(number) = name.strip_prefix('#') {
        return number.parse().map_err(|_| format!("“{name}” is no number"));
    }
    let at = names.iter().position(|known| *known == name);
    at.map(|at| at as u16).ok_or_else(|| format!("“{name}” is none of {names:?}"))
}

pub fn name(names: &[&str], id: u16) -> String {
    names.get(usize::from(id)).map_or_else(|| format!("#{id}"), |name| (*name).to_owned())
}

macro_rules! named {
    ($($function:ident: $id:ident of $names:ident;)*) => {$(
        pub fn $function(name: &str) -> Result<$id, String> {
            position($names, name).map($id)
        }
    )*};
}

named! {
    queue: QueueId of QUEUES;
    service: ServiceId of SERVICES;
    series: SeriesId of SERIES;
    segment: SegmentId of SEGMENTS;
    profile: ProfileId of PROFILES;
    outcome: OutcomeId of OUTCOMES;
    reason: ReasonId of REASONS;
}

pub fn counter(name: &str) -> Result<CounterId, String> {
    name.parse().map(CounterId).map_err(|_| format!("“{name}” is no counter"))
}

pub fn staff(name: &str) -> Result<StaffId, String> {
    position(STAFF, name).map(|id| StaffId(u32::from(id)))
}

pub fn staff_name(id: StaffId) -> String {
    name(STAFF, id.0 as u16)
}

pub fn actor(name: &str) -> Result<Actor, String> {
    Ok(match name {
        "centre" => Actor::Centre,
        "visitor" => Actor::Visitor,
        "program" => Actor::Program,
        "kiosk" => Actor::Device(nawat_engine::ids::DeviceId(1)),
        other => Actor::Staff(staff(other)?),
    })
}

pub fn channel(name: &str) -> Result<Channel, String> {
    Ok(match name {
        "kiosk" => Channel::Kiosk,
        "reception" => Channel::Reception,
        "phone" => Channel::Phone,
        "appointment" => Channel::Appointment,
        "api" => Channel::Api,
        "paper" => Channel::Paper,
        other => return Err(format!("“{other}” is no channel")),
    })
}

pub fn work_channel(name: &str) -> Result<WorkChannel, String> {
    Ok(match name {
        "telephone" => WorkChannel::Telephone,
        "email" => WorkChannel::Email,
        "back_office" => WorkChannel::BackOffice,
        other => return Err(format!("“{other}” is no way of working")),
    })
}

/// `A12`, or `K101/1` for a number of lease 1.
pub fn ticket(text: &str) -> Result<Ticket, String> {
    let (number, lease) = match text.split_once('/') {
        Some((number, lease)) => {
            (number, Some(LeaseId(lease.parse().map_err(|_| format!("“{text}” names no lease"))?)))
        }
        None => (text, None),
    };
    let (letter, digits) = number.split_at_checked(1).ok_or_else(|| format!("“{text}” is no ticket"))?;
    let number = digits.parse().map_err(|_| format!("“{text}” is no ticket"))?;
    Ok(Ticket { series: series(letter)?, number, lease })
}

pub fn ticket_name(ticket: &Ticket) -> String {
    let lease = ticket.lease.map_or_else(String::new, |lease| format!("/{lease}"));
    format!("{}{}{lease}", name(SERIES, ticket.series.0), ticket.number)
}

/// The visit with this ticket; `#9` is visit 9, whether there is one or not.
pub fn visit(day: &Day, text: &str) -> Result<VisitId, String> {
    if let Some(number) = text.strip_prefix('#') {
        return number.parse().map(VisitId).map_err(|_| format!("“{text}” is no visit"));
    }
    let ticket = ticket(text)?;
    let visit = day.visits.iter().find(|visit| visit.ticket == ticket);
    visit.map(|visit| visit.id).ok_or_else(|| format!("nobody has ticket {text}"))
}

pub fn visit_name(day: &Day, id: VisitId) -> String {
    day.visit(id).map_or_else(|| format!("#{id}"), |visit| ticket_name(&visit.ticket))
}

pub fn appointment(text: &str) -> Result<AppointmentId, String> {
    let number = text.strip_prefix('P').and_then(|number| number.parse().ok());
    number.map(AppointmentId).ok_or_else(|| format!("“{text}” is no appointment"))
}

/// `8:05` or `8:05:30`, on the first day.
pub fn moment(text: &str) -> Result<Moment, String> {
    let mut parts = text.split(':').map(|part| part.parse::<i64>());
    let (Some(Ok(hours)), Some(Ok(minutes))) = (parts.next(), parts.next()) else {
        return Err(format!("“{text}” is no time"));
    };
    let seconds = parts.next().unwrap_or(Ok(0)).map_err(|_| format!("“{text}” is no time"))?;
    Ok(Moment(((hours * 60 + minutes) * 60 + seconds) * 1_000))
}

pub fn clock(moment: Moment) -> String {
    let seconds = moment.0 / 1_000;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if seconds == 0 { format!("{hours}:{minutes:02}") } else { format!("{hours}:{minutes:02}:{seconds:02}") }
}

/// `5m` or `90s`.
pub fn length(text: &str) -> Result<Millis, String> {
    let (number, unit) = text.split_at_checked(text.len().saturating_sub(1)).unwrap_or((text, ""));
    match (number.parse(), unit) {
        (Ok(number), "m") => Ok(Millis::minutes(number)),
        (Ok(number), "s") => Ok(Millis::seconds(number)),
        _ => Err(format!("“{text}” is no length of time")),
    }
}

pub fn span(length: Millis) -> String {
    if length.0 % 60_000 == 0 { format!("{}m", length.0 / 60_000) } else { format!("{}s", length.0 / 1_000) }
}

pub fn line_name(line: Line) -> String {
    match line {
        Line::Queue(queue) => name(QUEUES, queue.0),
        Line::Counter(counter) => format!("counter {counter}"),
        Line::Staff(staff) => staff_name(staff),
    }
}
