//! A command told to the day: decided, stamped with its two times, applied.

use crate::apply::apply;
use crate::command::{Command, Observation, Said};
use crate::day::{Day, Phase};
use crate::decide::decide;
use crate::event::{Entry, Event, Record};
use crate::refusal::Refusal;
use crate::time::Moment;

/// Decides a command and applies what follows from it. The records are appended to `records`, for whoever
/// keeps the stream; on a refusal nothing has changed. `events` is scratch room that is reused.
pub fn tell(
    day: &mut Day,
    said: &Said,
    events: &mut Vec<Event>,
    records: &mut Vec<Record>,
) -> Result<(), Refusal> {
    events.clear();
    decide(day, said, events)?;
    let (recorded, effective) = stamp(day, said);
    let synthetic = match &said.command {
        Command::OpenDay(opening) => opening.synthetic,
        _ => day.synthetic,
    };
    let mut first = true;
    for event in events.drain(..) {
        let entry = Entry { by: said.by, synthetic, first, event };
        let effective = ticket_seen_at(said, &entry.event).unwrap_or(effective);
        let record = Record { seq: day.seq + 1, recorded, effective, entry };
        apply(day, &record);
        records.push(record);
        first = false;
    }
    debug_assert!(day.count.adds_up());
    Ok(())
}

/// A ticket told together with its finished visit was given before that visit ended.
fn ticket_seen_at(said: &Said, event: &Event) -> Option<Moment> {
    match (&said.command, event) {
        (Command::Observe(_), Event::TicketIssued(issued)) => Some(issued.since),
        _ => None,
    }
}

/// The command's two times. `recorded` never runs back: a late command is stamped by order, and the time it
/// claims is kept as the effective one. An observation carries its own times; they are what happened.
pub(crate) fn stamp(day: &Day, said: &Said) -> (Moment, Moment) {
    let recorded = said.at.max(day.recorded);
    let claimed = match &said.command {
        Command::Observe(Observation::Ticket { at, .. }) => Some(*at),
        Command::Observe(Observation::Visit { step, .. } | Observation::Step { step, .. }) => {
            Some(step.ended)
        }
        _ => said.effective,
    };
    let effective = claimed.unwrap_or(said.at).min(recorded);
    let opened = if day.phase == Phase::Unopened { effective } else { day.opened };
    (recorded, effective.max(opened))
}
