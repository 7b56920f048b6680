//! Every sample of every page renders in both languages, says all its words, and keeps the house's rules.

use std::collections::BTreeSet;

use nawat_catalogue::Lang;

use super::samples::{Words, all};

/// Writes the samples where `NAWAT_SAMPLES` says, so that pictures can be made of them.
#[test]
fn samples_render_in_both_languages_with_all_their_words() {
    let words = Words::read();
    for lang in Lang::ALL {
        for sample in all(&words, lang) {
            let missing: Vec<&str> =
                sample.html.split('⟦').skip(1).filter_map(|rest| rest.split('⟧').next()).collect();
            assert!(missing.is_empty(), "{} in {lang}: no words for {missing:?}", sample.name);
            assert!(!sample.html.contains("{$"), "{} in {lang}: a value was not given", sample.name);
            if let Some(folder) = std::env::var_os("NAWAT_SAMPLES") {
                let file = std::path::Path::new(&folder).join(format!("{}.{lang}.html", sample.name));
                std::fs::write(file, &sample.html).expect("the folder can be written");
            }
        }
    }
}

#[test]
fn nothing_inline_and_nothing_foreign() {
    let words = Words::read();
    for lang in Lang::ALL {
        for sample in all(&words, lang) {
            for banned in [
                " style=",
                "<style",
                " onclick=",
                " onload=",
                " onsubmit=",
                "<script>",
                "javascript:",
                "src=\"http",
                "href=\"//",
            ] {
                assert!(!sample.html.contains(banned), "{} in {lang} holds {banned}", sample.name);
            }
        }
    }
}

#[test]
fn every_form_that_changes_something_carries_its_token() {
    let words = Words::read();
    for sample in all(&words, Lang::En) {
        for form in sample.html.split("<form").skip(1) {
            let form = form.split("</form>").next().unwrap_or_default();
            if form.contains("method=\"post\"") {
                assert!(form.contains("name=\"csrf\""), "{}: a form without a token: {form}", sample.name);
            }
        }
    }
}

#[test]
fn ids_are_unique_on_each_page() {
    let words = Words::read();
    for sample in all(&words, Lang::Ar) {
        let mut seen = BTreeSet::new();
        for id in sample.html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(seen.insert(id), "{}: id {id} stands twice", sample.name);
        }
    }
}

#[test]
fn both_languages_have_the_same_keys() {
    let words = Words::read();
    let keys = |texts: &nawat_catalogue::Texts| texts.keys().map(str::to_owned).collect::<BTreeSet<_>>();
    let (ar, en) = (keys(&words.ar), keys(&words.en));
    assert_eq!(ar.difference(&en).collect::<Vec<_>>(), Vec::<&String>::new(), "only in Arabic");
    assert_eq!(en.difference(&ar).collect::<Vec<_>>(), Vec::<&String>::new(), "only in English");
}
