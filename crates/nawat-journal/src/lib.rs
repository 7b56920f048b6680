//! The centre's memory: append-only streams of events, each event carrying the hash of the one before, and
//! what can be read from them. The only room that knows SQL.
//!
//! Where to begin reading: what is kept and under which promises is [`store`]; how one event is bound to
//! the one before, byte by byte, so that a stranger can recompute it, is [`chain`]; how a command becomes
//! durable is [`hall`] and [`writer`]; whether a journal is whole is [`mod@verify`].
//!
//! A data folder holds `journal.db` (streams, command keys, and the tables of [`read_models`], which
//! [`mod@rebuild`] makes anew), `journal.lock` while somebody writes, and, apart from the journal and never
//! in it, who people are ([`people`]) and who may sign in ([`accounts`]).
//!
//! The payload of an event of a day's stream is what the engine's `Entry` writes as JSON; the catalogue's
//! stream holds `{"published": …}` per version; the users' stream holds facts without names. No event holds
//! personal data: only random references that the people vault knows.

pub mod accounts;
pub mod chain;
pub mod editions;
pub mod hall;
pub mod people;
mod private_file;
pub mod read_models;
pub mod reading;
pub mod rebuild;
pub mod replay;
mod sql;
pub mod sqlite;
pub mod store;
pub mod stream;
pub mod summaries;
pub mod told;
pub mod verify;
pub mod writer;

pub use chain::{Hash, Link};
pub use hall::{Committed, Hall};
pub use rebuild::rebuild;
pub use sqlite::{DataFolder, SqliteStore};
pub use store::{Batch, Store, StoreError};
pub use stream::StreamName;
pub use summaries::{DaySummary, summarise};
pub use told::{CommandKey, TellError, Told};
pub use verify::verify;
pub use writer::Writer;
