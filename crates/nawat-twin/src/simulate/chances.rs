//! Chance, one stream for each replication, class and purpose: the same person of the same replication comes
//! at the same time, lasts as long and is as patient, whatever the counters and rules are. So two scenarios
//! with one seed are compared with common random numbers.

use nawat_engine::time::{Millis, Moment};

use crate::random::Random;
use crate::scenario::{Arrivals, Class, Scenario};

/// The chances of one class.
#[derive(Debug)]
pub(super) struct Chances {
    arrivals: Random,
    lasts: Random,
    patience: Random,
    walking: Random,
    referral: Random,
    /// Where in the process of arrivals it is.
    stretch: usize,
    reached: f64,
}

/// What is drawn of a person at the door.
#[derive(Clone, Copy, Debug)]
pub(super) struct Drawn {
    pub lasts: Millis,
    pub patience: Option<Millis>,
    pub walking: Millis,
    /// Goes on to the class's referral, for so long.
    pub referred: Option<Millis>,
}

impl Chances {
    pub fn new(seed: u64, replication: u64, class: usize) -> Chances {
        let stream = |purpose: u64| {
            let number = (replication << 24) | ((class as u64) << 4) | purpose;
            Random::new(seed, number)
        };
        Chances {
            arrivals: stream(0),
            lasts: stream(1),
            patience: stream(2),
            walking: stream(3),
            referral: stream(4),
            stretch: 0,
            reached: 0.0,
        }
    }

    /// The next arrival of a Poisson process: a unit-rate process, read back through the expected number.
    pub fn arrival(&mut self, arrivals: &Arrivals) -> Option<Moment> {
        let mut left = self.arrivals.exponential();
        while let Some(stretch) = arrivals.0.get(self.stretch) {
            let from = self.reached.max(stretch.from.0 as f64);
            let holds = (stretch.to.0 as f64 - from) * stretch.rate;
            if left < holds {
                self.reached = from + left / stretch.rate;
                return Some(Moment(self.reached as i64));
            }
            left -= holds.max(0.0);
            self.stretch += 1;
        }
        None
    }

    pub fn person(&mut self, scenario: &Scenario, class: &Class) -> Drawn {
        Drawn {
            lasts: class.lasts.draw(&mut self.lasts),
            patience: class.patience.as_ref().map(|patience| patience.draw(&mut self.patience)),
            walking: scenario.walking.draw(&mut self.walking),
            referred: class.refer.and_then(|refer| {
                let (goes, to) = (self.referral.unit() < refer.share, scenario.classes.get(refer.to)?);
                // Drawn in any case, so that another share leaves the others' lengths as they are.
                let lasts = to.lasts.draw(&mut self.referral);
                goes.then_some(lasts)
            }),
        }
    }
}
