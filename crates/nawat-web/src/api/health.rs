//! Whether Nawat answers, and figures for whoever watches the machine. No names, no tickets.

use std::fmt::Write;
use std::net::SocketAddr;

use axum::extract::{ConnectInfo, State};
use axum::http::{Extensions, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use nawat_engine::Phase;

use super::json;
use crate::allowed::{self, Ask};
use crate::caller::Caller;
use crate::problems::Problem;
use crate::state::AppState;

/// `GET /health`: 200 as soon as the hall can be read.
pub async fn health(State(state): State<AppState>) -> Response {
    let (seq, phase) = state.read(|committed| (committed.day.seq, phase(committed.day.phase)));
    json(
        StatusCode::OK,
        &serde_json::json!({
            "status": "ok", "version": env!("CARGO_PKG_VERSION"), "day": phase, "seq": seq,
        }),
    )
}

/// `GET /metrics` in Prometheus' text format: from the loopback address, or with a token.
pub async fn metrics(State(state): State<AppState>, extensions: Extensions) -> Result<Response, Problem> {
    if !state.metrics() {
        return Err(Problem::not_found());
    }
    let near = extensions.get::<ConnectInfo<SocketAddr>>().is_some_and(|info| info.0.ip().is_loopback());
    let caller = extensions.get::<Caller>().unwrap_or(&Caller::Nobody);
    if !near {
        allowed::look(caller, Ask::SeeMetrics)?;
    }
    let kind = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
    Ok((StatusCode::OK, [(header::CONTENT_TYPE, kind)], exposition(&state)).into_response())
}

fn exposition(state: &AppState) -> String {
    state.read(|committed| {
        let day = &committed.day;
        let mut text = String::new();
        let mut gauge = |name: &str, help: &str, value: u64| {
            let _ = write!(text, "# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}\n");
        };
        gauge("nawat_day_open", "1 while the centre's day is open.", u64::from(day.phase == Phase::Open));
        gauge("nawat_day_events", "Events of the day's stream.", day.seq);
        gauge("nawat_committed_version", "Events made durable since the start.", committed.version);
        gauge("nawat_people", "Persons in the hall, companions too.", u64::from(day.people));
        gauge("nawat_counters_open", "Counters that are open.", open_counters(day));
        gauge("nawat_hall_suspended", "1 while the hall is suspended.", u64::from(day.suspended.is_some()));
        gauge("nawat_live_pages", "Live pages connected.", state.fragments().connected());
        let count = &day.count;
        text.push_str(
            "# HELP nawat_visits Visits of the day by where they are.\n# TYPE nawat_visits gauge\n",
        );
        for (place, value) in [
            ("waiting", count.waiting),
            ("called", count.called),
            ("serving", count.serving),
            ("parked", count.parked),
            ("referred", count.referred),
            ("ended", count.ended),
        ] {
            let _ = writeln!(text, "nawat_visits{{place=\"{place}\"}} {value}");
        }
        text
    })
}

fn open_counters(day: &nawat_engine::Day) -> u64 {
    day.counters().filter(|counter| counter.is_open()).count() as u64
}

fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Unopened => "unopened",
        Phase::Open => "open",
        Phase::Closed => "closed",
    }
}
