//! Forecast waits against the waits that followed, on days of the twin whose future the forecast cannot see.

mod common;

use std::sync::Arc;

use common::{hall, published, quarter};
use jiff::civil::date;
use nawat_engine::ids::VisitId;
use nawat_engine::time::{Millis, Moment};
use nawat_twin::forecast::{Asked, Forecast, WaitForecast, forecast};
use nawat_twin::{Actors, Behaviour, Company, DayPlan, EngineHall};

const COUNTS: [(&str, u64); 4] = [
    ("mazaya_application", 40),
    ("inquiry_and_follow_up", 60),
    ("data_update", 40),
    ("referred_to_supervisor", 6),
];

struct Made {
    visit: VisitId,
    at: Moment,
    range: WaitForecast,
}

/// A day, with a forecast for every seventh person at the moment of their ticket.
fn day_with_forecasts(seed: u64) -> (EngineHall, Vec<Made>, Vec<(Moment, Forecast)>) {
    let published = published();
    let day = date(2026, 11, 25);
    let plan = DayPlan::like(&quarter(&published, &COUNTS), 380, day, Arc::clone(&published), seed);
    let mut hall = hall(&published);
    let mut actors = Actors::new(plan.expect("a working day"), Company::Alone);
    let walk_in = published.segment_id("walk_in").expect("known");
    let asked = Asked { replications: 60, seed, walk_in };
    let (mut made, mut whole, mut seen) = (Vec::new(), Vec::new(), 0);
    while let Some(due) = actors.next_due() {
        actors.act(due, &mut hall).expect("nothing breaks");
        let issued = hall.day().visits.len();
        if issued / 7 > seen / 7 {
            let now = hall.day().recorded;
            let all = forecast(hall.day(), now, &Behaviour::default(), asked);
            let Some(newest) = hall.day().visits.last().map(|visit| visit.id) else { continue };
            made.extend(all.of_visit(newest).map(|range| Made { visit: newest, at: now, range }));
            whole.push((now, all));
        }
        seen = issued;
    }
    (hall, made, whole)
}

#[test]
fn eight_in_ten_are_called_within_their_range() {
    let (mut within, mut all, mut error, mut waits) = (0, 0, 0, 0);
    for seed in 1..=6 {
        let (hall, made, _) = day_with_forecasts(seed);
        for Made { visit, at, range } in made {
            let Some(called) = hall.day().visit(visit).and_then(|visit| visit.first_called) else { continue };
            let wait = called.after(at);
            // Whoever is called at once was not told a range.
            if wait < Millis::MINUTE && range.high.is_none_or(|high| high < Millis::MINUTE) {
                continue;
            }
            all += 1;
            within += usize::from(wait >= range.low && range.high.is_none_or(|high| wait <= high));
            error += (wait.0 - range.median.0).abs();
            waits += wait.0;
        }
    }
    assert!(all > 120, "only {all} forecasts");
    let share = within as f64 / f64::from(all);
    assert!((0.68..=0.95).contains(&share), "{within} of {all}");
    assert!(error < waits / 2, "off by {error} of {waits} ms");
}

#[test]
fn the_same_moment_has_the_same_forecast_and_a_closed_day_none() {
    let (_, _, first) = day_with_forecasts(3);
    let (_, _, again) = day_with_forecasts(3);
    assert!(first == again);
    let (hall, ..) = day_with_forecasts(4);
    let day = hall.day();
    assert!(forecast(day, day.recorded, &Behaviour::default(), asked()).is_empty(), "the day is over");
}

fn asked() -> Asked {
    let walk_in = published().segment_id("walk_in").expect("known");
    Asked { replications: 60, seed: 1, walk_in }
}

/// Somebody who comes now stands behind the one who came last, so that the sum of their waits is no less.
#[test]
fn a_newcomer_waits_no_less_than_the_last_in_line() {
    let (hall, made, whole) = day_with_forecasts(5);
    let (mut last, mut newcomers) = (0, 0);
    for (Made { visit, at, range }, (now, all)) in
        made.iter().filter_map(|made| Some((made, whole.iter().find(|(now, _)| *now == made.at)?)))
    {
        assert_eq!(at, now);
        let Some(visit) = hall.day().visit(*visit) else { continue };
        let service = hall.day().step(visit.first_step).service;
        let queue = hall.day().rules.service(service).expect("known").queue;
        if visit.segment == asked().walk_in
            && let Some(newcomer) = all.of_newcomer(queue)
        {
            last += range.median.0;
            newcomers += newcomer.median.0;
        }
    }
    assert!(last > 0 && newcomers * 10 > last * 9, "{newcomers} ms against {last} ms");
}
