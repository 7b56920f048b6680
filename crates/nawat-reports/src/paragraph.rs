//! The press paragraph: what a newspaper would say of the period, in Arabic and in English.
//!
//! Each sentence stands whole in `texts/`, with all its plural forms: in Arabic the word for customers
//! changes with their number and with its place in the sentence, so nothing is pasted together but names,
//! dates and numbers. A kind's name is never inflected: it stands in a list, with its number beside it.

use nawat_catalogue::{Arg, Lang, Texts};

use crate::figures::Percent;
use crate::report_texts::{date, number};
use crate::{PeriodStatistics, ReportTexts, Share};

/// The paragraph in one language.
pub fn paragraph(statistics: &PeriodStatistics, texts: &ReportTexts, lang: Lang) -> String {
    let words = texts.in_lang(lang);
    let span = span(statistics, words);
    if !statistics.recorded() {
        return words.say_with("paragraph-not-recorded", &[("span", span.into())]);
    }
    let received = [("customers", statistics.customers.into()), ("span", span.into())];
    let mut sentences = vec![words.say_with("paragraph-received", &received)];
    if statistics.customers > 0 {
        sentences.extend(new_applications(statistics, words));
        sentences.extend(other_kinds(statistics, texts, lang));
        sentences.extend(average(statistics, words));
    }
    sentences.join(" ")
}

fn span(statistics: &PeriodStatistics, words: &Texts) -> String {
    let period = statistics.period;
    let values = [("from", date(words, period.from()).into()), ("to", date(words, period.to()).into())];
    words.say_with(if period.from() == period.to() { "span-day" } else { "span-days" }, &values)
}

/// `None` where the centre knows no new applications.
fn new_applications(statistics: &PeriodStatistics, words: &Texts) -> Option<String> {
    statistics.kinds.iter().find(|row| row.new_application.is_some())?;
    let new = statistics.new_applications;
    let key = match (new.mazaya, new.other) {
        (0, 0) => "paragraph-new-none",
        (_, 0) => "paragraph-new-mazaya",
        (0, _) => "paragraph-new-other",
        _ => "paragraph-new",
    };
    let share = new.mazaya_share().map_or_else(String::new, |share| share_in_words(words, share));
    let values: [(&str, Arg); 4] = [
        ("new", new.customers().into()),
        ("mazaya", new.mazaya.into()),
        ("other", new.other.into()),
        ("share", share.into()),
    ];
    Some(words.say_with(key, &values))
}

/// “80 %”.
fn share_in_words(words: &Texts, share: Share) -> String {
    match share.in_words() {
        Percent::BelowOne => words.say("share-below-one"),
        Percent::AboveNinetyNine => words.say("share-above-ninety-nine"),
        Percent::Whole(percent) => words.say_with("percent", &[("percent", percent.into())]),
    }
}

/// The kinds that are no new applications, as far as anybody came for them.
fn other_kinds(statistics: &PeriodStatistics, texts: &ReportTexts, lang: Lang) -> Option<String> {
    let words = texts.in_lang(lang);
    let items: Vec<String> = statistics
        .kinds
        .iter()
        .filter(|row| row.new_application.is_none() && row.customers > 0)
        .map(|row| {
            let customers = number(words, row.customers);
            let values = [("name", row.name_in(texts, lang).into()), ("customers", customers.into())];
            words.say_with("paragraph-item", &values)
        })
        .collect();
    let list = items.join(&words.say("paragraph-between"));
    let key = if statistics.new_applications.customers() > 0 { "paragraph-rest" } else { "paragraph-kinds" };
    (!items.is_empty()).then(|| words.say_with(key, &[("list", list.into())]))
}

fn average(statistics: &PeriodStatistics, words: &Texts) -> Option<String> {
    let average = statistics.customers_per_working_day()?;
    // Whole customers; the figure with its decimal stands in the table. Below 2^53, so nothing is lost.
    let values =
        [("average", (average.round() as u64).into()), ("days", statistics.days.working_recorded.into())];
    Some(words.say_with("paragraph-average", &values))
}
