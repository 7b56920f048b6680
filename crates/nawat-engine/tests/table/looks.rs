//! Looks at the state: lines that begin with a question mark.

use nawat_engine::call_order::{ahead_of, order_for};
use nawat_engine::counter::CounterState;
use nawat_engine::visit::{Place, StepClose};

use super::Table;
use super::events::place_words;
use super::names::{self, OUTCOMES, REASONS, SERVICES, name, span, visit_name};

pub fn look(table: &Table, text: &str) -> Result<(), String> {
    let (what, expected) = text.split_once(':').ok_or("a look is “? what: expected”")?;
    let words: Vec<&str> = what.split_whitespace().collect();
    let came = match words.as_slice() {
        ["order", counter] => order(table, counter)?,
        ["people"] => table.day.people.to_string(),
        ["counts"] => counts(table),
        ["counter", counter] => counter_words(table, counter)?,
        ["tally", counter] => tally(table, counter)?,
        ["conflicts"] => table.day.conflicts.len().to_string(),
        ["work"] => table.day.work.iter().map(|work| work.quantity).sum::<u32>().to_string(),
        ["seq"] => table.day.seq.to_string(),
        ["times", seq] => times(table, seq)?,
        ["visits"] => table.day.visits.len().to_string(),
        [visit] => visit_words(table, visit)?,
        [visit, "steps"] => steps(table, visit)?,
        [visit, "main"] => main_thing(table, visit)?,
        [visit, "wait"] => waits(table, visit)?,
        [visit, "ahead"] => ahead(table, visit)?,
        _ => return Err(format!("“{what}” cannot be looked at")),
    };
    if came == expected.trim() { Ok(()) } else { Err(format!("came: {came}")) }
}

fn order(table: &Table, counter: &str) -> Result<String, String> {
    let claims = order_for(&table.day, names::counter(counter)?, table.day.recorded, usize::MAX);
    let visits: Vec<String> = claims.iter().map(|claim| visit_name(&table.day, claim.visit)).collect();
    Ok(visits.join(" "))
}

/// The two times of an event.
fn times(table: &Table, seq: &str) -> Result<String, String> {
    let seq: usize = seq.parse().map_err(|_| format!("“{seq}” is no sequence number"))?;
    let record = table.records.get(seq.wrapping_sub(1)).ok_or("no such event")?;
    Ok(format!("recorded {}, effective {}", names::clock(record.recorded), names::clock(record.effective)))
}

fn counts(table: &Table) -> String {
    let count = table.day.count;
    format!(
        "issued {} waiting {} called {} serving {} parked {} referred {} ended {}",
        count.issued, count.waiting, count.called, count.serving, count.parked, count.referred, count.ended
    )
}

fn counter_words(table: &Table, counter: &str) -> Result<String, String> {
    let counter = table.day.counter(names::counter(counter)?).ok_or("no such counter")?;
    let visit = |visit| visit_name(&table.day, visit);
    Ok(match counter.state {
        CounterState::Closed => "closed".to_owned(),
        CounterState::Idle => "idle".to_owned(),
        CounterState::Calling(id) => format!("calling {}", visit(id)),
        CounterState::Serving(id) => format!("serving {}", visit(id)),
        CounterState::OnBreak { reason } => format!("on break for {}", name(REASONS, reason.0)),
    })
}

fn tally(table: &Table, counter: &str) -> Result<String, String> {
    let today = table.day.counter(names::counter(counter)?).ok_or("no such counter")?.today;
    Ok(format!(
        "served {} steps {} within {} serving {}",
        today.served,
        today.steps,
        today.within_allotted,
        span(today.serving)
    ))
}

fn visit_words(table: &Table, visit: &str) -> Result<String, String> {
    let id = names::visit(&table.day, visit)?;
    let visit = table.day.visit(id).ok_or("no such visit")?;
    let ahead = if visit.ahead { ", ahead" } else { "" };
    let referred =
        if visit.referred && !matches!(visit.place, Place::Referred { .. }) { ", was referred" } else { "" };
    Ok(format!("{}{ahead}{referred}", place_words(&visit.place)))
}

fn steps(table: &Table, visit: &str) -> Result<String, String> {
    let id = names::visit(&table.day, visit)?;
    let visit = table.day.visit(id).ok_or("no such visit")?;
    let steps = table.day.steps_of(visit).map(|step| {
        let close = match step.close {
            None => "open".to_owned(),
            Some(StepClose::Outcome(outcome)) => name(OUTCOMES, outcome.0),
            Some(close) => format!("{close:?}").to_lowercase(),
        };
        let served = step.served(table.day.recorded);
        format!(
            "{} {close} {} of {}",
            name(SERVICES, step.service.0),
            span(served),
            span(step.allotted.plus(step.extended))
        )
    });
    Ok(steps.collect::<Vec<_>>().join("; "))
}

/// The main thing done so far.
fn main_thing(table: &Table, visit: &str) -> Result<String, String> {
    let id = names::visit(&table.day, visit)?;
    let visit = table.day.visit(id).ok_or("no such visit")?;
    let step = table.day.main_step(visit);
    Ok(step.map_or_else(|| "nothing".to_owned(), |step| name(SERVICES, step.service.0)))
}

fn waits(table: &Table, visit: &str) -> Result<String, String> {
    let id = names::visit(&table.day, visit)?;
    let visit = table.day.visit(id).ok_or("no such visit")?;
    let first = visit.wait().map_or_else(|| "none yet".to_owned(), span);
    Ok(format!("{first}, later {}", span(visit.later_wait)))
}

fn ahead(table: &Table, visit: &str) -> Result<String, String> {
    let id = names::visit(&table.day, visit)?;
    let visit = table.day.visit(id).ok_or("no such visit")?;
    let queue = table.day.home_queue(visit).ok_or("no such queue")?;
    Ok(ahead_of(&table.day, visit, queue, table.day.recorded).to_string())
}
