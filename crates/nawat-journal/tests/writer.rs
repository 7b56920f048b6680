//! The writer: many callers, one order, and nothing answered that is not durable.

mod common;
#[path = "writer/failing.rs"]
mod failing;

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use common::{Crowd, Draw, FIRST_DAY, hall_in, hall_of, morning, published};
use nawat_catalogue::Published;
use nawat_engine::command::IssueTicket;
use nawat_engine::ids::{CounterId, OutcomeId, Reference, SegmentId, ServiceId, StaffId, VisitId};
use nawat_engine::time::{CivilDay, Millis};
use nawat_engine::visit::Channel;
use nawat_engine::{Actor, Command, Event, Refusal, Said, always_true};
use nawat_journal::{
    CommandKey, DataFolder, Hall, Hash, SqliteStore, Store, StreamName, TellError, Writer, verify,
};

use failing::{Failing, POISON};

fn said(seconds: i64, command: Command) -> Said {
    let at = morning(FIRST_DAY).plus(Millis::seconds(seconds));
    Said { by: Actor::Centre, at, effective: None, command }
}

fn ticket(service: ServiceId, segment: SegmentId, reference: u64) -> Command {
    Command::IssueTicket(IssueTicket {
        service,
        segment,
        party: 1,
        channel: Channel::Kiosk,
        reference: Reference(u128::from(reference)),
        person: None,
    })
}

/// Opens the day; a service of the first counter's usual queues, with an outcome.
fn open_day(hall: &mut Hall) -> (ServiceId, SegmentId, OutcomeId) {
    let opening = hall.opening(FIRST_DAY, true).unwrap();
    hall.tell(&said(-3_000, Command::OpenDay(opening)), None).unwrap();
    hall.commit().unwrap();
    let rules = Arc::clone(&hall.day().rules);
    let counter = rules.counters.iter().flatten().next().unwrap();
    let queue = rules.profile(counter.profile).unwrap().takes[0].queue;
    let service = rules.services.iter().flatten().find(|service| service.queue == queue).unwrap();
    let segment = rules.segments.iter().flatten().next().unwrap().id;
    (service.id, segment, service.outcomes[0])
}

#[test]
fn eight_callers_never_get_one_ticket_twice_and_none_goes_without() {
    let folder = tempfile::tempdir().unwrap();
    let mut hall = hall_in(folder.path());
    let (service, segment, outcome) = open_day(&mut hall);
    let profile = hall.day().rules.counters.iter().flatten().next().unwrap().profile;
    let counters: Vec<CounterId> =
        hall.day().rules.counters.iter().flatten().map(|counter| counter.id).take(8).collect();
    for counter in &counters {
        let staff = Some(StaffId(u32::from(counter.0)));
        let open = Command::OpenCounter { counter: *counter, staff, profile: Some(profile) };
        hall.tell(&said(0, open), None).unwrap();
    }
    let tickets = 800;
    for number in 0..tickets {
        hall.tell(&said(1, ticket(service, segment, number)), None).unwrap();
    }
    hall.commit().unwrap();
    let (writer, thread) = Writer::start(hall).unwrap();
    let called = Mutex::new(Vec::<VisitId>::new());
    std::thread::scope(|scope| {
        for counter in &counters {
            let (writer, called, counter) = (writer.clone(), &called, *counter);
            scope.spawn(move || {
                loop {
                    match writer.tell_blocking(said(2, Command::CallNext { counter }), None) {
                        Ok(told) => called.lock().unwrap().push(told.visit().unwrap()),
                        Err(TellError::Refused(Refusal::NobodyWaiting { .. })) => return,
                        Err(error) => panic!("{error}"),
                    }
                    writer.tell_blocking(said(3, Command::Start { counter }), None).unwrap();
                    let end = Command::EndStep { counter, outcome, main: false };
                    writer.tell_blocking(said(4, end), None).unwrap();
                }
            });
        }
    });
    let mut called = called.into_inner().unwrap();
    called.sort_unstable();
    assert_eq!(called, (1..=tickets as u32).map(VisitId).collect::<Vec<_>>());
    writer.with_day(|day, _| always_true(day).unwrap());
    writer.stop();
    thread.join().unwrap();
    let mut store = SqliteStore::open_to_read(&folder.path().join("journal.db")).unwrap();
    assert_eq!(verify(&mut store, None).unwrap().findings, []);
}

#[test]
fn whoever_was_answered_finds_it_on_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let mut hall = hall_in(folder.path());
    let (service, segment, _) = open_day(&mut hall);
    let (writer, thread) = Writer::start(hall).unwrap();
    let watch = writer.watch();
    let before = *watch.borrow();
    for number in 0..40 {
        let told = writer.tell_blocking(said(1, ticket(service, segment, number)), None).unwrap();
        let mut reader = SqliteStore::open_to_read(&folder.path().join("journal.db")).unwrap();
        let head = reader.head(&StreamName::day(common::CENTRE, FIRST_DAY)).unwrap();
        assert_eq!(Some(head.seq), told.seq());
        assert_eq!(writer.read(|committed| committed.head), head);
    }
    writer.stop();
    thread.join().unwrap();
    assert_eq!(*watch.borrow(), before + 40);
    let late = writer.tell_blocking(said(1, ticket(service, segment, 99)), None);
    assert!(matches!(late, Err(TellError::Stopped)));
}

#[test]
fn the_same_key_from_many_at_once_is_done_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut hall = hall_in(folder.path());
    let (service, segment, _) = open_day(&mut hall);
    let (writer, thread) = Writer::start(hall).unwrap();
    let fresh = AtomicU64::new(0);
    std::thread::scope(|scope| {
        for caller in 0..8 {
            let (writer, fresh) = (writer.clone(), &fresh);
            scope.spawn(move || {
                for number in 0..25 {
                    let key = CommandKey { key: format!("k{number}"), request: Hash([number; 32]) };
                    let issue = ticket(service, segment, u64::from(number) * 100 + caller);
                    let told = writer.tell_blocking(said(1, issue), Some(key)).unwrap();
                    fresh.fetch_add(u64::from(!told.repeated), Ordering::Relaxed);
                }
            });
        }
    });
    assert_eq!(fresh.into_inner(), 25);
    assert_eq!(writer.with_day(|day, _| day.visits.len()), 25);
    writer.stop();
    thread.join().unwrap();
}

/// Commits that fail on either side of the write, under load: what was answered is there once, what was
/// refused is not, and one poisonous command stops nobody else for long.
#[test]
fn commits_that_fail_lose_nothing_and_do_nothing_twice() {
    for seed in 0..5 {
        let folder = tempfile::tempdir().unwrap();
        let held = Arc::new(DataFolder::hold(folder.path()).unwrap());
        drop(hall_of(&held));
        let on = Arc::new(AtomicBool::new(false));
        let store = SqliteStore::open(&held).unwrap();
        let failing = Failing { store, draw: Draw(seed), on: Arc::clone(&on) };
        let mut hall = Hall::open(Box::new(failing), common::CENTRE).unwrap().unwrap();
        let (service, segment, _) = open_day(&mut hall);
        on.store(true, Ordering::Relaxed);
        let (writer, thread) = Writer::start(hall).unwrap();
        let answered = Mutex::new(Vec::<u64>::new());
        std::thread::scope(|scope| {
            for caller in 0..12_u64 {
                let (writer, answered) = (writer.clone(), &answered);
                scope.spawn(move || {
                    for number in 0..12 {
                        let name = 1_000_000 + caller * 1_000 + number;
                        match writer.tell_blocking(said(1, ticket(service, segment, name)), None) {
                            Ok(_) => answered.lock().unwrap().push(name),
                            Err(TellError::Store(_)) => {}
                            Err(error) => panic!("seed {seed}: {error}"),
                        }
                        if caller == 0 {
                            let poison =
                                writer.tell_blocking(said(1, ticket(service, segment, POISON)), None);
                            assert!(poison.is_err(), "seed {seed}");
                        }
                    }
                });
            }
        });
        writer.stop();
        thread.join().unwrap();
        let answered = answered.into_inner().unwrap();
        assert!(answered.len() > 60, "seed {seed}: only {} of 144 were done", answered.len());
        let hall = hall_of(&held);
        let mut there: Vec<u64> = hall.day().visits.iter().map(|visit| visit.reference.0 as u64).collect();
        for name in &answered {
            assert_eq!(there.iter().filter(|found| *found == name).count(), 1, "seed {seed}, ticket {name}");
        }
        there.sort_unstable();
        there.dedup();
        assert_eq!(there.len(), hall.day().visits.len(), "seed {seed}: something was done twice");
        assert_eq!(there.len(), answered.len(), "seed {seed}: something was done and not answered");
        always_true(hall.day()).unwrap();
        let mut store = SqliteStore::open(&held).unwrap();
        assert_eq!(verify(&mut store, None).unwrap().findings, [], "seed {seed}");
    }
}

#[test]
fn what_waits_beyond_the_limit_is_turned_away_and_the_rest_is_done() {
    let folder = tempfile::tempdir().unwrap();
    let mut hall = hall_in(folder.path());
    let (service, segment, _) = open_day(&mut hall);
    let (writer, thread) = Writer::start(hall).unwrap();
    // The writer is held up; then more comes than may wait.
    let (release, held_up) = std::sync::mpsc::channel::<()>();
    let stopper = writer.clone();
    let (begun, holds) = std::sync::mpsc::channel::<()>();
    let holding = std::thread::spawn(move || {
        let held = stopper.with_hall_blocking(move |_| {
            begun.send(()).unwrap();
            held_up.recv().unwrap();
            Ok(())
        });
        held.unwrap();
    });
    holds.recv().unwrap();
    let mut waiting = Vec::new();
    let busy = loop {
        match writer.begin(said(1, ticket(service, segment, waiting.len() as u64)), None) {
            Ok(answer) => waiting.push(answer),
            Err(error) => break error,
        }
        assert!(waiting.len() < 100_000);
    };
    assert!(matches!(busy, TellError::Busy));
    release.send(()).unwrap();
    holding.join().unwrap();
    let series = writer.with_day(|day, _| {
        let series = day.rules.service(service).map(|service| service.series).unwrap();
        day.rules.series(series).map(|series| series.last - series.first + 1).unwrap()
    });
    let limit = usize::try_from(series).unwrap();
    for (number, answer) in waiting.into_iter().enumerate() {
        match answer.wait_blocking() {
            Ok(_) => assert!(number < limit, "ticket {number}"),
            Err(TellError::Refused(Refusal::SeriesExhausted { .. })) => assert!(number >= limit),
            Err(error) => panic!("{error}"),
        }
    }
    writer.stop();
    thread.join().unwrap();
}

#[test]
fn a_refusal_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut hall = hall_in(folder.path());
    open_day(&mut hall);
    let head = hall.head();
    let (writer, thread) = Writer::start(hall).unwrap();
    let refused = writer.tell_blocking(said(1, Command::Recall { counter: CounterId(9_999) }), None);
    assert!(matches!(refused, Err(TellError::Refused(Refusal::UnknownCounter { .. }))));
    assert_eq!(writer.read(|committed| committed.head), head);
    writer.stop();
    thread.join().unwrap();
}

#[test]
fn a_closing_and_the_next_opening_may_share_a_transaction() {
    let folder = tempfile::tempdir().unwrap();
    let mut hall = hall_in(folder.path());
    open_day(&mut hall);
    let mut crowd = Crowd::new(1);
    crowd.now = morning(CivilDay(FIRST_DAY.0)).plus(Millis::minutes(300));
    let closing = crowd.said(Command::CloseDay { carry_over: false, heads: Vec::new() });
    hall.tell(&closing, None).unwrap();
    let next = crowd.opening(&hall);
    let told = hall.tell(&next, None).unwrap();
    assert!(matches!(told.events().next(), Some(Event::DayOpened { previous: Some(_), .. })));
    hall.commit().unwrap();
    let shown = hall.shared();
    assert_eq!(shown.read().unwrap().day.date, CivilDay(FIRST_DAY.0 + 1));
    assert_eq!(shown.read().unwrap().published.version, published().version);
    assert_eq!(verify(hall.store(), None).unwrap().findings, []);
}

/// Work on the hall that fails half-way, or panics, leaves nothing behind for the next group to commit.
#[test]
fn work_that_fails_half_way_is_given_up_whole() {
    let folder = tempfile::tempdir().unwrap();
    let mut hall = hall_in(folder.path());
    let (service, segment, _) = open_day(&mut hall);
    let (writer, thread) = Writer::start(hall).unwrap();
    let next = Arc::new(Published::publish(Some(&published()), published().centre));
    let given_up = writer.with_hall_blocking(move |hall| -> Result<(), TellError> {
        hall.publish(next, morning(FIRST_DAY))?;
        Err(TellError::KeyReused)
    });
    assert!(matches!(given_up, Err(TellError::KeyReused)));
    let panicked = writer.with_hall_blocking(|_| -> Result<(), TellError> { panic!("as the test wants") });
    assert!(matches!(panicked, Err(TellError::Stopped)));
    writer.tell_blocking(said(1, ticket(service, segment, 1)), None).unwrap();
    writer.stop();
    thread.join().unwrap();
    let hall = hall_in(folder.path());
    assert_eq!((hall.published().version, hall.day().visits.len()), (1, 1));
}
