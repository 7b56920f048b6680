//! Rows as SQLite holds them, read and written.

use nawat_engine::ids::{OutcomeId, Reference, SegmentId, SeriesId, ServiceId, VisitId};
use nawat_engine::time::{CivilDay, Millis, Moment};
use rusqlite::types::Type;
use rusqlite::{CachedStatement, Row, params};

use crate::chain::{EventRow, Hash, Link};
use crate::read_models::{StoredName, VisitRow};
use crate::store::SummaryRow;
use crate::stream::{DateText, StreamName, parse_date};

pub fn link(row: &Row<'_>, first: usize) -> rusqlite::Result<Link> {
    Ok(Link { seq: unsigned(row, first)?, recorded: row.get(first + 1)?, hash: Hash(row.get(first + 2)?) })
}

/// A row of `STREAMS`.
pub fn head(row: &Row<'_>) -> rusqlite::Result<(StreamName, Link)> {
    Ok((StreamName::named(row.get::<_, String>(0)?), link(row, 1)?))
}

pub fn event(row: &Row<'_>) -> rusqlite::Result<EventRow> {
    Ok(EventRow {
        seq: unsigned(row, 0)?,
        recorded: row.get(1)?,
        effective: row.get(2)?,
        payload: row.get(3)?,
        hash: Hash(row.get(4)?),
    })
}

pub fn unsigned(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    let number: i64 = row.get(column)?;
    u64::try_from(number).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, number))
}

pub fn put_visit(statement: &mut CachedStatement<'_>, visit: &VisitRow) -> rusqlite::Result<()> {
    statement.execute(params![
        visit.centre,
        DateText(visit.day).to_string(),
        visit.visit.0,
        visit.synthetic,
        visit.series.0,
        visit.number as i64,
        visit.lease,
        visit.reference.to_string(),
        visit.person.map(|person| person.to_string()),
        visit.segment.0,
        visit.party,
        visit.channel.stored(),
        visit.appointment,
        visit.place.stored(),
        visit.ending.map(StoredName::stored),
        visit.arrived.0,
        visit.ready.0,
        visit.first_called.map(|moment| moment.0),
        visit.later_wait.0,
        visit.ended.map(|moment| moment.0),
        visit.referred,
        visit.calls,
        visit.service.0,
        visit.main_service.map(|service| service.0),
        visit.outcome.map(|outcome| outcome.0),
        visit.steps,
    ])?;
    Ok(())
}

/// Columns as `READ_VISITS` names them.
pub fn visit(centre: &str, row: &Row<'_>) -> rusqlite::Result<VisitRow> {
    Ok(VisitRow {
        centre: centre.to_owned(),
        day: parsed(row, 24, parse_date)?,
        visit: VisitId(row.get(0)?),
        synthetic: row.get(1)?,
        series: SeriesId(row.get(2)?),
        number: unsigned(row, 3)?,
        lease: row.get(4)?,
        reference: parsed(row, 5, reference)?,
        person: match row.get_ref(6)?.as_str_or_null().map_err(|_| wrong_type(6))? {
            Some(_) => Some(parsed(row, 6, reference)?),
            None => None,
        },
        segment: SegmentId(row.get(7)?),
        party: row.get(8)?,
        channel: parsed(row, 9, StoredName::read)?,
        appointment: row.get(10)?,
        place: parsed(row, 11, StoredName::read)?,
        ending: match row.get_ref(12)?.as_str_or_null().map_err(|_| wrong_type(12))? {
            Some(_) => Some(parsed(row, 12, StoredName::read)?),
            None => None,
        },
        arrived: Moment(row.get(13)?),
        ready: Moment(row.get(14)?),
        first_called: row.get::<_, Option<i64>>(15)?.map(Moment),
        later_wait: Millis(row.get(16)?),
        ended: row.get::<_, Option<i64>>(17)?.map(Moment),
        referred: row.get(18)?,
        calls: row.get(19)?,
        service: ServiceId(row.get(20)?),
        main_service: row.get::<_, Option<u16>>(21)?.map(ServiceId),
        outcome: row.get::<_, Option<u16>>(22)?.map(OutcomeId),
        steps: row.get(23)?,
    })
}

/// Columns as `READ_SUMMARIES` names them.
pub fn summary(centre: &str, row: &Row<'_>) -> rusqlite::Result<SummaryRow> {
    Ok(SummaryRow { centre: centre.to_owned(), day: parsed(row, 0, parse_date)?, summary: row.get(1)? })
}

pub fn centre_and_day(row: &Row<'_>) -> rusqlite::Result<(String, CivilDay)> {
    Ok((row.get(0)?, parsed(row, 1, parse_date)?))
}

fn wrong_type(column: usize) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(column, String::new(), Type::Text)
}

fn reference(text: &str) -> Option<Reference> {
    text.parse().ok()
}

/// A text column, read by `read`; what it cannot read is a damaged row.
fn parsed<T>(row: &Row<'_>, column: usize, read: fn(&str) -> Option<T>) -> rusqlite::Result<T> {
    let text = row.get_ref(column)?.as_str().map_err(|_| wrong_type(column))?;
    read(text).ok_or_else(|| {
        rusqlite::Error::FromSqlConversionFailure(
            column,
            Type::Text,
            format!("“{text}” cannot be read").into(),
        )
    })
}
