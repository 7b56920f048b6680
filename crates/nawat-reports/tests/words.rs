//! The sentences themselves: the same keys in both languages, every plural form, every measure described.

mod support;

use nawat_catalogue::Lang;
use nawat_reports::measures;
use support::texts;

const SOURCES: [(Lang, &str); 2] =
    [(Lang::Ar, include_str!("../texts/ar.ftl")), (Lang::En, include_str!("../texts/en.ftl"))];

#[test]
fn both_languages_have_the_same_keys() {
    let texts = texts();
    // The centre's own sentences lie over them; they are its own matter.
    let own = |lang| texts.in_lang(lang).keys().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(own(Lang::Ar), own(Lang::En));
}

#[test]
fn every_measure_is_described_in_both_languages() {
    let texts = texts();
    for measure in measures::ALL {
        for lang in Lang::ALL {
            let words = ["", ".formula", ".silent"].map(|words| format!("measure-{}{words}", measure.key));
            for key in words.into_iter().chain([measure.clause.key().to_owned()]) {
                assert!(texts.in_lang(lang).has(&key), "{key} in {lang}");
            }
        }
    }
}

/// A sentence that counts in Arabic has all six forms, and the one and the two write no digit.
#[test]
fn arabic_counts_in_all_six_forms() {
    let arabic = SOURCES[0].1;
    let mut choices = 0;
    for choice in arabic.split("->").skip(1) {
        let choice = choice.split_once("\n    }").map_or(choice, |(choice, _)| choice);
        for form in ["[zero]", "[one]", "[two]", "[few]", "[many]", "*[other]"] {
            assert!(choice.contains(form), "{form} is missing in:{choice}");
        }
        choices += 1;
    }
    assert!(choices > 10, "the file was to hold choices");
}

#[test]
fn every_sentence_that_the_program_asks_for_is_there() {
    let code = [
        include_str!("../src/paragraph.rs"),
        include_str!("../src/report_texts.rs"),
        include_str!("../src/exports/text.rs"),
        include_str!("../src/exports/html.rs"),
        include_str!("../src/exports/csv.rs"),
        include_str!("../templates/period.html"),
    ];
    let texts = texts();
    let english = texts.in_lang(Lang::En);
    let mut asked = 0;
    for text in code.iter().flat_map(|code| code.split('"')) {
        let prefixes = ["label-", "paragraph-", "column-", "duration-", "span-", "share-", "wait-", "how-"];
        if prefixes.iter().any(|prefix| text.starts_with(prefix)) && !text.contains(['{', ' ']) {
            assert!(english.has(text), "{text}");
            asked += 1;
        }
    }
    assert!(asked > 40, "the code was to ask for sentences: {asked}");
}
