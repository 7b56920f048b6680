//! Slows down guessing without shutting anybody out: whoever fails again and again from one address waits
//! longer each time, half a minute at the most; the owner of the name at another address does not.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use nawat_engine::time::{Millis, Moment};

/// Tries that cost nothing.
const FREE: u32 = 4;
const LONGEST: Millis = Millis(30_000);
/// After so long without a try the past is forgotten.
const FORGOTTEN: Millis = Millis(15 * 60_000);
const KEPT_MAX: usize = 10_000;

#[derive(Debug, Default)]
pub struct Throttle(Mutex<HashMap<Attempt, Failures>>);

/// Who tries: a name, from an address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Attempt {
    pub name: String,
    pub from: Option<IpAddr>,
}

#[derive(Clone, Copy, Debug)]
struct Failures {
    count: u32,
    last: Moment,
}

impl Throttle {
    /// How long this one must still wait; zero: they may try.
    pub fn wait(&self, attempt: &Attempt, now: Moment) -> Millis {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(failures) = all.get(attempt) else { return Millis::ZERO };
        let pause = pause(failures.count);
        Millis(pause.0 - now.after(failures.last).not_negative().0).not_negative()
    }

    pub fn failed(&self, attempt: Attempt, now: Moment) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= KEPT_MAX {
            all.retain(|_, failures| now.after(failures.last) < FORGOTTEN);
        }
        if all.len() >= KEPT_MAX {
            all.clear();
        }
        let failures = all.entry(attempt).or_insert(Failures { count: 0, last: now });
        if now.after(failures.last) >= FORGOTTEN {
            failures.count = 0;
        }
        *failures = Failures { count: failures.count.saturating_add(1), last: now };
    }

    pub fn succeeded(&self, attempt: &Attempt) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(attempt);
    }
}

/// One second after the first costly failure, then twice as long each time.
fn pause(failures: u32) -> Millis {
    if failures <= FREE {
        return Millis::ZERO;
    }
    Millis(1_000_i64.saturating_mul(1 << (failures - FREE - 1).min(10)).min(LONGEST.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_grows_and_ends() {
        let seconds = |failures| pause(failures).0 / 1_000;
        assert_eq!([0, 4, 5, 6, 9, 10, 99].map(seconds), [0, 0, 1, 2, 16, 30, 30]);
    }

    #[test]
    fn another_address_is_not_slowed_down() {
        let throttle = Throttle::default();
        let attempt =
            |last| Attempt { name: "fatima".to_owned(), from: Some(IpAddr::from([10, 0, 0, last])) };
        for _ in 0..8 {
            throttle.failed(attempt(1), Moment(0));
        }
        assert_eq!(throttle.wait(&attempt(1), Moment(1_000)), Millis(7_000));
        assert_eq!(throttle.wait(&attempt(1), Moment(9_000)), Millis::ZERO);
        assert_eq!(throttle.wait(&attempt(2), Moment(1_000)), Millis::ZERO);
        throttle.succeeded(&attempt(1));
        assert_eq!(throttle.wait(&attempt(1), Moment(1_000)), Millis::ZERO);
    }

    #[test]
    fn a_quarter_of_an_hour_forgets() {
        let throttle = Throttle::default();
        let attempt = Attempt { name: "fatima".to_owned(), from: None };
        for _ in 0..8 {
            throttle.failed(attempt.clone(), Moment(0));
        }
        throttle.failed(attempt.clone(), Moment(FORGOTTEN.0));
        assert_eq!(throttle.wait(&attempt, Moment(FORGOTTEN.0)), Millis::ZERO);
    }
}
