//! Scenarios simulated on the live engine: independent seeded replications on all cores, figures with their
//! intervals.
//!
//! People, their patience and the lengths of their services are drawn here; every ticket, call, start, end,
//! referral and refusal is the engine's ([`nawat_engine::decide`] and [`nawat_engine::apply`]).

mod chances;
mod counters;
mod due;
mod histogram;
mod measures;
mod moments;
mod run;
mod spread;
mod tally;

use std::num::NonZeroUsize;

use crate::scenario::{Scenario, Span};

pub use histogram::Histogram;
pub use measures::{Measures, Scope, WaitFigures};
use moments::Moments;
pub use moments::{CONFIDENCE, Figure, student_t};
pub use run::Stuck;

/// How often and by which chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    pub replications: u64,
    pub seed: u64,
    /// Number of the first replication: a further call goes on where an earlier one stopped.
    pub first: u64,
    pub threads: NonZeroUsize,
}

/// What came out.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Replications of a day, or batches of an endless one, that figures come from.
    pub samples: u64,
    pub totals: Totals,
    pub measures: Measures<Figure>,
    /// Every wait to the first call.
    pub waits: Histogram,
}

/// Whole numbers over all replications, the warm-up left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// With a ticket: served, left, sent home or still there.
    pub customers: u64,
    pub served: u64,
    pub left: u64,
    pub sent_home: u64,
    /// At the end of a day, or of an endless one's batches.
    pub still_there: u64,
    pub refused: u64,
    /// Customers of the warm-up among the work that was done.
    pub warm_up: u64,
}

/// Simulates a scenario. The same seed gives the same outcome, whatever the number of threads.
///
/// Quantiles are those of all waits together, their errors those of the replications' own quantiles; all other
/// figures are means over the replications or batches.
///
/// # Errors
/// Where the engine refuses what a simulated person may always do, so that scenario and rules contradict each
/// other; a scenario that was read never does.
pub fn simulate(scenario: &Scenario, options: &Options) -> Result<Outcome, Stuck> {
    let mut gathering = Gathering::new(scenario);
    gathering.go_on(options)?;
    let measures = gathering.measures();
    let pooled = gathering.pooled;
    let hall = &pooled.hall;
    let out = hall.served + hall.left + hall.sent_home;
    let warm_up = match scenario.span {
        Span::Endless { warm_up, .. } => warm_up * options.replications,
        Span::Day { .. } => 0,
    };
    Ok(Outcome {
        samples: measures.hall.customers.count,
        totals: Totals {
            customers: hall.issued(),
            served: hall.served,
            left: hall.left,
            sent_home: hall.sent_home,
            // Who was there when a batch began ends in it too: an endless day tells no such difference.
            still_there: hall.issued().saturating_sub(out),
            refused: hall.refused,
            warm_up,
        },
        measures,
        waits: pooled.hall.waits.lengths,
    })
}

/// Replications gathered in several goes, until they are enough.
#[derive(Debug)]
pub(crate) struct Gathering<'s> {
    scenario: &'s Scenario,
    moments: Vec<Moments>,
    shape: Measures<f64>,
    pooled: spread::Pooled,
    replications: u64,
}

impl<'s> Gathering<'s> {
    pub fn new(scenario: &'s Scenario) -> Gathering<'s> {
        let pooled = spread::Pooled::new(scenario);
        let shape = measures::of(scenario, &tally::Tally::new(scenario), &pooled.hall, &pooled.queues);
        Gathering { scenario, moments: Vec::new(), shape, pooled, replications: 0 }
    }

    /// More replications.
    pub fn go_on(&mut self, options: &Options) -> Result<(), Stuck> {
        let more = spread::live(self.scenario, options)?;
        spread::merge(&mut self.moments, &more.moments);
        self.pooled.add(&more.pooled);
        self.replications += options.replications;
        Ok(())
    }

    pub fn replications(&self) -> u64 {
        self.replications
    }

    pub fn customers(&self) -> u64 {
        self.pooled.hall.issued()
    }

    /// The figures of all that was gathered so far.
    pub fn measures(&self) -> Measures<Figure> {
        let mut figures = self.moments.iter();
        let mut measures = self.shape.map(|_| figures.next().copied().unwrap_or_default().figure());
        pool(&mut measures.hall.wait, &self.pooled.hall.waits.lengths);
        for (scope, class) in measures.classes.iter_mut().zip(&self.pooled.classes) {
            pool(&mut scope.wait, &class.waits.lengths);
        }
        for (waits, queue) in measures.queues.iter_mut().zip(&self.pooled.queues) {
            pool(waits, &queue.lengths);
        }
        measures
    }
}

fn pool(waits: &mut WaitFigures<Figure>, lengths: &Histogram) {
    for (figure, share) in [(&mut waits.p50, 0.5), (&mut waits.p90, 0.9), (&mut waits.p99, 0.99)] {
        figure.value = lengths.quantile(share);
    }
}
