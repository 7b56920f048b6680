//! `nawat simulate --validate`: a line for every quantity that is known exactly.

use std::num::NonZeroUsize;

use nawat_catalogue::{Lang, Texts};
use nawat_twin::validate::{Row, all_cases};
use serde_json::json;

use super::words::{texts, whole};
use crate::exit::Failure;
use crate::print;

pub fn run(seed: u64, threads: NonZeroUsize, lang: Lang, as_json: bool) -> Result<(), Failure> {
    let texts = texts(lang)?;
    let cases = all_cases();
    if !as_json {
        print::line(&texts.say("validate-head"))?;
    }
    let (mut told, mut failed, mut count) = (Vec::new(), 0, 0);
    for (place, case) in cases.iter().enumerate() {
        print::progress(&format!("{} of {} · {}", place + 1, cases.len(), case.name()));
        for row in case.run(seed, threads).map_err(Failure::failed)? {
            count += 1;
            failed += i64::from(!row.passes());
            if as_json {
                told.push(json_of(&row));
            } else {
                print::line(&line(&row, &texts))?;
            }
        }
    }
    if as_json {
        let all = json!({ "seed": seed, "rows": told, "failed": failed });
        print::line(&all.to_string())?;
    }
    let sum = texts.say_with("validate-sum", &[("failed", failed.into()), ("rows", whole(count).into())]);
    if failed > 0 {
        return Err(Failure::failed(sum));
    }
    if as_json { Ok(()) } else { print::line(&sum) }
}

fn line(row: &Row, texts: &Texts) -> String {
    let number = |value: f64| format!("{value:.6}");
    let verdict = texts.say(if row.passes() { "validate-pass" } else { "validate-fail" });
    let values = [
        ("verdict", verdict.into()),
        ("case", row.case.into()),
        ("parameters", row.parameters.as_str().into()),
        ("quantity", row.quantity.into()),
        ("exact", number(row.exact).into()),
        ("simulated", number(row.simulated).into()),
        ("half", number(row.half_width).into()),
        ("z", format!("{:+.2}", row.z).into()),
        ("customers", whole(row.customers).into()),
    ];
    let mut line = texts.say_with("validate-row", &values);
    if let Some(day) = row.from_empty
        && let (Some(value), Some(half)) = (day.value, day.half_width())
    {
        let values = [("value", number(value).into()), ("half", number(half).into())];
        line.push_str(&format!("\n    {}", texts.say_with("validate-empty", &values)));
    }
    line
}

fn json_of(row: &Row) -> serde_json::Value {
    json!({
        "case": row.case,
        "parameters": row.parameters,
        "quantity": row.quantity,
        "source": row.source,
        "exact": row.exact,
        "simulated": row.simulated,
        "half_width": row.half_width,
        "half_width_share": row.half_width / row.exact,
        "demanded_share": row.goal,
        "z": row.z,
        "holds": row.passes(),
        "customers": row.customers,
        "day_from_empty": row.from_empty.map(|day| super::as_json::figure(day, 1.0)),
    })
}
