//! `nawat rebuild`: read models made anew from the events.

use nawat_journal::SqliteStore;
use nawat_journal::rebuild::rebuild;

use crate::args::Rebuild;
use crate::commands::folder;
use crate::exit::Failure;
use crate::print;

pub fn run(arguments: &Rebuild) -> Result<(), Failure> {
    // Opened to read first: a folder without a journal is told, not made.
    let mut reader = folder::to_read(&arguments.data)?;
    let held = folder::hold(&arguments.data)?;
    let mut store = SqliteStore::open(&held).map_err(Failure::failed)?;
    let made = rebuild(&mut reader, &mut store).map_err(Failure::failed)?;
    let (days, visits, summaries) = (made.days, made.visits, made.summaries);
    print::line(&format!("Made anew: {visits} visits of {days} days, {summaries} day summaries."))
}
