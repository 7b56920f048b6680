//! What must fit together, whoever made the rules; then the scenario whole.

use std::sync::Arc;

use nawat_catalogue::{Notes, Words, nearest};
use nawat_engine::ids::{CounterId, ProfileId, QueueId, SegmentId, ServiceId};
use nawat_engine::rules::{Hours, Rules};
use nawat_engine::time::{Millis, Moment};

use super::draft::{Amount, ClassDraft, DayDraft, Draft};
use super::warning::load_of;
use super::{Arrivals, Class, Group, QueueName, Refer, Scenario, Span, Window};
use crate::law::Law;

const HOUR: f64 = 3_600_000.0;
/// People of one day, at the most: a mistake of the pen must not run for hours.
const PEOPLE: f64 = 10_000_000.0;
/// Counters, classes and the like of one scenario.
const THINGS: usize = 20_000;

/// What the two sorts of scenarios know by now.
pub(super) struct Built {
    pub rules: Arc<Rules>,
    pub queues: Vec<QueueName>,
    pub classes: Vec<BuiltClass>,
    pub groups: Vec<BuiltGroup>,
    /// By the centre's calendar.
    pub hours: Option<Hours>,
}

pub(super) struct BuiltClass {
    pub service: ServiceId,
    pub queue: QueueId,
    pub segment: SegmentId,
    pub lasts: Law,
    pub name: Words,
}

pub(super) struct BuiltGroup {
    pub counters: Vec<CounterId>,
    pub profile: ProfileId,
    pub name: Words,
    /// Its place in the file; beyond it, where the file has none.
    pub draft: usize,
}

pub(super) fn finish(draft: &Draft, built: Option<Built>, notes: &Notes) -> Option<Scenario> {
    let hours = hours(draft, built.as_ref(), notes);
    let span = span(draft, hours, notes);
    once_each(draft, notes);
    let built = built?;
    if built.classes.len() != draft.classes.len() {
        return None;
    }
    let span = span?;
    let classes = draft.classes.iter().zip(&built.classes);
    let classes: Option<Vec<Class>> =
        classes.map(|(class, built)| whole(draft, class, built, span, notes)).collect();
    let groups = built.groups.iter().map(|group| opened(draft, group, span, notes)).collect();
    let scenario = Scenario {
        name: draft.name.clone(),
        rules: built.rules,
        span,
        classes: classes?,
        queues: built.queues,
        groups,
        walking: draft.walking.clone(),
        within: draft.within.clone(),
    };
    sound(draft, &scenario, notes);
    Some(scenario)
}

/// The day's hours: those of the file, by default those of the centre's calendar.
fn hours(draft: &Draft, built: Option<&Built>, notes: &Notes) -> Option<Hours> {
    let day = draft.day.as_ref()?;
    let calendar = built.and_then(|built| built.hours);
    let missing = |name: &str| {
        let what = format!("the day has no {name}.");
        let remedy = format!("Add {name} = \"07:30\", or the date = of a working day, with a centre.");
        notes.note(&day.at, "S006", what, remedy);
    };
    let opens = day.opens.or(calendar.map(|hours| hours.opens));
    let closes = day.closes.or(calendar.map(|hours| hours.closes));
    if draft.centre.is_none() || day.date.is_none() {
        if opens.is_none() {
            missing("opens");
        }
        if closes.is_none() {
            missing("closes");
        }
    }
    let (opens, closes) = (opens?, closes?);
    let last = day.last_ticket.or(calendar.map(|hours| hours.last_ticket)).unwrap_or(closes);
    if opens >= closes || last <= opens || last > closes {
        let what = "the day opens, gives its last ticket and closes in another order.";
        notes.note(&day.at, "S006", what, "Write opens before last_ticket, and closes no earlier than that.");
        return None;
    }
    Some(Hours { opens, last_ticket: last, closes })
}

fn span(draft: &Draft, hours: Option<Hours>, notes: &Notes) -> Option<Span> {
    match (&draft.day, draft.endless) {
        (Some(day), None) => Some(Span::Day { hours: hours?, serve_to_the_end: day.serve_to_the_end }),
        (None, Some((warm_up, batches, batch))) => Some(Span::Endless { warm_up, batches, batch }),
        (Some(_), Some(_)) => {
            let remedy = "Keep [day] for a day that begins and ends, [endless] for what is stationary.";
            notes.note(&draft.at, "S007", "a scenario is a day or an endless day, not both.", remedy);
            None
        }
        (None, None) => {
            let remedy = "Add [day] with opens and closes, or [endless] with warm_up, batches and batch.";
            notes.note(&draft.at, "S007", "this scenario has no [day] and no [endless].", remedy);
            None
        }
    }
}

fn once_each(draft: &Draft, notes: &Notes) {
    if draft.classes.is_empty() {
        notes.note(&draft.at, "S008", "nobody comes: there is no [[class]] that can be read.", "Add one.");
    }
    if draft.groups.is_empty() && draft.centre.is_none() {
        notes.note(&draft.at, "S009", "nobody serves: there is no [[group]] that can be read.", "Add one.");
    }
    for (place, class) in draft.classes.iter().enumerate() {
        if draft.classes[..place].iter().any(|earlier| earlier.key == class.key) {
            let what = format!("the class {} stands here a second time.", class.key);
            notes.note(&class.at, "M010", what, "Give it another key.");
        }
    }
    for (place, group) in draft.groups.iter().enumerate() {
        if draft.groups[..place].iter().any(|earlier| earlier.key == group.key) {
            let what = format!("the group {} stands here a second time.", group.key);
            notes.note(&group.at, "M010", what, "Give it another key.");
        }
    }
}

fn whole(draft: &Draft, class: &ClassDraft, built: &BuiltClass, span: Span, notes: &Notes) -> Option<Class> {
    let refer = match &class.refer {
        None => None,
        Some((to, share, placement)) => {
            let keys = || draft.classes.iter().map(|class| class.key.as_str());
            let Some(place) = keys().position(|key| key == to.key) else {
                let remedy = match nearest(&to.key, keys()) {
                    Some(nearest) => format!("Did you mean {nearest}?"),
                    None => format!("Name one of {}.", keys().collect::<Vec<_>>().join(", ")),
                };
                notes.note(&to.at, "S010", format!("there is no class {}.", to.key), remedy);
                return None;
            };
            Some(Refer { to: place, share: *share, placement: *placement })
        }
    };
    Some(Class {
        key: class.key.clone(),
        name: class.name.clone().unwrap_or_else(|| built.name.clone()),
        service: built.service,
        queue: built.queue,
        segment: built.segment,
        party: class.party,
        arrivals: arrivals(class, draft.day.as_ref(), span, notes)?,
        lasts: built.lasts.clone(),
        patience: class.patience.clone(),
        refer,
    })
}

fn arrivals(class: &ClassDraft, day: Option<&DayDraft>, span: Span, notes: &Notes) -> Option<Arrivals> {
    let draft = &class.arrivals;
    let weekday = day.and_then(|day| day.weekday.or(day.date.map(nawat_catalogue::WeekDay::of)));
    let factor = weekday.and_then(|weekday| draft.weekdays.iter().find(|(day, _)| *day == weekday));
    let factor = factor.map_or(1.0, |(_, factor)| *factor);
    match (span, draft.people) {
        (Span::Day { hours, .. }, people) => {
            let length = hours.last_ticket.after(hours.opens).0 as f64;
            let people = factor
                * match people {
                    Amount::ADay(people) => people,
                    Amount::AnHour(people) => people * length / HOUR,
                };
            if people > PEOPLE {
                let what = format!("{people:.0} people of the class {} would come in a day.", class.key);
                notes.note(&draft.at, "S011", what, "Write fewer than ten millions.");
                return None;
            }
            let weights = if draft.profile.is_empty() { &[1.0][..] } else { &draft.profile };
            Some(Arrivals::spread(people, hours.opens, hours.last_ticket, weights))
        }
        (Span::Endless { .. }, Amount::AnHour(people)) => Some(Arrivals::steady(people / HOUR)),
        (Span::Endless { .. }, Amount::ADay(_)) => {
            let what = format!("the class {} comes by the day, and this day has no end.", class.key);
            notes.note(&draft.at, "S004", what, "Write per_hour.");
            None
        }
    }
}

/// Its shifts and breaks within the day's hours; without a word said it is open all day.
fn opened(draft: &Draft, group: &BuiltGroup, span: Span, notes: &Notes) -> Group {
    let told = draft.groups.get(group.draft);
    let (mut shifts, mut breaks) =
        told.map_or_else(Default::default, |told| (told.shifts.clone(), told.breaks.clone()));
    let all_day = match span {
        Span::Day { hours, .. } => Window { from: hours.opens, to: hours.closes },
        Span::Endless { .. } => Window { from: Moment(0), to: Moment(i64::MAX) },
    };
    if let (Some(told), Span::Endless { .. }) = (told, span)
        && !(shifts.is_empty() && breaks.is_empty())
    {
        let what =
            format!("the group {} has shifts or breaks, and this day has no end.", group_key(draft, group));
        notes.note(&told.at, "S005", what, "Take them away.");
    }
    if shifts.is_empty() {
        shifts.push(all_day);
    }
    if let Some(told) = told {
        let outside = |window: &Window| window.from < all_day.from || window.to > all_day.to;
        if shifts.iter().any(outside) {
            let what = format!("a shift of the group {} lies outside the day's hours.", told.key);
            notes.note(&told.at, "S005", what, "Keep shifts between opening and closing.");
        }
        let within =
            |window: &Window| shifts.iter().any(|shift| shift.from <= window.from && window.to <= shift.to);
        if !breaks.iter().all(within) {
            let what = format!("a break of the group {} lies outside its shifts.", told.key);
            notes.note(&told.at, "S005", what, "Let each break lie within one shift.");
        }
    }
    breaks.retain(|window| window.length() > Millis::ZERO);
    Group {
        key: group_key(draft, group),
        name: told.and_then(|told| told.name.clone()).unwrap_or_else(|| group.name.clone()),
        counters: group.counters.clone(),
        profile: group.profile,
        shifts,
        breaks,
    }
}

fn group_key(draft: &Draft, group: &BuiltGroup) -> String {
    draft.groups.get(group.draft).map_or_else(|| group.name.en.clone(), |told| told.key.clone())
}

/// What can be simulated comes to an end, in a memory that stays flat.
fn sound(draft: &Draft, scenario: &Scenario, notes: &Notes) {
    let counters: Vec<CounterId> = scenario.groups.iter().flat_map(|group| group.counters.clone()).collect();
    let mut each = counters.clone();
    each.sort_unstable();
    if let Some(pair) = each.windows(2).find(|pair| pair[0] == pair[1]) {
        let what = format!("the counter with number {} is in two groups.", pair[0]);
        notes.note(&draft.at, "S009", what, "Name each counter once.");
    }
    if counters.len() > THINGS || scenario.classes.len() > THINGS {
        notes.note(
            &draft.at,
            "S011",
            "this scenario is larger than any hall.",
            "Write fewer counters and classes.",
        );
    }
    for (class, told) in scenario.classes.iter().zip(&draft.classes) {
        let taken = |group: &&Group| scenario.taken_by(group).any(|queue| queue == class.queue);
        if !scenario.groups.iter().any(|group| taken(&group) && !group.counters.is_empty()) {
            let what = format!("no counter ever takes the class {}.", class.key);
            notes.note(&told.at, "S010", what, "Let a group take its queue.");
        }
    }
    let everybody: f64 =
        scenario.classes.iter().map(|class| class.arrivals.expected(Moment(i64::MAX >> 1))).sum();
    if everybody <= 0.0 {
        notes.note(&draft.at, "S008", "nobody comes.", "Give a class more than 0 people.");
    }
    if matches!(scenario.span, Span::Endless { .. }) && scenario.rules.capacity.is_none() {
        unsettled(draft, scenario, notes);
    }
}

/// An endless day in which somebody waits longer and longer has no answer.
fn unsettled(draft: &Draft, scenario: &Scenario, notes: &Notes) {
    for (class, told) in scenario.classes.iter().zip(&draft.classes) {
        let load = load_of(scenario, class.queue);
        if class.patience.is_none() && load.offered >= load.counters {
            let what = format!(
                "{:.2} counters' work comes for {} counters in the queue of {}: it never settles.",
                load.offered, load.counters, class.key
            );
            notes.note(&told.at, "S012", what, "Add counters, patience or a capacity, or simulate a [day].");
        }
    }
}
