//! What `verify` finds: each way of tampering, and nothing where nothing was done.

mod common;

use std::path::Path;

use common::{CENTRE, Crowd, hall_in, live_a_day};
use nawat_engine::time::CivilDay;
use nawat_journal::verify::{Fault, Finding, KnownHead, Verified, parse_head};
use nawat_journal::{SqliteStore, StreamName, verify};
use rusqlite::Connection;

const DAYS: [&str; 3] =
    ["day/bahrain-housing/2017-11-01", "day/bahrain-housing/2017-11-02", "day/bahrain-housing/2017-11-05"];

/// Three closed days, and accounts that moved on the second.
struct Journal {
    folder: tempfile::TempDir,
}

impl Journal {
    fn lived() -> Journal {
        let folder = tempfile::tempdir().unwrap();
        let mut hall = hall_in(folder.path());
        let mut crowd = Crowd::new(1);
        live_a_day(&mut hall, &mut crowd, 120, 9);
        let users = StreamName::users(CENTRE);
        for _ in 0..3 {
            hall.stage_other(&users, crowd.now, "{\"x\":1}".to_owned()).unwrap();
        }
        live_a_day(&mut hall, &mut crowd, 120, 9);
        live_a_day(&mut hall, &mut crowd, 120, 9);
        drop(hall);
        Journal { folder }
    }

    fn file(&self) -> std::path::PathBuf {
        self.folder.path().join("journal.db")
    }

    fn tamper(&self, sql: &str) {
        let changed = Connection::open(self.file()).unwrap().execute(sql, []).unwrap();
        assert!(changed > 0, "{sql}");
    }

    fn verify(&self, head: Option<&KnownHead>) -> Verified {
        verify(&mut SqliteStore::open_to_read(&self.file()).unwrap(), head).unwrap()
    }

    fn last_seq(&self, stream: &str) -> u64 {
        let connection = Connection::open(self.file()).unwrap();
        let sql = "select max(seq) from events where stream = ?1";
        connection.query_row(sql, [stream], |row| row.get::<_, i64>(0)).unwrap() as u64
    }
}

fn at(stream: &str, fault: Fault) -> Finding {
    Finding { stream: Some(StreamName::named(stream)), fault }
}

#[test]
fn a_whole_journal_has_its_heads_and_no_finding() {
    let journal = Journal::lived();
    let verified = journal.verify(None);
    assert_eq!(verified.findings, []);
    let lines: Vec<String> = verified.days.iter().map(ToString::to_string).collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[0].starts_with("bahrain-housing 2017-11-01 "), "{lines:?}");
    for line in &lines {
        let head = parse_head(line).unwrap();
        assert_eq!(journal.verify(Some(&head)).findings, []);
        let elsewhere = parse_head(&line.replace("2017-11-", "2017-10-")).unwrap();
        assert_ne!(journal.verify(Some(&elsewhere)).findings, [], "the hash of one day is not another day's");
    }
}

#[test]
fn any_flipped_bit_of_any_event_is_found() {
    let journal = Journal::lived();
    let text = "cast(replace(cast(payload as text), '\"by\"', '\"bY\"') as text)";
    for change in [
        "recorded = recorded + 1",
        "effective = effective - 1",
        "hash = cast(x'00' || substr(hash, 2) as blob)",
        &format!("payload = {text}"),
    ] {
        let before = std::fs::read(journal.file()).unwrap();
        journal.tamper(&format!("update events set {change} where stream = '{}' and seq = 20", DAYS[1]));
        let findings = journal.verify(None).findings;
        assert!(findings.contains(&at(DAYS[1], Fault::Changed { event: 20 })), "{change}: {findings:?}");
        checkpoint(&journal.file());
        std::fs::write(journal.file(), before).unwrap();
    }
    assert_eq!(journal.verify(None).findings, []);
}

fn checkpoint(file: &Path) {
    Connection::open(file).unwrap().query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(())).unwrap();
}

#[test]
fn a_missing_event_is_named() {
    let journal = Journal::lived();
    journal.tamper(&format!("delete from events where stream = '{}' and seq in (7, 8)", DAYS[0]));
    let findings = journal.verify(None).findings;
    assert_eq!(findings[0], at(DAYS[0], Fault::Missing { from: 7, to: 8 }));
    assert!(findings[0].to_string().contains("events 7 to 8 are missing. Stop writing"), "{}", findings[0]);
}

#[test]
fn a_cut_tail_is_found_by_the_end_that_the_store_knows() {
    let journal = Journal::lived();
    let last = journal.last_seq(DAYS[2]);
    journal.tamper(&format!("delete from events where stream = '{}' and seq > {}", DAYS[2], last - 3));
    let findings = journal.verify(None).findings;
    assert_eq!(findings, [at(DAYS[2], Fault::TailCut { from: last - 2, to: last })]);
}

/// The cut is hidden: the store's own note of the end is put right too.
fn cut_and_hide(journal: &Journal, stream: &str, events: u64) {
    let last = journal.last_seq(stream) - events;
    journal.tamper(&format!("delete from events where stream = '{stream}' and seq > {last}"));
    journal.tamper(&format!(
        "update heads set (seq, recorded, hash) = (select seq, recorded, hash from events
         where events.stream = heads.stream and events.seq = {last}) where stream = '{stream}'"
    ));
}

#[test]
fn a_hidden_cut_shows_in_the_next_opening() {
    let journal = Journal::lived();
    let last = journal.last_seq(DAYS[1]);
    cut_and_hide(&journal, DAYS[1], 1);
    let findings = journal.verify(None).findings;
    let named = StreamName::named(DAYS[1]);
    assert!(findings.contains(&at(DAYS[2], Fault::DayBeforeDiffers { named, event: last })), "{findings:?}");
}

#[test]
fn a_hidden_cut_of_the_last_day_shows_by_the_printed_head() {
    let journal = Journal::lived();
    let head = journal.verify(None).days[2].hash;
    cut_and_hide(&journal, DAYS[2], 1);
    let findings = journal.verify(Some(&head.into())).findings;
    assert!(
        findings.contains(&Finding { stream: None, fault: Fault::HeadMissing { hash: head } }),
        "{findings:?}"
    );
}

#[test]
fn a_hidden_cut_of_another_stream_shows_in_the_closing() {
    let journal = Journal::lived();
    cut_and_hide(&journal, "users/bahrain-housing", 1);
    let findings = journal.verify(None).findings;
    let named = StreamName::named("users/bahrain-housing");
    let event = journal.last_seq(DAYS[1]);
    let expected = at(DAYS[1], Fault::OtherStreamDiffers { event, named, named_event: 3 });
    assert_eq!(findings, [expected]);
}

fn remove(journal: &Journal, stream: &str) {
    journal.tamper(&format!("delete from events where stream = '{stream}'"));
    journal.tamper(&format!("delete from heads where stream = '{stream}'"));
}

#[test]
fn a_missing_day_is_found_wherever_it_stood() {
    for (at_day, date) in [(0, 17_471), (1, 17_472), (2, 17_475)] {
        let journal = Journal::lived();
        remove(&journal, DAYS[at_day]);
        let findings = journal.verify(None).findings;
        let centre = CENTRE.to_owned();
        let missing = Finding { stream: None, fault: Fault::DayMissing { centre, day: CivilDay(date) } };
        assert!(findings.contains(&missing), "{findings:?}");
        if let Some(next) = DAYS.get(at_day + 1) {
            let named = StreamName::named(DAYS[at_day]);
            assert!(findings.contains(&at(next, Fault::DayBeforeMissing { named })), "{findings:?}");
        }
    }
}

#[test]
fn a_day_that_was_put_in_is_found() {
    let journal = Journal::lived();
    let between = "day/bahrain-housing/2017-11-03";
    journal.tamper(&format!(
        "insert into events select '{between}', seq, recorded, effective, payload, hash from events
         where stream = '{}' and seq = 1",
        DAYS[1]
    ));
    let findings = journal.verify(None).findings;
    assert!(findings.contains(&at(between, Fault::Changed { event: 1 })), "{findings:?}");
    let before = StreamName::named(between);
    assert!(findings.contains(&at(DAYS[2], Fault::DayBeforeNotNamed { before })), "{findings:?}");
}

#[test]
fn read_models_that_were_changed_ask_for_a_rebuild() {
    for change in [
        "update visits set ended = ended + 1 where visit = 3",
        "update visits set place = 'nowhere' where visit = 3",
        "delete from visits where visit = 3",
        "update summaries set summary = substr(summary, 1, 5)",
        "delete from summaries",
    ] {
        let journal = Journal::lived();
        journal.tamper(change);
        let findings = journal.verify(None).findings;
        assert!(!findings.is_empty(), "{change}");
        for finding in findings {
            assert!(finding.to_string().ends_with("Run nawat rebuild."), "{change}: {finding}");
            assert!(!finding.fault.is_of_the_chain());
        }
    }
}

/// Whatever byte of the file is flipped: it is found, or the file's own tables refuse, or it was never read.
#[test]
fn flipped_bytes_of_the_file_never_pass_as_other_events() {
    let journal = Journal::lived();
    checkpoint(&journal.file());
    let whole = std::fs::read(journal.file()).unwrap();
    let expected = journal.verify(None);
    let mut draw = common::Draw(7);
    let (mut found, mut rounds) = (0, 0);
    while rounds < 120 {
        let at = draw.below(whole.len() as u64) as usize;
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << draw.below(8);
        std::fs::write(journal.file(), &bytes).unwrap();
        rounds += 1;
        let verified =
            SqliteStore::open_to_read(&journal.file()).and_then(|mut store| verify(&mut store, None));
        match verified {
            Ok(verified) if verified.findings.is_empty() => assert_eq!(verified, expected, "byte {at}"),
            _ => found += 1,
        }
    }
    assert!(found > rounds / 3, "{found} of {rounds}");
}
