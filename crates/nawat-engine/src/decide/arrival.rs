//! People come: tickets, appointments, numbers lent to kiosks.

use crate::command::{IssueTicket, Lease};
use crate::day::{AppointmentState, Day, Ticketing};
use crate::event::{Event, TicketIssued};
use crate::ids::{AppointmentId, DeviceId, LeaseId, Reference, SegmentId, SeriesId, ServiceId, VisitId};
use crate::refusal::Refusal;
use crate::time::Moment;
use crate::visit::{Channel, Ticket};

/// Decides a ticket.
/// Refuses, first match wins: unknown service or segment; an empty or too large party; ticketing closed;
/// hall full; the series of numbers used up.
/// Afterwards: the visit waits in the queue of its service, its priority growing from now.
pub(super) fn issue_ticket(
    day: &Day,
    issue: &IssueTicket,
    now: Moment,
    at: Moment,
    out: &mut Vec<Event>,
) -> Result<(), Refusal> {
    let service = super::known_service(day, issue.service)?;
    known_segment(day, issue.segment)?;
    super::party_fits(day, issue.party)?;
    tickets_are_given(day, now)?;
    has_room(day, issue.party)?;
    let ticket = next_ticket(day, service.series)?;
    out.push(Event::TicketIssued(TicketIssued {
        visit: next_visit(day),
        ticket,
        reference: issue.reference,
        service: issue.service,
        segment: issue.segment,
        party: issue.party,
        channel: issue.channel,
        person: issue.person,
        appointment: None,
        since: at,
    }));
    Ok(())
}

/// Decides an appointment of today.
/// Refuses, first match wins: unknown service or segment; a slot outside the day's hours.
/// Afterwards: it is booked; nobody waits for it before its owner checks in.
pub(super) fn book(
    day: &Day,
    slot: Moment,
    (service, segment): (ServiceId, SegmentId),
    reference: Reference,
    out: &mut Vec<Event>,
) -> Result<(), Refusal> {
    super::known_service(day, service)?;
    known_segment(day, segment)?;
    let (opens, closes) = (day.hours.opens, day.hours.closes);
    if slot < opens || slot > closes {
        return Err(Refusal::SlotOutsideHours { opens, closes });
    }
    let appointment = AppointmentId(day.appointments.len() as u32 + 1);
    out.push(Event::AppointmentBooked { appointment, slot, service, segment, reference });
    Ok(())
}

/// Decides that an appointment will not be kept.
/// Refuses, first match wins: unknown appointment; checked in or cancelled already.
/// Afterwards: nobody can check in with it.
pub(super) fn cancel(day: &Day, id: AppointmentId, out: &mut Vec<Event>) -> Result<(), Refusal> {
    booked(day, id)?;
    out.push(Event::AppointmentCancelled { appointment: id });
    Ok(())
}

/// Decides that an appointment's owner has come. Ticketing that has closed does not turn them away.
/// Refuses, first match wins: unknown appointment, its service or segment; an empty or too large party; hall
/// full; the series used up; checked in or cancelled already.
/// Afterwards: the visit waits, its priority growing from the later of slot and check-in.
pub(super) fn check_in(
    day: &Day,
    id: AppointmentId,
    party: u16,
    channel: Channel,
    at: Moment,
    out: &mut Vec<Event>,
) -> Result<(), Refusal> {
    let appointment = day.appointment(id).ok_or(Refusal::UnknownAppointment { appointment: id })?;
    let service = super::known_service(day, appointment.service)?;
    known_segment(day, appointment.segment)?;
    super::party_fits(day, party)?;
    has_room(day, party)?;
    let ticket = next_ticket(day, service.series)?;
    booked(day, id)?;
    out.push(Event::TicketIssued(TicketIssued {
        visit: next_visit(day),
        ticket,
        reference: appointment.reference,
        service: appointment.service,
        segment: appointment.segment,
        party,
        channel,
        person: None,
        appointment: Some(id),
        since: at.max(appointment.slot),
    }));
    Ok(())
}

/// Decides to lend a block of numbers to a kiosk that may lose its connection.
/// Refuses, first match wins: unknown series; an empty block; not enough numbers left.
/// Afterwards: the block's numbers are the device's, used or not; the series goes on after them.
pub(super) fn lease_numbers(
    day: &Day,
    device: DeviceId,
    series: SeriesId,
    count: u32,
    out: &mut Vec<Event>,
) -> Result<(), Refusal> {
    let rules = day.rules.series(series).ok_or(Refusal::UnknownSeries { series })?;
    if count == 0 {
        return Err(Refusal::QuantityZero);
    }
    let first = day.next_number[series.index()];
    let last = first.saturating_add(u64::from(count) - 1);
    if last > rules.last {
        return Err(Refusal::SeriesExhausted { series });
    }
    let id = LeaseId(day.leases.iter().map(|lease| lease.id.0).max().unwrap_or(0).saturating_add(1));
    out.push(Event::NumbersLeased { lease: Lease { id, device, series, day: day.date, first, last } });
    Ok(())
}

fn booked(day: &Day, id: AppointmentId) -> Result<(), Refusal> {
    let appointment = day.appointment(id).ok_or(Refusal::UnknownAppointment { appointment: id })?;
    match appointment.state {
        AppointmentState::Booked => Ok(()),
        _ => Err(Refusal::AppointmentNotOpen { appointment: id }),
    }
}

pub(super) fn known_segment(day: &Day, segment: SegmentId) -> Result<(), Refusal> {
    day.rules.segment(segment).map(|_| ()).ok_or(Refusal::UnknownSegment { segment })
}

fn tickets_are_given(day: &Day, now: Moment) -> Result<(), Refusal> {
    match day.ticketing {
        Ticketing::Reopened => Ok(()),
        Ticketing::ByHours if now < day.hours.last_ticket => Ok(()),
        Ticketing::ByHours | Ticketing::Closed => Err(Refusal::TicketingClosed),
    }
}

fn has_room(day: &Day, party: u16) -> Result<(), Refusal> {
    match day.rules.capacity {
        Some(capacity) if day.people.saturating_add(u32::from(party)) > capacity => {
            Err(Refusal::HallFull { capacity })
        }
        _ => Ok(()),
    }
}

pub(super) fn next_visit(day: &Day) -> VisitId {
    VisitId(day.visits.len() as u32 + 1)
}

pub(super) fn next_ticket(day: &Day, series: SeriesId) -> Result<Ticket, Refusal> {
    let rules = day.rules.series(series).ok_or(Refusal::UnknownSeries { series })?;
    let number = day.next_number[series.index()];
    if number > rules.last {
        return Err(Refusal::SeriesExhausted { series });
    }
    Ok(Ticket { series, number, lease: None })
}
