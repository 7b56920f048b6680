//! What people say of their visit.

use crate::day::Day;
use crate::event::Event;
use crate::ids::VisitId;
use crate::refusal::Refusal;
use crate::visit::{End, Place, Rating};

/// Decides that a person has said how their visit was. They may say it again while the day is open.
/// Refuses, first match wins: unknown visit; a score that is none; the visit has not ended as served.
/// Afterwards: the last word stands, and what ended the visit can no longer be taken back.
pub(super) fn rate(day: &Day, id: VisitId, rating: Rating, out: &mut Vec<Event>) -> Result<(), Refusal> {
    let visit = super::known_visit(day, id)?;
    if !(1..=Rating::BEST).contains(&rating.score) {
        return Err(Refusal::ScoreOutOfRange);
    }
    if visit.place != Place::Ended(End::Served) {
        return Err(Refusal::VisitNotServed { visit: id });
    }
    out.push(Event::VisitRated { visit: id, rating });
    Ok(())
}
