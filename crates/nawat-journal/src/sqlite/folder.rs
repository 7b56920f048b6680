//! A node's data folder, and the lock by which one process at a time writes to it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read, Seek, Write};
use std::path::{Path, PathBuf};

use crate::store::StoreError;

/// The journal's file within the data folder.
pub const JOURNAL_FILE: &str = "journal.db";
const LOCK_FILE: &str = "journal.lock";

/// A data folder held for writing. Dropping it, or the end of the process however it comes, lets it go.
#[derive(Debug)]
pub struct DataFolder {
    path: PathBuf,
    _lock: File,
}

impl DataFolder {
    /// Takes the folder, making it where there is none.
    pub fn hold(path: &Path) -> Result<DataFolder, StoreError> {
        fs::create_dir_all(path).map_err(|error| of_io(path, &error))?;
        let lock_path = path.join(LOCK_FILE);
        let mut lock = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&lock_path)
            .map_err(|error| of_io(&lock_path, &error))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(in_use(path, &mut lock)),
            Err(TryLockError::Error(error)) => return Err(of_io(&lock_path, &error)),
        }
        let noted = lock.set_len(0).and_then(|()| writeln!(lock, "{}", std::process::id()));
        noted.map_err(|error| of_io(&lock_path, &error))?;
        Ok(DataFolder { path: path.to_owned(), _lock: lock })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where the journal lies.
    pub fn journal(&self) -> PathBuf {
        self.path.join(JOURNAL_FILE)
    }
}

fn in_use(path: &Path, lock: &mut File) -> StoreError {
    let mut holder = String::new();
    let read = lock.rewind().and_then(|()| lock.take(20).read_to_string(&mut holder));
    let holder = match (read, holder.trim()) {
        (Ok(_), pid) if !pid.is_empty() => format!("pid {pid}"),
        _ => "pid unknown".to_owned(),
    };
    StoreError::InUse { path: path.join(JOURNAL_FILE), holder }
}

/// A failure of the file system in the store's words.
pub fn of_io(path: &Path, error: &std::io::Error) -> StoreError {
    let path = path.to_owned();
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly { path },
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StoreError::DiskFull { path },
        _ => StoreError::Io { path, what: error.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_writer_is_told_who_writes() {
        let folder = tempfile::tempdir().unwrap();
        let held = DataFolder::hold(folder.path()).unwrap();
        let error = DataFolder::hold(folder.path()).unwrap_err().to_string();
        assert!(error.contains(&format!("another nawat is writing (pid {})", std::process::id())), "{error}");
        drop(held);
        DataFolder::hold(folder.path()).unwrap();
    }

    #[test]
    fn a_folder_that_may_not_be_written_is_told() {
        for kind in [ErrorKind::PermissionDenied, ErrorKind::ReadOnlyFilesystem] {
            let said = of_io(Path::new("/data"), &kind.into()).to_string();
            assert!(said.contains("/data may not be written"), "{said}");
        }
        let full = of_io(Path::new("/data"), &ErrorKind::StorageFull.into());
        assert!(matches!(full, StoreError::DiskFull { .. }));
    }
}
