//! Mean and spread of a figure over replications or batches, and its confidence interval.

/// Share of cases in which the interval covers the true value.
pub const CONFIDENCE: f64 = 0.95;

/// Mean and squared deviations, gathered one by one (Welford 1962) and merged (Chan, Golub & LeVeque 1983).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moments {
    count: u64,
    mean: f64,
    squares: f64,
}

impl Moments {
    /// Takes in one value; what was not measured (no number) is left out.
    pub fn add(&mut self, value: f64) {
        if value.is_nan() {
            return;
        }
        self.count += 1;
        let off = value - self.mean;
        self.mean += off / self.count as f64;
        self.squares += off * (value - self.mean);
    }

    /// Takes in what others gathered. The order matters to the last digit: merge in one order always.
    pub fn merge(&mut self, other: &Moments) {
        if other.count == 0 {
            return;
        }
        let (mine, theirs) = (self.count as f64, other.count as f64);
        let (all, off) = (mine + theirs, other.mean - self.mean);
        self.mean += off * theirs / all;
        self.squares += other.squares + off * off * mine * theirs / all;
        self.count += other.count;
    }

    pub fn figure(&self) -> Figure {
        if self.count == 0 {
            return Figure { value: None, error: None, count: 0 };
        }
        let error = (self.count > 1).then(|| {
            let n = self.count as f64;
            libm::sqrt((self.squares / (n - 1.0)).max(0.0) / n)
        });
        Figure { value: Some(self.mean), error, count: self.count }
    }
}

/// A simulated figure with its uncertainty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// `None`: nothing was there to measure it by.
    pub value: Option<f64>,
    /// Standard error of the mean over replications or batches; `None` with fewer than two.
    pub error: Option<f64>,
    /// Replications or batches that it comes from.
    pub count: u64,
}

impl Figure {
    /// Half the width of the confidence interval, by Student's t.
    pub fn half_width(&self) -> Option<f64> {
        self.error.map(|error| error * student_t(self.count - 1))
    }
}

/// The quantile of Student's t for a two-sided interval of [`CONFIDENCE`]: exact for one and two degrees of
/// freedom, by Hill's expansion (1970, algorithm 396) above.
pub fn student_t(degrees: u64) -> f64 {
    let tail = 1.0 - CONFIDENCE;
    match degrees {
        0 => f64::INFINITY,
        1 => libm::cos(tail * std::f64::consts::FRAC_PI_2) / libm::sin(tail * std::f64::consts::FRAC_PI_2),
        2 => libm::sqrt(2.0 / (tail * (2.0 - tail)) - 2.0),
        _ => hill(degrees as f64, tail),
    }
}

fn hill(n: f64, tail: f64) -> f64 {
    let a = 1.0 / (n - 0.5);
    let b = (48.0 / a) * (1.0 / a);
    let mut c = ((20_700.0 * a / b - 98.0) * a - 16.0) * a + 96.36;
    let d = ((94.5 / (b + c) - 3.0) / b + 1.0) * libm::sqrt(a * std::f64::consts::FRAC_PI_2) * n;
    let mut y = libm::pow(d * tail, 2.0 / n);
    if y > 0.05 + a {
        // The normal quantile of half the tail.
        const NORMAL: f64 = -1.959_963_984_540_054;
        let x = NORMAL;
        y = x * x;
        if n < 5.0 {
            c += 0.3 * (n - 4.5) * (x + 0.6);
        }
        c += (((0.05 * d * x - 5.0) * x - 7.0) * x - 2.0) * x + b;
        y = (((((0.4 * y + 6.3) * y + 36.0) * y + 94.5) / c - y - 3.0) / b + 1.0) * x;
        y = a * y * y;
        y = if y > 0.002 { libm::expm1(y) } else { 0.5 * y * y + y };
    } else {
        y = ((1.0 / (((n + 6.0) / (n * y) - 0.089 * d - 0.822) * (n + 2.0) * 3.0) + 0.5 / (n + 4.0)) * y
            - 1.0)
            * (n + 1.0)
            / (n + 2.0)
            + 1.0 / y;
    }
    libm::sqrt(n * y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn student_is_that_of_the_tables() {
        let table = [
            (1, 12.7062),
            (2, 4.3027),
            (3, 3.1824),
            (4, 2.7764),
            (5, 2.5706),
            (9, 2.2622),
            (19, 2.0930),
            (29, 2.0452),
            (99, 1.9842),
            (9_999, 1.9602),
        ];
        for (degrees, wanted) in table {
            assert!((student_t(degrees) - wanted).abs() < 0.001, "{degrees}: {}", student_t(degrees));
        }
    }

    #[test]
    fn merging_is_gathering() {
        let values: Vec<f64> = (0..50).map(|i| f64::from(i * i % 17)).collect();
        let gather = |values: &[f64]| {
            let mut moments = Moments::default();
            values.iter().for_each(|value| moments.add(*value));
            moments
        };
        let whole = gather(&values).figure();
        let mut merged = gather(&values[..13]);
        merged.merge(&gather(&values[13..]));
        merged.merge(&Moments::default());
        let merged = merged.figure();
        assert!((whole.value.unwrap() - merged.value.unwrap()).abs() < 1e-12);
        assert!((whole.error.unwrap() - merged.error.unwrap()).abs() < 1e-12);
        assert_eq!(gather(&[f64::NAN]).figure().value, None);
        assert_eq!(gather(&[3.0]).figure().half_width(), None);
    }
}
