//! The people vault: the only place that holds who somebody is.
//!
//! Events hold a random [`Reference`]; the vault holds, sealed, what it stands for. A look-up goes by a keyed
//! token of the personal number, never by the number itself or a plain hash of nine digits. The keys lie in
//! `keys/` of the data folder, apart from the file: a copy of the file alone tells nothing. Erasing a person
//! takes the sealed row and its token away; the chain of events stays whole.

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use hmac::{Hmac, Mac};
use nawat_engine::ids::Reference;
use nawat_engine::time::Moment;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::Sha256;

use crate::private_file;
use crate::sqlite::{failure, of_io};
use crate::store::StoreError;

/// Why a vault could not be opened or used.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    #[error("{} holds no key of 32 bytes; restore the folder keys/ that belongs to this data folder", .0.display())]
    NoKey(PathBuf),
    #[error("what the vault holds for {0} cannot be opened with this key; restore the right keys/ folder")]
    WrongKey(Reference),
    /// The file itself: missing rights, a full disk, something that is no database.
    #[error(transparent)]
    File(#[from] StoreError),
}

/// What a thing known of a person is needed for; each purpose is kept for its own time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To serve a visit of today.
    Visit,
    /// To answer what somebody said of their visit.
    Remark,
}

impl Purpose {
    fn as_str(self) -> &'static str {
        match self {
            Purpose::Visit => "visit",
            Purpose::Remark => "remark",
        }
    }

    /// Days after which it is erased without being asked.
    pub fn kept_days(self) -> i64 {
        match self {
            Purpose::Visit => 90,
            Purpose::Remark => 365,
        }
    }
}

/// The vault of a data folder.
pub struct People {
    path: PathBuf,
    seal: ChaCha20Poly1305,
    token_key: [u8; 32],
    db: Mutex<Connection>,
}

impl fmt::Debug for People {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("People").finish_non_exhaustive()
    }
}

const SCHEMA: &str = "create table if not exists people (
  reference blob primary key, token blob not null, nonce blob not null, sealed blob not null,
  purpose text not null, kept_until integer not null) strict, without rowid;
create index if not exists people_by_token on people (token);";

impl People {
    /// Opens the vault; `fresh` are 64 random bytes, used where the folder has no keys yet.
    pub fn open(folder: &Path, fresh: &[u8; 64]) -> Result<People, VaultError> {
        let keys = folder.join("keys");
        fs::create_dir_all(&keys).map_err(|error| of_io(&keys, &error))?;
        let seal = key_file(&keys.join("people.key"), &fresh[..32])?;
        let token_key = key_file(&keys.join("tokens.key"), &fresh[32..])?;
        let path = folder.join("people.db");
        private_file::make(&path).map_err(|error| of_io(&path, &error))?;
        let sql = |error: rusqlite::Error| VaultError::File(failure::of(&path, error));
        let db = Connection::open(&path).map_err(sql)?;
        db.busy_timeout(std::time::Duration::from_secs(10)).map_err(sql)?;
        db.pragma_update(None, "journal_mode", "WAL").map_err(sql)?;
        // What is erased must be gone from the file, not only from its index.
        db.pragma_update(None, "secure_delete", true).map_err(sql)?;
        db.execute_batch(SCHEMA).map_err(sql)?;
        let seal = ChaCha20Poly1305::new(&Key::from(seal));
        Ok(People { path, seal, token_key, db: Mutex::new(db) })
    }

    fn db(&self) -> MutexGuard<'_, Connection> {
        self.db.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn failed(&self, error: rusqlite::Error) -> VaultError {
        VaultError::File(failure::of(&self.path, error))
    }

    /// A hash that nobody can make without this folder's key, another for each purpose.
    pub fn keyed_hash(&self, purpose: &str, message: &[u8]) -> [u8; 32] {
        // A personal number holds digits alone: no purpose ever meets one.
        self.mac(&[purpose.as_bytes(), b"\0", message])
    }

    fn token(&self, personal_number: &str) -> [u8; 32] {
        self.mac(&[personal_number.as_bytes()])
    }

    fn mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        // HMAC fills a short key up with zeros to its block (RFC 2104).
        let mut block = [0; 64];
        block[..32].copy_from_slice(&self.token_key);
        let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new(&block.into());
        for part in parts {
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// Keeps a personal number under a reference. `nonce`: 12 random bytes, never used before.
    pub fn keep(
        &self,
        reference: Reference,
        personal_number: &str,
        purpose: Purpose,
        nonce: [u8; 12],
        at: Moment,
    ) -> Result<(), VaultError> {
        self.seal_in((reference, self.token(personal_number)), personal_number, purpose, nonce, at)
    }

    /// Keeps free words under a reference: found by it alone. `nonce`: 12 random bytes, never used before.
    pub fn keep_words(
        &self,
        reference: Reference,
        words: &str,
        purpose: Purpose,
        nonce: [u8; 12],
        at: Moment,
    ) -> Result<(), VaultError> {
        self.seal_in((reference, self.token(&reference.to_string())), words, purpose, nonce, at)
    }

    fn seal_in(
        &self,
        (reference, token): (Reference, [u8; 32]),
        text: &str,
        purpose: Purpose,
        nonce: [u8; 12],
        at: Moment,
    ) -> Result<(), VaultError> {
        let name = reference.0.to_be_bytes();
        let sealed = self
            .seal
            .encrypt(&Nonce::from(nonce), Payload { msg: text.as_bytes(), aad: &name })
            .map_err(|_| VaultError::WrongKey(reference))?;
        let kept_until = at.0 + purpose.kept_days() * 86_400_000;
        let insert = "insert into people (reference, token, nonce, sealed, purpose, kept_until)
                      values (?1, ?2, ?3, ?4, ?5, ?6) on conflict (reference) do nothing";
        self.db()
            .execute(insert, params![name, token, nonce, sealed, purpose.as_str(), kept_until])
            .map_err(|error| self.failed(error))?;
        Ok(())
    }

    /// The personal number behind a reference; `None` where it was never kept or is erased.
    pub fn personal_number(&self, reference: Reference) -> Result<Option<String>, VaultError> {
        self.words(reference)
    }

    /// The words behind a reference; `None` where they were never kept or are erased.
    pub fn words(&self, reference: Reference) -> Result<Option<String>, VaultError> {
        let name = reference.0.to_be_bytes();
        let select = "select nonce, sealed from people where reference = ?1";
        let found: Option<([u8; 12], Vec<u8>)> = self
            .db()
            .query_row(select, [name], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()
            .map_err(|error| self.failed(error))?;
        let Some((nonce, sealed)) = found else { return Ok(None) };
        let opened = self
            .seal
            .decrypt(&Nonce::from(nonce), Payload { msg: &sealed, aad: &name })
            .map_err(|_| VaultError::WrongKey(reference))?;
        Ok(Some(String::from_utf8_lossy(&opened).into_owned()))
    }

    /// All references under which this personal number is kept.
    pub fn references(&self, personal_number: &str) -> Result<Vec<Reference>, VaultError> {
        let db = self.db();
        let read = || -> rusqlite::Result<Vec<Reference>> {
            let mut statement = db.prepare_cached("select reference from people where token = ?1")?;
            let rows = statement.query_map([self.token(personal_number)], |row| row.get::<_, [u8; 16]>(0))?;
            rows.map(|name| Ok(Reference(u128::from_be_bytes(name?)))).collect()
        };
        read().map_err(|error| self.failed(error))
    }

    /// Erases what a reference stands for. `false`: there was nothing.
    pub fn erase(&self, reference: Reference) -> Result<bool, VaultError> {
        let db = self.db();
        let gone = db
            .execute("delete from people where reference = ?1", [reference.0.to_be_bytes()])
            .map_err(|error| self.failed(error))?;
        // The write-ahead log would keep the old page for a while.
        let _: Result<(), _> = db.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()));
        Ok(gone > 0)
    }

    /// Erases everything whose time is over, and says how many.
    pub fn erase_expired(&self, now: Moment) -> Result<usize, VaultError> {
        self.db()
            .execute("delete from people where kept_until < ?1", [now.0])
            .map_err(|error| self.failed(error))
    }
}

/// Reads a key, or makes it of these bytes, readable by its owner alone.
fn key_file(path: &Path, fresh: &[u8]) -> Result<[u8; 32], VaultError> {
    use std::os::unix::fs::OpenOptionsExt;
    let made = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    match made {
        Ok(mut file) => {
            file.write_all(fresh).and_then(|()| file.sync_all()).map_err(|error| of_io(path, &error))?;
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(of_io(path, &error).into()),
    }
    let bytes = fs::read(path).map_err(|error| of_io(path, &error))?;
    bytes.try_into().map_err(|_| VaultError::NoKey(path.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes_of(folder: &Path) -> Vec<u8> {
        let files = ["people.db", "people.db-wal"];
        files.iter().flat_map(|file| fs::read(folder.join(file)).unwrap_or_default()).collect()
    }

    fn holds(folder: &Path, text: &str) -> bool {
        bytes_of(folder).windows(text.len()).any(|window| window == text.as_bytes())
    }

    #[test]
    fn a_number_is_found_again_and_stands_nowhere_in_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let people = People::open(folder.path(), &[7; 64]).unwrap();
        let (first, second) = (Reference(1), Reference(2));
        people.keep(first, "880512345", Purpose::Visit, [1; 12], Moment(0)).unwrap();
        people.keep(second, "880512345", Purpose::Visit, [2; 12], Moment(0)).unwrap();
        assert_eq!(people.personal_number(first).unwrap().as_deref(), Some("880512345"));
        assert_eq!(people.references("880512345").unwrap(), [first, second]);
        assert_eq!(people.references("880512346").unwrap(), []);
        assert!(!holds(folder.path(), "880512345"));
    }

    #[test]
    fn what_is_erased_is_gone_and_cannot_be_looked_up() {
        let folder = tempfile::tempdir().unwrap();
        let people = People::open(folder.path(), &[7; 64]).unwrap();
        people.keep(Reference(1), "880512345", Purpose::Visit, [1; 12], Moment(0)).unwrap();
        assert!(people.erase(Reference(1)).unwrap());
        assert!(!people.erase(Reference(1)).unwrap());
        assert_eq!(people.personal_number(Reference(1)).unwrap(), None);
        assert_eq!(people.references("880512345").unwrap(), []);
        people.keep(Reference(2), "880512345", Purpose::Visit, [2; 12], Moment(0)).unwrap();
        let after = Moment((Purpose::Visit.kept_days() + 1) * 86_400_000);
        assert_eq!(people.erase_expired(after).unwrap(), 1);
    }

    #[test]
    fn another_key_opens_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let people = People::open(folder.path(), &[7; 64]).unwrap();
        people.keep(Reference(1), "880512345", Purpose::Visit, [1; 12], Moment(0)).unwrap();
        drop(people);
        fs::write(folder.path().join("keys/people.key"), [8; 32]).unwrap();
        let people = People::open(folder.path(), &[9; 64]).unwrap();
        assert!(matches!(people.personal_number(Reference(1)), Err(VaultError::WrongKey(_))));
        fs::write(folder.path().join("keys/people.key"), [8; 3]).unwrap();
        assert!(matches!(People::open(folder.path(), &[9; 64]), Err(VaultError::NoKey(_))));
    }
}
