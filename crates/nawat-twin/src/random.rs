//! Chance from a seed: the same seed gives the same draws on every machine.
//!
//! ChaCha with eight rounds is portable by definition; logarithms and exponentials come from the `libm`
//! crate, since those of the platforms differ in the last digit.

use nawat_engine::ids::Reference;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// One million: shares are given in parts of it.
pub const MILLION: u32 = 1_000_000;

/// A stream of chance. Streams of one seed with different numbers are independent of one another, so that
/// a day drawn alone is the day drawn among others.
#[derive(Clone, Debug)]
pub struct Random(ChaCha8Rng);

impl Random {
    pub fn new(seed: u64, stream: u64) -> Random {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        let mut chance = ChaCha8Rng::from_seed(key);
        chance.set_stream(stream);
        Random(chance)
    }

    /// Evenly among 0 to `count − 1`; 0 where there is nothing to choose from. Without bias: what lies
    /// beyond the last whole multiple is drawn again.
    pub fn below(&mut self, count: u64) -> u64 {
        if count < 2 {
            return 0;
        }
        let beyond = u64::MAX - u64::MAX % count;
        loop {
            let drawn = self.0.next_u64();
            if drawn < beyond {
                return drawn % count;
            }
        }
    }

    /// One of a list's places, evenly; 0 for an empty list.
    pub fn place(&mut self, length: usize) -> usize {
        self.below(length as u64) as usize
    }

    /// A place drawn by its weight; `None` where all weights are zero.
    pub fn weighted(&mut self, weights: impl Iterator<Item = u64> + Clone) -> Option<usize> {
        let total: u64 = weights.clone().fold(0, u64::saturating_add);
        if total == 0 {
            return None;
        }
        let mut left = self.below(total);
        for (place, weight) in weights.enumerate() {
            if left < weight {
                return Some(place);
            }
            left -= weight;
        }
        None
    }

    /// True in `parts` of a million cases.
    pub fn chance(&mut self, parts: u32) -> bool {
        self.below(u64::from(MILLION)) < u64::from(parts)
    }

    /// From `least` to `most`, both included.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        let width = most.saturating_sub(least).max(0) as u64;
        least.saturating_add(self.below(width.saturating_add(1)) as i64)
    }

    /// Above 0 and below 1, in steps of 2⁻⁵³.
    pub fn unit(&mut self) -> f64 {
        const STEP: f64 = 1.0 / 9_007_199_254_740_992.0;
        ((self.0.next_u64() >> 11) as f64 + 0.5) * STEP
    }

    /// Exponential with mean 1.
    pub fn exponential(&mut self) -> f64 {
        -libm::log(self.unit())
    }

    /// Standard normal, by the polar method (Marsaglia & Bray 1964).
    pub fn normal(&mut self) -> f64 {
        loop {
            let (x, y) = (2.0 * self.unit() - 1.0, 2.0 * self.unit() - 1.0);
            let square = x * x + y * y;
            if square > 0.0 && square < 1.0 {
                return x * libm::sqrt(-2.0 * libm::log(square) / square);
            }
        }
    }

    /// Every order equally likely (Fisher & Yates).
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            let other = self.place(last + 1);
            list.swap(last, other);
        }
    }

    /// A name without meaning.
    pub fn reference(&mut self) -> Reference {
        Reference(u128::from(self.0.next_u64()) << 64 | u128::from(self.0.next_u64()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_draws_on_every_machine() {
        // Pinned: a change of generator or of arithmetic would change every synthesis.
        let mut random = Random::new(7, 3);
        let drawn = (random.below(u64::MAX), random.normal().to_bits(), random.exponential().to_bits());
        assert_eq!(drawn, (12_228_748_295_295_190_366, 4_584_920_198_144_018_742, 4_614_255_916_774_906_754));
    }

    #[test]
    fn streams_and_seeds_differ() {
        let first = |seed, stream| Random::new(seed, stream).reference();
        assert_ne!(first(1, 1), first(1, 2));
        assert_ne!(first(1, 1), first(2, 1));
    }

    #[test]
    fn moments_are_those_of_their_distributions() {
        let mut random = Random::new(11, 0);
        let n = 40_000;
        let normal: Vec<f64> = (0..n).map(|_| random.normal()).collect();
        let mean = normal.iter().sum::<f64>() / f64::from(n);
        let square = normal.iter().map(|x| x * x).sum::<f64>() / f64::from(n);
        // Standard errors: 1/√n = 0.005 of the mean, √(2/n) = 0.007 of the second moment.
        assert!(mean.abs() < 0.02, "{mean}");
        assert!((square - 1.0).abs() < 0.03, "{square}");
        let exponential = (0..n).map(|_| random.exponential()).sum::<f64>() / f64::from(n);
        assert!((exponential - 1.0).abs() < 0.02, "{exponential}");
    }

    #[test]
    fn weights_of_zero_are_never_drawn_and_a_shuffle_loses_nobody() {
        let mut random = Random::new(5, 0);
        for _ in 0..200 {
            assert_eq!(random.weighted([0, 3, 0].into_iter()), Some(1));
            assert!((5..=7).contains(&random.between(5, 7)));
        }
        assert_eq!(random.weighted([0, 0].into_iter()), None);
        assert_eq!(random.below(0), 0);
        let mut list: Vec<u32> = (0..100).collect();
        random.shuffle(&mut list);
        assert_ne!(list, (0..100).collect::<Vec<_>>());
        list.sort_unstable();
        assert_eq!(list, (0..100).collect::<Vec<_>>());
    }
}
