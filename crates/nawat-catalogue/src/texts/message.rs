//! A sentence as it is kept: text, values, other messages, and choices among forms.

use super::{Arg, plural};
use crate::lang::Lang;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pattern(pub Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Text(String),
    /// `{ $name }`
    Value(String),
    /// `{ key }`
    Message(String),
    /// `{ $name -> … }`
    Choice(Choice),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// The value that decides.
    pub by: String,
    pub forms: Vec<(Form, Pattern)>,
    /// The form marked with an asterisk.
    pub otherwise: Pattern,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// This very number: `[0]`.
    Exactly(i64),
    /// A plural form, or a word that the value may be.
    Named(String),
}

impl Choice {
    /// The first form that fits, as in Fluent.
    pub fn form(&self, lang: Lang, value: Option<&Arg>) -> &Pattern {
        let fits = |form: &Form| match (form, value) {
            (Form::Exactly(exact), Some(Arg::Number(number))) => exact == number,
            (Form::Named(name), Some(Arg::Number(number))) => name == plural::form(lang, *number),
            (Form::Named(name), Some(Arg::Text(text))) => name == text,
            _ => false,
        };
        self.forms.iter().find(|(form, _)| fits(form)).map_or(&self.otherwise, |(_, pattern)| pattern)
    }
}

impl Pattern {
    /// Keys of the messages that it takes in, itself and in its forms.
    pub fn messages(&self) -> Vec<&str> {
        self.gather(&|part| match part {
            Part::Message(key) => Some(key),
            _ => None,
        })
    }

    /// Names of the values that it takes in, each once, in order of the alphabet.
    pub fn values(&self) -> Vec<&str> {
        let mut names = self.gather(&|part| match part {
            Part::Value(name) | Part::Choice(Choice { by: name, .. }) => Some(name),
            _ => None,
        });
        names.sort_unstable();
        names.dedup();
        names
    }

    fn gather<'p>(&'p self, wanted: &impl Fn(&'p Part) -> Option<&'p String>) -> Vec<&'p str> {
        let mut found = Vec::new();
        for part in &self.0 {
            found.extend(wanted(part).map(String::as_str));
            if let Part::Choice(choice) = part {
                for pattern in choice.forms.iter().map(|(_, pattern)| pattern).chain([&choice.otherwise]) {
                    found.extend(pattern.gather(wanted));
                }
            }
        }
        found
    }
}
