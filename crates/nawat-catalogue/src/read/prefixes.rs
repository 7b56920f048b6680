//! Ticket letters that nobody can mistake, among each other and for themselves.

use super::page::Notes;
use super::register::Sort;
use crate::centre::Series;
use crate::prefix::{forbidden, sounds_like};

pub(super) fn check(series: &[Series], notes: &Notes) {
    for (i, one) in series.iter().enumerate().filter(|(_, one)| one.prefix != ' ') {
        let letter = one.prefix;
        let at = notes.place(Sort::Series, &one.key);
        if let Some(why) = forbidden(letter) {
            notes.note(
                &at,
                "M030",
                format!("the prefix {letter} cannot be used: {why}."),
                "Choose another letter.",
            );
        }
        let earlier = |wanted: char| series[..i].iter().find(|other| other.prefix == wanted);
        if let Some(other) = earlier(letter) {
            let what = format!("the prefix {letter} belongs to the series {} already.", other.key);
            notes.note(&at, "M031", what, "Give each series a letter of its own.");
        }
        if let Some(other) = sounds_like(letter).and_then(earlier) {
            let what =
                format!("the prefix {letter} sounds like {}, the prefix of {}.", other.prefix, other.key);
            notes.note(&at, "M032", what, "Choose a letter that cannot be misheard in either language.");
        }
    }
}
