//! Opens the centre's day in the morning and closes it at night, by the calendar.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use nawat_catalogue::civil_day;
use nawat_engine::time::{Millis, Moment};
use nawat_engine::{Actor, Command, Phase, Said};
use nawat_journal::people::People;
use nawat_journal::{TellError, Writer};

use crate::clock::HallClock;
use crate::print;

/// The day opens so long before the doors, so that counters can be readied.
const BEFORE_OPENING: Millis = Millis(30 * 60_000);
/// A day that somebody still works on is closed this long after its hours.
const AFTER_CLOSING: Millis = Millis(4 * 3_600_000);
/// A wall clock that is further off than this was set, and did not merely drift.
const WALL_JUMP: Millis = Millis(5_000);
const LOOKS_EVERY: Duration = Duration::from_secs(1);

/// What the day needs now.
#[derive(Debug, PartialEq, Eq)]
enum Need {
    Nothing,
    Open(Box<nawat_engine::command::OpenDay>),
    Close,
}

/// Keeps the day until the node ends.
pub fn keep(writer: &Writer, people: &People, clock: &HallClock, ending: &Arc<AtomicBool>) {
    let mut said_last = String::new();
    let mut jump_told = false;
    while !ending.load(Ordering::SeqCst) {
        if let Err(error) = look(writer, people, clock) {
            let now = error.to_string();
            // A full disk is told once, not every second.
            if now != said_last {
                print::progress(&format!("the day could not be opened or closed: {now}"));
                said_last = now;
            }
        }
        jump_told = follow_the_wall(writer, clock, jump_told);
        std::thread::sleep(LOOKS_EVERY);
    }
}

/// The hall's clock follows the wall only while the day is not open; until then a jump is told, once.
fn follow_the_wall(writer: &Writer, clock: &HallClock, told: bool) -> bool {
    let drift = clock.wall_drift();
    if drift.0.abs() <= WALL_JUMP.0 {
        return false;
    }
    if writer.read(|committed| committed.day.phase != Phase::Open) {
        clock.set(clock.now().plus(drift));
        return false;
    }
    if !told {
        let seconds = drift.0 / 1_000;
        print::progress(&format!(
            "the machine's clock was set by {seconds} s; the hall keeps its own time until the day is closed. \
             Check the machine's time service"
        ));
    }
    true
}

fn look(writer: &Writer, people: &People, clock: &HallClock) -> Result<(), TellError> {
    let now = clock.now();
    let said = |command| Said { by: Actor::Centre, at: now, effective: None, command };
    match need(writer, now) {
        Need::Nothing => Ok(()),
        Need::Open(opening) => writer.tell_blocking(said(Command::OpenDay(*opening)), None).map(|_| ()),
        Need::Close => {
            let close = Command::CloseDay { carry_over: false, heads: Vec::new() };
            writer.tell_blocking(said(close), None)?;
            // What the vault held for visits of long ago has served its purpose.
            if let Err(error) = people.erase_expired(now) {
                print::progress(&format!("what has expired could not be erased: {error}"));
            }
            Ok(())
        }
    }
}

/// Decided on the committed day: whether it must open or close now.
fn need(writer: &Writer, now: Moment) -> Need {
    writer.read(|committed| {
        let (day, calendar) = (&committed.day, &committed.published.centre.calendar);
        if day.phase == Phase::Open {
            let empty = day.count.issued == day.count.ended && day.counters().all(|it| !it.is_open());
            let over = now >= day.hours.closes;
            let late = now >= day.hours.closes.plus(AFTER_CLOSING);
            return if (over && empty) || late { Need::Close } else { Need::Nothing };
        }
        let today = calendar.local_date(now);
        let date = civil_day(today);
        let lived = day.phase == Phase::Closed && day.date >= date;
        match calendar.hours_on(today) {
            Some(hours) if !lived && now.plus(BEFORE_OPENING) >= hours.opens && now < hours.closes => {
                let rules = committed.published.rules_ref();
                let (previous, leases) = (None, Vec::new());
                let opening =
                    nawat_engine::command::OpenDay { date, rules, hours, previous, synthetic: false, leases };
                Need::Open(Box::new(opening))
            }
            _ => Need::Nothing,
        }
    })
}
