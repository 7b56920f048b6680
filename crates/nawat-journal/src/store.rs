//! What is kept, and under which promises. SQLite keeps it today; whatever keeps it must pass
//! `tests/contract`.
//!
//! Promises: [`Store::append`] is all or nothing over every stream it names; once it has returned, a power
//! cut takes nothing of it away; an event is stored at most once for its place; a command's key is stored
//! at most once; a losing append leaves no trace.

use std::fmt::Debug;
use std::ops::ControlFlow;
use std::path::PathBuf;

use nawat_engine::time::CivilDay;

use crate::chain::{EventRow, Hash, Link};
use crate::read_models::VisitRow;
use crate::stream::StreamName;

/// Keeps streams of events, and what is derived from them in the same transaction.
pub trait Store: Send + Debug {
    /// The last event of a stream; [`Link::START`] where there is none.
    fn head(&mut self, stream: &StreamName) -> Result<Link, StoreError>;

    /// Calls `each` with the events of a stream in their order, from `from` on, until it breaks off.
    fn read(
        &mut self,
        stream: &StreamName,
        from: u64,
        each: &mut dyn FnMut(EventRow) -> ControlFlow<()>,
    ) -> Result<(), StoreError>;

    /// All streams whose names begin so, in the order of their names, with what the store holds for their
    /// ends.
    fn streams(&mut self, beginning: &str) -> Result<Vec<(StreamName, Link)>, StoreError>;

    /// The last of them by name: for days, the newest.
    fn last_stream(&mut self, beginning: &str) -> Result<Option<(StreamName, Link)>, StoreError>;

    /// All streams that any event is kept of, whatever the store holds for their ends.
    fn streams_of_events(&mut self) -> Result<Vec<StreamName>, StoreError>;

    /// Writes the whole batch durably, or nothing of it.
    fn append(&mut self, batch: &Batch) -> Result<(), StoreError>;

    /// What was answered to the command that came with this key.
    fn key(&mut self, centre: &str, key: &str) -> Result<Option<StoredKey>, StoreError>;

    /// Drops all read models and writes these instead, in one transaction of its own.
    fn replace_read_models(&mut self, fill: &mut Refill<'_>) -> Result<(), StoreError>;

    /// Calls `each` with the visits of a centre from one day to another, both included, by day and number.
    fn visits(
        &mut self,
        centre: &str,
        from: CivilDay,
        to: CivilDay,
        each: &mut dyn FnMut(VisitRow),
    ) -> Result<(), StoreError>;

    /// The summaries of a centre's closed days, both days included, in their order.
    fn summaries(
        &mut self,
        centre: &str,
        from: CivilDay,
        to: CivilDay,
    ) -> Result<Vec<SummaryRow>, StoreError>;

    /// Centres and days that any read model tells of.
    fn days_of_read_models(&mut self) -> Result<Vec<(String, CivilDay)>, StoreError>;

    /// Whether the file itself is whole, as far as the store can tell without the chain.
    fn check_file(&mut self) -> Result<Vec<String>, StoreError>;
}

/// Gives read models piece by piece until there are none left.
pub type Refill<'a> = dyn FnMut() -> Result<Option<ReadModels>, StoreError> + 'a;

/// What one transaction writes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    pub appends: Vec<Append>,
    pub keys: Vec<NewKey>,
    pub read_models: ReadModels,
    /// Keys from before this moment are forgotten.
    pub forget_keys_before: Option<i64>,
}

/// New events of one stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Append {
    pub stream: StreamName,
    /// The stream's last event as the writer knows it. If it is another one, the append loses.
    pub after: Link,
    /// In their order, each made by [`Link::next`].
    pub rows: Vec<EventRow>,
}

/// What is derived from events, and could be made anew from them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadModels {
    pub visits: Vec<VisitRow>,
    pub summaries: Vec<SummaryRow>,
}

/// The summary of a closed day, as `DaySummary` writes itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryRow {
    pub centre: String,
    pub day: CivilDay,
    pub summary: Vec<u8>,
}

/// A command's key with the answer to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewKey {
    pub centre: String,
    pub key: String,
    pub at: i64,
    pub stored: StoredKey,
}

/// What is kept under a command's key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredKey {
    /// SHA-256 of the request, so that the same key with another request can be told.
    pub request: Hash,
    /// Where the answer's events stand; no events where the command changed nothing.
    pub stream: StreamName,
    pub first: u64,
    pub count: u64,
}

impl Batch {
    /// Room for new events of a stream that stands at `after` where nothing is staged on it yet.
    pub fn rows_of(&mut self, stream: &StreamName, after: Link) -> &mut Vec<EventRow> {
        let at = self.appends.iter().rposition(|append| append.stream == *stream).unwrap_or_else(|| {
            self.appends.push(Append { stream: stream.clone(), after, rows: Vec::new() });
            self.appends.len() - 1
        });
        &mut self.appends[at].rows
    }
}

/// Why a store did not do it.
#[derive(Clone, Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else appended first.
    #[error("{stream} stands at event {found}, not at {expected}: another writer was faster; read it again")]
    Conflict { stream: StreamName, expected: u64, found: u64 },
    /// The key was used already; nothing was written.
    #[error("the command with this key was done already")]
    DuplicateKey { key: String, stored: StoredKey },
    /// The rows do not follow one another.
    #[error(
        "the events for {stream} do not follow event {after}: this is a mistake in Nawat, please report it"
    )]
    OutOfSequence { stream: StreamName, after: u64 },
    #[error("the disk that holds {} is full: free some space; nothing was lost, and writing goes on by itself", path.display())]
    DiskFull { path: PathBuf },
    #[error("{} may not be written: change its owner or rights, or choose another --data", path.display())]
    ReadOnly { path: PathBuf },
    #[error("cannot open {}: another nawat is writing ({}). Stop it, or choose another --data", path.display(), holder)]
    InUse { path: PathBuf, holder: String },
    #[error("{} was written by a newer Nawat (version {found}, this one knows {known}): use that one, or choose another --data", path.display())]
    NewerVersion { path: PathBuf, found: i64, known: i64 },
    #[error("{} is not a journal of Nawat: choose another --data", path.display())]
    NotAJournal { path: PathBuf },
    #[error("there is no journal in {}: give the folder that was served or synthesised as --data", path.display())]
    Missing { path: PathBuf },
    #[error("{} is damaged ({what}): stop writing, and restore the last backup that verifies", path.display())]
    Damaged { path: PathBuf, what: String },
    #[error("{}: {what}", path.display())]
    Io { path: PathBuf, what: String },
}
