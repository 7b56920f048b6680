//! What is kept of a day for the reports: counts, sums and distributions that add up over days.
//!
//! A summary knows no measure and no kind: it holds generic cells by service, hour of arrival, group of
//! counters and segment, and a measure is a formula over them, in nawat-reports. The same function makes it
//! of a closed day (in the transaction that closes it) and of the open day (for a page that asks now), and
//! a rebuild makes the same bytes.
//!
//! How customers are counted: each visit that somebody dealt with is one received customer, on the day the
//! visit ends, under one final kind: *referred* if it was ever handed to a supervisor, else the main thing
//! done. Who ended without having been dealt with is counted apart, and so is work without a visit.

mod cell;
mod durations;
mod of_day;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

pub use cell::{Cell, CellKey, Ends, Ratings, Steps, WorkDone};
pub use durations::{Durations, RELATIVE_ERROR};
pub use of_day::summarise;

/// The first byte of a stored summary. Another layout takes another number, and `rebuild` makes the old
/// ones anew.
const LAYOUT: u8 = 2;

/// One day, or several added together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaySummary {
    /// Days added together here, and those of them that simulated people lived.
    pub days: u32,
    pub synthetic_days: u32,
    /// Days that were still open when this was made: their figures move.
    pub open_days: u32,
    /// Visits that had not ended when this was made. None on a closed day.
    pub still_here: u64,
    /// What was seen and contradicts the record, for a person to settle.
    pub conflicts: u64,
    pub cells: BTreeMap<CellKey, Cell>,
}

impl DaySummary {
    /// Adds another day, or another part of this one. The order of adding does not matter.
    pub fn merge(&mut self, other: &DaySummary) {
        self.days = self.days.saturating_add(other.days);
        self.synthetic_days = self.synthetic_days.saturating_add(other.synthetic_days);
        self.open_days = self.open_days.saturating_add(other.open_days);
        self.still_here = self.still_here.saturating_add(other.still_here);
        self.conflicts = self.conflicts.saturating_add(other.conflicts);
        for (key, cell) in &other.cells {
            self.cells.entry(*key).or_default().merge(cell);
        }
    }

    /// Simulated people lived at least one of these days.
    pub fn synthetic(&self) -> bool {
        self.synthetic_days > 0
    }

    /// All cells added together.
    pub fn total(&self) -> Cell {
        let mut total = Cell::default();
        for cell in self.cells.values() {
            total.merge(cell);
        }
        total
    }

    /// The stored form: a byte that says the layout, then the fields in order, integers as variable-length
    /// bytes (postcard 1). The same summary always gives the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        // Writing into a growing vector fails for no summary: no field has an unknown length.
        postcard::to_extend(self, vec![LAYOUT]).unwrap_or_default()
    }

    /// Reads what [`Self::to_bytes`] made.
    ///
    /// # Errors
    /// [`SummaryUnreadable`] for another layout, cut or altered bytes: `nawat rebuild` makes it anew.
    pub fn from_bytes(bytes: &[u8]) -> Result<DaySummary, SummaryUnreadable> {
        match bytes.split_first() {
            Some((&LAYOUT, rest)) => match postcard::take_from_bytes(rest) {
                Ok((summary, [])) => Ok(summary),
                _ => Err(SummaryUnreadable::Damaged),
            },
            Some((&layout, _)) => Err(SummaryUnreadable::OtherLayout { layout }),
            None => Err(SummaryUnreadable::Damaged),
        }
    }
}

/// Why stored bytes are no summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SummaryUnreadable {
    OtherLayout { layout: u8 },
    Damaged,
}

impl fmt::Display for SummaryUnreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SummaryUnreadable::OtherLayout { layout } => write!(
                f,
                "this day summary has layout {layout}, and this nawat reads layout {LAYOUT}. \
                 Run nawat rebuild; the events hold all that is needed"
            ),
            SummaryUnreadable::Damaged => write!(
                f,
                "this day summary is damaged. Run nawat verify, then nawat rebuild; the events hold all \
                 that is needed"
            ),
        }
    }
}

impl std::error::Error for SummaryUnreadable {}
