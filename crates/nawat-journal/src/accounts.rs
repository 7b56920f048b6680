//! Who may come in: staff, their sessions, tokens of programs, paired devices.
//!
//! They lie in a file of their own beside the journal (`accounts.db`), since they change, expire and are
//! erased, which events never do. That a role was given or a device paired is a fact of the centre all the
//! same: it waits here as a [`Fact`] until the node writes it into the centre's `users` stream, without
//! names.

mod devices;
mod displays;
mod facts;
mod remembered;
mod sessions;
mod tokens;
mod users;

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use remembered::Remembered;

use crate::private_file;
use crate::sqlite::{failure, of_io};
use crate::store::StoreError;

pub use devices::{Device, DeviceKind, Pairing};
pub use facts::{Fact, PendingFact};
pub use sessions::Session;
pub use tokens::Token;
pub use users::User;

/// What a member of staff does in the centre; what each may do stands in nawat-web's one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Reception,
    Officer,
    Supervisor,
    Manager,
    Administrator,
}

impl Role {
    pub const ALL: [Role; 5] =
        [Role::Reception, Role::Officer, Role::Supervisor, Role::Manager, Role::Administrator];

    pub fn as_str(self) -> &'static str {
        match self {
            Role::Reception => "reception",
            Role::Officer => "officer",
            Role::Supervisor => "supervisor",
            Role::Manager => "manager",
            Role::Administrator => "administrator",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Role {
    type Err = UnknownRole;

    fn from_str(text: &str) -> Result<Role, UnknownRole> {
        Role::ALL.into_iter().find(|role| role.as_str() == text).ok_or_else(|| UnknownRole(text.to_owned()))
    }
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no role “{0}”; take one of reception, officer, supervisor, manager, administrator")]
pub struct UnknownRole(pub String);

/// SHA-256 of a secret. Secrets themselves are never stored.
pub type SecretHash = [u8; 32];

/// The hash under which a session's, token's or device's secret is kept.
pub fn secret_hash(secret: &str) -> SecretHash {
    use sha2::Digest;
    sha2::Sha256::digest(secret.as_bytes()).into()
}

/// Why accounts could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum AccountsError {
    #[error("the name “{0}” is taken; choose another one")]
    NameTaken(String),
    #[error("a name has 2 to 64 letters, digits, dots or hyphens; “{0}” does not")]
    NameUnfit(String),
    #[error(
        "no device shows the code {0}; read it again from the device's screen, it changes after ten minutes"
    )]
    NoSuchCode(String),
    #[error("{} was written by a newer Nawat; use that one, or choose another --data", .0.display())]
    NewerVersion(PathBuf),
    /// The file itself: missing rights, a full disk, something that is no database.
    #[error(transparent)]
    File(#[from] StoreError),
}

/// The accounts of one data folder. Several processes may use it at once.
pub struct Accounts {
    path: PathBuf,
    /// Taken before what is remembered, always.
    db: Mutex<Connection>,
    known_tokens: Mutex<Remembered<Token>>,
    known_sessions: Mutex<Remembered<Session>>,
    known_devices: Mutex<Remembered<Device>>,
}

impl fmt::Debug for Accounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Accounts").field("path", &self.path).finish_non_exhaustive()
    }
}

const VERSION: i64 = 1;

const SCHEMA: &str = "
create table users (
  id integer primary key, name text not null unique collate nocase, role text not null,
  password text not null, added integer not null, disabled integer not null default 0) strict;
create table sessions (
  hash blob primary key, user integer not null, csrf text not null, made integer not null,
  expires integer not null) strict, without rowid;
create table tokens (
  id integer primary key, hash blob not null unique, role text not null, user integer, label text not null,
  made integer not null, revoked integer not null default 0) strict;
create table devices (
  id integer primary key, kind text not null, name text not null, hash blob not null unique, code text,
  asked integer not null, paired integer, revoked integer not null default 0, seen integer) strict;
create unique index device_codes on devices (code) where code is not null;
create table sign_in_failures (name text not null collate nocase, at integer not null) strict;
create index sign_in_failures_by_name on sign_in_failures (name, at);
create table facts (
  id integer primary key autoincrement, at integer not null, fact text not null,
  written integer not null default 0) strict;
";

impl Accounts {
    /// Opens the accounts of a data folder, making them where there are none.
    pub fn open(folder: &Path) -> Result<Accounts, AccountsError> {
        let path = folder.join("accounts.db");
        let io = |error: rusqlite::Error| AccountsError::File(failure::of(&path, error));
        private_file::make(&path).map_err(|error| of_io(&path, &error))?;
        let mut db = Connection::open(&path).map_err(io)?;
        db.busy_timeout(std::time::Duration::from_secs(10)).map_err(io)?;
        db.pragma_update(None, "journal_mode", "WAL").map_err(io)?;
        db.pragma_update(None, "synchronous", "FULL").map_err(io)?;
        let transaction =
            db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).map_err(io)?;
        let version: i64 = transaction.query_row("pragma user_version", [], |row| row.get(0)).map_err(io)?;
        match version {
            0 => {
                transaction.execute_batch(SCHEMA).map_err(io)?;
                transaction.pragma_update(None, "user_version", VERSION).map_err(io)?;
            }
            VERSION => {}
            _ => return Err(AccountsError::NewerVersion(path.clone())),
        }
        transaction.execute_batch(displays::TABLE).map_err(io)?;
        transaction.commit().map_err(io)?;
        Ok(Accounts {
            path,
            db: Mutex::new(db),
            known_tokens: Mutex::default(),
            known_sessions: Mutex::default(),
            known_devices: Mutex::default(),
        })
    }

    fn db(&self) -> MutexGuard<'_, Connection> {
        self.db.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn io(&self, error: rusqlite::Error) -> AccountsError {
        AccountsError::File(failure::of(&self.path, error))
    }
}

/// A role as it stands in the file; an unknown one may do nothing.
fn role_of(text: &str) -> Option<Role> {
    text.parse().ok()
}
