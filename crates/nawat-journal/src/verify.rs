//! Whether the journal is whole: every chain, how the streams hang together, and whether what is read is
//! what the events say.

mod days;
mod finding;
mod streams;

use nawat_engine::time::CivilDay;

use crate::chain::{Hash, NotAHash};
use crate::store::{Store, StoreError};
use crate::stream::DateText;

pub use finding::{Fault, Finding};

/// What a journal holds, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    pub days: Vec<DayHead>,
    pub events: u64,
    /// In the order of the streams; empty where all is whole.
    pub findings: Vec<Finding>,
}

/// The head of a day's stream: what the day's report prints, and `--head` takes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayHead {
    pub centre: String,
    pub date: CivilDay,
    pub hash: Hash,
}

impl std::fmt::Display for DayHead {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} {}", self.centre, DateText(self.date), self.hash)
    }
}

/// Reads what `--head` was given: a hash, or the whole line that `verify` printed.
///
/// # Errors
/// [`NotAHash`] where the last word is no hash.
pub fn parse_head(text: &str) -> Result<Hash, NotAHash> {
    text.split_whitespace().next_back().ok_or(NotAHash)?.parse()
}

/// Verifies a whole journal. `head`: a hash that was published, and must be found in it.
///
/// # Errors
/// Only where the store cannot be read at all; whatever is wrong with what it holds is a [`Finding`].
pub fn verify(store: &mut dyn Store, head: Option<Hash>) -> Result<Verified, StoreError> {
    let mut verified = Verified::default();
    for what in store.check_file()? {
        verified.findings.push(Finding { stream: None, fault: Fault::File { what } });
    }
    let walked = streams::walk(store, head, &mut verified)?;
    days::hang_together(store, &walked, &mut verified)?;
    days::are_what_is_read(store, &walked, &mut verified)?;
    if let Some(hash) = head
        && !walked.head_found
    {
        verified.findings.push(Finding { stream: None, fault: Fault::HeadMissing { hash } });
    }
    Ok(verified)
}
