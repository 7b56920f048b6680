//! Screens of the hall: the administrator's list, and what an unpaired screen shows.

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use nawat_catalogue::Arg;
use nawat_engine::ids::DeviceId;
use nawat_engine::time::Moment;
use nawat_journal::accounts::{Device, DeviceKind, Pairing};
use serde::Deserialize;

use super::kiosk::origin;
use super::{see_other, sign_in};
use crate::allowed::{self, Ask};
use crate::door::{Browser, device_cookie};
use crate::facts::keep_facts;
use crate::forms::Form;
use crate::pages;
use crate::pages::devices::DeviceState;
use crate::pages::frame::Frame;
use crate::pages::qr::Qr;
use crate::problems::Problem;
use crate::reader::Reader;
use crate::scene::Scene;
use crate::sign_in::devices::{ask, pair as pair_device};
use crate::state::AppState;

/// A code that is filled in already.
#[derive(Debug, Deserialize)]
pub struct Shows {
    pub code: Option<String>,
}

/// `GET /devices`
pub async fn page(
    State(state): State<AppState>,
    Query(shows): Query<Shows>,
    reader: Reader,
    browser: Browser,
) -> Result<Response, Problem> {
    if let Some(first) = sign_in::first(&browser, "/devices") {
        return Ok(first);
    }
    allowed::look(&browser.caller(), Ask::KeepDevices)?;
    let scene = Scene::of(&state, reader, Some(&browser), "/devices");
    shown(&state, scene, &browser, (shows.code.as_deref().unwrap_or_default(), ""), None)
}

fn shown(
    state: &AppState,
    scene: Scene,
    browser: &Browser,
    (code, name): (&str, &str),
    wrong: Option<&Problem>,
) -> Result<Response, Problem> {
    let f = scene.frame();
    let devices = state.accounts().devices()?;
    let page = pages::devices::Devices {
        f: &f,
        wrong: wrong.map(|problem| problem.detail(f.words)),
        code: code.to_owned(),
        name: name.to_owned(),
        devices: devices.iter().map(|device| row(&f, device)).collect(),
    };
    Ok(scene.answer(browser, wrong.map_or(StatusCode::OK, |problem| problem.status), &page))
}

fn row(f: &Frame<'_>, device: &Device) -> pages::devices::Device {
    let (kind, icon) = match device.kind {
        DeviceKind::Kiosk => ("device-kiosk", "ticket"),
        DeviceKind::Display => ("device-display", "screen"),
        DeviceKind::Pad => ("device-pad", "device"),
    };
    let at =
        |key: &str, moment: Moment| f.words.say_with(key, &[("time", Arg::from(f.clock.time_of(moment.0)))]);
    let (state, when) = match &device.pairing {
        Pairing::Waiting { code, asked } => {
            (DeviceState::Waiting { code: code.clone() }, at("device-asked-at", *asked))
        }
        Pairing::Paired => {
            let seen = device.seen.map_or_else(String::new, |seen| at("device-seen-at", seen));
            (DeviceState::Paired, seen)
        }
        Pairing::Revoked => (DeviceState::Revoked, String::new()),
    };
    let name = if device.name.is_empty() { f.say("device-unnamed") } else { device.name.clone() };
    pages::devices::Device { id: device.id.0, name, kind: f.say(kind), icon, state, when }
}

/// `POST /devices/pair`
pub async fn pair(State(state): State<AppState>, reader: Reader, form: Form) -> Result<Response, Problem> {
    let browser = form.browser.clone();
    allowed::look(&browser.caller(), Ask::KeepDevices)?;
    let (code, name) = (form.text("code").unwrap_or_default(), form.text("name").unwrap_or_default());
    let digits: String = code.chars().filter(|c| c.is_alphanumeric()).collect();
    let scene = Scene::of(&state, reader, Some(&browser), "/devices");
    match pair_device(&state, &digits, name) {
        Err(problem) if problem.status == StatusCode::UNPROCESSABLE_ENTITY => {
            shown(&state, scene, &browser, (code, name), Some(&problem))
        }
        Err(problem) => Err(problem),
        Ok(_) => {
            keep_facts(&state).await?;
            Ok(see_other("/devices"))
        }
    }
}

/// `POST /devices/revoke`
pub async fn revoke(State(state): State<AppState>, form: Form) -> Result<Response, Problem> {
    allowed::look(&form.browser.caller(), Ask::KeepDevices)?;
    let id = DeviceId(form.wanted_number("device")?);
    if !state.accounts().revoke_device(id, state.clock().wall())? {
        return Err(Problem::new(StatusCode::NOT_FOUND, "no-such-device"));
    }
    keep_facts(&state).await?;
    Ok(see_other("/devices"))
}

/// What an unpaired screen shows: its code. In a demonstration it is paired at once.
pub fn unpaired(
    state: &AppState,
    reader: Reader,
    browser: &Browser,
    headers: &HeaderMap,
    kind: DeviceKind,
) -> Result<Response, Problem> {
    let here = if kind == DeviceKind::Display { "/display" } else { "/kiosk" };
    let revoked = browser.device.as_ref().is_some_and(|device| device.pairing == Pairing::Revoked);
    let waiting = match browser.device.as_ref().map(|device| &device.pairing) {
        Some(Pairing::Waiting { code, .. }) => Some(code.clone()),
        _ => None,
    };
    let mut fresh = None;
    let code = match waiting {
        Some(code) => code,
        None => {
            let request = ask(state, kind, None)?;
            fresh = Some(request.secret);
            request.code
        }
    };
    let mut response = if state.demo().is_some() && !revoked {
        pair_device(state, &code, here.trim_start_matches('/'))?;
        see_other(here)
    } else {
        let scene = Scene::of(state, reader, Some(browser), here);
        let f = scene.frame();
        let page = pages::devices::Pairing {
            f: &f,
            address: format!("{}/devices", origin(headers, browser)),
            qr: Qr::of(&format!("{}/devices?code={code}", origin(headers, browser))),
            code,
            display: kind == DeviceKind::Display,
            revoked,
        };
        scene.answer(browser, StatusCode::OK, &page)
    };
    if let Some(secret) = fresh {
        response.headers_mut().append(header::SET_COOKIE, device_cookie(kind, &secret, browser.secure));
    }
    Ok(response)
}
