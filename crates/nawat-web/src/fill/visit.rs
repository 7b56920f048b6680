//! The public page, from the hall as it stands, the calendar, and the hours of the last weeks.

use jiff::ToSpan;
use jiff::civil::Date;
use nawat_catalogue::{Arg, DayHours, WeekDay};
use nawat_reports::by_hour::{HourFigures, best_hour};

use super::{Seen, small};
use crate::pages::visit::{Hour, OtherDays, Queue, Service, Visit, WeekDayHours};

/// Holidays and other hours are told so many days ahead.
const AHEAD: i32 = 60;

/// `hours`: of the days behind, which are so many; whether simulated days are among them.
pub fn page<'a>(seen: &Seen<'a>, hours: &[HourFigures], days_behind: u32, synthetic: bool) -> Visit<'a> {
    let centre = &seen.published.centre;
    let today = centre.calendar.local_date(seen.now());
    Visit {
        f: seen.f,
        hall: super::kiosk::hall(seen),
        waiting: small(seen.day.count.waiting as usize),
        counters_open: small(seen.day.counters().filter(|counter| counter.is_open()).count()),
        place: centre.place.as_ref().map(|place| seen.own(place)),
        telephone: centre.telephone.clone(),
        queues: centre.queues.iter().filter_map(|queue| self::queue(seen, queue)).collect(),
        services: centre.services.iter().map(|service| self::service(seen, service)).collect(),
        week: week(seen, today),
        other_days: other_days(seen, today),
        hours: in_bars(hours),
        synthetic,
        days_behind,
    }
}

fn queue(seen: &Seen<'_>, queue: &nawat_catalogue::Queue) -> Option<Queue> {
    if queue.private {
        return None;
    }
    let id = seen.published.queue_id(&queue.key)?;
    Some(Queue {
        name: seen.own(&queue.name),
        waiting: seen.day.lines.waiting(id),
        wait: seen.f.waits.of_newcomer(id.0),
        too_late: seen.f.waits.too_late(id.0),
    })
}

fn service(seen: &Seen<'_>, service: &nawat_catalogue::Service) -> Service {
    Service {
        name: seen.own(&service.name),
        description: seen.own(&service.description),
        bring: service.bring.iter().map(|words| seen.own(words)).collect(),
        from_home: service.from_home,
    }
}

/// The coming seven days from this week's first, by their names: what holds today among them.
fn week(seen: &Seen<'_>, today: Date) -> Vec<WeekDayHours> {
    let calendar = &seen.published.centre.calendar;
    let first = WeekDay::ALL.iter().position(|day| *day == WeekDay::of(today)).unwrap_or(0);
    let date = |place: usize| today.saturating_add((place as i64 - first as i64).days());
    WeekDay::ALL
        .iter()
        .enumerate()
        .map(|(place, day)| WeekDayHours {
            day: seen.f.say(&format!("weekday-{}", day.key())),
            hours: calendar.wall_hours_on(date(place)).map(written),
            today: place == first,
        })
        .collect()
}

fn written(hours: DayHours) -> String {
    let time = |time: jiff::civil::Time| format!("{:02}:{:02}", time.hour(), time.minute());
    format!("{}–{}", time(hours.opens), time(hours.closes))
}

fn other_days(seen: &Seen<'_>, today: Date) -> Vec<OtherDays> {
    let calendar = &seen.published.centre.calendar;
    let until = today.saturating_add(AHEAD.days());
    let near = |from: Date, to: Date| to >= today && from <= until;
    let holidays = calendar.holidays.iter().filter(|it| near(it.from, it.to)).map(|it| {
        let (name, days) = (seen.own(&it.name), in_words(seen, it.from, it.to));
        (it.from, OtherDays { name, days, hours: None, provisional: it.provisional })
    });
    let special = calendar.special.iter().filter(|it| near(it.from, it.to)).map(|it| {
        let (name, days) = (seen.own(&it.name), in_words(seen, it.from, it.to));
        (it.from, OtherDays { name, days, hours: Some(written(it.hours)), provisional: it.provisional })
    });
    let mut all: Vec<(Date, OtherDays)> = holidays.chain(special).collect();
    all.sort_by_key(|(from, _)| *from);
    all.into_iter().map(|(_, days)| days).collect()
}

fn in_words(seen: &Seen<'_>, from: Date, to: Date) -> String {
    let one = |date: Date| {
        let month = seen.f.say(&format!("month-{}", date.month()));
        let day = i64::from(date.day());
        seen.f.words.say_with("date-of", &[("day", Arg::from(day)), ("month", Arg::from(month))])
    };
    if from == to { one(from) } else { format!("{} – {}", one(from), one(to)) }
}

fn in_bars(hours: &[HourFigures]) -> Vec<Hour> {
    let minutes = |ms: u64| u32::try_from(ms.div_ceil(60_000)).unwrap_or(u32::MAX);
    let longest = hours.iter().map(|hour| hour.wait.p90_ms).max().unwrap_or(0).max(1);
    let best = best_hour(hours);
    let hour = |it: &HourFigures| Hour {
        from: format!("{:02}:00", it.hour),
        half: minutes(it.wait.p50_ms),
        most: minutes(it.wait.p90_ms),
        percent: u32::try_from(it.wait.p90_ms * 100 / longest).unwrap_or(100),
        best: best == Some(it.hour),
    };
    hours.iter().map(hour).collect()
}
