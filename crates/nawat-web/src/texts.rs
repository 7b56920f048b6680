//! The words of the pages: the program's own, and before them the centre's sentences.

use nawat_catalogue::{Lang, Mistakes, Texts};

/// Name of the file and its Fluent text: the pages, what is made of the day, each desk's own, what goes wrong.
const AR: &[(&str, &str)] = &[
    ("ar.ftl", include_str!("../texts/ar.ftl")),
    ("hall.ar.ftl", include_str!("../texts/hall.ar.ftl")),
    ("../texts/ar.ftl", include_str!("../texts/../texts/ar.ftl")),
    ("../texts/door.ar.ftl", include_str!("../texts/../texts/door.ar.ftl")),
    ("../texts/hall.ar.ftl", include_str!("../texts/../texts/hall.ar.ftl")),
    ("../texts/problems/ar.ftl", include_str!("../texts/../texts/problems/ar.ftl")),
    ("../texts/rating.ar.ftl", include_str!("../texts/../texts/rating.ar.ftl")),
    ("../texts/reception.ar.ftl", include_str!("../texts/../texts/reception.ar.ftl")),
    ("../texts/visit.ar.ftl", include_str!("../texts/../texts/visit.ar.ftl")),
    ("../texts/voice.ar.ftl", include_str!("../texts/../texts/voice.ar.ftl")),
    ("door.ar.ftl", include_str!("../texts/door.ar.ftl")),
    ("rating.ar.ftl", include_str!("../texts/rating.ar.ftl")),
    ("reception.ar.ftl", include_str!("../texts/reception.ar.ftl")),
    ("visit.ar.ftl", include_str!("../texts/visit.ar.ftl")),
    ("voice.ar.ftl", include_str!("../texts/voice.ar.ftl")),
    ("problems/ar.ftl", include_str!("../texts/problems/ar.ftl")),
];
const EN: &[(&str, &str)] = &[
    ("en.ftl", include_str!("../texts/en.ftl")),
    ("hall.en.ftl", include_str!("../texts/hall.en.ftl")),
    ("../texts/door.en.ftl", include_str!("../texts/../texts/door.en.ftl")),
    ("../texts/en.ftl", include_str!("../texts/../texts/en.ftl")),
    ("../texts/hall.en.ftl", include_str!("../texts/../texts/hall.en.ftl")),
    ("../texts/problems/en.ftl", include_str!("../texts/../texts/problems/en.ftl")),
    ("../texts/rating.en.ftl", include_str!("../texts/../texts/rating.en.ftl")),
    ("../texts/reception.en.ftl", include_str!("../texts/../texts/reception.en.ftl")),
    ("../texts/visit.en.ftl", include_str!("../texts/../texts/visit.en.ftl")),
    ("../texts/voice.en.ftl", include_str!("../texts/../texts/voice.en.ftl")),
    ("door.en.ftl", include_str!("../texts/door.en.ftl")),
    ("rating.en.ftl", include_str!("../texts/rating.en.ftl")),
    ("reception.en.ftl", include_str!("../texts/reception.en.ftl")),
    ("visit.en.ftl", include_str!("../texts/visit.en.ftl")),
    ("voice.en.ftl", include_str!("../texts/voice.en.ftl")),
    ("problems/en.ftl", include_str!("../texts/problems/en.ftl")),
];

/// The words of one language; `centre` are the centre's own, which go before the program's.
///
/// # Errors
/// Every mistake in a text, with its file and line.
pub fn load(lang: Lang, centre: &str) -> Result<Texts, Mistakes> {
    let own = match lang {
        Lang::Ar => AR,
        Lang::En => EN,
    };
    let mut sources = own.to_vec();
    // A later source goes before an earlier one.
    sources.push(("the centre's texts", centre));
    Texts::from_sources(lang, &sources)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problems::OWN_CODES;

    #[test]
    fn the_same_sentences_stand_in_both_languages() {
        let keys = |lang| load(lang, "").expect("sound").keys().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(keys(Lang::Ar), keys(Lang::En));
    }

    #[test]
    fn every_problem_has_its_words() {
        for lang in Lang::ALL {
            let texts = load(lang, "").expect("sound");
            for code in OWN_CODES {
                assert!(texts.has(&format!("problem-{code}")), "{lang}: {code}");
                assert!(texts.has(&format!("problem-{code}.title")), "{lang}: {code}");
            }
        }
    }

    #[test]
    fn the_centre_has_the_last_word() {
        assert_eq!(
            load(Lang::En, "kiosk-ask = Which matter?").expect("sound").say("kiosk-ask"),
            "Which matter?"
        );
    }
}
