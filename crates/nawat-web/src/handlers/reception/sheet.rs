//! `GET /reception/steps/{service}?for=ar|en`: the sheet that is handed out, in the visitor's language; the
//! desk's own language stays what it is.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use nawat_catalogue::Lang;
use serde::Deserialize;

use super::{HOME, enter};
use crate::door::Browser;
use crate::fill;
use crate::handlers::see_other;
use crate::named::{self, Named};
use crate::problems::Problem;
use crate::reader::Reader;
use crate::scene::Scene;
use crate::state::AppState;

#[derive(Debug, Deserialize)]
pub struct For {
    pub r#for: Option<String>,
}

pub async fn page(
    State(state): State<AppState>,
    Path(id): Path<String>,
    Query(whom): Query<For>,
    reader: Reader,
    browser: Browser,
) -> Result<Response, Problem> {
    if let Err(first) = enter(&browser, &format!("/reception/steps/{id}"))? {
        return Ok(first);
    }
    let id = state.read(|committed| named::service(&committed.published, &Named::of(&id)))?;
    let lang = whom.r#for.as_deref().and_then(Lang::from_code).unwrap_or(reader.lang);
    let here = format!("/reception/steps/{id}");
    let own = Scene::of(&state, reader, Some(&browser), &here);
    let visitor = Scene::of(&state, Reader { lang, chose_lang: false, ..reader }, None, &here);
    let (f, g, texts) = (own.frame(), visitor.frame(), state.texts());
    let page = state.read(|committed| {
        let seen = fill::seen(&g, committed);
        Some(fill::reception::sheet::page(&f, &seen, id, &texts.reports)?.render())
    });
    let Some(page) = page else { return Ok(see_other(HOME)) };
    Ok(own.written(&browser, StatusCode::OK, page))
}
