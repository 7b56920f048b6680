//! What was looked up lately, so that a request does not ask the file again who comes in. Forgotten as soon as
//! anything changed in the file, by this process or by another: rights that were taken away are gone at once.

use std::collections::HashMap;

use rusqlite::Connection;

use super::SecretHash;

/// Answers kept at most; then it begins anew.
const KEPT_MAX: usize = 10_000;

/// Changes of the file: by others (`data_version`), and by this connection.
type Version = (i64, u64);

/// Answers by the hash of the secret that was shown. Only what was found is kept: a stranger who tries many
/// secrets fills nothing.
#[derive(Debug)]
pub struct Remembered<T> {
    version: Option<Version>,
    answers: HashMap<SecretHash, T>,
}

impl<T> Default for Remembered<T> {
    fn default() -> Remembered<T> {
        Remembered { version: None, answers: HashMap::new() }
    }
}

impl<T: Clone> Remembered<T> {
    /// The answer as the file holds it now; `ask` looks it up where it is not known.
    pub fn get(
        &mut self,
        db: &Connection,
        hash: &SecretHash,
        ask: impl FnOnce() -> rusqlite::Result<Option<T>>,
    ) -> rusqlite::Result<Option<T>> {
        let version = Some(version(db)?);
        if self.version != version || self.answers.len() >= KEPT_MAX {
            self.answers.clear();
            self.version = version;
        }
        if let Some(known) = self.answers.get(hash) {
            return Ok(Some(known.clone()));
        }
        let found = ask()?;
        if let Some(found) = &found {
            self.answers.insert(*hash, found.clone());
        }
        Ok(found)
    }
}

fn version(db: &Connection) -> rusqlite::Result<Version> {
    let others = db.prepare_cached("pragma data_version")?.query_row([], |row| row.get(0))?;
    Ok((others, db.total_changes()))
}
