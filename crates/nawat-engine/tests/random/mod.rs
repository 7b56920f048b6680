//! Random halls and random people, from a seed that is printed when a day goes wrong.
//!
//! `NAWAT_SEED=…` repeats one day, `NAWAT_DAYS=…` lives more or fewer of them.

#![allow(dead_code, reason = "each test binary uses its part")]

pub mod commands;
pub mod hall;
mod observations;
pub mod rules;

use commands::Habits;
use hall::Hall;

/// SplitMix64 (Steele, Lea & Flood 2014): small, the same on every machine.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 to just below `end`; 0 where that is empty.
    pub fn below(&mut self, end: u64) -> u64 {
        if end == 0 { 0 } else { self.next() % end }
    }

    pub fn percent(&mut self, chance: u64) -> bool {
        self.below(100) < chance
    }

    pub fn pick<'a, T>(&mut self, among: &'a [T]) -> Option<&'a T> {
        among.get(self.below(among.len() as u64) as usize)
    }

    /// One of some values that are written down.
    pub fn of<T: Copy>(&mut self, among: &[T]) -> T {
        among[self.below(among.len() as u64) as usize]
    }
}

/// Lives one day for each seed, and says which one it was that failed.
pub fn each_day(days: u64, live: impl Fn(&mut Dice)) {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    if let Some(seed) = number("NAWAT_SEED") {
        return live(&mut Dice::new(seed));
    }
    for seed in 0..number("NAWAT_DAYS").unwrap_or(days) {
        let _witness = Witness(seed);
        live(&mut Dice::new(seed));
    }
}

struct Witness(u64);

impl Drop for Witness {
    #[allow(clippy::print_stderr, reason = "the seed is what makes a failure repeatable")]
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the day of NAWAT_SEED={} went wrong", self.0);
        }
    }
}

pub const EVERYTHING: Habits =
    Habits { nonsense: 4, moves: true, appointments: true, observations: true, published: 1 };

/// One day is being repeated: it need not hold all that happens in many.
pub fn single_day() -> bool {
    std::env::var("NAWAT_SEED").is_ok() || std::env::var("NAWAT_DAYS").is_ok()
}

pub fn everything(dice: &mut Dice) -> Hall {
    let first = rules::rules(dice);
    let published = [first.clone(), rules::changed(dice, &first), rules::changed(dice, &first)];
    Hall::open(&published, EVERYTHING)
}
