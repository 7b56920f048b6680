//! The engine against queues whose behaviour is known exactly: each case is a scenario without end, lived by
//! the same code as any other, its figures compared with the formula's.
//!
//! A row passes when half its interval is no wider than was demanded and the simulated value lies within 3.9
//! standard errors of the exact one: among some eighty rows, one such miss in a hundred runs.

mod cases;
mod formulas;
mod hall;

use std::num::NonZeroUsize;

use nawat_catalogue::Mistakes;

use crate::simulate::{Figure, Gathering, Measures, Options, Stuck, simulate};
use hall::Hall;

pub use formulas::{
    ErlangA, MMc, MMcK, accumulating_priority, erlang_b, erlang_c, pollaczek_khinchine, strict_priorities,
};

/// Standard errors between simulated and exact value, at the most.
pub const Z_MOST: f64 = 3.9;
/// Replications of a round, and batches of a replication.
const ROUND: u64 = 8;
const BATCHES: u32 = 10;
/// Rounds' worth of replications after which a row that is still too wide has failed.
const REPLICATIONS_MOST: u64 = 1_200;
/// Days for what a day that starts empty shows.
const DAYS: u64 = 20_000;

/// A queue of the textbooks.
#[derive(Debug)]
pub struct Case {
    family: &'static str,
    parameters: String,
    source: &'static str,
    hall: Hall,
    /// Customers of a batch.
    batch: u64,
    /// Half the interval, at the most, as a share of the exact value.
    goal: f64,
    quantities: Vec<Quantity>,
    /// The same people on a day that starts empty.
    day: Option<Hall>,
}

/// Picks the figure out of what was measured.
type Reading = Box<dyn Fn(&Measures<Figure>) -> Figure + Send + Sync>;

struct Quantity {
    name: &'static str,
    /// Of which class, where the case has several.
    of: String,
    exact: f64,
    read: Reading,
}

impl std::fmt::Debug for Quantity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} = {}", self.name, self.of, self.exact)
    }
}

/// One line of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub case: &'static str,
    pub parameters: String,
    pub quantity: &'static str,
    pub source: &'static str,
    pub exact: f64,
    pub simulated: f64,
    pub half_width: f64,
    /// Half the interval that was demanded, as a share of the exact value.
    pub goal: f64,
    pub z: f64,
    /// What a day that starts empty shows, where the case has one.
    pub from_empty: Option<Figure>,
    pub customers: u64,
}

impl Row {
    pub fn passes(&self) -> bool {
        // So written that what is no number fails.
        self.half_width <= self.goal * self.exact && self.z.abs() <= Z_MOST
    }
}

/// Why a case could not be lived.
#[derive(Debug)]
pub enum ValidateError {
    Scenario(Mistakes),
    Stuck(Stuck),
}

impl std::fmt::Display for ValidateError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            ValidateError::Scenario(mistakes) => mistakes.fmt(f),
            ValidateError::Stuck(stuck) => stuck.fmt(f),
        }
    }
}

impl std::error::Error for ValidateError {}

/// Every case, as wide as it must be: some minutes of an optimised build on two cores.
pub fn all_cases() -> Vec<Case> {
    cases::all()
}

/// One case of each sort, with wider intervals: for every run of the tests.
pub fn quick_cases() -> Vec<Case> {
    cases::quick()
}

impl Case {
    /// For a few seconds: the interval may be five times as wide.
    fn roughly(self) -> Case {
        Case { goal: 5.0 * self.goal, batch: self.batch / 10, ..self }
    }

    pub fn name(&self) -> String {
        format!("{}: {}", self.family, self.parameters)
    }

    /// What is exact: quantity, its parameters in full, the value.
    pub fn exact(&self) -> impl Iterator<Item = (&'static str, String, &'static str, f64)> + '_ {
        self.quantities
            .iter()
            .map(|quantity| (self.family, self.parameters_of(quantity), quantity.name, quantity.exact))
    }

    /// Whether its scenarios are sound.
    pub fn check(&self) -> Result<(), Mistakes> {
        self.hall.scenario(self.batch, BATCHES)?;
        self.day.as_ref().map_or(Ok(()), |day| day.scenario(self.batch, BATCHES).map(|_| ()))
    }

    fn parameters_of(&self, quantity: &Quantity) -> String {
        if quantity.of.is_empty() {
            return self.parameters.clone();
        }
        format!("{}; {}", self.parameters, quantity.of)
    }

    /// Lives the case until its intervals are narrow enough, or for as long as is sensible.
    pub fn run(&self, seed: u64, threads: NonZeroUsize) -> Result<Vec<Row>, ValidateError> {
        let scenario = self.hall.scenario(self.batch, BATCHES).map_err(ValidateError::Scenario)?;
        let mut gathering = Gathering::new(&scenario);
        let mut wanted = ROUND;
        let (measures, customers) = loop {
            let options = Options { replications: wanted, seed, first: gathering.replications(), threads };
            gathering.go_on(&options).map_err(ValidateError::Stuck)?;
            let measures = gathering.measures();
            let done = gathering.replications();
            // How many times wider the widest interval is than it may be.
            let excess = self.quantities.iter().map(|quantity| quantity.excess(&measures, self.goal));
            let excess = excess.fold(0.0, f64::max);
            if excess <= 1.0 || done >= REPLICATIONS_MOST {
                break (measures, gathering.customers());
            }
            // The width falls with the root of the work; a tenth more, so that few rounds are needed.
            let all = (done as f64 * (excess * excess * 1.1).min(50.0)) as u64;
            wanted = all.clamp(done + ROUND / 2, REPLICATIONS_MOST).saturating_sub(done).max(1);
        };
        let day = self.starting_empty(seed, threads)?;
        let row = |quantity: &Quantity| {
            let seen = (quantity.read)(&measures);
            let (simulated, error) = (seen.value.unwrap_or(f64::NAN), seen.error.unwrap_or(f64::NAN));
            Row {
                case: self.family,
                parameters: self.parameters_of(quantity),
                quantity: quantity.name,
                source: self.source,
                exact: quantity.exact,
                simulated,
                half_width: seen.half_width().unwrap_or(f64::NAN),
                goal: self.goal,
                z: (simulated - quantity.exact) / error,
                from_empty: day.as_ref().map(|day| (quantity.read)(day)),
                customers,
            }
        };
        Ok(self.quantities.iter().map(row).collect())
    }

    fn starting_empty(
        &self,
        seed: u64,
        threads: NonZeroUsize,
    ) -> Result<Option<Measures<Figure>>, ValidateError> {
        let Some(day) = &self.day else { return Ok(None) };
        let scenario = day.scenario(self.batch, BATCHES).map_err(ValidateError::Scenario)?;
        let options = Options { replications: DAYS, seed, first: 0, threads };
        let outcome = simulate(&scenario, &options).map_err(ValidateError::Stuck)?;
        Ok(Some(outcome.measures))
    }
}

impl Quantity {
    fn new(
        name: &'static str,
        exact: f64,
        read: impl Fn(&Measures<Figure>) -> Figure + Send + Sync + 'static,
    ) -> Quantity {
        Quantity { name, of: String::new(), exact, read: Box::new(read) }
    }

    fn of(self, class: impl Into<String>) -> Quantity {
        Quantity { of: class.into(), ..self }
    }

    fn excess(&self, measures: &Measures<Figure>, goal: f64) -> f64 {
        (self.read)(measures).half_width().unwrap_or(f64::INFINITY) / (goal * self.exact)
    }
}

impl Figure {
    fn value_of(self, scale: f64) -> Figure {
        let by = |number: f64| number * scale;
        Figure { value: self.value.map(by), error: self.error.map(by), count: self.count }
    }

    fn in_hours(self) -> Figure {
        self.value_of(1.0 / 3_600_000.0)
    }

    fn in_minutes(self) -> Figure {
        self.value_of(1.0 / 60_000.0)
    }

    /// The share of the others.
    fn others(self) -> Figure {
        Figure { value: self.value.map(|share| 1.0 - share), ..self }
    }
}
