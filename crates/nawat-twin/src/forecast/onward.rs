//! One replication: a copy of the hall goes on until all who waited have been called.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use nawat_engine::command::IssueTicket;
use nawat_engine::counter::CounterState;
use nawat_engine::ids::{CounterId, SegmentId, ServiceId, VisitId};
use nawat_engine::time::{Millis, Moment};
use nawat_engine::visit::{Channel, Place};
use nawat_engine::{Actor, Command, Day, Event, Said, tell_unrecorded};

use super::newcomers::{arrivals, horizon, unknown};
use super::paces::Paces;
use crate::behaviour::Behaviour;
use crate::random::Random;

/// How long a break lasts that nobody has ended, from its beginning.
const BREAK: Millis = Millis(15 * 60_000);

/// When somebody is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Called {
    After(Millis),
    Never,
}

/// What will happen at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Due {
    /// The counter calls, if it is free.
    Look(CounterId),
    /// Everybody who is free looks up: somebody is back whom they could not call.
    LookAll,
    BreakOver(CounterId),
    Start(CounterId),
    End(CounterId),
    Arrival(usize),
}

/// Who was called when, in one replication.
#[derive(Debug, Default)]
pub struct Calls {
    first: HashMap<VisitId, Millis>,
    newcomer: Option<VisitId>,
}

impl Calls {
    pub fn of(&self, visit: VisitId) -> Called {
        self.first.get(&visit).map_or(Called::Never, |wait| Called::After(*wait))
    }

    /// Of the newcomer, where they were let in.
    pub fn newcomer(&self) -> Option<Called> {
        self.newcomer.map(|visit| self.of(visit))
    }
}

/// Runs the hall onward again and again, with the room it has taken.
pub struct Onward<'a> {
    day: Day,
    paces: &'a Paces,
    behaviour: &'a Behaviour,
    due: BinaryHeap<Reverse<(Moment, Due)>>,
    /// Counters whose clerk writes a note after an end, until when.
    wrapping_up: HashMap<CounterId, Moment>,
    events: Vec<Event>,
}

impl<'a> Onward<'a> {
    pub fn new(day: &Day, paces: &'a Paces, behaviour: &'a Behaviour) -> Onward<'a> {
        Onward {
            day: day.clone(),
            paces,
            behaviour,
            due: BinaryHeap::new(),
            wrapping_up: HashMap::new(),
            events: Vec::new(),
        }
    }

    /// One replication, with somebody who comes this very moment.
    pub fn run(
        &mut self,
        day: &Day,
        now: Moment,
        newcomer: Option<(ServiceId, SegmentId)>,
        random: &mut Random,
    ) -> Calls {
        self.day.clone_from(day);
        self.due.clear();
        self.wrapping_up.clear();
        let mut calls = Calls::default();
        let waits = |visit: &&nawat_engine::visit::Visit| matches!(visit.place, Place::Waiting(_));
        let mut wanted = day.visits.iter().filter(waits).count();
        let until = horizon(day, now);
        let coming = arrivals(day, now, until.min(day.hours.last_ticket.max(now)), random);
        self.due.extend(coming.iter().enumerate().map(|(at, (when, _))| Reverse((*when, Due::Arrival(at)))));
        self.take_up(now, random);
        if let Some((service, segment)) = newcomer {
            let reference = unknown(usize::MAX >> 1);
            let ticket =
                IssueTicket { service, segment, party: 1, channel: Channel::Api, reference, person: None };
            if self.tell(now, Command::IssueTicket(ticket)) {
                calls.newcomer = self.day.visits.last().map(|visit| visit.id);
                wanted += 1;
            }
        }
        self.due.push(Reverse((now, Due::LookAll)));
        while let Some(Reverse((at, due))) = self.due.pop() {
            if at > until || calls.first.len() >= wanted {
                break;
            }
            self.live(at, due, &coming, random);
            for event in &self.events {
                if let Event::VisitCalled { visit, .. } = event
                    && (visit.index() < day.visits.len() || Some(*visit) == calls.newcomer)
                {
                    calls.first.entry(*visit).or_insert(at.after(now));
                }
            }
        }
        calls
    }

    /// What every counter is in the middle of.
    fn take_up(&mut self, now: Moment, random: &mut Random) {
        for counter in self.day.counters() {
            let due = match counter.state {
                CounterState::Closed | CounterState::Idle => continue,
                CounterState::OnBreak { .. } => {
                    (counter.since.plus(BREAK).max(now.plus(Millis::MINUTE)), Due::BreakOver(counter.id))
                }
                CounterState::Calling(_) => {
                    (now.plus(self.behaviour.walking.draw(random)), Due::Start(counter.id))
                }
                CounterState::Serving(visit) => {
                    let Some(visit) = self.day.visit(visit) else { continue };
                    let step = self.day.step(visit.step);
                    let rest = self.paces.rest(step.service, step.served(now), random);
                    (now.plus(rest), Due::End(counter.id))
                }
            };
            self.due.push(Reverse(due));
        }
        let away = self.day.visits.iter().filter(|visit| visit.is_away(now)).filter_map(|it| it.away_until);
        self.due.extend(away.map(|until| Reverse((until, Due::LookAll))));
    }

    fn live(&mut self, at: Moment, due: Due, coming: &[(Moment, IssueTicket)], random: &mut Random) {
        self.events.clear();
        match due {
            Due::Look(counter) => self.call(at, counter, random),
            Due::LookAll => self.look_all(at, random),
            Due::BreakOver(counter) => {
                self.tell(at, Command::EndBreak { counter });
                self.call(at, counter, random);
            }
            Due::Start(counter) => {
                if self.tell(at, Command::Start { counter }) {
                    self.serve(at, counter, random);
                }
            }
            Due::End(counter) => self.end(at, counter, random),
            Due::Arrival(number) => {
                if let Some((_, ticket)) = coming.get(number)
                    && self.tell(at, Command::IssueTicket(*ticket))
                {
                    self.look_all(at, random);
                }
            }
        }
    }

    fn look_all(&mut self, at: Moment, random: &mut Random) {
        let ready = |id: &CounterId| self.wrapping_up.get(id).is_none_or(|until| *until <= at);
        let idle = self.day.counters().filter(|counter| counter.state == CounterState::Idle);
        let free: Vec<CounterId> = idle.map(|counter| counter.id).filter(ready).collect();
        for counter in free {
            self.call(at, counter, random);
        }
    }

    fn call(&mut self, at: Moment, counter: CounterId, random: &mut Random) {
        // Several calls of one moment are all looked at by whoever reads the events.
        let before = std::mem::take(&mut self.events);
        if self.tell(at, Command::CallNext { counter }) {
            let walking = self.behaviour.walking.draw(random);
            self.due.push(Reverse((at.plus(walking), Due::Start(counter))));
        }
        self.events.splice(0..0, before);
    }

    /// The step of the visit that is served there now.
    fn serve(&mut self, at: Moment, counter: CounterId, random: &mut Random) {
        let Some(service) = self.service_at(counter) else { return };
        let lasts = self.paces.draw(service, random);
        self.due.push(Reverse((at.plus(lasts), Due::End(counter))));
    }

    fn service_at(&self, counter: CounterId) -> Option<ServiceId> {
        match self.day.counter(counter)?.state {
            CounterState::Serving(visit) => Some(self.day.step(self.day.visit(visit)?.step).service),
            _ => None,
        }
    }

    fn end(&mut self, at: Moment, counter: CounterId, random: &mut Random) {
        let Some(service) = self.service_at(counter) else { return };
        let outcome = self.day.rules.service(service).and_then(|service| service.outcomes.first().copied());
        let Some(outcome) = outcome else { return };
        if !self.tell(at, Command::EndStep { counter, outcome, main: false }) {
            return;
        }
        if self.service_at(counter).is_some() {
            self.serve(at, counter, random);
        } else {
            let free = at.plus(self.behaviour.wrap_up.draw(random));
            self.wrapping_up.insert(counter, free);
            self.due.push(Reverse((free, Due::Look(counter))));
        }
    }

    /// Tells the copy; a refusal changes nothing and is no matter here.
    fn tell(&mut self, at: Moment, command: Command) -> bool {
        let said = Said { by: Actor::Centre, at, effective: None, command };
        tell_unrecorded(&mut self.day, &said, &mut self.events).is_ok()
    }
}
