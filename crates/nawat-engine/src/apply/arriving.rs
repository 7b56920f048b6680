//! People come.

use crate::day::{AppointmentState, Day};
use crate::event::TicketIssued;
use crate::ids::StepId;
use crate::time::{Millis, Moment};
use crate::visit::{Line, Place, Visit};

pub(super) fn issue(day: &mut Day, issued: &TicketIssued, at: Moment) {
    let id = issued.visit;
    assert_eq!(id.index(), day.visits.len(), "visits are counted without gaps");
    let step = StepId(day.steps.len() as u32);
    day.steps.push(day.new_step(step, id, issued.service));
    match issued.ticket.lease {
        None => day.next_number[issued.ticket.series.index()] = issued.ticket.number + 1,
        Some(lease) => {
            day.leased_seen.insert((lease, issued.ticket.number));
        }
    }
    if let Some(appointment) = issued.appointment {
        super::appointment_mut(day, appointment).state = AppointmentState::CheckedIn(id);
    }
    let queue = day.rules.service(issued.service).map(|service| service.queue);
    let line = Line::Queue(queue.expect("a ticket is issued for a service of the day's rules"));
    // An appointment's owner who comes early begins to wait at the slot.
    let arrived = at.min(issued.since);
    day.by_reference.insert(issued.reference, id);
    day.visits.push(Visit {
        id,
        ticket: issued.ticket,
        reference: issued.reference,
        person: issued.person,
        segment: issued.segment,
        party: issued.party,
        channel: issued.channel,
        appointment: issued.appointment,
        place: Place::Waiting(line),
        since: issued.since,
        credit: 0,
        first_since: issued.since,
        away_until: None,
        rating: None,
        first_credit: 0,
        arrived,
        ready: issued.since,
        first_called: None,
        last_called: None,
        later_wait: Millis::ZERO,
        moved: arrived,
        ended: None,
        main: None,
        step,
        first_step: step,
        last_step: step,
        referred: false,
        ahead: false,
        calls: 0,
        call_seq: 0,
        why: None,
        touched: 0,
    });
    day.count.issued += 1;
    day.count.waiting += 1;
    day.people += u32::from(issued.party);
    day.enter_line(id);
}
