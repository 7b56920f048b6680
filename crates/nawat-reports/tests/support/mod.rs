//! What the tests of the reports share: the reference centre, made-up summaries, expected files.
#![allow(dead_code, reason = "each test file takes what it needs")]

use std::path::Path;
use std::sync::OnceLock;

use jiff::civil::{Date, date};
use nawat_catalogue::{Published, civil_day};
use nawat_engine::ids::SegmentId;
use nawat_engine::time::{CivilDay, Millis};
use nawat_journal::DaySummary;
use nawat_journal::summaries::CellKey;
use nawat_reports::{Head, Period, PeriodStatistics, ReportTexts};

/// The counts that were published of the quarter, in the order of the kinds.
pub const QUARTER: [u64; 8] = [4_203, 1_034, 8_153, 2_109, 5_898, 62, 2_590, 1_731];
/// A service of each kind; whoever is referred began with the last but one.
const SERVICES: [&str; 7] =
    ["mazaya", "housing_unit", "inquiry", "remark", "data_update", "right_of_disposal", "social_study"];

pub fn published() -> Published {
    static PUBLISHED: OnceLock<Published> = OnceLock::new();
    let read = || {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../centres/bahrain-housing");
        Published::publish(None, nawat_catalogue::read(&dir).expect("the reference centre is sound"))
    };
    PUBLISHED.get_or_init(read).clone()
}

pub fn texts() -> ReportTexts {
    ReportTexts::of(&published()).expect("the sentences are sound")
}

pub fn today() -> Date {
    date(2026, 11, 24)
}

pub fn quarter() -> Period {
    Period::new(date(2017, 11, 1), date(2018, 1, 31), today()).expect("a period of the past")
}

pub fn one_day() -> Period {
    Period::new(date(2017, 11, 5), date(2017, 11, 5), today()).expect("a day of the past")
}

/// The summary of one synthetic day on which so many were received of each kind.
pub fn summary_of(published: &Published, counts: [u64; 8]) -> DaySummary {
    let mut summary = DaySummary { days: 1, synthetic_days: 1, ..DaySummary::default() };
    for (kind, customers) in counts.into_iter().enumerate() {
        let referred = kind == SERVICES.len();
        let key = SERVICES[kind.min(SERVICES.len() - 2 + usize::from(!referred))];
        let service = published.service_id(key).expect("a service of the centre");
        let cell = summary.cells.entry(CellKey {
            service,
            hour: 8 + u8::from(referred),
            group: None,
            segment: Some(SegmentId(0)),
        });
        let cell = cell.or_default();
        cell.received += customers;
        cell.persons += customers;
        cell.completed += customers - customers / 8;
        if referred {
            cell.referred += customers;
        }
    }
    summary
}

/// The quarter, its people laid evenly over its working days, with made-up waits and times.
pub fn quarter_days(published: &Published, counts: [u64; 8]) -> Vec<(CivilDay, DaySummary)> {
    let period = quarter();
    let days = published.centre.calendar.working_days(period.from(), period.to());
    let (many, mut person) = (days.len() as u64, 0_i64);
    let day_of = |(i, day): (usize, &Date)| {
        let share = |count: u64| count / many + u64::from((i as u64) < count % many);
        let mut summary = summary_of(published, counts.map(share));
        for (key, cell) in &mut summary.cells {
            let at_counter = published.rules.service(key.service).is_some_and(|service| service.at_counter);
            for _ in 0..cell.received {
                person += 1;
                cell.wait.record(Millis::seconds(person * 7_919 % 1_500));
                let steps = if at_counter { &mut cell.counter_steps } else { &mut cell.other_steps };
                let served = Millis::seconds(60 + person * 104_729 % 400);
                steps.count(served, served <= Millis::minutes(7), true);
            }
            cell.unserved.left += u64::from(i.is_multiple_of(4));
            cell.unserved.no_show += 1;
        }
        (civil_day(*day), summary)
    };
    days.iter().enumerate().map(day_of).collect()
}

/// A whole day of so many customers of each kind.
pub fn statistics_of(counts: [u64; 8]) -> PeriodStatistics {
    let published = published();
    let period = one_day();
    PeriodStatistics::of([(civil_day(period.from()), summary_of(&published, counts))], &published, period)
}

pub fn head() -> Option<Head> {
    Some(Head { day: date(2018, 1, 31), hash: "0123456789abcdef".repeat(4) })
}

/// Compares with `tests/expected/NAME`. With `NAWAT_WRITE_EXPECTED` set, writes it instead: look at the
/// difference before you keep it.
pub fn expect(name: &str, actual: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expected").join(name);
    if std::env::var_os("NAWAT_WRITE_EXPECTED").is_some() {
        std::fs::write(&file, actual).expect("the folder of expected files can be written");
        return;
    }
    let expected = std::fs::read_to_string(&file).unwrap_or_default();
    let differs = expected.lines().zip(actual.lines()).enumerate().find(|(_, (old, new))| old != new);
    if let Some((line, (old, new))) = differs {
        panic!("{name}, line {}:\n  expected {old}\n  got      {new}", line + 1);
    }
    assert_eq!(expected, actual, "{name} is longer or shorter than expected");
}
