//! What one transaction writes.

use rusqlite::{Connection, OptionalExtension, params};

use super::rows;
use crate::chain::{Hash, Link};
use crate::sql;
use crate::store::{Append, NewKey, ReadModels, StoreError, StoredKey};
use crate::stream::{DateText, StreamName};

pub(super) fn in_sequence(append: &Append) -> Result<(), StoreError> {
    let expected = append.after.seq + 1..;
    if append.rows.iter().zip(expected).any(|(row, expected)| row.seq != expected) {
        return Err(StoreError::OutOfSequence { stream: append.stream.clone(), after: append.after.seq });
    }
    Ok(())
}

/// Moves the stream's head from where the writer thinks it is, then writes the events.
pub(super) fn write_stream(
    connection: &Connection,
    append: &Append,
    failed: &impl Fn(rusqlite::Error) -> StoreError,
) -> Result<(), StoreError> {
    let Some(last) = append.rows.last() else { return Ok(()) };
    let stream = append.stream.as_str();
    let (seq, recorded, hash) = (last.seq as i64, last.recorded, &last.hash.0[..]);
    let moved = if append.after.seq == 0 {
        let mut statement = connection.prepare_cached(sql::FIRST_HEAD).map_err(failed)?;
        statement.execute(params![stream, seq, recorded, hash])
    } else {
        let mut statement = connection.prepare_cached(sql::MOVE_HEAD).map_err(failed)?;
        let (after, after_hash) = (append.after.seq as i64, &append.after.hash.0[..]);
        statement.execute(params![stream, seq, recorded, hash, after, after_hash])
    };
    if moved.map_err(failed)? == 0 {
        let found = connection
            .query_row(sql::HEAD, [stream], |row| rows::link(row, 0))
            .optional()
            .map_err(failed)?
            .unwrap_or(Link::START);
        return Err(StoreError::Conflict {
            stream: append.stream.clone(),
            expected: append.after.seq,
            found: found.seq,
        });
    }
    let mut statement = connection.prepare_cached(sql::INSERT_EVENT).map_err(failed)?;
    for row in &append.rows {
        statement
            .execute(params![
                stream,
                row.seq as i64,
                row.recorded,
                row.effective,
                row.payload,
                &row.hash.0[..]
            ])
            .map_err(failed)?;
    }
    Ok(())
}

pub(super) fn write_key(
    connection: &Connection,
    key: &NewKey,
    failed: &impl Fn(rusqlite::Error) -> StoreError,
) -> Result<(), StoreError> {
    let stored = &key.stored;
    let written = connection
        .prepare_cached(sql::INSERT_KEY)
        .and_then(|mut statement| {
            statement.execute(params![
                key.centre,
                key.key,
                key.at,
                &stored.request.0[..],
                stored.stream.as_str(),
                stored.first as i64,
                stored.count as i64
            ])
        })
        .map_err(failed)?;
    if written > 0 {
        return Ok(());
    }
    match read_key(connection, &key.centre, &key.key).map_err(failed)? {
        Some(stored) => Err(StoreError::DuplicateKey { key: key.key.clone(), stored }),
        None => Err(failed(rusqlite::Error::QueryReturnedNoRows)),
    }
}

pub(super) fn read_key(
    connection: &Connection,
    centre: &str,
    key: &str,
) -> rusqlite::Result<Option<StoredKey>> {
    let mut statement = connection.prepare_cached(sql::KEY)?;
    statement
        .query_row([centre, key], |row| {
            Ok(StoredKey {
                request: Hash(row.get(0)?),
                stream: StreamName::named(row.get::<_, String>(1)?),
                first: rows::unsigned(row, 2)?,
                count: rows::unsigned(row, 3)?,
            })
        })
        .optional()
}

pub(super) fn write_read_models(connection: &Connection, models: &ReadModels) -> rusqlite::Result<()> {
    if !models.visits.is_empty() {
        let mut statement = connection.prepare_cached(sql::PUT_VISIT)?;
        for visit in &models.visits {
            rows::put_visit(&mut statement, visit)?;
        }
    }
    for summary in &models.summaries {
        let mut statement = connection.prepare_cached(sql::PUT_SUMMARY)?;
        statement.execute(params![summary.centre, DateText(summary.day).to_string(), summary.summary])?;
    }
    Ok(())
}
