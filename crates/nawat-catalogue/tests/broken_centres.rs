//! Each folder of `tests/broken/` is the small sound centre of `tests/sound/` with something wrong in it.
//! `change.txt` tells what: a file's name, then lines taken away (-) and lines put in their place or at the
//! file's end (+). `expected.txt` is what `read` says of it, word for word.
//!
//! With `UPDATE_EXPECTED=1` in the environment the expectations are written anew; read the difference.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn broken() -> Vec<PathBuf> {
    let entries = fs::read_dir(tests().join("broken")).expect("tests/broken");
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("entry").path()).collect();
    folders.sort();
    folders
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("folder");
    for entry in fs::read_dir(from).expect("folder") {
        let path = entry.expect("entry").path();
        let target = to.join(path.file_name().expect("name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("copied");
        }
    }
}

/// Changes a copy of the sound centre as `change.txt` says.
fn change(centre: &Path, change: &str) {
    for file in change.split("\n\n").filter(|file| !file.trim().is_empty()) {
        let (name, changes) = file.trim_start().split_once('\n').unwrap_or((file.trim(), ""));
        if let Some(name) = name.strip_suffix(" is taken away") {
            fs::remove_file(centre.join(name)).expect("a file of the sound centre");
            continue;
        }
        let path = centre.join(name);
        let mut lines: Vec<String> =
            fs::read_to_string(&path).unwrap_or_default().lines().map(str::to_owned).collect();
        // Without a line to take away, lines are added at the end.
        let mut at = lines.len();
        for change in changes.lines() {
            let (sign, text) = change.split_at(2.min(change.len()));
            match sign.trim_end() {
                "-" => {
                    let found = lines.iter().position(|line| line == text);
                    at = found.unwrap_or_else(|| panic!("{name} has no line {text}"));
                    lines.remove(at);
                }
                "+" => {
                    lines.insert(at, text.to_owned());
                    at += 1;
                }
                _ => panic!("{change} begins with neither - nor +"),
            }
        }
        fs::write(path, lines.join("\n") + "\n").expect("written");
    }
}

#[test]
fn the_sound_centre_is_sound() {
    if let Err(mistakes) = nawat_catalogue::read(&tests().join("sound")) {
        panic!("\n{mistakes}");
    }
}

#[test]
fn a_folder_that_is_not_there_is_one_mistake() {
    let mistakes = nawat_catalogue::read(Path::new("nowhere/centre")).expect_err("no such folder");
    let wanted = "nowhere/centre [M006] there is no such folder. Name the folder that holds centre.toml.";
    assert_eq!(mistakes.to_string(), wanted);
}

#[test]
fn every_mistake_is_told_with_its_place_and_remedy() {
    let mut differences = String::new();
    for folder in broken() {
        let centre = tempfile::tempdir().expect("temporary folder");
        copy(&tests().join("sound"), centre.path());
        change(centre.path(), &fs::read_to_string(folder.join("change.txt")).expect("change.txt"));
        let said = match nawat_catalogue::read(centre.path()) {
            Ok(_) => "nothing is wrong\n".to_owned(),
            Err(mistakes) => format!("{mistakes}\n"),
        };
        let expected = folder.join("expected.txt");
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&expected, &said).expect("written");
        }
        let wanted = fs::read_to_string(&expected).unwrap_or_default();
        if said != wanted {
            let name = folder.file_name().unwrap_or_default().display();
            differences += &format!("\n== {name}\n-- expected\n{wanted}-- said\n{said}");
        }
    }
    assert!(differences.is_empty(), "{differences}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    /// Whatever is done to a file, reading answers: a whole centre, or what is wrong.
    #[test]
    fn nothing_that_stands_in_a_file_stops_the_reading(
        file in 0..FILES.len(),
        at in any::<prop::sample::Index>(),
        taken in 0_usize..40,
        put in prop::collection::vec(
            prop::sample::select(vec!["\"", "[", "]", "{", "}", "=", "\n", "-1", "a", "ة", "2026-02-30", ",", ".", "$"]),
            0..4,
        ),
    ) {
        let centre = tempfile::tempdir().expect("temporary folder");
        copy(&tests().join("sound"), centre.path());
        let path = centre.path().join(FILES[file]);
        let mut letters: Vec<char> = fs::read_to_string(&path).expect("file").chars().collect();
        let at = at.index(letters.len());
        let end = (at + taken).min(letters.len());
        letters.splice(at..end, put.concat().chars());
        fs::write(&path, letters.into_iter().collect::<String>()).expect("written");
        if let Err(mistakes) = nawat_catalogue::read(centre.path()) {
            prop_assert!(!mistakes.is_empty());
            prop_assert!(mistakes.iter().all(|mistake| !mistake.what.is_empty() && !mistake.remedy.is_empty()));
        }
    }
}

const FILES: [&str; 6] = [
    "centre.toml",
    "services/ask.toml",
    "calendar/hours.toml",
    "calendar/holidays-2026.toml",
    "texts/ar.ftl",
    "quarter.csv",
];

/// Every code of the sources is told by some broken centre, and each folder tells of one.
#[test]
fn every_code_has_its_broken_centre() {
    let mut told = BTreeSet::new();
    for folder in broken() {
        let expected = fs::read_to_string(folder.join("expected.txt")).expect("expected.txt");
        let codes: Vec<String> = codes_in(&expected, '[');
        assert!(!codes.is_empty(), "{} tells of no mistake", folder.display());
        told.extend(codes);
    }
    let mut known = BTreeSet::new();
    sources(&tests().join("../src"), &mut |text| known.extend(codes_in(text, '"')));
    let untold: Vec<_> = known.difference(&told).collect();
    assert!(untold.is_empty(), "no broken centre for {untold:?}");
}

fn sources(folder: &Path, reader: &mut impl FnMut(&str)) {
    for entry in fs::read_dir(folder).expect("folder") {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            sources(&path, reader);
        } else {
            reader(&fs::read_to_string(&path).expect("source"));
        }
    }
}

/// Codes such as M021 that stand right after this sign.
fn codes_in(text: &str, sign: char) -> Vec<String> {
    let after = text.split(sign).skip(1);
    let codes = after.filter_map(|rest| rest.get(..4));
    let is_code = |code: &&str| code.starts_with('M') && code[1..].chars().all(|c| c.is_ascii_digit());
    codes.filter(is_code).map(str::to_owned).collect()
}
