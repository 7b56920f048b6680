//! One centre's day as it is held while commands come: decided on a *staged* day, made durable in one
//! transaction, and only then shown to readers as the *committed* day.

mod committing;
mod staging;

use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, RwLock};

use nawat_catalogue::Published;
use nawat_engine::command::{OpenDay, StreamHead};
use nawat_engine::ids::VisitId;
use nawat_engine::time::{CivilDay, Millis, Moment};
use nawat_engine::{Command, Day, Event, Phase, Record, Refusal, Said, tell};

use crate::chain::Link;
use crate::editions::{Edition, Editions};
use crate::replay::LastDay;
use crate::store::{Batch, Store};
use crate::stream::StreamName;
use crate::told::{CommandKey, TellError, Told};

/// A command's key is honoured for a day.
const KEYS_LAST: Millis = Millis(24 * 3_600_000);
/// A block of numbers outlives this many nights.
const LEASES_LAST_DAYS: i32 = 7;

/// What readers see: nothing that a failed commit could take back.
#[derive(Debug)]
pub struct Committed {
    pub day: Day,
    pub published: Arc<Published>,
    /// Head of the day's stream.
    pub head: Link,
    /// Grows with every committed event, across days: what live pages compare.
    pub version: u64,
}

/// The committed day, shared with readers.
pub type Shared = Arc<RwLock<Committed>>;

/// One centre's streams, with the work staged on them.
#[derive(Debug)]
pub struct Hall {
    centre: String,
    store: Box<dyn Store>,
    shared: Shared,
    published: Arc<Published>,
    editions: Editions,
    staged: Day,
    stream: StreamName,
    head: Link,
    /// When the last closing was recorded.
    closed_at: Option<i64>,
    batch: Batch,
    records: Vec<Record>,
    touched: Vec<VisitId>,
    events: Vec<Event>,
    /// Why the staged day can no longer be trusted; the next commit fails, and reads it again.
    spoilt: Option<String>,
}

/// The day that an opening is about to follow, should it be refused.
struct DayBefore {
    staged: Day,
    stream: StreamName,
    head: Link,
}

impl Hall {
    /// Opens a centre's streams: reads the catalogue, replays the last day, checks the chain and what must
    /// always hold. `None` where the catalogue's stream holds no version yet: see [`Hall::found`].
    pub fn open(mut store: Box<dyn Store>, centre: &str) -> Result<Option<Hall>, TellError> {
        let editions = Editions::read(store.as_mut(), centre)?;
        let Some(newest) = editions.newest() else { return Ok(None) };
        let published = Arc::clone(&newest.published);
        let last = LastDay::read(store.as_mut(), centre, &editions)?;
        Ok(Some(Hall::with(store, centre, published, editions, last)))
    }

    /// Founds a centre: its first version goes into the catalogue's stream.
    pub fn found(mut store: Box<dyn Store>, published: Published, at: Moment) -> Result<Hall, TellError> {
        let centre = published.centre.key.clone();
        let published = Arc::new(published);
        let last = LastDay::read(store.as_mut(), &centre, &Editions::default())?;
        let mut hall = Hall::with(store, &centre, Arc::clone(&published), Editions::default(), last);
        hall.publish(published, at)?;
        hall.commit()?;
        Ok(hall)
    }

    fn with(
        store: Box<dyn Store>,
        centre: &str,
        published: Arc<Published>,
        editions: Editions,
        last: LastDay,
    ) -> Hall {
        let LastDay { day, stream, head, closed_at } = last;
        let (shown, version) = (day.clone(), day.seq);
        let committed = Committed { day: shown, published: Arc::clone(&published), head, version };
        Hall {
            centre: centre.to_owned(),
            store,
            shared: Arc::new(RwLock::new(committed)),
            published,
            editions,
            staged: day,
            stream,
            head,
            closed_at,
            batch: Batch::default(),
            records: Vec::new(),
            touched: Vec::new(),
            events: Vec::new(),
            spoilt: None,
        }
    }

    pub fn centre(&self) -> &str {
        &self.centre
    }

    pub fn shared(&self) -> Shared {
        Arc::clone(&self.shared)
    }

    /// The day as decided so far, committed or not.
    pub fn day(&self) -> &Day {
        &self.staged
    }

    /// The newest version of the catalogue, committed or not.
    pub fn published(&self) -> &Arc<Published> {
        &self.published
    }

    /// Head of the day's stream, as staged.
    pub fn head(&self) -> Link {
        self.head
    }

    /// The store, for what reads past days.
    pub fn store(&mut self) -> &mut dyn Store {
        self.store.as_mut()
    }

    /// What the opening of this day says by the newest version of the catalogue. `None`: the centre is
    /// closed then.
    pub fn opening(&self, date: CivilDay, synthetic: bool) -> Option<OpenDay> {
        let hours = self.published.centre.calendar.hours_on(nawat_catalogue::date_of(date))?;
        let rules = self.editions.newest()?.rules_ref;
        Some(OpenDay { date, rules, hours, previous: None, synthetic, leases: Vec::new() })
    }

    /// Decides a command on the staged day and stages what follows. Not durable before [`Hall::commit`].
    ///
    /// # Errors
    /// The engine's refusal, and what [`TellError`] lists; nothing of the command is staged then.
    pub fn tell(&mut self, said: &Said, key: Option<&CommandKey>) -> Result<Told, TellError> {
        self.be_sound()?;
        if let Some(key) = key
            && let Some(told) = self.told_before(key)?
        {
            return Ok(told);
        }
        let mut before = None;
        let said = self.complete(said, &mut before)?;
        let first = self.records.len();
        if let Err(error) = self.decide(&said) {
            if let Some(day) = before {
                (self.staged, self.stream, self.head) = (day.staged, day.stream, day.head);
            }
            return Err(error);
        }
        self.stage(first)?;
        if let Some(key) = key {
            self.keep_key(key, first, said.at);
        }
        match said.command {
            Command::OpenDay(_) => self.batch.forget_keys_before = Some(said.at.0 - KEYS_LAST.0),
            Command::CloseDay { .. } => self.close_books(),
            _ => {}
        }
        Ok(Told { records: self.records[first..].to_vec(), repeated: false })
    }

    fn decide(&mut self, said: &Said) -> Result<(), TellError> {
        let (staged, events, records) = (&mut self.staged, &mut self.events, &mut self.records);
        let decided = catch_unwind(AssertUnwindSafe(|| tell(staged, said, events, records)));
        match decided {
            Ok(Ok(())) if self.staged.count.adds_up() => Ok(()),
            Ok(Ok(())) => Err(self.spoil(format!("the visits do not add up: {:?}", self.staged.count))),
            Ok(Err(refusal)) => Err(TellError::Refused(refusal)),
            Err(_) => Err(self.spoil("an invariant of the day does not hold".to_owned())),
        }
    }

    /// Once the staged day is spoilt, nothing more is decided on it: the commit that follows fails as a whole.
    fn be_sound(&self) -> Result<(), TellError> {
        self.spoilt.clone().map_or(Ok(()), |what| Err(TellError::Broken(what)))
    }

    /// From here on the staged day is not what the events make of it.
    fn spoil(&mut self, what: String) -> TellError {
        self.spoilt = Some(what.clone());
        TellError::Broken(what)
    }

    /// What only the journal can say of an opening or a closing; opening a day begins a new stream.
    fn complete<'a>(
        &mut self,
        said: &'a Said,
        before: &mut Option<DayBefore>,
    ) -> Result<Cow<'a, Said>, TellError> {
        let command = match &said.command {
            Command::OpenDay(opening) if self.staged.phase != Phase::Open => {
                Command::OpenDay(self.begin_day(opening, before)?)
            }
            Command::CloseDay { carry_over, .. } => {
                Command::CloseDay { carry_over: *carry_over, heads: self.other_heads()? }
            }
            Command::AdoptRules { rules } => {
                self.editions.teach(&mut self.staged, *rules);
                return Ok(Cow::Borrowed(said));
            }
            _ => return Ok(Cow::Borrowed(said)),
        };
        Ok(Cow::Owned(Said { command, ..said.clone() }))
    }

    fn begin_day(&mut self, opening: &OpenDay, before: &mut Option<DayBefore>) -> Result<OpenDay, TellError> {
        let closed = self.staged.phase == Phase::Closed;
        if closed && opening.date <= self.staged.date {
            return Err(TellError::DayLived { last: self.staged.date });
        }
        let mut day = Day::unopened();
        if !self.editions.teach(&mut day, opening.rules) {
            return Err(TellError::Refused(Refusal::UnknownRules { version: opening.rules.version }));
        }
        self.flush_visits();
        let previous = closed.then(|| stream_head(&self.stream, self.head));
        let oldest = opening.date.0.saturating_sub(LEASES_LAST_DAYS);
        let leases = self.staged.leases.iter().filter(|lease| lease.day.0 >= oldest).copied().collect();
        *before = Some(DayBefore {
            staged: std::mem::replace(&mut self.staged, day),
            stream: std::mem::replace(&mut self.stream, StreamName::day(&self.centre, opening.date)),
            head: std::mem::replace(&mut self.head, Link::START),
        });
        Ok(OpenDay { previous, leases, ..opening.clone() })
    }

    /// Heads of the centre's other streams that moved since the last closing, so that a cut one shows.
    fn other_heads(&mut self) -> Result<Vec<StreamHead>, TellError> {
        let mut heads = Vec::new();
        for stream in [StreamName::catalogue(&self.centre), StreamName::users(&self.centre)] {
            let head = self.head_of(&stream)?;
            // Within the same millisecond it may be told twice, which harms nobody.
            if head.seq > 0 && self.closed_at.is_none_or(|closed| head.recorded >= closed) {
                heads.push(stream_head(&stream, head));
            }
        }
        Ok(heads)
    }

    /// Stages a new version of the catalogue. A day that is open goes on by its own rules until it is told
    /// to adopt these.
    pub fn publish(&mut self, published: Arc<Published>, at: Moment) -> Result<(), TellError> {
        let edition = Edition::of(Arc::clone(&published));
        self.stage_other(&StreamName::catalogue(&self.centre), at, edition.payload()?)?;
        self.editions.add(edition);
        self.published = published;
        Ok(())
    }
}

fn stream_head(stream: &StreamName, head: Link) -> StreamHead {
    StreamHead { stream: stream.as_str().to_owned(), seq: head.seq, hash: head.hash.0 }
}
