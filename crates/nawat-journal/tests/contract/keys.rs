//! Keys of commands: stored once, with their answer.

use nawat_journal::{Batch, Link, StoreError};

use super::Factory;
use super::rows::{all, append, key};

const DAY: &str = "day/c/2017-11-01";

pub fn a_key_is_stored_once_and_its_answer_returned(factory: &mut dyn Factory) {
    let mut store = factory.fresh();
    let first = key("c", "k", 10, 1);
    store.append(&Batch { keys: vec![first.clone()], ..Batch::default() }).unwrap();
    assert_eq!(store.key("c", "k").unwrap(), Some(first.stored.clone()));
    assert_eq!(factory.again().key("c", "k").unwrap(), Some(first.stored.clone()));
    match store.append(&Batch { keys: vec![key("c", "k", 20, 9)], ..Batch::default() }) {
        Err(StoreError::DuplicateKey { key, stored }) => {
            assert_eq!((key.as_str(), stored), ("k", first.stored.clone()));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(store.key("c", "k").unwrap(), Some(first.stored));
}

pub fn a_key_taken_twice_leaves_no_trace(factory: &mut dyn Factory) {
    let mut store = factory.fresh();
    store.append(&Batch { keys: vec![key("c", "k", 10, 1)], ..Batch::default() }).unwrap();
    let appends = vec![append(DAY, Link::START, &["{}"])];
    let again =
        Batch { appends, keys: vec![key("c", "other", 20, 1), key("c", "k", 20, 1)], ..Batch::default() };
    assert!(matches!(store.append(&again), Err(StoreError::DuplicateKey { .. })));
    assert_eq!(all(store.as_mut(), DAY), []);
    assert_eq!(store.key("c", "other").unwrap(), None);
}

pub fn old_keys_are_forgotten(factory: &mut dyn Factory) {
    let mut store = factory.fresh();
    let keys = vec![key("c", "old", 10, 1), key("c", "new", 20, 3)];
    store.append(&Batch { keys, ..Batch::default() }).unwrap();
    store.append(&Batch { forget_keys_before: Some(20), ..Batch::default() }).unwrap();
    assert_eq!(store.key("c", "old").unwrap(), None);
    assert!(store.key("c", "new").unwrap().is_some());
}

pub fn centres_have_keys_of_their_own(factory: &mut dyn Factory) {
    let mut store = factory.fresh();
    let keys = vec![key("c", "k", 10, 1), key("d", "k", 10, 5)];
    store.append(&Batch { keys, ..Batch::default() }).unwrap();
    assert_eq!(store.key("d", "k").unwrap().map(|stored| stored.first), Some(5));
    assert_eq!(store.key("e", "k").unwrap(), None);
}
