//! The phone at the door: the code of the day that its QR code holds, and the names by which one phone's
//! tickets of a day are known again.
//!
//! Nothing of a phone is stored. The reference of its n-th ticket of a day follows from the vault's key, the
//! phone's own secret (a cookie), the day and n: whether it holds a ticket already is asked of the day itself,
//! holds after a restart, and leads from no ticket back to a phone.

use jiff::civil::Date;
use nawat_catalogue::date_of;
use nawat_engine::ids::Reference;
use nawat_journal::hall::Committed;
use nawat_journal::people::People;

use crate::caller::Caller;
use crate::state::AppState;

/// Letters and digits that nobody mistakes, in an address or read aloud.
const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";
/// 50 bits: not guessed within a day.
const CODE_LENGTH: usize = 10;

/// The cookie of a phone that has been at the door.
pub const PHONE: &str = "nawat_phone";
/// The code that it came with, so that it finds back without scanning again.
pub const CODE: &str = "nawat_door";

/// The hall's date today.
pub fn today(state: &AppState) -> Date {
    let now = state.clock().now();
    state.read(|committed| committed.published.centre.calendar.local_date(now))
}

/// The code of a day: whoever reads it stands before the poster or the screen of that day.
fn code(state: &AppState, date: Date) -> String {
    let centre = state.read(|committed| committed.published.centre.key.clone());
    let hash = state.people().keyed_hash("door code", format!("{centre} {date}").as_bytes());
    hash.iter().take(CODE_LENGTH).map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect()
}

/// The code of the hall's today.
pub fn code_of_today(state: &AppState) -> String {
    code(state, today(state))
}

/// Whether a code is that of today.
pub fn is_of_today(state: &AppState, given: &str) -> bool {
    given.trim().eq_ignore_ascii_case(&code_of_today(state))
}

/// A phone, by the secret in its cookie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone(String);

impl Phone {
    /// `None` for what we never gave out.
    pub fn of(secret: &str) -> Option<Phone> {
        let sound = secret.len() == 64 && secret.bytes().all(|byte| byte.is_ascii_hexdigit());
        sound.then(|| Phone(secret.to_owned()))
    }

    pub fn caller(&self, people: &People) -> Caller {
        let hash = people.keyed_hash("phone", self.0.as_bytes());
        Caller::Phone(leading(&hash))
    }

    /// What its n-th ticket of a day is known by.
    fn reference(&self, people: &People, date: Date, n: u16) -> Reference {
        let message = format!("{} {date} {n}", self.0);
        Reference(leading(&people.keyed_hash("phone ticket", message.as_bytes())))
    }

    /// The tickets that it took on the day that is open, in their order, and the name of the next one.
    pub fn tickets(&self, people: &People, committed: &Committed) -> (Vec<Reference>, Reference) {
        let (mut taken, date) = (Vec::new(), date_of(committed.day.date));
        loop {
            // A day has fewer visits than a phone has names.
            let n = u16::try_from(taken.len()).unwrap_or(u16::MAX);
            let reference = self.reference(people, date, n);
            if n == u16::MAX || committed.day.visit_by_reference(reference).is_none() {
                return (taken, reference);
            }
            taken.push(reference);
        }
    }
}

fn leading(hash: &[u8; 32]) -> u128 {
    hash.iter().take(16).fold(0, |number, byte| number << 8 | u128::from(*byte))
}
