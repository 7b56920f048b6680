//! A stream read as it was written: its chain checked on the way, its rows turned into records.

use std::ops::ControlFlow;

use nawat_engine::time::Moment;
use nawat_engine::{Entry, Record};

use crate::chain::{ChainBreak, EventRow, Link};
use crate::store::Store;
use crate::stream::StreamName;
use crate::told::TellError;

/// The record that a row of a day's stream holds.
pub fn record_of(row: &EventRow) -> Result<Record, TellError> {
    let entry: Entry = serde_json::from_str(&row.payload).map_err(|error| {
        TellError::Broken(format!("event {} cannot be read ({error}): it may be from a newer Nawat", row.seq))
    })?;
    Ok(Record { seq: row.seq, recorded: Moment(row.recorded), effective: Moment(row.effective), entry })
}

/// A whole stream, its chain checked on the way and its end compared with what the store holds for it.
pub fn read_checked(store: &mut dyn Store, stream: &StreamName) -> Result<Vec<EventRow>, TellError> {
    let mut link = Link::START;
    let mut rows = Vec::new();
    let mut fault: Option<ChainBreak> = None;
    store.read(stream, 1, &mut |row| match link.check(stream, &row) {
        Ok(next) => {
            link = next;
            rows.push(row);
            ControlFlow::Continue(())
        }
        Err(found) => {
            fault = Some(found);
            ControlFlow::Break(())
        }
    })?;
    let broken = |seq: u64, what: &str| {
        TellError::Broken(format!(
            "chain broken at {stream}, event {seq}: {what}. Stop writing; restore the last backup that verifies"
        ))
    };
    match fault {
        Some(ChainBreak::Gap { expected, .. }) => return Err(broken(expected, "it is missing")),
        Some(ChainBreak::Changed { seq }) => return Err(broken(seq, "it was changed")),
        Some(ChainBreak::TimeRanBack { seq }) => return Err(broken(seq, "its time runs back")),
        None => {}
    }
    if store.head(stream)? != link {
        return Err(broken(link.seq + 1, "the end of the stream is missing"));
    }
    Ok(rows)
}
