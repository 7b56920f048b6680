//! How fast one address may take tickets by phone. Many people share an address (the hall's own network, a
//! telephone company's), so that a crowd passes and a program does not: a burst, then one every few seconds.
//! The counting is that of a leaky bucket (GCRA, ITU-T I.371): only the moment is kept when it is empty.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use nawat_engine::time::{Millis, Moment};

const EVERY: Millis = Millis(5_000);
const BURST: i64 = 40;
const KEPT_MAX: usize = 10_000;

#[derive(Debug, Default)]
pub struct Pace(Mutex<HashMap<Option<IpAddr>, Moment>>);

impl Pace {
    /// One ticket for this address.
    ///
    /// Errors: how long to wait before the next try; nothing is counted then.
    pub fn take(&self, from: Option<IpAddr>, now: Moment) -> Result<(), Millis> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= KEPT_MAX {
            all.retain(|_, empty| *empty > now);
        }
        let empty = all.get(&from).copied().filter(|empty| *empty > now).unwrap_or(now).plus(EVERY);
        let over = empty.after(now).0 - BURST * EVERY.0;
        if over > 0 {
            return Err(Millis(over));
        }
        if all.len() < KEPT_MAX {
            all.insert(from, empty);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crowd_passes_and_a_program_is_slowed_down() {
        let pace = Pace::default();
        let (here, there) = (Some(IpAddr::from([10, 0, 0, 1])), Some(IpAddr::from([10, 0, 0, 2])));
        for _ in 0..BURST {
            assert_eq!(pace.take(here, Moment(0)), Ok(()));
        }
        assert_eq!(pace.take(here, Moment(0)), Err(EVERY));
        assert_eq!(pace.take(there, Moment(0)), Ok(()));
        assert_eq!(pace.take(here, Moment(4_000)), Err(Millis(1_000)));
        assert_eq!(pace.take(here, Moment(5_000)), Ok(()));
        assert_eq!(pace.take(here, Moment(5_000)), Err(EVERY));
        for _ in 0..BURST {
            assert_eq!(pace.take(here, Moment(3_600_000)), Ok(()));
        }
    }
}
