//! What happened to accounts, on its way into the centre's `users` stream.

use nawat_engine::ids::{DeviceId, StaffId};
use nawat_engine::time::Moment;
use rusqlite::params;
use serde::{Deserialize, Serialize};

use super::{Accounts, AccountsError, DeviceKind, Role};
use crate::store::StoreError;

/// A fact about accounts. No names: those lie in the accounts alone, and can be erased there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    RoleGiven { staff: StaffId, role: Role },
    Disabled { staff: StaffId },
    TokenMade { token: u32, role: Role },
    TokenRevoked { token: u32 },
    DevicePaired { device: DeviceId, kind: DeviceKind },
    DeviceRevoked { device: DeviceId },
}

/// A fact that the stream does not hold yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PendingFact {
    pub id: i64,
    pub at: Moment,
    pub fact: Fact,
}

impl Accounts {
    pub(super) fn keep_fact(&self, fact: &Fact, at: Moment) -> Result<(), AccountsError> {
        let text = serde_json::to_string(fact).map_err(|error| {
            AccountsError::File(StoreError::Io { path: self.path.clone(), what: error.to_string() })
        })?;
        let db = self.db();
        db.execute("insert into facts (at, fact) values (?1, ?2)", params![at.0, text])
            .map_err(|error| self.io(error))?;
        Ok(())
    }

    /// Facts that wait to be written into the stream, oldest first.
    pub fn pending_facts(&self) -> Result<Vec<PendingFact>, AccountsError> {
        let db = self.db();
        let read = || -> rusqlite::Result<Vec<(i64, i64, String)>> {
            let mut statement = db.prepare("select id, at, fact from facts where written = 0 order by id")?;
            statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect()
        };
        let rows = read().map_err(|error| self.io(error))?;
        let parsed = rows.into_iter().filter_map(|(id, at, text)| {
            serde_json::from_str(&text).ok().map(|fact| PendingFact { id, at: Moment(at), fact })
        });
        Ok(parsed.collect())
    }

    /// The stream holds all facts up to this one.
    pub fn facts_written(&self, last: i64) -> Result<(), AccountsError> {
        let db = self.db();
        db.execute("update facts set written = 1 where id <= ?1 and written = 0", [last])
            .map_err(|error| self.io(error))?;
        Ok(())
    }
}
