//! Days as tables: a file is a day, a line is a time, a command, and what is expected to follow from it.
//!
//! ```text
//! rules 1 = usual, capacity 3            the rules, where they differ from the usual hall's (rules.rs)
//! 8:10 sara: next 1 -> A1 called at 1    a command, who says it, and all its events; [details] are optional
//! 8:10 next 1 -> refused counter-busy    or the refusal that wins
//! 9:00@8:40 next 1 -> …                  told at 9:00, happened at 8:40
//! ? order 1: A2 A3                       a look at the state
//! ```
//! Events are parted by semicolons, a line that begins with `->` goes on with the one before. After each event
//! [`nawat_engine::always_true`] must hold; a refusal must leave the day as it was; and at the end of the file
//! the records, written to JSON and read back, must replay to the identical day.

mod commands;
mod events;
mod looks;
mod names;
mod rules;

use std::collections::BTreeSet;
use std::sync::Arc;

use nawat_engine::rules::{Rules, RulesRef};
use nawat_engine::{Day, Entry, Record, Refusal, Said, always_true, apply, tell};

/// What the tables have exercised: names of events, codes of refusals.
#[derive(Default)]
pub struct Exercised {
    pub events: BTreeSet<String>,
    pub refusals: BTreeSet<&'static str>,
    pub commands: BTreeSet<String>,
}

pub struct Table {
    pub day: Day,
    pub published: Vec<(RulesRef, Arc<Rules>)>,
    pub records: Vec<Record>,
    references: u128,
}

/// Runs a day. `Err`: the lines that did not come out as written, with what came instead.
pub fn run(text: &str, exercised: &mut Exercised) -> Result<(), String> {
    let mut table = Table { day: Day::unopened(), published: Vec::new(), records: Vec::new(), references: 0 };
    let mut wrong = String::new();
    for (number, line) in joined(text) {
        if let Err(what) = table.line(&line, exercised) {
            wrong.push_str(&format!("line {number}: {line}\n    {what}\n"));
        }
    }
    if wrong.is_empty() {
        table.replays()?;
        return Ok(());
    }
    Err(wrong)
}

/// Lines without comments, continuations joined, with their numbers.
fn joined(text: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let line = line.split(" # ").next().unwrap_or("").trim();
        match lines.last_mut() {
            _ if line.is_empty() || line.starts_with('#') => {}
            Some((_, last)) if line.starts_with("->") || line.starts_with(';') => {
                last.push(' ');
                last.push_str(line);
            }
            _ => lines.push((number + 1, line.to_owned())),
        }
    }
    lines
}

impl Table {
    fn line(&mut self, line: &str, exercised: &mut Exercised) -> Result<(), String> {
        if let Some(rules) = line.strip_prefix("rules ") {
            self.published.push(rules::published(rules)?);
            return Ok(());
        }
        if self.published.is_empty() {
            self.published.push(rules::published("1 = usual")?);
        }
        if self.day.phase == nawat_engine::Phase::Unopened {
            for (rules_ref, rules) in &self.published {
                self.day.learn(*rules_ref, Arc::clone(rules));
            }
        }
        if let Some(look) = line.strip_prefix("? ") {
            return looks::look(self, look);
        }
        let (command, expected) =
            line.split_once("->").ok_or("a command line needs “->” and what follows")?;
        self.references += 1;
        let said = commands::said(self, command, self.references)?;
        let kind = format!("{:?}", said.command);
        exercised.commands.insert(kind.split([' ', '(', '{']).next().unwrap_or("").to_owned());
        self.tell(&said, expected.trim(), exercised)
    }

    fn tell(&mut self, said: &Said, expected: &str, exercised: &mut Exercised) -> Result<(), String> {
        let before = self.day.clone();
        let (mut scratch, mut records) = (Vec::new(), Vec::new());
        let outcome = tell(&mut self.day, said, &mut scratch, &mut records);
        match outcome {
            Err(refusal) => {
                exercised.refusals.insert(refusal.code());
                if self.day != before {
                    return Err(format!("{refusal:?} changed the day"));
                }
                refused(expected, &refusal)
            }
            Ok(()) => {
                let told = self.watched(before, &records, exercised)?;
                self.records.extend(records);
                events::compare(expected, &told)
            }
        }
    }

    /// The events in words, each applied again to the day before, with the invariants checked in between.
    fn watched(
        &self,
        mut day: Day,
        records: &[Record],
        exercised: &mut Exercised,
    ) -> Result<Vec<String>, String> {
        let mut told = Vec::new();
        for record in records {
            exercised.events.insert(events::name_of(&record.entry.event));
            apply(&mut day, record);
            always_true(&day).map_err(|broken| format!("after {:?}: {broken}", record.entry.event))?;
            told.push(events::words(self, &record.entry.event));
        }
        if day != self.day {
            return Err("the events applied one by one make another day".to_owned());
        }
        Ok(told)
    }

    fn replays(&self) -> Result<(), String> {
        let mut again = Day::unopened();
        for (rules_ref, rules) in &self.published {
            again.learn(*rules_ref, Arc::clone(rules));
        }
        for record in &self.records {
            let payload = serde_json::to_string(&record.entry).map_err(|error| error.to_string())?;
            let entry: Entry =
                serde_json::from_str(&payload).map_err(|error| format!("{payload}: {error}"))?;
            if entry != record.entry {
                return Err(format!("{payload} reads back as {entry:?}"));
            }
            apply(&mut again, &Record { entry, ..record.clone() });
        }
        if again == self.day { Ok(()) } else { Err("the replay makes another day".to_owned()) }
    }
}

fn refused(expected: &str, refusal: &Refusal) -> Result<(), String> {
    if expected == format!("refused {}", refusal.code()) {
        return Ok(());
    }
    Err(format!("came: refused {} ({refusal:?})", refusal.code()))
}
