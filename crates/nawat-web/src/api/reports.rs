//! The statistics of a period.

use axum::extract::{Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use nawat_catalogue::Lang;
use nawat_reports::{Format, render};
use serde::Deserialize;
use utoipa::openapi::path::HttpMethod;

use super::{Operation, Operations, SignedIn};
use crate::allowed::{self, Ask};
use crate::periods;
use crate::problems::Problem;
use crate::reader::Reader;
use crate::state::AppState;

pub const OPERATIONS: Operations = &[|| Operation {
    method: HttpMethod::Get,
    path: "/reports/period",
    id: "periodReport",
    about: "The statistics of a period: ?from=2017-11-01&to=2018-01-31, both days included. `format` is json \
            (the default), csv, html or text; `lang` is ar or en.",
    ask: Some(Ask::SeeReports),
    body: None,
    answers: vec![(200, None)],
    route: || get(report),
}];

/// What is asked of a report.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    pub from: Option<String>,
    pub to: Option<String>,
    pub format: Option<String>,
    pub lang: Option<String>,
}

async fn report(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    reader: Reader,
    wanted: Result<Query<Wanted>, axum::extract::rejection::QueryRejection>,
) -> Result<Response, Problem> {
    allowed::look(&caller, Ask::SeeReports)?;
    let Query(wanted) = wanted.map_err(|error| Problem::not_fitting("query", error.body_text()))?;
    let from = wanted.from.as_deref().ok_or_else(|| Problem::missing("from"))?;
    let to = wanted.to.as_deref().ok_or_else(|| Problem::missing("to"))?;
    let lang = match wanted.lang.as_deref() {
        Some(code) => Lang::from_code(code).ok_or_else(|| Problem::not_fitting("lang", code))?,
        None => reader.lang,
    };
    file(&state, (from, to), wanted.format.as_deref().unwrap_or("json"), lang).await
}

/// The report as a file in one of its formats.
pub(crate) async fn file(
    state: &AppState,
    (from, to): (&str, &str),
    format: &str,
    lang: Lang,
) -> Result<Response, Problem> {
    let not_written =
        || Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "format-not-written").text("given", format);
    let format: Format = format.parse().map_err(|_| not_written())?;
    let period = periods::period(from, to, periods::today(state))?;
    let statistics = periods::statistics(state, period).await?;
    let texts = state.texts();
    let body = render(&statistics, &texts.reports, lang, format).map_err(|_| not_written())?;
    let kind = HeaderValue::from_static(format.media_type());
    Ok((StatusCode::OK, [(header::CONTENT_TYPE, kind)], body).into_response())
}
