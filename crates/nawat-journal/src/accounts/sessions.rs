//! Sessions of people who signed in.

use std::sync::PoisonError;

use nawat_engine::ids::StaffId;
use nawat_engine::time::Moment;
use rusqlite::{OptionalExtension, params};

use super::{Accounts, AccountsError, Role, SecretHash, role_of};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub staff: StaffId,
    pub name: String,
    pub role: Role,
    /// Stands in every form of this session.
    pub csrf: String,
    pub expires: Moment,
}

impl Accounts {
    pub fn begin_session(
        &self,
        hash: &SecretHash,
        staff: StaffId,
        csrf: &str,
        made: Moment,
        expires: Moment,
    ) -> Result<(), AccountsError> {
        let db = self.db();
        let begin = || -> rusqlite::Result<()> {
            db.execute("delete from sessions where expires < ?1", [made.0])?;
            let insert = "insert into sessions (hash, user, csrf, made, expires) values (?1, ?2, ?3, ?4, ?5)";
            db.execute(insert, params![hash, staff.0, csrf, made.0, expires.0])?;
            Ok(())
        };
        begin().map_err(|error| self.io(error))
    }

    /// The session of this secret, unless it has expired or its account is shut out.
    pub fn session(&self, hash: &SecretHash, now: Moment) -> Result<Option<Session>, AccountsError> {
        let db = self.db();
        let mut known = self.known_sessions.lock().unwrap_or_else(PoisonError::into_inner);
        let ask = || {
            let mut statement = db.prepare_cached(
                "select users.id, users.name, users.role, sessions.csrf, sessions.expires from sessions
                 join users on users.id = sessions.user
                 where sessions.hash = ?1 and users.disabled = 0",
            )?;
            let session = |row: &rusqlite::Row<'_>| {
                let role: String = row.get(2)?;
                let (staff, expires) = (StaffId(row.get(0)?), Moment(row.get(4)?));
                let (name, csrf) = (row.get(1)?, row.get(3)?);
                Ok(role_of(&role).map(|role| Session { staff, name, role, csrf, expires }))
            };
            Ok(statement.query_row([hash], session).optional()?.flatten())
        };
        let found = known.get(&db, hash, ask).map_err(|error| self.io(error))?;
        Ok(found.filter(|session| session.expires > now))
    }

    pub fn end_session(&self, hash: &SecretHash) -> Result<(), AccountsError> {
        let db = self.db();
        db.execute("delete from sessions where hash = ?1", [hash]).map_err(|error| self.io(error))?;
        Ok(())
    }
}
