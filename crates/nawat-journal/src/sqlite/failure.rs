//! What SQLite says went wrong, in the store's words.

use std::path::Path;

use rusqlite::ErrorCode;

use crate::store::StoreError;

/// Extended code of a directory that cannot be written.
const SQLITE_READONLY_DIRECTORY: i32 = 1544;

pub fn of(path: &Path, error: rusqlite::Error) -> StoreError {
    let path = path.to_owned();
    let what = error.to_string();
    match &error {
        rusqlite::Error::SqliteFailure(failure, _) => match failure.code {
            ErrorCode::DiskFull => StoreError::DiskFull { path },
            ErrorCode::ReadOnly
            | ErrorCode::PermissionDenied
            | ErrorCode::AuthorizationForStatementDenied => StoreError::ReadOnly { path },
            _ if failure.extended_code == SQLITE_READONLY_DIRECTORY => StoreError::ReadOnly { path },
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => {
                StoreError::InUse { path, holder: "its file is locked".to_owned() }
            }
            ErrorCode::NotADatabase => StoreError::NotAJournal { path },
            ErrorCode::DatabaseCorrupt => StoreError::Damaged { path, what },
            ErrorCode::CannotOpen => StoreError::Io {
                path,
                what: format!("{what}: check that the folder exists and that you may read and write it"),
            },
            _ if what.contains("no such table: visits") || what.contains("no such table: summaries") => {
                let what = format!("{what}. Run nawat rebuild; the events hold all that is needed");
                StoreError::Io { path, what }
            }
            _ => StoreError::Io { path, what },
        },
        rusqlite::Error::FromSqlConversionFailure(..)
        | rusqlite::Error::InvalidColumnType(..)
        | rusqlite::Error::IntegralValueOutOfRange(..) => StoreError::Damaged { path, what },
        _ => StoreError::Io { path, what },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failing(code: i32) -> StoreError {
        of(
            Path::new("/data/journal.db"),
            rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None),
        )
    }

    #[test]
    fn each_failure_says_what_to_do() {
        use rusqlite::ffi;
        for (code, words) in [
            (ffi::SQLITE_FULL, "free some space"),
            (ffi::SQLITE_READONLY, "may not be written"),
            (ffi::SQLITE_READONLY_DIRECTORY, "may not be written"),
            (ffi::SQLITE_BUSY, "another nawat is writing"),
            (ffi::SQLITE_NOTADB, "is not a journal of Nawat"),
            (ffi::SQLITE_CORRUPT, "restore the last backup"),
            (ffi::SQLITE_CANTOPEN, "check that the folder exists"),
            (ffi::SQLITE_IOERR, "/data/journal.db"),
        ] {
            let said = failing(code).to_string();
            assert!(said.contains(words), "{code}: {said}");
        }
    }
}
