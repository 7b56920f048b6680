//! Making staged work durable, and showing it; or throwing it away.

use std::sync::{Arc, PoisonError};

use nawat_engine::Day;

use super::Hall;
use crate::chain::Link;
use crate::editions::Editions;
use crate::replay::{LastDay, live_again};
use crate::store::{Batch, StoreError};
use crate::told::TellError;

impl Hall {
    /// Whether anything is staged.
    pub fn has_staged(&self) -> bool {
        !self.batch.appends.is_empty()
    }

    /// Makes everything staged durable in one transaction, then shows it. After an error nothing staged is
    /// left: the day stands as it is on the disk. Gives the version of the committed day.
    pub fn commit(&mut self) -> Result<u64, TellError> {
        if let Some(what) = self.spoilt.clone() {
            self.mend()?;
            return Err(TellError::Broken(what));
        }
        self.flush_visits();
        if !self.has_staged() {
            return Ok(self.version());
        }
        let batch = std::mem::take(&mut self.batch);
        match self.store.append(&batch) {
            Ok(()) => self.show(),
            Err(error) => self.lose(&batch, error),
        }
    }

    fn version(&self) -> u64 {
        self.shared.read().unwrap_or_else(PoisonError::into_inner).version
    }

    /// Advances the committed day by the records that are durable now.
    fn show(&mut self) -> Result<u64, TellError> {
        let mut shown = self.shared.write().unwrap_or_else(PoisonError::into_inner);
        for record in self.records.drain(..) {
            if record.seq == 1 {
                shown.day = Day::unopened();
            }
            // The staged day has lived through the same records, so that this cannot fail.
            live_again(&mut shown.day, &record, &self.editions)?;
            shown.version += 1;
        }
        if !Arc::ptr_eq(&shown.published, &self.published) {
            shown.published = Arc::clone(&self.published);
            shown.version += 1;
        }
        shown.head = self.head;
        Ok(shown.version)
    }

    /// A commit that failed may still have reached the disk. What the disk holds decides.
    fn lose(&mut self, batch: &Batch, error: StoreError) -> Result<u64, TellError> {
        self.spoilt = Some(error.to_string());
        self.mend()?;
        match self.holds(batch)? {
            true => Ok(self.version()),
            false => Err(error.into()),
        }
    }

    fn holds(&mut self, batch: &Batch) -> Result<bool, TellError> {
        for append in &batch.appends {
            if let Some(last) = append.rows.last()
                && self.store.head(&append.stream)? != Link::of(last)
            {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Where the staged day can no longer be trusted, reads again what the disk holds.
    pub(super) fn mend(&mut self) -> Result<(), TellError> {
        if self.spoilt.is_none() {
            return Ok(());
        }
        self.batch = Batch::default();
        self.records.clear();
        self.touched.clear();
        let editions = Editions::read(self.store.as_mut(), &self.centre)?;
        let last = LastDay::read(self.store.as_mut(), &self.centre, &editions)?;
        if let Some(newest) = editions.newest()
            && *newest.published != *self.published
        {
            self.published = Arc::clone(&newest.published);
        }
        self.editions = editions;
        let mut shown = self.shared.write().unwrap_or_else(PoisonError::into_inner);
        if shown.head != last.head {
            shown.day = last.day.clone();
            shown.head = last.head;
            shown.version += 1;
        }
        if !Arc::ptr_eq(&shown.published, &self.published) {
            shown.published = Arc::clone(&self.published);
            shown.version += 1;
        }
        drop(shown);
        (self.staged, self.stream, self.head) = (last.day, last.stream, last.head);
        self.closed_at = last.closed_at;
        self.spoilt = None;
        Ok(())
    }
}
