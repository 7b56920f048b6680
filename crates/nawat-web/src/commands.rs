//! The one way by which a command reaches the hall, for pages and API alike: authorised, stamped with the
//! hall's time, told to the journal's writer. The answer comes when its events are on the disk.

use nawat_engine::{Command, Said};
use nawat_journal::{CommandKey, Hash, Told};
use sha2::{Digest, Sha256};

use crate::allowed;
use crate::asked::Key;
use crate::caller::Caller;
use crate::problems::{Problem, not_told};
use crate::random::hex;
use crate::state::AppState;

/// Tells a command to the day.
///
/// Errors: what the caller may not do (401, 403), what the hall refuses (404, 409, 422), a key that was used
/// for another request (422), a journal that cannot write (503, 507). Nothing has happened then.
pub async fn tell(
    state: &AppState,
    caller: &Caller,
    command: Command,
    key: Option<&Key>,
) -> Result<Told, Problem> {
    state.read(|committed| allowed::tell(caller, &command, &committed.day)).map_err(|denied| {
        // The counter is named by the number on its sign.
        match denied {
            allowed::Denied::AnothersCounter(counter) => {
                let sign = state.read(|committed| committed.published.counter(counter).map(|c| c.number));
                Problem::from(allowed::Denied::AnothersCounter(
                    sign.map_or(counter, nawat_engine::ids::CounterId),
                ))
            }
            denied => Problem::from(denied),
        }
    })?;
    let said = Said { by: caller.actor(), at: state.clock().now(), effective: None, command };
    let key = key.map(|key| CommandKey { key: own_key(caller, key), request: Hash(key.request) });
    let told = state.writer().tell(said, key).await;
    told.map_err(|error| state.read(|committed| not_told(error, committed)))
}

/// Keys of different callers never meet; the key itself, which may say something, is not stored.
pub fn own_key(caller: &Caller, key: &Key) -> String {
    let mut hash = Sha256::new();
    hash.update(caller.scope());
    hash.update([0]);
    hash.update(&key.text);
    hex(&hash.finalize())
}
