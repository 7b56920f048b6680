//! The state of one centre's day.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::command::{Lease, WorkChannel};
use crate::counter::{Counter, Undoable};
use crate::event::ConflictFound;
use crate::ids::{
    AppointmentId, CounterId, LeaseId, QueueId, Reference, SegmentId, ServiceId, StepId, VisitId,
};
use crate::lines::Lines;
use crate::random_bits::ByRandomBits;
use crate::rules::{Hours, Rules, RulesRef};
use crate::time::{CivilDay, Moment};
use crate::visit::{Place, Step, Visit};

/// One centre's day, from opening to closing. Changed by [`crate::apply`] alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    pub phase: Phase,
    pub date: CivilDay,
    pub hours: Hours,
    pub rules_ref: RulesRef,
    pub rules: Arc<Rules>,
    /// Rules that the catalogue's stream has told of, so that a day may be opened with them or adopt them.
    pub(crate) book: Vec<(RulesRef, Arc<Rules>)>,
    pub synthetic: bool,
    /// Sequence and time of the last event.
    pub seq: u64,
    pub recorded: Moment,
    pub opened: Moment,
    pub ticketing: Ticketing,
    /// Since when the hall stands still.
    pub suspended: Option<Moment>,
    pub visits: Vec<Visit>,
    /// Visits by their reference; of two that bear the same one the later. Looked up, never walked through.
    pub(crate) by_reference: HashMap<Reference, VisitId, ByRandomBits>,
    /// All steps of the day; [`Day::steps_of`] follows a visit's own. A step that a transfer made and an undo
    /// took back stays behind, in no visit's chain.
    pub steps: Vec<Step>,
    pub(crate) counters: Vec<Option<Counter>>,
    pub(crate) undo: Vec<Option<Undoable>>,
    pub lines: Lines,
    /// The next number of each series; 0 where a series has not begun.
    pub(crate) next_number: Vec<u64>,
    pub leases: Vec<Lease>,
    pub(crate) leased_seen: BTreeSet<(LeaseId, u64)>,
    pub appointments: Vec<Appointment>,
    pub conflicts: Vec<ConflictFound>,
    pub work: Vec<Work>,
    pub count: Count,
    /// Visits that an endless day has forgotten: [`Day::forget_ended`]. They are in `count`.
    pub forgotten: u64,
    /// Persons in the hall, companions too.
    pub people: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Unopened,
    Open,
    Closed,
}

/// Whether tickets are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ticketing {
    /// Until the hour of the last ticket.
    ByHours,
    Closed,
    /// Opened again by somebody: until the day is closed.
    Reopened,
}

/// Visits by where they are. `issued` is the sum of the others, always.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub issued: u64,
    pub waiting: u64,
    pub called: u64,
    pub serving: u64,
    pub parked: u64,
    pub referred: u64,
    pub ended: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appointment {
    pub id: AppointmentId,
    pub slot: Moment,
    pub service: ServiceId,
    pub segment: SegmentId,
    pub reference: Reference,
    pub state: AppointmentState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppointmentState {
    Booked,
    CheckedIn(VisitId),
    Cancelled,
}

/// Work without a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work {
    pub service: ServiceId,
    pub channel: WorkChannel,
    pub quantity: u32,
    pub counter: Option<CounterId>,
    pub at: Moment,
}

impl Day {
    /// A day before its opening.
    pub fn unopened() -> Day {
        Day {
            phase: Phase::Unopened,
            date: CivilDay(0),
            hours: Hours { opens: Moment(0), last_ticket: Moment(0), closes: Moment(0) },
            rules_ref: RulesRef { version: 0, hash: [0; 32] },
            rules: Arc::default(),
            book: Vec::new(),
            synthetic: false,
            seq: 0,
            recorded: Moment(i64::MIN),
            opened: Moment(i64::MIN),
            ticketing: Ticketing::ByHours,
            suspended: None,
            visits: Vec::new(),
            by_reference: HashMap::default(),
            steps: Vec::new(),
            counters: Vec::new(),
            undo: Vec::new(),
            lines: Lines::default(),
            next_number: Vec::new(),
            leases: Vec::new(),
            leased_seen: BTreeSet::new(),
            appointments: Vec::new(),
            conflicts: Vec::new(),
            work: Vec::new(),
            count: Count::default(),
            forgotten: 0,
            people: 0,
        }
    }

    /// The day before its opening again, with the rules it was told of and the room it has taken: for whoever
    /// lives many days.
    pub fn begin_again(&mut self) {
        let room = std::mem::replace(self, Day::unopened());
        self.book = room.book;
        (self.visits, self.steps, self.by_reference) = (room.visits, room.steps, room.by_reference);
        self.visits.clear();
        self.steps.clear();
        self.by_reference.clear();
    }

    /// Tells the day of rules that the catalogue's stream holds. Must precede the event that names them.
    pub fn learn(&mut self, rules_ref: RulesRef, rules: Arc<Rules>) {
        if !self.book.iter().any(|(known, _)| *known == rules_ref) {
            self.book.push((rules_ref, rules));
        }
    }

    pub(crate) fn learnt(&self, rules_ref: RulesRef) -> Option<&Arc<Rules>> {
        self.book.iter().find(|(known, _)| *known == rules_ref).map(|(_, rules)| rules)
    }

    pub fn visit(&self, id: VisitId) -> Option<&Visit> {
        self.visits.get(id.index())
    }

    pub fn visit_by_reference(&self, reference: Reference) -> Option<&Visit> {
        self.by_reference.get(&reference).and_then(|id| self.visit(*id))
    }

    pub fn step(&self, id: StepId) -> &Step {
        &self.steps[id.index()]
    }

    /// The steps of a visit, in their order.
    pub fn steps_of(&self, visit: &Visit) -> impl Iterator<Item = &Step> {
        std::iter::successors(Some(self.step(visit.first_step)), |step| step.next.map(|next| self.step(next)))
    }

    pub fn counter(&self, id: CounterId) -> Option<&Counter> {
        self.counters.get(id.index()).and_then(Option::as_ref)
    }

    pub fn counters(&self) -> impl Iterator<Item = &Counter> {
        self.counters.iter().flatten()
    }

    pub fn appointment(&self, id: AppointmentId) -> Option<&Appointment> {
        self.appointments.get((id.0 as usize).wrapping_sub(1))
    }

    /// The queue that a visit's present step belongs to.
    pub fn home_queue(&self, visit: &Visit) -> Option<QueueId> {
        self.rules.service(self.step(visit.step).service).map(|service| service.queue)
    }

    /// Visits handed to a supervisor and not yet answered, oldest first.
    pub fn referred(&self) -> impl Iterator<Item = &Visit> {
        self.visits.iter().filter(|visit| matches!(visit.place, Place::Referred { .. }))
    }

    /// Visits held back for a while, oldest first.
    pub fn parked(&self) -> impl Iterator<Item = &Visit> {
        self.visits.iter().filter(|visit| matches!(visit.place, Place::Parked { .. }))
    }

    /// What this counter could take back, if anything still can be.
    pub fn undoable(&self, counter: CounterId) -> Option<&Undoable> {
        let undoable = self.undo.get(counter.index()).and_then(Option::as_ref)?;
        let untouched = |touched: u64| touched <= undoable.last;
        let visit = self.visit(undoable.before.visit.id)?;
        (untouched(visit.touched) && untouched(self.counter(counter)?.touched)).then_some(undoable)
    }
}

impl Count {
    pub(crate) fn slot(&mut self, place: &Place) -> &mut u64 {
        match place {
            Place::Waiting(_) => &mut self.waiting,
            Place::Called(_) => &mut self.called,
            Place::Serving(_) => &mut self.serving,
            Place::Parked { .. } => &mut self.parked,
            Place::Referred { .. } => &mut self.referred,
            Place::Ended(_) => &mut self.ended,
        }
    }

    /// Issued = waiting + called + serving + parked + referred + ended.
    pub fn adds_up(&self) -> bool {
        self.issued == self.waiting + self.called + self.serving + self.parked + self.referred + self.ended
    }
}
