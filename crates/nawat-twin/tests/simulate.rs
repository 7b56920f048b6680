//! Scenarios, simulated: the same seed gives the same outcome, figures fit each other, and the hall's rules are
//! the engine's.

use std::num::NonZeroUsize;
use std::path::Path;

use nawat_twin::scenario::Scenario;
use nawat_twin::simulate::{Options, Outcome, simulate};

fn options(replications: u64, threads: usize) -> Options {
    let threads = NonZeroUsize::new(threads).expect("a thread");
    Options { replications, seed: 7, first: 0, threads }
}

fn scenario(file: &str) -> Scenario {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios").join(file);
    Scenario::read(&path).unwrap_or_else(|mistakes| panic!("{file} is sound:\n{mistakes}"))
}

fn run(scenario: &Scenario, replications: u64) -> Outcome {
    simulate(scenario, &options(replications, 2)).expect("a day is lived")
}

fn value(figure: nawat_twin::simulate::Figure) -> f64 {
    figure.value.expect("measured")
}

const FILES: [&str; 3] = ["mm9.toml", "three_classes.toml", "bahrain_busy_day.toml"];

#[test]
fn the_same_seed_gives_the_same_outcome_on_any_number_of_threads() {
    for file in FILES {
        let scenario = scenario(file);
        let one = simulate(&scenario, &options(90, 1)).expect("lived");
        for threads in [2, 5] {
            let other = simulate(&scenario, &options(90, threads)).expect("lived");
            assert_eq!(one.totals, other.totals, "{file}");
            assert_eq!(one.measures, other.measures, "{file}: to the last digit");
            assert_eq!(one.waits, other.waits, "{file}");
        }
        let other = simulate(&scenario, &Options { seed: 8, ..options(90, 2) }).expect("lived");
        assert_ne!(one.measures, other.measures, "another seed is another day");
    }
}

#[test]
fn everybody_who_came_is_somewhere() {
    for file in FILES {
        let outcome = run(&scenario(file), 40);
        let totals = outcome.totals;
        let all = totals.served + totals.left + totals.sent_home + totals.still_there;
        assert_eq!(totals.customers, all, "{file}");
        assert_eq!(outcome.waits.total() + totals.left + totals.still_there, totals.customers, "{file}");
        assert_eq!(totals.still_there, 0, "{file}: all are served to the end");
        assert!(totals.served > 0 && outcome.samples == 40);
    }
}

#[test]
fn the_queue_over_time_adds_up_to_the_waits() {
    let outcome = run(&scenario("mm9.toml"), 200);
    let slots: f64 = outcome.measures.waiting_by_slot.iter().map(|slot| value(*slot)).sum();
    // Person-quarters of an hour, against customers × mean wait.
    let waited = value(outcome.measures.waiting) * 26.0;
    assert!((slots - waited).abs() < 1e-6 * waited, "{slots} and {waited}");
    assert!(value(outcome.measures.waiting_by_slot[0]) < value(outcome.measures.waiting_by_slot[10]));
}

#[test]
fn a_counter_more_shortens_the_wait_of_the_very_same_people() {
    let source =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios/mm9.toml"));
    let source = source.expect("there");
    let with = |counters: u32| {
        let text = source.replace("counters = 9", &format!("counters = {counters}"));
        run(&Scenario::parse("mm9.toml", &text, Path::new("")).expect("sound"), 60)
    };
    let (nine, ten) = (with(9), with(10));
    assert_eq!(nine.totals.customers, ten.totals.customers, "common random numbers: the same people come");
    assert!(value(nine.measures.hall.wait.mean) > value(ten.measures.hall.wait.mean));
    assert!(value(nine.measures.utilisation) > value(ten.measures.utilisation));
}

#[test]
fn a_day_that_starts_empty_lies_below_the_stationary_wait() {
    let outcome = run(&scenario("mm9.toml"), 2_000);
    let wait = outcome.measures.hall.wait.mean;
    let minutes = value(wait) / 60_000.0;
    let stationary = 1.642_714;
    assert!(minutes < stationary && minutes > 0.5 * stationary, "{minutes}");
    assert!(wait.half_width().expect("many days") < 0.06 * value(wait));
    let customers = value(outcome.measures.hall.customers);
    // Five standard errors of a Poisson count's mean over the days.
    assert!((customers - 400.0).abs() < 5.0 * (400.0f64 / 2_000.0).sqrt(), "{customers}");
}
