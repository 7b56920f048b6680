//! A command told to the day: decided, stamped with its two times, applied.

use crate::apply::{Stamp, apply_event};
use crate::command::{Command, Said};
use crate::day::Day;
use crate::decide::decide;
use crate::event::{Entry, Event, Record};
use crate::refusal::Refusal;
use crate::two_times::stamp;

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
    let mut stamp = stamped(day, said);
    for event in events.drain(..) {
        let at = stamp.of(said, &event);
        apply_event(day, &at, &event);
        let entry = Entry { by: at.by, synthetic: at.synthetic, first: at.first, event };
        records.push(Record { seq: at.seq, recorded: at.recorded, effective: at.effective, entry });
        stamp = stamp.next();
    }
    debug_assert!(day.count.adds_up());
    Ok(())
}

/// The same for a twin that keeps no stream: the events remain in `events` until the next command.
pub fn tell_unrecorded(day: &mut Day, said: &Said, events: &mut Vec<Event>) -> Result<(), Refusal> {
    events.clear();
    decide(day, said, events)?;
    let mut stamp = stamped(day, said);
    for event in events.iter() {
        apply_event(day, &stamp.of(said, event), event);
        stamp = stamp.next();
    }
    debug_assert!(day.count.adds_up());
    Ok(())
}

/// The stamp of a command's first event.
fn stamped(day: &Day, said: &Said) -> Stamp {
    let (recorded, effective) = stamp(day, said);
    let synthetic = match &said.command {
        Command::OpenDay(opening) => opening.synthetic,
        _ => day.synthetic,
    };
    Stamp { seq: day.seq + 1, recorded, effective, by: said.by, synthetic, first: true }
}

impl Stamp {
    fn next(self) -> Stamp {
        Stamp { seq: self.seq + 1, first: false, ..self }
    }

    /// A ticket told together with its finished visit was given before that visit ended.
    fn of(self, said: &Said, event: &Event) -> Stamp {
        match (&said.command, event) {
            (Command::Observe(_), Event::TicketIssued(issued)) => Stamp { effective: issued.since, ..self },
            _ => self,
        }
    }
}
