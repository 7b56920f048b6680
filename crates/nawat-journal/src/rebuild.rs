//! Read models made anew from the events: the same rows, byte for byte, as were written with them.

use nawat_engine::{Day, Phase};

use crate::editions::Editions;
use crate::read_models::VisitRow;
use crate::reading::read_checked;
use crate::replay::replay;
use crate::store::{ReadModels, Store, StoreError};
use crate::stream::{StreamKind, StreamName};
use crate::told::TellError;

/// What was made anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rebuilt {
    pub days: u64,
    pub visits: u64,
    pub summaries: u64,
}

/// What a day leaves to be read: a row for each visit and, once it is closed, its summary.
pub fn read_models_of(centre: &str, day: &Day, editions: &Editions) -> ReadModels {
    let visits = day.visits.iter().map(|visit| VisitRow::of(centre, day, visit)).collect();
    let summary = (day.phase == Phase::Closed).then(|| editions.summary(centre, day)).flatten();
    ReadModels { visits, summaries: summary.into_iter().collect() }
}

/// Drops the read models of `store` and makes them anew from the events that `reader` reads: the same
/// journal, opened a second time. All or nothing.
///
/// # Errors
/// A chain that is broken, or a day that its events do not make: the read models stay as they were.
pub fn rebuild(reader: &mut dyn Store, store: &mut dyn Store) -> Result<Rebuilt, TellError> {
    let mut rebuilt = Rebuilt::default();
    let mut broken = None;
    let mut days = reader.streams("day/")?.into_iter();
    let mut known: Option<(String, Editions)> = None;
    let filled = store.replace_read_models(&mut || {
        let Some((stream, _)) = days.next() else { return Ok(None) };
        match one_day(reader, &stream, &mut known) {
            Ok(models) => {
                rebuilt.days += 1;
                rebuilt.visits += models.visits.len() as u64;
                rebuilt.summaries += models.summaries.len() as u64;
                Ok(Some(models))
            }
            Err(TellError::Store(error)) => Err(error),
            Err(error) => {
                let path = std::path::PathBuf::from(stream.as_str());
                let what = error.to_string();
                broken = Some(error);
                Err(StoreError::Damaged { path, what })
            }
        }
    });
    match (filled, broken) {
        (Ok(()), _) => Ok(rebuilt),
        (Err(_), Some(broken)) => Err(broken),
        (Err(error), None) => Err(error.into()),
    }
}

fn one_day(
    reader: &mut dyn Store,
    stream: &StreamName,
    known: &mut Option<(String, Editions)>,
) -> Result<ReadModels, TellError> {
    let StreamKind::Day { centre, .. } = stream.kind() else {
        return Err(TellError::Broken(format!("{stream} is not the name of a day")));
    };
    let editions = match known {
        Some((of, editions)) if of == centre => editions,
        _ => &known.insert((centre.to_owned(), Editions::read(reader, centre)?)).1,
    };
    let day = replay(&read_checked(reader, stream)?, editions)?;
    Ok(read_models_of(centre, &day, editions))
}
