//! The period that a report is about.

use std::fmt;

use jiff::civil::Date;
use nawat_catalogue::{Calendar, civil_day, date_of};
use nawat_engine::time::CivilDay;

use crate::ReportTexts;

/// Longer than any centre keeps one system; keeps a slip of the pen from listing a million days.
const YEARS_MOST: i16 = 50;

/// Days from the first to the last, both included. Never reversed, never beyond today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    from: Date,
    to: Date,
}

/// Why two dates are no period to report on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeriodError {
    NotADate { text: String },
    Reversed { from: Date, to: Date },
    NotYetBegun { from: Date, today: Date },
    NotYetOver { to: Date, today: Date },
    TooLong { years_most: i16 },
}

impl Period {
    /// `today` is the centre's date on the hall's clock.
    ///
    /// # Errors
    /// First match wins: reversed; begins after today; ends after today; too long.
    pub fn new(from: Date, to: Date, today: Date) -> Result<Period, PeriodError> {
        if from > to {
            return Err(PeriodError::Reversed { from, to });
        }
        if from > today {
            return Err(PeriodError::NotYetBegun { from, today });
        }
        if to > today {
            return Err(PeriodError::NotYetOver { to, today });
        }
        if to.year() - from.year() > YEARS_MOST {
            return Err(PeriodError::TooLong { years_most: YEARS_MOST });
        }
        Ok(Period { from, to })
    }

    /// The same from text such as `2017-11-01`.
    ///
    /// # Errors
    /// [`PeriodError::NotADate`] for anything else, then as [`Period::new`].
    pub fn parse(from: &str, to: &str, today: Date) -> Result<Period, PeriodError> {
        let date = |text: &str| {
            text.trim().parse().map_err(|_| {
                // Enough to recognise what was written, and no more of it than that.
                PeriodError::NotADate { text: text.chars().take(40).collect() }
            })
        };
        Period::new(date(from)?, date(to)?, today)
    }

    pub fn from(self) -> Date {
        self.from
    }

    pub fn to(self) -> Date {
        self.to
    }

    pub fn holds(self, day: CivilDay) -> bool {
        (civil_day(self.from)..=civil_day(self.to)).contains(&day)
    }

    /// The first and the last day as the engine counts them, for whoever fetches the summaries.
    pub fn civil_days(self) -> (CivilDay, CivilDay) {
        (civil_day(self.from), civil_day(self.to))
    }

    pub(crate) fn working_days(self, calendar: &Calendar) -> Vec<Date> {
        calendar.working_days(self.from, self.to)
    }
}

/// The date of a day of the engine, for lists of days.
pub(crate) fn date(day: CivilDay) -> Date {
    date_of(day)
}

impl PeriodError {
    /// The code that pages, API and docs share.
    pub fn code(&self) -> &'static str {
        match self {
            PeriodError::NotADate { .. } => "period_not_a_date",
            PeriodError::Reversed { .. } => "period_reversed",
            PeriodError::NotYetBegun { .. } => "period_not_yet_begun",
            PeriodError::NotYetOver { .. } => "period_not_yet_over",
            PeriodError::TooLong { .. } => "period_too_long",
        }
    }

    /// What happened and what to do, in the reader's language.
    pub fn in_words(&self, texts: &ReportTexts, lang: nawat_catalogue::Lang) -> String {
        let key = self.code().replace('_', "-");
        let text = |date: &Date| date.to_string();
        let texts = texts.in_lang(lang);
        match self {
            PeriodError::NotADate { text } => texts.say_with(&key, &[("text", text.into())]),
            PeriodError::Reversed { from, to } => {
                texts.say_with(&key, &[("from", text(from).into()), ("to", text(to).into())])
            }
            PeriodError::NotYetBegun { from: day, today } | PeriodError::NotYetOver { to: day, today } => {
                texts.say_with(&key, &[("day", text(day).into()), ("today", text(today).into())])
            }
            PeriodError::TooLong { years_most } => {
                texts.say_with(&key, &[("years", i64::from(*years_most).into())])
            }
        }
    }
}

impl fmt::Display for PeriodError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PeriodError::NotADate { text } => {
                write!(f, "“{text}” is not a date. Write it as year-month-day, such as 2017-11-01")
            }
            PeriodError::Reversed { from, to } => {
                write!(f, "the period begins on {from}, after its end on {to}. Exchange the two dates")
            }
            PeriodError::NotYetBegun { from, today } => {
                write!(f, "the period begins on {from}, and today is {today}. Choose days that were lived")
            }
            PeriodError::NotYetOver { to, today } => {
                write!(f, "the period ends on {to}, and today is {today}. End it on {today} at the latest")
            }
            PeriodError::TooLong { years_most } => {
                write!(f, "the period is longer than {years_most} years. Choose a shorter one")
            }
        }
    }
}

impl std::error::Error for PeriodError {}
