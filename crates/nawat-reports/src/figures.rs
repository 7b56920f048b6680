//! Numbers that a report is made of, and how they are rounded.

use nawat_journal::summaries::Durations;

/// A part of a whole, kept exact until it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    part: u64,
    whole: u64,
}

/// A share in whole percent, as a sentence may say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Percent {
    /// More than nothing, and rounded to nothing.
    BelowOne,
    Whole(u64),
    /// Less than all, and rounded to all.
    AboveNinetyNine,
}

impl Share {
    /// `None` where there is no whole: a share of nothing is not measured.
    pub fn of(part: u64, whole: u64) -> Option<Share> {
        (whole > 0).then_some(Share { part, whole })
    }

    pub fn part(self) -> u64 {
        self.part
    }

    pub fn whole(self) -> u64 {
        self.whole
    }

    /// From 0 to 1, four decimals, halves upwards.
    ///
    /// ```
    /// let mazaya = nawat_reports::Share::of(4_203, 5_237).unwrap();
    /// assert_eq!(mazaya.four_decimals(), 0.8026);
    /// ```
    pub fn four_decimals(self) -> f64 {
        self.scaled(10_000) as f64 / 10_000.0
    }

    /// In percent with this many decimals (0 to 4) and no sign: “16.30”.
    pub fn percent(self, decimals: u32) -> String {
        let scale = 10_u128.pow(decimals.min(4));
        let scaled = self.scaled(100 * scale);
        match decimals {
            0 => scaled.to_string(),
            _ => format!("{}.{:0width$}", scaled / scale, scaled % scale, width = decimals as usize),
        }
    }

    /// As a sentence may say it: neither “0 %” of something nor “100 %” of less than all.
    pub fn in_words(self) -> Percent {
        match self.scaled(100) {
            0 if self.part > 0 => Percent::BelowOne,
            100.. if self.part < self.whole => Percent::AboveNinetyNine,
            percent => Percent::Whole(percent as u64),
        }
    }

    /// Part × scale ÷ whole, halves upwards.
    fn scaled(self, scale: u128) -> u128 {
        let (part, whole) = (u128::from(self.part), u128::from(self.whole));
        (2 * part * scale + whole) / (2 * whole)
    }
}

/// A quotient with this many decimals, halves upwards. `None` where there is nothing to divide by.
pub(crate) fn quotient(dividend: u64, divisor: u64, decimals: u32) -> Option<f64> {
    let scale = 10_u128.pow(decimals.min(4));
    let share = Share::of(dividend, divisor)?;
    Some(share.scaled(scale) as f64 / scale as f64)
}

/// A distribution of times in the figures that are told of it, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantiles {
    /// How many were measured.
    pub count: u64,
    pub p50_ms: u64,
    pub p90_ms: u64,
    pub p99_ms: u64,
    pub sum_ms: u64,
}

impl Quantiles {
    /// `None`: nothing was measured. Exact to three significant figures, as the summaries are.
    pub fn of(durations: &Durations) -> Option<Quantiles> {
        let [p50_ms, p90_ms, p99_ms] = durations.quantiles_ms([0.5, 0.9, 0.99])?;
        Some(Quantiles { count: durations.count(), p50_ms, p90_ms, p99_ms, sum_ms: durations.sum_ms() })
    }

    /// The mean in milliseconds, rounded.
    pub fn mean_ms(self) -> u64 {
        self.sum_ms.saturating_add(self.count / 2) / self.count.max(1)
    }
}

/// Seconds with one decimal.
pub(crate) fn seconds(ms: u64) -> f64 {
    ((ms + 50) / 100) as f64 / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(part: u64, whole: u64) -> Share {
        Share::of(part, whole).unwrap()
    }

    #[test]
    fn shares_are_rounded_halves_upwards() {
        for (part, whole, decimals, percent) in [
            (4_203, 25_780, 0.163, "16.30"),
            (1_034, 25_780, 0.0401, "4.01"),
            (8_153, 25_780, 0.3163, "31.63"),
            (62, 25_780, 0.0024, "0.24"),
            (1, 8, 0.125, "12.50"),
            (1, 20_000, 0.0001, "0.01"),
            (0, 5, 0.0, "0.00"),
            (5, 5, 1.0, "100.00"),
            (u64::MAX, u64::MAX, 1.0, "100.00"),
        ] {
            assert_eq!(share(part, whole).four_decimals(), decimals, "{part}/{whole}");
            assert_eq!(share(part, whole).percent(2), percent, "{part}/{whole}");
        }
        assert_eq!(share(1, 8).percent(0), "13");
        assert_eq!(share(1, 8).percent(1), "12.5");
    }

    #[test]
    fn a_sentence_says_neither_none_of_some_nor_all_of_less() {
        assert_eq!(share(1, 1_000).in_words(), Percent::BelowOne);
        assert_eq!(share(999, 1_000).in_words(), Percent::AboveNinetyNine);
        assert_eq!(share(0, 1_000).in_words(), Percent::Whole(0));
        assert_eq!(share(1_000, 1_000).in_words(), Percent::Whole(100));
        assert_eq!(share(4_203, 5_237).in_words(), Percent::Whole(80));
    }

    #[test]
    fn a_share_of_nothing_is_not_measured() {
        assert_eq!(Share::of(0, 0), None);
        assert_eq!(quotient(0, 0, 1), None);
        assert_eq!(quotient(25_780, 62, 1), Some(415.8));
    }
}
