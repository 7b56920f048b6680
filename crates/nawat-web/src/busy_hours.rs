//! What the hours of the day were like lately: reckoned once a day, for everybody who asks.

use std::sync::Arc;

use jiff::ToSpan;
use nawat_catalogue::civil_day;
use nawat_journal::{DaySummary, TellError};
use nawat_reports::by_hour::by_hour;

use crate::kept_hours::BusyHours;
use crate::periods;
use crate::problems::{Problem, not_told};
use crate::state::AppState;

/// Days that are looked back on: two months of a centre's habits.
const DAYS_BACK: i32 = 60;

/// What the hours were like on the days before today.
pub async fn lately(state: &AppState) -> Result<Arc<BusyHours>, Problem> {
    let today = periods::today(state);
    if let Some(known) = state.busy_hours().of(today) {
        return Ok(known);
    }
    let (from, to) = (today.saturating_sub(DAYS_BACK.days()), today.saturating_sub(1.day()));
    let (from, to) = (civil_day(from), civil_day(to));
    let sum = state.writer().with_hall(move |hall| {
        let centre = hall.centre().to_owned();
        let mut sum = DaySummary::default();
        for row in hall.store().summaries(&centre, from, to).map_err(TellError::Store)? {
            // A summary of an older layout says nothing here; a rebuild makes it anew.
            if let Ok(summary) = DaySummary::from_bytes(&row.summary) {
                sum.merge(&summary);
            }
        }
        Ok(sum)
    });
    let sum = sum.await.map_err(|error| state.read(|committed| not_told(error, committed)))?;
    let hours = BusyHours { hours: by_hour(&sum), days: sum.days, synthetic: sum.synthetic() };
    let hours = Arc::new(hours);
    state.busy_hours().keep(today, Arc::clone(&hours));
    Ok(hours)
}
