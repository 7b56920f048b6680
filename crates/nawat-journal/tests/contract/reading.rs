//! Reading streams and what is derived from them.

use std::ops::ControlFlow;

use nawat_engine::time::CivilDay;
use nawat_journal::store::ReadModels;
use nawat_journal::{Batch, Link, Store, StoreError};

use super::Factory;
use super::rows::{append, stream, summary, visit, write};

fn put(store: &mut dyn Store, read_models: ReadModels) {
    store.append(&Batch { read_models, ..Batch::default() }).unwrap();
}

fn visits(store: &mut dyn Store, from: i32, to: i32) -> Vec<nawat_journal::read_models::VisitRow> {
    let mut found = Vec::new();
    store.visits("c", CivilDay(from), CivilDay(to), &mut |visit| found.push(visit)).unwrap();
    found
}

pub fn streams_are_listed_in_order_with_their_ends(factory: &mut dyn Factory) {
    let mut store = factory.fresh();
    let names = ["day/c/2017-11-02", "users/c", "day/c/2017-11-01", "day/cc/2017-11-03", "catalogue/c"];
    let mut ends = Vec::new();
    for name in names {
        ends.push((stream(name), write(store.as_mut(), append(name, Link::START, &["{}", "{}"]))));
    }
    ends.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(store.streams("").unwrap(), ends);
    let of_c: Vec<_> = ends.iter().filter(|(name, _)| name.as_str().starts_with("day/c/")).cloned().collect();
    assert_eq!(of_c.len(), 2);
    assert_eq!(store.streams("day/c/").unwrap(), of_c);
    assert_eq!(store.last_stream("day/c/").unwrap(), Some(of_c[1].clone()));
    assert_eq!(store.last_stream("day/d/").unwrap(), None);
    let names: Vec<_> = ends.into_iter().map(|(name, _)| name).collect();
    assert_eq!(store.streams_of_events().unwrap(), names);
}

pub fn reading_begins_and_breaks_off_where_it_is_told(factory: &mut dyn Factory) {
    let mut store = factory.fresh();
    write(store.as_mut(), append("users/c", Link::START, &["1", "2", "3", "4", "5"]));
    let mut seen = Vec::new();
    store
        .read(&stream("users/c"), 2, &mut |row| {
            seen.push(row.payload);
            if row.seq == 4 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })
        .unwrap();
    assert_eq!(seen, ["2", "3", "4"]);
}

pub fn nothing_is_not_an_error(factory: &mut dyn Factory) {
    let mut store = factory.fresh();
    assert_eq!(store.head(&stream("users/c")).unwrap(), Link::START);
    assert_eq!(store.streams("").unwrap(), []);
    assert_eq!(store.streams_of_events().unwrap(), []);
    assert_eq!(store.summaries("c", CivilDay(0), CivilDay(9)).unwrap(), []);
    assert_eq!(visits(store.as_mut(), 0, 9), []);
    assert_eq!(store.check_file().unwrap(), Vec::<String>::new());
    store.append(&Batch::default()).unwrap();
}

pub fn visits_and_summaries_come_back_as_written(factory: &mut dyn Factory) {
    let mut store = factory.fresh();
    let rows = vec![visit(3, 1), visit(3, 2), visit(3, 3), visit(4, 1)];
    let summaries = vec![summary(3, &[0, 255, 1]), summary(4, b""), summary(17_471, b"later")];
    let shuffled = rows.iter().rev().cloned().collect();
    put(store.as_mut(), ReadModels { visits: shuffled, summaries: summaries.clone() });
    assert_eq!(visits(store.as_mut(), 3, 4), rows);
    assert_eq!(visits(store.as_mut(), 4, 4), rows[3..]);
    assert_eq!(store.summaries("c", CivilDay(3), CivilDay(4)).unwrap(), summaries[..2]);
    assert_eq!(store.summaries("d", CivilDay(3), CivilDay(4)).unwrap(), []);
    let days: Vec<_> = store.days_of_read_models().unwrap().into_iter().map(|(_, day)| day.0).collect();
    assert_eq!(days, [3, 4, 17_471]);
}

pub fn a_later_row_of_a_visit_replaces_the_earlier(factory: &mut dyn Factory) {
    let mut store = factory.fresh();
    let mut row = visit(3, 1);
    put(store.as_mut(), ReadModels { visits: vec![row.clone()], summaries: vec![summary(3, b"a")] });
    row.calls += 1;
    put(store.as_mut(), ReadModels { visits: vec![row.clone()], summaries: vec![summary(3, b"b")] });
    assert_eq!(visits(store.as_mut(), 3, 3), [row]);
    assert_eq!(store.summaries("c", CivilDay(3), CivilDay(3)).unwrap(), [summary(3, b"b")]);
}

pub fn read_models_are_replaced_all_or_nothing(factory: &mut dyn Factory) {
    let mut store = factory.fresh();
    put(store.as_mut(), ReadModels { visits: vec![visit(3, 1)], summaries: vec![summary(3, b"a")] });
    let mut pieces = vec![ReadModels { visits: vec![visit(5, 1)], summaries: Vec::new() }].into_iter();
    let failed = store.replace_read_models(&mut || match pieces.next() {
        Some(piece) => Ok(Some(piece)),
        None => Err(StoreError::DiskFull { path: "/data".into() }),
    });
    assert!(matches!(failed, Err(StoreError::DiskFull { .. })));
    assert_eq!(visits(store.as_mut(), 0, 9), [visit(3, 1)]);

    let mut pieces =
        vec![ReadModels { visits: vec![visit(5, 1)], summaries: vec![summary(5, b"x")] }].into_iter();
    store.replace_read_models(&mut || Ok(pieces.next())).unwrap();
    assert_eq!(visits(store.as_mut(), 0, 9), [visit(5, 1)]);
    assert_eq!(store.summaries("c", CivilDay(0), CivilDay(9)).unwrap(), [summary(5, b"x")]);
}
