//! A random hall that lives its day under watch: after each event the invariants hold, and beside it a second
//! day is made from nothing but the records, as JSON.

use std::sync::Arc;

use nawat_engine::command::OpenDay;
use nawat_engine::rules::{Hours, Rules, RulesRef};
use nawat_engine::time::{CivilDay, Millis, Moment};
use nawat_engine::{Actor, Command, Day, Entry, Event, Record, Refusal, Said, always_true, apply, tell};

use super::Dice;
use super::commands::{Asking, Habits, actor};

pub const OPENING: Moment = Moment(1_500_000_000_000);

pub struct Hall {
    published: Vec<Rules>,
    pub day: Day,
    /// Made from the records alone.
    pub replayed: Day,
    pub records: Vec<Record>,
    pub now: Moment,
    pub habits: Habits,
    /// Compares the whole day after each refusal: slow, so not on all days.
    pub compare: bool,
    pub refused: u64,
}

impl Hall {
    /// Opens a day by these rules; those after the first may be adopted.
    pub fn open(published: &[Rules], habits: Habits) -> Hall {
        let mut day = Day::unopened();
        for (version, rules) in (0..).zip(published) {
            day.learn(reference(version), Arc::new(rules.clone()));
        }
        let mut hall = Hall {
            published: published.to_vec(),
            replayed: day.clone(),
            day,
            records: Vec::new(),
            now: OPENING,
            habits: Habits { published: published.len() as u32, ..habits },
            compare: false,
            refused: 0,
        };
        let opening = hall.opening();
        assert_eq!(hall.said(&opening), Ok(()));
        hall
    }

    pub fn opening(&self) -> Said {
        let opening = OpenDay {
            date: CivilDay(17_361),
            rules: reference(0),
            hours: Hours {
                opens: OPENING,
                last_ticket: OPENING.plus(Millis::minutes(330)),
                closes: OPENING.plus(Millis::minutes(390)),
            },
            previous: None,
            synthetic: true,
            leases: Vec::new(),
        };
        Said { by: Actor::Centre, at: OPENING, effective: None, command: Command::OpenDay(opening) }
    }

    /// Tells another day of the same rules.
    pub fn teach(&self, day: &mut Day) {
        for (version, rules) in (0..).zip(&self.published) {
            day.learn(reference(version), Arc::new(rules.clone()));
        }
    }

    pub fn tell(&mut self, by: Actor, command: Command) -> Result<(), Refusal> {
        self.said(&Said { by, at: self.now, effective: None, command })
    }

    /// Tells the day, and watches.
    pub fn said(&mut self, said: &Said) -> Result<(), Refusal> {
        let before = self.compare.then(|| self.day.clone());
        let (recorded, from) = (self.day.recorded, self.records.len());
        let answer = tell(&mut self.day, said, &mut Vec::new(), &mut self.records);
        if answer.is_err() {
            self.refused += 1;
            assert_eq!(self.records.len(), from, "a refusal makes no records");
            if let Some(before) = before {
                assert!(before == self.day, "{said:?} was refused and changed the day");
            }
            return answer;
        }
        assert!(self.records.len() > from, "{said:?} was done and left no trace");
        for at in from..self.records.len() {
            self.watch(at, at == from, recorded);
        }
        assert!(self.replayed == self.day, "after {said:?} the replay makes another day");
        answer
    }

    fn watch(&mut self, at: usize, first: bool, recorded_before: Moment) {
        let record = &self.records[at];
        assert_eq!(record.seq, at as u64 + 1);
        assert_eq!(record.entry.first, first, "the first event of a command says so");
        assert!(record.recorded >= recorded_before, "recorded ran back at {record:?}");
        let opened = if at == 0 { record.effective } else { self.day.opened };
        assert!(record.effective >= opened && record.effective <= record.recorded, "{record:?}");
        let payload = serde_json::to_string(&record.entry).expect("an entry is written");
        let entry: Entry = serde_json::from_str(&payload).expect("an entry is read");
        assert_eq!(entry, record.entry, "{payload}");
        apply(&mut self.replayed, &Record { entry, ..record.clone() });
        if let Err(broken) = always_true(&self.replayed) {
            panic!(
                "{broken}\nafter {record:?}\nand before it {:#?}",
                &self.records[at.saturating_sub(6)..at]
            );
        }
    }

    /// One random step: time goes on, somebody asks for something.
    pub fn step(&mut self, dice: &mut Dice) {
        let (by, at, effective) = self.pass_time(dice);
        let command = Asking { day: &self.day, now: self.now, habits: self.habits }.command(dice);
        let _ = self.said(&Said { by, at, effective, command });
    }

    fn pass_time(&mut self, dice: &mut Dice) -> (Actor, Moment, Option<Moment>) {
        let pause = dice.of(&[0, 0, 1, 500, 3_000, 20_000, 60_000, 120_000]);
        self.now = self.now.plus(Millis(dice.below(pause + 1) as i64));
        // A clock that lags, and what is told late.
        let late = |dice: &mut Dice| Millis::seconds(-(dice.below(900) as i64));
        let at = if dice.percent(3) { self.now.plus(late(dice)) } else { self.now };
        let effective = dice.percent(3).then(|| self.now.plus(late(dice)));
        (actor(dice), at, effective)
    }

    /// Closes the day; nothing may be left.
    pub fn close(&mut self, carry_over: bool) {
        let closed = self.tell(Actor::Centre, Command::CloseDay { carry_over, heads: Vec::new() });
        assert_eq!(closed, Ok(()), "a day that is open can always be closed");
        let count = self.day.count;
        assert_eq!((count.ended, self.day.people), (count.issued, 0), "something is left: {count:?}");
        assert!(self.day.visits.iter().all(|visit| visit.ended.is_some()));
        assert!(self.day.counters().all(|counter| !counter.is_open()));
        assert!(matches!(self.records.last().map(|last| &last.entry.event), Some(Event::DayClosed { .. })));
    }
}

fn reference(version: u32) -> RulesRef {
    RulesRef { version, hash: [version as u8; 32] }
}
