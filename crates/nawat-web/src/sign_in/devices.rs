//! Screens of the hall: an unpaired one shows a code and can do nothing else, until an administrator
//! confirms the code.

use nawat_journal::accounts::{Device, DeviceKind, Pairing, secret_hash};

use crate::problems::Problem;
use crate::random;
use crate::state::AppState;

/// Screens that may wait to be paired at once; more are asked to come back.
const WAITING_MAX: usize = 200;

/// The cookie of a screen of this kind. A browser may be a kiosk and a display.
pub fn cookie(kind: DeviceKind) -> &'static str {
    match kind {
        DeviceKind::Kiosk => "nawat_kiosk",
        DeviceKind::Display => "nawat_display",
        DeviceKind::Pad => "nawat_pad",
    }
}

/// The screen of this secret, paired or not.
pub fn device(state: &AppState, kind: DeviceKind, secret: &str) -> Result<Option<Device>, Problem> {
    Ok(state.accounts().device(&secret_hash(secret))?.filter(|device| device.kind == kind))
}

/// A screen that asks to be paired.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub secret: String,
    pub code: String,
}

/// Asks for the pairing of a screen; with the secret it already holds, where it does.
pub fn ask(state: &AppState, kind: DeviceKind, secret: Option<&str>) -> Result<Request, Problem> {
    let waiting = |device: &Device| matches!(device.pairing, Pairing::Waiting { .. });
    if state.accounts().devices()?.iter().filter(|device| waiting(device)).count() >= WAITING_MAX {
        return Err(Problem::new(axum::http::StatusCode::SERVICE_UNAVAILABLE, "busy"));
    }
    let secret = secret.map_or_else(random::token, |secret| Ok(secret.to_owned()))?;
    let code = random::pairing_code()?;
    state.accounts().ask_pairing(kind, &secret_hash(&secret), &code, state.clock().wall())?;
    Ok(Request { secret, code })
}

/// Confirms the code that a screen shows.
pub fn pair(state: &AppState, code: &str, name: &str) -> Result<Device, Problem> {
    Ok(state.accounts().pair(code, name, state.clock().wall())?)
}
