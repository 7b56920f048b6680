//! Queues whose stationary behaviour is known exactly. Times in any one unit; rates in its inverse.

/// Probability that all of `c` servers are busy and somebody who comes is turned away, at offered load `a`
/// (Erlang 1917, B formula), by its recursion.
pub fn erlang_b(c: u32, a: f64) -> f64 {
    (1..=c).fold(1.0, |blocked, k| a * blocked / (f64::from(k) + a * blocked))
}

/// Probability of waiting in M/M/c (Erlang C).
pub fn erlang_c(c: u32, a: f64) -> f64 {
    let (servers, blocked) = (f64::from(c), erlang_b(c, a));
    servers * blocked / (servers - a * (1.0 - blocked))
}

/// M/M/c: who waits, how long on average, and how many wait longer than `t`.
#[derive(Clone, Copy, Debug)]
pub struct MMc {
    pub c: u32,
    pub lambda: f64,
    pub mu: f64,
}

impl MMc {
    pub fn load(&self) -> f64 {
        self.lambda / self.mu
    }

    pub fn rho(&self) -> f64 {
        self.load() / f64::from(self.c)
    }

    pub fn delayed(&self) -> f64 {
        erlang_c(self.c, self.load())
    }

    pub fn mean_wait(&self) -> f64 {
        self.delayed() / (f64::from(self.c) * self.mu - self.lambda)
    }

    pub fn longer_than(&self, t: f64) -> f64 {
        self.delayed() * libm::exp(-(f64::from(self.c) * self.mu - self.lambda) * t)
    }
}

/// Birth and death: probabilities of 0, 1, 2 … in the system, from the rates up and down at each state.
fn stationary(states: usize, up: impl Fn(usize) -> f64, down: impl Fn(usize) -> f64) -> Vec<f64> {
    let mut weights = vec![1.0f64];
    for n in 1..states {
        let next = weights[n - 1] * up(n - 1) / down(n);
        weights.push(next);
        if next < 1e-300 {
            break;
        }
    }
    let total: f64 = weights.iter().sum();
    weights.into_iter().map(|weight| weight / total).collect()
}

/// M/M/c/K: `k` places in all, those at the servers among them.
#[derive(Clone, Copy, Debug)]
pub struct MMcK {
    pub c: u32,
    pub k: u32,
    pub lambda: f64,
    pub mu: f64,
}

impl MMcK {
    fn probabilities(&self) -> Vec<f64> {
        let servers = self.c as usize;
        stationary(self.k as usize + 1, |_| self.lambda, |n| n.min(servers) as f64 * self.mu)
    }

    pub fn blocked(&self) -> f64 {
        self.probabilities().get(self.k as usize).copied().unwrap_or(0.0)
    }

    /// Of those let in, by Little's law on the queue.
    pub fn mean_wait(&self) -> f64 {
        let servers = self.c as usize;
        let probabilities = self.probabilities();
        let queue: f64 =
            probabilities.iter().enumerate().map(|(n, p)| n.saturating_sub(servers) as f64 * p).sum();
        let blocked = probabilities.get(self.k as usize).copied().unwrap_or(0.0);
        queue / (self.lambda * (1.0 - blocked))
    }
}

/// M/M/c+M (Palm 1957; Garnett, Mandelbaum & Reiman 2002): who waits leaves at rate `theta`.
#[derive(Clone, Copy, Debug)]
pub struct ErlangA {
    pub c: u32,
    pub lambda: f64,
    pub mu: f64,
    pub theta: f64,
}

impl ErlangA {
    fn probabilities(&self) -> Vec<f64> {
        let servers = self.c as usize;
        let out = |n: usize| n.min(servers) as f64 * self.mu + n.saturating_sub(servers) as f64 * self.theta;
        stationary(100_000, |_| self.lambda, out)
    }

    /// All servers are busy when somebody comes.
    pub fn delayed(&self) -> f64 {
        self.probabilities().iter().skip(self.c as usize).sum()
    }

    /// In the queue, of all, by Little's law.
    pub fn mean_time_in_queue(&self) -> f64 {
        let servers = self.c as usize;
        let queue: f64 =
            self.probabilities().iter().enumerate().map(|(n, p)| n.saturating_sub(servers) as f64 * p).sum();
        queue / self.lambda
    }

    pub fn abandoned(&self) -> f64 {
        self.theta * self.mean_time_in_queue()
    }
}

/// Mean wait in M/G/1 (Pollaczek 1930, Khinchine 1932), from the mean and squared coefficient of variation of
/// the service.
pub fn pollaczek_khinchine(lambda: f64, mean: f64, cv2: f64) -> f64 {
    let rho = lambda * mean;
    lambda * mean * mean * (1.0 + cv2) / (2.0 * (1.0 - rho))
}

/// Mean waits by class in M/M/c with strict priorities that interrupt nobody, the highest first (Cobham 1954
/// for one server; Kella & Yechiali 1985 for several with one service rate).
pub fn strict_priorities(c: u32, lambdas: &[f64], mu: f64) -> Vec<f64> {
    let all: f64 = lambdas.iter().sum();
    let work = f64::from(c) * mu;
    let until_free = erlang_c(c, all / mu) / work;
    let mut above = 0.0;
    let mean = |lambda: &f64| {
        let before = above;
        above += lambda / work;
        until_free / ((1.0 - before) * (1.0 - above))
    };
    lambdas.iter().map(mean).collect()
}

/// Mean waits of two classes whose priority grows with waiting at rates `b` (the first slower), in M/G/1 from
/// the mean residual work `w0` and the loads, or in M/M/c with `w0` = P(wait) / (c μ) and loads per server.
///
/// Kleinrock (1964); Stanford, Taylor & Ziedins (2014) give the distributions, whose means are his: the slow class waits F / (1 − ρ₂ (1 − b₁/b₂)) and the fast one F − ρ₁ (1 − b₁/b₂) W₁, with
/// F = w0 / (1 − ρ) what all would wait first come, first served. Equal rates give F to both; as b₁/b₂ falls to
/// 0 they become Cobham's; and ρ₁ W₁ + ρ₂ W₂ = ρ F always (conservation of work).
pub fn accumulating_priority(w0: f64, rho: (f64, f64), b: (f64, f64)) -> (f64, f64) {
    let fifo = w0 / (1.0 - rho.0 - rho.1);
    let lead = 1.0 - b.0 / b.1;
    let slow = fifo / (1.0 - rho.1 * lead);
    (slow, fifo - rho.0 * lead * slow)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, wanted: f64) {
        assert!((found - wanted).abs() < 1e-6 * wanted.abs().max(1e-3), "{found} for {wanted}");
    }

    #[test]
    fn one_server_is_the_textbooks() {
        let queue = MMc { c: 1, lambda: 0.9, mu: 1.0 };
        near(queue.delayed(), 0.9);
        near(queue.mean_wait(), 9.0);
        near(pollaczek_khinchine(0.9, 1.0, 1.0), 9.0);
        near(pollaczek_khinchine(0.8, 1.0, 0.0), 2.0);
    }

    #[test]
    fn special_cases_agree_with_the_general_ones() {
        let (c, lambda, mu) = (5, 4.0, 1.0);
        // As many places as servers: Erlang B. Very many: Erlang C.
        near(MMcK { c, k: 5, lambda, mu }.blocked(), erlang_b(c, lambda));
        near(MMcK { c, k: 2_000, lambda, mu }.mean_wait(), MMc { c, lambda, mu }.mean_wait());
        // Patience without end: Erlang C.
        let patient = ErlangA { c, lambda, mu, theta: 1e-9 };
        near(patient.delayed(), MMc { c, lambda, mu }.delayed());
        // One class: no priorities at all.
        near(strict_priorities(c, &[lambda], mu)[0], MMc { c, lambda, mu }.mean_wait());
    }

    #[test]
    fn patience_as_long_as_service_is_an_endless_number_of_servers() {
        // θ = μ: the number there is Poisson, whatever c is.
        let queue = ErlangA { c: 3, lambda: 3.0, mu: 1.0, theta: 1.0 };
        let poisson = |n: i32| (-3.0f64).exp() * 3.0f64.powi(n) / (1..=n).map(f64::from).product::<f64>();
        near(queue.delayed(), 1.0 - poisson(0) - poisson(1) - poisson(2));
    }

    #[test]
    fn accumulating_priority_keeps_the_work_and_has_its_limits() {
        let (w0, rho) = (0.7, (0.4, 0.3));
        let fifo = w0 / 0.3;
        for b in [(1.0, 1.0), (1.0, 2.0), (3.0, 4.0), (1.0, 1e12)] {
            let (slow, fast) = accumulating_priority(w0, rho, b);
            near(rho.0 * slow + rho.1 * fast, 0.7 * fifo);
            assert!(fast <= slow + 1e-12);
        }
        let (slow, fast) = accumulating_priority(w0, rho, (5.0, 5.0));
        near(slow, fifo);
        near(fast, fifo);
        // Strict in the limit: M/M/1 with unit rate, where w0 = ρ.
        let strict = strict_priorities(1, &[0.3, 0.4], 1.0);
        let (slow, fast) = accumulating_priority(w0, rho, (1.0, 1e15));
        near(fast, strict[0]);
        near(slow, strict[1]);
    }
}
