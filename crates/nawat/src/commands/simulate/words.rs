//! The words of this command, and how its numbers are written.

use nawat_catalogue::{Lang, Texts};
use nawat_twin::simulate::Figure;

use crate::exit::Failure;

const AR: (&str, &str) = ("texts/simulate.ar.ftl", include_str!("../../../texts/simulate.ar.ftl"));
const EN: (&str, &str) = ("texts/simulate.en.ftl", include_str!("../../../texts/simulate.en.ftl"));

pub fn texts(lang: Lang) -> Result<Texts, Failure> {
    let source = match lang {
        Lang::Ar => AR,
        Lang::En => EN,
    };
    Texts::from_sources(lang, &[source]).map_err(Failure::failed)
}

/// “25,780”.
pub fn whole(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// “1.31 ± 0.02”, in a unit of so many; a dash where it was not measured.
pub fn figure(texts: &Texts, figure: Figure, unit: f64, decimals: usize) -> String {
    let Some(value) = figure.value else { return texts.say("dash") };
    let value = format!("{:.decimals$}", value / unit);
    match figure.half_width() {
        Some(half) => {
            let half = format!("{:.decimals$}", half / unit);
            texts.say_with("figure", &[("value", value.into()), ("half", half.into())])
        }
        None => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_the_same_things() {
        let (ar, en) = (texts(Lang::Ar).expect("sound"), texts(Lang::En).expect("sound"));
        assert!(ar.keys().eq(en.keys()));
        for key in en.keys() {
            let sorted = |texts: &Texts| {
                let mut values: Vec<String> = texts.values_of(key).into_iter().map(str::to_owned).collect();
                values.sort();
                values.dedup();
                values
            };
            assert_eq!(sorted(&ar), sorted(&en), "{key}");
        }
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(
            [whole(0), whole(999), whole(25_780), whole(1_000_000)],
            ["0", "999", "25,780", "1,000,000"]
        );
    }
}
