//! Every format as a whole, in both languages, against its expected file.

mod support;

use nawat_catalogue::Lang;
use nawat_reports::{Format, PeriodStatistics, ReportError, render};
use support::{expect, head, published, quarter, quarter_days, texts};

fn the_quarter() -> PeriodStatistics {
    let published = published();
    let days = quarter_days(&published, support::QUARTER);
    PeriodStatistics::of(days, &published, quarter()).with_head(head())
}

fn nothing() -> PeriodStatistics {
    PeriodStatistics::of([], &published(), quarter())
}

/// A day still open after one lived by simulated people and two that nobody recorded.
fn unfinished() -> PeriodStatistics {
    let published = published();
    let mut days = quarter_days(&published, [40, 10, 90, 20, 60, 0, 30, 11]);
    days.truncate(2);
    days[1].1.synthetic_days = 0;
    days[1].1.open_days = 1;
    days[1].1.still_here = 7;
    if let Some(cell) = days[0].1.cells.values_mut().next() {
        cell.work.telephone = 12;
        cell.work.back_office = 3;
        cell.later_wait.record(nawat_engine::time::Millis::seconds(120));
    }
    let (from, to) = (jiff::civil::date(2017, 11, 1), jiff::civil::date(2017, 11, 6));
    let period = nawat_reports::Period::new(from, to, support::today()).expect("a period of the past");
    PeriodStatistics::of(days, &published, period)
}

fn whole(case: &str, statistics: &PeriodStatistics) {
    let texts = texts();
    for format in [Format::Text, Format::Csv, Format::Html] {
        for lang in Lang::ALL {
            let report = render(statistics, &texts, lang, format).expect("written");
            expect(&format!("{case}_{lang}.{}", format.extension()), &report);
        }
    }
    let json = render(statistics, &texts, Lang::En, Format::Json).expect("written");
    expect(&format!("{case}.json"), &json);
}

#[test]
fn the_quarter_in_every_format() {
    whole("quarter", &the_quarter());
}

#[test]
fn a_period_without_a_record_in_every_format() {
    whole("nothing", &nothing());
}

#[test]
fn a_period_that_is_not_over_in_every_format() {
    whole("unfinished", &unfinished());
}

#[test]
fn json_keeps_its_contract() {
    let json = render(&the_quarter(), &texts(), Lang::Ar, Format::Json).expect("written");
    let json: serde_json::Value = serde_json::from_str(&json).expect("json");
    assert_eq!(json["period"]["from"], "2017-11-01");
    assert_eq!(json["period"]["to"], "2018-01-31");
    assert_eq!(json["period"]["working_days"], 62);
    assert_eq!(json["customers"], 25_780);
    let shares = [0.163, 0.0401, 0.3163, 0.0818, 0.2288, 0.0024, 0.1005, 0.0671];
    let kinds = json["kinds"].as_array().expect("a list");
    assert_eq!(kinds.len(), 8);
    for (kind, (customers, share)) in kinds.iter().zip(support::QUARTER.into_iter().zip(shares)) {
        assert_eq!((&kind["customers"], &kind["share"]), (&customers.into(), &share.into()), "{kind}");
    }
    assert_eq!(kinds[0]["kind"], "mazaya_application");
    assert_eq!(kinds[7]["kind"], "referred_to_supervisor");
    let new = &json["new_applications"];
    assert_eq!(
        (&new["customers"], &new["mazaya"], &new["other"]),
        (&5_237.into(), &4_203.into(), &1_034.into())
    );
    assert_eq!(new["mazaya_share"], 0.8026);
    assert_eq!(json["customers_per_working_day"], 415.8);
    assert!(json["within_allotted_share"].is_f64());
    assert!(["p50", "p90", "p99"].iter().all(|share| json["wait_s"][share].is_f64()));
    assert_eq!(json["synthetic"], true);
    assert!(json["paragraph"]["ar"].is_string() && json["paragraph"]["en"].is_string());
}

#[test]
fn nothing_measured_is_null_and_never_zero() {
    let json = render(&nothing(), &texts(), Lang::En, Format::Json).expect("written");
    let json: serde_json::Value = serde_json::from_str(&json).expect("json");
    for measured in ["customers_per_working_day", "within_allotted_share", "completed_share"] {
        assert!(json[measured].is_null(), "{measured}");
    }
    for share in ["p50", "p90", "p99"] {
        assert!(json["wait_s"][share].is_null(), "{share}");
    }
    assert!(json["new_applications"]["mazaya_share"].is_null());
    assert_eq!(json["kinds"][0]["share"], serde_json::Value::Null);
    assert_eq!(json["days"]["missing"].as_array().map(Vec::len), Some(62));
}

#[test]
fn formats_of_a_later_version_say_so() {
    for format in [Format::Xlsx, Format::Pdf] {
        let refused = render(&nothing(), &texts(), Lang::En, format).expect_err("not written");
        assert_eq!(refused, ReportError::NotWrittenYet { format });
        assert!(refused.to_string().contains(" instead"), "{refused}");
    }
    let unknown = "xml".parse::<Format>().expect_err("unknown");
    assert!(unknown.to_string().contains("text, json, csv, html"), "{unknown}");
    for format in Format::ALL {
        assert_eq!(format.key().parse::<Format>(), Ok(format));
    }
}

#[test]
fn a_page_names_no_other_host_and_writes_names_as_text() {
    let mut statistics = the_quarter();
    statistics.kinds[0].name.en = "<script>alert(1)</script>".to_owned();
    let page = render(&statistics, &texts(), Lang::En, Format::Html).expect("written");
    assert!(!page.contains("<script"), "a name became markup");
    assert!(!page.contains("http://") && !page.contains("https://") && !page.contains("url("));
}

#[test]
fn a_spreadsheet_takes_no_name_for_a_formula() {
    let mut statistics = the_quarter();
    statistics.kinds[0].name.en = "=HYPERLINK(\"http://example.invalid\")".to_owned();
    let sheet = render(&statistics, &texts(), Lang::En, Format::Csv).expect("written");
    assert!(sheet.contains(",\"'=HYPERLINK("), "{sheet}");
    assert!(sheet.is_ascii(), "an English sheet of plain names needs no byte order mark");
    let arabic = render(&statistics, &texts(), Lang::Ar, Format::Csv).expect("written");
    assert!(arabic.starts_with('\u{FEFF}'), "an Arabic sheet needs the byte order mark");
}
