//! The statistics of a period, from the journal's day summaries; the open day is reckoned as it stands.

use axum::http::StatusCode;
use jiff::civil::Date;
use nawat_catalogue::{civil_day, date_of};
use nawat_engine::Phase;
use nawat_engine::time::CivilDay;
use nawat_journal::{DaySummary, TellError, summarise};
use nawat_reports::{Period, PeriodError, PeriodStatistics};

use crate::problems::{Problem, not_told};
use crate::state::AppState;

/// Today's date in the centre, by the hall clock.
pub fn today(state: &AppState) -> Date {
    let now = state.clock().now();
    state.read(|committed| committed.published.centre.calendar.local_date(now))
}

pub fn period(from: &str, to: &str, today: Date) -> Result<Period, Problem> {
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    Period::parse(from, to, today).map_err(|error| match error {
        PeriodError::NotADate { text } => Problem::not_fitting("date", text),
        PeriodError::Reversed { .. } => Problem::new(unprocessable, "period-reversed"),
        PeriodError::NotYetBegun { .. } | PeriodError::NotYetOver { .. } => {
            Problem::new(unprocessable, "period-to-come").text("today", today.to_string())
        }
        PeriodError::TooLong { years_most } => {
            Problem::new(unprocessable, "period-too-long").number("most", years_most)
        }
    })
}

pub async fn statistics(state: &AppState, period: Period) -> Result<PeriodStatistics, Problem> {
    let (from, to) = (civil_day(period.from()), civil_day(period.to()));
    let closed = state.writer().with_hall(move |hall| {
        let centre = hall.centre().to_owned();
        let rows = hall.store().summaries(&centre, from, to).map_err(TellError::Store)?;
        rows.into_iter()
            .map(|row| match DaySummary::from_bytes(&row.summary) {
                Ok(summary) => Ok((row.day, summary)),
                Err(error) => Err(TellError::Broken(format!("the summary of {}: {error}", date_of(row.day)))),
            })
            .collect::<Result<Vec<_>, _>>()
    });
    let closed = closed.await.map_err(|error| state.read(|committed| not_told(error, committed)))?;
    Ok(state.read(|committed| {
        let days = closed.into_iter().chain(open_day(committed, period));
        PeriodStatistics::of(days, &committed.published, period)
    }))
}

fn open_day(committed: &nawat_journal::Committed, period: Period) -> Option<(CivilDay, DaySummary)> {
    let day = &committed.day;
    let calendar = &committed.published.centre.calendar;
    let wanted = day.phase == Phase::Open && period.holds(day.date);
    wanted.then(|| (day.date, summarise(day, &|moment| calendar.local_hour(moment))))
}
