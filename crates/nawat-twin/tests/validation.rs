//! The engine against closed forms: a case of each sort in every run, all of them by `nawat simulate --validate`.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use nawat_twin::validate::{all_cases, quick_cases};

#[test]
fn queues_that_are_known_exactly_come_out_of_the_live_engine() {
    let threads = std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let mut failed = Vec::new();
    for case in quick_cases() {
        let rows = case.run(1, threads).unwrap_or_else(|error| panic!("{}: {error}", case.name()));
        failed.extend(rows.into_iter().filter(|row| !row.passes()));
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn every_case_is_a_scenario_that_settles() {
    // Reading them says so; a round of each would take minutes here.
    for case in all_cases() {
        assert!(case.exact().all(|(.., value)| value.is_finite() && value > 0.0), "{}", case.name());
        case.check().unwrap_or_else(|mistakes| panic!("{}:\n{mistakes}", case.name()));
    }
}

/// The published table of exact values, where it is at hand: `NAWAT_SHARED` names the folder above `data/`.
#[test]
#[allow(clippy::print_stderr, reason = "a test that could not look says so")]
fn the_formulas_give_the_published_values() {
    let shared = std::env::var_os("NAWAT_SHARED").map(PathBuf::from);
    let file = shared.map(|folder| folder.join("data/queueing_closed_forms.csv"));
    let Some(text) = file.as_ref().and_then(|file| std::fs::read_to_string(file).ok()) else {
        eprintln!("NOT COMPARED: set NAWAT_SHARED to a folder with data/queueing_closed_forms.csv");
        return;
    };
    let cases = all_cases();
    let plain = |text: &str| text.chars().filter(|c| !" \"".contains(*c)).collect::<String>();
    let ours: BTreeMap<String, f64> = cases
        .iter()
        .flat_map(|case| case.exact().collect::<Vec<_>>())
        .map(|(family, parameters, quantity, exact)| {
            (plain(&format!("{family},{parameters},{quantity}")), exact)
        })
        .collect();
    let mut before = String::new();
    let mut compared = 0;
    for line in text.lines().skip(1).filter(|line| !line.is_empty()) {
        let fields = fields(line);
        let [case, parameters, quantity, value, ..] = &fields[..] else { panic!("{line}") };
        if parameters != "same" {
            before.clone_from(parameters);
        }
        let key = plain(&format!("{case},{before},{quantity}"));
        let exact = ours.get(&key).unwrap_or_else(|| panic!("{key} is not among the cases"));
        let published: f64 = value.parse().expect("a number");
        assert!((exact - published).abs() < 2e-6 + 1e-6 * published, "{key}: {exact} for {published}");
        compared += 1;
    }
    assert!(compared >= 60, "{compared} rows compared");
}

/// A line of comma-separated values; quotes hold commas.
fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut quoted) = (vec![String::new()], false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            c => fields.last_mut().expect("a field").push(c),
        }
    }
    fields
}
