//! Keeps the forecast of waits fresh: one at a time, when the hall has moved, off the threads that answer.

use std::sync::Arc;
use std::time::Duration;

use nawat_catalogue::Occasion;
use nawat_engine::time::{Millis, Moment};
use nawat_twin::Behaviour;
use nawat_twin::forecast::{Asked, Forecast, WaitForecast, forecast};
use tokio::time::sleep;

use crate::pages::frame::WaitRange;
use crate::pages::waits::Waits;
use crate::state::AppState;

/// How often the hall is looked at.
const EVERY: Duration = Duration::from_secs(2);
/// A hall in which nothing happens moves all the same: who is served comes nearer to the end.
const STALE: Millis = Millis(30_000);
/// With these the tenth and the ninetieth are known to about a minute in a hall of ten counters.
const REPLICATIONS: usize = 100;
/// Of a thousand replications fewer call before the hours end: told at the door.
const HARDLY: u16 = 500;

/// Forecasts for as long as the server runs.
pub async fn keep_waits(state: AppState) {
    let mut seen: Option<(u64, Moment)> = None;
    loop {
        let (seq, now) = (state.read(|committed| committed.day.seq), state.clock().now());
        let moved = seen.is_none_or(|(then, at)| then != seq || now.after(at) >= STALE);
        if moved {
            let working = state.clone();
            // A forecast that fails leaves the one of before, which the next round replaces.
            let done =
                tokio::task::spawn_blocking(move || working.waits().keep(reckoned(&working, now))).await;
            seen = done.is_ok().then_some((seq, now));
        }
        sleep(EVERY).await;
    }
}

fn reckoned(state: &AppState, now: Moment) -> Waits {
    let (day, published) = state.read(|committed| (committed.day.clone(), Arc::clone(&committed.published)));
    let Some(walk_in) = published.segment_for(Occasion::WalkIn) else { return Waits::default() };
    let asked = Asked { replications: REPLICATIONS, seed: day.seq, walk_in };
    let all = forecast(&day, now, &Behaviour::default(), asked);
    in_minutes(&all, &day)
}

fn in_minutes(all: &Forecast, day: &nawat_engine::Day) -> Waits {
    let visits = day.visits.iter();
    let queues = || day.rules.queues.iter().flatten().map(|queue| queue.id);
    Waits {
        visits: visits.filter_map(|it| Some((it.id.0, range(all.of_visit(it.id)?)?))).collect(),
        newcomers: queues().filter_map(|it| Some((it.0, range(all.of_newcomer(it)?)?))).collect(),
        late: queues()
            .filter(|it| all.of_newcomer(*it).is_some_and(|wait| wait.before_closing_permille < HARDLY))
            .map(|it| it.0)
            .collect(),
    }
}

/// Whole minutes, rounded outward: a range that is told must hold what was forecast.
fn range(wait: WaitForecast) -> Option<WaitRange> {
    const MINUTE: i64 = 60_000;
    let (from, to) = (wait.low.0.div_euclid(MINUTE), (wait.high?.0 + MINUTE - 1).div_euclid(MINUTE));
    Some(WaitRange { from: u32::try_from(from).ok()?, to: u32::try_from(to.max(from + 1)).ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forecast_of(low: i64, high: Option<i64>) -> WaitForecast {
        let (low, median) = (Millis::seconds(low), Millis::seconds(low));
        WaitForecast { low, median, high: high.map(Millis::seconds), before_closing_permille: 1_000 }
    }

    #[test]
    fn a_range_is_rounded_outward_and_never_a_single_number() {
        for (low, high, expected) in
            [(0, 0, (0, 1)), (59, 61, (0, 2)), (480, 840, (8, 14)), (480, 480, (8, 9))]
        {
            let told = range(forecast_of(low, Some(high))).expect("a range");
            assert_eq!((told.from, told.to), expected, "{low} to {high} s");
        }
        assert_eq!(range(forecast_of(60, None)), None, "no end, no range");
    }
}
