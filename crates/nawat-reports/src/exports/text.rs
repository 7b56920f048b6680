//! The report for a terminal: title, period, customers, table, measures, paragraph. Columns are aligned in
//! both directions.

use nawat_catalogue::{Arg, Lang, Texts};

use crate::paragraph::paragraph;
use crate::report_texts::{duration, number, percent, period};
use crate::{PeriodStatistics, Quantiles, ReportTexts};

pub(super) fn render(statistics: &PeriodStatistics, texts: &ReportTexts, lang: Lang) -> String {
    let words = texts.in_lang(lang);
    let mut out = vec![statistics.centre.in_lang(lang).to_owned(), words.say("title")];
    out.extend(synthetic(statistics, words, "synthetic-said"));
    out.extend(notes(statistics, words));
    out.push(String::new());
    let mut lines = vec![
        (words.say("label-period"), period(words, statistics.period)),
        (words.say("label-working-days"), number(words, statistics.working_days)),
        (words.say("label-customers"), number(words, statistics.customers)),
    ];
    let head = lines.len();
    lines.extend(measures(statistics, words));
    lines.extend(counted_apart(statistics, words));
    let aligned = label_and_value(&lines);
    out.extend_from_slice(&aligned[..head]);
    out.push(String::new());
    out.extend(table(&kinds(statistics, texts, lang), lang));
    out.push(String::new());
    out.extend_from_slice(&aligned[head..]);
    out.push(String::new());
    out.push(paragraph(statistics, texts, lang));
    let mut text = out.join("\n");
    text.push('\n');
    text
}

/// That simulated people lived these days: `all` where they lived all of them, how many otherwise.
pub(super) fn synthetic(statistics: &PeriodStatistics, words: &Texts, all: &str) -> Option<String> {
    let days = &statistics.days;
    match days.synthetic {
        0 => None,
        some if some < days.recorded => Some(words.say_with("synthetic-partly", &[("days", some.into())])),
        _ => Some(words.say(all)),
    }
}

/// What must be known before the first figure is read.
pub(super) fn notes(statistics: &PeriodStatistics, words: &Texts) -> Vec<String> {
    let mut notes = Vec::new();
    if !statistics.recorded() {
        notes.push(words.say("not-recorded"));
    }
    if statistics.days.open > 0 {
        notes.push(words.say("open-day"));
    }
    notes
}

fn kinds(statistics: &PeriodStatistics, texts: &ReportTexts, lang: Lang) -> Vec<[String; 3]> {
    let words = texts.in_lang(lang);
    let mut rows = vec![["column-kind", "column-customers", "column-share"].map(|key| words.say(key))];
    for kind in &statistics.kinds {
        let share = percent(words, kind.share, 2);
        rows.push([kind.name_in(texts, lang), number(words, kind.customers), share]);
    }
    let all = crate::Share::of(statistics.customers, statistics.customers);
    rows.push([words.say("total"), number(words, statistics.customers), percent(words, all, 2)]);
    rows
}

type Line = (String, String);

fn measures(statistics: &PeriodStatistics, words: &Texts) -> Vec<Line> {
    let new = statistics.new_applications;
    let with_share = |n: u64| {
        let share = crate::Share::of(n, new.customers());
        let share = percent(words, share, 2);
        words.say_with("value-with-share", &[("n", number(words, n).into()), ("share", share.into())])
    };
    let part = |key: &str| format!("  {}", words.say(key));
    let mut lines = vec![
        (words.say("label-new"), number(words, new.customers())),
        (part("label-new-mazaya"), with_share(new.mazaya)),
        (part("label-new-other"), with_share(new.other)),
        (words.say("label-per-day"), per_day(statistics, words)),
        (words.say("label-within"), within(statistics, words)),
    ];
    match statistics.wait {
        None => lines.push((words.say("label-wait"), words.say("wait-not-measured"))),
        Some(wait) => {
            lines.push((words.say("label-wait-p50"), duration(words, wait.p50_ms)));
            lines.push((words.say("label-wait-p90"), duration(words, wait.p90_ms)));
            lines.push((words.say("label-wait-p99"), duration(words, wait.p99_ms)));
        }
    }
    let later = median(statistics.later_wait, words, "later-wait-not-measured");
    lines.push((words.say("label-later-wait"), later));
    lines.push((words.say("label-service"), median(statistics.service_time, words, "service-not-measured")));
    lines.push((words.say("label-completed"), completed(statistics, words)));
    lines
}

fn median(of: Option<Quantiles>, words: &Texts, not_measured: &str) -> String {
    of.map_or_else(|| words.say(not_measured), |of| duration(words, of.p50_ms))
}

/// “415.8”, or why it was not measured.
pub(super) fn per_day(statistics: &PeriodStatistics, words: &Texts) -> String {
    let Some(per_day) = statistics.customers_per_working_day() else {
        return words.say("per-day-not-measured");
    };
    let whole = number(words, per_day.trunc() as u64);
    format!("{whole}.{}", ((per_day.fract() * 10.0).round()) as u64)
}

/// “92.31 % of 24,916 steps at counters”, or why it was not measured.
pub(super) fn within(statistics: &PeriodStatistics, words: &Texts) -> String {
    match statistics.within_allotted {
        None => words.say("within-not-measured"),
        Some(share) => {
            let values: [(&str, Arg); 2] =
                [("share", percent(words, Some(share), 2).into()), ("steps", share.whole().into())];
            words.say_with("within-of", &values)
        }
    }
}

/// “88.00 % of 25,780 customers”, or why it was not measured.
pub(super) fn completed(statistics: &PeriodStatistics, words: &Texts) -> String {
    match statistics.completed {
        None => words.say("completed-not-measured"),
        Some(share) => {
            let values: [(&str, Arg); 2] =
                [("share", percent(words, Some(share), 2).into()), ("customers", share.whole().into())];
            words.say_with("completed-of", &values)
        }
    }
}

/// What is counted beside the customers: the sums always, their parts where there are any.
pub(super) fn counted_apart(statistics: &PeriodStatistics, words: &Texts) -> Vec<Line> {
    let (ends, work) = (statistics.unserved, statistics.work);
    let sum = |key: &str, n: u64| (words.say(key), number(words, n));
    let parts = |parts: &[(&str, u64)]| -> Vec<Line> {
        let some = parts.iter().filter(|(_, n)| *n > 0);
        some.map(|(key, n)| (format!("  {}", words.say(key)), number(words, *n))).collect()
    };
    let mut lines = vec![sum("label-unserved", ends.total())];
    lines.extend(parts(&[
        ("label-left", ends.left),
        ("label-no-show", ends.no_show),
        ("label-redirected", ends.redirected),
        ("label-day-closed", ends.day_closed),
        ("label-carried-over", ends.carried_over),
    ]));
    lines.push(sum("label-work", work.total()));
    lines.extend(parts(&[
        ("label-telephone", work.telephone),
        ("label-email", work.email),
        ("label-back-office", work.back_office),
    ]));
    if statistics.still_here > 0 {
        lines.push(sum("label-still-here", statistics.still_here));
    }
    if !statistics.days.missing.is_empty() {
        lines.push(sum("label-missing", statistics.days.missing.len() as u64));
    }
    if let Some(head) = &statistics.head {
        lines.push((words.say("label-head"), format!("{} {}", head.day, head.hash)));
    }
    lines
}

fn label_and_value(lines: &[Line]) -> Vec<String> {
    let width = lines.iter().map(|(label, _)| columns(label)).max().unwrap_or(0);
    lines.iter().map(|(label, value)| format!("{}  {value}", filled_after(label, width))).collect()
}

/// The first column begins where reading begins. Numbers stand with their last digits beneath each other:
/// from the left that means filling up before them, from the right after them.
fn table(rows: &[[String; 3]], lang: Lang) -> Vec<String> {
    let width = |column: usize| rows.iter().map(|row| columns(&row[column])).max().unwrap_or(0);
    let widths = [width(0), width(1), width(2)];
    let number = |text: &str, width: usize| match lang {
        Lang::En => filled_before(text, width),
        Lang::Ar => filled_after(text, width),
    };
    let line = |row: &[String; 3]| {
        let name = filled_after(&row[0], widths[0]);
        let line = format!("{name}  {}  {}", number(&row[1], widths[1]), number(&row[2], widths[2]));
        line.trim_end().to_owned()
    };
    let rule = "-".repeat(widths.iter().sum::<usize>() + 4);
    let mut lines: Vec<String> = rows.iter().map(line).collect();
    lines.insert(1, rule.clone());
    lines.insert(lines.len() - 1, rule);
    lines
}

fn filled_after(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(columns(text))))
}

fn filled_before(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(columns(text))))
}

/// Columns of a terminal: the vowel signs of Arabic, and marks of direction, take none.
fn columns(text: &str) -> usize {
    let takes_none = |c: char| {
        matches!(c, '\u{0300}'..='\u{036F}' | '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}'
            | '\u{0670}' | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E4}' | '\u{06E7}' | '\u{06E8}'
            | '\u{06EA}'..='\u{06ED}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
    };
    text.chars().filter(|c| !takes_none(*c)).count()
}

#[cfg(test)]
mod tests {
    use super::{columns, table};
    use nawat_catalogue::Lang;

    #[test]
    fn vowel_signs_take_no_column() {
        assert_eq!(columns("لم يُقَس"), 6);
        assert_eq!(columns("Share"), 5);
    }

    #[test]
    fn numbers_are_filled_up_on_the_side_that_aligns_their_last_digits() {
        let rows =
            [["a", "1,000", "x"], ["bb", "7", "y"], ["c", "62", "z"]].map(|row| row.map(str::to_owned));
        let from_left = table(&rows, Lang::En);
        assert_eq!(from_left[2], "bb      7  y");
        let from_right = table(&rows, Lang::Ar);
        assert_eq!(from_right[2], "bb  7      y");
    }
}
