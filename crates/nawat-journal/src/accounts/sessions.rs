//! Sessions of people who signed in.

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
        let found = db
            .prepare_cached(
                "select users.id, users.name, users.role, sessions.csrf, sessions.expires from sessions
                 join users on users.id = sessions.user
                 where sessions.hash = ?1 and sessions.expires > ?2 and users.disabled = 0",
            )
            .and_then(|mut statement| {
                let session = |row: &rusqlite::Row<'_>| {
                    let role: String = row.get(2)?;
                    Ok((row.get(0)?, row.get(1)?, role, row.get(3)?, row.get(4)?))
                };
                statement.query_row(params![hash, now.0], session).optional()
            })
            .map_err(|error| self.io(error))?;
        let Some((staff, name, role, csrf, expires)) = found else { return Ok(None) };
        let Some(role) = role_of(&role) else { return Ok(None) };
        Ok(Some(Session { staff: StaffId(staff), name, role, csrf, expires: Moment(expires) }))
    }

    pub fn end_session(&self, hash: &SecretHash) -> Result<(), AccountsError> {
        let db = self.db();
        db.execute("delete from sessions where hash = ?1", [hash]).map_err(|error| self.io(error))?;
        Ok(())
    }
}
