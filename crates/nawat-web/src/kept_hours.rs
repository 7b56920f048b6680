//! What the hours of the day were like lately, kept for everybody who asks.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use nawat_reports::by_hour::HourFigures;

/// The hours as they were until yesterday.
#[derive(Debug, Default)]
pub struct BusyHours {
    pub hours: Vec<HourFigures>,
    pub days: u32,
    pub synthetic: bool,
}

/// Kept until the date changes.
#[derive(Debug, Default)]
pub struct KeptHours(Mutex<Option<(Date, Arc<BusyHours>)>>);

impl KeptHours {
    pub fn of(&self, today: Date) -> Option<Arc<BusyHours>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.as_ref().filter(|(day, _)| *day == today).map(|(_, hours)| Arc::clone(hours))
    }

    pub fn keep(&self, today: Date, hours: Arc<BusyHours>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((today, hours));
    }
}
