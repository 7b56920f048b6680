//! When the centre is open: the days of its week, its hours, Ramadan, holidays.

use jiff::civil::{Date, DateTime, Time, Weekday};
use nawat_engine::rules::Hours;
use nawat_engine::time::Moment;
use serde::{Deserialize, Serialize};

use crate::lang::Words;
use crate::zone::Zone;

/// The centre's calendar. Everything in it is data that a supervisor may edit: each holiday is settled by a
/// circular a few days before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    pub zone: Zone,
    /// Days of the week on which the centre works.
    pub working_week: Vec<WeekDay>,
    /// Hours of a day that nothing else is said of.
    pub hours: DayHours,
    /// Ranges with other hours, such as Ramadan. They never overlap.
    pub special: Vec<SpecialHours>,
    /// Ranges in which the centre is closed. They never overlap.
    pub holidays: Vec<Holiday>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WeekDay {
    Sunday,
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
}

impl WeekDay {
    pub const ALL: [WeekDay; 7] = [
        WeekDay::Sunday,
        WeekDay::Monday,
        WeekDay::Tuesday,
        WeekDay::Wednesday,
        WeekDay::Thursday,
        WeekDay::Friday,
        WeekDay::Saturday,
    ];

    pub fn key(self) -> &'static str {
        match self {
            WeekDay::Sunday => "sunday",
            WeekDay::Monday => "monday",
            WeekDay::Tuesday => "tuesday",
            WeekDay::Wednesday => "wednesday",
            WeekDay::Thursday => "thursday",
            WeekDay::Friday => "friday",
            WeekDay::Saturday => "saturday",
        }
    }

    pub fn of(date: Date) -> WeekDay {
        match date.weekday() {
            Weekday::Sunday => WeekDay::Sunday,
            Weekday::Monday => WeekDay::Monday,
            Weekday::Tuesday => WeekDay::Tuesday,
            Weekday::Wednesday => WeekDay::Wednesday,
            Weekday::Thursday => WeekDay::Thursday,
            Weekday::Friday => WeekDay::Friday,
            Weekday::Saturday => WeekDay::Saturday,
        }
    }
}

/// Opening, last ticket and closing, by the clock on the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayHours {
    pub opens: Time,
    pub last_ticket: Time,
    pub closes: Time,
}

/// Other hours from the first day to the last, both included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpecialHours {
    pub name: Words,
    pub from: Date,
    pub to: Date,
    pub hours: DayHours,
    /// Awaits the moon or a circular.
    pub provisional: bool,
}

/// Closed from the first day to the last, both included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    pub name: Words,
    pub from: Date,
    pub to: Date,
    /// Given because the holiday fell on a day of rest (Amiri Decree 5 of 1973).
    pub in_lieu: bool,
    /// Awaits the moon or a circular.
    pub provisional: bool,
}

impl Calendar {
    /// The day's hours as moments; `None` where the centre is closed.
    pub fn hours_on(&self, date: Date) -> Option<Hours> {
        let hours = self.wall_hours_on(date)?;
        Some(Hours {
            opens: self.zone.moment(date, hours.opens),
            last_ticket: self.zone.moment(date, hours.last_ticket),
            closes: self.zone.moment(date, hours.closes),
        })
    }

    /// The day's hours by the clock on the wall; `None` where the centre is closed.
    pub fn wall_hours_on(&self, date: Date) -> Option<DayHours> {
        if !self.is_working_day(date) {
            return None;
        }
        Some(self.special_on(date).map_or(self.hours, |special| special.hours))
    }

    pub fn is_working_day(&self, date: Date) -> bool {
        self.working_week.contains(&WeekDay::of(date)) && self.holiday_on(date).is_none()
    }

    pub fn holiday_on(&self, date: Date) -> Option<&Holiday> {
        self.holidays.iter().find(|holiday| (holiday.from..=holiday.to).contains(&date))
    }

    pub fn special_on(&self, date: Date) -> Option<&SpecialHours> {
        self.special.iter().find(|special| (special.from..=special.to).contains(&date))
    }

    /// Working days from the first date to the last, both included, in order.
    pub fn working_days(&self, from: Date, to: Date) -> Vec<Date> {
        days_from(from).take_while(|day| *day <= to).filter(|day| self.is_working_day(*day)).collect()
    }

    /// The first working day after this one; `None` only at the end of all calendars.
    pub fn next_working_day(&self, after: Date) -> Option<Date> {
        days_from(after).skip(1).find(|day| self.is_working_day(*day))
    }

    /// 0 to 23 on the centre's wall.
    pub fn local_hour(&self, moment: Moment) -> u8 {
        self.zone.hour(moment)
    }

    pub fn local(&self, moment: Moment) -> DateTime {
        self.zone.local(moment)
    }

    pub fn local_date(&self, moment: Moment) -> Date {
        self.zone.date(moment)
    }

    pub fn local_time(&self, moment: Moment) -> Time {
        self.zone.time(moment)
    }

    pub fn start_of_day(&self, date: Date) -> Moment {
        self.zone.start_of_day(date)
    }
}

fn days_from(first: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(first), |day| day.tomorrow().ok())
}
