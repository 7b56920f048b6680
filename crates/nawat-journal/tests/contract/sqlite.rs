//! SQLite under the suite, and what only a file on a disk can do wrong.

use std::sync::Arc;

use nawat_journal::sqlite::Access;
use nawat_journal::{DataFolder, Link, SqliteStore, Store, StoreError};
use tempfile::TempDir;

use super::Factory;
use super::rows::{all, append, of, stream, write};

pub struct InSqlite {
    folder: TempDir,
    held: Arc<DataFolder>,
}

impl InSqlite {
    pub fn new() -> InSqlite {
        let folder = tempfile::tempdir().unwrap();
        let held = Arc::new(DataFolder::hold(folder.path()).unwrap());
        InSqlite { folder, held }
    }

    fn file(&self) -> std::path::PathBuf {
        self.folder.path().join("journal.db")
    }

    fn set(&self, pragma: &str, value: i64) {
        rusqlite::Connection::open(self.file()).unwrap().pragma_update(None, pragma, value).unwrap();
    }
}

impl Factory for InSqlite {
    fn fresh(&mut self) -> Box<dyn Store> {
        self.again()
    }

    fn again(&mut self) -> Box<dyn Store> {
        Box::new(SqliteStore::open(&self.held).unwrap())
    }
}

#[test]
fn newer_version_is_refused_with_what_to_do() {
    let mut factory = InSqlite::new();
    drop(factory.fresh());
    factory.set("user_version", 99);
    let error = SqliteStore::open(&factory.held).unwrap_err();
    assert!(matches!(error, StoreError::NewerVersion { found: 99, .. }));
    assert!(error.to_string().contains("written by a newer Nawat (version 99"), "{error}");
    assert!(matches!(SqliteStore::open_to_read(&factory.file()), Err(StoreError::NewerVersion { .. })));
}

#[test]
fn what_is_no_journal_is_left_alone() {
    let factory = InSqlite::new();
    let other = rusqlite::Connection::open(factory.file()).unwrap();
    other.execute_batch("create table someone_elses (x)").unwrap();
    drop(other);
    assert!(matches!(SqliteStore::open(&factory.held), Err(StoreError::NotAJournal { .. })));

    let text = InSqlite::new();
    std::fs::write(text.file(), "a letter to the ministry, of more than a hundred bytes".repeat(9)).unwrap();
    assert!(matches!(SqliteStore::open(&text.held), Err(StoreError::NotAJournal { .. })));
}

#[test]
fn reading_makes_no_journal_where_there_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let error = SqliteStore::open_to_read(&folder.path().join("journal.db")).unwrap_err();
    assert!(matches!(error, StoreError::Missing { .. }));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_reader_sees_what_was_committed_while_somebody_writes() {
    let mut factory = InSqlite::new();
    let mut writer = factory.fresh();
    let end = write(writer.as_mut(), append("users/c", Link::START, &["1"]));
    let mut reader = SqliteStore::open_to_read(&factory.file()).unwrap();
    assert_eq!(all(&mut reader, "users/c").len(), 1);
    write(writer.as_mut(), append("users/c", end, &["2"]));
    assert_eq!(all(&mut reader, "users/c").len(), 2);
    let refused = reader.append(&of(vec![append("users/d", Link::START, &["1"])]));
    assert!(matches!(refused, Err(StoreError::ReadOnly { .. })), "{refused:?}");
}

#[test]
fn a_full_disk_says_so_loses_nothing_and_goes_on_when_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("journal.db");
    drop(SqliteStore::open_file(&file, &Access::default()).unwrap());
    let small = Access { most_pages: Some(40), ..Access::default() };
    let mut store = SqliteStore::open_file(&file, &small).unwrap();
    let text = "x".repeat(3_000);
    let mut end = Link::START;
    let full = loop {
        let next = append("users/c", end, &[&text]);
        match store.append(&of(vec![next.clone()])) {
            Ok(()) => end = Link::of(&next.rows[0]),
            Err(error) => break error,
        }
    };
    assert!(matches!(full, StoreError::DiskFull { .. }), "{full:?}");
    assert!(full.to_string().contains("free some space"), "{full}");
    assert!(end.seq > 5);
    assert_eq!(store.head(&stream("users/c")).unwrap(), end);
    assert_eq!(all(&mut store, "users/c").len() as u64, end.seq);
    drop(store);
    let mut store = SqliteStore::open_file(&file, &Access::default()).unwrap();
    write(&mut store, append("users/c", end, &[&text]));
}

#[test]
fn the_table_is_the_one_that_the_design_promises() {
    let mut factory = InSqlite::new();
    drop(factory.fresh());
    let connection = rusqlite::Connection::open(factory.file()).unwrap();
    let mut columns = connection.prepare("select name from pragma_table_info('events')").unwrap();
    let columns: Vec<String> =
        columns.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    assert_eq!(columns, ["stream", "seq", "recorded", "effective", "payload", "hash"]);
    let mode: String = connection.query_row("pragma journal_mode", [], |row| row.get(0)).unwrap();
    assert_eq!(mode, "wal");
}

#[test]
fn no_statement_of_the_hot_path_reads_a_whole_table() {
    let mut factory = InSqlite::new();
    drop(factory.fresh());
    let connection = rusqlite::Connection::open(factory.file()).unwrap();
    for (sql, plan) in nawat_journal::sqlite::plans(&connection).unwrap() {
        assert!(
            !plan.iter().any(|step| step.starts_with("SCAN") && !step.contains("leap")),
            "{sql}: {plan:?}"
        );
    }
}

#[test]
fn a_copy_is_a_whole_journal() {
    let mut factory = InSqlite::new();
    let mut store = SqliteStore::open(&factory.held).unwrap();
    write(&mut store, append("users/c", Link::START, &["1", "2"]));
    let copy = factory.folder.path().join("copy.db");
    store.copy_to(&copy).unwrap();
    let mut copied = SqliteStore::open_to_read(&copy).unwrap();
    assert_eq!(all(&mut copied, "users/c"), all(factory.again().as_mut(), "users/c"));
}
