//! `texts/ar.ftl` and `texts/en.ftl`: both or none, with the same keys.

use super::Folder;
use super::register::Where;
use crate::centre::WordsFiles;
use crate::texts::parse;

const FILES: [(&str, &str); 2] = [("texts/ar.ftl", "texts/en.ftl"), ("texts/en.ftl", "texts/ar.ftl")];

pub(super) fn read(folder: &Folder) -> WordsFiles {
    if folder.names("texts").is_empty() {
        return WordsFiles::default();
    }
    let sources = FILES.map(|(file, _)| folder.text(file));
    let found = FILES.map(|(file, _)| file).into_iter().zip(&sources).map(|(file, source)| {
        let found = parse(file, source.as_deref().unwrap_or("")).1;
        folder.notes.take_in(found.mistakes);
        found.keys
    });
    let keys: Vec<Vec<(String, usize)>> = found.collect();
    let [ar, en] = sources;
    let (Some(ar), Some(en)) = (ar, en) else { return WordsFiles::default() };
    for ((file, other), (mine, theirs)) in FILES.into_iter().zip([(&keys[0], &keys[1]), (&keys[1], &keys[0])])
    {
        for (key, line) in mine.iter().filter(|(key, _)| !theirs.iter().any(|(their, _)| their == key)) {
            let at = Where { file: file.to_owned(), line: *line };
            folder.notes.note(
                &at,
                "M071",
                format!("the text {key} is missing from {other}."),
                "Write it there too.",
            );
        }
    }
    WordsFiles { ar, en }
}
