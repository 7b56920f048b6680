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

    /// Gives up everything staged; the day stands as it is on the disk.
    pub fn forget(&mut self) -> Result<(), TellError> {
        self.spoilt = Some("staged work was given up".to_owned());
        self.mend()
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

#[cfg(test)]
mod tests {
    use nawat_catalogue::Published;
    use nawat_engine::time::{CivilDay, Moment};
    use nawat_engine::{Actor, Command, Phase, Said};

    use super::*;
    use crate::sqlite::{Access, SqliteStore};

    /// An invariant that breaks costs what was staged with it, and nothing else.
    #[test]
    fn a_spoilt_day_is_read_again_and_the_hall_stays_open() {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open_file(&folder.path().join("journal.db"), &Access::default()).unwrap();
        let centre = concat!(env!("CARGO_MANIFEST_DIR"), "/../../centres/bahrain-housing");
        let centre = nawat_catalogue::read(std::path::Path::new(centre)).unwrap();
        let at = Moment(1_509_508_800_000);
        let mut hall = Hall::found(Box::new(store), Published::publish(None, centre), at).unwrap();
        let opening = hall.opening(CivilDay(17_471), true).unwrap();
        let said = |command| Said { by: Actor::Centre, at, effective: None, command };
        hall.tell(&said(Command::OpenDay(opening)), None).unwrap();
        hall.commit().unwrap();

        hall.tell(&said(Command::CloseTicketing), None).unwrap();
        hall.spoil("nothing adds up".to_owned());
        let told = hall.tell(&said(Command::ReopenTicketing), None);
        assert!(matches!(told, Err(TellError::Broken(_))), "nothing is decided on a spoilt day");
        assert!(matches!(hall.commit(), Err(TellError::Broken(_))));
        assert_eq!((hall.day().phase, hall.head().seq), (Phase::Open, 1));
        hall.tell(&said(Command::CloseTicketing), None).unwrap();
        hall.commit().unwrap();
        assert_eq!(hall.head().seq, 2);
    }
}
