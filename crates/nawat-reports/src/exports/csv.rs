//! The report for spreadsheets (RFC 4180): two blocks of four columns, an empty line between them.
//!
//! ```text
//! kind,name,customers,share            a row a kind, in the centre's order; share with four decimals
//!
//! figure,name,value,unit               a row a figure; an empty value says not measured
//! ```
//!
//! A file that holds anything beyond ASCII begins with the byte order mark, without which spreadsheets show
//! Arabic as rubbish; the English file of a centre with plain names is plain ASCII and has none.

use nawat_catalogue::Lang;

use crate::figures::seconds;
use crate::{PeriodStatistics, Quantiles, ReportTexts, Share};

const BYTE_ORDER_MARK: char = '\u{FEFF}';

pub(super) fn render(statistics: &PeriodStatistics, texts: &ReportTexts, lang: Lang) -> String {
    let mut out = String::new();
    row(&mut out, ["kind", "name", "customers", "share"]);
    for kind in &statistics.kinds {
        let (customers, share) = (kind.customers.to_string(), share(kind.share));
        row(&mut out, [&kind.kind, &kind.name_in(texts, lang), &customers, &share]);
    }
    out.push_str("\r\n");
    row(&mut out, ["figure", "name", "value", "unit"]);
    for figure in figures(statistics) {
        let name = texts.in_lang(lang).say(figure.label);
        row(&mut out, [figure.key, &name, &figure.value, figure.unit]);
    }
    if out.is_ascii() { out } else { format!("{BYTE_ORDER_MARK}{out}") }
}

struct Figure {
    key: &'static str,
    /// The key of its words.
    label: &'static str,
    value: String,
    unit: &'static str,
}

fn figures(statistics: &PeriodStatistics) -> Vec<Figure> {
    let figure = |key, label, value, unit| Figure { key, label, value, unit };
    let count = |key, label, count: u64, unit| figure(key, label, count.to_string(), unit);
    let new = statistics.new_applications;
    let unserved = statistics.unserved;
    let per_day = statistics.customers_per_working_day().map_or_else(String::new, |n| n.to_string());
    let within = share(statistics.within_allotted);
    let time = |of: Option<Quantiles>, ms: fn(Quantiles) -> u64| {
        of.map_or_else(String::new, |of| seconds(ms(of)).to_string())
    };
    let wait = statistics.wait;
    vec![
        figure("from", "label-period", statistics.period.from().to_string(), "date"),
        figure("to", "label-period", statistics.period.to().to_string(), "date"),
        count("working_days", "label-working-days", statistics.working_days, "days"),
        count("customers", "label-customers", statistics.customers, "customers"),
        count("new_applications", "label-new", new.customers(), "customers"),
        count("new_applications_mazaya", "label-new-mazaya", new.mazaya, "customers"),
        count("new_applications_other", "label-new-other", new.other, "customers"),
        figure("mazaya_share", "label-mazaya-share", share(new.mazaya_share()), "share"),
        figure("customers_per_working_day", "label-per-day", per_day, "customers"),
        figure("within_allotted_share", "label-within", within, "share"),
        figure("wait_p50", "label-wait-p50", time(wait, |of| of.p50_ms), "seconds"),
        figure("wait_p90", "label-wait-p90", time(wait, |of| of.p90_ms), "seconds"),
        figure("wait_p99", "label-wait-p99", time(wait, |of| of.p99_ms), "seconds"),
        figure("later_wait_p50", "label-later-wait", time(statistics.later_wait, |of| of.p50_ms), "seconds"),
        figure("service_p50", "label-service", time(statistics.service_time, |of| of.p50_ms), "seconds"),
        figure("completed_share", "label-completed", share(statistics.completed), "share"),
        count("left_unserved", "label-unserved", unserved.total(), "people"),
        count("left", "label-left", unserved.left, "people"),
        count("no_show", "label-no-show", unserved.no_show, "people"),
        count("redirected", "label-redirected", unserved.redirected, "people"),
        count("day_closed", "label-day-closed", unserved.day_closed, "people"),
        count("carried_over", "label-carried-over", unserved.carried_over, "people"),
        count("work", "label-work", statistics.work.total(), "pieces"),
        count("days_missing", "label-missing", statistics.days.missing.len() as u64, "days"),
        count("synthetic_days", "synthetic", statistics.days.synthetic, "days"),
    ]
}

/// Four decimals, or nothing where nothing was measured.
fn share(share: Option<Share>) -> String {
    share.map_or_else(String::new, |share| format!("{:.4}", share.four_decimals()))
}

fn row<const N: usize>(out: &mut String, cells: [&str; N]) {
    for (i, cell) in cells.into_iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        out.push_str(&field(cell));
    }
    out.push_str("\r\n");
}

/// A field as RFC 4180 writes it. What a spreadsheet would take for a formula gets an apostrophe before it
/// (OWASP, CSV injection): names come from a file that somebody edits.
fn field(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\r', '\n']) || text.starts_with('\'') {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn a_formula_becomes_text() {
        for (text, written) in [
            ("Data update", "Data update"),
            ("Ownership, flats", "\"Ownership, flats\""),
            ("the \"new\" one", "\"the \"\"new\"\" one\""),
            ("=HYPERLINK(1)", "\"'=HYPERLINK(1)\""),
            ("+1", "\"'+1\""),
            ("-1", "\"'-1\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("\t=1", "\"'\t=1\""),
            ("a\nb", "\"a\nb\""),
            ("", ""),
        ] {
            assert_eq!(field(text), written, "{text:?}");
        }
    }
}
