//! Read models: never behind, and made anew they are the same, byte for byte.

mod common;

use std::path::Path;
use std::sync::Arc;

use common::{Crowd, hall_of, live_a_day};
use nawat_catalogue::Published;
use nawat_engine::{Command, Day};
use nawat_journal::summaries::{DaySummary, summarise};
use nawat_journal::{DataFolder, SqliteStore, Store, rebuild, verify};
use rusqlite::Connection;
use rusqlite::types::Value;

/// All that both tables hold, in their order.
fn dump(folder: &Path) -> Vec<Vec<Value>> {
    let connection = Connection::open(folder.join("journal.db")).unwrap();
    let mut rows = Vec::new();
    for table in ["visits", "summaries"] {
        let mut statement = connection.prepare(&format!("select * from {table}")).unwrap();
        let columns = statement.column_count();
        let found = statement.query_map([], |row| (0..columns).map(|at| row.get(at)).collect()).unwrap();
        rows.extend(found.collect::<Result<Vec<_>, _>>().unwrap());
    }
    rows
}

/// Days of a crowd, with a change of the rules in the middle of one, and a day that is still open.
fn lived(folder: &Path, seed: u64) -> (Arc<DataFolder>, Day) {
    let held = Arc::new(DataFolder::hold(folder).unwrap());
    let mut hall = hall_of(&held);
    let mut crowd = Crowd::new(seed);
    live_a_day(&mut hall, &mut crowd, 500, 7);
    let opening = crowd.opening(&hall);
    hall.tell(&opening, None).unwrap();
    for press in 0..500 {
        let said = crowd.press(hall.day());
        let _ = hall.tell(&said, None);
        if press == 250 {
            let mut centre = hall.published().centre.clone();
            // What was looked at counts as completed from now on, and the other way round.
            centre.outcomes.iter_mut().for_each(|outcome| outcome.completes = !outcome.completes);
            let next = Arc::new(Published::publish(Some(hall.published()), centre));
            let rules = next.rules_ref();
            hall.publish(next, crowd.now).unwrap();
            let said = crowd.said(Command::AdoptRules { rules });
            hall.tell(&said, None).unwrap();
        }
        if crowd.draw.below(9) == 0 {
            hall.commit().unwrap();
        }
    }
    let closing = crowd.said(Command::CloseDay { carry_over: false, heads: Vec::new() });
    hall.tell(&closing, None).unwrap();
    live_a_day(&mut hall, &mut crowd, 300, 50);
    let opening = crowd.opening(&hall);
    hall.tell(&opening, None).unwrap();
    for _ in 0..300 {
        let said = crowd.press(hall.day());
        let _ = hall.tell(&said, None);
    }
    hall.commit().unwrap();
    let day = hall.day().clone();
    (held, day)
}

#[test]
fn made_anew_they_are_the_same_byte_for_byte() {
    for seed in 0..4 {
        let folder = tempfile::tempdir().unwrap();
        let (held, _) = lived(folder.path(), seed);
        let before = dump(folder.path());
        let connection = Connection::open(folder.path().join("journal.db")).unwrap();
        connection.execute_batch("drop table visits; drop table summaries").unwrap();
        drop(connection);
        let missing = SqliteStore::open_to_read(&held.journal())
            .unwrap()
            .summaries(common::CENTRE, common::FIRST_DAY, common::FIRST_DAY)
            .unwrap_err();
        assert!(missing.to_string().contains("Run nawat rebuild"), "{missing}");
        let mut reader = SqliteStore::open_to_read(&held.journal()).unwrap();
        let mut store = SqliteStore::open(&held).unwrap();
        let rebuilt = rebuild(&mut reader, &mut store).unwrap();
        assert_eq!((rebuilt.days, rebuilt.summaries), (4, 3));
        assert_eq!((rebuilt.visits + rebuilt.summaries) as usize, before.len());
        assert!(dump(folder.path()) == before, "seed {seed}");
        assert_eq!(verify(&mut reader, None).unwrap().findings, []);
    }
}

#[test]
fn a_summary_is_that_of_the_day_as_it_was_closed() {
    let folder = tempfile::tempdir().unwrap();
    let held = Arc::new(DataFolder::hold(folder.path()).unwrap());
    let mut hall = hall_of(&held);
    live_a_day(&mut hall, &mut Crowd::new(9), 600, 20);
    let (day, published) = (hall.day().clone(), Arc::clone(hall.published()));
    let rows = hall.store().summaries(common::CENTRE, day.date, day.date).unwrap();
    let stored = DaySummary::from_bytes(&rows[0].summary).unwrap();
    assert_eq!(stored, summarise(&day, &|moment| published.centre.calendar.local_hour(moment)));
    assert!(stored.total().received > 0);
}

#[test]
fn the_rows_of_visits_agree_with_the_day() {
    let folder = tempfile::tempdir().unwrap();
    let (held, day) = lived(folder.path(), 10);
    let mut store = SqliteStore::open_to_read(&held.journal()).unwrap();
    let mut rows = Vec::new();
    store.visits(common::CENTRE, day.date, day.date, &mut |row| rows.push(row)).unwrap();
    assert_eq!(rows.len(), day.visits.len());
    for (row, visit) in rows.iter().zip(&day.visits) {
        assert_eq!((row.visit, row.reference, row.ended), (visit.id, visit.reference, visit.ended));
        assert_eq!(
            (row.first_called, row.calls, row.referred),
            (visit.first_called, visit.calls, visit.referred)
        );
        let steps: Vec<serde_json::Value> = serde_json::from_str(&row.steps).unwrap();
        assert_eq!(steps.len(), day.steps_of(visit).count());
        assert_eq!(steps[0][0], u64::from(row.service.0));
    }
    assert!(rows.iter().any(|row| row.ended.is_some()) && rows.iter().any(|row| row.ended.is_none()));
}

#[test]
fn a_broken_chain_leaves_the_read_models_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    let (held, _) = lived(folder.path(), 11);
    let before = dump(folder.path());
    let connection = Connection::open(folder.path().join("journal.db")).unwrap();
    connection.execute("update events set effective = effective + 1 where seq = 9", []).unwrap();
    let mut reader = SqliteStore::open_to_read(&held.journal()).unwrap();
    let mut store = SqliteStore::open(&held).unwrap();
    let error = rebuild(&mut reader, &mut store).unwrap_err().to_string();
    assert!(error.contains("event 9: it was changed"), "{error}");
    assert!(dump(folder.path()) == before);
}
