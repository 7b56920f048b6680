//! The store in one SQLite file: WAL, `synchronous = FULL`, so that a returned append is on the disk.

mod failure;
mod folder;
mod rows;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use nawat_engine::time::CivilDay;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use crate::chain::{EventRow, Hash, Link};
use crate::read_models::VisitRow;
use crate::sql;
use crate::store::{Append, Batch, NewKey, ReadModels, Refill, Store, StoreError, StoredKey, SummaryRow};
use crate::stream::{DateText, StreamName};

pub use folder::{DataFolder, JOURNAL_FILE};

/// “Nawa” in ASCII: tells a journal from any other SQLite file.
const APPLICATION_ID: i64 = 0x4e61_7761;
/// Raised with every change of the tables.
const VERSION: i64 = 1;

/// How the file is reached. Only tests choose anything but the default.
#[derive(Clone, Debug, Default)]
pub struct Access {
    /// A virtual file system that SQLite knows by this name.
    pub vfs: Option<String>,
    /// Keep the file's lock, and do without shared memory.
    pub exclusive: bool,
    /// Pages that the file may grow to.
    pub most_pages: Option<u32>,
}

/// Streams and read models in one SQLite file.
#[derive(Debug)]
pub struct SqliteStore {
    connection: Connection,
    path: PathBuf,
    /// Kept as long as anything writes here.
    _folder: Option<Arc<DataFolder>>,
}

impl SqliteStore {
    /// Opens the journal of a data folder for writing, and makes it where there is none. Several stores of
    /// one process may share the folder.
    pub fn open(folder: &Arc<DataFolder>) -> Result<SqliteStore, StoreError> {
        let path = folder.journal();
        let mut store = SqliteStore::open_file(&path, &Access::default())?;
        store._folder = Some(Arc::clone(folder));
        Ok(store)
    }

    /// Opens one file for writing; nothing keeps other processes from it but SQLite's own locks.
    pub fn open_file(path: &Path, access: &Access) -> Result<SqliteStore, StoreError> {
        let failed = |error| failure::of(path, error);
        let connection = match &access.vfs {
            None => Connection::open(path),
            Some(vfs) => {
                Connection::open_with_flags_and_vfs(path, rusqlite::OpenFlags::default(), vfs.as_str())
            }
        }
        .map_err(failed)?;
        connection.set_prepared_statement_cache_capacity(64);
        connection.busy_timeout(std::time::Duration::from_secs(10)).map_err(failed)?;
        if access.exclusive {
            connection.pragma_update(None, "locking_mode", "exclusive").map_err(failed)?;
        }
        known_version(&connection, path)?;
        connection.pragma_update(None, "journal_mode", "wal").map_err(failed)?;
        connection.pragma_update(None, "synchronous", "full").map_err(failed)?;
        connection.pragma_update(None, "wal_autocheckpoint", 4_000).map_err(failed)?;
        let mut store = SqliteStore { connection, path: path.to_owned(), _folder: None };
        store.make_tables()?;
        if let Some(most) = access.most_pages {
            store.connection.pragma_update(None, "max_page_count", most).map_err(failed)?;
        }
        Ok(store)
    }

    /// Opens a journal only to read it, while another process may be writing.
    pub fn open_to_read(path: &Path) -> Result<SqliteStore, StoreError> {
        if !path.exists() {
            return Err(StoreError::Missing { path: path.parent().unwrap_or(path).to_owned() });
        }
        let failed = |error| failure::of(path, error);
        let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY | rusqlite::OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(failed)?;
        connection.set_prepared_statement_cache_capacity(32);
        connection.busy_timeout(std::time::Duration::from_secs(10)).map_err(failed)?;
        known_version(&connection, path)?;
        Ok(SqliteStore { connection, path: path.to_owned(), _folder: None })
    }

    fn make_tables(&mut self) -> Result<(), StoreError> {
        let path = self.path.clone();
        let failed = |error| failure::of(&path, error);
        if pragma(&self.connection, "user_version").map_err(failed)? == VERSION {
            return Ok(());
        }
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        transaction.execute_batch(sql::SCHEMA).map_err(failed)?;
        transaction.execute_batch(sql::READ_MODELS).map_err(failed)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID).map_err(failed)?;
        transaction.pragma_update(None, "user_version", VERSION).map_err(failed)?;
        transaction.commit().map_err(failed)
    }

    fn failed(&self) -> impl Fn(rusqlite::Error) -> StoreError + use<> {
        let path = self.path.clone();
        move |error| failure::of(&path, error)
    }

    /// Moves what the write-ahead file holds into the journal itself, so that one file is the whole of it.
    pub fn checkpoint(&mut self) -> Result<(), StoreError> {
        self.connection.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(())).map_err(self.failed())
    }

    /// Copies the journal, as it stands at this moment, into a new file.
    pub fn copy_to(&mut self, path: &Path) -> Result<(), StoreError> {
        let target = path.to_str().ok_or_else(|| StoreError::Io {
            path: path.to_owned(),
            what: "the name of the backup is not Unicode; choose another".to_owned(),
        })?;
        self.connection
            .execute("vacuum into ?1", [target])
            .map(drop)
            .map_err(|error| failure::of(path, error))
    }
}

/// Refuses a file of a newer Nawat, and one that is something else.
fn known_version(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let failed = |error| failure::of(path, error);
    let application = pragma(connection, "application_id").map_err(failed)?;
    let version = pragma(connection, "user_version").map_err(failed)?;
    let tables: i64 =
        connection.query_row("select count(*) from sqlite_schema", [], |row| row.get(0)).map_err(failed)?;
    match (application, version) {
        (APPLICATION_ID, found) if found > VERSION => {
            Err(StoreError::NewerVersion { path: path.to_owned(), found, known: VERSION })
        }
        (APPLICATION_ID, _) => Ok(()),
        (0, 0) if tables == 0 => Ok(()),
        _ => Err(StoreError::NotAJournal { path: path.to_owned() }),
    }
}

fn pragma(connection: &Connection, name: &str) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, name, |row| row.get(0))
}

/// How SQLite goes about each statement that is used while a hall is open, so that a test can refuse one
/// that reads a whole table.
pub fn plans(connection: &Connection) -> rusqlite::Result<Vec<(&'static str, Vec<String>)>> {
    let explain = |sql: &'static str| {
        let mut statement = connection.prepare(&format!("explain query plan {sql}"))?;
        let none = vec![rusqlite::types::Null; statement.parameter_count()];
        let steps = statement.query_map(rusqlite::params_from_iter(none), |row| row.get("detail"))?;
        Ok((sql, steps.collect::<Result<_, _>>()?))
    };
    sql::WHILE_OPEN.into_iter().map(explain).collect()
}

/// The least text greater than all that begin so.
fn end_of(beginning: &str) -> String {
    format!("{beginning}\u{10FFFF}")
}

impl Store for SqliteStore {
    fn head(&mut self, stream: &StreamName) -> Result<Link, StoreError> {
        let failed = self.failed();
        let mut statement = self.connection.prepare_cached(sql::HEAD).map_err(&failed)?;
        let head =
            statement.query_row([stream.as_str()], |row| rows::link(row, 0)).optional().map_err(&failed)?;
        Ok(head.unwrap_or(Link::START))
    }

    fn read(
        &mut self,
        stream: &StreamName,
        from: u64,
        each: &mut dyn FnMut(EventRow) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        let failed = self.failed();
        let mut statement = self.connection.prepare_cached(sql::READ_EVENTS).map_err(&failed)?;
        let mut found = statement.query(params![stream.as_str(), from as i64]).map_err(&failed)?;
        while let Some(row) = found.next().map_err(&failed)? {
            if each(rows::event(row).map_err(&failed)?).is_break() {
                break;
            }
        }
        Ok(())
    }

    fn streams(&mut self, beginning: &str) -> Result<Vec<(StreamName, Link)>, StoreError> {
        let failed = self.failed();
        let mut statement = self.connection.prepare_cached(sql::STREAMS).map_err(&failed)?;
        let found = statement.query_map([beginning, &end_of(beginning)], rows::head).map_err(&failed)?;
        found.collect::<Result<_, _>>().map_err(&failed)
    }

    fn last_stream(&mut self, beginning: &str) -> Result<Option<(StreamName, Link)>, StoreError> {
        let failed = self.failed();
        let mut statement = self.connection.prepare_cached(sql::LAST_STREAM).map_err(&failed)?;
        statement.query_row([beginning, &end_of(beginning)], rows::head).optional().map_err(&failed)
    }

    fn streams_of_events(&mut self) -> Result<Vec<StreamName>, StoreError> {
        let failed = self.failed();
        let mut statement = self.connection.prepare(sql::STREAMS_OF_EVENTS).map_err(&failed)?;
        let found = statement.query_map([], |row| row.get::<_, String>(0).map(StreamName::named));
        found.map_err(&failed)?.collect::<Result<_, _>>().map_err(&failed)
    }

    fn append(&mut self, batch: &Batch) -> Result<(), StoreError> {
        for append in &batch.appends {
            in_sequence(append)?;
        }
        let failed = self.failed();
        // Rolled back when dropped, so that whoever loses leaves no trace.
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(&failed)?;
        for append in &batch.appends {
            write_stream(&transaction, append, &failed)?;
        }
        for key in &batch.keys {
            write_key(&transaction, key, &failed)?;
        }
        if let Some(before) = batch.forget_keys_before {
            transaction
                .prepare_cached(sql::FORGET_KEYS)
                .and_then(|mut s| s.execute([before]))
                .map_err(&failed)?;
        }
        write_read_models(&transaction, &batch.read_models).map_err(&failed)?;
        transaction.commit().map_err(&failed)
    }

    fn key(&mut self, centre: &str, key: &str) -> Result<Option<StoredKey>, StoreError> {
        let failed = self.failed();
        read_key(&self.connection, centre, key).map_err(failed)
    }

    fn replace_read_models(&mut self, fill: &mut Refill<'_>) -> Result<(), StoreError> {
        let failed = self.failed();
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(&failed)?;
        transaction.execute_batch(sql::DROP_READ_MODELS).map_err(&failed)?;
        transaction.execute_batch(sql::READ_MODELS).map_err(&failed)?;
        while let Some(models) = fill()? {
            write_read_models(&transaction, &models).map_err(&failed)?;
        }
        transaction.commit().map_err(&failed)
    }

    fn visits(
        &mut self,
        centre: &str,
        from: CivilDay,
        to: CivilDay,
        each: &mut dyn FnMut(VisitRow),
    ) -> Result<(), StoreError> {
        let failed = self.failed();
        let (from, to) = (DateText(from).to_string(), DateText(to).to_string());
        let mut statement = self.connection.prepare_cached(sql::READ_VISITS).map_err(&failed)?;
        let mut found = statement.query([centre, &from, &to]).map_err(&failed)?;
        while let Some(row) = found.next().map_err(&failed)? {
            each(rows::visit(centre, row).map_err(&failed)?);
        }
        Ok(())
    }

    fn summaries(
        &mut self,
        centre: &str,
        from: CivilDay,
        to: CivilDay,
    ) -> Result<Vec<SummaryRow>, StoreError> {
        let failed = self.failed();
        let (from, to) = (DateText(from).to_string(), DateText(to).to_string());
        let mut statement = self.connection.prepare_cached(sql::READ_SUMMARIES).map_err(&failed)?;
        let found =
            statement.query_map([centre, &from, &to], |row| rows::summary(centre, row)).map_err(&failed)?;
        found.collect::<Result<_, _>>().map_err(&failed)
    }

    fn days_of_read_models(&mut self) -> Result<Vec<(String, CivilDay)>, StoreError> {
        let failed = self.failed();
        let mut statement = self.connection.prepare(sql::READ_MODEL_DAYS).map_err(&failed)?;
        let found = statement.query_map([], rows::centre_and_day).map_err(&failed)?;
        found.collect::<Result<_, _>>().map_err(&failed)
    }

    fn check_file(&mut self) -> Result<Vec<String>, StoreError> {
        let failed = self.failed();
        let mut statement = self.connection.prepare("pragma quick_check(20)").map_err(&failed)?;
        let lines = statement.query_map([], |row| row.get::<_, String>(0)).map_err(&failed)?;
        let lines: Vec<String> = lines.collect::<Result<_, _>>().map_err(&failed)?;
        Ok(lines.into_iter().filter(|line| line != "ok").collect())
    }
}

fn in_sequence(append: &Append) -> Result<(), StoreError> {
    let expected = append.after.seq + 1..;
    if append.rows.iter().zip(expected).any(|(row, expected)| row.seq != expected) {
        return Err(StoreError::OutOfSequence { stream: append.stream.clone(), after: append.after.seq });
    }
    Ok(())
}

/// Moves the stream's head from where the writer thinks it is, then writes the events.
fn write_stream(
    connection: &Connection,
    append: &Append,
    failed: &impl Fn(rusqlite::Error) -> StoreError,
) -> Result<(), StoreError> {
    let Some(last) = append.rows.last() else { return Ok(()) };
    let stream = append.stream.as_str();
    let (seq, recorded, hash) = (last.seq as i64, last.recorded, &last.hash.0[..]);
    let moved = if append.after.seq == 0 {
        let mut statement = connection.prepare_cached(sql::FIRST_HEAD).map_err(failed)?;
        statement.execute(params![stream, seq, recorded, hash])
    } else {
        let mut statement = connection.prepare_cached(sql::MOVE_HEAD).map_err(failed)?;
        let (after, after_hash) = (append.after.seq as i64, &append.after.hash.0[..]);
        statement.execute(params![stream, seq, recorded, hash, after, after_hash])
    };
    if moved.map_err(failed)? == 0 {
        let found = connection
            .query_row(sql::HEAD, [stream], |row| rows::link(row, 0))
            .optional()
            .map_err(failed)?
            .unwrap_or(Link::START);
        return Err(StoreError::Conflict {
            stream: append.stream.clone(),
            expected: append.after.seq,
            found: found.seq,
        });
    }
    let mut statement = connection.prepare_cached(sql::INSERT_EVENT).map_err(failed)?;
    for row in &append.rows {
        statement
            .execute(params![
                stream,
                row.seq as i64,
                row.recorded,
                row.effective,
                row.payload,
                &row.hash.0[..]
            ])
            .map_err(failed)?;
    }
    Ok(())
}

fn write_key(
    connection: &Connection,
    key: &NewKey,
    failed: &impl Fn(rusqlite::Error) -> StoreError,
) -> Result<(), StoreError> {
    let stored = &key.stored;
    let written = connection
        .prepare_cached(sql::INSERT_KEY)
        .and_then(|mut statement| {
            statement.execute(params![
                key.centre,
                key.key,
                key.at,
                &stored.request.0[..],
                stored.stream.as_str(),
                stored.first as i64,
                stored.count as i64
            ])
        })
        .map_err(failed)?;
    if written > 0 {
        return Ok(());
    }
    match read_key(connection, &key.centre, &key.key).map_err(failed)? {
        Some(stored) => Err(StoreError::DuplicateKey { key: key.key.clone(), stored }),
        None => Err(failed(rusqlite::Error::QueryReturnedNoRows)),
    }
}

fn read_key(connection: &Connection, centre: &str, key: &str) -> rusqlite::Result<Option<StoredKey>> {
    let mut statement = connection.prepare_cached(sql::KEY)?;
    statement
        .query_row([centre, key], |row| {
            Ok(StoredKey {
                request: Hash(row.get(0)?),
                stream: StreamName::named(row.get::<_, String>(1)?),
                first: rows::unsigned(row, 2)?,
                count: rows::unsigned(row, 3)?,
            })
        })
        .optional()
}

fn write_read_models(connection: &Connection, models: &ReadModels) -> rusqlite::Result<()> {
    if !models.visits.is_empty() {
        let mut statement = connection.prepare_cached(sql::PUT_VISIT)?;
        for visit in &models.visits {
            rows::put_visit(&mut statement, visit)?;
        }
    }
    for summary in &models.summaries {
        let mut statement = connection.prepare_cached(sql::PUT_SUMMARY)?;
        statement.execute(params![summary.centre, DateText(summary.day).to_string(), summary.summary])?;
    }
    Ok(())
}
