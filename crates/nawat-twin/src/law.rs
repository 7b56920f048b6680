//! Lengths of time by their distribution: service, patience, walking.

use nawat_engine::time::Millis;

use crate::random::Random;

/// A length of time that is drawn. Means and scales in milliseconds.
#[derive(Clone, Debug, PartialEq)]
pub enum Law {
    /// Always the same.
    Fixed(Millis),
    Exponential {
        mean: f64,
    },
    /// `exp(location + spread · N)`, N standard normal.
    Lognormal {
        location: f64,
        spread: f64,
    },
    Gamma {
        shape: f64,
        scale: f64,
    },
    /// Two exponentials: the first with this chance. Coefficients of variation above 1.
    Hyperexponential {
        first: f64,
        means: (f64, f64),
    },
    /// One of a list, evenly: what was measured.
    Listed(Vec<Millis>),
}

/// Nobody serves, waits or walks for longer than this: a year.
const LONGEST: f64 = 366.0 * 86_400_000.0;

impl Law {
    /// With this mean and coefficient of variation.
    pub fn lognormal(mean: f64, cv: f64) -> Law {
        let variance = libm::log(1.0 + cv * cv);
        Law::Lognormal { location: libm::log(mean) - variance / 2.0, spread: libm::sqrt(variance) }
    }

    /// With this mean and coefficient of variation. An Erlang distribution where 1 / cv² is whole.
    pub fn gamma(mean: f64, cv: f64) -> Law {
        Law::Gamma { shape: 1.0 / (cv * cv), scale: mean * cv * cv }
    }

    /// With this mean and coefficient of variation, 1 at least; both branches carry half of the mean.
    pub fn hyperexponential(mean: f64, cv: f64) -> Law {
        let square = (cv * cv).max(1.0);
        let first = 0.5 * (1.0 + libm::sqrt((square - 1.0) / (square + 1.0)));
        Law::Hyperexponential { first, means: (mean / (2.0 * first), mean / (2.0 * (1.0 - first))) }
    }

    pub fn draw(&self, random: &mut Random) -> Millis {
        let length = match self {
            Law::Fixed(length) => return *length,
            Law::Exponential { mean } => mean * random.exponential(),
            Law::Lognormal { location, spread } => libm::exp(location + spread * random.normal()),
            Law::Gamma { shape, scale } => scale * gamma(*shape, random),
            Law::Hyperexponential { first, means } => {
                let mean = if random.unit() < *first { means.0 } else { means.1 };
                mean * random.exponential()
            }
            Law::Listed(list) => return list.get(random.place(list.len())).copied().unwrap_or(Millis::ZERO),
        };
        // To the nearest millisecond, so that no mean is shifted.
        Millis((length.min(LONGEST) + 0.5) as i64)
    }

    /// In milliseconds.
    pub fn mean(&self) -> f64 {
        match self {
            Law::Fixed(length) => length.0 as f64,
            Law::Exponential { mean } => *mean,
            Law::Lognormal { location, spread } => libm::exp(location + spread * spread / 2.0),
            Law::Gamma { shape, scale } => shape * scale,
            Law::Hyperexponential { first, means } => first * means.0 + (1.0 - first) * means.1,
            Law::Listed(list) => {
                let sum: f64 = list.iter().map(|length| length.0 as f64).sum();
                sum / (list.len().max(1)) as f64
            }
        }
    }
}

/// Gamma with scale 1 (Marsaglia & Tsang 2000); below shape 1 by their power of a uniform.
fn gamma(shape: f64, random: &mut Random) -> f64 {
    if shape < 1.0 {
        let power = libm::pow(random.unit(), 1.0 / shape);
        return power * gamma(shape + 1.0, random);
    }
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / libm::sqrt(9.0 * d);
    loop {
        let x = random.normal();
        let v = 1.0 + c * x;
        if v <= 0.0 {
            continue;
        }
        let v = v * v * v;
        if libm::log(random.unit()) < 0.5 * x * x + d - d * v + d * libm::log(v) {
            return d * v;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_law_has_the_mean_and_the_variation_it_was_made_for() {
        let mean = 420_000.0;
        let laws = [
            (Law::Fixed(Millis(420_000)), 0.0),
            (Law::Exponential { mean }, 1.0),
            (Law::lognormal(mean, 0.6), 0.6),
            (Law::gamma(mean, 0.5), 0.5),
            (Law::gamma(mean, 1.4), 1.4),
            (Law::hyperexponential(mean, 2.0), 2.0),
            (Law::Listed(vec![Millis(210_000), Millis(630_000)]), 0.5),
        ];
        for (stream, (law, cv)) in laws.iter().enumerate() {
            let mut random = Random::new(5, stream as u64);
            let n = 200_000;
            let drawn: Vec<f64> = (0..n).map(|_| law.draw(&mut random).0 as f64).collect();
            let found = drawn.iter().sum::<f64>() / f64::from(n);
            let square = drawn.iter().map(|x| (x - found) * (x - found)).sum::<f64>() / f64::from(n);
            assert!((law.mean() / mean - 1.0).abs() < 1e-9, "{law:?}");
            // Five standard errors of the mean.
            assert!((found / mean - 1.0).abs() <= 5.0 * cv / f64::from(n).sqrt() + 1e-9, "{law:?}: {found}");
            assert!((square.sqrt() / mean - cv).abs() < 0.06 * cv + 1e-9, "{law:?}: {}", square.sqrt());
        }
    }

    #[test]
    fn nothing_lasts_for_ever() {
        let mut random = Random::new(1, 1);
        let law = Law::Exponential { mean: 1e300 };
        assert!(law.draw(&mut random) <= Millis(LONGEST as i64 + 1));
        assert_eq!(Law::Listed(Vec::new()).draw(&mut random), Millis::ZERO);
    }
}
