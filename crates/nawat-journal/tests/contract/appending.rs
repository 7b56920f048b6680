//! Appending: whole or not at all, and only where the writer knows the end.

use nawat_journal::store::ReadModels;
use nawat_journal::{Batch, Hash, Link, StoreError};

use super::Factory;
use super::rows::{all, append, key, of, stream, summary, visit, write};

const DAY: &str = "day/c/2017-11-01";
const USERS: &str = "users/c";

pub fn read_back_equals_written(factory: &mut dyn Factory) {
    let mut store = factory.fresh();
    let first = append(DAY, Link::START, &["{}", "{\"ا\":\"ب\"}", ""]);
    let end = write(store.as_mut(), first.clone());
    let second = append(DAY, end, &["{\"more\":[1,2]}"]);
    let end = write(store.as_mut(), second.clone());

    let written: Vec<_> = first.rows.into_iter().chain(second.rows).collect();
    assert_eq!(all(store.as_mut(), DAY), written);
    assert_eq!(store.head(&stream(DAY)).unwrap(), end);
    assert_eq!(all(factory.again().as_mut(), DAY), written);
}

pub fn losing_append_leaves_no_trace(factory: &mut dyn Factory) {
    let mut store = factory.fresh();
    let end = write(store.as_mut(), append(DAY, Link::START, &["{}"]));
    let late = Batch {
        appends: vec![append(USERS, Link::START, &["{}"]), append(DAY, Link::START, &["{\"late\":1}"])],
        keys: vec![key("c", "late", 0, 1)],
        read_models: ReadModels { visits: vec![visit(1, 1)], summaries: vec![summary(1, b"x")] },
        forget_keys_before: None,
    };
    match store.append(&late) {
        Err(StoreError::Conflict { stream, expected: 0, found: 1 }) => assert_eq!(stream.as_str(), DAY),
        other => panic!("{other:?}"),
    }
    assert_eq!(store.head(&stream(DAY)).unwrap(), end);
    assert_eq!(all(store.as_mut(), DAY).len(), 1);
    assert_eq!(all(store.as_mut(), USERS), []);
    assert_eq!(store.head(&stream(USERS)).unwrap(), Link::START);
    assert_eq!(store.key("c", "late").unwrap(), None);
    assert_eq!(store.days_of_read_models().unwrap(), []);
    // And the store goes on.
    write(store.as_mut(), append(DAY, end, &["{}"]));
}

pub fn several_streams_all_or_nothing(factory: &mut dyn Factory) {
    let mut store = factory.fresh();
    let day = append(DAY, Link::START, &["{}", "{}"]);
    let users = append(USERS, Link::START, &["{}"]);
    store.append(&of(vec![day.clone(), users.clone()])).unwrap();
    assert_eq!(all(store.as_mut(), DAY), day.rows);
    assert_eq!(all(store.as_mut(), USERS), users.rows);

    let end = Link::of(&day.rows[1]);
    let wrong = Link { seq: 5, ..Link::START };
    let both = of(vec![append(DAY, end, &["{}"]), append(USERS, wrong, &["{}"])]);
    assert!(matches!(store.append(&both), Err(StoreError::Conflict { found: 1, .. })));
    assert_eq!(all(store.as_mut(), DAY).len(), 2);
    assert_eq!(all(store.as_mut(), USERS).len(), 1);
}

pub fn rows_must_follow_one_another(factory: &mut dyn Factory) {
    let mut store = factory.fresh();
    let mut gap = append(DAY, Link::START, &["{}", "{}", "{}"]);
    gap.rows.remove(1);
    assert!(matches!(store.append(&of(vec![gap])), Err(StoreError::OutOfSequence { .. })));
    let mut twice = append(DAY, Link::START, &["{}"]);
    twice.rows.push(twice.rows[0].clone());
    assert!(matches!(store.append(&of(vec![twice])), Err(StoreError::OutOfSequence { .. })));
    assert_eq!(all(store.as_mut(), DAY), []);
}

pub fn the_same_hash_is_needed_not_only_the_same_number(factory: &mut dyn Factory) {
    let mut store = factory.fresh();
    let end = write(store.as_mut(), append(DAY, Link::START, &["{}"]));
    let branched = Link { hash: Hash([1; 32]), ..end };
    let append = append(DAY, branched, &["{}"]);
    assert!(matches!(store.append(&of(vec![append])), Err(StoreError::Conflict { .. })));
    assert_eq!(all(store.as_mut(), DAY).len(), 1);
}

/// Two writers with the same knowledge, at the same time, many times: each place is taken once.
pub fn two_writers_one_winner(factory: &mut dyn Factory) {
    let mut first = factory.fresh();
    let mut second = factory.again();
    let rounds = 60;
    std::thread::scope(|scope| {
        let race = |store: &mut Box<dyn nawat_journal::Store>, who: &str| {
            let mut won = 0;
            while won < rounds {
                let end = store.head(&stream(DAY)).unwrap();
                match store.append(&of(vec![append(DAY, end, &[who])])) {
                    Ok(()) => won += 1,
                    Err(StoreError::Conflict { .. }) => {}
                    Err(error) => panic!("{error}"),
                }
            }
        };
        scope.spawn(move || race(&mut first, "\"first\""));
        scope.spawn(move || race(&mut second, "\"second\""));
    });
    let rows = all(factory.again().as_mut(), DAY);
    assert_eq!(rows.len(), 2 * rounds);
    let mut link = Link::START;
    for row in &rows {
        link = link.check(&stream(DAY), row).unwrap();
    }
    assert_eq!(rows.iter().filter(|row| row.payload == "\"first\"").count(), rounds);
}
