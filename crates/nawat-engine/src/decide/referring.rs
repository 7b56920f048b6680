//! Handing a visit to a supervisor, and the answer.

use crate::command::Answer;
use crate::day::Day;
use crate::event::{Event, PlacedFor, VisitEnded};
use crate::ids::{CounterId, ReasonId, VisitId};
use crate::refusal::Refusal;
use crate::visit::{End, Line, Place, Step, StepClose};

/// Decides to hand a visit to a supervisor.
/// Refuses, first match wins: unknown counter or reason; closed, or not serving anybody.
/// Afterwards: the visit is referred, and stays of that kind whatever follows; the counter is free.
pub(super) fn refer(
    day: &Day,
    id: CounterId,
    reason: ReasonId,
    wants_back: bool,
    out: &mut Vec<Event>,
) -> Result<(), Refusal> {
    let counter = super::known_counter(day, id)?;
    super::known_reason(day, reason)?;
    let visit = super::serving_at(day, counter)?;
    let wants_back = wants_back.then_some(id);
    out.push(Event::VisitReferred { visit: visit.id, counter: id, reason, wants_back });
    Ok(())
}

/// Decides the supervisor's answer.
/// Refuses, first match wins: unknown visit or outcome; it has ended, or is not referred; the outcome
/// belongs to other services.
/// Afterwards: returned, it goes ahead of the line of the clerk who asked, wherever that clerk serves now
/// (where nobody is wanted back, or the clerk has gone, into its queue by original arrival); done, the visit
/// goes on to its next service or has ended.
pub(super) fn answer(day: &Day, id: VisitId, answer: Answer, out: &mut Vec<Event>) -> Result<(), Refusal> {
    super::known_visit(day, id)?;
    if let Answer::Done { outcome } = answer {
        day.rules.outcome(outcome).ok_or(Refusal::UnknownOutcome { outcome })?;
    }
    let visit = super::open_visit(day, id)?;
    let Place::Referred { wants_back, .. } = visit.place else {
        return Err(Refusal::VisitNotReferred { visit: id });
    };
    let step = day.step(visit.step);
    let (since, credit) = super::original_arrival(visit);
    match answer {
        Answer::Return => {
            let queue = super::known_service(day, step.service)?.queue;
            let asked = wants_back.and_then(|counter| clerk_who_asked(day, step, counter));
            let line = asked.map_or(Line::Queue(queue), Line::Counter);
            let cause = PlacedFor::ReferralReturned;
            out.push(Event::ReferralAnswered { visit: id, answer });
            out.push(Event::VisitPlaced { visit: id, counter: None, line, since, credit, cause });
        }
        Answer::Done { outcome } => {
            super::serving::outcome_fits(day, outcome, step.service)?;
            out.push(Event::ReferralAnswered { visit: id, answer });
            match step.next {
                None => {
                    // The supervisor's step is of the same service as the one that was handed over.
                    let ended = Step { close: Some(StepClose::Outcome(outcome)), ..*step };
                    let main = day.main_thing(visit, Some(&ended));
                    out.push(Event::VisitEnded(VisitEnded {
                        visit: id,
                        end: End::Served,
                        counter: None,
                        main,
                    }));
                }
                Some(next) => {
                    let queue = super::known_service(day, day.step(next).service)?.queue;
                    let (line, cause) = (Line::Queue(queue), PlacedFor::NextService);
                    out.push(Event::VisitPlaced { visit: id, counter: None, line, since, credit, cause });
                }
            }
        }
    }
    Ok(())
}

/// Where the clerk who referred the visit serves now. A counter that nobody signed in at stands for itself.
fn clerk_who_asked(day: &Day, step: &Step, counter: CounterId) -> Option<CounterId> {
    match step.staff {
        Some(staff) => day.counters().find(|counter| counter.staff == Some(staff)).map(|counter| counter.id),
        None => day.counter(counter).filter(|counter| counter.is_open()).map(|counter| counter.id),
    }
}
