//! One value of a table: read as what is wanted, or noted with its line where it is something else.

use std::ops::RangeInclusive;

use jiff::civil::{Date, Time};
use toml::Spanned;
use toml::de::DeValue;

use super::page::Page;
use super::register::{Sort, Where, nearest};

/// A value with its place.
#[derive(Clone, Copy, Debug)]
pub struct Found<'p> {
    pub(super) page: &'p Page<'p>,
    pub(super) value: &'p DeValue<'p>,
    start: usize,
}

impl<'p> Found<'p> {
    pub fn new(page: &'p Page<'p>, value: &'p Spanned<DeValue<'p>>) -> Found<'p> {
        Found { page, value: value.get_ref(), start: value.span().start }
    }

    pub fn at(&self) -> Where {
        self.page.at(self.start..self.start)
    }

    pub fn note(&self, code: &'static str, what: impl Into<String>, remedy: impl Into<String>) {
        self.page.notes.note(&self.at(), code, what, remedy);
    }

    pub(super) fn wrong_sort(&self, name: &str, wanted: &str) {
        let is = match self.value {
            DeValue::String(_) => "words",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a number with a fraction",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date or time",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.note("M004", format!("{name} is {is}."), format!("Write {wanted}."));
    }

    pub fn text(&self, name: &str) -> Option<String> {
        let DeValue::String(text) = self.value else {
            self.wrong_sort(name, "it in \"quotes\"");
            return None;
        };
        if text.trim().is_empty() {
            self.note("M003", format!("{name} is empty."), "Write something in it.");
            return None;
        }
        Some(text.trim().to_owned())
    }

    pub fn is_list(&self) -> bool {
        matches!(self.value, DeValue::Array(_))
    }

    pub fn is_table(&self) -> bool {
        matches!(self.value, DeValue::Table(_))
    }

    /// Small Latin letters, digits, `_` and `-` (M008): keys stand in addresses, files and reports.
    pub(crate) fn key(&self, name: &str) -> Option<String> {
        let key = self.text(name)?;
        let sound = key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-');
        if !sound {
            let what = format!("the key {key} holds other signs than a to z, 0 to 9, _ and -.");
            self.note("M008", what, "Write it with these alone; the name may hold anything.");
            return None;
        }
        Some(key)
    }

    pub(crate) fn reference(&self, name: &str, sort: Sort) -> Option<String> {
        let key = self.text(name)?;
        self.page.notes.refer(sort, &key, self.at());
        Some(key)
    }

    pub fn flag(&self, name: &str) -> Option<bool> {
        let DeValue::Boolean(flag) = self.value else {
            self.wrong_sort(name, "true or false");
            return None;
        };
        Some(*flag)
    }

    pub fn number<N: TryFrom<i64>>(
        &self,
        name: &str,
        bounds: RangeInclusive<i64>,
        code: &'static str,
    ) -> Option<N> {
        let DeValue::Integer(digits) = self.value else {
            self.wrong_sort(name, "a whole number without quotes");
            return None;
        };
        let value = i64::from_str_radix(digits.as_str(), digits.radix()).ok();
        let within = value.filter(|value| bounds.contains(value)).and_then(|value| N::try_from(value).ok());
        if within.is_none() {
            let (low, high) = bounds.into_inner();
            self.note(
                code,
                format!("{name} is {digits}."),
                format!("Write a whole number from {low} to {high}."),
            );
        }
        within
    }

    /// A number, with a fraction or without (M020); what is endless or no number at all is out of bounds.
    pub fn decimal(&self, name: &str, bounds: RangeInclusive<f64>) -> Option<f64> {
        let (digits, value) = match self.value {
            DeValue::Integer(digits) => {
                let whole = i64::from_str_radix(digits.as_str(), digits.radix()).ok();
                (digits.to_string(), whole.map(|whole| whole as f64))
            }
            DeValue::Float(digits) => (digits.to_string(), digits.as_str().parse().ok()),
            _ => {
                self.wrong_sort(name, "a number without quotes");
                return None;
            }
        };
        let within = value.filter(|value| bounds.contains(value));
        if within.is_none() {
            let (low, high) = bounds.into_inner();
            self.note(
                "M020",
                format!("{name} is {digits}."),
                format!("Write a number from {low} to {high}."),
            );
        }
        within
    }

    pub fn choice<T: Copy>(&self, name: &str, choices: &[(&'static str, T)]) -> Option<T> {
        let word = self.text(name)?;
        let found = choices.iter().find(|(choice, _)| *choice == word).map(|(_, value)| *value);
        if found.is_none() {
            let words: Vec<&str> = choices.iter().map(|(choice, _)| *choice).collect();
            let remedy = match nearest(&word, words.iter().copied()) {
                Some(nearest) => format!("Did you mean {nearest}?"),
                None => format!("Choose from {}.", words.join(", ")),
            };
            self.note("M012", format!("{name} cannot be {word}."), remedy);
        }
        found
    }

    /// A day, as TOML writes it or in quotes (M050).
    pub fn date(&self, name: &str) -> Option<Date> {
        let text = self.written_time(name, "a date such as 2026-12-16")?;
        let date = (text.len() == 10).then(|| text.parse().ok()).flatten();
        if date.is_none() {
            self.note(
                "M050",
                format!("{name} is {text}, which is no day."),
                "Write year-month-day: 2026-12-16.",
            );
        }
        date
    }

    /// A time of day in hours and minutes (M051).
    pub fn time(&self, name: &str) -> Option<Time> {
        let text = self.written_time(name, "a time such as \"07:30\"")?;
        let time: Option<Time> = (text.len() == 5 || text.len() == 8).then(|| text.parse().ok()).flatten();
        if time.is_none() {
            let what = format!("{name} is {text}, which is no time of day.");
            self.note("M051", what, "Write hours and minutes, 00:00 to 23:59: \"07:30\".");
        }
        time
    }

    fn written_time(&self, name: &str, wanted: &str) -> Option<String> {
        match self.value {
            DeValue::String(text) => Some(text.trim().to_owned()),
            DeValue::Datetime(time) => Some(time.to_string()),
            _ => {
                self.wrong_sort(name, wanted);
                None
            }
        }
    }

    pub fn list(&self, name: &str) -> Option<Vec<Found<'p>>> {
        let DeValue::Array(list) = self.value else {
            self.wrong_sort(name, "a list in [brackets]");
            return None;
        };
        Some(list.iter().map(|item| Found::new(self.page, item)).collect())
    }
}
