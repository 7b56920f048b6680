//! Screens of the hall: the administrator's list, and what an unpaired screen shows.

use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use nawat_catalogue::Arg;
use nawat_engine::ids::DeviceId;
use nawat_engine::time::Moment;
use nawat_journal::accounts::{Device, DeviceKind, Pairing};
use serde::Deserialize;

use super::{see_other, sign_in};
use crate::allowed::{self, Ask};
use crate::door::{Browser, device_cookie};
use crate::facts::keep_facts;
use crate::forms::Form;
use crate::pages;
use crate::pages::devices::DeviceState;
use crate::pages::frame::{Choice, Frame};
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
    let rows = devices.iter().map(|device| {
        let displays = device.kind == DeviceKind::Display && device.pairing == Pairing::Paired;
        let shown = displays.then(|| state.accounts().device_section(device.id)).transpose()?;
        Ok(pages::devices::Device { shows: shown.map(Option::unwrap_or_default), ..row(&f, device) })
    });
    let sections = state.read(|committed| {
        let choice = |section: &nawat_catalogue::Section| Choice {
            value: section.key.clone(),
            label: section.name.in_lang(f.lang).to_owned(),
        };
        committed.published.centre.sections.iter().map(choice).collect()
    });
    let page = pages::devices::Devices {
        f: &f,
        wrong: wrong.map(|problem| problem.detail(f.words)),
        code: code.to_owned(),
        name: name.to_owned(),
        devices: rows.collect::<Result<_, Problem>>()?,
        sections,
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
    pages::devices::Device { id: device.id.0, name, kind: f.say(kind), icon, state, when, shows: None }
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

/// `POST /devices/section`: which section a display is for; empty: the whole hall.
pub async fn section(State(state): State<AppState>, form: Form) -> Result<Response, Problem> {
    allowed::look(&form.browser.caller(), Ask::KeepDevices)?;
    let id = DeviceId(form.wanted_number("device")?);
    let devices = state.accounts().devices()?;
    if !devices.iter().any(|device| device.id == id && device.kind == DeviceKind::Display) {
        return Err(Problem::new(StatusCode::NOT_FOUND, "no-such-device"));
    }
    let section = form.text("section");
    let known = |key: &str| {
        state.read(|committed| committed.published.centre.sections.iter().any(|section| section.key == key))
    };
    if let Some(key) = section.filter(|key| !known(key)) {
        return Err(Problem::unknown("section", key));
    }
    state.accounts().show_section(id, section)?;
    Ok(see_other("/devices"))
}

/// A screen that may go on, with the cookie that it is known by from now on.
#[derive(Debug)]
pub struct Admitted {
    pub browser: Browser,
    cookie: Option<HeaderValue>,
}

impl Admitted {
    /// Who needs no screen: it is paired already, or somebody signed in.
    pub fn as_is(browser: Browser) -> Admitted {
        Admitted { browser, cookie: None }
    }

    pub fn answer(self, mut response: Response) -> Response {
        if let Some(cookie) = self.cookie {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
    }
}

/// Lets in whoever may do what a screen is for, or a paired screen of this kind; the inner `Err` is the page
/// that pairs it.
pub fn enter(
    state: &AppState,
    reader: Reader,
    browser: Browser,
    headers: &HeaderMap,
    kind: DeviceKind,
    ask: Ask,
) -> Result<Result<Admitted, Response>, Problem> {
    if allowed::look(&browser.caller(), ask).is_ok() {
        return Ok(Ok(Admitted::as_is(browser)));
    }
    admit(state, reader, &browser, headers, kind)
}

/// Lets an unpaired screen no further than its code (the inner `Err`). A demonstration pairs it at once.
fn admit(
    state: &AppState,
    reader: Reader,
    browser: &Browser,
    headers: &HeaderMap,
    kind: DeviceKind,
) -> Result<Result<Admitted, Response>, Problem> {
    let revoked = browser.device.as_ref().is_some_and(|device| device.pairing == Pairing::Revoked);
    let mut fresh = None;
    let code = match browser.device.as_ref().map(|device| &device.pairing) {
        Some(Pairing::Waiting { code, .. }) => code.clone(),
        _ => {
            let request = ask(state, kind, None)?;
            fresh = Some(request.secret);
            request.code
        }
    };
    let cookie = fresh.as_deref().map(|secret| device_cookie(kind, secret, browser.secure));
    if state.demo().is_some() && !revoked {
        let device = pair_device(state, &code, kind.as_str())?;
        let secret = fresh.or_else(|| browser.device_secret.clone()).unwrap_or_default();
        return Ok(Ok(Admitted { browser: browser.paired_as(device, secret), cookie }));
    }
    let here = match kind {
        DeviceKind::Kiosk => "/kiosk",
        DeviceKind::Display => "/display",
        DeviceKind::Pad => "/pad",
    };
    let scene = Scene::of(state, reader, Some(browser), here);
    let f = scene.frame();
    let address = format!("{}/devices", browser.origin(headers));
    let page = pages::devices::Pairing {
        f: &f,
        qr: Qr::of(&format!("{address}?code={code}")),
        address,
        code,
        display: kind == DeviceKind::Display,
        revoked,
    };
    let response = scene.answer(browser, StatusCode::OK, &page);
    Ok(Err(Admitted { browser: browser.clone(), cookie }.answer(response)))
}
