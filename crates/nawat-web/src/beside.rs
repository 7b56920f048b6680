//! What the floor shows beside the day: who asked for help, who may sit at a counter, screens that are silent.

use nawat_engine::time::Millis;
use nawat_journal::accounts::{Pairing, Role};

use crate::fill::floor::{Beside, Officer, SilentDevice};
use crate::problems::Problem;
use crate::state::AppState;

/// A screen that lives says so every few seconds; after this it is off, or cut off.
const SILENT: Millis = Millis(3 * 60_000);

/// As it is now.
pub fn of(state: &AppState) -> Result<Beside, Problem> {
    let day = state.read(|committed| committed.day.date);
    let users = state.accounts().users()?;
    let officers = users.into_iter().filter(|user| user.role == Role::Officer && !user.disabled);
    let now = state.clock().wall();
    let devices = state.accounts().devices()?;
    let silent =
        devices.into_iter().filter(|device| device.pairing == Pairing::Paired).filter_map(|device| {
            let since = now.after(device.seen?);
            (since >= SILENT).then_some(SilentDevice { name: device.name, since })
        });
    Ok(Beside {
        help: state.help().open(day),
        officers: officers.map(|user| Officer { id: user.id, name: user.name }).collect(),
        silent: silent.collect(),
    })
}
