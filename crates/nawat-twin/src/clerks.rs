//! Simulated clerks at their counters: open, look up and see what to do, pause, go home, and keep their hands
//! off where somebody else acts.

use nawat_engine::call_order::next_for;
use nawat_engine::counter::CounterState;
use nawat_engine::ids::{CounterId, ProfileId, QueueId};
use nawat_engine::time::Moment;
use nawat_engine::{Command, Day};

use crate::actors::{Acted, Actors, has_work};
use crate::clerk::{Clerk, clerk_at, staff_at};
use crate::due::Happening;
use crate::hall::Hall;
use crate::life_error::LifeError;

/// What a free clerk sees when looking up.
enum Next {
    Somebody,
    /// Time for the pause, and nobody is kept waiting by it.
    Pause,
    /// The own queues are empty, or it is time to go back to them.
    Profile(ProfileId),
    Nobody,
}

impl Actors {
    /// Opens a counter, unless somebody else did. One that a simulated clerk had before a restart is gone on
    /// with where it stands.
    pub(crate) fn open_counter<H: Hall>(
        &mut self,
        counter: CounterId,
        now: Moment,
        hall: &mut H,
    ) -> Acted<H> {
        let staff = staff_at(counter);
        let Some(found) = hall.look(|day| day.counter(counter).copied()) else { return Ok(()) };
        let usual = hall.look(|day| day.rules.counter(counter).map_or(found.profile, |rule| rule.profile));
        if !found.is_open() {
            let opening = Command::OpenCounter { counter, staff: Some(staff), profile: None };
            if !self.must(clerk_at(counter), opening, now, hall)? {
                return Ok(());
            }
        } else if found.staff != Some(staff) {
            return Ok(());
        }
        let left_it = hall.look(|day| day.counter(counter).map_or(found.state, |counter| counter.state));
        self.clerks.insert(counter, Clerk { usual, left_it, hands_off: false, pause_due: false });
        match left_it {
            CounterState::Calling(visit) => self.agenda.plan(now, Happening::PersonStands(counter, visit)),
            CounterState::Serving(visit) => self.plan_end(counter, visit, now, hall),
            CounterState::OnBreak { .. } => self.agenda.plan(now, Happening::PauseEnds(counter)),
            CounterState::Idle | CounterState::Closed => self.look_up(counter, now),
        }
        Ok(())
    }

    /// A clerk looks up from the desk.
    pub(crate) fn clerk_looks<H: Hall>(&mut self, counter: CounterId, now: Moment, hall: &mut H) -> Acted<H> {
        let Some(clerk) = self.clerk(counter, hall) else { return Ok(()) };
        if clerk.left_it != CounterState::Idle {
            return Ok(());
        }
        match hall.look(|day| self.what_next(day, counter, clerk, now)) {
            Next::Somebody => self.call(counter, now, hall),
            Next::Pause => self.pause(counter, now, hall),
            Next::Profile(profile) => {
                // One clerk a look round is help enough.
                self.pressed.retain(|queue| !hall.look(|day| takes(day, profile, *queue)));
                if self.at_counter(counter, Command::MoveProfile { counter, profile }, now, hall)? {
                    self.look_up(counter, now);
                }
                Ok(())
            }
            Next::Nobody => {
                let glance = self.within(self.plan.behaviour.glance);
                self.agenda.plan(now.plus(glance), Happening::ClerkLooks(counter));
                Ok(())
            }
        }
    }

    fn what_next(&self, day: &Day, counter: CounterId, clerk: Clerk, now: Moment) -> Next {
        if day.suspended.is_some() {
            return Next::Nobody;
        }
        let now_takes = day.counter(counter).map_or(clerk.usual, |counter| counter.profile);
        let calm = day.count.waiting <= day.counters().filter(|counter| counter.is_open()).count() as u64;
        if clerk.pause_due && calm && self.plan.reasons.pause.is_some() {
            return Next::Pause;
        }
        if now_takes != clerk.usual && has_work(day, clerk.usual) {
            return Next::Profile(clerk.usual);
        }
        if next_for(day, counter, now).is_some() {
            return Next::Somebody;
        }
        if now_takes != clerk.usual {
            return Next::Profile(clerk.usual);
        }
        // Where somebody still waits none of the own queues is meant: they are empty.
        let still = self.pressed.iter().filter(|queue| day.lines.waiting(**queue) > 0);
        let helps = still.copied().find_map(|queue| {
            let mut all = day.rules.profiles.iter().flatten();
            all.find(|profile| takes(day, profile.id, queue)).map(|profile| profile.id)
        });
        helps.map_or(Next::Nobody, Next::Profile)
    }

    pub(crate) fn want_pause(&mut self, counter: CounterId) {
        if let Some(clerk) = self.clerks.get_mut(&counter) {
            clerk.pause_due = true;
        }
    }

    fn pause<H: Hall>(&mut self, counter: CounterId, now: Moment, hall: &mut H) -> Acted<H> {
        if let Some(clerk) = self.clerks.get_mut(&counter) {
            clerk.pause_due = false;
        }
        let Some(reason) = self.plan.reasons.pause else { return Ok(()) };
        if self.at_counter(counter, Command::StartBreak { counter, reason }, now, hall)? {
            let length = self.within(self.plan.behaviour.pause);
            self.agenda.plan(now.plus(length), Happening::PauseEnds(counter));
        }
        Ok(())
    }

    pub(crate) fn end_pause<H: Hall>(&mut self, counter: CounterId, now: Moment, hall: &mut H) -> Acted<H> {
        let Some(clerk) = self.clerk(counter, hall) else { return Ok(()) };
        if matches!(clerk.left_it, CounterState::OnBreak { .. })
            && self.at_counter(counter, Command::EndBreak { counter }, now, hall)?
        {
            self.look_up(counter, now);
        }
        Ok(())
    }

    /// Every clerk who is free closes the counter; whom somebody else keeps busy stays.
    pub(crate) fn go_home<H: Hall>(&mut self, now: Moment, hall: &mut H) -> Acted<H> {
        let counters: Vec<CounterId> = self.clerks.keys().copied().collect();
        for counter in counters {
            let free = self.clerk(counter, hall).is_some_and(|clerk| {
                matches!(clerk.left_it, CounterState::Idle | CounterState::OnBreak { .. })
            });
            if free {
                self.at_counter(counter, Command::CloseCounter { counter }, now, hall)?;
            }
        }
        Ok(())
    }

    pub(crate) fn look_up(&mut self, counter: CounterId, now: Moment) {
        let glance = self.within(self.plan.behaviour.glance);
        self.agenda.plan(now.plus(glance), Happening::ClerkLooks(counter));
    }

    pub(crate) fn wrap_up(&mut self, counter: CounterId, now: Moment) {
        let time = self.plan.behaviour.wrap_up.draw(&mut self.random);
        let looks = now.plus(self.hurried(time));
        self.agenda.plan(looks, Happening::ClerkLooks(counter));
    }

    /// Tells a clerk's command. `false`: refused, among people: the counter is left to them.
    pub(crate) fn at_counter<H: Hall>(
        &mut self,
        counter: CounterId,
        command: Command,
        now: Moment,
        hall: &mut H,
    ) -> Result<bool, LifeError<H::Error>> {
        let done = self.must(clerk_at(counter), command, now, hall)?;
        if done {
            self.remember(counter, hall);
        } else if let Some(clerk) = self.clerks.get_mut(&counter) {
            clerk.hands_off = true;
        }
        Ok(done)
    }

    pub(crate) fn remember<H: Hall>(&mut self, counter: CounterId, hall: &H) {
        if let (Some(clerk), Some(state)) = (
            self.clerks.get_mut(&counter),
            hall.look(|day| day.counter(counter).map(|counter| counter.state)),
        ) {
            clerk.left_it = state;
        }
    }

    /// The clerk at a counter that nobody else has touched. A person who was called and left by themselves
    /// has touched nothing.
    fn clerk<H: Hall>(&mut self, counter: CounterId, hall: &H) -> Option<Clerk> {
        let found = hall.look(|day| day.counter(counter).copied())?;
        let clerk = self.clerks.get_mut(&counter).filter(|clerk| !clerk.hands_off)?;
        let left = matches!(clerk.left_it, CounterState::Calling(_)) && found.state == CounterState::Idle;
        if found.staff != Some(staff_at(counter)) || (found.state != clerk.left_it && !left) {
            clerk.hands_off = true;
            return None;
        }
        clerk.left_it = found.state;
        Some(*clerk)
    }

    /// Whether the counter still has the visit as the clerk left it. One that has become free meanwhile goes
    /// on with the next.
    pub(crate) fn has<H: Hall>(
        &mut self,
        counter: CounterId,
        state: CounterState,
        now: Moment,
        hall: &H,
    ) -> bool {
        match self.clerk(counter, hall).map(|clerk| clerk.left_it) {
            Some(found) if found == state => true,
            Some(CounterState::Idle) => {
                self.look_up(counter, now);
                false
            }
            _ => false,
        }
    }
}

fn takes(day: &Day, profile: ProfileId, queue: QueueId) -> bool {
    day.rules.profile(profile).is_some_and(|profile| profile.takes.iter().any(|takes| takes.queue == queue))
}
