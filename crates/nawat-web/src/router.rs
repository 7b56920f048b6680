//! All addresses, and the layers around them.

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};

use crate::handlers::{
    counter, devices, display, entrance, floor, help, kiosk, media, phone, prefer, problem, rating,
    reception, sign_in, statistics, ticket, visit, way_in,
};
use crate::state::AppState;
use crate::{api, door, headers, live, statics, words};

/// The whole door of a centre: pages, live streams, API.
pub fn router(state: AppState) -> Router {
    Router::new()
        .route("/", get(way_in::page))
        .route("/sign-in", get(sign_in::page).post(sign_in::sign_in))
        .route("/sign-out", post(sign_in::sign_out))
        .route("/prefer", post(prefer::prefer))
        .route("/kiosk", get(kiosk::page))
        .route("/kiosk/new", get(kiosk::anew))
        .route("/kiosk/service", get(kiosk::service))
        .route("/kiosk/help", get(help::page).post(help::ask))
        .route("/kiosk/ticket", post(kiosk::ticket))
        .route("/kiosk/ticket/{reference}", get(kiosk::taken))
        .route("/t/{reference}", get(ticket::page))
        .route("/t/{reference}/delay", post(ticket::delay))
        .route("/t/{reference}/leave", post(ticket::leave))
        .route("/t/{reference}/rate", post(rating::by_link))
        .route("/visit", get(visit::page))
        .route("/pad", get(rating::pad))
        .route("/pad/counter", post(rating::stand))
        .route("/pad/rate", post(rating::press))
        .route("/remarks", get(rating::said))
        .route("/display", get(display::page))
        .route("/door", get(phone::page))
        .route("/door/service", get(phone::service))
        .route("/door/ticket", post(phone::ticket))
        .route("/door/poster", get(entrance::poster))
        .route("/door/code", get(entrance::code))
        .route("/counter", get(counter::choice))
        .route("/counter/{id}", get(counter::page))
        .route("/counter/{id}/do", post(counter::press))
        .route("/floor", get(floor::page))
        .route("/floor/do", post(floor::press))
        .route("/reception", get(reception::page))
        .route("/reception/look-up", post(reception::look_up::look_up))
        .route("/reception/appointments", post(reception::appointments::press))
        .route("/reception/service/{id}", get(reception::service))
        .route("/reception/ticket", post(reception::ticket))
        .route("/reception/steps/{id}", get(reception::sheet::page))
        .route("/reception/visit/{id}", get(reception::visit::page))
        .route("/reception/visit/{id}/do", post(reception::visit::press))
        .route("/help/do", post(help::answer))
        .route("/devices", get(devices::page))
        .route("/devices/pair", post(devices::pair))
        .route("/devices/revoke", post(devices::revoke))
        .route("/devices/section", post(devices::section))
        .route("/statistics", get(statistics::page))
        .route("/statistics/{file}", get(statistics::download))
        .route("/problems/{code}", get(problem::page))
        .route("/live/{*page}", get(live::live))
        .route("/media/voice.json", get(media::voice))
        .route("/media/display.json", get(media::display))
        .route("/media/{*path}", get(media::file))
        .route("/static/{*path}", get(statics::file))
        .merge(api::routes())
        .fallback(async || crate::problems::Problem::not_found())
        .layer(from_fn_with_state(state.clone(), door::let_in))
        .layer(from_fn_with_state(state.clone(), words::give))
        .layer(from_fn(headers::fence))
        .with_state(state)
}
