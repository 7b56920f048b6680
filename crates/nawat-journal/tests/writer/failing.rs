//! A store that fails.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use nawat_engine::time::CivilDay;
use nawat_journal::chain::EventRow;
use nawat_journal::read_models::VisitRow;
use nawat_journal::store::{ReadModels, Refill, StoredKey, SummaryRow};
use nawat_journal::{Batch, Link, SqliteStore, Store, StoreError, StreamName};

use super::common::Draw;

/// A store that does not take what holds a poisoned reference, and fails now and then for no reason, before
/// the write or after it.
#[derive(Debug)]
pub struct Failing {
    pub store: SqliteStore,
    pub draw: Draw,
    pub on: Arc<AtomicBool>,
}

pub const POISON: u64 = 0xdead;

impl Store for Failing {
    fn append(&mut self, batch: &Batch) -> Result<(), StoreError> {
        if !self.on.load(Ordering::Relaxed) {
            return self.store.append(batch);
        }
        let poisoned = format!("{POISON:032x}");
        let conflict = || StoreError::Conflict { stream: StreamName::named("day"), expected: 0, found: 0 };
        if batch.appends.iter().flat_map(|append| &append.rows).any(|row| row.payload.contains(&poisoned)) {
            return Err(conflict());
        }
        match self.draw.below(4) {
            0 => Err(conflict()),
            1 => self.store.append(batch).and(Err(conflict())),
            _ => self.store.append(batch),
        }
    }

    fn head(&mut self, stream: &StreamName) -> Result<Link, StoreError> {
        self.store.head(stream)
    }
    fn read(
        &mut self,
        stream: &StreamName,
        from: u64,
        each: &mut dyn FnMut(EventRow) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        self.store.read(stream, from, each)
    }
    fn streams(&mut self, beginning: &str) -> Result<Vec<(StreamName, Link)>, StoreError> {
        self.store.streams(beginning)
    }
    fn last_stream(&mut self, beginning: &str) -> Result<Option<(StreamName, Link)>, StoreError> {
        self.store.last_stream(beginning)
    }
    fn streams_of_events(&mut self) -> Result<Vec<StreamName>, StoreError> {
        self.store.streams_of_events()
    }
    fn key(&mut self, centre: &str, key: &str) -> Result<Option<StoredKey>, StoreError> {
        self.store.key(centre, key)
    }
    fn replace_read_models(&mut self, fill: &mut Refill<'_>) -> Result<(), StoreError> {
        self.store.replace_read_models(&mut || fill().map(|models: Option<ReadModels>| models))
    }
    fn visits(
        &mut self,
        centre: &str,
        from: CivilDay,
        to: CivilDay,
        each: &mut dyn FnMut(VisitRow),
    ) -> Result<(), StoreError> {
        self.store.visits(centre, from, to, each)
    }
    fn summaries(
        &mut self,
        centre: &str,
        from: CivilDay,
        to: CivilDay,
    ) -> Result<Vec<SummaryRow>, StoreError> {
        self.store.summaries(centre, from, to)
    }
    fn days_of_read_models(&mut self) -> Result<Vec<(String, CivilDay)>, StoreError> {
        self.store.days_of_read_models()
    }
    fn check_file(&mut self) -> Result<Vec<String>, StoreError> {
        self.store.check_file()
    }
}
