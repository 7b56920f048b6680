//! The door: who comes in with which request. Worked out once, before anything is looked at.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use nawat_journal::accounts::{Device, DeviceKind, Pairing, Session, secret_hash};
use sha2::{Digest, Sha256};

use crate::asked;
use crate::caller::Caller;
use crate::cookies::{self, Kept, LONG};
use crate::problems::Problem;
use crate::random;
use crate::sign_in::{self, SESSION, demo, devices};
use crate::state::AppState;

/// Ties the forms of a browser that is not signed in to it.
const FORM: &str = "nawat_form";

/// A browser with what it brought.
#[derive(Clone, Debug)]
pub struct Browser {
    pub session: Option<Session>,
    /// Its screen, where the path is a screen's.
    pub device: Option<Device>,
    /// The screen's secret, paired or not.
    pub device_secret: Option<String>,
    /// Stands in every form of this browser.
    pub csrf: String,
    csrf_before: Vec<String>,
    pub secure: bool,
    pub from: Option<IpAddr>,
}

impl Browser {
    /// As whom it acts: a screen at a screen's page, otherwise whoever is signed in.
    pub fn caller(&self) -> Caller {
        if let Some(device) = self.paired() {
            return Caller::Device { id: device.id, kind: device.kind };
        }
        match &self.session {
            Some(session) => {
                Caller::Staff { id: session.staff, name: session.name.clone(), role: session.role }
            }
            None => Caller::Nobody,
        }
    }

    pub fn paired(&self) -> Option<&Device> {
        self.device.as_ref().filter(|device| device.pairing == Pairing::Paired)
    }

    /// The same browser as the screen that it has just become.
    pub fn paired_as(&self, device: Device, secret: String) -> Browser {
        let csrf = form_token(&secret);
        let csrf_before = std::iter::once(self.csrf.clone()).chain(self.csrf_before.clone()).collect();
        Browser { device: Some(device), device_secret: Some(secret), csrf, csrf_before, ..self.clone() }
    }

    /// Where this browser found us: what a phone can reach too, unless it is a name of this machine alone.
    pub fn origin(&self, headers: &HeaderMap) -> String {
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
        let scheme = if self.secure { "https" } else { "http" };
        format!("{scheme}://{host}")
    }

    /// Whether a form was made for this browser.
    pub fn made(&self, csrf: &str) -> bool {
        std::iter::once(&self.csrf).chain(&self.csrf_before).any(|own| same(own, csrf))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Browser {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Browser, Problem> {
        parts.extensions.get::<Browser>().cloned().ok_or_else(Problem::not_found)
    }
}

/// Compares without telling by its time how much was right.
fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}

/// Finds out who comes, and lets them in.
pub async fn let_in(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    if asked::claims_too_much(request.headers()) {
        let (parts, body) = request.into_parts();
        return asked::refuse(body, &parts.headers).await.into_response();
    }
    let path = request.uri().path();
    if path.starts_with("/static/")
        || path.starts_with("/media/")
        || path == "/health"
        || path == "/api/v1/openapi.json"
    {
        return next.run(request).await;
    }
    if path.starts_with("/api/") || path == "/metrics" {
        return match program(&state, request.headers()) {
            Ok(caller) => {
                request.extensions_mut().insert(caller);
                next.run(request).await
            }
            Err(problem) => problem.into_response(),
        };
    }
    let (browser, set) = match browser(&state, &request) {
        Ok(found) => found,
        Err(problem) => return problem.into_response(),
    };
    request.extensions_mut().insert(browser.clone());
    let mut response = next.run(request).await;
    // For whoever puts a problem into words on its way out.
    response.extensions_mut().insert(browser);
    for cookie in set {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// A program's caller, by its bearer token.
fn program(state: &AppState, headers: &HeaderMap) -> Result<Caller, Problem> {
    let Some(given) = headers.get(header::AUTHORIZATION) else { return Ok(Caller::Nobody) };
    let unknown = || {
        Problem::new(StatusCode::UNAUTHORIZED, "token-unknown").header(
            header::WWW_AUTHENTICATE,
            HeaderValue::from_static("Bearer realm=\"nawat\", error=\"invalid_token\""),
        )
    };
    let (scheme, token) = given.to_str().ok().and_then(|given| given.split_once(' ')).ok_or_else(unknown)?;
    if !scheme.eq_ignore_ascii_case("bearer") {
        return Err(unknown());
    }
    let token = state.accounts().token(&secret_hash(token.trim()))?.ok_or_else(unknown)?;
    Ok(Caller::Program { role: token.role, staff: token.staff })
}

fn browser(state: &AppState, request: &Request) -> Result<(Browser, Vec<HeaderValue>), Problem> {
    let headers = request.headers();
    let secure = cookies::is_secure(headers);
    let mut set = Vec::new();
    let secret = cookies::get(headers, SESSION);
    let mut session = secret.map(|secret| sign_in::session(state, secret)).transpose()?.flatten();
    if session.is_none()
        && request.method() == Method::GET
        && !request.uri().path().starts_with("/live/")
        && let Some(secret) = demo::enter(state, headers)
    {
        session = sign_in::session(state, &secret)?;
        set.push(cookies::set(SESSION, &secret, Kept::Session, secure));
    }
    let kind = kind_of_path(request.uri().path());
    let device_secret = kind.and_then(|kind| cookies::get(headers, devices::cookie(kind))).map(str::to_owned);
    let device = match (kind, &device_secret) {
        (Some(kind), Some(secret)) => devices::device(state, kind, secret)?,
        _ => None,
    };
    let mut tokens: Vec<String> = session.iter().map(|session| session.csrf.clone()).collect();
    // A form of a screen's page may lead elsewhere (larger letters): its token holds there too.
    let screens = [DeviceKind::Kiosk, DeviceKind::Display, DeviceKind::Pad].map(devices::cookie);
    for cookie in screens.into_iter().chain([FORM]) {
        tokens.extend(cookies::get(headers, cookie).filter(|secret| secret.len() == 64).map(form_token));
    }
    if tokens.is_empty() {
        let secret = random::token()?;
        tokens.push(form_token(&secret));
        set.push(cookies::set(FORM, &secret, Kept::Session, secure));
    }
    let csrf = tokens.remove(0);
    let from = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let browser = Browser { session, device, device_secret, csrf, csrf_before: tokens, secure, from };
    Ok((browser, set))
}

/// The kind of screen that a path belongs to.
pub fn kind_of_path(path: &str) -> Option<DeviceKind> {
    let path = path.strip_prefix("/live").unwrap_or(path);
    if path == "/kiosk" || path.starts_with("/kiosk/") {
        Some(DeviceKind::Kiosk)
    } else if path == "/display" || path.starts_with("/display/") || path == "/door/code" {
        // The entrance's screen is a display too.
        Some(DeviceKind::Display)
    } else if path == "/pad" || path.starts_with("/pad/") {
        Some(DeviceKind::Pad)
    } else {
        None
    }
}

/// A form's token follows from the cookie's secret, and does not lead back to it.
fn form_token(secret: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(b"form\0");
    hash.update(secret);
    random::hex(&hash.finalize())
}

/// The cookie by which a screen is known from now on.
pub fn device_cookie(kind: DeviceKind, secret: &str, secure: bool) -> HeaderValue {
    cookies::set(devices::cookie(kind), secret, LONG, secure)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_is_one_at_its_own_pages_only() {
        for (path, kind) in [
            ("/kiosk", Some(DeviceKind::Kiosk)),
            ("/kiosk/ticket", Some(DeviceKind::Kiosk)),
            ("/live/kiosk", Some(DeviceKind::Kiosk)),
            ("/live/display", Some(DeviceKind::Display)),
            ("/live/display/legal", Some(DeviceKind::Display)),
            ("/live/door/code", Some(DeviceKind::Display)),
            ("/door/code", Some(DeviceKind::Display)),
            ("/door", None),
            ("/kiosks", None),
            ("/counter/6", None),
        ] {
            assert_eq!(kind_of_path(path), kind, "{path}");
        }
    }

    #[test]
    fn a_token_is_compared_whole() {
        assert!(same("abc", "abc"));
        assert!(!same("abc", "abd"));
        assert!(!same("abc", "ab"));
    }
}
