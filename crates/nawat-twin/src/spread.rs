//! Spreading whole people over days or services.

use jiff::civil::{Date, Weekday};

use crate::random::Random;

/// Shares of a whole number by weight, adding up to it exactly: largest remainder (Hamilton), ties to the
/// earlier place. Where all weights are zero they count as equal; no place, no shares.
pub fn largest_remainder(whole: u64, weights: &[u64]) -> Vec<u64> {
    let total: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
    if total == 0 {
        return if weights.is_empty() {
            Vec::new()
        } else {
            largest_remainder(whole, &vec![1; weights.len()])
        };
    }
    let exact = |weight: u64| u128::from(whole) * u128::from(weight);
    let mut shares: Vec<u64> = weights.iter().map(|weight| (exact(*weight) / total) as u64).collect();
    let mut places: Vec<usize> = (0..weights.len()).collect();
    places.sort_by_key(|place| (std::cmp::Reverse(exact(weights[*place]) % total), *place));
    let missing = whole - shares.iter().sum::<u64>();
    for place in places.into_iter().take(missing as usize) {
        shares[place] += 1;
    }
    shares
}

/// How busy each working day is beside the others. An assumption: the week begins busier than it ends, so
/// does the month, a day after a closed one takes up what was left, and no two days are alike.
pub fn day_weights(days: &[Date], random: &mut Random) -> Vec<u64> {
    let mut before: Option<Date> = None;
    let mut weights = Vec::with_capacity(days.len());
    for day in days {
        let week = match day.weekday() {
            Weekday::Sunday => 115,
            Weekday::Monday => 106,
            Weekday::Tuesday => 100,
            Weekday::Wednesday => 96,
            _ => 86,
        };
        let month = if day.day() <= 7 { 106 } else { 100 };
        let rested = match (before, day.yesterday()) {
            (Some(before), Ok(yesterday)) if before != yesterday && day.weekday() != Weekday::Sunday => 108,
            _ => 100,
        };
        weights.push(week * month * rested * random.between(94, 106) as u64);
        before = Some(*day);
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn remainders_go_to_the_largest_then_to_the_earlier() {
        assert_eq!(largest_remainder(10, &[1, 1, 1]), [4, 3, 3]);
        assert_eq!(largest_remainder(1, &[1, 2, 1]), [0, 1, 0]);
        assert_eq!(largest_remainder(7, &[0, 0]), [4, 3]);
        assert_eq!(largest_remainder(5, &[]), Vec::<u64>::new());
        assert_eq!(largest_remainder(0, &[3, 4]), [0, 0]);
    }

    proptest! {
        #[test]
        fn shares_add_up_and_stay_within_one_of_the_exact(
            whole in 0u64..10_000_000,
            weights in proptest::collection::vec(0u64..1_000_000, 1..80),
        ) {
            let shares = largest_remainder(whole, &weights);
            prop_assert_eq!(shares.iter().sum::<u64>(), whole);
            let total: u64 = weights.iter().sum();
            if total > 0 {
                for (share, weight) in shares.iter().zip(&weights) {
                    let exact = whole as f64 * *weight as f64 / total as f64;
                    prop_assert!((*share as f64 - exact).abs() < 1.0 + 1e-6);
                }
            }
        }
    }

    #[test]
    fn sundays_are_busier_than_thursdays() {
        let sunday = jiff::civil::date(2017, 11, 12);
        let thursday = jiff::civil::date(2017, 11, 16);
        let weights = day_weights(&[sunday, thursday], &mut Random::new(1, 1));
        assert!(weights[0] > weights[1]);
    }
}
