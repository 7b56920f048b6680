//! The hall: staged, durable, shown; in this order and never otherwise.

mod common;

use std::sync::Arc;

use common::{CENTRE, Crowd, FIRST_DAY, hall_in, hall_of, live_a_day, morning, published};
use nawat_catalogue::Published;
use nawat_engine::command::OpenDay;
use nawat_engine::time::CivilDay;
use nawat_engine::{Command, Day, Event, Phase, Refusal, always_true};
use nawat_journal::reading::{read_checked, record_of};
use nawat_journal::{CommandKey, DataFolder, Hall, Hash, StreamName, TellError};

fn key(name: &str, request: u8) -> CommandKey {
    CommandKey { key: name.to_owned(), request: Hash([request; 32]) }
}

fn committed(hall: &Hall) -> Day {
    hall.shared().read().unwrap().day.clone()
}

fn events(hall: &mut Hall, stream: &StreamName) -> Vec<Event> {
    let rows = read_checked(hall.store(), stream).unwrap();
    rows.iter().map(|row| record_of(row).unwrap().entry.event).collect()
}

#[test]
fn nothing_is_shown_before_it_is_durable() {
    let folder = tempfile::tempdir().unwrap();
    let mut hall = hall_in(folder.path());
    let mut crowd = Crowd::new(1);
    let opening = crowd.opening(&hall);
    let told = hall.tell(&opening, None).unwrap();
    assert_eq!((told.seq(), told.repeated), (Some(1), false));
    assert_eq!(hall.day().phase, Phase::Open);
    assert_eq!(committed(&hall).phase, Phase::Unopened);
    assert_eq!(hall.store().streams("day/").unwrap(), []);
    let version = hall.commit().unwrap();
    assert_eq!(committed(&hall), *hall.day());
    assert_eq!(hall.commit().unwrap(), version);
}

#[test]
fn a_hall_opened_again_stands_where_it_stood() {
    let folder = tempfile::tempdir().unwrap();
    for seed in 0..6 {
        let mut crowd = Crowd::new(seed);
        let mut hall = hall_in(folder.path());
        crowd.now = crowd.now.max(hall.day().recorded);
        let opening = crowd.opening(&hall);
        hall.tell(&opening, None).unwrap();
        for _ in 0..400 {
            let said = crowd.press(hall.day());
            let _ = hall.tell(&said, None);
        }
        hall.commit().unwrap();
        let before = (hall.day().clone(), hall.head());
        always_true(&before.0).unwrap();
        assert!(before.0.visits.len() > 50);
        drop(hall);
        let mut hall = hall_in(folder.path());
        assert!((hall.day().clone(), hall.head()) == before, "seed {seed}");
        let closing = crowd.said(Command::CloseDay { carry_over: true, heads: Vec::new() });
        hall.tell(&closing, None).unwrap();
        hall.commit().unwrap();
    }
}

#[test]
fn days_hang_together_and_a_closing_tells_what_else_moved() {
    let folder = tempfile::tempdir().unwrap();
    let mut hall = hall_in(folder.path());
    let mut crowd = Crowd::new(2);
    live_a_day(&mut hall, &mut crowd, 50, 5);
    let first = StreamName::day(CENTRE, hall.day().date);
    let end = hall.head();
    let catalogue = StreamName::catalogue(CENTRE);
    let heads_of = |events: Vec<Event>| match events.into_iter().next_back() {
        Some(Event::DayClosed { heads }) => heads.into_iter().map(|head| head.stream).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(heads_of(events(&mut hall, &first)), [catalogue.as_str()]);

    let users = StreamName::users(CENTRE);
    hall.stage_other(&users, crowd.now, "{\"role_given\":{}}".to_owned()).unwrap();
    live_a_day(&mut hall, &mut crowd, 50, 5);
    let second = StreamName::day(CENTRE, hall.day().date);
    let lived = events(&mut hall, &second);
    match &lived[0] {
        Event::DayOpened { previous: Some(previous), .. } => {
            let named = (previous.stream.as_str(), previous.seq, previous.hash);
            assert_eq!(named, (first.as_str(), end.seq, end.hash.0));
        }
        other => panic!("{other:?}"),
    }
    // The catalogue did not move since.
    assert_eq!(heads_of(lived), [users.as_str()]);

    live_a_day(&mut hall, &mut crowd, 10, 5);
    let third = StreamName::day(CENTRE, hall.day().date);
    assert_eq!(heads_of(events(&mut hall, &third)), Vec::<String>::new());
}

#[test]
fn an_opening_that_is_refused_gives_the_day_before_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut hall = hall_in(folder.path());
    let mut crowd = Crowd::new(3);
    live_a_day(&mut hall, &mut crowd, 30, 5);
    let before = (hall.day().clone(), hall.head());
    let opening = |date: i32, version: u32| {
        let mut opening = hall.opening(FIRST_DAY, true).unwrap();
        opening.date = CivilDay(date);
        opening.rules.version = version;
        opening
    };
    let (lived, unknown) = (opening(FIRST_DAY.0, 1), opening(FIRST_DAY.0 + 4, 9));
    let said = crowd.said(Command::OpenDay(lived));
    assert!(matches!(hall.tell(&said, None), Err(TellError::DayLived { last: FIRST_DAY })));
    let said = crowd.said(Command::OpenDay(unknown));
    let refused = hall.tell(&said, None);
    assert!(matches!(refused, Err(TellError::Refused(Refusal::UnknownRules { version: 9 }))));
    assert!((hall.day().clone(), hall.head()) == before);
    live_a_day(&mut hall, &mut crowd, 30, 5);
}

#[test]
fn a_day_that_is_open_cannot_be_opened() {
    let folder = tempfile::tempdir().unwrap();
    let mut hall = hall_in(folder.path());
    let mut crowd = Crowd::new(4);
    let opening = crowd.opening(&hall);
    hall.tell(&opening, None).unwrap();
    assert!(matches!(hall.tell(&opening, None), Err(TellError::Refused(Refusal::DayAlreadyOpen))));
    hall.commit().unwrap();
}

#[test]
fn a_key_is_answered_again_and_never_done_again() {
    let folder = tempfile::tempdir().unwrap();
    let held = Arc::new(DataFolder::hold(folder.path()).unwrap());
    let mut hall = hall_of(&held);
    let mut crowd = Crowd::new(5);
    let opening = crowd.opening(&hall);
    hall.tell(&opening, Some(&key("open", 1))).unwrap();
    let ticket = ticket(&mut crowd, &hall);
    let told = hall.tell(&ticket, Some(&key("ticket", 1))).unwrap();
    // Before the commit, after it, and after a new start.
    let again = hall.tell(&ticket, Some(&key("ticket", 1))).unwrap();
    assert_eq!((again.records.clone(), again.repeated), (told.records.clone(), true));
    hall.commit().unwrap();
    assert_eq!(hall.tell(&ticket, Some(&key("ticket", 1))).unwrap(), again);
    assert_eq!(hall.tell(&opening, Some(&key("open", 1))).unwrap().seq(), Some(1));
    assert!(matches!(hall.tell(&ticket, Some(&key("ticket", 2))), Err(TellError::KeyReused)));
    drop(hall);
    let mut hall = hall_of(&held);
    assert_eq!(hall.tell(&ticket, Some(&key("ticket", 1))).unwrap(), again);
    assert_eq!(hall.day().visits.len(), 1);
    assert!(!hall.has_staged());
}

fn ticket(crowd: &mut Crowd, hall: &Hall) -> nawat_engine::Said {
    loop {
        let said = crowd.press(hall.day());
        if matches!(said.command, Command::IssueTicket(_)) {
            return said;
        }
    }
}

#[test]
fn another_writer_makes_the_hall_read_again_and_go_on() {
    let folder = tempfile::tempdir().unwrap();
    let held = Arc::new(DataFolder::hold(folder.path()).unwrap());
    let (mut first, mut crowd) = (hall_of(&held), Crowd::new(6));
    let opening = crowd.opening(&first);
    first.tell(&opening, None).unwrap();
    first.commit().unwrap();
    let mut second = hall_of(&held);
    let one = ticket(&mut crowd, &first);
    first.tell(&one, None).unwrap();
    first.commit().unwrap();

    let two = ticket(&mut crowd, &second);
    second.tell(&two, None).unwrap();
    assert!(matches!(second.commit(), Err(TellError::Store(_))));
    // Nothing staged is left; the day is the one on the disk.
    assert_eq!(second.day().visits.len(), 1);
    assert!(*second.day() == committed(&second) && *second.day() == *first.day());
    second.tell(&two, None).unwrap();
    second.commit().unwrap();
    assert_eq!(second.day().visits.len(), 2);
    always_true(second.day()).unwrap();
}

#[test]
fn rules_published_during_the_day_are_adopted_and_outlive_a_start() {
    let folder = tempfile::tempdir().unwrap();
    let mut hall = hall_in(folder.path());
    let mut crowd = Crowd::new(7);
    let opening = crowd.opening(&hall);
    hall.tell(&opening, None).unwrap();
    for _ in 0..100 {
        let said = crowd.press(hall.day());
        let _ = hall.tell(&said, None);
    }
    let mut centre = hall.published().centre.clone();
    centre.limits.party_max = 3;
    let next = Arc::new(Published::publish(Some(hall.published()), centre));
    let rules = next.rules_ref();
    let adopt = crowd.said(Command::AdoptRules { rules });
    assert!(matches!(hall.tell(&adopt, None), Err(TellError::Refused(Refusal::UnknownRules { .. }))));
    hall.publish(next, crowd.now).unwrap();
    hall.tell(&adopt, None).unwrap();
    hall.commit().unwrap();
    assert_eq!((hall.day().rules.party_max, hall.shared().read().unwrap().published.version), (3, 2));
    let before = hall.day().clone();
    drop(hall);
    let hall = hall_in(folder.path());
    assert_eq!((hall.published().version, hall.day().rules_ref), (2, rules));
    assert_eq!(hall.day().visits, before.visits);
}

#[test]
fn a_day_may_be_opened_by_an_older_version() {
    let folder = tempfile::tempdir().unwrap();
    let mut hall = hall_in(folder.path());
    let mut crowd = Crowd::new(8);
    let old = hall.opening(FIRST_DAY, true).unwrap().rules;
    let next = Arc::new(Published::publish(Some(&published()), published().centre));
    hall.publish(next, morning(FIRST_DAY)).unwrap();
    let opening = OpenDay { rules: old, ..hall.opening(FIRST_DAY, true).unwrap() };
    let said = crowd.said(Command::OpenDay(opening));
    hall.tell(&said, None).unwrap();
    hall.commit().unwrap();
    assert_eq!((hall.published().version, hall.day().rules_ref.version), (2, 1));
}
