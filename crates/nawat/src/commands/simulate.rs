//! `nawat simulate`: a scenario lived many times on the live engine, its figures with their intervals; with
//! `--validate`, the engine against queues that are known exactly.

mod as_json;
mod as_text;
mod validating;
mod words;

use std::num::NonZeroUsize;
use std::path::Path;

use nawat_catalogue::Lang;
use nawat_twin::scenario::{Scenario, Span};
use nawat_twin::simulate::{Options, Outcome, simulate};

use crate::args::Simulate;
use crate::clock::Stopwatch;
use crate::exit::Failure;
use crate::print;

/// Days that are lived where nobody says how many; days without end.
const DAYS: u64 = 1_000;
const ENDLESS: u64 = 8;

/// A simulation that was done, with all that is told of it.
struct Done<'a> {
    scenario: &'a Scenario,
    options: Options,
    outcome: Outcome,
    seconds: f64,
}

impl Done<'_> {
    /// Customers by the time of the work, those of the warm-up too.
    fn customers_per_second(&self) -> f64 {
        let all = self.outcome.totals.customers + self.outcome.totals.warm_up;
        all as f64 / self.seconds.max(1e-9)
    }

    fn is_endless(&self) -> bool {
        matches!(self.scenario.span, Span::Endless { .. })
    }
}

pub fn run(arguments: &Simulate) -> Result<(), Failure> {
    let lang = lang(&arguments.lang)?;
    let threads = match arguments.threads {
        Some(threads) => threads,
        None => std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN),
    };
    match &arguments.scenario {
        None => validating::run(arguments.seed, threads, lang, arguments.json),
        Some(file) => simulated(arguments, file, threads, lang),
    }
}

fn lang(word: &str) -> Result<Lang, Failure> {
    match word {
        "ar" => Ok(Lang::Ar),
        "en" => Ok(Lang::En),
        other => Err(Failure::misused(format!("there is no language “{other}”; take ar or en"))),
    }
}

fn simulated(arguments: &Simulate, file: &Path, threads: NonZeroUsize, lang: Lang) -> Result<(), Failure> {
    let scenario = Scenario::read(file)
        .map_err(|mistakes| Failure::misused(format!("the scenario cannot be used:\n{mistakes}")))?;
    let usual = match scenario.span {
        Span::Day { .. } => DAYS,
        Span::Endless { .. } => ENDLESS,
    };
    let replications = arguments.replications.unwrap_or(usual);
    let options = Options { replications, seed: arguments.seed, first: 0, threads };
    let watch = Stopwatch::start();
    let outcome = simulate(&scenario, &options).map_err(Failure::failed)?;
    let done = Done { scenario: &scenario, options, outcome, seconds: watch.seconds() };
    if arguments.json {
        return print::line(&as_json::told(&done).to_string());
    }
    print::all(&as_text::told(&done, &words::texts(lang)?))
}
