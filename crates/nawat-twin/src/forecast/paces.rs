//! How long the steps of each service last, as far as today and the catalogue tell.

use nawat_engine::Day;
use nawat_engine::ids::ServiceId;
use nawat_engine::time::Millis;

use crate::behaviour::{Behaviour, Length};
use crate::random::Random;

/// What the catalogue's allotted time counts for, in steps: where only a few were seen they are pooled
/// towards it, and a hundred of the day's own outweigh it.
const PRIOR: u64 = 8;
/// The latest of the day are kept: a hall's pace in the afternoon is not that of its opening.
const LATEST: usize = 80;
/// Draws until one lasts longer than a step has lasted already.
const TRIES: usize = 24;

/// Steps of the day by service, with the time that the rules allot.
#[derive(Clone, Debug)]
pub struct Paces {
    services: Vec<Pace>,
}

#[derive(Clone, Debug)]
struct Pace {
    seen: Vec<Millis>,
    allotted: Length,
}

impl Paces {
    /// From the steps that people ended today at a counter.
    pub fn of(day: &Day, behaviour: &Behaviour) -> Paces {
        let pace = |allotted: Millis| {
            let median = allotted.0 as f64 / libm::exp(behaviour.service_spread * behaviour.allotted_at);
            let (median, spread) = (Millis(median as i64), behaviour.service_spread);
            let (least, most) = (Millis::seconds(10), Millis(allotted.0.max(60_000).saturating_mul(6)));
            Pace { seen: Vec::new(), allotted: Length { median, spread, least, most } }
        };
        let services = day.rules.services.iter();
        let mut services: Vec<Pace> = services
            .map(|service| pace(service.as_ref().map_or(Millis::minutes(5), |service| service.allotted)))
            .collect();
        for step in day.steps.iter().rev() {
            if step.was_concluded()
                && step.was_served()
                && step.counter.is_some()
                && let Some(pace) = services.get_mut(step.service.index())
                && pace.seen.len() < LATEST
                && let Some(ended) = step.ended
            {
                pace.seen.push(step.served(ended));
            }
        }
        Paces { services }
    }

    /// A whole step.
    pub fn draw(&self, service: ServiceId, random: &mut Random) -> Millis {
        let Some(pace) = self.services.get(service.index()) else { return Millis::minutes(5) };
        let seen = pace.seen.len() as u64;
        match usize::try_from(random.below(seen + PRIOR)).ok().and_then(|place| pace.seen.get(place)) {
            Some(seen) => *seen,
            None => pace.allotted.draw(random),
        }
    }

    /// What is left of a step that has lasted so long already: drawn until it lasts longer. One that outlasts
    /// them all may end any moment, as long steps do.
    pub fn rest(&self, service: ServiceId, lasted: Millis, random: &mut Random) -> Millis {
        for _ in 0..TRIES {
            let drawn = self.draw(service, random);
            if drawn > lasted {
                return Millis(drawn.0 - lasted.0);
            }
        }
        Millis((lasted.0 as f64 * 0.4 * random.exponential()) as i64)
    }
}
