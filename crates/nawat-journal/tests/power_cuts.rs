//! Nothing acknowledged is lost when the power goes: not even where everything that was not synced is
//! forgotten. A killed process cannot prove this, because the page cache outlives it.

mod common;
#[path = "power_cuts/disk.rs"]
mod disk;

use std::path::Path;
use std::sync::OnceLock;

use common::{CENTRE, Crowd, FIRST_DAY, morning};
use disk::Disk;
use nawat_catalogue::Published;
use nawat_engine::{Command, Phase, always_true};
use nawat_journal::sqlite::Access;
use nawat_journal::{Hall, Link, SqliteStore, Store, StoreError, StreamName, TellError, verify};

const DISKS: u64 = 48;
const CUTS: u64 = 10;

fn published() -> Published {
    static PUBLISHED: OnceLock<Published> = OnceLock::new();
    PUBLISHED.get_or_init(common::published).clone()
}

fn open_store(vfs: &str) -> Result<SqliteStore, StoreError> {
    let access = Access { vfs: Some(vfs.to_owned()), exclusive: true, ..Access::default() };
    SqliteStore::open_file(Path::new("/journal.db"), &access)
}

fn open_hall(vfs: &str) -> Result<Hall, TellError> {
    match Hall::open(Box::new(open_store(vfs)?), CENTRE)? {
        Some(hall) => Ok(hall),
        None => Hall::found(Box::new(open_store(vfs)?), published(), morning(FIRST_DAY)),
    }
}

/// What the hall has said to be done.
#[derive(Default)]
struct Acknowledged {
    heads: Vec<(StreamName, Link)>,
}

/// The crowd presses and commits until the power goes.
fn live_until_dark(
    hall: &mut Hall,
    crowd: &mut Crowd,
    acknowledged: &mut Acknowledged,
) -> Result<(), TellError> {
    loop {
        for _ in 0..1 + crowd.draw.below(4) {
            let full = hall.day().visits.len() > 40;
            let said = match hall.day().phase {
                Phase::Open if full && crowd.draw.below(12) == 0 => {
                    crowd.said(Command::CloseDay { carry_over: false, heads: Vec::new() })
                }
                Phase::Open => crowd.press(hall.day()),
                Phase::Unopened | Phase::Closed => crowd.opening(hall),
            };
            match hall.tell(&said, None) {
                Ok(_) | Err(TellError::Refused(_)) => {}
                Err(error) => return Err(error),
            }
        }
        hall.commit()?;
        if hall.day().phase != Phase::Unopened {
            let stream = StreamName::day(CENTRE, hall.day().date);
            acknowledged.heads.retain(|(known, _)| *known != stream);
            acknowledged.heads.push((stream, hall.head()));
        }
    }
}

fn check(vfs: &str, acknowledged: &Acknowledged, seed: u64) {
    let mut store = open_store(vfs).unwrap();
    let verified = verify(&mut store, None).unwrap();
    assert_eq!(verified.findings, [], "seed {seed}");
    for (stream, link) in &acknowledged.heads {
        let mut found = None;
        store
            .read(stream, link.seq, &mut |row| {
                found = Some(Link::of(&row));
                std::ops::ControlFlow::Break(())
            })
            .unwrap();
        assert_eq!(found, Some(*link), "seed {seed}: {stream} has lost what was acknowledged");
    }
}

#[test]
fn what_was_acknowledged_survives_every_cut() {
    let mut lost = 0;
    let mut acknowledged_at_all = 0;
    for seed in 0..DISKS {
        let vfs = format!("forgetful-{seed}");
        let disk = Disk::plug_in(&vfs, seed);
        let mut crowd = Crowd::new(seed);
        let mut acknowledged = Acknowledged::default();
        for _ in 0..CUTS {
            let operations = [20, 200, 1_500][crowd.draw.below(3) as usize];
            disk.cut_after(1 + crowd.draw.below(operations));
            if let Ok(mut hall) = open_hall(&vfs) {
                always_true(hall.day()).unwrap();
                crowd.now = crowd.now.max(hall.day().recorded);
                let error = live_until_dark(&mut hall, &mut crowd, &mut acknowledged).unwrap_err();
                assert!(matches!(error, TellError::Store(_) | TellError::Broken(_)), "seed {seed}: {error}");
            }
            disk.start_again();
            check(&vfs, &acknowledged, seed);
        }
        // And it goes on.
        let mut hall = open_hall(&vfs).unwrap();
        crowd.now = crowd.now.max(hall.day().recorded);
        if hall.day().phase == Phase::Open {
            let closing = crowd.said(Command::CloseDay { carry_over: false, heads: Vec::new() });
            hall.tell(&closing, None).unwrap();
        }
        common::live_a_day(&mut hall, &mut crowd, 20, 3);
        drop(hall);
        check(&vfs, &acknowledged, seed);
        lost += disk.lost();
        acknowledged_at_all += acknowledged.heads.iter().map(|(_, link)| link.seq).sum::<u64>();
    }
    #[allow(clippy::print_stdout, reason = "the figures of the run belong into its log")]
    {
        println!("{} cuts, {lost} writes lost, {acknowledged_at_all} events acknowledged", DISKS * CUTS);
    }
    assert!(lost > 1_000 && acknowledged_at_all > 1_000);
}

/// The disk does forget: without the sync, rows that were committed are gone.
#[test]
fn without_syncs_the_same_disk_loses_what_was_committed() {
    let mut lost = 0;
    for seed in 0..20 {
        let vfs = format!("unsynced-{seed}");
        let disk = Disk::plug_in(&vfs, seed);
        let open = || {
            let flags = rusqlite::OpenFlags::default();
            let connection =
                rusqlite::Connection::open_with_flags_and_vfs("/plain.db", flags, vfs.as_str()).unwrap();
            connection.pragma_update(None, "locking_mode", "exclusive").unwrap();
            connection.pragma_update(None, "journal_mode", "wal").unwrap();
            connection
        };
        let connection = open();
        connection.execute_batch("create table rows (x); pragma wal_checkpoint(truncate)").unwrap();
        connection.pragma_update(None, "synchronous", "off").unwrap();
        for row in 0..30 {
            connection.execute("insert into rows values (?1)", [row]).unwrap();
        }
        disk.cut_after(0);
        drop(connection);
        disk.start_again();
        let there: i64 = open().query_row("select count(*) from rows", [], |row| row.get(0)).unwrap();
        lost += 30 - there;
    }
    assert!(lost > 0);
}

#[test]
fn a_disk_that_fills_up_under_the_hall_loses_nothing_and_goes_on() {
    for seed in 0..12 {
        let vfs = format!("filling-{seed}");
        let disk = Disk::plug_in(&vfs, seed);
        let mut crowd = Crowd::new(seed);
        let mut acknowledged = Acknowledged::default();
        let mut hall = open_hall(&vfs).unwrap();
        disk.fill_up(Some(20_000 + crowd.draw.below(200_000) as usize));
        let error = live_until_dark(&mut hall, &mut crowd, &mut acknowledged).unwrap_err();
        assert!(matches!(error, TellError::Store(StoreError::DiskFull { .. })), "seed {seed}: {error}");
        let acknowledged_head = acknowledged.heads.last().map(|(_, link)| *link);
        assert_eq!(Some(hall.head()), acknowledged_head, "seed {seed}");
        disk.fill_up(None);
        // The same hall, without a new start.
        disk.cut_after(2_000);
        live_until_dark(&mut hall, &mut crowd, &mut acknowledged).unwrap_err();
        drop(hall);
        disk.start_again();
        check(&vfs, &acknowledged, seed);
    }
}
