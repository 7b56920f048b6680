//! How the days hang together, and whether what is read is what they say.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use nawat_engine::command::StreamHead;
use nawat_engine::time::CivilDay;

use super::streams::Walked;
use super::{Fault, Finding, Verified};
use crate::chain::{EventRow, Hash};
use crate::editions::Editions;
use crate::read_models::VisitRow;
use crate::reading::read_checked;
use crate::rebuild::read_models_of;
use crate::replay::replay;
use crate::store::{ReadModels, Store, StoreError};
use crate::stream::{StreamKind, StreamName};
use crate::told::TellError;

/// Every day follows the day before, and every head that a closing saw is there.
pub fn hang_together(
    store: &mut dyn Store,
    walked: &Walked,
    verified: &mut Verified,
) -> Result<(), StoreError> {
    let mut before: Option<&StreamName> = None;
    for (stream, end) in &walked.ends {
        if !matches!(stream.kind(), StreamKind::Day { .. }) || end.seq == 0 {
            continue;
        }
        let same_centre = before.filter(|before| before.centre() == stream.centre());
        let previous = walked.openings.get(stream).and_then(Option::as_ref);
        if let Some(fault) = follows(walked, previous, same_centre) {
            verified.findings.push(Finding { stream: Some(stream.clone()), fault });
        }
        before = Some(stream);
    }
    for (stream, event, head) in &walked.closings {
        let named = StreamName::named(head.stream.clone());
        if hash_at(store, &named, head.seq)? != Some(Hash(head.hash)) {
            let fault = Fault::OtherStreamDiffers { event: *event, named, named_event: head.seq };
            verified.findings.push(Finding { stream: Some(stream.clone()), fault });
        }
    }
    Ok(())
}

fn follows(walked: &Walked, previous: Option<&StreamHead>, before: Option<&StreamName>) -> Option<Fault> {
    let Some(previous) = previous else {
        return before.map(|before| Fault::DayBeforeNotNamed { before: before.clone() });
    };
    let named = StreamName::named(previous.stream.clone());
    match walked.ends.get(&named) {
        None => Some(Fault::DayBeforeMissing { named }),
        Some(end) if end.seq == 0 => Some(Fault::DayBeforeMissing { named }),
        Some(end) if end.seq != previous.seq || end.hash.0 != previous.hash => {
            Some(Fault::DayBeforeDiffers { named, event: previous.seq })
        }
        Some(_) if before != Some(&named) => {
            before.map(|before| Fault::DayBeforeNotNamed { before: before.clone() })
        }
        Some(_) => None,
    }
}

fn hash_at(store: &mut dyn Store, stream: &StreamName, seq: u64) -> Result<Option<Hash>, StoreError> {
    let mut found: Option<EventRow> = None;
    store.read(stream, seq, &mut |row| {
        found = Some(row);
        ControlFlow::Break(())
    })?;
    Ok(found.filter(|row| row.seq == seq).map(|row| row.hash))
}

/// Makes each day anew and compares what it leaves to be read with what stands in the tables.
pub fn are_what_is_read(
    store: &mut dyn Store,
    walked: &Walked,
    verified: &mut Verified,
) -> Result<(), StoreError> {
    let mut known: BTreeMap<String, Result<Editions, TellError>> = BTreeMap::new();
    for (stream, end) in &walked.ends {
        let StreamKind::Day { centre, date } = stream.kind() else { continue };
        if end.seq == 0 || walked.broken.contains(stream) {
            continue;
        }
        if !known.contains_key(centre) {
            known.insert(centre.to_owned(), Editions::read(store, centre));
        }
        let Some(Ok(editions)) = known.get(centre) else { continue };
        let fault = match read_checked(store, stream).and_then(|rows| replay(&rows, editions)) {
            Ok(day) => compare(store, centre, date, &read_models_of(centre, &day, editions))?,
            Err(TellError::Broken(what)) => Some(Fault::NoDay { what }),
            Err(TellError::Store(error)) => return Err(error),
            Err(error) => Some(Fault::NoDay { what: error.to_string() }),
        };
        verified.findings.extend(fault.map(|fault| Finding { stream: Some(stream.clone()), fault }));
    }
    let days = match store.days_of_read_models() {
        Ok(days) => days,
        Err(error) => {
            let what = format!("the tables of visits and summaries cannot be read ({error}) and are");
            verified.findings.push(Finding { stream: None, fault: Fault::ReadModelsDiffer { what } });
            return Ok(());
        }
    };
    for (centre, day) in days {
        if walked.ends.get(&StreamName::day(&centre, day)).is_none_or(|end| end.seq == 0) {
            verified.findings.push(Finding { stream: None, fault: Fault::DayMissing { centre, day } });
        }
    }
    Ok(())
}

fn compare(
    store: &mut dyn Store,
    centre: &str,
    day: CivilDay,
    expected: &ReadModels,
) -> Result<Option<Fault>, StoreError> {
    let mut visits: Vec<VisitRow> = Vec::with_capacity(expected.visits.len());
    let differ = |what: String| Ok(Some(Fault::ReadModelsDiffer { what }));
    if let Err(error) = store.visits(centre, day, day, &mut |visit| visits.push(visit)) {
        return differ(format!("its visits cannot be read ({error}) and are"));
    }
    if let Some((found, _)) = visits.iter().zip(&expected.visits).find(|(found, expected)| found != expected)
    {
        return differ(format!("the row of visit {} is", found.visit));
    }
    if visits.len() != expected.visits.len() {
        return differ(format!("{} rows of visits for {} visits are", visits.len(), expected.visits.len()));
    }
    match store.summaries(centre, day, day) {
        Ok(summaries) if summaries == expected.summaries => Ok(None),
        Ok(_) => differ("its summary is".to_owned()),
        Err(error) => differ(format!("its summary cannot be read ({error}) and is")),
    }
}
