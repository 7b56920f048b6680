//! The report as one file that opens anywhere and prints well: styles inside, no foreign host, no script.

use askama::Template;
use nawat_catalogue::{Lang, Texts};

use super::text::{completed, counted_apart, notes, per_day, synthetic, within};
use crate::paragraph::paragraph;
use crate::report_texts::{duration, number, percent, period};
use crate::{PeriodStatistics, ReportError, ReportTexts, measures};

#[derive(Template)]
#[template(path = "period.html")]
struct PeriodPage<'a> {
    lang: Lang,
    words: &'a Texts,
    centre: String,
    period: String,
    synthetic: Option<String>,
    notes: Vec<String>,
    /// The customers large; a dash where no day was recorded.
    received: String,
    customers: String,
    customers_label: String,
    unserved_note: Option<String>,
    cards: Vec<Card>,
    rows: Vec<Row>,
    total_share: String,
    paragraph: String,
    apart: Vec<(String, String)>,
    measures: Vec<MeasureWords>,
}

/// A measure large: what it is, its figure, and what belongs beside it.
struct Card {
    label: String,
    /// `None` draws a dash: it was not measured, and the note says why.
    figure: Option<String>,
    note: String,
}

struct Row {
    name: String,
    customers: String,
    share: String,
    /// Anybody came for it.
    some: bool,
    /// The bar's length in tenths of a percent of the longest.
    bar: u64,
}

struct MeasureWords {
    name: String,
    formula: String,
    silent: String,
    clause: String,
}

pub(super) fn render(
    statistics: &PeriodStatistics,
    texts: &ReportTexts,
    lang: Lang,
) -> Result<String, ReportError> {
    let words = texts.in_lang(lang);
    let (recorded, people) = (statistics.recorded(), statistics.unserved.total());
    let page = PeriodPage {
        lang,
        words,
        centre: centre(statistics, words, lang),
        period: period(words, statistics.period),
        synthetic: synthetic(statistics, words, "synthetic"),
        notes: notes(statistics, words),
        received: if recorded { number(words, statistics.customers) } else { words.say("dash") },
        customers: number(words, statistics.customers),
        customers_label: words.say_with("customers-received", &[("customers", statistics.customers.into())]),
        unserved_note: recorded.then(|| words.say_with("unserved-note", &[("people", people.into())])),
        cards: cards(statistics, words),
        rows: rows(statistics, texts, lang),
        total_share: percent(words, crate::Share::of(statistics.customers, statistics.customers), 1),
        paragraph: paragraph(statistics, texts, lang),
        apart: counted_apart(statistics, words),
        measures: measures::ALL.map(|measure| described(words, &measure)).into(),
    };
    page.render().map_err(|error| ReportError::Page { words: error.to_string() })
}

/// The centre with the house that it belongs to.
fn centre(statistics: &PeriodStatistics, words: &Texts, lang: Lang) -> String {
    let (centre, owner) = (statistics.centre.in_lang(lang), statistics.owner.in_lang(lang));
    if owner.is_empty() {
        return centre.to_owned();
    }
    words.say_with("centre-of-owner", &[("centre", centre.into()), ("owner", owner.into())])
}

fn cards(statistics: &PeriodStatistics, words: &Texts) -> Vec<Card> {
    let card =
        |label: &str, figure: Option<String>, note: String| Card { label: words.say(label), figure, note };
    let wait_note = statistics.wait.map_or_else(
        || words.say("wait-not-measured"),
        |wait| words.say_with("wait-p90", &[("time", duration(words, wait.p90_ms).into())]),
    );
    let days = number(words, statistics.days.working_recorded);
    let average = statistics.customers_per_working_day();
    let per_day_note = match average {
        Some(_) => format!("{}: {days}", words.say("label-working-days")),
        None => words.say("per-day-not-measured"),
    };
    let service_note = statistics.service_time.map_or_else(
        || words.say("service-not-measured"),
        |service| words.say_with("service-p90", &[("time", duration(words, service.p90_ms).into())]),
    );
    vec![
        card(
            "label-within",
            statistics.within_allotted.map(|share| percent(words, Some(share), 1)),
            within(statistics, words),
        ),
        card("label-wait-p50", statistics.wait.map(|wait| duration(words, wait.p50_ms)), wait_note),
        card("label-per-day", average.map(|_| per_day(statistics, words)), per_day_note),
        card(
            "label-service",
            statistics.service_time.map(|service| duration(words, service.p50_ms)),
            service_note,
        ),
        card(
            "label-completed",
            statistics.completed.map(|share| percent(words, Some(share), 1)),
            completed(statistics, words),
        ),
        card("label-satisfaction", None, words.say("satisfaction-not-measured")),
    ]
}

fn rows(statistics: &PeriodStatistics, texts: &ReportTexts, lang: Lang) -> Vec<Row> {
    let words = texts.in_lang(lang);
    let longest = statistics.kinds.iter().map(|kind| kind.customers).max().unwrap_or(0);
    let bar = |customers: u64| (u128::from(customers) * 1_000 / u128::from(longest.max(1))) as u64;
    let row = |kind: &crate::KindRow| Row {
        name: kind.name_in(texts, lang),
        customers: number(words, kind.customers),
        share: percent(words, kind.share, 1),
        some: kind.customers > 0,
        bar: bar(kind.customers),
    };
    statistics.kinds.iter().map(row).collect()
}

fn described(words: &Texts, measure: &measures::Measure) -> MeasureWords {
    let key = format!("measure-{}", measure.key);
    MeasureWords {
        name: words.say(&key),
        formula: words.say(&format!("{key}.formula")),
        silent: words.say(&format!("{key}.silent")),
        clause: words.say(measure.clause.key()),
    }
}
