//! The public page.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use crate::busy_hours;
use crate::door::Browser;
use crate::fill;
use crate::problems::Problem;
use crate::reader::Reader;
use crate::scene::Scene;
use crate::state::AppState;

/// `GET /visit`: nobody signs in here.
pub async fn page(
    State(state): State<AppState>,
    reader: Reader,
    browser: Browser,
) -> Result<Response, Problem> {
    let lately = busy_hours::lately(&state).await?;
    let scene = Scene::of(&state, reader, Some(&browser), "/visit");
    let f = scene.frame();
    let page = state.read(|committed| {
        let seen = fill::seen(&f, committed);
        fill::visit::page(&seen, &lately.hours, lately.days, lately.synthetic).render()
    });
    Ok(scene.written(&browser, StatusCode::OK, page))
}
