//! What scripts rely on: exit codes, the report's JSON, the same seed twice, a broken record found.

mod common;

use std::path::{Path, PathBuf};

use common::{centre, code, err, nawat, out, text};
use serde_json::Value;

const KINDS: [(&str, &str, u64); 8] = [
    ("referred_to_supervisor", "supervisors", 12),
    ("mazaya_application", "new_applications", 31),
    ("other_housing_application", "new_applications", 9),
    ("inquiry_and_follow_up", "customer_service", 64),
    ("remark_or_suggestion", "customer_service", 0),
    ("data_update", "customer_service", 47),
    ("legal_and_inspection", "legal_affairs_and_inspection", 1),
    ("studies_and_research", "studies_and_research", 20),
];
const PERIOD: [&str; 4] = ["--from", "2017-11-01", "--to", "2017-11-05"];

fn counts(folder: &Path, edit: impl Fn(&str, u64) -> Option<String>) -> PathBuf {
    let file = folder.join("counts.csv");
    let rows = KINDS
        .iter()
        .filter_map(|(kind, section, count)| Some(format!("{kind},{section},{}\n", edit(kind, *count)?)));
    let all: String = std::iter::once("kind,section,customers\n".to_owned()).chain(rows).collect();
    std::fs::write(&file, all).expect("a file");
    file
}

/// Three days behind the small counts.
fn synthesise(folder: &Path, name: &str, seed: &str) -> PathBuf {
    let (file, data) = (counts(folder, |_, count| Some(count.to_string())), folder.join(name));
    let given =
        ["--centre", text(&centre()), "--quarter", text(&file), "--seed", seed, "--data", text(&data)]
            .map(str::to_owned);
    let mut arguments = vec!["synthesize"];
    arguments.extend(given.iter().map(String::as_str));
    arguments.extend(PERIOD);
    let made = nawat(&arguments);
    assert_eq!(code(&made), 0, "{}", err(&made));
    data
}

fn report(data: &Path, more: &[&str]) -> std::process::Output {
    let mut arguments = vec!["report", "--data", text(data)];
    arguments.extend(PERIOD);
    arguments.extend(more);
    nawat(&arguments)
}

fn verify(data: &Path, more: &[&str]) -> std::process::Output {
    let mut arguments = vec!["verify", "--data", text(data)];
    arguments.extend(more);
    nawat(&arguments)
}

#[test]
fn a_report_says_the_counts_that_were_given() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = synthesise(folder.path(), "data", "1");
    let said = report(&data, &["--format", "json"]);
    assert_eq!(code(&said), 0, "{}", err(&said));
    let told: Value = serde_json::from_str(&out(&said)).expect("JSON");
    assert_eq!(told["period"]["from"], "2017-11-01");
    assert_eq!(told["period"]["to"], "2017-11-05");
    assert_eq!(told["period"]["working_days"], 3);
    assert_eq!(told["customers"], 184);
    assert_eq!(told["synthetic"], true);
    let kinds = told["kinds"].as_array().expect("kinds");
    assert_eq!(kinds.len(), KINDS.len());
    for (kind, _, count) in KINDS {
        let row = kinds.iter().find(|row| row["kind"] == kind).expect(kind);
        assert_eq!(row["customers"], count, "{kind}");
        let share = row["share"].as_f64().expect("a number");
        assert!((share - count as f64 / 184.0).abs() <= 0.000_05, "{kind}: {share}");
    }
    assert_eq!(told["new_applications"]["customers"], 40);
    assert_eq!(told["new_applications"]["mazaya"], 31);
    assert_eq!(told["new_applications"]["mazaya_share"], 0.775);
    for figure in ["customers_per_working_day", "within_allotted_share"] {
        assert!(told[figure].is_number(), "{figure}");
    }
    for quantile in ["p50", "p90", "p99"] {
        assert!(told["wait_s"][quantile].is_number(), "{quantile}");
    }
    for lang in ["ar", "en"] {
        assert!(told["paragraph"][lang].as_str().is_some_and(|text| text.contains("184")), "{lang}");
    }
}

#[test]
fn the_same_seed_gives_the_same_report_and_head_and_another_does_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let (one, two) = (synthesise(folder.path(), "one", "7"), synthesise(folder.path(), "two", "7"));
    let other = synthesise(folder.path(), "other", "8");
    for format in ["text", "json", "csv", "html"] {
        for lang in ["ar", "en"] {
            let more = ["--format", format, "--lang", lang];
            assert_eq!(out(&report(&one, &more)), out(&report(&two, &more)), "{format} {lang}");
        }
    }
    assert_eq!(out(&verify(&one, &[])), out(&verify(&two, &[])));
    assert_ne!(out(&verify(&one, &[])), out(&verify(&other, &[])));
    let before = out(&report(&one, &["--format", "json"]));
    assert_eq!(code(&nawat(&["rebuild", "--data", text(&one)])), 0);
    assert_eq!(out(&report(&one, &["--format", "json"])), before, "rebuilt");
}

/// Flips a bit in the event of one ticket. The file may hold older copies of a row in places that are free
/// again, so that each copy is changed.
fn change_a_ticket(journal: &Path) {
    let mut bytes = std::fs::read(journal).expect("the journal");
    let mark = b"\"ticket_issued\":{\"visit\":";
    let place = |bytes: &[u8], text: &[u8]| bytes.windows(text.len()).position(|window| window == text);
    let at = place(&bytes, mark).expect("a ticket");
    // Long enough to hold the ticket's reference, which no other one has.
    let event = bytes[at..at + 110].to_vec();
    while let Some(at) = place(&bytes, &event) {
        bytes[at + mark.len()] ^= 1;
    }
    std::fs::write(journal, bytes).expect("the journal");
}

#[test]
fn verify_exits_1_on_a_broken_chain() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = synthesise(folder.path(), "data", "1");
    let whole = verify(&data, &[]);
    assert_eq!(code(&whole), 0, "{}", err(&whole));
    let lines = out(&whole);
    let last = lines.lines().last().expect("a day").to_owned();
    let words: Vec<&str> = last.split(' ').collect();
    assert_eq!(words[..2], ["bahrain-housing", "2017-11-05"]);
    assert_eq!(code(&verify(&data, &["--head", &last])), 0, "a whole line is taken back");
    assert_eq!(code(&verify(&data, &["--head", words[2]])), 0, "a hash is taken back");
    assert_eq!(code(&verify(&data, &["--head", &"0".repeat(64)])), 1, "a head that was never there");
    assert_eq!(code(&verify(&data, &["--head", "no hash"])), 2, "no head at all");
    change_a_ticket(&data.join("journal.db"));
    let broken = verify(&data, &[]);
    assert_eq!(code(&broken), 1);
    assert!(err(&broken).contains("was changed"), "{}", err(&broken));
}

/// Rights bind root nowhere, so that root lends the command to somebody who has none.
fn nawat_as_somebody_else(arguments: &[&str]) -> std::process::Output {
    let binary = env!("CARGO_BIN_EXE_nawat");
    let root =
        std::fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0);
    let mut command = if root {
        let mut command = std::process::Command::new("setpriv");
        command.args(["--reuid", "65534", "--regid", "65534", "--clear-groups", binary]);
        command
    } else {
        std::process::Command::new(binary)
    };
    command.args(arguments).output().expect("the command runs")
}

#[test]
fn a_folder_that_may_only_be_read_is_reported_and_verified() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let data = synthesise(folder.path(), "data # 1?", "1");
    let rights = |path: &Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("rights");
    };
    rights(folder.path(), 0o755);
    rights(&data.join("journal.db"), 0o444);
    rights(&data, 0o555);
    let (from, to) = (PERIOD[1], PERIOD[3]);
    let read = nawat_as_somebody_else(&["report", "--data", text(&data), "--from", from, "--to", to]);
    assert_eq!((code(&read), out(&read)), (0, out(&report(&data, &[]))), "{}", err(&read));
    let verified = nawat_as_somebody_else(&["verify", "--data", text(&data)]);
    assert_eq!(code(&verified), 0, "{}", err(&verified));
    let user =
        nawat_as_somebody_else(&["user", "add", "someone", "--role", "officer", "--data", text(&data)]);
    assert_eq!(code(&user), 1);
    assert!(err(&user).contains("may not be written"), "{}", err(&user));
    rights(&data, 0o755);
}

#[test]
fn an_empty_file_is_no_journal() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("journal.db"), "").expect("a file");
    let verified = verify(folder.path(), &[]);
    assert_eq!(code(&verified), 1);
    assert!(err(&verified).contains("is not a journal of Nawat"), "{}", err(&verified));
}

#[test]
fn counts_that_cannot_be_are_told_and_nothing_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, centre) = (folder.path().join("data"), centre());
    for (wrong, words) in [("-3", "[M062]"), ("1.5", "[M062]"), ("", "[M062]"), ("missing", "[M064]")] {
        let file = counts(folder.path(), |kind, count| match (kind, wrong) {
            ("data_update", "missing") => None,
            ("data_update", wrong) => Some(wrong.to_owned()),
            _ => Some(count.to_string()),
        });
        let mut arguments = vec!["synthesize", "--centre", text(&centre), "--quarter", text(&file)];
        arguments.extend(["--data", text(&data)]);
        arguments.extend(PERIOD);
        let said = nawat(&arguments);
        assert_eq!(code(&said), 2, "{wrong}");
        assert!(err(&said).contains(words), "{wrong}: {}", err(&said));
    }
    let file = counts(folder.path(), |_, count| Some(count.to_string()));
    // Friday and Saturday: no working day.
    let weekend = ["--from", "2017-11-03", "--to", "2017-11-04", "--data", text(&data)];
    let mut arguments = vec!["synthesize", "--centre", text(&centre), "--quarter", text(&file)];
    arguments.extend(weekend);
    assert_eq!(code(&nawat(&arguments)), 2);
    assert!(!data.exists(), "a refused call leaves nothing");
}

#[test]
fn misuse_exits_2_and_failure_1() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = synthesise(folder.path(), "data", "1");
    let (data, nothing, centre) = (text(&data), folder.path().join("nothing"), centre());
    let nothing = text(&nothing);
    let from_to = |from, to| vec!["report", "--data", data, "--from", from, "--to", to];
    let and = |mut arguments: Vec<&'static str>, more: &[&'static str]| {
        arguments.extend(more);
        arguments
    };
    assert_eq!(code(&nawat(&from_to("2017-11-05", "2017-11-01"))), 2, "reversed");
    assert_eq!(code(&nawat(&from_to("2017-02-30", "2017-11-01"))), 2, "no such day");
    assert_eq!(code(&nawat(&from_to("9000-01-01", "9000-01-02"))), 2, "to come");
    for (arguments, expected) in [
        (vec![], 2),
        (vec!["frob"], 2),
        (vec!["report"], 2),
        (vec!["demo", "--speed", "0"], 2),
        (vec!["demo", "--people", "some"], 2),
        (and(vec!["check"], &["no-such-centre"]), 1),
    ] {
        assert_eq!(code(&nawat(&arguments)), expected, "{arguments:?}");
    }
    for format in ["xlsx", "pdf", "docx"] {
        let said = report(Path::new(data), &["--format", format]);
        assert_eq!(code(&said), 2, "{format}");
    }
    assert_eq!(code(&report(Path::new(data), &["--centre", "nowhere"])), 2);
    assert_eq!(code(&report(Path::new(data), &["--output", "/no/such/folder/file"])), 1);
    for command in ["verify", "rebuild"] {
        assert_eq!(code(&nawat(&[command, "--data", nothing])), 1, "{command}");
    }
    assert_eq!(code(&nawat(&["user", "add", "fatima", "--role", "king", "--data", data])), 2);
    assert_eq!(code(&nawat(&["serve", "--centre", nothing, "--data", nothing])), 1);
    assert_eq!(code(&nawat(&["check", text(&centre)])), 0);
    assert!(!Path::new(nothing).exists(), "what failed left nothing");
}

#[test]
fn each_command_has_help_with_an_example() {
    for command in [
        "",
        "demo",
        "serve",
        "check",
        "publish",
        "synthesize",
        "report",
        "verify",
        "rebuild",
        "user",
        "user add",
        "token",
        "token new",
        "device",
        "device pair",
    ] {
        let mut arguments: Vec<&str> = command.split_whitespace().collect();
        arguments.push("--help");
        let said = nawat(&arguments);
        assert_eq!(code(&said), 0, "{command}");
        let expected = format!("Example: nawat {command}");
        assert!(out(&said).contains(expected.trim_end()), "{command}: {}", out(&said));
    }
}

/// The clips of a centre: what somebody recorded is never touched, and a missing synthesiser is told with its
/// remedy.
#[test]
fn recorded_clips_are_kept_and_a_missing_speaker_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let centre_folder = folder.path().join("centre");
    copy(&common::centre(), &centre_folder);
    let recorded = centre_folder.join("voice/chime.wav");
    std::fs::create_dir_all(recorded.parent().expect("a folder")).expect("made");
    std::fs::write(&recorded, b"RIFF\x04\0\0\0WAVE").expect("written");
    let ran = std::process::Command::new(env!("CARGO_BIN_EXE_nawat"))
        .args(["voice", "build"])
        .arg(&centre_folder)
        .env("PATH", folder.path())
        .output()
        .expect("runs");
    assert_eq!(ran.status.code(), Some(1), "{ran:?}");
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(said.contains("apt-get install espeak-ng"), "{said}");
    assert_eq!(std::fs::read(&recorded).expect("still there"), b"RIFF\x04\0\0\0WAVE");
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).expect("copied");
        }
    }
}
