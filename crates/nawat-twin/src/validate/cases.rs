//! The queues that the engine must reproduce, with what is exact of each. An hour is the unit of time, so that
//! a millisecond is less than a millionth of a service.

use super::formulas::{
    ErlangA, MMc, MMcK, accumulating_priority, erlang_b, pollaczek_khinchine, strict_priorities,
};
use super::hall::{Class, Hall};
use super::{Case, Quantity};

const CENTRE_DAY: &str = "centre day, M/M/c in minutes";

/// All cases, in the order of the table.
pub fn all() -> Vec<Case> {
    let mut cases = Vec::new();
    for (c, lambda) in [(1, 0.5), (1, 0.9), (2, 1.6), (5, 4.5), (9, 7.1793), (10, 7.18), (20, 19.0)] {
        cases.push(waiting(c, lambda));
    }
    cases.extend([8, 9, 10, 12].map(centre_day));
    cases.extend([(5, 4.0), (9, 7.18), (20, 25.0)].map(|(c, a)| loss(c, a)));
    cases.extend([(2, 5, 2.0), (5, 20, 6.0)].map(|(c, k, lambda)| finite(c, k, lambda)));
    cases.extend([(5, 6.0, 0.5), (9, 7.18, 0.1), (9, 10.0, 0.25), (20, 22.0, 1.0)].map(impatient));
    cases.extend([
        general(0.8, "deterministic", "fixed = 60", 0.0),
        general(0.8, "Erlang-4", "erlang = 60, stages = 4", 0.25),
        general(0.9, "lognormal cv=2", "lognormal = 60, cv = 2", 4.0),
        general(0.7, "exponential", "exponential = 60", 1.0),
    ]);
    // Priorities as levels of segments, and as the order of queues in a profile: both are strict.
    cases.push(priorities(1, &[0.3, 0.4], Strict::Levels));
    cases.push(priorities(1, &[0.2, 0.3, 0.3], Strict::Queues));
    cases.push(priorities(9, &[2.0, 3.0, 2.2], Strict::Levels));
    cases.push(priorities(4, &[1.0, 1.0, 1.0], Strict::Queues));
    cases.push(referral());
    for (c, lambdas, rates) in [
        (1, (0.4, 0.4), (1, 2)),
        (1, (0.5, 0.2), (10, 14)),
        (9, (4.0, 3.2), (1, 3)),
        // As good as strict.
        (1, (0.4, 0.3), (1, 65_535)),
    ] {
        cases.push(accumulating(c, lambdas, rates));
    }
    cases
}

/// A few of them, one of each sort, small enough for every run of the tests.
pub fn quick() -> Vec<Case> {
    let quick = [
        waiting(2, 1.6),
        loss(5, 4.0),
        finite(2, 5, 2.0),
        impatient((5, 6.0, 0.5)),
        general(0.7, "exponential", "exponential = 60", 1.0),
        general(0.8, "Erlang-4", "erlang = 60, stages = 4", 0.25),
        priorities(4, &[1.0, 1.0, 1.0], Strict::Queues),
        priorities(1, &[0.3, 0.4], Strict::Levels),
        referral(),
        accumulating(1, (0.4, 0.3), (1, 3)),
    ];
    quick.into_iter().map(Case::roughly).collect()
}

/// Half the width of the interval that is demanded, as a share of the value.
fn goal(rho: f64) -> f64 {
    if rho <= 0.8 { 0.01 } else { 0.02 }
}

/// Customers of a batch: many times what the queue takes to forget how it was.
fn batch(rho: f64) -> u64 {
    if rho <= 0.85 { 100_000 } else { 400_000 }
}

/// Arrivals at `lambda` an hour, service of an hour on average.
fn one_class(lambda: f64) -> Class {
    Class { lambda, service: "exponential = 60".to_owned(), ..Class::default() }
}

fn waiting(c: u32, lambda: f64) -> Case {
    let queue = MMc { c, lambda, mu: 1.0 };
    Case {
        family: "M/M/c",
        parameters: format!("c={c}; lambda={lambda}; mu=1"),
        source: "Erlang C",
        hall: Hall { counters: c, within: vec![60.0], ..Hall::new(vec![one_class(lambda)]) },
        batch: batch(queue.rho()),
        goal: goal(queue.rho()),
        quantities: vec![
            Quantity::new("P(wait>0)", queue.delayed(), |seen| seen.hall.delayed.value_of(1.0)),
            Quantity::new("mean wait", queue.mean_wait(), |seen| seen.hall.wait.mean.in_hours()),
            Quantity::new("P(wait>1)", queue.longer_than(1.0), |seen| seen.hall.wait.within[0].others()),
        ],
        day: None,
    }
}

/// 400 customers in 390 minutes, seven minutes each: the stationary value, and the day that starts empty.
fn centre_day(c: u32) -> Case {
    let queue = MMc { c, lambda: 400.0 / 390.0, mu: 1.0 / 7.0 };
    let class = Class { lambda: 400.0 / 6.5, service: "exponential = 7".to_owned(), ..Class::default() };
    let hall = Hall { counters: c, within: vec![7.0], ..Hall::new(vec![class]) };
    Case {
        family: CENTRE_DAY,
        parameters: format!("c={c}; lambda=400/390 per min; mean service 7 min"),
        source: "Erlang C",
        day: Some(hall.as_day(6.5)),
        hall,
        batch: batch(queue.rho()),
        goal: goal(queue.rho()),
        quantities: vec![
            Quantity::new("mean wait (min)", queue.mean_wait(), |seen| seen.hall.wait.mean.in_minutes()),
            Quantity::new("P(wait>7 min)", queue.longer_than(7.0), |seen| seen.hall.wait.within[0].others()),
        ],
    }
}

fn loss(c: u32, a: f64) -> Case {
    Case {
        family: "M/M/c/c",
        parameters: format!("c={c}; a={a}"),
        source: "Erlang B",
        hall: Hall { counters: c, capacity: Some(c), ..Hall::new(vec![one_class(a)]) },
        batch: batch(0.0),
        goal: goal(0.0),
        quantities: vec![Quantity::new("P(blocked)", erlang_b(c, a), |seen| seen.hall.refused.value_of(1.0))],
        day: None,
    }
}

fn finite(c: u32, k: u32, lambda: f64) -> Case {
    let queue = MMcK { c, k, lambda, mu: 1.0 };
    Case {
        family: "M/M/c/K",
        parameters: format!("c={c}; K={k}; lambda={lambda:.1}; mu=1"),
        source: "birth-death",
        hall: Hall { counters: c, capacity: Some(k), ..Hall::new(vec![one_class(lambda)]) },
        batch: batch(0.0),
        goal: goal(0.0),
        quantities: vec![
            Quantity::new("P(blocked)", queue.blocked(), |seen| seen.hall.refused.value_of(1.0)),
            Quantity::new("mean wait of admitted", queue.mean_wait(), |seen| seen.hall.wait.mean.in_hours()),
        ],
        day: None,
    }
}

fn impatient((c, lambda, theta): (u32, f64, f64)) -> Case {
    let queue = ErlangA { c, lambda, mu: 1.0, theta };
    let patience = Some(format!("exponential = {}", 60.0 / theta));
    let rate = if theta == 1.0 { "1.0".to_owned() } else { theta.to_string() };
    Case {
        family: "M/M/c+M (Erlang A)",
        parameters: format!("c={c}; lambda={lambda}; mu=1; patience rate={rate}"),
        source: "Palm 1957; Garnett, Mandelbaum & Reiman 2002",
        hall: Hall { counters: c, ..Hall::new(vec![Class { patience, ..one_class(lambda) }]) },
        batch: batch(0.0),
        goal: goal(0.0),
        quantities: vec![
            Quantity::new("P(abandon)", queue.abandoned(), |seen| seen.hall.abandoned.value_of(1.0)),
            Quantity::new("mean time in queue (all)", queue.mean_time_in_queue(), |seen| {
                seen.hall.time_in_queue.in_hours()
            }),
            Quantity::new("P(wait>0)", queue.delayed(), |seen| seen.hall.delayed.value_of(1.0)),
        ],
        day: None,
    }
}

fn general(rho: f64, name: &str, service: &str, cv2: f64) -> Case {
    Case {
        family: "M/G/1",
        parameters: format!("rho={rho}; {name}; cv^2={cv2}"),
        source: "Pollaczek-Khinchine",
        hall: Hall::new(vec![Class { service: service.to_owned(), ..one_class(rho) }]),
        batch: batch(rho),
        goal: goal(rho),
        quantities: vec![Quantity::new("mean wait", pollaczek_khinchine(rho, 1.0, cv2), |seen| {
            seen.hall.wait.mean.in_hours()
        })],
        day: None,
    }
}

#[derive(Clone, Copy)]
enum Strict {
    /// By the segments' levels, in one queue.
    Levels,
    /// By the order of queues in the counters' profile.
    Queues,
}

fn priorities(c: u32, lambdas: &[f64], how: Strict) -> Case {
    let count = lambdas.len();
    let class = |(place, lambda): (usize, &f64)| match how {
        Strict::Levels => Class { level: (count - place) as u8, queue: 0, ..one_class(*lambda) },
        Strict::Queues => Class { queue: place, ..one_class(*lambda) },
    };
    let classes: Vec<Class> = lambdas.iter().enumerate().map(class).collect();
    let rho = lambdas.iter().sum::<f64>() / f64::from(c);
    let waits = strict_priorities(c, lambdas, 1.0);
    let quantities = waits.into_iter().enumerate().map(|(place, wait)| {
        Quantity::new("mean wait", wait, move |seen| seen.classes[place].wait.mean.in_hours())
            .of(format!("class {} of {count} (1 highest)", place + 1))
    });
    let list: Vec<String> = lambdas.iter().map(f64::to_string).collect();
    Case {
        family: "M/M/c non-preemptive priority",
        parameters: format!("c={c}; lambda by class=({}); mu=1", list.join(", ")),
        source: "Cobham 1954; Kella & Yechiali 1985",
        hall: Hall { counters: c, in_order: matches!(how, Strict::Queues), ..Hall::new(classes) },
        batch: batch(rho),
        goal: goal(rho),
        quantities: quantities.collect(),
        day: None,
    }
}

/// Two counters in a row: 30 % of the first one's customers go on to the second, which has its own too.
fn referral() -> Case {
    let (front, back, share) = (0.5, 0.2, 0.3);
    let at_back = MMc { c: 1, lambda: back + share * front, mu: 1.0 };
    let classes = vec![
        Class { queue: 0, refer: Some((1, share)), ..one_class(front) },
        Class { queue: 1, ..one_class(back) },
    ];
    Case {
        family: "Jackson, referral",
        parameters: "front: c=1, lambda=0.5, mu=1; 30 % referred to back: c=1, own lambda=0.2, mu=1"
            .to_owned(),
        source: "Jackson 1957",
        hall: Hall { apart: true, ..Hall::new(classes) },
        batch: batch(0.5),
        goal: goal(0.5),
        quantities: vec![
            Quantity::new("mean wait front", MMc { c: 1, lambda: front, mu: 1.0 }.mean_wait(), |seen| {
                seen.queues[0].mean.in_hours()
            }),
            Quantity::new("mean wait back", at_back.mean_wait(), |seen| seen.queues[1].mean.in_hours()),
        ],
        day: None,
    }
}

fn accumulating(c: u32, lambdas: (f64, f64), rates: (u16, u16)) -> Case {
    let rho = (lambdas.0 / f64::from(c), lambdas.1 / f64::from(c));
    let until_free = MMc { c, lambda: lambdas.0 + lambdas.1, mu: 1.0 }.delayed() / f64::from(c);
    let b = (f64::from(rates.0), f64::from(rates.1));
    let (slow, fast) = accumulating_priority(until_free, rho, b);
    let class = |lambda, rate| Class { rate, ..one_class(lambda) };
    Case {
        family: "M/M/c accumulating priority",
        parameters: format!(
            "c={c}; lambda by class=({}, {}); mu=1; rates {}, {}",
            lambdas.0, lambdas.1, rates.0, rates.1
        ),
        source: "Kleinrock 1964; Stanford, Taylor & Ziedins 2014",
        hall: Hall { counters: c, ..Hall::new(vec![class(lambdas.0, rates.0), class(lambdas.1, rates.1)]) },
        batch: batch(rho.0 + rho.1),
        goal: goal(rho.0 + rho.1),
        quantities: vec![
            Quantity::new("mean wait", slow, |seen| seen.classes[0].wait.mean.in_hours()).of("slow class"),
            Quantity::new("mean wait", fast, |seen| seen.classes[1].wait.mean.in_hours()).of("fast class"),
        ],
        day: None,
    }
}
