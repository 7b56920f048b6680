//! `GET /`: the way in for everyone.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use nawat_journal::accounts::Role;

use super::see_other;
use super::sign_in::desk_of;
use crate::door::Browser;
use crate::fill;
use crate::pages::way_in::Door;
use crate::reader::Reader;
use crate::scene::Scene;
use crate::sign_in::demo;
use crate::state::AppState;

pub async fn page(
    State(state): State<AppState>,
    reader: Reader,
    browser: Browser,
    headers: HeaderMap,
) -> Response {
    // A host of a role or a screen leads to its desk.
    match demo::label(&headers) {
        Some("kiosk") => return see_other("/kiosk"),
        Some("display") => return see_other("/display"),
        Some("pad") => return see_other("/pad"),
        _ => {}
    }
    if let Some(session) = &browser.session {
        return see_other(desk_of(session.role));
    }
    let scene = Scene::of(&state, reader, Some(&browser), "/");
    let f = scene.frame();
    let (doors, demo) = (doors(&state, &headers), state.demo().is_some());
    let page = state.read(|committed| fill::way_in::page(&fill::seen(&f, committed), doors, demo).render());
    scene.written(&browser, StatusCode::OK, page)
}

/// Each door of a demonstration has a host of its own, so that several roles live in one browser.
fn doors(state: &AppState, headers: &HeaderMap) -> Vec<Door> {
    let port = demo::port(headers);
    let host = headers.get(axum::http::header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let near = ["localhost", "127.0.0.1", "[::1]"].iter().any(|name| host.starts_with(name));
    let apart = state.demo().is_some() && near;
    // Host, path, picture, words, and the role that works behind it.
    let door = |host: &str, path: &str, icon, name, about, role: Option<Role>| Door {
        href: match role {
            _ if apart => format!("http://{host}.localhost{port}{path}"),
            Some(_) => format!("/sign-in?next={path}"),
            None => path.to_owned(),
        },
        icon,
        name,
        about,
        signs_in: role.is_some() && !apart,
    };
    let of =
        |role: Role, icon, name, about| door(role.as_str(), desk_of(role), icon, name, about, Some(role));
    vec![
        door("kiosk", "/kiosk", "ticket", "door-kiosk", "door-kiosk-about", None),
        door("display", "/display", "screen", "door-display", "door-display-about", None),
        door("visit", "/visit", "clock", "door-visit", "door-visit-about", None),
        door("pad", "/pad", "smile", "door-pad", "door-pad-about", None),
        of(Role::Officer, "person", "door-counter", "door-counter-about"),
        of(Role::Reception, "desk", "door-reception", "door-reception-about"),
        of(Role::Supervisor, "floor", "door-floor", "door-floor-about"),
        of(Role::Manager, "chart", "door-statistics", "door-statistics-about"),
        of(Role::Administrator, "device", "door-devices", "door-devices-about"),
    ]
}
