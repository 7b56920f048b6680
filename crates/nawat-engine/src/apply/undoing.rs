//! A command is taken back.

use crate::day::Day;
use crate::event::Undone;
use crate::visit::{Line, Place, Step};

/// Visit, step and counter stand again as they stood. A step that a transfer made stays behind, in no
/// visit's chain.
pub(super) fn undo(day: &mut Day, undone: &Undone) {
    let taken = day.undo[undone.counter.index()].take().expect("an undo follows what it takes back");
    let mut before = taken.before;
    // The line that it was called from may be gone: the event says where it stands instead.
    before.visit.place = undone.place;
    before.visit.ahead &= !matches!(undone.place, Place::Waiting(Line::Queue(_)));
    let id = before.visit.id;
    day.leave_line(id);
    *day.count.slot(&day.visits[id.index()].place) -= 1;
    let (was_open, party) = (day.visits[id.index()].is_open(), u32::from(before.visit.party));
    day.visits[id.index()] = before.visit;
    *day.count.slot(&before.visit.place) += 1;
    if !was_open {
        day.people += party;
    }
    day.steps[before.step.id.index()] = before.step;
    // The next service may have begun in the same command; it has not begun now.
    if let Some(next) = before.step.next {
        let step = day.steps[next.index()];
        day.steps[next.index()] = Step { next: step.next, ..day.new_step(next, id, step.service) };
    }
    day.counters[undone.counter.index()] = Some(before.counter);
    day.enter_line(id);
}
