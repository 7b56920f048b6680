//! The hall that a day is lived in: over the journal in the binary, on the engine alone here.

use std::sync::Arc;

use nawat_engine::event::{Event, Record};
use nawat_engine::rules::{Rules, RulesRef};
use nawat_engine::{Command, Day, Phase, Refusal, Said, tell};

/// Where commands go and the day is seen. `E` is what can go wrong that is no refusal: a disk, a lost
/// connection; it ends whatever was under way.
pub trait Hall {
    type Error;

    /// Looks at the day as it stands now. Short: real people may be waiting behind.
    fn look<R>(&self, see: impl FnOnce(&Day) -> R) -> R;

    /// Tells a command. An opening after a closed day begins the next one.
    fn tell(&mut self, said: &Said) -> Result<(), HallError<Self::Error>>;
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HallError<E> {
    Refused(Refusal),
    Broken(E),
}

/// Nothing can go wrong in a hall without a disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Never {}

impl std::fmt::Display for Never {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

/// A hall on the engine alone.
#[derive(Debug)]
pub struct EngineHall {
    day: Day,
    rules: (RulesRef, Arc<Rules>),
    events: Vec<Event>,
    /// All that happened since the last [`EngineHall::take_records`].
    records: Vec<Record>,
}

impl EngineHall {
    pub fn new(rules_ref: RulesRef, rules: Arc<Rules>) -> EngineHall {
        let mut hall = EngineHall {
            day: Day::unopened(),
            rules: (rules_ref, rules),
            events: Vec::new(),
            records: Vec::new(),
        };
        hall.begin();
        hall
    }

    fn begin(&mut self) {
        self.day = Day::unopened();
        self.day.learn(self.rules.0, Arc::clone(&self.rules.1));
    }

    pub fn day(&self) -> &Day {
        &self.day
    }

    pub fn take_records(&mut self) -> Vec<Record> {
        std::mem::take(&mut self.records)
    }
}

impl Hall for EngineHall {
    type Error = Never;

    fn look<R>(&self, see: impl FnOnce(&Day) -> R) -> R {
        see(&self.day)
    }

    fn tell(&mut self, said: &Said) -> Result<(), HallError<Never>> {
        if matches!(said.command, Command::OpenDay(_)) && self.day.phase == Phase::Closed {
            self.begin();
        }
        tell(&mut self.day, said, &mut self.events, &mut self.records).map_err(HallError::Refused)
    }
}
