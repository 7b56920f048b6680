//! The report for programs. The members up to `paragraph` are a contract that scripts rely on, in this
//! order; what follows may grow. Numbers are numbers; shares have four decimals, times are seconds with one;
//! `null` says *not measured*.

use nawat_catalogue::{Lang, Words};
use nawat_journal::summaries::{Ends, WorkDone};
use serde::Serialize;

use crate::figures::seconds;
use crate::paragraph::paragraph;
use crate::statistics::StepFigures;
use crate::{PeriodStatistics, Quantiles, ReportError, ReportTexts, Share};

#[derive(Serialize)]
struct Report<'a> {
    period: Period,
    customers: u64,
    kinds: Vec<Kind<'a>>,
    new_applications: NewApplications,
    customers_per_working_day: Option<f64>,
    within_allotted_share: Option<f64>,
    wait_s: Seconds,
    synthetic: bool,
    paragraph: Paragraph,
    centre: Centre<'a>,
    days: Days,
    persons: u64,
    completed_share: Option<f64>,
    left_unserved: LeftUnserved,
    later_wait_s: Seconds,
    service_s: Seconds,
    steps: Steps,
    work: Work,
    still_here: u64,
    head: Option<Head<'a>>,
}

#[derive(Serialize)]
struct Period {
    from: String,
    to: String,
    working_days: u64,
}

#[derive(Serialize)]
struct Kind<'a> {
    kind: &'a str,
    customers: u64,
    share: Option<f64>,
}

#[derive(Serialize)]
struct NewApplications {
    customers: u64,
    mazaya: u64,
    other: u64,
    mazaya_share: Option<f64>,
}

#[derive(Serialize)]
struct Seconds {
    p50: Option<f64>,
    p90: Option<f64>,
    p99: Option<f64>,
    mean: Option<f64>,
    count: u64,
}

#[derive(Serialize)]
struct Paragraph {
    ar: String,
    en: String,
}

#[derive(Serialize)]
struct Centre<'a> {
    key: &'a str,
    name: &'a Words,
}

#[derive(Serialize)]
struct Days {
    recorded: u64,
    working_recorded: u64,
    synthetic: u64,
    open: u64,
    missing: Vec<String>,
}

/// Visits that ended before anybody dealt with them; `people` is the sum of the others.
#[derive(Serialize)]
struct LeftUnserved {
    people: u64,
    left: u64,
    no_show: u64,
    redirected: u64,
    day_closed: u64,
    carried_over: u64,
}

#[derive(Serialize)]
struct Steps {
    at_counter: StepsOf,
    elsewhere: StepsOf,
}

#[derive(Serialize)]
struct StepsOf {
    ended: u64,
    within_allotted: u64,
    completed: u64,
}

#[derive(Serialize)]
struct Work {
    telephone: u64,
    email: u64,
    back_office: u64,
}

#[derive(Serialize)]
struct Head<'a> {
    day: String,
    hash: &'a str,
}

pub(super) fn render(statistics: &PeriodStatistics, texts: &ReportTexts) -> Result<String, ReportError> {
    let mut json = serde_json::to_string_pretty(&report(statistics, texts))
        .map_err(|error| ReportError::Page { words: error.to_string() })?;
    json.push('\n');
    Ok(json)
}

fn report<'a>(statistics: &'a PeriodStatistics, texts: &ReportTexts) -> Report<'a> {
    let share = |share: Option<Share>| share.map(Share::four_decimals);
    let new = statistics.new_applications;
    Report {
        period: Period {
            from: statistics.period.from().to_string(),
            to: statistics.period.to().to_string(),
            working_days: statistics.working_days,
        },
        customers: statistics.customers,
        kinds: (statistics.kinds.iter())
            .map(|row| Kind { kind: &row.kind, customers: row.customers, share: share(row.share) })
            .collect(),
        new_applications: NewApplications {
            customers: new.customers(),
            mazaya: new.mazaya,
            other: new.other,
            mazaya_share: share(new.mazaya_share()),
        },
        customers_per_working_day: statistics.customers_per_working_day(),
        within_allotted_share: share(statistics.within_allotted),
        wait_s: Seconds::of(statistics.wait),
        synthetic: statistics.synthetic(),
        paragraph: Paragraph {
            ar: paragraph(statistics, texts, Lang::Ar),
            en: paragraph(statistics, texts, Lang::En),
        },
        centre: Centre { key: &statistics.centre_key, name: &statistics.centre },
        days: Days {
            recorded: statistics.days.recorded,
            working_recorded: statistics.days.working_recorded,
            synthetic: statistics.days.synthetic,
            open: statistics.days.open,
            missing: statistics.days.missing.iter().map(ToString::to_string).collect(),
        },
        persons: statistics.persons,
        completed_share: share(statistics.completed),
        left_unserved: LeftUnserved::of(statistics.unserved),
        later_wait_s: Seconds::of(statistics.later_wait),
        service_s: Seconds::of(statistics.service_time),
        steps: Steps {
            at_counter: StepsOf::of(statistics.counter_steps),
            elsewhere: StepsOf::of(statistics.other_steps),
        },
        work: Work::of(statistics.work),
        still_here: statistics.still_here,
        head: (statistics.head.as_ref()).map(|head| Head { day: head.day.to_string(), hash: &head.hash }),
    }
}

impl Seconds {
    fn of(quantiles: Option<Quantiles>) -> Seconds {
        Seconds {
            p50: quantiles.map(|of| seconds(of.p50_ms)),
            p90: quantiles.map(|of| seconds(of.p90_ms)),
            p99: quantiles.map(|of| seconds(of.p99_ms)),
            mean: quantiles.map(|of| seconds(of.mean_ms())),
            count: quantiles.map_or(0, |of| of.count),
        }
    }
}

impl LeftUnserved {
    fn of(ends: Ends) -> LeftUnserved {
        LeftUnserved {
            people: ends.total(),
            left: ends.left,
            no_show: ends.no_show,
            redirected: ends.redirected,
            day_closed: ends.day_closed,
            carried_over: ends.carried_over,
        }
    }
}

impl StepsOf {
    fn of(steps: StepFigures) -> StepsOf {
        StepsOf { ended: steps.ended, within_allotted: steps.within_allotted, completed: steps.completed }
    }
}

impl Work {
    fn of(work: WorkDone) -> Work {
        Work { telephone: work.telephone, email: work.email, back_office: work.back_office }
    }
}
