//! A day made anew from its stream.

use std::panic::{AssertUnwindSafe, catch_unwind};

use nawat_engine::{Day, Event, Record, always_true, apply};

use crate::chain::{EventRow, Link};
use crate::editions::Editions;
use crate::reading::{read_checked, record_of};
use crate::store::Store;
use crate::stream::StreamName;
use crate::told::TellError;

/// Applies one more record to a day that is made anew, teaching it the rules that the record names.
pub fn live_again(day: &mut Day, record: &Record, editions: &Editions) -> Result<(), TellError> {
    if let Event::DayOpened { rules, .. } | Event::RulesAdopted { rules } = &record.entry.event
        && !editions.teach(day, *rules)
    {
        let what = format!("version {} of the rules is not in the catalogue's stream", rules.version);
        return Err(TellError::Broken(what));
    }
    // The engine asserts that a stream is its own; one that is not must not take the hall down.
    catch_unwind(AssertUnwindSafe(|| apply(day, record))).map_err(|_| {
        TellError::Broken(format!("event {} does not fit the day that the events before it made", record.seq))
    })
}

/// The day that these rows make, with everything checked that must always hold.
pub fn replay(rows: &[EventRow], editions: &Editions) -> Result<Day, TellError> {
    let mut day = Day::unopened();
    for row in rows {
        live_again(&mut day, &record_of(row)?, editions)?;
    }
    always_true(&day).map_err(|broken| TellError::Broken(broken.to_string()))?;
    Ok(day)
}

/// The last day of a centre, as its streams have it.
#[derive(Debug)]
pub(crate) struct LastDay {
    pub day: Day,
    pub stream: StreamName,
    pub head: Link,
    /// When the last closing was recorded, of this day or of the one before.
    pub closed_at: Option<i64>,
}

impl LastDay {
    pub fn read(store: &mut dyn Store, centre: &str, editions: &Editions) -> Result<LastDay, TellError> {
        let Some((stream, _)) = store.last_stream(&StreamName::days_of(centre))? else {
            return Ok(LastDay {
                day: Day::unopened(),
                // Nothing is appended before a day is opened, and that begins a stream of its own.
                stream: StreamName::catalogue(centre),
                head: Link::START,
                closed_at: None,
            });
        };
        let rows = read_checked(store, &stream)?;
        let day = replay(&rows, editions)?;
        let head = rows.last().map_or(Link::START, Link::of);
        let closed_at = match day.phase {
            nawat_engine::Phase::Closed => Some(head.recorded),
            _ => match rows.first().map(record_of).transpose()?.map(|record| record.entry.event) {
                Some(Event::DayOpened { previous: Some(previous), .. }) => {
                    Some(store.head(&StreamName::named(previous.stream))?.recorded)
                }
                _ => None,
            },
        };
        Ok(LastDay { day, stream, head, closed_at })
    }
}
