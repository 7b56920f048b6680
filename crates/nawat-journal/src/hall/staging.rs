//! What a decided command leaves to be written: rows of its streams, its key, the visits it touched.

use std::ops::ControlFlow;

use nawat_engine::Event;
use nawat_engine::time::Moment;

use super::Hall;
use crate::chain::{EventRow, Link};
use crate::read_models::VisitRow;
use crate::reading::record_of;
use crate::store::{NewKey, StoredKey};
use crate::stream::StreamName;
use crate::told::{CommandKey, TellError, Told};

impl Hall {
    /// Stages the records from `first` on.
    pub(super) fn stage(&mut self, first: usize) -> Result<(), TellError> {
        let rows = self.batch.rows_of(&self.stream, self.head);
        for record in &self.records[first..] {
            let payload = match serde_json::to_string(&record.entry) {
                Ok(payload) => payload,
                Err(error) => {
                    return Err(self.spoil(format!("an event could not be written as JSON ({error})")));
                }
            };
            let row = self.head.next(&self.stream, record.recorded.0, record.effective.0, payload);
            self.head = Link::of(&row);
            rows.push(row);
            match record.entry.event {
                // Other rules may read the same steps otherwise.
                Event::RulesAdopted { .. } => self.touched.extend(self.staged.visits.iter().map(|v| v.id)),
                ref event => self.touched.extend(event.touches().0),
            }
        }
        Ok(())
    }

    /// Stages an event of another stream of the centre (users, cases) in the same transaction. `payload` is
    /// compact JSON without personal data.
    pub fn stage_other(&mut self, stream: &StreamName, at: Moment, payload: String) -> Result<(), TellError> {
        self.be_sound()?;
        let after = self.head_of(stream)?;
        // Never before the day's last event, so that the next closing sees that this stream moved.
        let recorded = at.0.max(after.recorded).max(self.head.recorded);
        let row = after.next(stream, recorded, recorded, payload);
        self.batch.rows_of(stream, after).push(row);
        Ok(())
    }

    /// The head of any stream of the centre, with what is staged on it.
    pub(super) fn head_of(&mut self, stream: &StreamName) -> Result<Link, TellError> {
        let staged = self.batch.appends.iter().rev().find(|append| append.stream == *stream);
        match staged.and_then(|append| append.rows.last()) {
            Some(row) => Ok(Link::of(row)),
            None => Ok(self.store.head(stream)?),
        }
    }

    /// What was answered to this key, staged or stored.
    pub(super) fn told_before(&mut self, key: &CommandKey) -> Result<Option<Told>, TellError> {
        let staged = self.batch.keys.iter().find(|known| known.key == key.key);
        let stored = match staged {
            Some(staged) => Some(staged.stored.clone()),
            None => self.store.key(&self.centre, &key.key)?,
        };
        let Some(stored) = stored else { return Ok(None) };
        if stored.request != key.request {
            return Err(TellError::KeyReused);
        }
        let rows = self.rows_of_answer(&stored)?;
        let records = rows.iter().map(record_of).collect::<Result<Vec<_>, _>>()?;
        Ok(Some(Told { records, repeated: true }))
    }

    fn rows_of_answer(&mut self, stored: &StoredKey) -> Result<Vec<EventRow>, TellError> {
        let wanted = stored.first..stored.first + stored.count;
        let mut rows = Vec::new();
        self.store.read(&stored.stream, stored.first, &mut |row| {
            if !wanted.contains(&row.seq) {
                return ControlFlow::Break(());
            }
            rows.push(row);
            ControlFlow::Continue(())
        })?;
        let staged = self.batch.appends.iter().filter(|append| append.stream == stored.stream);
        rows.extend(staged.flat_map(|append| &append.rows).filter(|row| wanted.contains(&row.seq)).cloned());
        Ok(rows)
    }

    pub(super) fn keep_key(&mut self, key: &CommandKey, first: usize, at: Moment) {
        let records = &self.records[first..];
        let stored = StoredKey {
            request: key.request,
            stream: self.stream.clone(),
            first: records.first().map_or(0, |record| record.seq),
            count: records.len() as u64,
        };
        let centre = self.centre.clone();
        self.batch.keys.push(NewKey { centre, key: key.key.clone(), at: at.0, stored });
    }

    /// Rows of the visits that were touched since the last time, as the staged day has them now.
    pub(super) fn flush_visits(&mut self) {
        self.touched.sort_unstable();
        self.touched.dedup();
        for id in self.touched.drain(..) {
            if let Some(visit) = self.staged.visit(id) {
                self.batch.read_models.visits.push(VisitRow::of(&self.centre, &self.staged, visit));
            }
        }
    }

    /// The day was closed: its summary is written with the event that closes it.
    pub(super) fn close_books(&mut self) {
        self.closed_at = Some(self.head.recorded);
        self.batch.read_models.summaries.extend(self.editions.summary(&self.centre, &self.staged));
    }
}
