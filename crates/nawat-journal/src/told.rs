//! What is answered to a command.

use nawat_engine::event::Record;
use nawat_engine::ids::VisitId;
use nawat_engine::time::CivilDay;
use nawat_engine::{Event, Refusal};

use crate::chain::Hash;
use crate::store::StoreError;
use crate::stream::DateText;

/// A command's key, by which its repetition is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommandKey {
    pub key: String,
    /// SHA-256 of the request: the same key with another request is a mistake of the caller.
    pub request: Hash,
}

/// What a command made of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub records: Vec<Record>,
    /// It was done before, under the same key: these are the events of then.
    pub repeated: bool,
}

/// Why a command was not done.
#[derive(Clone, Debug, thiserror::Error)]
pub enum TellError {
    #[error("refused: {}", .0.code())]
    Refused(Refusal),
    /// That day was lived already, or a later one was.
    #[error("the journal already holds {} of this centre; open a day after it", DateText(*.last))]
    DayLived { last: CivilDay },
    #[error("this key was used for another request; take a new key for a new request")]
    KeyReused,
    #[error("more commands are waiting than can be taken; try again in a moment")]
    Busy,
    #[error("the journal's writer has stopped; see the log, then start Nawat again")]
    Stopped,
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An invariant does not hold: nothing is appended, the hall stays open.
    #[error("{0}; nothing was written. Run nawat verify, and report this")]
    Broken(String),
}

impl Told {
    /// The visit that the command was about, if it was about one.
    pub fn visit(&self) -> Option<VisitId> {
        self.events().find_map(|event| event.touches().0)
    }

    pub fn events(&self) -> impl Iterator<Item = &Event> {
        self.records.iter().map(|record| &record.entry.event)
    }

    /// Sequence of the last event.
    pub fn seq(&self) -> Option<u64> {
        self.records.last().map(|record| record.seq)
    }
}

impl TellError {
    /// Another command would meet the same: a full disk, a folder that may not be written.
    pub(crate) fn meets_everybody(&self) -> bool {
        matches!(
            self,
            TellError::Store(
                StoreError::DiskFull { .. }
                    | StoreError::ReadOnly { .. }
                    | StoreError::InUse { .. }
                    | StoreError::Damaged { .. }
                    | StoreError::Io { .. }
            )
        )
    }
}
