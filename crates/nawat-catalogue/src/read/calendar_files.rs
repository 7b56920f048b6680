//! `calendar/hours.toml` and `calendar/holidays-YEAR.toml`.

use jiff::civil::Date;

use super::fields::Fields;
use super::register::Where;
use super::{Folder, Page};
use crate::calendar::{DayHours, Holiday, SpecialHours, WeekDay};

/// The calendar without its time zone. `hours` is missing where they were wrong.
pub(super) struct Draft {
    pub working_week: Vec<WeekDay>,
    pub hours: Option<DayHours>,
    pub special: Vec<SpecialHours>,
    pub holidays: Vec<Holiday>,
}

/// A range of days with its name in one language, for messages, and its place.
type Range = (Date, Date, String, Where);

/// `None` where `hours.toml` is missing or is not TOML.
pub(super) fn read(folder: &Folder) -> Option<Draft> {
    let draft = read_hours(folder);
    let holidays = read_holidays(folder);
    let mut draft = draft?;
    draft.holidays = holidays;
    Some(draft)
}

fn read_hours(folder: &Folder) -> Option<Draft> {
    let file = "calendar/hours.toml";
    let source = folder.text(file)?;
    Page { file, source: &source, notes: folder.notes }.read("the calendar", |it| {
        let choices = WeekDay::ALL.map(|day| (day.key(), day));
        let working_week = it.choices("working_days", &choices);
        if working_week.as_ref().is_some_and(Vec::is_empty) {
            it.note("M003", "working_days names no day.", "Name at least one, such as \"sunday\".");
        }
        let hours = day_hours(it);
        let mut ranges = Vec::new();
        let mut special = it.tables("special", "the special hours", |it| special(it, &mut ranges));
        note_overlaps(folder, ranges, "the range");
        special.sort_by_key(|range| range.from);
        Some(Draft { working_week: working_week.unwrap_or_default(), hours, special, holidays: Vec::new() })
    })
}

fn read_holidays(folder: &Folder) -> Vec<Holiday> {
    let mut holidays = Vec::new();
    let mut ranges = Vec::new();
    for name in folder.names("calendar") {
        let Some(year) = year_of(&name) else { continue };
        let file = format!("calendar/{name}");
        let Some(source) = folder.text(&file) else { continue };
        let page = Page { file: &file, source: &source, notes: folder.notes };
        let found = page.read("the year", |it| {
            Some(it.tables("holiday", "the holiday", |it| holiday(it, year, &mut ranges)))
        });
        holidays.extend(found.unwrap_or_default());
    }
    note_overlaps(folder, ranges, "the holiday");
    holidays.sort_by_key(|holiday| holiday.from);
    holidays
}

/// The year of `holidays-2026.toml`; `None` for any other name.
pub(super) fn year_of(name: &str) -> Option<i16> {
    let year = name.strip_prefix("holidays-")?.strip_suffix(".toml")?;
    if year.len() == 4 { year.parse().ok() } else { None }
}

fn special(it: &mut Fields, ranges: &mut Vec<Range>) -> Option<SpecialHours> {
    let name = it.words("name").unwrap_or_default();
    let days = days(it);
    let hours = day_hours(it);
    let provisional = it.need("provisional", "true").and_then(|found| found.flag("provisional"));
    let (from, to) = days?;
    ranges.push((from, to, name.en.clone(), it.at.clone()));
    Some(SpecialHours { name, from, to, hours: hours?, provisional: provisional? })
}

fn holiday(it: &mut Fields, year: i16, ranges: &mut Vec<Range>) -> Option<Holiday> {
    let name = it.words("name").unwrap_or_default();
    let days = days(it);
    let in_lieu = it.flag("in_lieu", false).unwrap_or_default();
    let provisional = it.need("provisional", "true").and_then(|found| found.flag("provisional"));
    let (from, to) = days?;
    if from.year() != year {
        let what = format!("the holiday begins on {from}, in another year than the file's.");
        it.note_field(
            "from",
            "M056",
            what,
            &format!("Move it to holidays-{}.toml, or mend the date.", from.year()),
        );
    }
    ranges.push((from, to, name.en.clone(), it.at.clone()));
    Some(Holiday { name, from, to, in_lieu, provisional: provisional? })
}

/// `from` and `to`; without `to` the one day (M054 where it ends before it begins).
fn days(it: &mut Fields) -> Option<(Date, Date)> {
    let from = it.date("from");
    let to = match it.find("to") {
        None => from,
        Some(found) => found.date("to"),
    };
    let (from, to) = (from?, to?);
    if to < from {
        it.note_field(
            "to",
            "M054",
            format!("the range ends on {to}, before it begins on {from}."),
            "Turn the two days round.",
        );
        return None;
    }
    Some((from, to))
}

/// Opening, last ticket, closing: in this order (M052, M053).
fn day_hours(it: &mut Fields) -> Option<DayHours> {
    let (opens, last_ticket, closes) = (it.time("opens"), it.time("last_ticket"), it.time("closes"));
    let hours = DayHours { opens: opens?, last_ticket: last_ticket?, closes: closes? };
    let DayHours { opens, last_ticket, closes } = hours;
    let clock = |time: jiff::civil::Time| time.strftime("%H:%M").to_string();
    if closes <= opens {
        let what = format!("the centre closes at {}, before it opens at {}.", clock(closes), clock(opens));
        it.note_field("closes", "M052", what, "Write a closing time after the opening, on the same day.");
    } else if last_ticket < opens || last_ticket > closes {
        let (last, opens, closes) = (clock(last_ticket), clock(opens), clock(closes));
        let what = format!("the last ticket is given at {last}, outside {opens} to {closes}.");
        it.note_field("last_ticket", "M053", what, "Write a time between opening and closing.");
    }
    Some(hours)
}

/// Two ranges that share a day contradict each other (M055); the later one of the two is noted.
fn note_overlaps(folder: &Folder, mut ranges: Vec<Range>, thing: &str) {
    ranges.sort();
    let mut furthest: Option<Range> = None;
    for range in ranges {
        if let Some((_, to, name, at)) = furthest.as_ref().filter(|earlier| range.0 <= earlier.1) {
            let what = format!("{thing} “{}” overlaps “{name}”, which lasts until {to} ({at}).", range.2);
            folder.notes.note(&range.3, "M055", what, "Let each day belong to one of them.");
        }
        if furthest.as_ref().is_none_or(|earlier| range.1 > earlier.1) {
            furthest = Some(range);
        }
    }
}
