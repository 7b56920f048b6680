//! The words of one language, with its plurals.
//!
//! Sentences are Fluent messages (projectfluent.org). Numbers are written with Western digits and thousands
//! separators in both languages, as on tickets and government pages in Bahrain, and choose the plural form
//! by the language's CLDR rules; Arabic has six.

use std::collections::BTreeSet;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::lang::Lang;
use crate::mistake::{Mistake, Mistakes};

/// A value that a sentence takes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    Number(i64),
    Text(std::borrow::Cow<'a, str>),
}

/// All sentences of one language. Asking for one that is missing gives its key in ⟦brackets⟧, which no
/// reader can overlook; [`Texts::has`] lets a test find it first.
pub struct Texts {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
    keys: BTreeSet<String>,
}

impl Texts {
    /// Sentences from Fluent sources, each with the name of its file. A later source goes before an earlier
    /// one where both have a key.
    ///
    /// Errors: what is not Fluent (M070), and a key twice in one source (M072), all at once.
    pub fn from_sources(lang: Lang, sources: &[(&str, &str)]) -> Result<Texts, Mistakes> {
        let mut bundle = FluentBundle::new_concurrent(vec![locale(lang)]);
        // Isolation marks are the pages' business: they wrap codes in <bdi>.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => Some(grouped(&number.as_string())),
            _ => None,
        }));
        let mut keys = BTreeSet::new();
        let mut mistakes = Vec::new();
        for (name, source) in sources {
            let (resource, found) = parse(name, source);
            keys.extend(found.keys.into_iter().map(|(key, _)| key));
            mistakes.extend(found.mistakes);
            bundle.add_resource_overriding(resource);
        }
        if mistakes.is_empty() { Ok(Texts { lang, bundle, keys }) } else { Err(Mistakes::sorted(mistakes)) }
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A sentence that takes nothing in.
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// A sentence with its values. `key.attribute` names an attribute of a message.
    pub fn say_with(&self, key: &str, values: &[(&str, Arg)]) -> String {
        let (name, attribute) = key.split_once('.').map_or((key, None), |(name, rest)| (name, Some(rest)));
        let message = self.bundle.get_message(name);
        let pattern = message.and_then(|message| match attribute {
            None => message.value(),
            Some(attribute) => message.get_attribute(attribute).map(|attribute| attribute.value()),
        });
        let Some(pattern) = pattern else { return format!("⟦{key}⟧") };
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            args.set(*name, value.clone());
        }
        // A value that was not given shows as {$name}: there is a sentence all the same.
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    pub fn has(&self, key: &str) -> bool {
        self.keys.contains(key)
    }

    /// All keys in order of the alphabet.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(String::as_str)
    }
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Texts({}, {} keys)", self.lang, self.keys.len())
    }
}

fn locale(lang: Lang) -> unic_langid::LanguageIdentifier {
    lang.code().parse().unwrap_or_default()
}

/// What a Fluent source holds.
pub(crate) struct Found {
    /// Keys with their lines, `key.attribute` too.
    pub keys: Vec<(String, usize)>,
    pub mistakes: Vec<Mistake>,
}

/// Reads a source: what is sound of it, and what is not.
pub(crate) fn parse(file: &str, source: &str) -> (FluentResource, Found) {
    let (resource, errors) = match FluentResource::try_new(source.to_owned()) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let mut mistakes: Vec<Mistake> = errors
        .into_iter()
        .map(|error| Mistake {
            file: file.to_owned(),
            line: line_of(source, error.pos.start),
            code: "M070",
            what: format!("this is not a Fluent message: {}.", error.kind),
            remedy: "Write it as key = words; a line that goes on begins with blanks.".to_owned(),
        })
        .collect();
    let keys = keys_of(file, source, &mut mistakes);
    (resource, Found { keys, mistakes })
}

/// The keys as they stand at the beginning of lines; Fluent's tree does not tell where a message was.
fn keys_of(file: &str, source: &str, mistakes: &mut Vec<Mistake>) -> Vec<(String, usize)> {
    let mut keys: Vec<(String, usize)> = Vec::new();
    let mut message: Option<String> = None;
    for (index, text) in source.lines().enumerate() {
        let line = index + 1;
        let key =
            if let Some(attribute) = text.trim_start().strip_prefix('.').filter(|_| text.starts_with(' ')) {
                message.as_ref().zip(name_before_equals(attribute)).map(|(key, name)| format!("{key}.{name}"))
            } else {
                let key = name_before_equals(text).map(str::to_owned);
                message = key.clone().or(message);
                key
            };
        let Some(key) = key else { continue };
        if let Some((_, first)) = keys.iter().find(|(known, _)| *known == key) {
            mistakes.push(Mistake {
                file: file.to_owned(),
                line,
                code: "M072",
                what: format!("the text {key} stands here and in line {first}."),
                remedy: "Keep one of them.".to_owned(),
            });
        } else {
            keys.push((key, line));
        }
    }
    keys
}

fn name_before_equals(text: &str) -> Option<&str> {
    let (name, _) = text.split_once('=')?;
    let name = name.trim_end();
    let mut letters = name.chars();
    let sound = letters.next().is_some_and(|c| c.is_ascii_alphabetic())
        && letters.all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    sound.then_some(name)
}

fn line_of(source: &str, position: usize) -> usize {
    1 + source.bytes().take(position).filter(|byte| *byte == b'\n').count()
}

/// Thousands separators: “25,780”.
fn grouped(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (whole, fraction) =
        digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let mut out = String::from(sign);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

impl<'a> From<Arg<'a>> for FluentValue<'a> {
    fn from(value: Arg<'a>) -> Self {
        match value {
            Arg::Number(number) => FluentValue::from(number),
            Arg::Text(text) => FluentValue::String(text),
        }
    }
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
