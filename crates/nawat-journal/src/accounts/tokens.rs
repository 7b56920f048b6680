//! Tokens by which programs come in.

use std::sync::PoisonError;

use nawat_engine::ids::StaffId;
use nawat_engine::time::Moment;
use rusqlite::{OptionalExtension, params};

use super::{Accounts, AccountsError, Fact, Role, SecretHash, role_of};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub id: u32,
    pub role: Role,
    /// Whose it is; `None`: a program's own.
    pub staff: Option<StaffId>,
    pub label: String,
}

impl Accounts {
    pub fn add_token(
        &self,
        hash: &SecretHash,
        role: Role,
        staff: Option<StaffId>,
        label: &str,
        at: Moment,
    ) -> Result<u32, AccountsError> {
        let db = self.db();
        let insert = "insert into tokens (hash, role, user, label, made) values (?1, ?2, ?3, ?4, ?5)";
        db.execute(insert, params![hash, role.as_str(), staff.map(|staff| staff.0), label, at.0])
            .map_err(|error| self.io(error))?;
        let id = db.last_insert_rowid() as u32;
        drop(db);
        self.keep_fact(&Fact::TokenMade { token: id, role }, at)?;
        Ok(id)
    }

    /// The token of this secret, unless it was revoked or its owner is shut out.
    pub fn token(&self, hash: &SecretHash) -> Result<Option<Token>, AccountsError> {
        let db = self.db();
        let mut known = self.known_tokens.lock().unwrap_or_else(PoisonError::into_inner);
        let ask = || {
            let mut statement = db.prepare_cached(
                "select tokens.id, tokens.role, tokens.user, tokens.label from tokens
                 left join users on users.id = tokens.user
                 where tokens.hash = ?1 and tokens.revoked = 0 and coalesce(users.disabled, 0) = 0",
            )?;
            let token = |row: &rusqlite::Row<'_>| {
                let role: String = row.get(1)?;
                let staff = row.get::<_, Option<u32>>(2)?.map(StaffId);
                let (id, label) = (row.get(0)?, row.get(3)?);
                Ok(role_of(&role).map(|role| Token { id, role, staff, label }))
            };
            Ok(statement.query_row([hash], token).optional()?.flatten())
        };
        known.get(&db, hash, ask).map_err(|error| self.io(error))
    }

    pub fn revoke_token(&self, id: u32, at: Moment) -> Result<(), AccountsError> {
        let db = self.db();
        db.execute("update tokens set revoked = 1 where id = ?1", [id]).map_err(|error| self.io(error))?;
        drop(db);
        self.keep_fact(&Fact::TokenRevoked { token: id }, at)
    }
}
