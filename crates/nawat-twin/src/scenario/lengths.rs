//! `{ lognormal = 7, cv = 0.6 }`: a distribution by its name with its mean in minutes.

use nawat_catalogue::{Fields, Found};
use nawat_engine::time::Millis;

use crate::law::Law;

pub(super) const MINUTE: f64 = 60_000.0;
/// Minutes that a length may have: up to a week.
const MINUTES: std::ops::RangeInclusive<f64> = 0.0..=10_080.0;
/// Coefficients of variation that a hall can show.
const VARIATION: std::ops::RangeInclusive<f64> = 0.01..=20.0;

/// Reads a distribution (S003 where it has none, or more than one).
pub(super) fn read(found: &Found<'_>, name: &str) -> Option<Law> {
    found.table(name, "a length of time", one)
}

fn one(fields: &mut Fields<'_>) -> Option<Law> {
    const NAMES: [&str; 7] =
        ["fixed", "exponential", "lognormal", "gamma", "erlang", "hyperexponential", "list"];
    // All are asked for, so that none is taken for an unknown field.
    let given: Vec<(&str, Found<'_>)> =
        NAMES.iter().filter_map(|name| Some((*name, fields.find(name)?))).collect();
    let [(name, found)] = given[..] else {
        let what = if given.is_empty() {
            "a length of time has no distribution."
        } else {
            "a length of time has two."
        };
        fields.note("S003", what, "Write one, with its mean in minutes, such as { exponential = 7 }.");
        return None;
    };
    if name == "list" {
        let list: Option<Vec<Millis>> = found
            .list(name)?
            .iter()
            .map(|item| Some(Millis((item.decimal(name, MINUTES)? * MINUTE + 0.5) as i64)))
            .collect();
        return match list? {
            list if list.is_empty() => {
                found.note("S003", "the list of lengths is empty.", "Write the minutes that were measured.");
                None
            }
            list => Some(Law::Listed(list)),
        };
    }
    let mean = found.decimal(name, MINUTES)? * MINUTE;
    match name {
        "fixed" => return Some(Law::Fixed(Millis((mean + 0.5) as i64))),
        "erlang" => {
            let stages: u16 = fields.number("stages", 1..=1_000)?;
            return Some(Law::Gamma { shape: f64::from(stages), scale: mean / f64::from(stages) });
        }
        _ if mean <= 0.0 => {
            found.note(
                "M020",
                format!("{name} has a mean of 0 minutes."),
                "Write a mean above 0, or { fixed = 0 }.",
            );
            return None;
        }
        "exponential" => return Some(Law::Exponential { mean }),
        _ => {}
    }
    let cv = fields.decimal("cv", VARIATION)?;
    match name {
        "lognormal" => Some(Law::lognormal(mean, cv)),
        "gamma" => Some(Law::gamma(mean, cv)),
        _ if cv < 1.0 => {
            let what = format!("cv is {cv}: two exponentials together vary by 1 at least.");
            fields.note_field("cv", "M020", what, "Write 1 or more, or choose gamma or lognormal.");
            None
        }
        _ => Some(Law::hyperexponential(mean, cv)),
    }
}
