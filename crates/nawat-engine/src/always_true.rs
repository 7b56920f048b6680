//! What holds in every state of the day. Checked after each event in tests and on every replay.

use std::collections::HashSet;

use crate::counter::CounterState;
use crate::day::{Count, Day, Phase};
use crate::ids::VisitId;
use crate::visit::{Line, Place};

/// An invariant that does not hold: the engine or the stream is wrong, and no event may be appended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken(pub String);

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Broken {}

/// Checks the whole state. Takes time with the number of visits: not for the hot path.
pub fn always_true(day: &Day) -> Result<(), Broken> {
    counts_add_up(day)?;
    each_visit_in_one_place(day)?;
    each_counter_has_its_visit(day)?;
    no_number_twice(day)?;
    steps_in_order(day)?;
    nothing_lost_at_the_end(day)
}

fn broken<T>(what: String) -> Result<T, Broken> {
    Err(Broken(what))
}

fn counts_add_up(day: &Day) -> Result<(), Broken> {
    let issued = day.visits.len() as u64 + day.forgotten;
    let mut counted = Count { issued, ended: day.forgotten, ..Count::default() };
    let mut people = 0;
    for visit in &day.visits {
        *counted.slot(&visit.place) += 1;
        people += if visit.is_open() { u32::from(visit.party) } else { 0 };
    }
    if counted != day.count || !day.count.adds_up() {
        return broken(format!("counted {counted:?}, kept {:?}", day.count));
    }
    if people != day.people {
        return broken(format!("{people} people in the hall, kept {}", day.people));
    }
    Ok(())
}

fn each_visit_in_one_place(day: &Day) -> Result<(), Broken> {
    let mut standing: HashSet<VisitId> = HashSet::new();
    let mut lines: Vec<(Line, VisitId)> = Vec::new();
    for queue in day.rules.queues.iter().flatten() {
        lines.extend(day.lines.in_queue(queue.id).map(|visit| (Line::Queue(queue.id), visit)));
    }
    for counter in day.counters() {
        let sent = day.lines.sent_to_counter(counter.id).iter();
        lines.extend(sent.map(|visit| (Line::Counter(counter.id), *visit)));
        if let Some(staff) = counter.staff {
            lines.extend(day.lines.sent_to_staff(staff).iter().map(|visit| (Line::Staff(staff), *visit)));
        }
    }
    for (line, id) in lines {
        match day.visit(id) {
            Some(visit) if visit.place == Place::Waiting(line) && standing.insert(id) => {}
            other => return broken(format!("visit {id} stands in {line:?}, but is {other:?}")),
        }
    }
    if !day.lines.sorted() {
        return broken("a line is out of its order".to_owned());
    }
    if standing.len() as u64 != day.count.waiting {
        return broken(format!("{} stand in lines, {} wait", standing.len(), day.count.waiting));
    }
    for visit in &day.visits {
        let line_open = match visit.place {
            Place::Waiting(Line::Counter(counter)) => day.counter(counter).is_some_and(|at| at.is_open()),
            Place::Waiting(Line::Queue(_)) => !visit.ahead,
            _ => true,
        };
        if !line_open {
            return broken(format!("visit {} waits where nobody would call it: {:?}", visit.id, visit.place));
        }
        let at = visit.counter().and_then(|counter| day.counter(counter)).map(|counter| counter.state);
        let fits = match visit.place {
            Place::Called(_) => at == Some(CounterState::Calling(visit.id)),
            Place::Serving(_) => at == Some(CounterState::Serving(visit.id)),
            _ => true,
        };
        if !fits {
            return broken(format!("visit {} is {:?}, its counter {at:?}", visit.id, visit.place));
        }
        if visit.is_open() == visit.ended.is_some() {
            return broken(format!("visit {} is {:?}, ended {:?}", visit.id, visit.place, visit.ended));
        }
    }
    Ok(())
}

fn each_counter_has_its_visit(day: &Day) -> Result<(), Broken> {
    for counter in day.counters() {
        let place = counter.visit().and_then(|visit| day.visit(visit)).map(|visit| visit.place);
        let fits = match counter.state {
            CounterState::Calling(_) => place == Some(Place::Called(counter.id)),
            CounterState::Serving(_) => place == Some(Place::Serving(counter.id)),
            _ => true,
        };
        if !fits {
            return broken(format!("counter {} is {:?}, its visit {place:?}", counter.id, counter.state));
        }
        let elsewhere =
            |other: &&crate::counter::Counter| other.id != counter.id && other.staff == counter.staff;
        if counter.staff.is_some() && day.counters().any(|other| elsewhere(&other)) {
            return broken(format!("staff {:?} sits at counter {} and elsewhere", counter.staff, counter.id));
        }
    }
    Ok(())
}

fn no_number_twice(day: &Day) -> Result<(), Broken> {
    let mut seen = HashSet::new();
    for visit in &day.visits {
        let known = day.visit_by_reference(visit.reference);
        if !known.is_some_and(|known| known.reference == visit.reference && known.id >= visit.id) {
            return broken(format!("visit {} is not found by its reference", visit.id));
        }
        if !seen.insert(visit.ticket) {
            return broken(format!("ticket {:?} was given twice", visit.ticket));
        }
        let next = day.next_number.get(visit.ticket.series.index()).copied().unwrap_or(0);
        if visit.ticket.lease.is_none() && visit.ticket.number >= next {
            return broken(format!("ticket {:?} would be given again, next is {next}", visit.ticket));
        }
    }
    Ok(())
}

fn steps_in_order(day: &Day) -> Result<(), Broken> {
    for visit in &day.visits {
        let mut reached = false;
        let mut last = visit.first_step;
        for step in day.steps_of(visit) {
            if step.visit != visit.id {
                return broken(format!(
                    "step {} of visit {} hangs on visit {}",
                    step.id, step.visit, visit.id
                ));
            }
            if reached && step.started.is_some() {
                return broken(format!("visit {} began step {} before its turn", visit.id, step.id));
            }
            reached |= step.id == visit.step;
            last = step.id;
        }
        if !reached || last != visit.last_step {
            return broken(format!("visit {} has lost its steps", visit.id));
        }
        let main = day.main_step(visit).map(|step| step.service);
        if !visit.is_open() && main != visit.main {
            return broken(format!(
                "visit {} ended with {:?} done, its steps say {main:?}",
                visit.id, visit.main
            ));
        }
    }
    Ok(())
}

fn nothing_lost_at_the_end(day: &Day) -> Result<(), Broken> {
    if day.phase != Phase::Closed {
        return Ok(());
    }
    if day.count.ended != day.count.issued || day.people != 0 {
        return broken(format!("the day is closed with {:?}", day.count));
    }
    match day.counters().find(|counter| counter.is_open()) {
        Some(counter) => broken(format!("the day is closed, counter {} is {:?}", counter.id, counter.state)),
        None => Ok(()),
    }
}
