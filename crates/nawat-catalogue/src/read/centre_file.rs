//! `centre.toml`.

use super::fields::Fields;
use super::register::Sort;
use super::{Folder, Page};
use crate::calendar::Calendar;
use crate::centre::{
    Centre, Counter, Kind, Limits, NewApplication, Occasion, Outcome, Place, Profile, Queue, Reason,
    ReasonFor, Section, Segment, Series, Take, WordsFiles, phone_tickets,
};
use crate::lang::Words;
use crate::service::Service;
use crate::zone::Zone;

/// Rates and weights multiply with milliseconds of waiting; within these bounds no day overflows.
const RATE_MAX: i64 = 1_000;
const WEIGHT_MAX: i64 = 100;
const OCCASIONS: [(&str, Occasion); 3] = [
    ("walk_in", Occasion::WalkIn),
    ("appointment", Occasion::Appointment),
    ("returning", Occasion::Returning),
];
const PLACES: [(&str, Place); 2] = [("counter", Place::Counter), ("room", Place::Room)];

/// What `centre.toml` tells, before the other files are joined to it. A scalar that was wrong has a stand-in
/// and a note; the note keeps the centre from being returned.
pub(super) struct Draft {
    key: String,
    name: Words,
    owner: Words,
    place: Option<Words>,
    telephone: Option<String>,
    zone: Option<Zone>,
    pub limits: Limits,
    pub kinds: Vec<Kind>,
    pub sections: Vec<Section>,
    pub queues: Vec<Queue>,
    pub series: Vec<Series>,
    pub segments: Vec<Segment>,
    pub profiles: Vec<Profile>,
    pub counters: Vec<Counter>,
    pub outcomes: Vec<Outcome>,
    pub reasons: Vec<Reason>,
}

/// `None` where the file is missing or is not TOML.
pub(super) fn read(folder: &Folder) -> Option<Draft> {
    let file = "centre.toml";
    let source = folder.text(file)?;
    Page { file, source: &source, notes: folder.notes }.read("the centre", |centre| {
        let key = centre.need("key", "\"name-of-the-centre\"").and_then(|found| found.key("key"));
        Some(Draft {
            name: centre.words("name").unwrap_or_default(),
            owner: centre.words("owner").unwrap_or_default(),
            place: centre.find("place").and_then(|found| found.words("place")),
            telephone: centre.find("telephone").and_then(|found| found.text("telephone")),
            zone: zone(centre),
            limits: limits(centre),
            kinds: centre.tables("kind", "the kind", kind),
            sections: centre.tables("section", "the section", section),
            queues: centre.tables("queue", "the queue", queue),
            series: centre.tables("series", "the series", series),
            segments: centre.tables("segment", "the segment", segment),
            profiles: centre.tables("profile", "the profile", profile),
            counters: centre.tables("counter", "the counter", counter),
            outcomes: centre.tables("outcome", "the outcome", outcome),
            reasons: centre.tables("reason", "the reason", reason),
            key: key.unwrap_or_default(),
        })
    })
}

impl Draft {
    /// The centre, once the other files are read too.
    pub fn whole(
        self,
        services: Vec<Service>,
        calendar: super::calendar_files::Draft,
        texts: WordsFiles,
    ) -> Option<Centre> {
        Some(Centre {
            key: self.key,
            name: self.name,
            owner: self.owner,
            place: self.place,
            telephone: self.telephone,
            limits: self.limits,
            kinds: self.kinds,
            sections: self.sections,
            queues: self.queues,
            series: self.series,
            services,
            segments: self.segments,
            profiles: self.profiles,
            counters: self.counters,
            outcomes: self.outcomes,
            reasons: self.reasons,
            calendar: Calendar {
                zone: self.zone?,
                working_week: calendar.working_week,
                hours: calendar.hours?,
                special: calendar.special,
                holidays: calendar.holidays,
            },
            texts,
        })
    }
}

fn zone(centre: &mut Fields) -> Option<Zone> {
    let found = centre.need("time_zone", "\"Asia/Bahrain\"")?;
    let name = found.text("time_zone")?;
    let zone = Zone::named(&name);
    if zone.is_none() {
        let what = format!("there is no time zone {name}.");
        found.note("M057", what, "Write its name as in the IANA time zone database, such as Asia/Bahrain.");
    }
    zone
}

fn limits(centre: &mut Fields) -> Limits {
    let read = |limits: &mut Fields| {
        let capacity = limits.find("capacity").map(|it| it.number("capacity", 1..=1_000_000, "M020"));
        Some(Limits {
            capacity: capacity.flatten(),
            counter_minutes: limits.number("counter_minutes", 1..=120).unwrap_or(u16::MAX),
            party_max: limits.number("party_max", 1..=1_000).unwrap_or(1),
            extension_max_minutes: limits.number("extension_max_minutes", 1..=240).unwrap_or(1),
            delay_max_minutes: limits.number_or("delay_max_minutes", 0..=240, 0).unwrap_or(0),
            phone_tickets: limits.number_or("phone_tickets", 0..=20, phone_tickets()).unwrap_or_default(),
            undo_seconds: limits.number("undo_seconds", 0..=600).unwrap_or(0),
        })
    };
    let found = centre.need("limits", "{ … }, or a table [limits]");
    let limits = found.and_then(|found| found.table("limits", "[limits]", read));
    // Without limits no service is measured against them: what is missing is noted already.
    let stand_in = Limits {
        capacity: None,
        counter_minutes: u16::MAX,
        party_max: 1,
        extension_max_minutes: 1,
        delay_max_minutes: 0,
        phone_tickets: 0,
        undo_seconds: 0,
    };
    limits.unwrap_or(stand_in)
}

fn kind(it: &mut Fields) -> Option<Kind> {
    let key = it.key(Sort::Kind);
    let name = it.words("name").unwrap_or_default();
    let section = it.reference("section", Sort::Section).unwrap_or_default();
    let referral = it.flag("referral", false).unwrap_or_default();
    let sorts = [("mazaya", NewApplication::Mazaya), ("other", NewApplication::Other)];
    let new_application =
        it.find("new_application").and_then(|found| found.choice("new_application", &sorts));
    Some(Kind { key: key?, name, section, referral, new_application })
}

fn section(it: &mut Fields) -> Option<Section> {
    let key = it.key(Sort::Section);
    let name = it.words("name").unwrap_or_default();
    Some(Section { key: key?, name })
}

fn queue(it: &mut Fields) -> Option<Queue> {
    let key = it.key(Sort::Queue);
    let name = it.words("name").unwrap_or_default();
    let private = it.flag("private", false).unwrap_or_default();
    Some(Queue { key: key?, name, private })
}

fn series(it: &mut Fields) -> Option<Series> {
    let key = it.key(Sort::Series);
    let prefix = it.need("prefix", "\"H\"").and_then(|found| {
        let text = found.text("prefix")?;
        let mut letters = text.chars();
        let letter = letters.next().filter(|letter| letter.is_ascii_uppercase() && letters.next().is_none());
        if letter.is_none() {
            let what = format!("prefix is {text}.");
            found.note("M030", what, "Write one capital Latin letter, such as H.");
        }
        letter
    });
    let first = it.number_or("first", 1..=999_999, 1).unwrap_or(1);
    let last = it.number_or("last", 1..=999_999, 999_999).unwrap_or(999_999);
    if last < first {
        it.note_field(
            "last",
            "M020",
            format!("the series ends at {last} before it begins at {first}."),
            "Write a last number above the first.",
        );
    }
    Some(Series { key: key?, prefix: prefix.unwrap_or(' '), first, last })
}

fn segment(it: &mut Fields) -> Option<Segment> {
    let key = it.key(Sort::Segment);
    let name = it.words("name").unwrap_or_default();
    let level = it.number_or("level", 0..=9, 0).unwrap_or(0);
    let rate = it.need("rate", "10").and_then(|found| found.number("rate", 1..=RATE_MAX, "M023"));
    let occasion = it.find("occasion").and_then(|found| found.choice("occasion", &OCCASIONS));
    let at_kiosk = it.flag("at_kiosk", false).unwrap_or_default();
    Some(Segment { key: key?, name, level, rate: rate.unwrap_or(1), occasion, at_kiosk })
}

fn profile(it: &mut Fields) -> Option<Profile> {
    let key = it.key(Sort::Profile);
    let name = it.words("name").unwrap_or_default();
    let (mut orders, mut weights) = (0, 0);
    let takes = it.tables("takes", "a queue of a profile", |take| {
        let queue = take.reference("queue", Sort::Queue)?;
        let order = take.find("order").map(|it| it.number("order", 0..=9, "M024").unwrap_or(0));
        let weight = take.find("weight").map(|it| it.number("weight", 1..=WEIGHT_MAX, "M024").unwrap_or(1));
        orders += usize::from(order.is_some());
        weights += usize::from(weight.is_some());
        Some(Take { queue, order: order.unwrap_or(0), weight: weight.unwrap_or(1) })
    });
    let named = key.as_deref().unwrap_or("without a key");
    if orders > 0 && weights > 0 {
        let what = format!("the profile {named} has order and weight.");
        it.note_field("takes", "M040", what, "Use one of both: order for strict turns, weight for shares.");
    } else if orders > 0 && orders < takes.len() {
        let what = format!("the profile {named} gives an order to some queues only.");
        it.note_field("takes", "M040", what, "Give each queue of it an order, 0 first.");
    }
    if takes.is_empty() {
        it.note_field(
            "takes",
            "M041",
            format!("the profile {named} takes no queue."),
            "Add takes = [{ queue = \"key\" }].",
        );
    }
    let twice =
        takes.iter().enumerate().find(|(i, take)| takes[..*i].iter().any(|it| it.queue == take.queue));
    if let Some((_, take)) = twice {
        let what = format!("the profile {named} takes the queue {} twice.", take.queue);
        it.note_field("takes", "M043", what, "Keep one of them.");
    }
    Some(Profile { key: key?, name, takes })
}

fn counter(it: &mut Fields) -> Option<Counter> {
    let key = it.key(Sort::Counter);
    let number = it.number("number", 1..=999).unwrap_or(0);
    let place = it.find("place").map_or(Some(Place::Counter), |found| found.choice("place", &PLACES));
    let profile = it.reference("profile", Sort::Profile).unwrap_or_default();
    Some(Counter { key: key?, number, place: place.unwrap_or(Place::Counter), profile })
}

fn outcome(it: &mut Fields) -> Option<Outcome> {
    let key = it.key(Sort::Outcome);
    let name = it.words("name").unwrap_or_default();
    let completes = it.need("completes", "true").and_then(|found| found.flag("completes"));
    Some(Outcome { key: key?, name, completes: completes.unwrap_or_default() })
}

fn reason(it: &mut Fields) -> Option<Reason> {
    let key = it.key(Sort::Reason);
    let name = it.words("name").unwrap_or_default();
    let choices = ReasonFor::ALL.map(|what| (what.key(), what));
    let uses = it.choices("for", &choices).unwrap_or_default();
    Some(Reason { key: key?, name, uses })
}
