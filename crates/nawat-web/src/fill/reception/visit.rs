//! A visit of today as the reception sees it, and the slip that is printed.

use jiff::civil::Date;
use nawat_catalogue::ReasonFor;
use nawat_engine::ids::CounterId;
use nawat_engine::visit::{End, Place, Visit};
use nawat_reports::{ReportTexts, words};

use crate::fill::Seen;
use crate::fill::choices;
use crate::fill::ticket::{ahead, delays};
use crate::pages::frame::{Name, Tone};
use crate::pages::qr::Qr;
use crate::pages::reception::{FoundVisit, ReceptionFound, ReceptionVisit, Slip, Stands, VisitActions};

/// `link`: the whole address of the ticket's page.
pub fn page<'a>(seen: &Seen<'a>, visit: &Visit, link: String, reports: &ReportTexts) -> ReceptionVisit<'a> {
    let step = seen.day.step(visit.step);
    let reached = seen.day.steps_of(visit).skip_while(|other| other.id != step.id).skip(1);
    ReceptionVisit {
        f: seen.f,
        id: visit.id.0,
        slip: slip(seen, visit, link, reports),
        stands: stands(seen, visit),
        group: seen.group(visit.segment),
        party: u32::from(visit.party),
        service: step.service.0,
        later: reached.map(|other| seen.service_name(other.service)).collect(),
        can: actions(seen, visit),
    }
}

fn slip(seen: &Seen<'_>, visit: &Visit, link: String, reports: &ReportTexts) -> Slip {
    let service = seen.day.step(visit.step).service;
    let unknown = || Name { own: seen.f.say("not-known"), other: seen.f.other("not-known") };
    let waits = matches!(visit.place, Place::Waiting(_));
    let wait = || {
        let own = seen.f.waits.of_visit(visit.id.0);
        own.or_else(|| seen.f.waits.of_newcomer(seen.day.home_queue(visit)?.0))
    };
    Slip {
        code: seen.code(visit.ticket),
        service: seen.published.service(service).map_or_else(unknown, |it| seen.name(&it.name)),
        ahead: waits.then(|| ahead(seen, visit)),
        wait: waits.then(wait).flatten(),
        date: date(seen, seen.published.centre.calendar.local_date(visit.arrived), reports),
        time: seen.local(visit.arrived),
        qr: Qr::of(&link),
        link,
    }
}

/// A date in both languages.
fn date(seen: &Seen<'_>, date: Date, reports: &ReportTexts) -> Name {
    let in_lang = |lang| words::date(reports.in_lang(lang), date);
    Name { own: in_lang(seen.f.lang), other: in_lang(seen.f.lang.other()) }
}

/// Where a visit stands.
pub fn stands(seen: &Seen<'_>, visit: &Visit) -> Stands {
    let f = seen.f;
    let at = |key: &str, counter: CounterId| f.words.say_with(key, &[("what", seen.place(counter).into())]);
    let (tone, words) = match visit.place {
        Place::Waiting(_) if visit.is_away(seen.now()) => {
            let until = visit.away_until.map_or_else(String::new, |until| seen.local(until));
            (Tone::Calm, f.with("stands-away", until))
        }
        Place::Waiting(_) => (Tone::Calm, f.count("stands-waiting", ahead(seen, visit))),
        Place::Called(counter) => (Tone::Soon, at("stands-called", counter)),
        Place::Serving(counter) => (Tone::Well, at("stands-serving", counter)),
        Place::Parked { reason } => (Tone::Soon, f.with("stands-parked", seen.reason(reason))),
        Place::Referred { .. } => (Tone::Soon, f.say("stands-referred")),
        Place::Ended(End::Served) => (Tone::Well, f.say("stands-served")),
        Place::Ended(End::Left) => (Tone::Late, f.say("stands-left")),
        Place::Ended(End::Redirected) => (Tone::Calm, f.say("stands-redirected")),
        Place::Ended(End::NoShow) => (Tone::Late, f.say("stands-no-show")),
        Place::Ended(End::DayClosed | End::CarriedOver) => (Tone::Calm, f.say("stands-day-ended")),
    };
    Stands { tone, words }
}

/// What the engine would not refuse as the visit stands.
fn actions(seen: &Seen<'_>, visit: &Visit) -> VisitActions {
    if !visit.is_open() {
        return VisitActions::default();
    }
    let waits = matches!(visit.place, Place::Waiting(_));
    let (published, centre) = (seen.published, &seen.published.centre);
    let mut groups = choices::groups(seen);
    groups.retain(|group| group.value != visit.segment.to_string());
    VisitActions {
        groups: if waits { groups } else { Vec::new() },
        reasons: seen.reasons(ReasonFor::Priority),
        services: choices::named(seen, &centre.services, |it| (published.service_id(&it.key), &it.name)),
        delays: delays(seen, visit),
        leave: !matches!(visit.place, Place::Serving(_)),
    }
}

/// Visits of one person, the newest first.
pub fn found<'a>(seen: &Seen<'a>, visits: &[&Visit]) -> ReceptionFound<'a> {
    let one = |visit: &&Visit| FoundVisit {
        id: visit.id.0,
        code: seen.code(visit.ticket),
        service: seen.service_name(seen.day.step(visit.step).service),
        arrived: seen.local(visit.arrived),
        stands: stands(seen, visit),
    };
    ReceptionFound { f: seen.f, visits: visits.iter().map(one).collect() }
}
