//! What frames a day: its opening, the rules it goes by, its closing.

use std::sync::Arc;

use crate::call_order::priority;
use crate::counter::Counter;
use crate::day::{Day, Phase};
use crate::event::Event;
use crate::ids::VisitId;
use crate::rules::{Rules, RulesRef};
use crate::visit::{Place, Visit};

use super::Stamp;

pub(super) fn frame(day: &mut Day, stamp: &Stamp, event: &Event) {
    match event {
        Event::DayOpened { date, rules, hours, leases, .. } => {
            (day.phase, day.date, day.hours) = (Phase::Open, *date, *hours);
            day.synthetic = stamp.synthetic;
            day.opened = stamp.effective;
            day.leases = leases.clone();
            adopt(day, *rules);
        }
        Event::RulesAdopted { rules } => adopt(day, *rules),
        Event::DayClosed { .. } => day.phase = Phase::Closed,
        _ => {}
    }
}

/// Makes the rules the day's own. A changed rate is not retroactive: what was gathered so far becomes
/// credit, and everybody is put in line anew.
fn adopt(day: &mut Day, rules_ref: RulesRef) {
    let new: Arc<Rules> = day.learnt(rules_ref).cloned().unwrap_or_else(|| {
        panic!("rules {} were not told to the day before the event that names them", rules_ref.version)
    });
    let open: Vec<VisitId> =
        day.visits.iter().filter(|visit| visit.is_open()).map(|visit| visit.id).collect();
    for id in &open {
        day.leave_line(*id);
        settle(day, *id, &new);
    }
    day.rules = new;
    day.rules_ref = rules_ref;
    let rules = Arc::clone(&day.rules);
    day.lines.make_room(rules.queues.len(), rules.segments.len(), rules.counters.len());
    let counters = rules.counters.len().max(day.counters.len());
    day.counters.resize(counters, None);
    day.undo = vec![None; counters];
    for rule in rules.counters.iter().flatten() {
        day.counters[rule.id.index()].get_or_insert_with(|| Counter::closed(rule.id, rule.profile));
    }
    day.next_number.resize(rules.series.len().max(day.next_number.len()), 0);
    for series in rules.series.iter().flatten() {
        // A series that comes back goes on where it stopped: no number twice in a day.
        let next = &mut day.next_number[series.id.index()];
        *next = series.first.max(*next);
    }
    for id in &open {
        allot_anew(day, *id);
        day.enter_line(*id);
    }
}

/// Steps that nobody was called for yet get the allotted time of the new rules.
fn allot_anew(day: &mut Day, id: VisitId) {
    let mut next = Some(day.visits[id.index()].step);
    while let Some(at) = next {
        let step = &mut day.steps[at.index()];
        if step.called.is_none()
            && let Some(service) = day.rules.service(step.service)
        {
            step.allotted = service.allotted;
        }
        next = step.next;
    }
}

/// Turns the priority gathered until now into credit, where the rate changes.
fn settle(day: &mut Day, id: VisitId, new: &Rules) {
    let rate_in = |rules: &Rules, visit: &Visit| rules.segment(visit.segment).map(|segment| segment.rate);
    let (rules, now) = (Arc::clone(&day.rules), day.recorded);
    let visit = day.visit_mut(id);
    let Some(rate) = rate_in(&rules, visit) else { return };
    if rate_in(new, visit) == Some(rate) {
        return;
    }
    // Who stands in no line gathers nothing since being called.
    let until = match (visit.place, visit.last_called) {
        (Place::Waiting(_), _) | (_, None) => now,
        (_, Some(called)) => called,
    };
    visit.credit = priority(visit, rate, until);
    visit.since = visit.since.max(until);
    visit.settle_first(rate, now);
}
