//! The file as it stands, before its names are looked up.

use nawat_catalogue::{Fields, Found, Page, WeekDay, Where, Words};
use nawat_engine::time::{Millis, Moment};
use nawat_engine::visit::Placement;

use super::Window;
use super::lengths::{self, MINUTE};
use crate::law::Law;

/// As many as one file may describe.
const MOST_PEOPLE: f64 = 10_000_000.0;

/// A name, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub key: String,
    pub at: Where,
}

#[derive(Debug)]
pub(super) struct Draft {
    pub name: Words,
    pub at: Where,
    pub centre: Option<Named>,
    pub capacity: Option<u32>,
    pub walking: Law,
    pub within: Vec<Millis>,
    pub day: Option<DayDraft>,
    pub endless: Option<(u64, u32, u64)>,
    pub classes: Vec<ClassDraft>,
    pub groups: Vec<GroupDraft>,
}

#[derive(Debug)]
pub(super) struct DayDraft {
    pub at: Where,
    pub date: Option<jiff::civil::Date>,
    pub weekday: Option<WeekDay>,
    pub opens: Option<Moment>,
    pub last_ticket: Option<Moment>,
    pub closes: Option<Moment>,
    pub serve_to_the_end: bool,
}

#[derive(Debug)]
pub(super) struct ClassDraft {
    pub at: Where,
    pub key: String,
    pub name: Option<Words>,
    pub service: Option<Named>,
    pub segment: Option<Named>,
    pub queue: Option<String>,
    pub level: u8,
    pub rate: u16,
    pub party: u16,
    pub arrivals: ArrivalsDraft,
    pub lasts: Option<Law>,
    pub patience: Option<Law>,
    pub refer: Option<(Named, f64, Placement)>,
}

#[derive(Debug)]
pub(super) struct ArrivalsDraft {
    pub at: Where,
    pub people: Amount,
    pub profile: Vec<f64>,
    /// Factors by the day of the week.
    pub weekdays: Vec<(WeekDay, f64)>,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Amount {
    ADay(f64),
    AnHour(f64),
}

#[derive(Debug)]
pub(super) struct GroupDraft {
    pub at: Where,
    pub key: String,
    pub name: Option<Words>,
    pub counters: CountersDraft,
    pub profile: Option<Named>,
    pub takes: Vec<(Named, u8, u16)>,
    pub shifts: Vec<Window>,
    pub breaks: Vec<Window>,
}

#[derive(Debug)]
pub(super) enum CountersDraft {
    Number(u16),
    Named(Vec<Named>),
}

/// Reads the file's fields. What is wrong is noted; `None` where nothing can be made of the rest.
pub(super) fn read(page: &Page<'_>) -> Option<Draft> {
    page.read("a scenario", |fields| {
        let name = fields.words("name");
        let at = fields.at.clone();
        let centre = fields.find("centre").and_then(|found| named(&found, "centre"));
        let capacity = match fields.find("capacity") {
            None => Some(None),
            Some(found) => found.number("capacity", 1..=1_000_000, "M020").map(Some),
        };
        let walking = optional_length(fields, "walking");
        let within = within(fields);
        let day = fields.find("day").and_then(|found| found.table("day", "a day", read_day));
        let endless =
            fields.find("endless").and_then(|found| found.table("endless", "an endless day", endless));
        let classes = fields.tables("class", "a class", class);
        let groups = fields.tables("group", "a group", group);
        Some(Draft {
            name: name?,
            at,
            centre,
            capacity: capacity?,
            walking: walking?.unwrap_or(Law::Fixed(Millis::ZERO)),
            within: within?,
            day,
            endless,
            classes,
            groups,
        })
    })
}

fn named(found: &Found<'_>, name: &str) -> Option<Named> {
    Some(Named { key: found.text(name)?, at: found.at() })
}

fn optional_name(fields: &mut Fields<'_>, name: &'static str) -> Option<Named> {
    fields.find(name).and_then(|found| named(&found, name))
}

/// `Some(None)` where it is left out, `None` where it is wrong.
fn optional_length(fields: &mut Fields<'_>, name: &'static str) -> Option<Option<Law>> {
    match fields.find(name) {
        None => Some(None),
        Some(found) => lengths::read(&found, name).map(Some),
    }
}

fn within(fields: &mut Fields<'_>) -> Option<Vec<Millis>> {
    let Some(found) = fields.find("within_minutes") else {
        return Some([7, 15, 30].map(Millis::minutes).to_vec());
    };
    let minutes = |item: &Found<'_>| item.decimal("within_minutes", 0.0..=10_080.0);
    found.list("within_minutes")?.iter().map(|item| Some(Millis((minutes(item)? * MINUTE) as i64))).collect()
}

fn read_day(fields: &mut Fields<'_>) -> Option<DayDraft> {
    let date = match fields.find("date") {
        None => Some(None),
        Some(found) => found.date("date").map(Some),
    };
    let weekday = match fields.find("weekday") {
        None => Some(None),
        Some(found) => found.choice("weekday", &weekdays()).map(Some),
    };
    let opens = clock(fields, "opens");
    let last_ticket = clock(fields, "last_ticket");
    let closes = clock(fields, "closes");
    let ends = match fields.find("at_closing") {
        None => Some(true),
        Some(found) => found.choice("at_closing", &[("serve", true), ("send_home", false)]),
    };
    Some(DayDraft {
        at: fields.at.clone(),
        date: date?,
        weekday: weekday?,
        opens: opens?,
        last_ticket: last_ticket?,
        closes: closes?,
        serve_to_the_end: ends?,
    })
}

fn weekdays() -> [(&'static str, WeekDay); 7] {
    WeekDay::ALL.map(|day| (day.key(), day))
}

fn clock(fields: &mut Fields<'_>, name: &'static str) -> Option<Option<Moment>> {
    match fields.find(name) {
        None => Some(None),
        Some(found) => found.time(name).map(|time| Some(since_midnight(time))),
    }
}

pub(super) fn since_midnight(time: jiff::civil::Time) -> Moment {
    let seconds = i64::from(time.hour()) * 3_600 + i64::from(time.minute()) * 60 + i64::from(time.second());
    Moment(seconds * 1_000)
}

fn endless(fields: &mut Fields<'_>) -> Option<(u64, u32, u64)> {
    let warm_up = fields.number("warm_up", 0..=1_000_000_000);
    let batches = fields.number("batches", 2..=100_000);
    let batch = fields.number("batch", 100..=100_000_000);
    Some((warm_up?, batches?, batch?))
}

fn class(fields: &mut Fields<'_>) -> Option<ClassDraft> {
    let key = fields.need("key", "\"short_name\"").and_then(|found| found.text("key"));
    let name = fields.find("name").and_then(|found| found.words("name"));
    let service = optional_name(fields, "service");
    let segment = optional_name(fields, "segment");
    let queue = fields.find("queue").and_then(|found| found.text("queue"));
    let level = fields.number_or("level", 0..=255, 0);
    let rate = fields.number_or("rate", 1..=65_535, 1);
    let party = fields.number_or("party", 1..=1_000, 1);
    let arrivals = fields.need("arrivals", "{ per_day = 400 }");
    let arrivals = arrivals.and_then(|found| found.table("arrivals", "arrivals", arrivals_of));
    let lasts = optional_length(fields, "service_time");
    let patience = optional_length(fields, "patience");
    let refer = match fields.find("refer") {
        None => Some(None),
        Some(found) => found.table("refer", "a referral", refer).map(Some),
    };
    Some(ClassDraft {
        at: fields.at.clone(),
        key: key?,
        name,
        service,
        segment,
        queue,
        level: level?,
        rate: rate?,
        party: party?,
        arrivals: arrivals?,
        lasts: lasts?,
        patience: patience?,
        refer: refer?,
    })
}

fn refer(fields: &mut Fields<'_>) -> Option<(Named, f64, Placement)> {
    const PLACES: [(&str, Placement); 3] = [
        ("end", Placement::End),
        ("original_arrival", Placement::OriginalArrival),
        ("priority", Placement::Priority),
    ];
    let to = fields.need("to", "\"class\"").and_then(|found| named(&found, "to"));
    let share = fields.decimal("share", 0.0..=1.0);
    let placement = match fields.find("placement") {
        None => Some(Placement::End),
        Some(found) => found.choice("placement", &PLACES),
    };
    Some((to?, share?, placement?))
}

fn arrivals_of(fields: &mut Fields<'_>) -> Option<ArrivalsDraft> {
    let a_day = fields.decimal_if_there("per_day", 0.0..=MOST_PEOPLE)?;
    let an_hour = fields.decimal_if_there("per_hour", 0.0..=MOST_PEOPLE)?;
    let people = match (a_day, an_hour) {
        (Some(people), None) => Amount::ADay(people),
        (None, Some(people)) => Amount::AnHour(people),
        _ => {
            let remedy = "Write per_day = 400, or per_hour = 60, and not both.";
            fields.note("S004", "arrivals need one number of people.", remedy);
            return None;
        }
    };
    let profile = match fields.find("profile") {
        None => Vec::new(),
        Some(found) => {
            let weights: Option<Vec<f64>> =
                found.list("profile")?.iter().map(|item| item.decimal("profile", 0.0..=1e9)).collect();
            let weights = weights?;
            if weights.iter().sum::<f64>() <= 0.0 || matches!(people, Amount::AnHour(_)) {
                let remedy =
                    "Write per_day, and a weight above 0 for each quarter of an hour that people come in.";
                found.note("S004", "this profile spreads nobody.", remedy);
                return None;
            }
            weights
        }
    };
    let factors = |fields: &mut Fields<'_>| {
        let of = |(key, day)| Some(fields.decimal_if_there(key, 0.0..=100.0)?.map(|factor| (day, factor)));
        let factors: Option<Vec<Option<(WeekDay, f64)>>> = weekdays().into_iter().map(of).collect();
        Some(factors?.into_iter().flatten().collect())
    };
    let weekdays = match fields.find("weekdays") {
        None => Vec::new(),
        Some(found) => found.table("weekdays", "factors by weekday", factors)?,
    };
    Some(ArrivalsDraft { at: fields.at.clone(), people, profile, weekdays })
}

fn group(fields: &mut Fields<'_>) -> Option<GroupDraft> {
    let key = fields.need("key", "\"short_name\"").and_then(|found| found.text("key"));
    let name = fields.find("name").and_then(|found| found.words("name"));
    let counters = fields.need("counters", "9").and_then(|found| counters(&found));
    let profile = optional_name(fields, "profile");
    let takes = match fields.find("takes") {
        None => Some(Vec::new()),
        Some(found) => found.list("takes").and_then(|list| list.iter().map(takes).collect()),
    };
    let shifts = windows(fields, "shifts");
    let breaks = windows(fields, "breaks");
    Some(GroupDraft {
        at: fields.at.clone(),
        key: key?,
        name,
        counters: counters?,
        profile,
        takes: takes?,
        shifts: shifts?,
        breaks: breaks?,
    })
}

/// How many, or which ones.
fn counters(found: &Found<'_>) -> Option<CountersDraft> {
    if found.is_list() {
        let named: Option<Vec<Named>> =
            found.list("counters")?.iter().map(|item| named(item, "counters")).collect();
        return Some(CountersDraft::Named(named?));
    }
    found.number("counters", 1..=10_000, "M020").map(CountersDraft::Number)
}

/// A queue's name, or a table with its order or weight.
fn takes(found: &Found<'_>) -> Option<(Named, u8, u16)> {
    if found.is_table() {
        return found.table("takes", "a queue that is taken", |fields| {
            let queue = fields.need("queue", "\"key\"").and_then(|found| named(&found, "queue"));
            let order = fields.number_or("order", 0..=255, 0);
            let weight = fields.number_or("weight", 1..=1_000, 1);
            Some((queue?, order?, weight?))
        });
    }
    Some((named(found, "takes")?, 0, 1))
}

/// `[["07:30", "13:00"], …]`, each ending after it begins (S005).
fn windows(fields: &mut Fields<'_>, name: &'static str) -> Option<Vec<Window>> {
    let Some(found) = fields.find(name) else { return Some(Vec::new()) };
    let window = |item: &Found<'_>| {
        let times: Vec<Found<'_>> = item.list(name)?;
        let times: Option<Vec<Moment>> =
            times.iter().map(|time| time.time(name).map(since_midnight)).collect();
        match times?[..] {
            [from, to] if from < to => Some(Window { from, to }),
            _ => {
                let what = format!("{name} need a beginning and a later end.");
                item.note("S005", what, "Write [\"07:30\", \"13:00\"].");
                None
            }
        }
    };
    let mut windows: Vec<Window> = found.list(name)?.iter().map(window).collect::<Option<_>>()?;
    windows.sort_by_key(|window| window.from);
    if windows.windows(2).any(|pair| pair[0].to > pair[1].from) {
        found.note("S005", format!("{name} overlap."), "Let each end before the next begins.");
        return None;
    }
    Some(windows)
}
