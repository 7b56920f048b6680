//! Kiosks, displays and pads: a device shows a code, an administrator confirms it.

use std::sync::PoisonError;

use nawat_engine::ids::DeviceId;
use nawat_engine::time::{Millis, Moment};
use rusqlite::{OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use super::{Accounts, AccountsError, Fact, SecretHash};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeviceKind {
    Kiosk,
    Display,
    Pad,
}

impl DeviceKind {
    pub fn as_str(self) -> &'static str {
        match self {
            DeviceKind::Kiosk => "kiosk",
            DeviceKind::Display => "display",
            DeviceKind::Pad => "pad",
        }
    }

    pub fn named(text: &str) -> Option<DeviceKind> {
        [DeviceKind::Kiosk, DeviceKind::Display, DeviceKind::Pad]
            .into_iter()
            .find(|kind| kind.as_str() == text)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    pub id: DeviceId,
    pub kind: DeviceKind,
    pub name: String,
    pub pairing: Pairing,
    pub seen: Option<Moment>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pairing {
    /// Shows this code, and can do nothing else.
    Waiting {
        code: String,
        asked: Moment,
    },
    Paired,
    Revoked,
}

/// How long a shown code can be confirmed.
const CODE_LIVES: Millis = Millis(10 * 60_000);

const COLUMNS: &str = "select id, kind, name, code, asked, paired, revoked, seen from devices";

fn device_of(row: &Row<'_>) -> rusqlite::Result<Option<Device>> {
    let kind: String = row.get(1)?;
    let Some(kind) = DeviceKind::named(&kind) else { return Ok(None) };
    let (code, asked): (Option<String>, i64) = (row.get(3)?, row.get(4)?);
    let (paired, revoked): (Option<i64>, bool) = (row.get(5)?, row.get(6)?);
    let pairing = match (revoked, paired, code) {
        (false, Some(_), _) => Pairing::Paired,
        (false, None, Some(code)) => Pairing::Waiting { code, asked: Moment(asked) },
        _ => Pairing::Revoked,
    };
    let seen: Option<i64> = row.get(7)?;
    Ok(Some(Device { id: DeviceId(row.get(0)?), kind, name: row.get(2)?, pairing, seen: seen.map(Moment) }))
}

impl Accounts {
    /// An unpaired device asks to be paired, and shows this code from now on. A secret that asked before
    /// gets the new code.
    pub fn ask_pairing(
        &self,
        kind: DeviceKind,
        hash: &SecretHash,
        code: &str,
        at: Moment,
    ) -> Result<DeviceId, AccountsError> {
        let db = self.db();
        let ask = || -> rusqlite::Result<DeviceId> {
            let expired = at.0 - CODE_LIVES.0;
            db.execute("update devices set code = null where code is not null and asked < ?1", [expired])?;
            db.execute("delete from devices where code is null and paired is null and hash != ?1", [hash])?;
            db.execute(
                "insert into devices (kind, name, hash, code, asked) values (?1, '', ?2, ?3, ?4)
                 on conflict (hash) do update set code = ?3, asked = ?4 where paired is null",
                params![kind.as_str(), hash, code, at.0],
            )?;
            db.query_row("select id from devices where hash = ?1", [hash], |row| Ok(DeviceId(row.get(0)?)))
        };
        ask().map_err(|error| self.io(error))
    }

    /// An administrator confirms the code that a device shows.
    pub fn pair(&self, code: &str, name: &str, at: Moment) -> Result<Device, AccountsError> {
        let no_such = || AccountsError::NoSuchCode(code.to_owned());
        let db = self.db();
        let pair = || -> rusqlite::Result<Option<Device>> {
            let id: Option<u32> = db
                .query_row(
                    "select id from devices where code = ?1 and asked >= ?2 and paired is null and revoked = 0",
                    params![code, at.0 - CODE_LIVES.0],
                    |row| row.get(0),
                )
                .optional()?;
            let Some(id) = id else { return Ok(None) };
            let update = "update devices set code = null, paired = ?2, name = ?3 where id = ?1";
            db.execute(update, params![id, at.0, name])?;
            db.query_row(&format!("{COLUMNS} where id = ?1"), [id], device_of)
        };
        let device = pair().map_err(|error| self.io(error))?.ok_or_else(no_such)?;
        drop(db);
        self.keep_fact(&Fact::DevicePaired { device: device.id, kind: device.kind }, at)?;
        Ok(device)
    }

    /// The device of this secret, whatever its state.
    pub fn device(&self, hash: &SecretHash) -> Result<Option<Device>, AccountsError> {
        let db = self.db();
        let mut known = self.known_devices.lock().unwrap_or_else(PoisonError::into_inner);
        let ask = || {
            let mut statement = db.prepare_cached(&format!("{COLUMNS} where hash = ?1"))?;
            Ok(statement.query_row([hash], device_of).optional()?.flatten())
        };
        known.get(&db, hash, ask).map_err(|error| self.io(error))
    }

    /// All devices, the newest first.
    pub fn devices(&self) -> Result<Vec<Device>, AccountsError> {
        let db = self.db();
        let read = || -> rusqlite::Result<Vec<Device>> {
            let mut statement = db.prepare(&format!("{COLUMNS} order by id desc"))?;
            let rows = statement.query_map([], device_of)?;
            Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?.into_iter().flatten().collect())
        };
        read().map_err(|error| self.io(error))
    }

    /// Takes a device's rights away at once.
    pub fn revoke_device(&self, id: DeviceId, at: Moment) -> Result<bool, AccountsError> {
        let db = self.db();
        let changed = db
            .execute("update devices set revoked = 1, code = null where id = ?1 and revoked = 0", [id.0])
            .map_err(|error| self.io(error))?;
        drop(db);
        if changed > 0 {
            self.keep_fact(&Fact::DeviceRevoked { device: id }, at)?;
        }
        Ok(changed > 0)
    }

    /// Notes that a device was heard of.
    pub fn device_seen(&self, id: DeviceId, at: Moment) -> Result<(), AccountsError> {
        let db = self.db();
        db.execute("update devices set seen = ?2 where id = ?1", params![id.0, at.0])
            .map_err(|error| self.io(error))?;
        Ok(())
    }
}
