//! Opening the day and its counters, breaks, profiles, rules that change during the day.

use crate::command::OpenDay;
use crate::counter::CounterState;
use crate::day::{AppointmentState, Day};
use crate::event::Event;
use crate::ids::{CounterId, ProfileId, ReasonId, StaffId};
use crate::refusal::Refusal;
use crate::rules::{Rules, RulesRef};
use crate::visit::{Line, Place, Step, Visit};

/// Decides the opening of the day.
/// Refuses, first match wins: unknown rules; rules that are not whole.
/// Afterwards: every counter is closed, every number series stands at its beginning.
pub(super) fn open_day(day: &Day, opening: &OpenDay, out: &mut Vec<Event>) -> Result<(), Refusal> {
    let version = opening.rules.version;
    let rules = day.learnt(opening.rules).ok_or(Refusal::UnknownRules { version })?;
    whole(rules, version)?;
    out.push(Event::DayOpened {
        date: opening.date,
        rules: opening.rules,
        hours: opening.hours,
        previous: opening.previous.clone(),
        leases: opening.leases.clone(),
    });
    Ok(())
}

/// Decides that the day goes on by other rules.
/// Refuses, first match wins: unknown rules; rules that are not whole; a queue, a segment, a service or a
/// counter (its profile too) would be gone that somebody who is here, or an appointment still to come, needs.
/// Afterwards: who waits keeps the priority gathered so far; nothing can be undone across the change.
pub(super) fn adopt_rules(day: &Day, rules_ref: RulesRef, out: &mut Vec<Event>) -> Result<(), Refusal> {
    let version = rules_ref.version;
    let rules = day.learnt(rules_ref).ok_or(Refusal::UnknownRules { version })?;
    whole(rules, version)?;
    keeps_what_is_in_use(day, rules)?;
    out.push(Event::RulesAdopted { rules: rules_ref });
    Ok(())
}

fn whole(rules: &Rules, version: u32) -> Result<(), Refusal> {
    if rules.is_whole() { Ok(()) } else { Err(Refusal::RulesNotWhole { version }) }
}

fn keeps_what_is_in_use(day: &Day, rules: &Rules) -> Result<(), Refusal> {
    let here = || day.visits.iter().filter(|visit| visit.is_open());
    let booked = || day.appointments.iter().filter(|booked| booked.state == AppointmentState::Booked);
    for visit in here() {
        if let Place::Waiting(Line::Queue(queue)) = visit.place {
            rules.queue(queue).ok_or(Refusal::RulesDropQueue { queue })?;
        }
    }
    for segment in here().map(|visit| visit.segment).chain(booked().map(|booked| booked.segment)) {
        rules.segment(segment).ok_or(Refusal::RulesDropSegment { segment })?;
    }
    // A referred visit's step has ended and may yet come back.
    let needed = |visit: &Visit, step: &Step| step.ended.is_none() || step.id == visit.step;
    for visit in here() {
        for step in day.steps_of(visit).filter(|step| needed(visit, step)) {
            let service = step.service;
            rules.service(service).ok_or(Refusal::RulesDropService { service })?;
        }
    }
    for service in booked().map(|booked| booked.service) {
        rules.service(service).ok_or(Refusal::RulesDropService { service })?;
    }
    for counter in day.counters().filter(|counter| counter.is_open()) {
        if rules.counter(counter.id).is_none() || rules.profile(counter.profile).is_none() {
            return Err(Refusal::RulesDropCounter { counter: counter.id });
        }
    }
    Ok(())
}

/// Decides that a counter opens.
/// Refuses, first match wins: unknown counter or profile; already open; its clerk serves at another one.
/// Afterwards: it is idle, and may call.
pub(super) fn open_counter(
    day: &Day,
    id: CounterId,
    staff: Option<StaffId>,
    profile: Option<ProfileId>,
    out: &mut Vec<Event>,
) -> Result<(), Refusal> {
    let counter = known(day, id)?;
    let usual = day.rules.counter(id).map(|rule| rule.profile);
    let profile = profile.or(usual).unwrap_or(counter.profile);
    day.rules.profile(profile).ok_or(Refusal::UnknownProfile { profile })?;
    if counter.is_open() {
        return Err(Refusal::CounterAlreadyOpen { counter: id });
    }
    if let Some(staff) = staff
        && let Some(other) = day.counters().find(|counter| counter.staff == Some(staff))
    {
        return Err(Refusal::StaffAtAnotherCounter { staff, counter: other.id });
    }
    out.push(Event::CounterOpened { counter: id, staff, profile });
    Ok(())
}

/// Decides that a break begins.
/// Refuses, first match wins: unknown counter or reason; closed; busy with somebody, or on a break already.
/// Afterwards: nobody is called here until the break ends; who was sent here waits.
pub(super) fn start_break(
    day: &Day,
    id: CounterId,
    reason: ReasonId,
    out: &mut Vec<Event>,
) -> Result<(), Refusal> {
    let counter = known(day, id)?;
    super::known_reason(day, reason)?;
    super::idle(counter)?;
    out.push(Event::BreakStarted { counter: id, reason });
    Ok(())
}

/// Decides that a break ends.
/// Refuses, first match wins: unknown counter; not on a break.
/// Afterwards: it is idle, and may call.
pub(super) fn end_break(day: &Day, id: CounterId, out: &mut Vec<Event>) -> Result<(), Refusal> {
    match known(day, id)?.state {
        CounterState::OnBreak { .. } => {
            out.push(Event::BreakEnded { counter: id });
            Ok(())
        }
        _ => Err(Refusal::CounterNotOnBreak { counter: id }),
    }
}

/// Decides that a counter takes from other queues from now on; whom it has already, it keeps.
/// Refuses, first match wins: unknown counter or profile; closed.
/// Afterwards: its next call goes by the new profile.
pub(super) fn move_profile(
    day: &Day,
    id: CounterId,
    profile: ProfileId,
    out: &mut Vec<Event>,
) -> Result<(), Refusal> {
    let counter = known(day, id)?;
    day.rules.profile(profile).ok_or(Refusal::UnknownProfile { profile })?;
    if !counter.is_open() {
        return Err(Refusal::CounterClosed { counter: id });
    }
    out.push(Event::ProfileMoved { counter: id, profile });
    Ok(())
}

use super::known_counter as known;
