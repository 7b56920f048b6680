//! The simulated supervisor: answers what the simulated clerks referred, and looks round the hall.

use nawat_engine::command::Answer;
use nawat_engine::ids::{CounterId, QueueId, VisitId};
use nawat_engine::time::{Millis, Moment};
use nawat_engine::visit::Place;
use nawat_engine::{Command, Day, Ticketing};

use crate::actors::{Acted, Actors, Company, SUPERVISOR};
use crate::clerk::staff_at;
use crate::due::Happening;
use crate::hall::Hall;
use crate::people::Script;
use crate::serving::first_completing;

/// Somebody who has waited this long gets help: a further counter, or a clerk whose own queues are empty.
const WAITED_LONG: Millis = Millis(12 * 60_000);

impl Actors {
    /// Answers a referral as scripted: completed, or given back to the clerk.
    pub(crate) fn answer<H: Hall>(&mut self, visit: VisitId, now: Moment, hall: &mut H) -> Acted<H> {
        let Some((reference, service)) = hall.look(|day| {
            let visit = day.visit(visit)?;
            let referred = matches!(visit.place, Place::Referred { .. });
            referred.then(|| (visit.reference, day.step(visit.step).service))
        }) else {
            // Somebody else has answered.
            return Ok(());
        };
        let script = self.person_of(reference).and_then(|at| self.plan.people.get(at)).map(|it| it.end);
        let answer = match script {
            Some(Script::Referred { returned: true, .. }) => Some(Answer::Return),
            Some(Script::Referred { outcome, .. }) => Some(Answer::Done { outcome }),
            _ => hall.look(|day| first_completing(day, service)).map(|outcome| Answer::Done { outcome }),
        };
        let Some(answer) = answer else { return Ok(()) };
        self.must(SUPERVISOR, Command::AnswerReferral { visit, answer }, now, hall)?;
        Ok(())
    }

    /// Looks round: opens a counter of the reserve where people wait long and, alone, lets in who stands
    /// before a closed door. Among people that is for one of them to say.
    pub(crate) fn supervisor_looks<H: Hall>(&mut self, now: Moment, hall: &mut H) -> Acted<H> {
        let shut = hall.look(|day| match day.ticketing {
            Ticketing::ByHours => now >= day.hours.last_ticket,
            Ticketing::Closed => true,
            Ticketing::Reopened => false,
        });
        if self.turned_away && shut && self.outside > 0 && self.company == Company::Alone {
            self.must(SUPERVISOR, Command::ReopenTicketing, now, hall)?;
        }
        self.turned_away = false;
        self.pressed = hall.look(|day| waited_long(day, now));
        let Some(queue) = self.pressed.first().copied() else { return Ok(()) };
        let help = hall.look(|day| self.reserve_for(day, queue));
        if let Some(counter) = help {
            self.plan.staffing.reserve.retain(|other| *other != counter);
            self.agenda.plan(now.plus(Millis::MINUTE), Happening::CounterOpens(counter));
        }
        Ok(())
    }

    /// A closed counter of the reserve that usually takes this queue.
    fn reserve_for(&self, day: &Day, queue: QueueId) -> Option<CounterId> {
        let fits = |counter: &CounterId| {
            let closed = day.counter(*counter).is_some_and(|counter| !counter.is_open());
            let free = day.counters().all(|other| other.staff != Some(staff_at(*counter)));
            let profile = day.rules.counter(*counter).and_then(|rule| day.rules.profile(rule.profile));
            let takes = profile.is_some_and(|profile| profile.takes.iter().any(|it| it.queue == queue));
            closed && free && takes
        };
        self.plan.staffing.reserve.iter().copied().find(fits)
    }
}

/// Queues where somebody has waited long, the longest wait first.
fn waited_long(day: &Day, now: Moment) -> Vec<QueueId> {
    let mut pressed: Vec<(Moment, QueueId)> = Vec::new();
    for queue in day.rules.queues.iter().flatten() {
        let moved = day.lines.in_queue(queue.id).filter_map(|visit| day.visit(visit));
        // Who came before the slot of an appointment does not wait yet.
        if let Some(oldest) = moved.map(|visit| visit.moved.max(visit.ready)).min()
            && now.after(oldest) >= WAITED_LONG
        {
            pressed.push((oldest, queue.id));
        }
    }
    pressed.sort_unstable();
    pressed.into_iter().map(|(_, queue)| queue).collect()
}
