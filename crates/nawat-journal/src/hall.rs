//! One centre's day as it is held while commands come: decided on a *staged* day, made durable in one
//! transaction, and only then shown to readers as the *committed* day.

use std::sync::{Arc, PoisonError, RwLock};

use nawat_catalogue::Published;
use nawat_engine::command::{OpenDay, StreamHead};
use nawat_engine::event::{Event, Record};
use nawat_engine::ids::VisitId;
use nawat_engine::rules::{Rules, RulesRef};
use nawat_engine::time::{CivilDay, Moment};
use nawat_engine::{Command, Day, Entry, Phase, Refusal, Said, always_true, apply, tell};

use crate::chain::{EventRow, Hash, Link};
use crate::read_models::VisitRow;
use crate::store::{Append, Batch, NewKey, Store, StoreError, StoredKey, SummaryRow};
use crate::stream::{StreamKind, StreamName};
use crate::summaries::summarise;

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

/// A command's key, by which its repetition is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommandKey {
    pub key: String,
    /// SHA-256 of the request: the same key with another request is a mistake of the caller.
    pub request: Hash,
}

/// What a command made of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub records: Vec<Record>,
    /// It was done before, under the same key: these are the events of then.
    pub repeated: bool,
}

/// Why a command was not done.
#[derive(Debug, thiserror::Error)]
pub enum TellError {
    #[error("refused: {}", .0.code())]
    Refused(Refusal),
    /// That day was lived already, or a later one was.
    #[error("the journal already holds {} of this centre; open a day after it", crate::stream::DateText(*.last))]
    DayLived { last: CivilDay },
    #[error("this key was used for another request; take a new key for a new request")]
    KeyReused,
    #[error("more commands are waiting than can be taken; try again in a moment")]
    Busy,
    #[error("the journal's writer has stopped; see the log, then start Nawat again")]
    Stopped,
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An invariant does not hold: nothing is appended, the hall stays open.
    #[error("{0}; nothing was written. Run nawat verify, and report this")]
    Broken(String),
}

impl Told {
    /// The visit that the command was about, if it was about one.
    pub fn visit(&self) -> Option<VisitId> {
        self.records.iter().find_map(|record| record.entry.event.touches().0)
    }
}

/// One centre's streams, with the work staged on them.
#[derive(Debug)]
pub struct Hall {
    centre: String,
    store: Box<dyn Store>,
    shared: Shared,
    published: Arc<Published>,
    /// Its rules as days learn them; hashing them is not cheap.
    rules: (RulesRef, Arc<Rules>),
    staged: Day,
    stream: StreamName,
    head: Link,
    batch: Batch,
    records: Vec<Record>,
    touched: Vec<VisitId>,
    events: Vec<Event>,
}

impl Hall {
    /// Opens a centre's streams: reads the catalogue, replays the last day, checks the chain and what must
    /// always hold. `None` where the catalogue's stream holds no version yet: see [`Hall::found`].
    pub fn open(mut store: Box<dyn Store>, centre: &str) -> Result<Option<Hall>, TellError> {
        let versions = read_catalogue(store.as_mut(), centre)?;
        let Some(published) = versions.last().cloned() else { return Ok(None) };
        let (day, stream, head) = replay_last_day(store.as_mut(), centre, &versions)?;
        Ok(Some(Hall::with(store, centre, published, (day, stream, head))))
    }

    /// Founds a centre: its first version goes into the catalogue's stream.
    pub fn found(store: Box<dyn Store>, published: Published, at: Moment) -> Result<Hall, TellError> {
        let centre = published.centre.key.clone();
        let published = Arc::new(published);
        let start = (Day::unopened(), StreamName::catalogue(&centre), Link::START);
        let mut hall = Hall::with(store, &centre, Arc::clone(&published), start);
        hall.publish(published, at)?;
        hall.commit()?;
        Ok(hall)
    }

    fn with(
        store: Box<dyn Store>,
        centre: &str,
        published: Arc<Published>,
        (mut day, stream, head): (Day, StreamName, Link),
    ) -> Hall {
        let rules = (published.rules_ref(), Arc::new(published.rules.clone()));
        day.learn(rules.0, Arc::clone(&rules.1));
        let shared =
            Committed { day: day.clone(), published: Arc::clone(&published), head, version: day.seq };
        Hall {
            centre: centre.to_owned(),
            store,
            shared: Arc::new(RwLock::new(shared)),
            published,
            rules,
            staged: day,
            stream,
            head,
            batch: Batch::default(),
            records: Vec::new(),
            touched: Vec::new(),
            events: Vec::new(),
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

    pub fn published(&self) -> &Arc<Published> {
        &self.published
    }

    /// Head of the day's stream, as staged.
    pub fn head(&self) -> Link {
        self.head
    }

    /// What the opening of this day says by the newest version of the catalogue. `None`: the centre is
    /// closed then.
    pub fn opening(&self, date: CivilDay, synthetic: bool) -> Option<OpenDay> {
        let hours = self.published.centre.calendar.hours_on(nawat_catalogue::date_of(date))?;
        Some(OpenDay { date, rules: self.rules.0, hours, previous: None, synthetic, leases: Vec::new() })
    }

    /// Decides a command on the staged day and stages what follows. Not durable before [`Hall::commit`].
    pub fn tell(&mut self, said: &Said, key: Option<&CommandKey>) -> Result<Told, TellError> {
        if let Some(key) = key
            && let Some(told) = self.told_before(key)?
        {
            return Ok(told);
        }
        let completed = self.complete(said)?;
        let said = completed.as_ref().unwrap_or(said);
        let before = self.records.len();
        let mut events = std::mem::take(&mut self.events);
        let decided = tell(&mut self.staged, said, &mut events, &mut self.records);
        self.events = events;
        decided.map_err(TellError::Refused)?;
        let records = self.records[before..].to_vec();
        for record in &records {
            self.stage(record)?;
        }
        if let Some(key) = key {
            self.keep_key(key, &records, said.at);
        }
        if self.staged.phase == Phase::Closed {
            self.summarise_closed_day();
        }
        Ok(Told { records, repeated: false })
    }

    /// What only the journal can say of an opening or a closing; opening a day begins a new stream.
    fn complete(&mut self, said: &Said) -> Result<Option<Said>, TellError> {
        let command = match &said.command {
            Command::OpenDay(opening) if self.staged.phase != Phase::Open => {
                Command::OpenDay(self.begin_day(opening)?)
            }
            Command::CloseDay { carry_over, .. } => {
                Command::CloseDay { carry_over: *carry_over, heads: self.other_heads()? }
            }
            _ => return Ok(None),
        };
        Ok(Some(Said { command, ..said.clone() }))
    }

    fn begin_day(&mut self, opening: &OpenDay) -> Result<OpenDay, TellError> {
        let closed = self.staged.phase == Phase::Closed;
        if closed && opening.date <= self.staged.date {
            return Err(TellError::DayLived { last: self.staged.date });
        }
        if opening.rules != self.rules.0 {
            // The day before must not be given up for an opening that will be refused.
            return Err(TellError::Refused(Refusal::UnknownRules { version: opening.rules.version }));
        }
        self.flush_visits();
        let previous = closed.then(|| stream_head(&self.stream, self.head));
        let leases = std::mem::take(&mut self.staged.leases);
        self.staged = Day::unopened();
        self.staged.learn(self.rules.0, Arc::clone(&self.rules.1));
        self.stream = StreamName::day(&self.centre, opening.date);
        self.head = Link::START;
        Ok(OpenDay { previous, leases, ..opening.clone() })
    }

    /// Heads of the centre's other streams, so that a cut one shows.
    fn other_heads(&mut self) -> Result<Vec<StreamHead>, TellError> {
        let mut heads = Vec::new();
        for stream in [StreamName::catalogue(&self.centre), StreamName::users(&self.centre)] {
            let head = self.head_of(&stream)?;
            if head.seq > 0 {
                heads.push(stream_head(&stream, head));
            }
        }
        Ok(heads)
    }

    /// The head of any stream of the centre, with what is staged on it.
    fn head_of(&mut self, stream: &StreamName) -> Result<Link, TellError> {
        let staged = self.batch.appends.iter().rev().find(|append| append.stream == *stream);
        match staged.and_then(|append| append.rows.last()) {
            Some(row) => Ok(Link::of(row)),
            None => Ok(self.store.head(stream)?),
        }
    }

    fn stage(&mut self, record: &Record) -> Result<(), TellError> {
        let payload = serde_json::to_string(&record.entry)
            .map_err(|error| TellError::Broken(format!("an event could not be written as JSON: {error}")))?;
        let row = self.head.next(&self.stream, record.recorded.0, record.effective.0, payload);
        let after = self.head;
        self.head = Link::of(&row);
        let stream = self.stream.clone();
        self.stage_row(&stream, after, row);
        if let Some(visit) = record.entry.event.touches().0 {
            self.touched.push(visit);
        }
        Ok(())
    }

    fn stage_row(&mut self, stream: &StreamName, after: Link, row: EventRow) {
        match self.batch.appends.iter_mut().find(|append| append.stream == *stream) {
            Some(append) => append.rows.push(row),
            None => self.batch.appends.push(Append { stream: stream.clone(), after, rows: vec![row] }),
        }
    }

    /// Stages an event of another stream of the centre (users, catalogue) in the same transaction.
    pub fn stage_other(&mut self, stream: &StreamName, at: Moment, payload: String) -> Result<(), TellError> {
        let after = self.head_of(stream)?;
        let recorded = at.0.max(after.recorded);
        let row = after.next(stream, recorded, recorded, payload);
        self.stage_row(stream, after, row);
        Ok(())
    }

    /// Stages a new version of the catalogue. A day that is open goes on by its own rules until it is told
    /// to adopt these.
    pub fn publish(&mut self, published: Arc<Published>, at: Moment) -> Result<(), TellError> {
        let payload = serde_json::to_string(&PublishedEvent { published: &published })
            .map_err(|error| TellError::Broken(format!("the catalogue could not be written: {error}")))?;
        self.stage_other(&StreamName::catalogue(&self.centre.clone()), at, payload)?;
        self.rules = (published.rules_ref(), Arc::new(published.rules.clone()));
        self.staged.learn(self.rules.0, Arc::clone(&self.rules.1));
        self.published = published;
        Ok(())
    }

    fn told_before(&mut self, key: &CommandKey) -> Result<Option<Told>, TellError> {
        let staged =
            self.batch.keys.iter().find(|known| known.key == key.key).map(|known| known.stored.clone());
        let stored = match staged {
            Some(stored) => stored,
            None => match self.store.key(&self.centre, &key.key)? {
                Some(stored) => stored,
                None => return Ok(None),
            },
        };
        if stored.request != key.request {
            return Err(TellError::KeyReused);
        }
        let wanted = stored.first..stored.first + stored.count;
        let mut rows = Vec::new();
        self.store.read(&stored.stream, stored.first, &mut |row| {
            if wanted.contains(&row.seq) {
                rows.push(row);
            }
        })?;
        let staged = self.batch.appends.iter().filter(|append| append.stream == stored.stream);
        rows.extend(staged.flat_map(|append| &append.rows).filter(|row| wanted.contains(&row.seq)).cloned());
        let records = rows.iter().map(record_of).collect::<Result<Vec<_>, _>>()?;
        Ok(Some(Told { records, repeated: true }))
    }

    fn keep_key(&mut self, key: &CommandKey, records: &[Record], at: Moment) {
        let first = records.first().map_or(0, |record| record.seq);
        let stored = StoredKey {
            request: key.request,
            stream: self.stream.clone(),
            first,
            count: records.len() as u64,
        };
        let centre = self.centre.clone();
        self.batch.keys.push(NewKey { centre, key: key.key.clone(), at: at.0, stored });
    }

    /// Rows of the visits that were touched since the last time, as the staged day has them now.
    fn flush_visits(&mut self) {
        self.touched.sort_unstable();
        self.touched.dedup();
        for id in self.touched.drain(..) {
            if let Some(visit) = self.staged.visit(id) {
                self.batch.read_models.visits.push(VisitRow::of(&self.centre, &self.staged, visit));
            }
        }
    }

    fn summarise_closed_day(&mut self) {
        let published = Arc::clone(&self.published);
        let summary = summarise(&self.staged, &|moment| published.centre.calendar.local_hour(moment));
        self.batch.read_models.summaries.push(SummaryRow {
            centre: self.centre.clone(),
            day: self.staged.date,
            summary: summary.to_bytes(),
        });
    }

    /// Whether anything is staged.
    pub fn has_staged(&self) -> bool {
        !self.batch.appends.is_empty()
    }

    /// Makes everything staged durable in one transaction, then shows it. After an error nothing staged is
    /// left: the day stands as it is on the disk.
    pub fn commit(&mut self) -> Result<u64, TellError> {
        self.flush_visits();
        if !self.has_staged() {
            return Ok(self.version());
        }
        let batch = std::mem::take(&mut self.batch);
        match self.store.append(&batch) {
            Ok(()) => Ok(self.show()),
            Err(error) => {
                self.throw_away()?;
                Err(error.into())
            }
        }
    }

    fn version(&self) -> u64 {
        self.shared.read().unwrap_or_else(PoisonError::into_inner).version
    }

    /// Advances the committed day by the records that are durable now.
    fn show(&mut self) -> u64 {
        let mut committed = self.shared.write().unwrap_or_else(PoisonError::into_inner);
        for record in self.records.drain(..) {
            if record.seq == 1 {
                committed.day = Day::unopened();
            }
            if matches!(record.entry.event, Event::DayOpened { .. } | Event::RulesAdopted { .. }) {
                committed.day.learn(self.rules.0, Arc::clone(&self.rules.1));
            }
            apply(&mut committed.day, &record);
            committed.version += 1;
        }
        if !Arc::ptr_eq(&committed.published, &self.published) {
            committed.published = Arc::clone(&self.published);
            committed.version += 1;
        }
        committed.head = self.head;
        committed.version
    }

    /// Reads again what the disk holds: whether a failed commit reached it cannot be known otherwise.
    fn throw_away(&mut self) -> Result<(), TellError> {
        self.batch = Batch::default();
        self.records.clear();
        self.touched.clear();
        let versions = read_catalogue(self.store.as_mut(), &self.centre)?;
        if let Some(published) = versions.last() {
            self.published = Arc::clone(published);
            self.rules = (published.rules_ref(), Arc::new(published.rules.clone()));
        }
        let (day, stream, head) = replay_last_day(self.store.as_mut(), &self.centre, &versions)?;
        let mut committed = self.shared.write().unwrap_or_else(PoisonError::into_inner);
        committed.version += u64::from(committed.head != head);
        committed.day = day.clone();
        committed.published = Arc::clone(&self.published);
        committed.head = head;
        drop(committed);
        (self.staged, self.stream, self.head) = (day, stream, head);
        Ok(())
    }

    /// The store, for what reads past days.
    pub fn store(&mut self) -> &mut dyn Store {
        self.store.as_mut()
    }
}

fn stream_head(stream: &StreamName, head: Link) -> StreamHead {
    StreamHead { stream: stream.as_str().to_owned(), seq: head.seq, hash: head.hash.0 }
}

#[derive(serde::Serialize)]
struct PublishedEvent<'a> {
    published: &'a Published,
}

#[derive(serde::Deserialize)]
struct PublishedRow {
    published: Published,
}

/// The record that a row of a day's stream holds.
pub fn record_of(row: &EventRow) -> Result<Record, TellError> {
    let entry: Entry = serde_json::from_str(&row.payload).map_err(|error| {
        TellError::Broken(format!("event {} cannot be read ({error}): it may be from a newer Nawat", row.seq))
    })?;
    Ok(Record { seq: row.seq, recorded: Moment(row.recorded), effective: Moment(row.effective), entry })
}

/// All versions of the catalogue, oldest first.
pub fn read_catalogue(store: &mut dyn Store, centre: &str) -> Result<Vec<Arc<Published>>, TellError> {
    let stream = StreamName::catalogue(centre);
    let mut versions = Vec::new();
    for row in read_checked(store, &stream)? {
        let row: PublishedRow = serde_json::from_str(&row.payload).map_err(|error| {
            TellError::Broken(format!("version {} of the catalogue cannot be read ({error})", row.seq))
        })?;
        versions.push(Arc::new(row.published));
    }
    Ok(versions)
}

/// A whole stream, its chain checked on the way.
pub fn read_checked(store: &mut dyn Store, stream: &StreamName) -> Result<Vec<EventRow>, TellError> {
    let mut link = Link::START;
    let mut rows = Vec::new();
    let mut broken = None;
    store.read(stream, 1, &mut |row| match link.check(stream, &row) {
        _ if broken.is_some() => {}
        Ok(next) => {
            link = next;
            rows.push(row);
        }
        Err(fault) => broken = Some((row.seq, fault)),
    })?;
    match broken {
        None => Ok(rows),
        Some((seq, fault)) => Err(TellError::Broken(format!(
            "chain broken in {stream}, event {seq} ({fault:?}): stop writing; restore the last backup that verifies"
        ))),
    }
}

/// Makes a day anew from its rows.
pub fn replay(rows: &[EventRow], rules: &[(RulesRef, Arc<Rules>)]) -> Result<Day, TellError> {
    let mut day = Day::unopened();
    for (rules_ref, rules) in rules {
        day.learn(*rules_ref, Arc::clone(rules));
    }
    for row in rows {
        let record = record_of(row)?;
        if let Event::DayOpened { rules: named, .. } | Event::RulesAdopted { rules: named } =
            &record.entry.event
            && !rules.iter().any(|(known, _)| known == named)
        {
            let version = named.version;
            return Err(TellError::Broken(format!(
                "version {version} of the rules is not in the catalogue's stream"
            )));
        }
        apply(&mut day, &record);
    }
    always_true(&day).map_err(|broken| TellError::Broken(broken.to_string()))?;
    Ok(day)
}

/// The rules of all versions, as a day learns them.
pub fn rules_of(versions: &[Arc<Published>]) -> Vec<(RulesRef, Arc<Rules>)> {
    versions.iter().map(|version| (version.rules_ref(), Arc::new(version.rules.clone()))).collect()
}

fn replay_last_day(
    store: &mut dyn Store,
    centre: &str,
    versions: &[Arc<Published>],
) -> Result<(Day, StreamName, Link), TellError> {
    let days = store.streams(&StreamName::days_of(centre))?;
    let last = days.into_iter().rev().find(|(name, _)| matches!(name.kind(), StreamKind::Day { .. }));
    let Some((stream, _)) = last else {
        return Ok((Day::unopened(), StreamName::catalogue(centre), Link::START));
    };
    let rows = read_checked(store, &stream)?;
    let head = rows.last().map_or(Link::START, Link::of);
    let day = replay(&rows, &rules_of(versions))?;
    Ok((day, stream, head))
}
