//! Signing in: passwords, sessions, the way into a demonstration, screens that are paired.

pub mod demo;
pub mod devices;
pub mod password;

use nawat_engine::ids::StaffId;
use nawat_engine::time::Millis;
use nawat_journal::accounts::{Session, secret_hash};

use crate::problems::Problem;
use crate::random;
use crate::state::AppState;

/// The cookie of whoever is signed in.
pub const SESSION: &str = "nawat_session";
/// A working day and its overtime; then people sign in again.
const SESSION_LASTS: Millis = Millis(12 * 3_600_000);

/// Begins a session, and returns the secret for its cookie.
pub fn begin(state: &AppState, staff: StaffId) -> Result<String, Problem> {
    let (secret, csrf) = (random::token()?, random::token()?);
    let now = state.clock().wall();
    state.accounts().begin_session(&secret_hash(&secret), staff, &csrf, now, now.plus(SESSION_LASTS))?;
    Ok(secret)
}

/// The session of a cookie, unless it has expired or was ended.
pub fn session(state: &AppState, secret: &str) -> Result<Option<Session>, Problem> {
    Ok(state.accounts().session(&secret_hash(secret), state.clock().wall())?)
}

pub fn end(state: &AppState, secret: &str) -> Result<(), Problem> {
    Ok(state.accounts().end_session(&secret_hash(secret))?)
}
