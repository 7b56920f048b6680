//! Each stream for itself: hash after hash, and its end.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use nawat_engine::Event;
use nawat_engine::command::StreamHead;

use super::{DayHead, Fault, Finding, KnownHead, Verified};
use crate::chain::{ChainBreak, EventRow, Link};
use crate::reading::record_of;
use crate::store::{Store, StoreError};
use crate::stream::{StreamKind, StreamName};

/// What the walk over all events remembers.
#[derive(Debug, Default)]
pub struct Walked {
    /// Streams with the last event that is really there.
    pub ends: BTreeMap<StreamName, Link>,
    /// Streams whose own chain is broken.
    pub broken: BTreeSet<StreamName>,
    /// What openings say of the day before; `None` where they say nothing.
    pub openings: BTreeMap<StreamName, Option<StreamHead>>,
    /// What closings say of other streams: the day, the closing's sequence, the head.
    pub closings: Vec<(StreamName, u64, StreamHead)>,
    pub head_found: bool,
}

/// Walks over every event of the journal once.
pub fn walk(
    store: &mut dyn Store,
    head: Option<&KnownHead>,
    verified: &mut Verified,
) -> Result<Walked, StoreError> {
    let mut walked = Walked::default();
    let known: BTreeMap<StreamName, Link> = store.streams("")?.into_iter().collect();
    let mut streams: BTreeSet<StreamName> = known.keys().cloned().collect();
    streams.extend(store.streams_of_events()?);
    for stream in streams {
        let before = verified.findings.len();
        let end = walk_stream(store, &stream, head, &mut walked, verified);
        verified.findings.extend(compare_end(&stream, end, known.get(&stream).copied()));
        if verified.findings.len() > before {
            walked.broken.insert(stream.clone());
        }
        if let StreamKind::Day { centre, date } = stream.kind()
            && end.seq > 0
        {
            verified.days.push(DayHead { centre: centre.to_owned(), date, hash: end.hash });
        }
        walked.ends.insert(stream, end);
    }
    Ok(walked)
}

fn walk_stream(
    store: &mut dyn Store,
    stream: &StreamName,
    head: Option<&KnownHead>,
    walked: &mut Walked,
    verified: &mut Verified,
) -> Link {
    let mut link = Link::START;
    let read = store.read(stream, 1, &mut |row| {
        verified.events += 1;
        walked.head_found |= head.is_some_and(|head| head.is(stream, row.hash));
        if let Err(fault) = link.check(stream, &row) {
            verified.findings.push(of_break(stream, fault));
        }
        remember(stream, &row, walked);
        // After a break the walk goes on from what is there, so that one changed event is one finding.
        link = Link::of(&row);
        ControlFlow::Continue(())
    });
    if let Err(error) = read {
        let fault = Fault::Unreadable { what: error.to_string() };
        verified.findings.push(Finding { stream: Some(stream.clone()), fault });
    }
    link
}

fn of_break(stream: &StreamName, fault: ChainBreak) -> Finding {
    let fault = match fault {
        ChainBreak::Gap { expected, found } => Fault::Missing { from: expected, to: found.saturating_sub(1) },
        ChainBreak::Changed { seq } => Fault::Changed { event: seq },
        ChainBreak::TimeRanBack { seq } => Fault::TimeRanBack { event: seq },
    };
    Finding { stream: Some(stream.clone()), fault }
}

/// Keeps what openings and closings say of other streams.
fn remember(stream: &StreamName, row: &EventRow, walked: &mut Walked) {
    if !matches!(stream.kind(), StreamKind::Day { .. })
        || !(row.payload.contains("\"day_opened\"") || row.payload.contains("\"day_closed\""))
    {
        return;
    }
    // A payload that cannot be read has no right hash either, or is found when the day is made anew.
    match record_of(row).map(|record| record.entry.event) {
        Ok(Event::DayOpened { previous, .. }) => {
            walked.openings.insert(stream.clone(), previous);
        }
        Ok(Event::DayClosed { heads }) => {
            walked.closings.extend(heads.into_iter().map(|head| (stream.clone(), row.seq, head)));
        }
        _ => {}
    }
}

fn compare_end(stream: &StreamName, end: Link, known: Option<Link>) -> Option<Finding> {
    let fault = match known {
        Some(known) if known == end => return None,
        Some(known) if known.seq > end.seq => Fault::TailCut { from: end.seq + 1, to: known.seq },
        _ => Fault::EndDiffers { event: end.seq },
    };
    Some(Finding { stream: Some(stream.clone()), fault })
}
