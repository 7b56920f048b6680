//! A distribution of lengths of time that adds up over days.

use std::collections::BTreeMap;

use hdrhistogram::Histogram;
use nawat_engine::time::Millis;
use serde::{Deserialize, Serialize};

/// How far above the true quantile a reported one may lie, at the most: three significant figures.
pub const RELATIVE_ERROR: f64 = 0.001;

const SIGNIFICANT_FIGURES: u8 = 3;
/// Values below this have a bucket of their own; above, a bucket is one part in 1,024 to 2,048 wide.
const SUB_BUCKET_BITS: u32 = 11;
/// Nothing of one day takes longer than a week.
const LONGEST_MS: u64 = 7 * 24 * 3_600_000;

/// An HDR histogram of milliseconds, kept sparse: a cell of a day holds a handful of values, where the
/// dense form takes a hundred kilobytes. The buckets are those of hdrhistogram at three significant
/// figures, and the quantiles are its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Durations {
    /// The lowest value of a bucket in milliseconds, and how many values lie in it.
    buckets: BTreeMap<u64, u64>,
    /// All values added, exact.
    sum_ms: u64,
}

impl Durations {
    /// Adds one length. Negative ones count as zero.
    pub fn record(&mut self, length: Millis) {
        let ms = u64::try_from(length.0).unwrap_or(0).min(LONGEST_MS);
        let bucket = self.buckets.entry(lowest_equivalent(ms)).or_default();
        *bucket = bucket.saturating_add(1);
        self.sum_ms = self.sum_ms.saturating_add(ms);
    }

    /// Adds another distribution. Exact: merged buckets are those of a recount.
    pub fn merge(&mut self, other: &Durations) {
        for (lowest, count) in &other.buckets {
            let bucket = self.buckets.entry(*lowest).or_default();
            *bucket = bucket.saturating_add(*count);
        }
        self.sum_ms = self.sum_ms.saturating_add(other.sum_ms);
    }

    pub fn count(&self) -> u64 {
        self.buckets.values().fold(0, |sum, count| sum.saturating_add(*count))
    }

    pub fn is_empty(&self) -> bool {
        self.buckets.is_empty()
    }

    pub fn sum_ms(&self) -> u64 {
        self.sum_ms
    }

    /// The mean in milliseconds, exact. `None`: nothing was measured.
    pub fn mean_ms(&self) -> Option<f64> {
        (!self.is_empty()).then(|| self.sum_ms as f64 / self.count() as f64)
    }

    /// The quantiles in milliseconds: for each share the smallest value that at least this share of all
    /// does not exceed, given as the upper end of its bucket, so at the most [`RELATIVE_ERROR`] above it.
    /// `None`: nothing was measured.
    pub fn quantiles_ms<const N: usize>(&self, shares: [f64; N]) -> Option<[u64; N]> {
        let mut dense = Histogram::<u64>::new_with_max(LONGEST_MS, SIGNIFICANT_FIGURES).ok()?;
        for (lowest, count) in &self.buckets {
            dense.saturating_record_n(*lowest, *count);
        }
        (!self.is_empty()).then(|| shares.map(|share| dense.value_at_quantile(share)))
    }
}

/// The lowest value of the bucket that a value lies in: its eleven leading bits.
fn lowest_equivalent(ms: u64) -> u64 {
    let shift = (u64::BITS - ms.leading_zeros()).saturating_sub(SUB_BUCKET_BITS);
    (ms >> shift) << shift
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_are_those_of_the_crate() {
        let dense = Histogram::<u64>::new_with_max(LONGEST_MS, SIGNIFICANT_FIGURES).unwrap();
        let mut ms = 0;
        while ms < LONGEST_MS {
            for near in [ms.saturating_sub(1), ms, ms + 1] {
                assert_eq!(lowest_equivalent(near), dense.lowest_equivalent(near), "{near} ms");
            }
            ms = ms * 21 / 20 + 1;
        }
    }

    #[test]
    fn nothing_recorded_is_not_measured() {
        let none = Durations::default();
        assert_eq!(none.quantiles_ms([0.5]), None);
        assert_eq!(none.mean_ms(), None);
        assert!(none.is_empty());
    }

    #[test]
    fn a_negative_length_counts_as_zero() {
        let mut lengths = Durations::default();
        lengths.record(Millis(-5));
        assert_eq!((lengths.count(), lengths.sum_ms()), (1, 0));
        assert_eq!(lengths.quantiles_ms([0.5]), Some([0]));
    }
}
