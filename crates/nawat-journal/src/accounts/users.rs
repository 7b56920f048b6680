//! Members of staff.

use nawat_engine::ids::StaffId;
use nawat_engine::time::{Millis, Moment};
use rusqlite::{OptionalExtension, Row, params};

use super::{Accounts, AccountsError, Fact, Role, role_of};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    pub id: StaffId,
    pub name: String,
    pub role: Role,
    /// As argon2 writes it; checking it is the door's business.
    pub password: String,
    pub disabled: bool,
}

const COLUMNS: &str = "select id, name, role, password, disabled from users";

fn user_of(row: &Row<'_>) -> rusqlite::Result<Option<User>> {
    let role: String = row.get(2)?;
    let Some(role) = role_of(&role) else { return Ok(None) };
    Ok(Some(User {
        id: StaffId(row.get(0)?),
        name: row.get(1)?,
        role,
        password: row.get(3)?,
        disabled: row.get(4)?,
    }))
}

/// A name that can be typed at any keyboard of the centre, Arabic letters included.
fn name_fits(name: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    (2..=64).contains(&name.chars().count()) && name.chars().all(fits)
}

impl Accounts {
    /// Adds a member of staff. `password` is the hash that argon2 made.
    pub fn add_user(
        &self,
        name: &str,
        role: Role,
        password: &str,
        at: Moment,
    ) -> Result<StaffId, AccountsError> {
        if !name_fits(name) {
            return Err(AccountsError::NameUnfit(name.to_owned()));
        }
        let insert = "insert into users (name, role, password, added) values (?1, ?2, ?3, ?4)";
        let db = self.db();
        match db.execute(insert, params![name, role.as_str(), password, at.0]) {
            Ok(_) => {}
            Err(rusqlite::Error::SqliteFailure(error, _))
                if error.code == rusqlite::ErrorCode::ConstraintViolation =>
            {
                return Err(AccountsError::NameTaken(name.to_owned()));
            }
            Err(error) => return Err(self.io(error)),
        }
        let id = StaffId(db.last_insert_rowid() as u32);
        drop(db);
        self.keep_fact(&Fact::RoleGiven { staff: id, role }, at)?;
        Ok(id)
    }

    /// Another password, as argon2 wrote it; sessions that are open end.
    pub fn set_password(&self, id: StaffId, password: &str) -> Result<(), AccountsError> {
        let db = self.db();
        let change = || -> rusqlite::Result<()> {
            db.execute("update users set password = ?2 where id = ?1", params![id.0, password])?;
            db.execute("delete from sessions where user = ?1", [id.0])?;
            Ok(())
        };
        change().map_err(|error| self.io(error))
    }

    pub fn user(&self, id: StaffId) -> Result<Option<User>, AccountsError> {
        self.one_user(&format!("{COLUMNS} where id = ?1"), &id.0)
    }

    pub fn user_named(&self, name: &str) -> Result<Option<User>, AccountsError> {
        self.one_user(&format!("{COLUMNS} where name = ?1"), &name)
    }

    fn one_user(&self, sql: &str, value: &dyn rusqlite::ToSql) -> Result<Option<User>, AccountsError> {
        let found = self.db().query_row(sql, [value], user_of).optional();
        Ok(found.map_err(|error| self.io(error))?.flatten())
    }

    /// All of them, by name.
    pub fn users(&self) -> Result<Vec<User>, AccountsError> {
        let db = self.db();
        let read = || -> rusqlite::Result<Vec<User>> {
            let mut statement = db.prepare(&format!("{COLUMNS} order by name"))?;
            let rows = statement.query_map([], user_of)?;
            Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?.into_iter().flatten().collect())
        };
        read().map_err(|error| self.io(error))
    }

    /// Shuts an account out at once: its sessions and tokens end with it.
    pub fn disable_user(&self, id: StaffId, at: Moment) -> Result<(), AccountsError> {
        let db = self.db();
        let change = || -> rusqlite::Result<()> {
            db.execute("update users set disabled = 1 where id = ?1", [id.0])?;
            db.execute("delete from sessions where user = ?1", [id.0])?;
            db.execute("update tokens set revoked = 1 where user = ?1", [id.0])?;
            Ok(())
        };
        change().map_err(|error| self.io(error))?;
        drop(db);
        self.keep_fact(&Fact::Disabled { staff: id }, at)
    }

    /// Counts a failed sign-in of this name.
    pub fn sign_in_failed(&self, name: &str, at: Moment) -> Result<(), AccountsError> {
        let db = self.db();
        let insert = "insert into sign_in_failures (name, at) values (?1, ?2)";
        db.execute(insert, params![name, at.0]).map_err(|error| self.io(error))?;
        Ok(())
    }

    /// How often sign-in failed under this name lately; older failures are forgotten.
    pub fn recent_failures(&self, name: &str, within: Millis, now: Moment) -> Result<u32, AccountsError> {
        let db = self.db();
        let since = now.0 - within.0;
        let count = || -> rusqlite::Result<u32> {
            db.execute("delete from sign_in_failures where at < ?1", [since])?;
            db.query_row("select count(*) from sign_in_failures where name = ?1", [name], |row| row.get(0))
        };
        count().map_err(|error| self.io(error))
    }

    /// A sign-in that worked wipes the failures before it.
    pub fn forget_failures(&self, name: &str) -> Result<(), AccountsError> {
        let db = self.db();
        db.execute("delete from sign_in_failures where name = ?1", [name]).map_err(|error| self.io(error))?;
        Ok(())
    }
}
