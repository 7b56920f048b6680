//! The statistics of a period, as they are published.

use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use jiff::civil::Date;
use nawat_catalogue::{Arg, Lang};
use nawat_reports::paragraph::paragraph;
use nawat_reports::{PeriodStatistics, ReportTexts, words};
use serde::Deserialize;

use super::sign_in;
use crate::allowed::{self, Ask};
use crate::api::report_file;
use crate::door::Browser;
use crate::pages::frame::Frame;
use crate::pages::statistics::{Card, Figures, KindRow, Statistics};
use crate::periods;
use crate::problems::Problem;
use crate::reader::Reader;
use crate::scene::Scene;
use crate::state::AppState;

#[derive(Clone, Debug, Deserialize)]
pub struct Wanted {
    pub from: Option<String>,
    pub to: Option<String>,
    pub lang: Option<String>,
}

/// `GET /statistics?from&to`
pub async fn page(
    State(state): State<AppState>,
    Query(wanted): Query<Wanted>,
    reader: Reader,
    browser: Browser,
) -> Result<Response, Problem> {
    if let Some(first) = sign_in::first(&browser, "/statistics") {
        return Ok(first);
    }
    allowed::look(&browser.caller(), Ask::SeeReports)?;
    let today = periods::today(&state);
    let from = wanted.from.unwrap_or_else(|| three_months_before(today).to_string());
    let to = wanted.to.unwrap_or_else(|| today.to_string());
    let found = match periods::period(&from, &to, today) {
        Ok(period) => periods::statistics(&state, period).await.map(Some),
        Err(problem) => Err(problem),
    };
    let (statistics, problem) = match found {
        Ok(statistics) => (statistics, None),
        Err(problem) if problem.status == StatusCode::UNPROCESSABLE_ENTITY => (None, Some(problem)),
        Err(problem) => return Err(problem),
    };
    let texts = state.texts();
    let scene = Scene::of(&state, reader, Some(&browser), "/statistics");
    let f = scene.frame();
    let measured = statistics.as_ref().filter(|statistics| statistics.recorded());
    let page = Statistics {
        f: &f,
        period: statistics
            .as_ref()
            .map_or_else(String::new, |it| words::period(texts.reports.in_lang(f.lang), it.period)),
        working_days: statistics.as_ref().map_or(0, |it| small(it.working_days)),
        wrong: problem.as_ref().map(|problem| problem.detail(f.words)),
        figures: measured.map(|statistics| figures(&f, statistics, &texts.reports)),
        synthetic: statistics.as_ref().is_some_and(PeriodStatistics::synthetic),
        from,
        to,
    };
    Ok(scene.answer(&browser, problem.map_or(StatusCode::OK, |problem| problem.status), &page))
}

/// The first day of the month three months ago.
fn three_months_before(today: Date) -> Date {
    let months = i32::from(today.year()) * 12 + i32::from(today.month()) - 1 - 3;
    let year = i16::try_from(months.div_euclid(12)).unwrap_or(today.year());
    let month = i8::try_from(months.rem_euclid(12) + 1).unwrap_or(1);
    Date::new(year, month, 1).unwrap_or(today)
}

fn small(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn figures(f: &Frame<'_>, statistics: &PeriodStatistics, texts: &ReportTexts) -> Figures {
    let own = texts.in_lang(f.lang);
    let number = |count: u64| words::number(own, count);
    Figures {
        customers: small(statistics.customers),
        customers_text: number(statistics.customers),
        cards: cards(f, statistics, texts),
        kinds: statistics
            .kinds
            .iter()
            .map(|kind| KindRow {
                name: kind.name_in(texts, f.lang),
                customers: small(kind.customers),
                customers_text: number(kind.customers),
                share_text: kind
                    .share
                    .map_or_else(|| "—".to_owned(), |share| format!("{} %", share.percent(1))),
            })
            .collect(),
        paragraph: paragraph(statistics, texts, f.lang),
    }
}

fn cards(f: &Frame<'_>, statistics: &PeriodStatistics, texts: &ReportTexts) -> Vec<Card> {
    let own = texts.in_lang(f.lang);
    let number = |count: u64| words::number(own, count);
    let within = statistics.within_allotted;
    let wait = statistics.wait;
    let per_day = statistics.customers_per_working_day();
    let recorded = statistics.days.working_recorded;
    vec![
        Card {
            name: f.say("card-within"),
            value: within.map(|share| words::percent(own, Some(share), 1)),
            note: within.map_or_else(
                || f.say("card-no-steps"),
                |share| {
                    let values = [
                        ("within", Arg::from(number(share.part()))),
                        ("ended", Arg::from(number(share.whole()))),
                    ];
                    f.words.say_with("card-within-more", &values)
                },
            ),
        },
        Card {
            name: f.say("card-wait"),
            value: wait.map(|wait| words::duration(own, wait.p50_ms)),
            note: wait.map_or_else(
                || f.say("card-no-waits"),
                |wait| {
                    let (p90, p99) = (words::duration(own, wait.p90_ms), words::duration(own, wait.p99_ms));
                    f.words.say_with("card-wait-more", &[("p90", Arg::from(p90)), ("p99", Arg::from(p99))])
                },
            ),
        },
        Card {
            name: f.say("card-per-day"),
            value: per_day.map(|average| format!("{average:.1}")),
            note: f.count("card-per-day-more", small(recorded)),
        },
        Card { name: f.say("card-satisfaction"), value: None, note: f.say("card-not-asked") },
    ]
}

/// `GET /statistics/report.{format}?from&to&lang`: the file to take away.
pub async fn download(
    State(state): State<AppState>,
    Path(file): Path<String>,
    Query(wanted): Query<Wanted>,
    reader: Reader,
    browser: Browser,
) -> Result<Response, Problem> {
    if let Some(first) = sign_in::first(&browser, "/statistics") {
        return Ok(first);
    }
    allowed::look(&browser.caller(), Ask::SeeReports)?;
    let format = file.strip_prefix("report.").ok_or_else(Problem::not_found)?;
    let format = if format == "txt" { "text" } else { format };
    let lang = wanted.lang.as_deref().and_then(Lang::from_code).unwrap_or(reader.lang);
    let from = wanted.from.as_deref().ok_or_else(|| Problem::missing("from"))?;
    let to = wanted.to.as_deref().ok_or_else(|| Problem::missing("to"))?;
    let mut response = report_file(&state, (from, to), format, lang).await?;
    // Taken away, never shown here: the file has styles of its own.
    let end = if format == "text" { "txt" } else { format };
    let name = format!("attachment; filename=\"statistics-{from}-{to}-{lang}.{end}\"");
    if let Ok(name) = HeaderValue::from_str(&name) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}
