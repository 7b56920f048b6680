//! The one writer of a node: takes all waiting commands, decides them one after another, makes them durable
//! in one transaction, and answers after the sync.

use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::PoisonError;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread::JoinHandle;

use nawat_catalogue::Published;
use nawat_engine::{Day, Said};
use tokio::sync::{oneshot, watch};

use crate::hall::{Committed, Hall, Shared};
use crate::told::{CommandKey, TellError, Told};

/// Commands that may wait. More are turned away at once, so that an answer never takes minutes.
const WAITING_MAX: usize = 8_192;
/// Commands of one transaction.
const GROUP_MAX: usize = 512;

/// A handle on the writer; clones talk to the same one.
#[derive(Clone)]
pub struct Writer {
    jobs: SyncSender<Job>,
    shared: Shared,
    changes: watch::Receiver<u64>,
}

impl Debug for Writer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writer").finish_non_exhaustive()
    }
}

enum Job {
    Tell(Box<Telling>),
    /// Something that needs the hall itself, done between two groups.
    With(Box<dyn FnOnce(&mut Hall) + Send>),
    Stop,
}

struct Telling {
    said: Said,
    key: Option<CommandKey>,
    answer: oneshot::Sender<Result<Told, TellError>>,
}

/// What will be answered once it is durable.
#[derive(Debug)]
pub struct Answer<T>(oneshot::Receiver<Result<T, TellError>>);

impl<T> Answer<T> {
    pub async fn wait(self) -> Result<T, TellError> {
        self.0.await.unwrap_or(Err(TellError::Stopped))
    }

    /// For a caller outside the asynchronous runtime.
    pub fn wait_blocking(self) -> Result<T, TellError> {
        self.0.blocking_recv().unwrap_or(Err(TellError::Stopped))
    }
}

impl Writer {
    /// Starts the writer of a hall on a thread of its own. It ends when [`Writer::stop`] is called.
    pub fn start(hall: Hall) -> std::io::Result<(Writer, JoinHandle<()>)> {
        let shared = hall.shared();
        let version = shared.read().unwrap_or_else(PoisonError::into_inner).version;
        let (jobs, waiting) = sync_channel(WAITING_MAX);
        let (tell_changes, changes) = watch::channel(version);
        let thread = std::thread::Builder::new()
            .name("journal-writer".to_owned())
            .spawn(move || write_on(hall, &waiting, &tell_changes))?;
        Ok((Writer { jobs, shared, changes }, thread))
    }

    /// Tells a command to the day; the answer comes when its events are on the disk.
    pub async fn tell(&self, said: Said, key: Option<CommandKey>) -> Result<Told, TellError> {
        self.begin(said, key)?.wait().await
    }

    /// The same for a caller outside the asynchronous runtime.
    pub fn tell_blocking(&self, said: Said, key: Option<CommandKey>) -> Result<Told, TellError> {
        self.begin(said, key)?.wait_blocking()
    }

    /// Puts a command in line; its answer is waited for apart.
    pub fn begin(&self, said: Said, key: Option<CommandKey>) -> Result<Answer<Told>, TellError> {
        let (answer, answered) = oneshot::channel();
        self.put_in_line(Job::Tell(Box::new(Telling { said, key, answer })))?;
        Ok(Answer(answered))
    }

    /// Does something with the hall itself: publishing a catalogue, events of other streams, past days.
    /// What it stages must be committed by it; what it leaves staged is given up.
    pub async fn with_hall<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Hall) -> Result<T, TellError> + Send + 'static,
    ) -> Result<T, TellError> {
        self.begin_work(work)?.wait().await
    }

    /// The same for a caller outside the asynchronous runtime.
    pub fn with_hall_blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Hall) -> Result<T, TellError> + Send + 'static,
    ) -> Result<T, TellError> {
        self.begin_work(work)?.wait_blocking()
    }

    fn begin_work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Hall) -> Result<T, TellError> + Send + 'static,
    ) -> Result<Answer<T>, TellError> {
        let (answer, answered) = oneshot::channel();
        self.put_in_line(Job::With(Box::new(move |hall| {
            // Whoever asked may have gone away meanwhile.
            let _ = answer.send(work(hall));
        })))?;
        Ok(Answer(answered))
    }

    fn put_in_line(&self, job: Job) -> Result<(), TellError> {
        self.jobs.try_send(job).map_err(|error| match error {
            TrySendError::Full(_) => TellError::Busy,
            TrySendError::Disconnected(_) => TellError::Stopped,
        })
    }

    /// Reads the committed day. Short: writing waits meanwhile.
    pub fn read<T>(&self, look: impl FnOnce(&Committed) -> T) -> T {
        look(&self.shared.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The committed day with the catalogue's newest version.
    pub fn with_day<T>(&self, look: impl FnOnce(&Day, &Published) -> T) -> T {
        self.read(|committed| look(&committed.day, &committed.published))
    }

    /// Tells of each new version of the committed day.
    pub fn watch(&self) -> watch::Receiver<u64> {
        self.changes.clone()
    }

    /// Ends the writer after what already waits.
    pub fn stop(&self) {
        let _ = self.jobs.send(Job::Stop);
    }
}

fn write_on(mut hall: Hall, waiting: &Receiver<Job>, changes: &watch::Sender<u64>) {
    let mut group: Vec<Telling> = Vec::new();
    while let Ok(first) = waiting.recv() {
        let mut next = Some(first);
        let mut other = None;
        while let Some(job) = next {
            match job {
                Job::Tell(telling) => group.push(*telling),
                job => {
                    other = Some(job);
                    break;
                }
            }
            next = if group.len() < GROUP_MAX { waiting.try_recv().ok() } else { None };
        }
        write_group(&mut hall, std::mem::take(&mut group));
        match other {
            Some(Job::With(work)) => do_work(&mut hall, work),
            Some(Job::Stop) => return,
            _ => {}
        }
        let version = hall.shared().read().unwrap_or_else(PoisonError::into_inner).version;
        changes.send_if_modified(|known| std::mem::replace(known, version) != version);
    }
}

/// Work that fails half-way must not have its first half committed by the next group.
fn do_work(hall: &mut Hall, work: Box<dyn FnOnce(&mut Hall) + Send>) {
    let done = catch_unwind(AssertUnwindSafe(|| work(hall)));
    if done.is_err() || hall.has_staged() {
        // Where the disk cannot be read now, the next commit reads it again.
        let _ = hall.forget();
    }
}

/// One transaction for the whole group. A group that cannot be written is halved and tried again, so that
/// one poisonous command stops nobody else; a full disk stops everybody, and is told to everybody at once.
fn write_group(hall: &mut Hall, mut group: Vec<Telling>) {
    // The answers are kept back, and given only when they are durable.
    let told: Vec<_> = group.iter().map(|asked| hall.tell(&asked.said, asked.key.as_ref())).collect();
    match hall.commit() {
        Ok(_) => {
            for (asked, told) in group.into_iter().zip(told) {
                asked.answer(told);
            }
        }
        Err(error) if group.len() <= 1 || error.meets_everybody() => {
            for (asked, told) in group.into_iter().zip(told) {
                // A refusal needs nothing of the disk.
                asked.answer(told.and(Err(error.clone())));
            }
        }
        Err(_) => {
            let second = group.split_off(group.len() / 2);
            write_group(hall, group);
            write_group(hall, second);
        }
    }
}

impl Telling {
    fn answer(self, told: Result<Told, TellError>) {
        // Whoever asked may have gone away meanwhile.
        let _ = self.answer.send(told);
    }
}
