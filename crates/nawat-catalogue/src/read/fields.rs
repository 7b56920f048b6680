//! The fields of one table, each asked for by name. What is missing, of the wrong sort or unknown is noted;
//! the reader goes on, so that one run tells all.

use std::ops::RangeInclusive;

use jiff::civil::{Date, Time};
use toml::de::{DeTable, DeValue};

use super::page::Page;
use super::register::{Sort, Where, nearest};
use crate::lang::Words;

pub(crate) struct Fields<'p> {
    page: &'p Page<'p>,
    table: &'p DeTable<'p>,
    /// Where the table begins.
    pub at: Where,
    /// What the table describes, for messages.
    thing: &'static str,
    asked: Vec<&'static str>,
}

/// A value with its place.
#[derive(Clone, Copy)]
pub(crate) struct Found<'p> {
    page: &'p Page<'p>,
    value: &'p DeValue<'p>,
    start: usize,
}

impl<'p> Fields<'p> {
    pub fn new(page: &'p Page<'p>, table: &'p DeTable<'p>, at: Where, thing: &'static str) -> Fields<'p> {
        Fields { page, table, at, thing, asked: Vec::new() }
    }

    pub fn note(&self, code: &'static str, what: impl Into<String>, remedy: impl Into<String>) {
        self.page.notes.note(&self.at, code, what, remedy);
    }

    /// The value of a field, if it is there.
    pub fn find(&mut self, name: &'static str) -> Option<Found<'p>> {
        self.asked.push(name);
        let value = self.table.get(name)?;
        Some(Found { page: self.page, value: value.get_ref(), start: value.span().start })
    }

    /// The value of a field that must be there (M003).
    pub fn need(&mut self, name: &'static str, example: &str) -> Option<Found<'p>> {
        let found = self.find(name);
        if found.is_none() {
            self.note("M003", format!("{} has no {name}.", self.thing), format!("Add {name} = {example}."));
        }
        found
    }

    /// The key that this thing is known by.
    pub fn key(&mut self, sort: Sort) -> Option<String> {
        let found = self.need("key", "\"short_name\"")?;
        let key = found.key("key")?;
        self.page.notes.define(sort, &key, found.at());
        Some(key)
    }

    /// The key of another thing, which must be defined somewhere.
    pub fn reference(&mut self, name: &'static str, sort: Sort) -> Option<String> {
        let found = self.need(name, "\"key\"")?;
        found.reference(name, sort)
    }

    /// The keys of other things, in their order.
    pub fn references(&mut self, name: &'static str, sort: Sort) -> Option<Vec<String>> {
        let list = self.need(name, "[\"key\", \"key\"]")?.list(name)?;
        Some(list.into_iter().filter_map(|found| found.reference(name, sort)).collect())
    }

    pub fn words(&mut self, name: &'static str) -> Option<Words> {
        self.need(name, "{ ar = \"…\", en = \"…\" }")?.words(name)
    }

    /// A list of words in both languages; nothing where the field is not there.
    pub fn words_list(&mut self, name: &'static str) -> Option<Vec<Words>> {
        let Some(found) = self.find(name) else { return Some(Vec::new()) };
        Some(found.list(name)?.into_iter().filter_map(|found| found.words(name)).collect())
    }

    pub fn flag(&mut self, name: &'static str, otherwise: bool) -> Option<bool> {
        match self.find(name) {
            None => Some(otherwise),
            Some(found) => found.flag(name),
        }
    }

    /// A whole number within bounds (M020).
    pub fn number<N: TryFrom<i64>>(&mut self, name: &'static str, bounds: RangeInclusive<i64>) -> Option<N> {
        let example = bounds.start().to_string();
        self.need(name, &example)?.number(name, bounds, "M020")
    }

    pub fn number_or<N: TryFrom<i64>>(
        &mut self,
        name: &'static str,
        bounds: RangeInclusive<i64>,
        otherwise: N,
    ) -> Option<N> {
        match self.find(name) {
            None => Some(otherwise),
            Some(found) => found.number(name, bounds, "M020"),
        }
    }

    /// One of a list of choices (M012).
    pub fn choice<T: Copy>(&mut self, name: &'static str, choices: &[(&'static str, T)]) -> Option<T> {
        let example = choices.first().map_or(String::new(), |(word, _)| format!("\"{word}\""));
        self.need(name, &example)?.choice(name, choices)
    }

    pub fn choices<T: Copy>(&mut self, name: &'static str, choices: &[(&'static str, T)]) -> Option<Vec<T>> {
        let example = choices.first().map_or(String::new(), |(word, _)| format!("[\"{word}\"]"));
        let list = self.need(name, &example)?.list(name)?;
        Some(list.into_iter().filter_map(|found| found.choice(name, choices)).collect())
    }

    pub fn date(&mut self, name: &'static str) -> Option<Date> {
        self.need(name, "2026-12-16")?.date(name)
    }

    pub fn time(&mut self, name: &'static str) -> Option<Time> {
        self.need(name, "\"07:30\"")?.time(name)
    }

    /// Tables such as `[[queue]]`, or a list of `{ … }`; each is read by `reader`, those with mistakes fall
    /// away after being noted.
    pub fn tables<T>(
        &mut self,
        name: &'static str,
        thing: &'static str,
        mut reader: impl FnMut(&mut Fields<'_>) -> Option<T>,
    ) -> Vec<T> {
        let Some(found) = self.find(name) else { return Vec::new() };
        let Some(list) = found.list(name) else { return Vec::new() };
        list.into_iter().filter_map(|found| found.table(name, thing, &mut reader)).collect()
    }

    /// Notes fields that nobody asked for (M002).
    pub fn finish(self) {
        for name in self.table.keys() {
            let word: &str = name.get_ref();
            if self.asked.contains(&word) {
                continue;
            }
            let remedy = match nearest(word, self.asked.iter().copied()) {
                Some(nearest) => format!("Did you mean {nearest}?"),
                None => format!("{} has {}.", capital(self.thing), self.asked.join(", ")),
            };
            let at = self.page.at(name.span());
            self.page.notes.note(&at, "M002", format!("{} has no field {word}.", self.thing), remedy);
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

impl<'p> Found<'p> {
    pub fn at(&self) -> Where {
        self.page.at(self.start..self.start)
    }

    pub fn note(&self, code: &'static str, what: impl Into<String>, remedy: impl Into<String>) {
        self.page.notes.note(&self.at(), code, what, remedy);
    }

    fn wrong_sort(&self, name: &str, wanted: &str) {
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

    /// Small Latin letters, digits, `_` and `-` (M008): keys stand in addresses, files and reports.
    pub fn key(&self, name: &str) -> Option<String> {
        let key = self.text(name)?;
        let sound = key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-');
        if !sound {
            let what = format!("the key {key} holds other signs than a to z, 0 to 9, _ and -.");
            self.note("M008", what, "Write it with these alone; the name may hold anything.");
            return None;
        }
        Some(key)
    }

    fn reference(&self, name: &str, sort: Sort) -> Option<String> {
        let key = self.text(name)?;
        self.page.notes.refer(sort, &key, self.at());
        Some(key)
    }

    /// `{ ar = "…", en = "…" }`, neither empty (M005).
    pub fn words(&self, name: &str) -> Option<Words> {
        let DeValue::Table(table) = self.value else {
            self.wrong_sort(name, "it as { ar = \"…\", en = \"…\" }");
            return None;
        };
        let mut fields = Fields::new(self.page, table, self.at(), "a text in two languages");
        let mut one = |lang: &'static str, language: &str| {
            let found = fields.find(lang);
            let text = found.and_then(|found| match found.value {
                DeValue::String(text) => Some(text.trim().to_owned()),
                _ => None,
            });
            if text.as_ref().is_none_or(String::is_empty) {
                let what = format!("{name} has no words in {language}.");
                self.note("M005", what, format!("Add {lang} = \"…\" within the braces."));
                return None;
            }
            text
        };
        let (ar, en) = (one("ar", "Arabic"), one("en", "English"));
        fields.finish();
        Some(Words { ar: ar?, en: en? })
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
        let found = |item: &'p toml::Spanned<DeValue<'p>>| Found {
            page: self.page,
            value: item.get_ref(),
            start: item.span().start,
        };
        Some(list.iter().map(found).collect())
    }

    pub fn table<T>(
        &self,
        name: &str,
        thing: &'static str,
        reader: impl FnOnce(&mut Fields<'_>) -> Option<T>,
    ) -> Option<T> {
        let DeValue::Table(table) = self.value else {
            self.wrong_sort(name, "it as a table");
            return None;
        };
        let mut fields = Fields::new(self.page, table, self.at(), thing);
        let value = reader(&mut fields);
        fields.finish();
        value
    }
}
