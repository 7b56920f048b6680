//! What a centre tells about a period: the statistics with their measures, the press paragraph in Arabic and
//! English, and the files that people take away.
//!
//! Reads day summaries and nothing else, so that a report over ten years reads days, not visits. The same
//! summaries always give the same report, to the byte: no clock is read and no making time is printed.
//!
//! Reports never invent: what was not measured is said to be not measured, and never zero.
//!
//! Where to begin reading: what is reckoned is [`PeriodStatistics`], each figure's formula is in
//! [`measures`], the sentences are in [`paragraph`], the files in [`exports`].

pub mod by_hour;
mod error;
pub mod exports;
mod figures;
pub mod measures;
pub mod paragraph;
mod period;
mod report_texts;
mod statistics;

/// Figures and dates as the reports write them, for a page that shows the same figures.
pub mod words {
    pub use crate::report_texts::{date, duration, number, percent, period};
}

pub use error::ReportError;
pub use exports::{Format, render};
pub use figures::{Quantiles, Share};
pub use period::{Period, PeriodError};
pub use report_texts::ReportTexts;
pub use statistics::{DaysOfPeriod, Head, KindRow, NewApplications, PeriodStatistics, StepFigures};
