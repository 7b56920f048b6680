//! The process is killed (SIGKILL) at random moments under load, again and again, on one data folder:
//! everything acknowledged is there, the chain is whole, nothing is there twice, and the hall goes on.

mod common;

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command as Process, Stdio};
use std::time::Duration;

use common::{CENTRE, Crowd, Draw, hall_in};
use nawat_engine::{Command, Phase, always_true};
use nawat_journal::{CommandKey, Hash, SqliteStore, Store, StreamName, TellError, Writer, verify};

const KILLS: u64 = 220;
const FOLDER: &str = "NAWAT_KILLED_FOLDER";
const SEED: &str = "NAWAT_KILLED_SEED";

/// What is killed: callers on four threads, who print what was acknowledged to them.
#[test]
#[ignore = "started by the test that kills it"]
fn victim() {
    let (Ok(folder), Ok(seed)) = (std::env::var(FOLDER), std::env::var(SEED)) else { return };
    let seed: u64 = seed.parse().unwrap();
    let mut hall = hall_in(Path::new(&folder));
    let mut crowd = Crowd::new(seed);
    crowd.now = crowd.now.max(hall.day().recorded);
    if hall.day().phase == Phase::Open && hall.day().visits.len() > 300 {
        let closing = crowd.said(Command::CloseDay { carry_over: false, heads: Vec::new() });
        hall.tell(&closing, None).unwrap();
    }
    if hall.day().phase != Phase::Open {
        let opening = crowd.opening(&hall);
        hall.tell(&opening, None).unwrap();
    }
    hall.commit().unwrap();
    let (writer, _thread) = Writer::start(hall).unwrap();
    std::thread::scope(|scope| {
        for caller in 0..4 {
            let (writer, mut crowd) = (writer.clone(), crowd.clone());
            crowd.draw = Draw(seed * 10 + caller);
            scope.spawn(move || call_for_ever(&writer, &mut crowd));
        }
    });
}

fn call_for_ever(writer: &Writer, crowd: &mut Crowd) {
    loop {
        let said = writer.with_day(|day, _| crowd.press(day));
        let key = CommandKey { key: format!("{:016x}", crowd.draw.next()), request: Hash([1; 32]) };
        match writer.tell_blocking(said, Some(key.clone())) {
            Ok(told) => {
                let date = writer.with_day(|day, _| day.date);
                let stream = StreamName::day(CENTRE, date);
                let line = format!("{stream} {} {}\n", told.seq().unwrap_or(0), key.key);
                // One write a line, so that no half line counts.
                if std::io::stdout().lock().write_all(line.as_bytes()).is_err() {
                    return;
                }
            }
            Err(TellError::Refused(_)) => {}
            Err(error) => panic!("{error}"),
        }
    }
}

/// Starts the victim, kills it after a while, and gives the lines that it had printed by then.
fn run_and_kill(folder: &Path, seed: u64, after: Duration) -> Vec<String> {
    let mut victim = Process::new(std::env::current_exe().unwrap())
        .args(["--exact", "victim", "--ignored", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .env(SEED, seed.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let output = victim.stdout.take().unwrap();
    let lines = std::thread::spawn(move || {
        let lines = BufReader::new(output).lines().map_while(Result::ok);
        lines.filter(|line| line.starts_with("day/")).collect::<Vec<_>>()
    });
    std::thread::sleep(after);
    victim.kill().unwrap();
    victim.wait().unwrap();
    let mut lines = lines.join().unwrap();
    // The last line may be cut by the kill.
    if lines.last().is_some_and(|line| {
        line.split(' ').count() != 3 || line.split(' ').next_back().map(str::len) != Some(16)
    }) {
        lines.pop();
    }
    lines
}

#[test]
fn everything_acknowledged_survives_the_kill() {
    let folder = tempfile::tempdir().unwrap();
    let mut draw = Draw(1);
    let mut acknowledged: Vec<String> = Vec::new();
    drop(hall_in(folder.path()));
    for kill in 0..KILLS {
        let after = Duration::from_millis(60 + draw.below(160));
        acknowledged.extend(run_and_kill(folder.path(), kill + 1, after));
        if kill % 20 == 19 {
            check(folder.path(), &acknowledged, kill);
        }
    }
    #[allow(clippy::print_stdout, reason = "the figures of the run belong into its log")]
    {
        println!("{KILLS} kills, {} commands acknowledged", acknowledged.len());
    }
    assert!(acknowledged.len() as u64 > KILLS, "the victim was hardly ever under load");
}

fn check(folder: &Path, acknowledged: &[String], kill: u64) {
    // It goes on: the hall opens, replays and checks what must always hold.
    let hall = hall_in(folder);
    always_true(hall.day()).unwrap();
    let today = StreamName::day(CENTRE, hall.day().date);
    drop(hall);
    let mut store = SqliteStore::open_to_read(&folder.join("journal.db")).unwrap();
    let verified = verify(&mut store, None).unwrap();
    assert_eq!(verified.findings, [], "after kill {kill}");
    let mut places = HashSet::new();
    for line in acknowledged {
        let mut words = line.split(' ');
        let (stream, seq, key) = (words.next().unwrap(), words.next().unwrap(), words.next().unwrap());
        let seq: u64 = seq.parse().unwrap();
        let head = store.head(&StreamName::named(stream)).unwrap();
        assert!(seq <= head.seq, "kill {kill}: event {seq} of {stream} is lost");
        // A key is honoured for a day of the hall; the events stay.
        if stream == today.as_str() {
            let stored = store.key(CENTRE, key).unwrap();
            let stored = stored.unwrap_or_else(|| panic!("kill {kill}: key {key} is lost"));
            assert_eq!(stored.first + stored.count - 1, seq, "kill {kill}: key {key} was answered otherwise");
        }
        assert!(places.insert((stream.to_owned(), seq)), "kill {kill}: one event was two commands' answer");
    }
}
