//! The way into a demonstration: each role has a host of its own (`officer.localhost`), so that its cookies
//! and connections are its own, and coming there is signing in.

use axum::http::HeaderMap;
use axum::http::header;
use nawat_journal::accounts::Role;

use crate::state::AppState;

/// The role whose host this is.
pub fn role_of_host(headers: &HeaderMap) -> Option<Role> {
    label(headers)?.parse().ok()
}

/// The first label of `LABEL.localhost`.
pub fn label(headers: &HeaderMap) -> Option<&str> {
    let host = headers.get(header::HOST)?.to_str().ok()?;
    let host = host.rsplit_once(':').map_or(host, |(host, _)| host);
    host.strip_suffix(".localhost").filter(|label| !label.contains('.'))
}

/// `:PORT` as the browser wrote it.
pub fn port(headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    match host.rsplit_once(':') {
        Some((_, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => format!(":{port}"),
        _ => String::new(),
    }
}

/// Signs the role of this host in; `None` where this is no demonstration or no role's host.
pub fn enter(state: &AppState, headers: &HeaderMap) -> Option<String> {
    let role = role_of_host(headers)?;
    let sign_in = state.demo()?.sign_ins.iter().find(|sign_in| sign_in.role == role)?;
    let user = state.accounts().user_named(&sign_in.user).ok()??;
    super::begin(state, user.id).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn a_role_has_a_host_of_its_own() {
        for (host, role, port_text) in [
            ("officer.localhost:7430", Some(Role::Officer), ":7430"),
            ("reception.localhost", Some(Role::Reception), ""),
            ("localhost:7430", None, ":7430"),
            ("kiosk.localhost:7430", None, ":7430"),
            ("officer.example.org", None, ""),
            ("a.officer.localhost", None, ""),
            ("[::1]:7430", None, ":7430"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, HeaderValue::from_str(host).expect("a host"));
            assert_eq!(role_of_host(&headers), role, "{host}");
            assert_eq!(port(&headers), port_text, "{host}");
        }
    }
}
