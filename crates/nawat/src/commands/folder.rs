//! A data folder and the centre that lives in it.

use std::path::Path;
use std::sync::Arc;

use nawat_catalogue::{Centre, Published};
use nawat_engine::time::Moment;
use nawat_journal::sqlite::JOURNAL_FILE;
use nawat_journal::stream::StreamKind;
use nawat_journal::{DataFolder, Hall, SqliteStore, Store};

use crate::exit::Failure;

/// Holds a data folder for writing, and makes it where there is none.
pub fn hold(data: &Path) -> Result<Arc<DataFolder>, Failure> {
    DataFolder::hold(data).map(Arc::new).map_err(Failure::failed)
}

/// Reads a centre's definition; a broken one never starts.
pub fn centre(folder: &Path) -> Result<Centre, Failure> {
    nawat_catalogue::read(folder).map_err(|mistakes| {
        Failure::failed(format!("the centre in {} cannot open:\n{mistakes}", folder.display()))
    })
}

/// The hall of a centre: as the folder holds it, or founded now from its definition. A definition that
/// differs from what was published is not taken by itself: `nawat publish` does that.
pub fn hall(folder: &Arc<DataFolder>, centre: Centre, at: Moment) -> Result<Hall, Failure> {
    let store = SqliteStore::open(folder).map_err(Failure::failed)?;
    match Hall::open(Box::new(store), &centre.key).map_err(Failure::failed)? {
        Some(hall) => {
            if hall.published().centre != centre {
                crate::print::progress(&format!(
                    "note: the definition of {} differs from version {} that was published; it goes on by that. \
                     nawat publish makes the change its next version.",
                    centre.key,
                    hall.published().version
                ));
            }
            Ok(hall)
        }
        None => {
            let store = SqliteStore::open(folder).map_err(Failure::failed)?;
            Hall::found(Box::new(store), Published::publish(None, centre), at).map_err(Failure::failed)
        }
    }
}

/// Opens the journal of a folder to read it.
pub fn to_read(data: &Path) -> Result<SqliteStore, Failure> {
    SqliteStore::open_to_read(&data.join(JOURNAL_FILE)).map_err(Failure::failed)
}

/// The keys of all centres in a journal.
pub fn centres(store: &mut dyn Store) -> Result<Vec<String>, Failure> {
    let streams = store.streams("catalogue/").map_err(Failure::failed)?;
    let keys = streams.iter().filter_map(|(name, _)| match name.kind() {
        StreamKind::Catalogue { centre } => Some(centre.to_owned()),
        _ => None,
    });
    Ok(keys.collect())
}

/// The one centre of a journal, or the one that was named.
pub fn one_centre(store: &mut dyn Store, named: Option<&str>) -> Result<String, Failure> {
    let known = centres(store)?;
    match named {
        Some(name) if known.iter().any(|centre| centre == name) => Ok(name.to_owned()),
        Some(name) => {
            Err(Failure::misused(format!("there is no centre “{name}” here; there is {}", known.join(", "))))
        }
        None => match known.as_slice() {
            [one] => Ok(one.clone()),
            [] => Err(Failure::failed("this folder holds no centre; synthesise or serve one first")),
            _ => {
                Err(Failure::misused(format!("name one of the centres with --centre: {}", known.join(", "))))
            }
        },
    }
}
