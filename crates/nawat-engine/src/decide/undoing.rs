//! Taking back one's own last command.

use crate::command::Actor;
use crate::day::Day;
use crate::event::{Event, Undone};
use crate::ids::CounterId;
use crate::refusal::Refusal;
use crate::time::Moment;

/// Decides to take back the last call, start, end, no-show, park or transfer of this counter.
/// Refuses, first match wins: unknown counter; nothing to take back; somebody else's command; more than the
/// rules' minute ago; a later event touched the visit or the counter.
/// Afterwards: visit, step and counter stand as they stood; a number once given stays given.
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
    out.push(Event::Undone(Box::new(Undone {
        what: last.what,
        seq: last.first,
        visit: before.visit.id,
        counter: id,
        place: before.visit.place,
        state: before.counter.state,
    })));
    Ok(())
}
