//! The outcome for scripts. Numbers are numbers: lengths in seconds, shares between 0 and 1.

use nawat_twin::scenario::{Scenario, warnings};
use nawat_twin::simulate::{CONFIDENCE, Figure, Scope, WaitFigures};
use serde_json::{Value, json};

use super::Done;
use super::as_text::slot_time;

const SECOND: f64 = 1_000.0;

pub fn told(done: &Done<'_>) -> Value {
    let Done { scenario, options, outcome, seconds } = done;
    let measures = &outcome.measures;
    let totals = outcome.totals;
    let mut all = json!({
        "name": { "ar": scenario.name.ar, "en": scenario.name.en },
        "synthetic": true,
        "mode": if done.is_endless() { "endless" } else { "day" },
        "replications": options.replications,
        "samples": outcome.samples,
        "seed": options.seed,
        "threads": options.threads,
        "seconds": seconds,
        "customers": totals.customers,
        "customers_per_second": done.customers_per_second(),
        "served": totals.served,
        "left": totals.left,
        "sent_home": totals.sent_home,
        "still_there": totals.still_there,
        "refused": totals.refused,
        "warm_up_customers": totals.warm_up,
        "confidence": CONFIDENCE,
        "utilisation": figure(measures.utilisation, 1.0),
        "waiting": figure(measures.waiting, 1.0),
        "warnings": warnings(scenario).iter().map(|warning| json!({
            "code": warning.code(),
            "offered": warning.load().offered,
            "counters": warning.load().counters,
        })).collect::<Vec<_>>(),
        "classes": scenario.classes.iter().zip(&measures.classes).map(|(class, figures)| {
            keyed(&class.key, scope(figures, scenario))
        }).collect::<Vec<_>>(),
        "queues": scenario.queues.iter().filter_map(|queue| {
            Some(keyed(&queue.key, json!({ "wait_s": waits(measures.queues.get(queue.id.index())?) })))
        }).collect::<Vec<_>>(),
        "groups": scenario.groups.iter().zip(&measures.groups).map(|(group, used)| json!({
            "key": group.key, "counters": group.counters.len(), "utilisation": figure(*used, 1.0),
        })).collect::<Vec<_>>(),
    });
    if let (Value::Object(all), Value::Object(hall)) = (&mut all, scope(&measures.hall, scenario)) {
        all.extend(hall);
        if let Some(hours) = scenario.hours() {
            all.insert("overtime_s".to_owned(), figure(measures.overtime, SECOND));
            let slots = measures.waiting_by_slot.iter().enumerate().map(|(place, waiting)| {
                json!({ "from": slot_time(hours.opens.0, place), "waiting": figure(*waiting, 1.0) })
            });
            all.insert("waiting_by_quarter_hour".to_owned(), slots.collect());
        }
    }
    all
}

fn keyed(key: &str, mut value: Value) -> Value {
    if let Value::Object(object) = &mut value {
        object.insert("key".to_owned(), key.into());
    }
    value
}

fn scope(figures: &Scope<Figure>, scenario: &Scenario) -> Value {
    let within =
        scenario.within.iter().zip(&figures.wait.within).map(
            |(limit, share)| json!({ "minutes": limit.0 as f64 / 60_000.0, "share": figure(*share, 1.0) }),
        );
    json!({
        "customers_per_sample": figure(figures.customers, 1.0),
        "wait_s": waits(&figures.wait),
        "time_in_queue_s": figure(figures.time_in_queue, SECOND),
        "waited_share": figure(figures.delayed, 1.0),
        "within": within.collect::<Vec<_>>(),
        "abandoned_share": figure(figures.abandoned, 1.0),
        "refused_share": figure(figures.refused, 1.0),
    })
}

fn waits(figures: &WaitFigures<Figure>) -> Value {
    json!({
        "mean": figure(figures.mean, SECOND),
        "p50": figure(figures.p50, SECOND),
        "p90": figure(figures.p90, SECOND),
        "p99": figure(figures.p99, SECOND),
    })
}

/// What was not measured is null, never 0.
pub fn figure(figure: Figure, unit: f64) -> Value {
    json!({
        "value": figure.value.map(|value| value / unit),
        "half_width": figure.half_width().filter(|half| half.is_finite()).map(|half| half / unit),
    })
}
