//! Waits by length, in steps that grow with them.

use nawat_engine::time::Millis;

/// Steps within each doubling: a length is known to 0.4 % of itself.
const FINE: u32 = 7;
const STEPS: usize = 1 << FINE;
/// Lengths beyond 2⁴⁰ ms (35 years) count as that long.
const TOP: u32 = 40;
const PLACES: usize = (TOP - FINE + 1) as usize * STEPS;

/// Counts of lengths; whole below 128 ms, then 128 steps a doubling. Counts only add, so that the order in
/// which histograms are merged changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Histogram {
    counts: Vec<u64>,
    /// Places from here on are all empty.
    reach: usize,
    total: u64,
}

impl Default for Histogram {
    fn default() -> Self {
        Histogram { counts: vec![0; PLACES], reach: 0, total: 0 }
    }
}

impl Histogram {
    pub fn count(&mut self, length: Millis) {
        let place = place(length);
        self.counts[place] += 1;
        self.reach = self.reach.max(place + 1);
        self.total += 1;
    }

    pub fn clear(&mut self) {
        self.counts[..self.reach].fill(0);
        (self.reach, self.total) = (0, 0);
    }

    pub fn add(&mut self, other: &Histogram) {
        for (mine, theirs) in self.counts.iter_mut().zip(&other.counts[..other.reach]) {
            *mine += theirs;
        }
        self.reach = self.reach.max(other.reach);
        self.total += other.total;
    }

    pub fn total(&self) -> u64 {
        self.total
    }

    /// The length that this share does not exceed, in milliseconds; `None` of nobody.
    pub fn quantile(&self, share: f64) -> Option<f64> {
        let wanted = libm::ceil(share * self.total as f64).max(1.0) as u64;
        let mut seen = 0;
        for (place, count) in self.counts[..self.reach].iter().enumerate() {
            seen += count;
            if seen >= wanted {
                return Some(middle(place));
            }
        }
        None
    }

    /// The share that does not exceed a length, to the step it lies in; `None` of nobody.
    pub fn within(&self, limit: Millis) -> Option<f64> {
        let upto = (place(limit) + 1).min(self.reach);
        let seen: u64 = self.counts[..upto].iter().sum();
        (self.total > 0).then(|| seen as f64 / self.total as f64)
    }
}

fn place(length: Millis) -> usize {
    let length = length.0.clamp(0, (1 << TOP) - 1) as u64;
    if length < STEPS as u64 {
        return length as usize;
    }
    let doubling = length.ilog2() - FINE;
    ((doubling as usize + 1) << FINE) | (length >> doubling) as usize & (STEPS - 1)
}

/// The middle of a place, in milliseconds.
fn middle(place: usize) -> f64 {
    if place < STEPS {
        return place as f64;
    }
    let doubling = (place >> FINE) - 1;
    let width = (1u64 << doubling) as f64;
    (STEPS + (place & (STEPS - 1))) as f64 * width + (width - 1.0) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_known_to_less_than_half_a_percent() {
        for length in (0..2_000).chain([9_999, 420_000, 5_400_123, 86_400_000, 1 << 39]) {
            let found = middle(place(Millis(length)));
            assert!((found - length as f64).abs() <= 0.004 * length as f64, "{length}: {found}");
        }
        assert!(place(Millis(i64::MAX)) < PLACES && place(Millis(-5)) == 0);
    }

    #[test]
    fn quantiles_are_those_of_the_sorted_list() {
        let mut histogram = Histogram::default();
        assert_eq!(histogram.quantile(0.5), None);
        for length in 1..=100 {
            histogram.count(Millis(length));
        }
        assert_eq!(histogram.quantile(0.5), Some(50.0));
        assert_eq!(histogram.quantile(0.99), Some(99.0));
        assert_eq!(histogram.within(Millis(25)), Some(0.25));
        let mut twice = histogram.clone();
        twice.add(&histogram);
        assert_eq!((twice.total(), twice.quantile(0.9)), (200, Some(90.0)));
        twice.clear();
        assert_eq!(twice, Histogram::default());
    }
}
