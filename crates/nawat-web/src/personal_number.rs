//! The personal number of Bahrain: nine digits, leading zeros kept. People write it with Arabic digits,
//! blanks, hyphens; phones add marks of direction. All of that is one number.

use std::fmt;

pub const DIGITS: usize = 9;

/// Nine ASCII digits. Shown by nothing: it must reach neither log nor journal.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonalNumber(String);

/// What was written is not nine digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotANumber {
    /// So many digits were given.
    Digits(usize),
    /// Something else than digits, blanks and hyphens.
    Letters,
}

impl PersonalNumber {
    /// Reads a number as people write it.
    pub fn read(text: &str) -> Result<PersonalNumber, NotANumber> {
        let mut digits = String::with_capacity(DIGITS);
        let mut count = 0;
        for c in text.chars() {
            if let Some(digit) = western(c) {
                count += 1;
                if count <= DIGITS {
                    digits.push(digit);
                }
            } else if !passed_over(c) {
                return Err(NotANumber::Letters);
            }
        }
        if count == DIGITS { Ok(PersonalNumber(digits)) } else { Err(NotANumber::Digits(count)) }
    }

    /// The nine digits, for the people vault alone.
    pub fn digits(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PersonalNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonalNumber(…)")
    }
}

/// Western, Arabic-Indic, Persian and full-width digits.
fn western(c: char) -> Option<char> {
    let value = match c {
        '0'..='9' => return Some(c),
        '\u{0660}'..='\u{0669}' => u32::from(c) - 0x0660,
        '\u{06F0}'..='\u{06F9}' => u32::from(c) - 0x06F0,
        '\u{FF10}'..='\u{FF19}' => u32::from(c) - 0xFF10,
        _ => return None,
    };
    char::from_digit(value, 10)
}

/// Blanks, hyphens and dashes, and the marks that steer the direction of text.
fn passed_over(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{061C}' | '\u{FEFF}' | '\u{0640}')
}

/// What a field keeps of an unsound number, so that its owner can mend it.
pub fn as_typed(text: &str) -> String {
    text.chars()
        .filter_map(|c| western(c).or((!passed_over(c) && !c.is_control()).then_some(c)))
        .take(20)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_in_many_hands() {
        for text in [
            "850102345",
            "٨٥٠١٠٢٣٤٥",
            "۸۵۰۱۰۲۳۴۵",
            "8501 023-45",
            " 850–102–345 ",
            "\u{202B}٨٥٠١٠٢٣٤٥\u{202C}",
            "\u{200F}850102345\u{2069}",
            "８５０１０２３４５",
            "٨٥0102۳۴۵",
        ] {
            assert_eq!(PersonalNumber::read(text).map(|n| n.0), Ok("850102345".to_owned()), "{text}");
        }
        assert_eq!(PersonalNumber::read("000102345").map(|n| n.0), Ok("000102345".to_owned()));
    }

    #[test]
    fn what_is_missing_is_counted() {
        for (text, expected) in [
            ("", NotANumber::Digits(0)),
            ("85010234", NotANumber::Digits(8)),
            ("٨٥٠١٠٢٣٤", NotANumber::Digits(8)),
            ("8501023456", NotANumber::Digits(10)),
            ("85010234a", NotANumber::Letters),
            ("850102345;", NotANumber::Letters),
        ] {
            assert_eq!(PersonalNumber::read(text).err(), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_number_is_not_shown_by_accident() {
        let number = PersonalNumber::read("850102345").expect("nine digits");
        assert!(!format!("{number:?}").contains('8'));
    }

    #[test]
    fn a_field_keeps_what_was_typed_in_western_digits() {
        assert_eq!(as_typed("\u{202B}٨٥٠-١٢\u{202C}x"), "85012x");
    }
}
