//! What can be wrong with a journal, in words that say where and what to do.

use std::fmt;

use nawat_engine::time::CivilDay;

use crate::chain::Hash;
use crate::stream::{DateText, StreamName};

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// `None` where it is not about one stream.
    pub stream: Option<StreamName>,
    pub fault: Fault,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The store's own check of its file.
    File {
        what: String,
    },
    /// Its rows cannot be read.
    Unreadable {
        what: String,
    },
    /// Events are missing before this one.
    Missing {
        from: u64,
        to: u64,
    },
    /// The event, or its hash, is not what was written.
    Changed {
        event: u64,
    },
    TimeRanBack {
        event: u64,
    },
    /// The stream ends before the event that the store knows as its last.
    TailCut {
        from: u64,
        to: u64,
    },
    /// The last event is not the one that the store knows as its last.
    EndDiffers {
        event: u64,
    },
    /// The opening names a day before that is not here.
    DayBeforeMissing {
        named: StreamName,
    },
    /// The day before ends otherwise than the opening says.
    DayBeforeDiffers {
        named: StreamName,
        event: u64,
    },
    /// There is an earlier day that the opening does not name.
    DayBeforeNotNamed {
        before: StreamName,
    },
    /// A closing names a head of another stream that is not there.
    OtherStreamDiffers {
        event: u64,
        named: StreamName,
        named_event: u64,
    },
    /// Read models tell of a day of which there is no stream.
    DayMissing {
        centre: String,
        day: CivilDay,
    },
    /// The events make no day: an invariant does not hold.
    NoDay {
        what: String,
    },
    /// What is read differs from what the events say.
    ReadModelsDiffer {
        what: String,
    },
    /// The head that was given is nowhere.
    HeadMissing {
        hash: Hash,
    },
}

impl Fault {
    /// The chain itself is broken, not only what is derived from it.
    pub fn is_of_the_chain(&self) -> bool {
        !matches!(self, Fault::ReadModelsDiffer { .. })
    }
}

const RESTORE: &str = "Stop writing; restore the last backup that verifies.";

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(stream) = &self.stream {
            write!(f, "{stream}: ")?;
        }
        match &self.fault {
            Fault::File { what } => write!(f, "the journal's file is damaged ({what}). {RESTORE}"),
            Fault::Unreadable { what } => write!(f, "events cannot be read ({what}). {RESTORE}"),
            Fault::Missing { from, to } if from == to => write!(f, "event {from} is missing. {RESTORE}"),
            Fault::Missing { from, to } => write!(f, "events {from} to {to} are missing. {RESTORE}"),
            Fault::Changed { event } => write!(f, "event {event} was changed. {RESTORE}"),
            Fault::TimeRanBack { event } => {
                write!(f, "event {event} was recorded before the one before it. {RESTORE}")
            }
            Fault::TailCut { from: 1, to } => write!(f, "all its events, 1 to {to}, are missing. {RESTORE}"),
            Fault::TailCut { from, to } => {
                write!(f, "the end is cut: events {from} to {to} are missing. {RESTORE}")
            }
            Fault::EndDiffers { event } => {
                write!(f, "event {event} is not the last one that was written. {RESTORE}")
            }
            Fault::DayBeforeMissing { named } => {
                write!(f, "the opening (event 1) follows {named}, which is missing. {RESTORE}")
            }
            Fault::DayBeforeDiffers { named, event } => write!(
                f,
                "the opening (event 1) follows event {event} of {named}, which now ends otherwise. {RESTORE}"
            ),
            Fault::DayBeforeNotNamed { before } => {
                write!(f, "the opening (event 1) does not follow {before}. One of both was put in. {RESTORE}")
            }
            Fault::OtherStreamDiffers { event, named, named_event } => write!(
                f,
                "the closing (event {event}) saw event {named_event} of {named}, which is missing or another \
                 now. {RESTORE}"
            ),
            Fault::DayMissing { centre, day } => {
                write!(f, "{centre}: the events of {} are missing. {RESTORE}", DateText(*day))
            }
            Fault::NoDay { what } => write!(f, "its events make no day ({what}). {RESTORE}"),
            Fault::ReadModelsDiffer { what } => {
                write!(f, "{what} not what the events say. Run nawat rebuild.")
            }
            Fault::HeadMissing { hash } => write!(
                f,
                "the journal does not hold {hash}: its end was cut after that hash was printed, or this is \
                 another journal. {RESTORE}"
            ),
        }
    }
}
