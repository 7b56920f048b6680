//! Days lived by the engine on the rules of the reference centre, counted a second way while they are lived.

#[path = "support/lived.rs"]
mod lived;
mod support;

use jiff::civil::Date;
use lived::Tally;
use nawat_catalogue::{Published, civil_day};
use nawat_journal::{DaySummary, summarise};
use nawat_reports::{Period, PeriodStatistics};
use support::{published, quarter, today};

fn live(published: &Published, days: &[Date], counts: [u64; 8]) -> (Vec<DaySummary>, Tally) {
    let calendar = &published.centre.calendar;
    let mut tally = Tally::default();
    let summary = |(i, day): (usize, &Date)| {
        let lived = lived::day(published, *day, i as u64 + 1, counts, &mut tally);
        summarise(&lived, &|moment| calendar.local_hour(moment))
    };
    let summaries = days.iter().enumerate().map(summary).collect();
    (summaries, tally)
}

#[test]
fn statistics_agree_with_a_count_kept_beside_the_days() {
    let published = published();
    let all = published.centre.calendar.working_days(quarter().from(), quarter().to());
    for counts in [[5, 3, 12, 4, 9, 1, 3, 6], [6, 3, 1, 9, 4, 12, 3, 5], [0, 0, 0, 0, 0, 0, 0, 4]] {
        let days = &all[..3];
        let (summaries, tally) = live(&published, days, counts);
        let period = Period::new(days[0], days[2], today()).expect("a period of the past");
        let summaries = days.iter().map(|day| civil_day(*day)).zip(summaries);
        let statistics = PeriodStatistics::of(summaries, &published, period);
        let by_kind: Vec<u64> = statistics.kinds.iter().map(|row| row.customers).collect();
        assert_eq!(by_kind, counts.map(|count| count * 3));
        assert_eq!(by_kind, tally.by_kind);
        assert_eq!(statistics.customers, by_kind.iter().sum::<u64>());
        assert_eq!(statistics.new_applications.mazaya, 3 * counts[0]);
        assert_eq!(statistics.new_applications.other, 3 * counts[1]);
        assert_eq!(statistics.unserved.left, tally.left);
        assert_eq!(statistics.counter_steps.ended, tally.counter_steps);
        assert_eq!(statistics.counter_steps.within_allotted, tally.within);
        let mut waits = tally.waits_ms;
        waits.sort_unstable();
        let wait = statistics.wait.expect("people were called");
        assert_eq!(wait.count, waits.len() as u64);
        assert_eq!(wait.sum_ms, waits.iter().sum::<u64>());
        for (share, reported) in [(50, wait.p50_ms), (90, wait.p90_ms), (99, wait.p99_ms)] {
            let exact = waits[(waits.len() * share).div_ceil(100) - 1];
            assert!((exact..=exact + exact / 1_000 + 1).contains(&reported), "p{share}: {reported}, {exact}");
        }
        assert!(statistics.synthetic());
        assert!(statistics.days.missing.is_empty());
    }
}

#[test]
fn days_outside_the_period_are_passed_over() {
    let published = published();
    let days = published.centre.calendar.working_days(quarter().from(), quarter().to());
    let (summaries, _) = live(&published, &days[..3], [1; 8]);
    let middle = Period::new(days[1], days[1], today()).expect("a day of the past");
    let summaries = days.iter().map(|day| civil_day(*day)).zip(summaries);
    let statistics = PeriodStatistics::of(summaries, &published, middle);
    assert_eq!((statistics.customers, statistics.days.recorded, statistics.working_days), (8, 1, 1));
}

#[test]
fn kinds_add_up_though_a_service_was_withdrawn() {
    let published = published();
    let days = published.centre.calendar.working_days(quarter().from(), quarter().to());
    let (summaries, _) = live(&published, &days[..1], [2; 8]);
    let mut centre = published.centre.clone();
    centre.services.retain(|service| service.key != "mazaya");
    let later = Published::publish(Some(&published), centre);
    let period = Period::new(days[0], days[0], today()).expect("a day of the past");
    let summaries = [(civil_day(days[0]), summaries[0].clone())];
    let statistics = PeriodStatistics::of(summaries, &later, period);
    assert_eq!(statistics.customers, 16);
    assert_eq!(statistics.kinds.iter().map(|row| row.customers).sum::<u64>(), 16);
    let last = statistics.kinds.last().expect("kinds");
    assert_eq!((last.kind.as_str(), last.customers), ("withdrawn_services", 2));
}
