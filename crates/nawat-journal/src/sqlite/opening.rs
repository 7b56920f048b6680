//! Opening a journal's file: the right file, the right version, and the promises of its syncs.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::{Access, DataFolder, SqliteStore, failure};
use crate::sql;
use crate::store::StoreError;

/// “Nawa” in ASCII: tells a journal from any other SQLite file.
const APPLICATION_ID: i64 = 0x4e61_7761;
/// Raised with every change of the tables.
const VERSION: i64 = 1;
/// How long a writer waits for another one of the same journal.
const PATIENCE: Duration = Duration::from_secs(10);
/// Pages in the write-ahead file before they are moved into the journal itself.
const CHECKPOINT_PAGES: u32 = 4_000;

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
            Some(vfs) => Connection::open_with_flags_and_vfs(path, OpenFlags::default(), vfs.as_str()),
        }
        .map_err(failed)?;
        connection.set_prepared_statement_cache_capacity(64);
        connection.busy_timeout(PATIENCE).map_err(failed)?;
        if access.exclusive {
            connection.pragma_update(None, "locking_mode", "exclusive").map_err(failed)?;
        }
        known_version(&connection, path)?;
        connection.pragma_update(None, "journal_mode", "wal").map_err(failed)?;
        connection.pragma_update(None, "synchronous", "full").map_err(failed)?;
        connection.pragma_update(None, "wal_autocheckpoint", CHECKPOINT_PAGES).map_err(failed)?;
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
        match read_only(path, false) {
            // Where the folder may not be written SQLite cannot make the shared memory by which readers and
            // writers agree. Without a write-ahead file nobody writes, and the file stands still.
            Err(StoreError::ReadOnly { .. } | StoreError::Io { .. }) if at_rest(path) => {
                read_only(path, true)
            }
            opened => opened,
        }
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
}

fn read_only(path: &Path, immutable: bool) -> Result<SqliteStore, StoreError> {
    let failed = |error| failure::of(path, error);
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = if immutable {
        Connection::open_with_flags(immutable_address(path), flags | OpenFlags::SQLITE_OPEN_URI)
    } else {
        Connection::open_with_flags(path, flags)
    };
    let connection = connection.map_err(failed)?;
    connection.set_prepared_statement_cache_capacity(32);
    connection.busy_timeout(PATIENCE).map_err(failed)?;
    known_version(&connection, path)?;
    if pragma(&connection, "application_id").map_err(failed)? != APPLICATION_ID {
        return Err(StoreError::NotAJournal { path: path.to_owned() });
    }
    Ok(SqliteStore { connection, path: path.to_owned(), _folder: None })
}

/// No write-ahead file waits to be read together with the journal.
fn at_rest(path: &Path) -> bool {
    let mut wal = path.as_os_str().to_owned();
    wal.push("-wal");
    std::fs::metadata(wal).map_or(true, |wal| wal.len() == 0)
}

/// The path as an address that tells SQLite that the file does not change. Signs that mean something in an
/// address are escaped (RFC 3986, 2.1).
fn immutable_address(path: &Path) -> String {
    let mut address = "file:".to_owned();
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'?' | b'#' | b'%' => address.push_str(&format!("%{byte:02X}")),
            byte if byte.is_ascii() => address.push(char::from(*byte)),
            byte => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address.push_str("?immutable=1");
    address
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
