//! The store in one SQLite file: WAL, `synchronous = FULL`, so that a returned append is on the disk.

pub(crate) mod failure;
mod folder;
mod opening;
mod rows;
mod writing;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use nawat_engine::time::CivilDay;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use crate::chain::{EventRow, Link};
use crate::read_models::VisitRow;
use crate::sql;
use crate::store::{Batch, Refill, Store, StoreError, StoredKey, SummaryRow};
use crate::stream::{DateText, StreamName};

use writing::{in_sequence, read_key, write_key, write_read_models, write_stream};

pub(crate) use folder::of_io;
pub use folder::{DataFolder, JOURNAL_FILE};

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
