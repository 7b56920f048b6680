//! Which periods are taken, and what is said of the others.

mod support;

use jiff::civil::date;
use nawat_catalogue::Lang;
use nawat_reports::{Period, PeriodError};
use support::texts;

#[test]
fn what_is_no_period_is_refused_with_the_remedy_in_both_languages() {
    let texts = texts();
    for (from, to, code, remedy) in [
        ("2017-11-31", "2018-01-31", "period_not_a_date", "year-month-day"),
        ("", "2018-01-31", "period_not_a_date", "year-month-day"),
        ("2018-01-31", "2017-11-01", "period_reversed", "Exchange"),
        ("2027-01-01", "2027-01-31", "period_not_yet_begun", "that were lived"),
        ("2026-11-01", "2026-11-30", "period_not_yet_over", "End it on 2026-11-24"),
        ("1900-01-01", "2026-11-01", "period_too_long", "shorter"),
    ] {
        let refused = Period::parse(from, to, support::today()).expect_err("no period");
        assert_eq!(refused.code(), code, "{from} to {to}");
        let english = refused.in_words(&texts, Lang::En);
        assert!(english.contains(remedy), "{english}");
        assert!(refused.to_string().contains(remedy), "{refused}");
        let arabic = refused.in_words(&texts, Lang::Ar);
        assert!(arabic.contains("يُرجى") && !arabic.contains(['⟦', '{']), "{arabic}");
    }
}

#[test]
fn today_and_a_single_day_are_periods() {
    let period = Period::parse(" 2026-11-24", "2026-11-24 ", support::today()).expect("a period");
    assert_eq!((period.from(), period.to()), (date(2026, 11, 24), date(2026, 11, 24)));
    assert!(period.holds(nawat_catalogue::civil_day(support::today())));
}

#[test]
fn what_was_written_comes_back_short() {
    let refused = Period::parse(&"9".repeat(5_000), "2018-01-31", support::today());
    let Err(PeriodError::NotADate { text }) = refused else { panic!("{refused:?}") };
    assert_eq!(text.len(), 40);
}
