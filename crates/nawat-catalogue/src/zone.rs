//! The centre's time zone: between moments of the hall's clock and what the clock on the wall shows.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{SignedDuration, Timestamp};
use nawat_engine::time::{CivilDay, Moment};
use serde::{Deserialize, Serialize};

/// A time zone by its IANA name. The zones travel with the program, so that every machine reckons alike.
#[derive(Clone, PartialEq, Eq)]
pub struct Zone {
    name: String,
    zone: TimeZone,
}

impl Zone {
    /// `None` where no such zone is known.
    pub fn named(name: &str) -> Option<Zone> {
        let zone = TimeZoneDatabase::bundled().get(name).ok()?;
        Some(Zone { name: zone.iana_name().unwrap_or(name).to_owned(), zone })
    }

    /// Such as `Asia/Bahrain`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Date and time on the wall at a moment. Moments beyond the years that a calendar knows count as the
    /// last it knows.
    pub fn local(&self, moment: Moment) -> DateTime {
        let stamp = Timestamp::from_millisecond(moment.0).unwrap_or(if moment.0 < 0 {
            Timestamp::MIN
        } else {
            Timestamp::MAX
        });
        self.zone.to_datetime(stamp)
    }

    /// The moment at which the wall shows this date and time. Where clocks are moved: the earlier of two,
    /// and the later side of a gap.
    pub fn moment(&self, date: Date, time: Time) -> Moment {
        let stamp = self.zone.to_timestamp(date.to_datetime(time)).unwrap_or(if date.year() < 0 {
            Timestamp::MIN
        } else {
            Timestamp::MAX
        });
        Moment(stamp.as_millisecond())
    }

    pub fn date(&self, moment: Moment) -> Date {
        self.local(moment).date()
    }

    pub fn time(&self, moment: Moment) -> Time {
        self.local(moment).time()
    }

    /// 0 to 23.
    pub fn hour(&self, moment: Moment) -> u8 {
        u8::try_from(self.local(moment).hour()).unwrap_or(0)
    }

    /// Midnight at the day's beginning.
    pub fn start_of_day(&self, date: Date) -> Moment {
        self.moment(date, Time::midnight())
    }
}

impl std::fmt::Debug for Zone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Zone({})", self.name)
    }
}

impl Serialize for Zone {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.name)
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Zone::named(&name).ok_or_else(|| serde::de::Error::custom(format!("unknown time zone {name}")))
    }
}

const EPOCH: Date = jiff::civil::date(1970, 1, 1);
const HOURS_A_DAY: i64 = 24;

/// The engine's count of a calendar date.
pub fn civil_day(date: Date) -> CivilDay {
    let days = date.duration_since(EPOCH).as_hours() / HOURS_A_DAY;
    // The calendar's years lie within ±9999, some 3.7 million days.
    CivilDay(i32::try_from(days).unwrap_or(if days < 0 { i32::MIN } else { i32::MAX }))
}

/// The calendar date of the engine's count; beyond ±9999 years the calendar's first or last day.
pub fn date_of(day: CivilDay) -> Date {
    EPOCH.saturating_add(SignedDuration::from_hours(i64::from(day.0) * HOURS_A_DAY))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn bahrain_is_three_hours_ahead_all_year() {
        let zone = Zone::named("Asia/Bahrain").expect("bundled");
        for day in [date(2017, 11, 1), date(2026, 7, 1)] {
            let opens = zone.moment(day, time(7, 30, 0, 0));
            assert_eq!(opens.0 - zone.start_of_day(day).0, 7 * 3_600_000 + 30 * 60_000);
            assert_eq!(zone.local(opens), day.to_datetime(time(7, 30, 0, 0)));
            assert_eq!(zone.hour(opens), 7);
            assert_eq!(civil_day(day).0 as i64 * 86_400_000 - zone.start_of_day(day).0, 3 * 3_600_000);
        }
    }

    #[test]
    fn days_and_dates_go_both_ways() {
        for day in [-1_000_000, -1, 0, 1, 17_471, 20_000, 2_000_000] {
            assert_eq!(civil_day(date_of(CivilDay(day))), CivilDay(day));
        }
        assert_eq!(date_of(CivilDay(17_471)), date(2017, 11, 1));
        assert_eq!(date_of(CivilDay(i32::MAX)), Date::MAX);
        assert_eq!(date_of(CivilDay(i32::MIN)), Date::MIN);
    }

    #[test]
    fn a_moment_beyond_all_calendars_does_not_panic() {
        let zone = Zone::named("Asia/Bahrain").expect("bundled");
        for moment in [i64::MIN, i64::MAX] {
            zone.local(Moment(moment));
        }
        for day in [Date::MIN, Date::MAX] {
            zone.start_of_day(day);
        }
    }
}
