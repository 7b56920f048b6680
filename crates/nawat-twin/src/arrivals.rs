//! When people come: a Poisson process whose rate moves with the time of day.

use nawat_engine::rules::Hours;
use nawat_engine::time::{Millis, Moment};

use crate::random::Random;

/// How arrivals spread from the opening to the last ticket: the weight of each quarter of an hour. A shorter
/// or longer day stretches the whole, so that the morning stays the busy part in Ramadan too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArrivalProfile {
    weights: Vec<u32>,
}

/// A morning-heavy day: some wait before the doors open, most come in the first hours, few at noon prayer.
/// An assumption, until a centre's own days are there to fit: busiest from half past eight to half past ten.
const MORNING_HEAVY: [u32; 25] =
    [52, 54, 56, 60, 62, 62, 62, 60, 58, 56, 54, 50, 46, 42, 38, 35, 32, 28, 24, 22, 21, 20, 18, 14, 8];

impl Default for ArrivalProfile {
    fn default() -> Self {
        ArrivalProfile { weights: MORNING_HEAVY.to_vec() }
    }
}

impl ArrivalProfile {
    /// From weights of equal stretches of the day. `None` where none of them is above zero.
    pub fn new(weights: Vec<u32>) -> Option<ArrivalProfile> {
        weights.iter().any(|weight| *weight > 0).then_some(ArrivalProfile { weights })
    }

    /// Arrivals of this many people, in order. Given their number, the arrivals of a Poisson process are
    /// independent draws from its profile (Lewis & Shedler 1979).
    pub fn place(&self, people: usize, hours: Hours, random: &mut Random) -> Vec<Moment> {
        let mut arrivals: Vec<Moment> = (0..people).map(|_| self.one(hours, random)).collect();
        arrivals.sort_unstable();
        arrivals
    }

    /// One arrival, drawn from the profile.
    pub fn one(&self, hours: Hours, random: &mut Random) -> Moment {
        let weights = self.weights.iter().map(|weight| u64::from(*weight));
        let stretch = random.weighted(weights).unwrap_or(0) as i64;
        let from = self.edge(hours, stretch);
        let width = self.edge(hours, stretch + 1).after(from).not_negative();
        from.plus(Millis(random.below(width.0 as u64) as i64))
    }

    /// Arrivals of a day that expects this many people, their number drawn too: the process with unit rate
    /// on the axis of expected arrivals, read back through the profile.
    pub fn by_chance(&self, expected: f64, hours: Hours, random: &mut Random) -> Vec<Moment> {
        let total: u64 = self.weights.iter().map(|weight| u64::from(*weight)).sum();
        let mut arrivals = Vec::new();
        let mut reached = random.exponential();
        let mut before = 0.0;
        for (stretch, weight) in (0i64..).zip(&self.weights) {
            let share = expected * f64::from(*weight) / total as f64;
            let from = self.edge(hours, stretch);
            let width = self.edge(hours, stretch + 1).after(from).not_negative().0 as f64;
            while reached < before + share {
                arrivals.push(from.plus(Millis((width * (reached - before) / share) as i64)));
                reached += random.exponential();
            }
            before += share;
        }
        arrivals
    }

    /// How much more than the mean the busiest stretch gets, in thousandths.
    pub fn peak_permille(&self) -> u64 {
        let total: u64 = self.weights.iter().map(|weight| u64::from(*weight)).sum();
        let peak = u64::from(self.weights.iter().copied().max().unwrap_or(0));
        peak * self.weights.len() as u64 * 1_000 / total.max(1)
    }

    /// Where a stretch of the day begins.
    fn edge(&self, hours: Hours, stretch: i64) -> Moment {
        let length = hours.last_ticket.after(hours.opens).not_negative().0;
        hours.opens.plus(Millis(length.saturating_mul(stretch) / self.weights.len() as i64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOURS: Hours = Hours {
        opens: Moment(1_000_000),
        last_ticket: Moment(1_000_000 + 375 * 60_000),
        closes: Moment(1_000_000 + 390 * 60_000),
    };

    fn in_window(arrivals: &[Moment]) -> bool {
        arrivals.iter().all(|at| (HOURS.opens..HOURS.last_ticket).contains(at))
    }

    #[test]
    fn everybody_comes_between_opening_and_last_ticket_in_order() {
        let mut random = Random::new(1, 0);
        let arrivals = ArrivalProfile::default().place(1_000, HOURS, &mut random);
        assert_eq!(arrivals.len(), 1_000);
        assert!(in_window(&arrivals) && arrivals.is_sorted());
    }

    #[test]
    fn each_quarter_of_an_hour_gets_its_share() {
        let profile = ArrivalProfile::default();
        let total: f64 = profile.weights.iter().map(|weight| f64::from(*weight)).sum();
        let mut random = Random::new(2, 0);
        let n = 50_000.0;
        let arrivals = profile.place(n as usize, HOURS, &mut random);
        let chance = profile.by_chance(n, HOURS, &mut random);
        for (stretch, weight) in profile.weights.iter().enumerate() {
            let (from, to) = (profile.edge(HOURS, stretch as i64), profile.edge(HOURS, stretch as i64 + 1));
            let wanted = n * f64::from(*weight) / total;
            for arrivals in [&arrivals, &chance] {
                let came = arrivals.iter().filter(|at| (from..to).contains(at)).count() as f64;
                // Five standard errors of a Poisson count.
                assert!((came - wanted).abs() < 5.0 * wanted.sqrt(), "{stretch}: {came} for {wanted}");
            }
        }
        assert!(in_window(&chance) && chance.is_sorted());
    }

    #[test]
    fn most_come_in_the_first_half_of_the_day() {
        let weights = ArrivalProfile::default().weights;
        let morning: u32 = weights[..12].iter().sum();
        let all: u32 = weights.iter().sum();
        assert!(morning * 100 > all * 60);
        assert!(ArrivalProfile::default().peak_permille() > 1_400);
    }

    #[test]
    fn a_day_without_length_or_weights_harms_nobody() {
        let hours = Hours { opens: Moment(5), last_ticket: Moment(5), closes: Moment(5) };
        let arrivals = ArrivalProfile::default().place(3, hours, &mut Random::new(1, 1));
        assert_eq!(arrivals, [Moment(5); 3]);
        assert_eq!(ArrivalProfile::new(vec![0, 0]), None);
    }
}
