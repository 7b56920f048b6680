//! The sheet that is handed out: what to bring, what happens next, by when.

use jiff::civil::Date;
use nawat_catalogue::{Calendar, NextStep, WeekDay};
use nawat_engine::ids::ServiceId;
use nawat_reports::{ReportTexts, words};

use crate::fill::Seen;
use crate::pages::frame::Frame;
use crate::pages::reception::{SheetStep, StepSheet};

/// `f`: whoever is at the desk; `seen` is seen by the visitor. `None` where there is no such service.
pub fn page<'a>(
    f: &'a Frame<'a>,
    seen: &Seen<'a>,
    id: ServiceId,
    reports: &ReportTexts,
) -> Option<StepSheet<'a>> {
    let service = seen.published.service(id)?;
    let today = seen.published.centre.calendar.local_date(seen.now());
    Some(StepSheet {
        f,
        g: seen.f,
        service: id.0,
        name: seen.own(&service.name),
        about: seen.own(&service.description),
        date: words::date(reports.in_lang(seen.f.lang), today),
        bring: seen.bring(id),
        steps: service.next.iter().map(|step| one(f, seen, step, today, reports)).collect(),
    })
}

fn one(f: &Frame<'_>, seen: &Seen<'_>, step: &NextStep, today: Date, reports: &ReportTexts) -> SheetStep {
    let by = |days: u16| {
        let date = after_working_days(&seen.published.centre.calendar, today, days)?;
        let weekday = seen.f.say(&format!("weekday-{}", WeekDay::of(date).key()));
        let date = words::date(reports.in_lang(seen.f.lang), date);
        let values = [("n", i64::from(days).into()), ("day", weekday.into()), ("date", date.into())];
        Some(seen.f.words.say_with("sheet-by", &values))
    };
    let unconfirmed = match step.working_days {
        _ if !step.confirm => None,
        Some(days) => Some(f.count("sheet-unconfirmed-days", u32::from(days))),
        None => Some(f.say("sheet-unconfirmed")),
    };
    SheetStep {
        what: seen.own(&step.what),
        // A date that nobody has confirmed is promised to nobody.
        by: step.working_days.filter(|_| !step.confirm).and_then(by),
        unconfirmed,
    }
}

/// The day on which so many working days after a visit are over; `None` at the end of all calendars.
fn after_working_days(calendar: &Calendar, visit: Date, days: u16) -> Option<Date> {
    (0..days).try_fold(visit, |date, _| calendar.next_working_day(date))
}
