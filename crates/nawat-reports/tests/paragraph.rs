//! The press paragraph for awkward counts, in both languages, against its expected files.

mod support;

use std::fmt::Write;

use nawat_catalogue::Lang;
use nawat_reports::PeriodStatistics;
use nawat_reports::paragraph::paragraph;
use support::{expect, published, quarter, quarter_days, statistics_of, texts};

const AWKWARD: [u64; 8] = [0, 1, 2, 3, 11, 100, 101, 1_000_000];

fn golden(name: &str, counts: impl Fn(u64) -> [u64; 8]) {
    let texts = texts();
    for lang in Lang::ALL {
        let mut all = String::new();
        for n in AWKWARD {
            let said = paragraph(&statistics_of(counts(n)), &texts, lang);
            writeln!(all, "{n}: {said}").expect("written");
        }
        expect(&format!("paragraph_{name}_{lang}.txt"), &all);
    }
}

#[test]
fn so_many_inquiries() {
    golden("inquiries", |n| [0, 0, n, 0, 0, 0, 0, 0]);
}

#[test]
fn so_many_for_mazaya_alone() {
    golden("mazaya", |n| [n, 0, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn so_many_for_other_services_alone() {
    golden("other", |n| [0, n, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn so_many_for_both_and_as_many_of_every_kind() {
    golden("both", |n| [n; 8]);
}

#[test]
fn so_many_for_mazaya_and_one_for_another_service() {
    golden("mazaya_and_one", |n| [n, 1, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn the_quarter_as_the_newspaper_had_it() {
    let published = published();
    let days = quarter_days(&published, support::QUARTER);
    let statistics = PeriodStatistics::of(days, &published, quarter());
    for (lang, said) in [
        (Lang::En, ["25,780 customers", "5,237 customers", "4,203 for the Mazaya programme (80 %)", "1,034"]),
        (Lang::Ar, ["25,780 عميلًا", "5,237 عميلًا", "4,203 طلبات لبرنامج «مزايا» (80 %)", "1,034 طلبًا"]),
    ] {
        let paragraph = paragraph(&statistics, &texts(), lang);
        for part in said {
            assert!(paragraph.contains(part), "{part} in: {paragraph}");
        }
    }
}

#[test]
fn a_share_close_to_all_is_not_said_to_be_all() {
    let texts = texts();
    let close = paragraph(&statistics_of([9_999, 1, 0, 0, 0, 0, 0, 0]), &texts, Lang::En);
    assert!(close.contains("more than 99 %"), "{close}");
    let far = paragraph(&statistics_of([1, 9_999, 0, 0, 0, 0, 0, 0]), &texts, Lang::En);
    assert!(far.contains("less than 1 %"), "{far}");
}
