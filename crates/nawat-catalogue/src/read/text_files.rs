//! `texts/ar.ftl` and `texts/en.ftl`: both or none, with the same keys.

use super::Folder;
use super::register::Where;
use crate::centre::WordsFiles;
use crate::lang::Lang;
use crate::texts::{Texts, read_source};

pub(super) fn read(folder: &Folder) -> WordsFiles {
    if folder.names("texts").is_empty() {
        return WordsFiles::default();
    }
    let [ar, en] = Lang::ALL.map(|lang| {
        let text = folder.text(&file(lang));
        // The centre's sentences stand for themselves: they may not lean on the program's.
        if let Some(Err(mistakes)) =
            text.as_ref().map(|text| Texts::from_sources(lang, &[(&file(lang), text)]))
        {
            folder.notes.take_in(mistakes.0);
        }
        text
    });
    let (Some(ar), Some(en)) = (ar, en) else { return WordsFiles::default() };
    note_missing(folder, Lang::Ar, &ar, &en);
    note_missing(folder, Lang::En, &en, &ar);
    WordsFiles { ar, en }
}

fn file(lang: Lang) -> String {
    format!("texts/{lang}.ftl")
}

/// Notes what one language says and the other does not (M071).
fn note_missing(folder: &Folder, lang: Lang, mine: &str, theirs: &str) {
    let other = file(lang.other());
    let theirs = read_source(&other, theirs).keys;
    for (key, line) in read_source(&file(lang), mine).keys {
        if !theirs.iter().any(|(their, _)| *their == key) {
            let at = Where { file: file(lang), line };
            let what = format!("the text {key} is missing from {other}.");
            folder.notes.note(&at, "M071", what, "Write it there too.");
        }
    }
}
