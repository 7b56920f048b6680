//! How people and clerks behave: lengths of time and shares.
//!
//! These are assumptions for days of which nothing is known but their counts. Where a centre's own days are
//! in the journal they are fitted instead.

use nawat_engine::time::Millis;

use crate::random::Random;

/// Lengths and shares of one centre's people. Shares are parts of a million.
#[derive(Clone, Debug, PartialEq)]
pub struct Behaviour {
    /// Spread of a step's length: standard deviation of its logarithm. 0.55 is within what call centres
    /// and counters show (Brown et al. 2005 find lognormal service).
    pub service_spread: f64,
    /// How many spreads the allotted time lies above the median: the normal quantile of the share of steps
    /// that end within it (1.2265 for 89 %).
    pub allotted_at: f64,
    /// From the call to standing at the counter.
    pub walking: Length,
    /// From an end to the next call: a note, a drink of water.
    pub wrap_up: Length,
    /// How often a free clerk looks up for somebody new.
    pub glance: (Millis, Millis),
    /// Nobody came: called again after this, given up after as long again.
    pub recall_after: Millis,
    /// From a referral to the supervisor's answer.
    pub supervisor: Length,
    /// How long those who will leave stay.
    pub patience: Length,
    /// Who was turned away at the door comes back after this.
    pub comes_again: (Millis, Millis),
    /// A clerk's one break.
    pub pause: (Millis, Millis),
    pub shares: Shares,
}

/// Parts of a million.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shares {
    /// Who come on top of those counted, and end unserved.
    pub unserved_on_top: u32,
    /// Of those: never come when called. The others leave the queue.
    pub no_shows: u32,
    /// With an appointment, where the centre has a segment for it.
    pub appointments: u32,
    /// In a segment that is neither walk-in nor given by an occasion (senior citizens …).
    pub special_segments: u32,
    /// Have something else done in the same visit.
    pub second_service: u32,
    /// Served, but without completing the matter: a document is missing.
    pub not_completed: u32,
    /// Referrals that the supervisor gives back to the clerk.
    pub referrals_returned: u32,
    /// With one companion or more.
    pub companions: u32,
    /// By phone; by reception; the others at the kiosk.
    pub by_phone: u32,
    pub at_reception: u32,
}

/// A lognormal length of time, kept within bounds that people keep to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Length {
    pub median: Millis,
    /// Standard deviation of the logarithm.
    pub spread: f64,
    pub least: Millis,
    pub most: Millis,
}

impl Length {
    /// The length at a standard normal deviate.
    pub fn at(&self, deviate: f64) -> Millis {
        let length = self.median.0 as f64 * libm::exp(self.spread * deviate);
        Millis((length as i64).clamp(self.least.0, self.most.0.max(self.least.0)))
    }

    pub fn draw(&self, random: &mut Random) -> Millis {
        self.at(random.normal())
    }

    /// Mean of the distribution, its bounds left aside.
    pub fn mean(&self) -> Millis {
        Millis((self.median.0 as f64 * libm::exp(self.spread * self.spread / 2.0)) as i64)
    }
}

impl Default for Behaviour {
    fn default() -> Self {
        let length = |median: i64, spread, least, most| Length {
            median: Millis::seconds(median),
            spread,
            least: Millis::seconds(least),
            most: Millis::seconds(most),
        };
        Behaviour {
            service_spread: 0.55,
            allotted_at: 1.2265,
            walking: length(25, 0.4, 8, 90),
            wrap_up: length(15, 0.5, 4, 90),
            glance: (Millis::seconds(3), Millis::seconds(10)),
            recall_after: Millis::seconds(50),
            supervisor: length(480, 0.6, 60, 2_400),
            patience: length(1_080, 0.6, 240, 5_400),
            comes_again: (Millis::minutes(5), Millis::minutes(15)),
            pause: (Millis::minutes(12), Millis::minutes(20)),
            shares: Shares::default(),
        }
    }
}

impl Default for Shares {
    fn default() -> Self {
        Shares {
            unserved_on_top: 20_000,
            no_shows: 400_000,
            appointments: 60_000,
            special_segments: 110_000,
            second_service: 20_000,
            not_completed: 120_000,
            referrals_returned: 200_000,
            companions: 200_000,
            by_phone: 100_000,
            at_reception: 120_000,
        }
    }
}

impl Behaviour {
    /// How long steps of a service with this allotted time take.
    pub fn service(&self, allotted: Millis) -> Length {
        let median = allotted.0 as f64 * libm::exp(-self.allotted_at * self.service_spread);
        Length {
            median: Millis(median as i64),
            spread: self.service_spread,
            least: Millis(allotted.0 / 20),
            most: Millis(allotted.0.saturating_mul(3)),
        }
    }

    /// A clerk's mean time for one visit of a service: call, walk, serve, wrap up.
    pub fn mean_occupation(&self, allotted: Millis) -> Millis {
        self.service(allotted).mean().plus(self.walking.mean()).plus(self.wrap_up.mean())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn about_nine_steps_in_ten_end_within_the_allotted_time() {
        let behaviour = Behaviour::default();
        let mut random = Random::new(3, 0);
        for minutes in [5, 7, 20] {
            let allotted = Millis::minutes(minutes);
            let service = behaviour.service(allotted);
            let n = 20_000;
            let drawn: Vec<Millis> = (0..n).map(|_| service.draw(&mut random)).collect();
            let within = drawn.iter().filter(|length| **length <= allotted).count() as f64 / f64::from(n);
            // Standard error 0.0022.
            assert!((within - 0.89).abs() < 0.01, "{within}");
            let mean = drawn.iter().map(|length| length.0 as f64).sum::<f64>() / f64::from(n);
            assert!((mean / service.mean().0 as f64 - 1.0).abs() < 0.03, "{mean}");
        }
    }

    #[test]
    fn lengths_keep_to_their_bounds() {
        let walking = Behaviour::default().walking;
        assert_eq!(walking.at(-40.0), walking.least);
        assert_eq!(walking.at(40.0), walking.most);
        assert_eq!(walking.at(0.0), walking.median);
    }
}
