//! One hall under a simulated clock. People and clerks are sampled; who is next, who may come in and what
//! follows from it is asked of the engine, command by command.

use nawat_engine::command::{IssueTicket, OpenDay};
use nawat_engine::ids::{CounterId, OutcomeId, QueueId, ReasonId, Reference, VisitId};
use nawat_engine::rules::{Hours, RulesRef};
use nawat_engine::time::{CivilDay, Millis, Moment};
use nawat_engine::visit::{Channel, Line, Place};
use nawat_engine::{Actor, Command, Day, Event, Refusal, Said, tell_unrecorded};

use super::chances::Chances;
use super::counters::{Clerks, State};
use super::due::{Agenda, What};
use super::tally::Tally;
use crate::scenario::{Scenario, Span};

/// Visits that are kept before those that have ended are forgotten: few enough to stay close to the processor.
const KEPT: usize = 256;
const RULES: RulesRef = RulesRef { version: 1, hash: [0; 32] };

/// A command was refused that the simulated people may always give: scenario and engine contradict each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stuck {
    pub refusal: Refusal,
    pub at: Moment,
}

impl std::fmt::Display for Stuck {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "the hall refused what a simulated person did ({}) at {} ms",
            self.refusal.code(),
            self.at.0
        )
    }
}

impl std::error::Error for Stuck {}

/// Somebody in the hall. The place in the list is that of the engine's visit.
#[derive(Clone, Copy, Debug)]
struct Person {
    /// In the order of coming; never twice.
    number: u64,
    class: u32,
    /// The class whose service they wait for: another one after a referral.
    serves: u32,
    /// When they came to the queue where they are.
    placed: Moment,
    lasts: Millis,
    walking: Millis,
    referred: Option<Millis>,
}

/// A hall that can live many days, with the room it has taken.
#[derive(Debug)]
pub(super) struct Run<'s> {
    scenario: &'s Scenario,
    day: Day,
    events: Vec<Event>,
    agenda: Agenda,
    people: Vec<Person>,
    came: u64,
    clerks: Clerks,
    chances: Vec<Chances>,
    /// The code that a step of each class ends with.
    outcomes: Vec<OutcomeId>,
    tally: Tally,
    opens: Moment,
}

impl<'s> Run<'s> {
    pub fn new(scenario: &'s Scenario) -> Run<'s> {
        let mut day = Day::unopened();
        day.learn(RULES, std::sync::Arc::clone(&scenario.rules));
        let outcome = |class: &crate::scenario::Class| {
            let service = scenario.rules.service(class.service);
            service.and_then(|service| service.outcomes.first().copied()).unwrap_or(OutcomeId(0))
        };
        Run {
            scenario,
            day,
            events: Vec::new(),
            agenda: Agenda::default(),
            people: Vec::with_capacity(2 * KEPT),
            came: 0,
            clerks: Clerks::new(scenario),
            chances: Vec::new(),
            outcomes: scenario.classes.iter().map(outcome).collect(),
            tally: Tally::new(scenario),
            opens: Moment(0),
        }
    }

    /// One replication. `each` sees the tally of the day, or of every batch.
    pub fn live(&mut self, seed: u64, replication: u64, each: &mut impl FnMut(&Tally)) -> Result<(), Stuck> {
        self.begin(seed, replication)?;
        match self.scenario.span {
            Span::Day { hours, .. } => {
                while let Some((at, what)) = self.agenda.first() {
                    self.happens(at, what)?;
                }
                self.end(hours)?;
                each(&self.tally);
                Ok(())
            }
            Span::Endless { warm_up, batches, batch } => {
                self.reach(warm_up)?;
                for _ in 0..batches {
                    let began = self.day.recorded;
                    self.tally.clear();
                    self.reach(self.came + batch)?;
                    self.tally.lasted = self.day.recorded.after(began);
                    for (group, tally) in self.scenario.groups.iter().zip(&mut self.tally.groups) {
                        tally.open = group.counters.len() as u64 * self.tally.lasted.0 as u64;
                    }
                    each(&self.tally);
                }
                Ok(())
            }
        }
    }

    /// Goes on until so many have come.
    fn reach(&mut self, came: u64) -> Result<(), Stuck> {
        while self.came < came
            && let Some((at, what)) = self.agenda.first()
        {
            self.happens(at, what)?;
        }
        Ok(())
    }

    fn begin(&mut self, seed: u64, replication: u64) -> Result<(), Stuck> {
        self.day.begin_again();
        self.agenda.clear();
        self.people.clear();
        self.clerks.clear();
        self.tally.clear();
        self.came = 0;
        let classes = 0..self.scenario.classes.len();
        self.chances.clear();
        self.chances.extend(classes.clone().map(|class| Chances::new(seed, replication, class)));
        let end = Moment(i64::MAX >> 2);
        let endless = Hours { opens: Moment(0), last_ticket: end, closes: end };
        let hours = self.scenario.hours().unwrap_or(endless);
        self.opens = hours.opens;
        let opening = OpenDay {
            date: CivilDay(0),
            rules: RULES,
            hours,
            previous: None,
            synthetic: true,
            leases: Vec::new(),
        };
        self.tell(hours.opens, Command::OpenDay(opening))?;
        self.plan_shifts(hours);
        for class in classes {
            self.plan_arrival(class, false);
        }
        Ok(())
    }

    fn plan_shifts(&mut self, hours: Hours) {
        let serve_to_the_end = match self.scenario.span {
            Span::Day { serve_to_the_end, .. } => serve_to_the_end,
            Span::Endless { .. } => true,
        };
        for group in &self.scenario.groups {
            for counter in &group.counters {
                for shift in &group.shifts {
                    self.agenda.plan(shift.from, What::Opens(*counter));
                    if shift.to < hours.closes {
                        self.agenda.plan(shift.to, What::Closes(*counter));
                    }
                }
                for (place, pause) in group.breaks.iter().enumerate() {
                    self.agenda.plan(pause.from, What::BreakDue(*counter, place as u32));
                }
            }
        }
        if !serve_to_the_end {
            self.agenda.plan(hours.closes, What::DayCloses);
        }
    }

    /// Does what is due first.
    fn happens(&mut self, at: Moment, what: What) -> Result<(), Stuck> {
        match what {
            What::Comes(class) => self.comes(at, class as usize),
            What::Ends(counter) => self.ends(at, counter),
            What::Stands(counter) => self.stands(at, counter),
            What::Leaves(number) => self.leaves(at, number),
            What::Opens(counter) => self.opens(at, counter),
            What::Closes(counter) => {
                self.agenda.done();
                self.clerks.of(counter).going = true;
                if self.clerks.of(counter).state == State::Idle { self.free(at, counter) } else { Ok(()) }
            }
            What::BreakDue(counter, place) => {
                self.agenda.done();
                let group = self.clerks.of(counter).group;
                let pause =
                    self.scenario.groups[group].breaks.get(place as usize).map(|pause| pause.length());
                self.clerks.of(counter).pause = pause;
                if self.clerks.of(counter).state == State::Idle { self.free(at, counter) } else { Ok(()) }
            }
            What::BreakOver(counter) => {
                self.agenda.done();
                self.tell(at, Command::EndBreak { counter })?;
                self.paused_until(at, counter);
                self.free(at, counter)
            }
            What::DayCloses => self.send_home(at),
        }
    }

    fn plan_arrival(&mut self, class: usize, in_place: bool) {
        let scenario = self.scenario;
        match self.chances[class].arrival(&scenario.classes[class].arrivals) {
            Some(at) if in_place => self.agenda.replace(at, What::Comes(class as u32)),
            Some(at) => self.agenda.plan(at, What::Comes(class as u32)),
            None if in_place => self.agenda.done(),
            None => {}
        }
    }

    fn comes(&mut self, at: Moment, place: usize) -> Result<(), Stuck> {
        let scenario = self.scenario;
        let class = &scenario.classes[place];
        self.plan_arrival(place, true);
        let drawn = self.chances[place].person(scenario, class);
        self.came += 1;
        self.tally.classes[place].came += 1;
        let ticket = Command::IssueTicket(IssueTicket {
            service: class.service,
            segment: class.segment,
            party: class.party,
            channel: Channel::Kiosk,
            // Nobody looks at a simulated person's ticket: they need no names.
            reference: Reference(0),
            person: None,
        });
        match self.said(at, ticket) {
            Ok(()) => {}
            Err(Refusal::HallFull { .. } | Refusal::SeriesExhausted { .. } | Refusal::TicketingClosed) => {
                self.tally.classes[place].refused += 1;
                return Ok(());
            }
            Err(refusal) => return Err(Stuck { refusal, at }),
        }
        self.people.push(Person {
            number: self.came,
            class: place as u32,
            serves: place as u32,
            placed: at,
            lasts: drawn.lasts,
            walking: drawn.walking,
            referred: drawn.referred,
        });
        if !self.offered(at, class.queue)?
            && let Some(patience) = drawn.patience
        {
            self.agenda.plan(at.plus(patience), What::Leaves(self.came));
        }
        self.forget();
        Ok(())
    }

    /// Somebody came into a queue: whoever is free looks up.
    fn offered(&mut self, at: Moment, queue: QueueId) -> Result<bool, Stuck> {
        match self.clerks.free_for(queue) {
            Some(counter) => self.calls(at, counter),
            None => Ok(false),
        }
    }

    /// A counter calls whoever is next, if anybody is.
    fn calls(&mut self, at: Moment, counter: CounterId) -> Result<bool, Stuck> {
        match self.said(at, Command::CallNext { counter }) {
            Ok(()) => {}
            Err(Refusal::NobodyWaiting { .. }) => return Ok(false),
            Err(refusal) => return Err(Stuck { refusal, at }),
        }
        let Some(Event::VisitCalled { visit, .. }) = self.events.first() else { return Ok(false) };
        let person = self.people[visit.index()];
        self.was_called(at, person);
        self.clerks.turns(counter, State::Busy);
        self.clerks.of(counter).called = at;
        if person.walking > Millis::ZERO {
            self.agenda.plan(at.plus(person.walking), What::Stands(counter));
            return Ok(true);
        }
        self.tell(at, Command::Start { counter })?;
        self.agenda.plan(at.plus(person.lasts), What::Ends(counter));
        Ok(true)
    }

    fn was_called(&mut self, at: Moment, person: Person) {
        let wait = at.after(person.placed);
        let limits = &self.scenario.within;
        if person.class == person.serves {
            self.tally.classes[person.class as usize].waits.count(wait, limits);
        } else {
            let queue = self.scenario.classes[person.serves as usize].queue;
            self.tally.later[queue.index()].count(wait, limits);
        }
        self.waited(at, person.placed);
    }

    fn waited(&mut self, at: Moment, placed: Moment) {
        if at > placed && !self.tally.slots.is_empty() {
            self.tally.waited(placed.after(self.opens), at.after(self.opens));
        }
    }

    /// The person has walked to the counter.
    fn stands(&mut self, at: Moment, counter: CounterId) -> Result<(), Stuck> {
        self.tell(at, Command::Start { counter })?;
        let person = self.visit_at(counter).and_then(|visit| self.people.get(visit.index()));
        let lasts = person.map_or(Millis::ZERO, |person| person.lasts);
        self.agenda.replace(at.plus(lasts), What::Ends(counter));
        Ok(())
    }

    fn visit_at(&self, counter: CounterId) -> Option<VisitId> {
        self.day.counter(counter).and_then(|counter| counter.visit())
    }

    fn ends(&mut self, at: Moment, counter: CounterId) -> Result<(), Stuck> {
        self.agenda.done();
        let Some(visit) = self.visit_at(counter) else { return Ok(()) };
        let clerk = self.clerks.of(counter);
        clerk.last_end = at;
        let (group, busy) = (clerk.group, at.after(clerk.called).0 as u64);
        self.tally.groups[group].busy += busy;
        let person = self.people[visit.index()];
        match person.referred {
            Some(lasts) => self.refers(at, counter, visit, lasts)?,
            None => {
                let outcome = self.outcomes[person.serves as usize];
                self.tell(at, Command::EndStep { counter, outcome, main: false })?;
                self.tally.classes[person.class as usize].served += 1;
            }
        }
        self.free(at, counter)
    }

    /// The person goes on to another service.
    fn refers(&mut self, at: Moment, counter: CounterId, visit: VisitId, lasts: Millis) -> Result<(), Stuck> {
        let scenario = self.scenario;
        let person = &mut self.people[visit.index()];
        let Some(refer) = scenario.classes[person.class as usize].refer else { return Ok(()) };
        let to = &scenario.classes[refer.to];
        (person.serves, person.placed) = (refer.to as u32, at);
        (person.lasts, person.referred) = (lasts, None);
        let (to, service, placement) = (Line::Queue(to.queue), Some(to.service), refer.placement);
        self.tell(at, Command::Transfer { counter, to, service, placement })?;
        self.offered(at, scenario.classes[refer.to].queue)?;
        Ok(())
    }

    /// A counter has nobody now: it takes its break, closes, or calls the next.
    fn free(&mut self, at: Moment, counter: CounterId) -> Result<(), Stuck> {
        let clerk = *self.clerks.of(counter);
        if clerk.going {
            self.tell(at, Command::CloseCounter { counter })?;
            self.clerks.turns(counter, State::Off);
            self.clerks.of(counter).pause = None;
            self.tally.groups[clerk.group].open += at.after(clerk.opened).not_negative().0 as u64;
        } else if let Some(length) = clerk.pause {
            self.tell(at, Command::StartBreak { counter, reason: ReasonId(0) })?;
            self.clerks.turns(counter, State::Pause(at));
            self.clerks.of(counter).pause = None;
            self.agenda.plan(at.plus(length), What::BreakOver(counter));
        } else if !self.calls(at, counter)? && self.clerks.of(counter).state != State::Idle {
            self.clerks.is_idle(counter);
        }
        Ok(())
    }

    fn paused_until(&mut self, at: Moment, counter: CounterId) {
        let clerk = self.clerks.of(counter);
        if let State::Pause(since) = clerk.state {
            // Time on a break is not time at the counter.
            clerk.opened = clerk.opened.plus(at.after(since));
        }
    }

    fn opens(&mut self, at: Moment, counter: CounterId) -> Result<(), Stuck> {
        self.agenda.done();
        let clerk = self.clerks.of(counter);
        clerk.going = false;
        if clerk.state != State::Off {
            return Ok(());
        }
        clerk.opened = at;
        let profile = self.scenario.groups[clerk.group].profile;
        self.tell(at, Command::OpenCounter { counter, staff: None, profile: Some(profile) })?;
        self.clerks.of(counter).state = State::Busy;
        self.free(at, counter)
    }

    /// The person's patience is at its end, if they still wait for their first call.
    fn leaves(&mut self, at: Moment, number: u64) -> Result<(), Stuck> {
        self.agenda.done();
        let Ok(place) = self.people.binary_search_by_key(&number, |person| person.number) else {
            return Ok(());
        };
        let (visit, person) = (VisitId(place as u32 + 1), self.people[place]);
        let waits = self.day.visit(visit).is_some_and(|visit| matches!(visit.place, Place::Waiting(_)));
        if !waits || person.class != person.serves {
            return Ok(());
        }
        self.tell(at, Command::Leave { visit, redirected: false })?;
        let class = &mut self.tally.classes[person.class as usize];
        class.left += 1;
        class.left_after += at.after(person.placed).0 as u64;
        self.waited(at, person.placed);
        Ok(())
    }

    /// Closing time where nobody is served to the end: who waits is sent home, who is served is not.
    fn send_home(&mut self, at: Moment) -> Result<(), Stuck> {
        self.agenda.done();
        let waiting = |place: &usize| matches!(self.day.visits[*place].place, Place::Waiting(_));
        let places: Vec<usize> = (0..self.day.visits.len()).filter(waiting).collect();
        for place in places {
            self.tell(at, Command::Leave { visit: VisitId(place as u32 + 1), redirected: true })?;
            let person = self.people[place];
            self.tally.classes[person.class as usize].sent_home += 1;
            self.waited(at, person.placed);
        }
        Ok(())
    }

    /// The hall is empty, or nobody is left to serve those who wait.
    fn end(&mut self, hours: Hours) -> Result<(), Stuck> {
        let last = self.clerks.all().map(|clerk| clerk.last_end).max().unwrap_or(hours.closes);
        self.tally.overtime = last.after(hours.closes).not_negative();
        for clerk in self.clerks.all().filter(|clerk| clerk.state != State::Off) {
            let until = hours.closes.max(clerk.last_end);
            self.tally.groups[clerk.group].open += until.after(clerk.opened).not_negative().0 as u64;
        }
        let at = self.day.recorded.max(hours.closes);
        self.tell(at, Command::CloseDay { carry_over: false, heads: Vec::new() })
    }

    /// Drops those who have ended once they are many.
    fn forget(&mut self) {
        let open = self.day.count.issued - self.day.count.ended;
        if self.people.len() < KEPT || (self.people.len() as u64) < 2 * open {
            return;
        }
        let people = &mut self.people;
        self.day.forget_ended(|old, new| people[new.index()] = people[old.index()]);
        people.truncate(self.day.visits.len());
    }

    fn tell(&mut self, at: Moment, command: Command) -> Result<(), Stuck> {
        self.said(at, command).map_err(|refusal| Stuck { refusal, at })
    }

    fn said(&mut self, at: Moment, command: Command) -> Result<(), Refusal> {
        let said = Said { by: Actor::Program, at, effective: None, command };
        tell_unrecorded(&mut self.day, &said, &mut self.events)
    }
}
