//! The cell that everything is counted in.

use nawat_engine::command::WorkChannel;
use nawat_engine::ids::{ProfileId, SegmentId, ServiceId};
use nawat_engine::time::Millis;
use nawat_engine::visit::{End, Rating};
use serde::{Deserialize, Serialize};

use super::durations::Durations;

/// Where something is counted. Which service a figure stands under is said at the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CellKey {
    pub service: ServiceId,
    /// The centre's hour (0 to 23) at which the visit came, or the work was noted.
    pub hour: u8,
    /// The counters it happened at: those that open with this profile. `None` where no counter took part.
    pub group: Option<ProfileId>,
    /// `None` for work without a visit.
    pub segment: Option<SegmentId>,
}

/// The figures of one cell; all of them add up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Received customers: visits that ended and that somebody dealt with. Under the main thing done.
    pub received: u64,
    /// Of the received: handed to a supervisor at least once. Their kind is *referred*.
    pub referred: u64,
    /// Of the received: at least one matter was completed.
    pub completed: u64,
    /// Persons that the received visits stood for, companions too.
    pub persons: u64,
    /// How the received visits ended, where it was not as served.
    pub broken_off: Ends,
    /// Visits that ended and that nobody dealt with. Under the service asked for.
    pub unserved: Ends,
    /// From the ticket (for an appointment the later of slot and check-in) to the first call, of everybody
    /// who was called. Under the service asked for.
    pub wait: Durations,
    /// Time spent waiting after the first call, of those who waited again. Under the service asked for.
    pub later_wait: Durations,
    /// Steps at a counter, held against the promise of minutes. Under the step's own service.
    pub counter_steps: Steps,
    /// Interviews, inspections, and what supervisors finished without a counter.
    pub other_steps: Steps,
    /// Work without a visit.
    pub work: WorkDone,
    /// What people said of their visit. Under the main thing done.
    pub ratings: Ratings,
}

/// Visits by how they ended, served ones apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ends {
    pub left: u64,
    pub no_show: u64,
    pub redirected: u64,
    pub day_closed: u64,
    pub carried_over: u64,
}

/// Steps that a person ended. What the day's end cut short is not among them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Steps {
    /// Of the ended ones: within the time allotted to their service, extensions left out.
    pub within_allotted: u64,
    /// Of the ended ones: closed with an outcome that completes the matter.
    pub completed: u64,
    /// Time served, all stretches of a step added. Its count is the number of steps ended.
    pub service_time: Durations,
}

/// Quantities of work without a visit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkDone {
    pub telephone: u64,
    pub email: u64,
    pub back_office: u64,
}

/// Ratings of visits that were served.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ratings {
    /// How many gave each score, the worst first.
    pub scores: [u64; Rating::BEST as usize],
    /// To whom it was clear what happens next, and to whom not. Many do not say.
    pub clear: u64,
    pub unclear: u64,
}

impl Ratings {
    pub fn count(&mut self, rating: Rating) {
        let place = usize::from(rating.score).checked_sub(1);
        if let Some(score) = place.and_then(|place| self.scores.get_mut(place)) {
            *score += 1;
        }
        self.clear += u64::from(rating.clear == Some(true));
        self.unclear += u64::from(rating.clear == Some(false));
    }

    pub fn total(&self) -> u64 {
        self.scores.iter().copied().fold(0, u64::saturating_add)
    }

    fn merge(&mut self, other: Ratings) {
        for (score, other) in self.scores.iter_mut().zip(other.scores) {
            add(score, other);
        }
        add(&mut self.clear, other.clear);
        add(&mut self.unclear, other.unclear);
    }
}

impl Cell {
    pub fn merge(&mut self, other: &Cell) {
        add(&mut self.received, other.received);
        add(&mut self.referred, other.referred);
        add(&mut self.completed, other.completed);
        add(&mut self.persons, other.persons);
        self.broken_off.merge(other.broken_off);
        self.unserved.merge(other.unserved);
        self.wait.merge(&other.wait);
        self.later_wait.merge(&other.later_wait);
        self.counter_steps.merge(&other.counter_steps);
        self.other_steps.merge(&other.other_steps);
        self.work.merge(other.work);
        self.ratings.merge(other.ratings);
    }
}

impl Ends {
    /// Counts one visit. A served one is counted elsewhere.
    pub fn count(&mut self, end: End) {
        match end {
            End::Served => {}
            End::Left => self.left += 1,
            End::NoShow => self.no_show += 1,
            End::Redirected => self.redirected += 1,
            End::DayClosed => self.day_closed += 1,
            End::CarriedOver => self.carried_over += 1,
        }
    }

    pub fn total(self) -> u64 {
        [self.left, self.no_show, self.redirected, self.day_closed, self.carried_over]
            .into_iter()
            .fold(0, u64::saturating_add)
    }

    fn merge(&mut self, other: Ends) {
        add(&mut self.left, other.left);
        add(&mut self.no_show, other.no_show);
        add(&mut self.redirected, other.redirected);
        add(&mut self.day_closed, other.day_closed);
        add(&mut self.carried_over, other.carried_over);
    }
}

impl Steps {
    /// Counts one ended step.
    pub fn count(&mut self, served: Millis, within_allotted: bool, completes: bool) {
        self.service_time.record(served);
        self.within_allotted += u64::from(within_allotted);
        self.completed += u64::from(completes);
    }

    pub fn ended(&self) -> u64 {
        self.service_time.count()
    }

    pub fn merge(&mut self, other: &Steps) {
        add(&mut self.within_allotted, other.within_allotted);
        add(&mut self.completed, other.completed);
        self.service_time.merge(&other.service_time);
    }
}

impl WorkDone {
    pub fn count(&mut self, channel: WorkChannel, quantity: u32) {
        let slot = match channel {
            WorkChannel::Telephone => &mut self.telephone,
            WorkChannel::Email => &mut self.email,
            WorkChannel::BackOffice => &mut self.back_office,
        };
        add(slot, u64::from(quantity));
    }

    pub fn total(self) -> u64 {
        self.telephone.saturating_add(self.email).saturating_add(self.back_office)
    }

    fn merge(&mut self, other: WorkDone) {
        add(&mut self.telephone, other.telephone);
        add(&mut self.email, other.email);
        add(&mut self.back_office, other.back_office);
    }
}

/// Stored bytes are not trusted to add up below the limit.
fn add(to: &mut u64, count: u64) {
    *to = to.saturating_add(count);
}
