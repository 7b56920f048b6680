//! The centre as it is defined: what it offers, where, when, and in which words.
//!
//! [`read()`] takes a centre's folder and returns a [`Centre`], or every [`Mistake`] in it at once, each with
//! its file, line and remedy. [`Published::publish`] gives each thing its lasting number and makes the
//! engine's rules. [`Texts`] says the words of one language, with its plurals.
//!
//! Other files that people write, a scenario of the twin among them, are read by the same means: [`Page`],
//! [`Fields`] and [`Notes`].
//!
//! Nothing here reads a clock, and nothing but [`read()`] and [`Quarter::read`] touches a file.

mod calendar;
mod canonical;
mod centre;
mod day_rules;
mod ids;
mod lang;
mod mistake;
mod prefix;
mod published;
mod quarter;
mod read;
mod service;
mod texts;
mod unreadable;
mod zone;

pub use calendar::{Calendar, DayHours, Holiday, SpecialHours, WeekDay};
pub use centre::{
    Centre, Counter, Kind, Limits, NewApplication, Occasion, Outcome, Place, Profile, Queue, Reason,
    ReasonFor, Section, Segment, Series, Take, WordsFiles,
};
pub use ids::{Ids, KindId, SectionId};
pub use lang::{Lang, Words};
pub use mistake::{Mistake, Mistakes};
pub use published::Published;
pub use quarter::{Quarter, QuarterRow};
pub use read::{Fields, Found, Notes, Page, Where, nearest, read};
pub use service::{ICONS, NextStep, Service};
pub use texts::{Arg, Texts};
pub use zone::{Zone, civil_day, date_of};
