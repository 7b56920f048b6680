//! Names of streams. Keys lead with what the stream is and the centre, so that one centre's days lie
//! together and in their order.

use std::fmt;

use nawat_engine::time::CivilDay;

/// The name of a stream, such as `day/bahrain-housing/2017-11-01`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StreamName(String);

/// What a stream is about, read from its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StreamKind<'a> {
    Day { centre: &'a str, date: CivilDay },
    Catalogue { centre: &'a str },
    Users { centre: &'a str },
    Other,
}

impl StreamName {
    /// One day of one centre.
    pub fn day(centre: &str, date: CivilDay) -> StreamName {
        StreamName(format!("day/{centre}/{}", DateText(date)))
    }

    /// The centre as it was defined, version after version.
    pub fn catalogue(centre: &str) -> StreamName {
        StreamName(format!("catalogue/{centre}"))
    }

    /// Who may do what: accounts, roles and devices, without names.
    pub fn users(centre: &str) -> StreamName {
        StreamName(format!("users/{centre}"))
    }

    /// Any name, as read from a store.
    pub fn named(name: impl Into<String>) -> StreamName {
        StreamName(name.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What all days of a centre begin with.
    pub fn days_of(centre: &str) -> String {
        format!("day/{centre}/")
    }

    pub fn kind(&self) -> StreamKind<'_> {
        let mut parts = self.0.split('/');
        match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some("day"), Some(centre), Some(date), None) => match parse_date(date) {
                Some(date) => StreamKind::Day { centre, date },
                None => StreamKind::Other,
            },
            (Some("catalogue"), Some(centre), None, None) => StreamKind::Catalogue { centre },
            (Some("users"), Some(centre), None, None) => StreamKind::Users { centre },
            _ => StreamKind::Other,
        }
    }

    /// The centre that the stream belongs to: the second part of every name.
    pub fn centre(&self) -> Option<&str> {
        self.0.split('/').nth(1)
    }
}

impl fmt::Display for StreamName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A civil day as `2017-11-01`.
#[derive(Clone, Copy, Debug)]
pub struct DateText(pub CivilDay);

impl fmt::Display for DateText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil_from_days(i64::from(self.0.0));
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// Reads `2017-11-01`; nothing else.
pub fn parse_date(text: &str) -> Option<CivilDay> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' || !text.is_ascii() {
        return None;
    }
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<i64>().ok());
    let (year, month, day) = (digits(&text[..4])??, digits(&text[5..7])??, digits(&text[8..])??);
    let days = CivilDay(i32::try_from(days_from_civil(year, month, day)).ok()?);
    // A date that does not exist (2017-02-30) comes back as another one.
    ((1..=12).contains(&month) && DateText(days).to_string() == text).then_some(days)
}

// Both conversions: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (proleptic Gregorian
// calendar, years counted from March).

fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_and_read_back() {
        for (days, text) in [
            (0, "1970-01-01"),
            (17_471, "2017-11-01"),
            (11_016, "2000-02-29"),
            (-1, "1969-12-31"),
            (20_781, "2026-11-24"),
        ] {
            assert_eq!(DateText(CivilDay(days)).to_string(), text);
            assert_eq!(parse_date(text), Some(CivilDay(days)));
        }
        for days in -40_000..60_000 {
            assert_eq!(parse_date(&DateText(CivilDay(days)).to_string()), Some(CivilDay(days)));
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in ["2017-02-30", "2017-13-01", "2017-00-01", "2017-1-01", "20171101", "2017-11-0x", "٢٠١٧"]
        {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }

    #[test]
    fn a_name_says_what_the_stream_is() {
        let day = StreamName::day("bahrain-housing", CivilDay(17_471));
        assert_eq!(day.as_str(), "day/bahrain-housing/2017-11-01");
        assert_eq!(day.kind(), StreamKind::Day { centre: "bahrain-housing", date: CivilDay(17_471) });
        assert_eq!(day.centre(), Some("bahrain-housing"));
        assert_eq!(StreamName::catalogue("c").kind(), StreamKind::Catalogue { centre: "c" });
        assert_eq!(StreamName::named("day/c/soon").kind(), StreamKind::Other);
    }
}
