//! Every file in `days/` is a day that must come out as it is written. See `table/mod.rs` for the language.

mod table;

use std::collections::BTreeSet;
use std::path::Path;

use table::Exercised;

fn run_all() -> (Exercised, String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/days");
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .expect("the folder of days")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    assert!(files.len() > 20, "the days are missing: {} found", files.len());
    let (mut exercised, mut wrong) = (Exercised::default(), String::new());
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a readable day");
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Err(what) = table::run(&text, &mut exercised) {
            wrong.push_str(&format!("{name}\n{what}\n"));
        }
    }
    (exercised, wrong)
}

#[test]
fn every_day_comes_out_as_it_is_written() {
    let (_, wrong) = run_all();
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_refusal_is_in_a_table() {
    let source = include_str!("../src/refusal.rs");
    let codes: BTreeSet<&str> = source
        .lines()
        .filter_map(|line| line.split_once("=> \""))
        .filter_map(|(_, rest)| rest.split('"').next())
        .collect();
    assert!(codes.len() > 50, "the codes are read from the source: {codes:?}");
    let (exercised, _) = run_all();
    let missing: Vec<_> = codes.difference(&exercised.refusals).collect();
    assert!(missing.is_empty(), "no table refuses with {missing:?}");
    assert_eq!(codes.len(), source.matches("=> \"").count(), "a code is given twice");
}

#[test]
fn every_event_and_every_command_is_in_a_table() {
    let (exercised, _) = run_all();
    let events = variants(include_str!("../src/event/mod.rs"), "pub enum Event {");
    let told: BTreeSet<String> = exercised.events.iter().map(|name| name.replace('_', "")).collect();
    let missing: Vec<_> = events.iter().filter(|name| !told.contains(&name.to_lowercase())).collect();
    assert!(missing.is_empty(), "no table tells {missing:?}");
    let commands = variants(include_str!("../src/command.rs"), "pub enum Command {");
    let missing: Vec<_> = commands.iter().filter(|name| !exercised.commands.contains(*name)).collect();
    assert!(missing.is_empty(), "no table says {missing:?}");
}

/// The names of an enum's variants, read from its source.
fn variants(source: &str, head: &str) -> Vec<String> {
    let body = source.split_once(head).expect("the enum stands in its file").1;
    let body = body.split_once("\n}").expect("an enum ends").0;
    let names = body.lines().filter(|line| {
        line.starts_with("    ") && line[4..].starts_with(|first: char| first.is_ascii_uppercase())
    });
    let names: Vec<String> =
        names.map(|line| line.trim().split([' ', '(', ',', '{']).next().unwrap_or("").to_owned()).collect();
    assert!(names.len() > 25, "the variants are read from the source: {names:?}");
    names
}
