//! Published counts of a period: one row a kind, as in `quarter.csv`.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::centre::Centre;
use crate::mistake::{Mistake, Mistakes};
use crate::unreadable::unreadable;

/// The first line of such a file.
const HEADER: &str = "kind,section,customers";

/// How many customers were received, kind by kind; every kind of the centre stands once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quarter {
    pub rows: Vec<QuarterRow>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuarterRow {
    pub kind: String,
    pub section: String,
    pub customers: u64,
}

impl Quarter {
    /// Reads a file of counts for this centre. Errors: all that is wrong in it, with its lines.
    pub fn read(file: &Path, centre: &Centre) -> Result<Quarter, Mistakes> {
        let name = file.display().to_string();
        match std::fs::read_to_string(file) {
            Ok(text) => Quarter::from_text(&name, &text, centre),
            Err(error) => {
                let (what, remedy) = unreadable(&error);
                let remedy = format!("{remedy} Its columns are {HEADER}.");
                Err(Mistakes(vec![Mistake { file: name, line: 0, code: "M006", what, remedy }]))
            }
        }
    }

    /// The same from text that was read already; `name` is what mistakes call the file.
    pub fn from_text(name: &str, text: &str, centre: &Centre) -> Result<Quarter, Mistakes> {
        let kinds: Vec<&str> = centre.kinds.iter().map(|kind| kind.key.as_str()).collect();
        let sections: Vec<&str> = centre.sections.iter().map(|section| section.key.as_str()).collect();
        let (rows, mistakes) = rows(name, text, &kinds, &sections);
        if mistakes.is_empty() { Ok(Quarter { rows }) } else { Err(Mistakes::sorted(mistakes)) }
    }

    /// All customers of the period, each counted once.
    pub fn customers(&self) -> u64 {
        self.rows.iter().map(|row| row.customers).fold(0, u64::saturating_add)
    }

    /// The count of one kind.
    pub fn of_kind(&self, kind: &str) -> Option<u64> {
        self.rows.iter().find(|row| row.kind == kind).map(|row| row.customers)
    }
}

/// What a file says, and what is wrong with it.
pub(crate) fn rows(
    name: &str,
    text: &str,
    kinds: &[&str],
    sections: &[&str],
) -> (Vec<QuarterRow>, Vec<Mistake>) {
    let mut mistakes = Vec::new();
    let mut note = |line: usize, code: &'static str, what: String, remedy: &str| {
        mistakes.push(Mistake { file: name.to_owned(), line, code, what, remedy: remedy.to_owned() });
    };
    let mut found: Vec<(usize, QuarterRow)> = Vec::new();
    // A spreadsheet may put its mark before the first letter.
    let mut lines = text.trim_start_matches('\u{feff}').lines().enumerate();
    let header = lines.next().map_or("", |(_, line)| line).trim();
    if header != HEADER {
        note(1, "M060", format!("the first line is “{header}”."), "Begin with kind,section,customers.");
        return (Vec::new(), mistakes);
    }
    for (index, text) in lines {
        let line = index + 1;
        if text.trim().is_empty() {
            continue;
        }
        let columns: Vec<&str> = text.split(',').map(str::trim).collect();
        let [kind, section, count] = columns[..] else {
            let what = format!("the line has {} columns.", columns.len());
            note(line, "M060", what, "Write kind, section and customers, with two commas.");
            continue;
        };
        if !kinds.contains(&kind) {
            let remedy = format!("Write one of {}.", kinds.join(", "));
            note(line, "M061", format!("the centre has no kind “{kind}”."), &remedy);
        }
        if !sections.contains(&section) {
            let remedy = format!("Write one of {}.", sections.join(", "));
            note(line, "M061", format!("the centre has no section “{section}”."), &remedy);
        }
        if let Some((earlier, _)) = found.iter().find(|(_, row)| row.kind == kind) {
            note(line, "M063", format!("{kind} stands in line {earlier} already."), "Keep one line a kind.");
        }
        let customers = match count.parse::<u32>() {
            Ok(customers) => u64::from(customers),
            Err(_) => {
                let remedy = "Write a whole number from 0 to 4294967295, without separators.";
                note(line, "M062", format!("customers of {kind} is “{count}”."), remedy);
                0
            }
        };
        found.push((line, QuarterRow { kind: kind.to_owned(), section: section.to_owned(), customers }));
    }
    for kind in kinds {
        if !found.iter().any(|(_, row)| row.kind == *kind) {
            let remedy = format!("Add a line {kind},section,count; write 0 if there were none.");
            note(0, "M064", format!("the kind {kind} is missing."), &remedy);
        }
    }
    (found.into_iter().map(|(_, row)| row).collect(), mistakes)
}
