//! The simulated clerks: who is free, and since when.

use nawat_engine::ids::{CounterId, QueueId};
use nawat_engine::time::{Millis, Moment};

use crate::scenario::Scenario;

/// One counter's clerk.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clerk {
    pub group: usize,
    pub state: State,
    pub opened: Moment,
    /// When the present visit was called.
    pub called: Moment,
    /// A break that waits for the clerk to be free.
    pub pause: Option<Millis>,
    /// The shift is over: closes when free.
    pub going: bool,
    /// When the last visit ended here.
    pub last_end: Moment,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Closed, or no counter of the scenario.
    Off,
    Idle,
    Busy,
    /// On a break since then.
    Pause(Moment),
}

#[derive(Debug)]
pub(super) struct Clerks {
    clerks: Vec<Clerk>,
    /// Who is free, the longest first: a newcomer is called by whoever has been free longest.
    idle: Vec<CounterId>,
    /// Whether a counter takes from a queue, `queues` places a counter.
    takes: Vec<bool>,
    queues: usize,
}

impl Clerks {
    pub fn new(scenario: &Scenario) -> Clerks {
        let (counters, queues) = (scenario.rules.counters.len(), scenario.rules.queues.len());
        let nobody = Clerk {
            group: 0,
            state: State::Off,
            opened: Moment(0),
            called: Moment(0),
            pause: None,
            going: false,
            last_end: Moment(0),
        };
        let mut clerks = vec![nobody; counters];
        let mut takes = vec![false; counters * queues];
        for (place, group) in scenario.groups.iter().enumerate() {
            for counter in &group.counters {
                clerks[counter.index()].group = place;
                for queue in scenario.taken_by(group) {
                    takes[counter.index() * queues + queue.index()] = true;
                }
            }
        }
        Clerks { clerks, idle: Vec::with_capacity(counters), takes, queues }
    }

    pub fn clear(&mut self) {
        self.idle.clear();
        for clerk in &mut self.clerks {
            (clerk.state, clerk.pause, clerk.going) = (State::Off, None, false);
            (clerk.last_end, clerk.called, clerk.opened) = (Moment(0), Moment(0), Moment(0));
        }
    }

    pub fn of(&mut self, counter: CounterId) -> &mut Clerk {
        &mut self.clerks[counter.index()]
    }

    pub fn all(&self) -> impl Iterator<Item = &Clerk> {
        self.clerks.iter()
    }

    /// The one who has been free longest of those who take from a queue.
    pub fn free_for(&self, queue: QueueId) -> Option<CounterId> {
        let takes = |counter: &&CounterId| self.takes[counter.index() * self.queues + queue.index()];
        self.idle.iter().find(takes).copied()
    }

    pub fn is_idle(&mut self, counter: CounterId) {
        self.of(counter).state = State::Idle;
        self.idle.push(counter);
    }

    /// Does something else now.
    pub fn turns(&mut self, counter: CounterId, state: State) {
        if self.of(counter).state == State::Idle
            && let Some(place) = self.idle.iter().position(|other| *other == counter)
        {
            self.idle.remove(place);
        }
        self.of(counter).state = state;
    }
}
