//! Whether the journal is whole: every chain, how the streams hang together, and whether what is read is
//! what the events say.

mod days;
mod finding;
mod streams;

use nawat_engine::time::CivilDay;

use crate::chain::Hash;
use crate::store::{Store, StoreError};
use crate::stream::{DateText, StreamName, parse_date};

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

/// A head that somebody wrote down: a hash, and whose it is where the whole line of `verify` was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownHead {
    pub stream: Option<StreamName>,
    pub hash: Hash,
}

impl KnownHead {
    fn is(&self, stream: &StreamName, hash: Hash) -> bool {
        self.hash == hash && self.stream.as_ref().is_none_or(|own| own == stream)
    }
}

impl From<Hash> for KnownHead {
    fn from(hash: Hash) -> KnownHead {
        KnownHead { stream: None, hash }
    }
}

/// Reads what `--head` was given: a hash, or the whole line that `verify` printed.
///
/// # Errors
/// [`NotAHead`] where it is neither.
pub fn parse_head(text: &str) -> Result<KnownHead, NotAHead> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (stream, hash) = match words[..] {
        [hash] => (None, hash),
        [centre, day, hash] => (Some(StreamName::day(centre, parse_date(day).ok_or(NotAHead)?)), hash),
        _ => return Err(NotAHead),
    };
    Ok(KnownHead { stream, hash: hash.parse().map_err(|_| NotAHead)? })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "--head takes the line that verify prints (centre, day, hash) or the hash alone, which has 64 hexadecimal \
     digits; copy it whole"
)]
pub struct NotAHead;

/// Verifies a whole journal. `head`: one that was published, and must be found in it, in its own day where
/// that is known.
///
/// # Errors
/// Only where the store cannot be read at all; whatever is wrong with what it holds is a [`Finding`].
pub fn verify(store: &mut dyn Store, head: Option<&KnownHead>) -> Result<Verified, StoreError> {
    let mut verified = Verified::default();
    for what in store.check_file()? {
        verified.findings.push(Finding { stream: None, fault: Fault::File { what } });
    }
    let walked = streams::walk(store, head, &mut verified)?;
    days::hang_together(store, &walked, &mut verified)?;
    days::are_what_is_read(store, &walked, &mut verified)?;
    if let Some(head) = head
        && !walked.head_found
    {
        let fault = Fault::HeadMissing { hash: head.hash };
        verified.findings.push(Finding { stream: head.stream.clone(), fault });
    }
    Ok(verified)
}
