//! The words of one language, with its plurals.
//!
//! Sentences are Fluent messages (projectfluent.org). Numbers are written with Western digits and thousands
//! separators in both languages, as on tickets and government pages in Bahrain, and choose the plural form
//! by the language's CLDR rules; Arabic has six.
//!
//! Fluent's own parser reads them; saying them is ours, because the plural rules that `fluent-bundle` 0.16
//! brings (`intl_pluralrules` 7.0) take Arabic's `n % 100` for `n`: from 103 on they choose wrong forms.

mod message;
mod plural;
mod source;

use std::collections::BTreeMap;

use crate::lang::Lang;
use crate::mistake::{Mistake, Mistakes};
use message::{Part, Pattern};
pub(crate) use source::read as read_source;

/// A value that a sentence takes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    Number(i64),
    Text(std::borrow::Cow<'a, str>),
}

/// How many messages may lie within each other; beyond it they go round in a circle.
const DEPTH_MAX: u8 = 8;

/// All sentences of one language. Asking for one that is missing gives its key in ⟦brackets⟧, which no
/// reader can overlook; [`Texts::has`] lets a test find it first.
#[derive(Debug)]
pub struct Texts {
    lang: Lang,
    messages: BTreeMap<String, Pattern>,
}

impl Texts {
    /// Sentences from Fluent sources, each with the name of its file. A later source goes before an earlier
    /// one where both have a key.
    ///
    /// Errors, all at once: what is not Fluent (M070), a key twice in one source (M072), what takes in more
    /// than values, other messages and plural forms, or a message that is not there (M073).
    pub fn from_sources(lang: Lang, sources: &[(&str, &str)]) -> Result<Texts, Mistakes> {
        let mut messages = BTreeMap::new();
        let mut places = BTreeMap::new();
        let mut mistakes = Vec::new();
        for (file, text) in sources {
            let source = read_source(file, text);
            places.extend(source.keys.into_iter().map(|(key, line)| (key, (*file, line))));
            messages.extend(source.messages);
            mistakes.extend(source.mistakes);
        }
        for (key, pattern) in &messages {
            let (file, line) = places.get(key).copied().unwrap_or(("", 0));
            for other in pattern.messages().into_iter().filter(|other| !messages.contains_key(*other)) {
                mistakes.push(Mistake {
                    file: file.to_owned(),
                    line,
                    code: "M073",
                    what: format!("the text {key} takes in {other}, which is not there."),
                    remedy: "Write that text, or take it out of the braces.".to_owned(),
                });
            }
        }
        if mistakes.is_empty() { Ok(Texts { lang, messages }) } else { Err(Mistakes::sorted(mistakes)) }
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A sentence that takes nothing in.
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// A sentence with its values. `key.attribute` names an attribute of a message. A value that was not
    /// given shows as `{$name}`: there is a sentence all the same.
    pub fn say_with(&self, key: &str, values: &[(&str, Arg)]) -> String {
        let mut out = String::new();
        self.say_into(&mut out, key, values, DEPTH_MAX);
        out
    }

    pub fn has(&self, key: &str) -> bool {
        self.messages.contains_key(key)
    }

    /// All keys in order of the alphabet.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.messages.keys().map(String::as_str)
    }

    /// Names of the values that a sentence takes in, so that a test may compare two languages.
    pub fn values_of(&self, key: &str) -> Vec<&str> {
        self.messages.get(key).map_or(Vec::new(), Pattern::values)
    }

    fn say_into(&self, out: &mut String, key: &str, values: &[(&str, Arg)], depth: u8) {
        match self.messages.get(key).zip(depth.checked_sub(1)) {
            Some((pattern, depth)) => self.spell(out, pattern, values, depth),
            None => {
                out.push('⟦');
                out.push_str(key);
                out.push('⟧');
            }
        }
    }

    fn spell(&self, out: &mut String, pattern: &Pattern, values: &[(&str, Arg)], depth: u8) {
        let value = |wanted: &str| values.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value);
        for part in &pattern.0 {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Message(key) => self.say_into(out, key, values, depth),
                Part::Value(name) => match value(name) {
                    Some(Arg::Number(number)) => out.push_str(&grouped(*number)),
                    Some(Arg::Text(text)) => out.push_str(text),
                    None => {
                        out.push_str("{$");
                        out.push_str(name);
                        out.push('}');
                    }
                },
                Part::Choice(choice) => {
                    self.spell(out, choice.form(self.lang, value(&choice.by)), values, depth);
                }
            }
        }
    }
}

/// Thousands separators: “25,780”.
fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() * 4 / 3 + 1);
    if number < 0 {
        out.push('-');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(text.into())
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(text.as_str().into())
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Arg::Text(text.into())
    }
}

macro_rules! whole_numbers {
    ($($kind:ty),*) => {
        $(
            impl From<$kind> for Arg<'_> {
                fn from(number: $kind) -> Self {
                    Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
                }
            }
        )*
    };
}

whole_numbers!(i32, i64, u8, u16, u32, u64, usize);
