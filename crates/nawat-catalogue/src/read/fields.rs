//! The fields of one table, each asked for by name: a whole file's, or those of a table within it. What is
//! missing, of the wrong sort or unknown is noted; the reader goes on, so that one run tells all.

use std::ops::RangeInclusive;

use jiff::civil::{Date, Time};
use toml::de::{DeTable, DeValue};

use super::found::Found;
use super::page::Page;
use super::register::{Sort, Where, nearest};
use crate::lang::Words;

/// The fields of one table.
#[derive(Debug)]
pub struct Fields<'p> {
    page: &'p Page<'p>,
    table: &'p DeTable<'p>,
    /// Where the table begins.
    pub at: Where,
    /// What the table describes, for messages.
    thing: &'static str,
    asked: Vec<&'static str>,
}

impl<'p> Fields<'p> {
    pub fn new(page: &'p Page<'p>, table: &'p DeTable<'p>, at: Where, thing: &'static str) -> Fields<'p> {
        Fields { page, table, at, thing, asked: Vec::new() }
    }

    pub fn note(&self, code: &'static str, what: impl Into<String>, remedy: impl Into<String>) {
        self.page.notes.note(&self.at, code, what, remedy);
    }

    /// Notes a mistake where a field stands; where it is not there, at the table.
    pub fn note_field(&self, name: &str, code: &'static str, what: String, remedy: &str) {
        let at = self.table.get(name).map_or_else(|| self.at.clone(), |value| self.page.at(value.span()));
        self.page.notes.note(&at, code, what, remedy);
    }

    /// The value of a field, if it is there.
    pub fn find(&mut self, name: &'static str) -> Option<Found<'p>> {
        self.asked.push(name);
        let value = self.table.get(name)?;
        Some(Found::new(self.page, value))
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
    pub(crate) fn key(&mut self, sort: Sort) -> Option<String> {
        let found = self.need("key", "\"short_name\"")?;
        let key = found.key("key")?;
        self.page.notes.define(sort, &key, found.at());
        Some(key)
    }

    /// The key of another thing, which must be defined somewhere.
    pub(crate) fn reference(&mut self, name: &'static str, sort: Sort) -> Option<String> {
        let found = self.need(name, "\"key\"")?;
        found.reference(name, sort)
    }

    /// The keys of other things, in their order.
    pub(crate) fn references(&mut self, name: &'static str, sort: Sort) -> Option<Vec<String>> {
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

    /// A number, with a fraction or without, within bounds (M020).
    pub fn decimal(&mut self, name: &'static str, bounds: RangeInclusive<f64>) -> Option<f64> {
        let example = bounds.start().to_string();
        self.need(name, &example)?.decimal(name, bounds)
    }

    /// The same for a field that may be left out; `Some(None)` where it was.
    pub fn decimal_if_there(
        &mut self,
        name: &'static str,
        bounds: RangeInclusive<f64>,
    ) -> Option<Option<f64>> {
        match self.find(name) {
            None => Some(None),
            Some(found) => found.decimal(name, bounds).map(Some),
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

impl Found<'_> {
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

impl Page<'_> {
    /// Reads the file's outermost fields and hands them over; what is not TOML is noted (M001), and the
    /// rest is read as far as it can be.
    pub fn read<T>(
        &self,
        thing: &'static str,
        reader: impl FnOnce(&mut Fields<'_>) -> Option<T>,
    ) -> Option<T> {
        let (table, errors) = DeTable::parse_recoverable(self.source);
        for error in &errors {
            let at = self.at(error.span().unwrap_or(0..0));
            let remedy = "Mend this line; words stand in \"quotes\", numbers and dates do not.";
            self.notes.note(&at, "M001", format!("this is not TOML: {}.", error.message()), remedy);
        }
        let mut fields =
            Fields::new(self, table.get_ref(), Where { file: self.file.to_owned(), line: 1 }, thing);
        let value = reader(&mut fields);
        // After a slip of the pen unknown fields are mostly pieces of what was meant.
        if errors.is_empty() {
            fields.finish();
        }
        value
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
