//! The two languages of a centre.

use serde::{Deserialize, Serialize};

/// A language that people are served in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    Ar,
    En,
}

impl Lang {
    /// Arabic first, as in the hall.
    pub const ALL: [Lang; 2] = [Lang::Ar, Lang::En];

    /// The value of HTML's `dir`.
    pub fn dir(self) -> &'static str {
        match self {
            Lang::Ar => "rtl",
            Lang::En => "ltr",
        }
    }

    /// The two letters of ISO 639, as in HTML's `lang`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Ar => "ar",
            Lang::En => "en",
        }
    }

    /// The other language, for the switch.
    pub fn other(self) -> Lang {
        match self {
            Lang::Ar => Lang::En,
            Lang::En => Lang::Ar,
        }
    }

    /// The language of a code such as `ar`, `ar-BH` or `EN`; `None` for any other language.
    pub fn from_code(code: &str) -> Option<Lang> {
        let first = code.split(['-', '_']).next().unwrap_or(code);
        Lang::ALL.into_iter().find(|lang| first.eq_ignore_ascii_case(lang.code()))
    }
}

impl std::fmt::Display for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

/// The same words in both languages; neither is ever empty in a centre that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    pub ar: String,
    pub en: String,
}

impl Words {
    pub fn new(ar: impl Into<String>, en: impl Into<String>) -> Words {
        Words { ar: ar.into(), en: en.into() }
    }

    pub fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ar => &self.ar,
            Lang::En => &self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_found_by_its_code_whatever_its_region() {
        for (code, lang) in [
            ("ar", Some(Lang::Ar)),
            ("ar-BH", Some(Lang::Ar)),
            ("EN_gb", Some(Lang::En)),
            ("fr", None),
            ("", None),
        ] {
            assert_eq!(Lang::from_code(code), lang, "{code}");
        }
    }
}
