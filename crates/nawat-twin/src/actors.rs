//! The people and clerks of one day, ready to act whenever somebody tells them the time.

use std::collections::BTreeMap;

use nawat_engine::ids::{CounterId, QueueId, Reference, StaffId};
use nawat_engine::time::{Millis, Moment};
use nawat_engine::{Actor, Command, Day, Phase, Refusal, Said};

use crate::clerk::{Clerk, SIMULATED_STAFF};
use crate::day_plan::DayPlan;
use crate::due::{Agenda, Happening};
use crate::hall::{Hall, HallError};
use crate::life_error::LifeError;
use crate::random::Random;

pub(crate) const SUPERVISOR: Actor = Actor::Staff(StaffId(SIMULATED_STAFF));

/// How long simulated people stay after closing for others who are still there.
const STAY_AMONG_PEOPLE: Millis = Millis(2 * 3_600_000);

/// Nobody lives a day longer than this.
const LONGEST_DAY: Millis = Millis(24 * 3_600_000);

const EVERY_LOOK_ROUND: Millis = Millis(2 * 60_000);

/// Whether anybody else acts in the hall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Company {
    /// Nobody: whatever the hall refuses is a mistake of the plan.
    Alone,
    /// People of flesh and blood take part. They come first: a counter that somebody else opened or acted
    /// at is left to them for the rest of the day, a refusal is a surprise that changes one's mind, what
    /// they referred or stopped stays theirs. Their tickets are called and served like everybody's; a
    /// simulated clerk takes it that they come. A simulated person whom one of them calls is there.
    AmongPeople,
}

/// The simulated people of one day.
#[derive(Debug)]
pub struct Actors {
    pub(crate) plan: DayPlan,
    pub(crate) company: Company,
    pub(crate) random: Random,
    pub(crate) agenda: Agenda,
    pub(crate) clerks: BTreeMap<CounterId, Clerk>,
    pub(crate) by_reference: BTreeMap<Reference, usize>,
    /// Counted people who have not got their ticket yet.
    pub(crate) outside: usize,
    /// Somebody stood before a closed door.
    pub(crate) turned_away: bool,
    /// Queues where somebody waits long, the longest first; each is helped once a look round.
    pub(crate) pressed: Vec<QueueId>,
    closed: bool,
}

pub(crate) type Acted<H> = Result<(), LifeError<<H as Hall>::Error>>;

impl Actors {
    /// The actors of a planned day; nothing has happened yet.
    pub fn new(plan: DayPlan, company: Company) -> Actors {
        let mut agenda = Agenda::default();
        agenda.plan(plan.opening.hours.opens, Happening::DayOpens);
        let outside = plan.people.iter().filter(|person| person.end.is_counted()).count();
        let by_reference =
            plan.people.iter().enumerate().map(|(at, person)| (person.reference, at)).collect();
        Actors {
            random: Random::new(plan.seed, plan.stream(crate::day_plan::Purpose::Acting)),
            clerks: BTreeMap::new(),
            turned_away: false,
            pressed: Vec::new(),
            closed: false,
            plan,
            company,
            agenda,
            by_reference,
            outside,
        }
    }

    /// When somebody wants to do something next; `None` after the day.
    pub fn next_due(&self) -> Option<Moment> {
        self.agenda.next_due()
    }

    /// They closed the day themselves.
    pub fn closed_the_day(&self) -> bool {
        self.closed
    }

    /// Lets everybody do what is due by now. Errors: the hall is broken; alone, also what the hall refused
    /// and a day without end. After an error the day is not to be gone on with.
    pub fn act<H: Hall>(&mut self, now: Moment, hall: &mut H) -> Acted<H> {
        while let Some(what) = self.agenda.take(now) {
            if what != Happening::DayOpens && hall.look(|day| day.phase != Phase::Open) {
                // Somebody else has closed the day.
                self.agenda.clear();
                return Ok(());
            }
            self.happen(what, now, hall)?;
        }
        Ok(())
    }

    fn happen<H: Hall>(&mut self, what: Happening, now: Moment, hall: &mut H) -> Acted<H> {
        match what {
            Happening::DayOpens => self.open_day(now, hall),
            Happening::CounterOpens(counter) => self.open_counter(counter, now, hall),
            Happening::StepEnds(counter, visit) => self.end_step(counter, visit, now, hall),
            Happening::PersonStands(counter, visit) => self.start(counter, visit, now, hall),
            Happening::SupervisorAnswers(visit) => self.answer(visit, now, hall),
            Happening::PersonLeaves(person) => self.leave(person, now, hall),
            Happening::PersonComes(person) => self.come(person, now, hall),
            Happening::PauseEnds(counter) => self.end_pause(counter, now, hall),
            Happening::PauseIsDue(counter) => {
                self.want_pause(counter);
                Ok(())
            }
            Happening::CalledAgain(counter, visit) => self.call_again(counter, visit, now, hall),
            Happening::GivenUp(counter, visit) => self.give_up(counter, visit, now, hall),
            Happening::ClerkLooks(counter) => self.clerk_looks(counter, now, hall),
            Happening::SupervisorLooks => {
                self.supervisor_looks(now, hall)?;
                self.agenda.plan(now.plus(EVERY_LOOK_ROUND), what);
                Ok(())
            }
            Happening::DayCloses => self.close_day(now, hall),
        }
    }

    /// Opens the day and plans it: counters, people, pauses. A day that is open already, as after a restart,
    /// is gone on with; who should have come before now is taken to have been there.
    fn open_day<H: Hall>(&mut self, now: Moment, hall: &mut H) -> Acted<H> {
        let date = self.plan.opening.date;
        let under_way = hall.look(|day| day.phase == Phase::Open && day.date == date);
        if !(under_way && self.company == Company::AmongPeople) {
            if !self.must(Actor::Centre, Command::OpenDay(self.plan.opening.clone()), now, hall)? {
                // Another day is open: nothing to do here.
                return Ok(());
            }
            self.book_appointments(now, hall)?;
        }
        for (at, person) in self.plan.people.iter().enumerate() {
            if under_way && person.comes <= now {
                self.outside = self.outside.saturating_sub(usize::from(person.end.is_counted()));
            } else {
                self.agenda.plan(person.comes, Happening::PersonComes(at));
            }
        }
        for counter in self.plan.staffing.open.clone() {
            let late = Millis(self.random.between(0, 90_000));
            self.agenda.plan(now.plus(late), Happening::CounterOpens(counter));
        }
        self.plan_pauses(now);
        self.agenda.plan(now.plus(EVERY_LOOK_ROUND), Happening::SupervisorLooks);
        self.agenda.plan(self.plan.opening.hours.closes.max(now), Happening::DayCloses);
        Ok(())
    }

    /// Pauses one after another, from a third of the day on.
    fn plan_pauses(&mut self, now: Moment) {
        let hours = self.plan.opening.hours;
        let length = hours.last_ticket.after(hours.opens).not_negative().0;
        let counters = self.plan.staffing.open.len().max(1) as i64;
        for (place, counter) in (0i64..).zip(&self.plan.staffing.open) {
            let at = hours.opens.plus(Millis(length * 35 / 100 + length * 40 / 100 * place / counters));
            if at > now {
                self.agenda.plan(at, Happening::PauseIsDue(*counter));
            }
        }
    }

    /// Closes the day once the hall is empty and nobody is still to come; otherwise looks again a minute
    /// later.
    fn close_day<H: Hall>(&mut self, now: Moment, hall: &mut H) -> Acted<H> {
        let hours = self.plan.opening.hours;
        let in_the_hall = hall.look(|day| day.count.issued - day.count.ended);
        let everyone_gone = in_the_hall == 0 && self.outside == 0;
        let late = self.company == Company::AmongPeople && now >= hours.closes.plus(STAY_AMONG_PEOPLE);
        if !everyone_gone && !late {
            if now.after(hours.opens) > LONGEST_DAY {
                let (day, outside) = (self.plan.date, self.outside);
                return Err(LifeError::NotDrained { day, in_the_hall, outside });
            }
            self.agenda.plan(now.plus(Millis::MINUTE), Happening::DayCloses);
            return Ok(());
        }
        self.go_home(now, hall)?;
        let closing = Command::CloseDay { carry_over: false, heads: Vec::new() };
        self.closed = self.must(Actor::Centre, closing, now, hall)?;
        self.agenda.clear();
        Ok(())
    }

    /// Tells what should be taken. `false`: refused, and people are about.
    pub(crate) fn must<H: Hall>(
        &self,
        by: Actor,
        command: Command,
        at: Moment,
        hall: &mut H,
    ) -> Result<bool, LifeError<H::Error>> {
        match (ask(by, command, at, hall)?, self.company) {
            (None, _) => Ok(true),
            (Some(_), Company::AmongPeople) => Ok(false),
            (Some(refusal), Company::Alone) => Err(LifeError::Refused { day: self.plan.date, at, refusal }),
        }
    }

    /// The simulated person whose visit this is.
    pub(crate) fn person_of(&self, reference: Reference) -> Option<usize> {
        self.by_reference.get(&reference).copied()
    }

    /// A clerk's time, hurried where the day needs it.
    pub(crate) fn hurried(&self, time: Millis) -> Millis {
        Millis(time.0.saturating_mul(i64::from(self.plan.staffing.hurry)) / 1_000)
    }

    pub(crate) fn within(&mut self, (least, most): (Millis, Millis)) -> Millis {
        Millis(self.random.between(least.0, most.0))
    }
}

/// Tells a command that may be refused.
pub(crate) fn ask<H: Hall>(
    by: Actor,
    command: Command,
    at: Moment,
    hall: &mut H,
) -> Result<Option<Refusal>, LifeError<H::Error>> {
    match hall.tell(&Said { by, at, effective: None, command }) {
        Ok(()) => Ok(None),
        Err(HallError::Refused(refusal)) => Ok(Some(refusal)),
        Err(HallError::Broken(error)) => Err(LifeError::Broken(error)),
    }
}

/// Whether a profile takes anybody who waits now.
pub(crate) fn has_work(day: &Day, profile: nawat_engine::ids::ProfileId) -> bool {
    let takes = day.rules.profile(profile).map_or(&[][..], |profile| &profile.takes);
    takes.iter().any(|takes| day.lines.waiting(takes.queue) > 0)
}
