//! Batches for the suite.

use nawat_engine::ids::{OutcomeId, Reference, SegmentId, SeriesId, ServiceId, VisitId};
use nawat_engine::time::{CivilDay, Millis, Moment};
use nawat_engine::visit::{Channel, End};
use nawat_journal::chain::EventRow;
use nawat_journal::read_models::{PlaceName, VisitRow};
use nawat_journal::store::{Append, NewKey, StoredKey, SummaryRow};
use nawat_journal::{Batch, Hash, Link, Store, StreamName};
use std::ops::ControlFlow;

pub fn stream(name: &str) -> StreamName {
    StreamName::named(name)
}

/// So many events after `after`.
pub fn append(name: &str, after: Link, payloads: &[&str]) -> Append {
    let stream = stream(name);
    let mut link = after;
    let mut rows = Vec::new();
    for payload in payloads {
        let row = link.next(&stream, 1_000 + link.seq as i64, 900, (*payload).to_owned());
        link = Link::of(&row);
        rows.push(row);
    }
    Append { stream, after, rows }
}

pub fn of(appends: Vec<Append>) -> Batch {
    Batch { appends, ..Batch::default() }
}

/// Appends, and gives the stream's new end.
pub fn write(store: &mut dyn Store, append: Append) -> Link {
    let end = append.rows.last().map(Link::of).unwrap();
    store.append(&of(vec![append])).unwrap();
    end
}

pub fn all(store: &mut dyn Store, name: &str) -> Vec<EventRow> {
    let mut rows = Vec::new();
    store
        .read(&stream(name), 1, &mut |row| {
            rows.push(row);
            ControlFlow::Continue(())
        })
        .unwrap();
    rows
}

pub fn key(centre: &str, key: &str, at: i64, first: u64) -> NewKey {
    let stored = StoredKey { request: Hash([7; 32]), stream: stream("day/c/2017-11-01"), first, count: 2 };
    NewKey { centre: centre.to_owned(), key: key.to_owned(), at, stored }
}

pub fn visit(day: i32, number: u32) -> VisitRow {
    VisitRow {
        centre: "c".to_owned(),
        day: CivilDay(day),
        visit: VisitId(number),
        synthetic: number.is_multiple_of(2),
        series: SeriesId(3),
        number: 41,
        lease: number.is_multiple_of(3).then_some(5),
        reference: Reference(u128::MAX - u128::from(number)),
        person: number.is_multiple_of(2).then_some(Reference(1)),
        segment: SegmentId(2),
        party: 4,
        channel: Channel::Reception,
        appointment: Some(9),
        place: PlaceName::Ended,
        ending: Some(End::CarriedOver),
        arrived: Moment(-1),
        ready: Moment(2),
        first_called: Some(Moment(3)),
        later_wait: Millis(4),
        ended: None,
        referred: true,
        calls: 2,
        service: ServiceId(8),
        main_service: None,
        outcome: Some(OutcomeId(6)),
        steps: "[[8,420000,0,null,null,null,null,0,null,null,false]]".to_owned(),
    }
}

pub fn summary(day: i32, bytes: &[u8]) -> SummaryRow {
    SummaryRow { centre: "c".to_owned(), day: CivilDay(day), summary: bytes.to_vec() }
}
