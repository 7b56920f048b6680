//! Taking back one's own last command.

use crate::command::Actor;
use crate::day::Day;
use crate::event::{Event, Undone};
use crate::ids::CounterId;
use crate::refusal::Refusal;
use crate::time::Moment;
use crate::visit::{Line, Place};

/// Decides to take back the last call, start, end, no-show, park or transfer of this counter.
/// Refuses, first match wins: unknown counter; nothing to take back; somebody else's command; more than the
/// rules' minute ago; a later event touched the visit or the counter.
/// Afterwards: visit, step and counter stand as they stood; a number once given stays given. Where the line
/// that the visit was called from is gone (its counter has closed), it stands in its queue.
pub(super) fn undo(
    day: &Day,
    id: CounterId,
    by: Actor,
    now: Moment,
    out: &mut Vec<Event>,
) -> Result<(), Refusal> {
    super::known_counter(day, id)?;
    let last =
        day.undo.get(id.index()).and_then(Option::as_ref).ok_or(Refusal::NothingToUndo { counter: id })?;
    if last.by != by {
        return Err(Refusal::UndoNotYours { counter: id });
    }
    if now.after(last.at) > day.rules.undo_within {
        return Err(Refusal::UndoTooLate { counter: id });
    }
    day.undoable(id).ok_or(Refusal::UndoOvertaken { counter: id })?;
    let before = &last.before;
    let place = match before.visit.place {
        Place::Waiting(line) if !is_there(day, line) => {
            let queue = super::known_service(day, before.step.service)?.queue;
            Place::Waiting(Line::Queue(queue))
        }
        place => place,
    };
    out.push(Event::Undone(Box::new(Undone {
        what: last.what,
        seq: last.first,
        visit: before.visit.id,
        counter: id,
        place,
        state: before.counter.state,
    })));
    Ok(())
}

fn is_there(day: &Day, line: Line) -> bool {
    match line {
        Line::Queue(_) => true,
        Line::Counter(counter) => day.counter(counter).is_some_and(|counter| counter.is_open()),
        Line::Staff(staff) => day.counters().any(|counter| counter.staff == Some(staff)),
    }
}
