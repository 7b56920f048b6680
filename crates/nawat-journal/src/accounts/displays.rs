//! Which section a hall display is for, as the administrator chose.

use nawat_engine::ids::DeviceId;
use rusqlite::{OptionalExtension, params};

use super::{Accounts, AccountsError};

/// Made where it is missing: an older file becomes no other version by it.
pub(super) const TABLE: &str =
    "create table if not exists display_sections (device integer primary key, section text not null) strict;";

impl Accounts {
    /// The key of the section that a display shows; `None`: the whole hall.
    pub fn device_section(&self, device: DeviceId) -> Result<Option<String>, AccountsError> {
        let ask = "select section from display_sections where device = ?1";
        let db = self.db();
        db.query_row(ask, [device.0], |row| row.get(0)).optional().map_err(|error| self.io(error))
    }

    pub fn show_section(&self, device: DeviceId, section: Option<&str>) -> Result<(), AccountsError> {
        let db = self.db();
        let done = match section {
            Some(section) => db.execute(
                "insert into display_sections (device, section) values (?1, ?2)
                 on conflict (device) do update set section = ?2",
                params![device.0, section],
            ),
            None => db.execute("delete from display_sections where device = ?1", [device.0]),
        };
        done.map(|_| ()).map_err(|error| self.io(error))
    }
}
