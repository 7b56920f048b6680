//! One Fluent source: its messages, their lines, and what is wrong with it.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement, Variant, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::message::{Choice, Form, Part, Pattern};
use crate::mistake::Mistake;

/// What a Fluent source holds.
#[derive(Debug, Default)]
pub(crate) struct Source {
    /// Keys with their lines, `key.attribute` too.
    pub keys: Vec<(String, usize)>,
    pub messages: Vec<(String, Pattern)>,
    pub mistakes: Vec<Mistake>,
}

/// Reads a source: what is sound of it, and what is not.
pub(crate) fn read(file: &str, text: &str) -> Source {
    let (resource, errors) = match fluent_syntax::parser::parse(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let mut mistakes: Vec<Mistake> = errors
        .into_iter()
        .map(|error| Mistake {
            file: file.to_owned(),
            line: line_of(text, error.pos.start),
            code: "M070",
            what: format!("this is not a Fluent message: {}.", error.kind),
            remedy: "Write it as key = words; a line that goes on begins with blanks.".to_owned(),
        })
        .collect();
    let keys = keys_of(file, text, &mut mistakes);
    let mut messages = Vec::new();
    for entry in resource.body {
        let (name, value, attributes) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.value, message.attributes),
            // A term is a message that only other messages take in.
            Entry::Term(term) => (format!("-{}", term.id.name), Some(term.value), term.attributes),
            _ => continue,
        };
        let attributes = attributes.into_iter().map(|it| (format!("{name}.{}", it.id.name), it.value));
        let patterns = value.into_iter().map(|value| (name.clone(), value)).chain(attributes);
        for (key, value) in patterns.collect::<Vec<_>>() {
            match pattern(value.elements) {
                Some(pattern) => messages.push((key, pattern)),
                None => mistakes.push(Mistake {
                    file: file.to_owned(),
                    line: keys.iter().find(|(known, _)| *known == key).map_or(0, |(_, line)| *line),
                    code: "M073",
                    what: format!("the text {key} has more in its braces than can be said."),
                    remedy: "Braces may hold a $value, another text's key, or a choice by a $value."
                        .to_owned(),
                }),
            }
        }
    }
    Source { keys, messages, mistakes }
}

fn pattern(elements: Vec<PatternElement<&str>>) -> Option<Pattern> {
    let parts = elements.into_iter().map(|element| match element {
        PatternElement::TextElement { value } => Some(Part::Text(value.to_owned())),
        PatternElement::Placeable { expression } => part(expression),
    });
    Some(Pattern(parts.collect::<Option<_>>()?))
}

fn part(expression: Expression<&str>) -> Option<Part> {
    match expression {
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            Some(Part::Text(unescape_unicode_to_string(value).into_owned()))
        }
        Expression::Inline(InlineExpression::NumberLiteral { value }) => Some(Part::Text(value.to_owned())),
        Expression::Inline(InlineExpression::VariableReference { id }) => {
            Some(Part::Value(id.name.to_owned()))
        }
        Expression::Inline(InlineExpression::MessageReference { id, attribute }) => {
            let attribute = attribute.map_or(String::new(), |attribute| format!(".{}", attribute.name));
            Some(Part::Message(format!("{}{attribute}", id.name)))
        }
        Expression::Inline(InlineExpression::TermReference { id, attribute: None, arguments: None }) => {
            Some(Part::Message(format!("-{}", id.name)))
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => part(*expression),
        Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
            choice(id.name, variants)
        }
        // Functions, and terms that take values in: nothing here needs them.
        _ => None,
    }
}

fn choice(by: &str, variants: Vec<Variant<&str>>) -> Option<Part> {
    let mut forms = Vec::new();
    let mut otherwise = Pattern::default();
    for variant in variants {
        let pattern = pattern(variant.value.elements)?;
        if variant.default {
            otherwise = pattern.clone();
        }
        let form = match variant.key {
            VariantKey::Identifier { name } => Form::Named(name.to_owned()),
            VariantKey::NumberLiteral { value } => Form::Exactly(value.parse().ok()?),
        };
        forms.push((form, pattern));
    }
    Some(Part::Choice(Choice { by: by.to_owned(), forms, otherwise }))
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
