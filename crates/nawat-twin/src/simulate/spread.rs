//! Replications spread over threads, merged in their own order: the same seed gives the same outcome,
//! whatever the number of threads.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use super::Options;
use super::measures;
use super::moments::Moments;
use super::run::{Run, Stuck};
use super::tally::{ClassTally, Tally, Waits};
use crate::scenario::Scenario;

/// What many replications add up to.
#[derive(Debug)]
pub(super) struct Gathered {
    /// In the order of [`measures::Measures::map`].
    pub moments: Vec<Moments>,
    pub pooled: Pooled,
}

/// Whole numbers over all replications; merging them needs no order.
#[derive(Debug)]
pub(super) struct Pooled {
    pub hall: ClassTally,
    pub classes: Vec<ClassTally>,
    pub queues: Vec<Waits>,
}

/// Replications to a block: merged one after another within it, and blocks in their order.
fn block(options: &Options) -> u64 {
    (options.replications / 64).clamp(1, 64)
}

/// Lives replications `from` to `from + count` and gathers them.
pub(super) fn live(scenario: &Scenario, options: &Options) -> Result<Gathered, Stuck> {
    let size = block(options);
    let blocks = options.replications.div_ceil(size);
    let next = AtomicU64::new(0);
    let done: Mutex<Vec<(u64, Vec<Moments>)>> = Mutex::new(Vec::new());
    let pooled = Mutex::new(Pooled::new(scenario));
    let stuck: Mutex<Option<(u64, Stuck)>> = Mutex::new(None);
    let work = || {
        let mut worker = Worker::new(scenario);
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= blocks || lock(&stuck).is_some() {
                break;
            }
            let from = number * size;
            let to = (from + size).min(options.replications);
            let range = options.first + from..options.first + to;
            match worker.block(options.seed, range) {
                Ok(moments) => lock(&done).push((number, moments)),
                Err(error) => {
                    lock(&stuck).get_or_insert((number, error));
                    break;
                }
            }
        }
        lock(&pooled).add(&worker.pooled);
    };
    std::thread::scope(|scope| {
        let threads = (options.threads.get() as u64).min(blocks.max(1));
        for _ in 1..threads {
            scope.spawn(work);
        }
        work();
    });
    if let Some((_, stuck)) = lock(&stuck).take() {
        return Err(stuck);
    }
    let mut done = std::mem::take(&mut *lock(&done));
    done.sort_by_key(|(number, ..)| *number);
    let mut gathered = Gathered {
        moments: Vec::new(),
        pooled: pooled.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner),
    };
    for (_, moments) in done {
        merge(&mut gathered.moments, &moments);
    }
    Ok(gathered)
}

pub(super) fn merge(into: &mut Vec<Moments>, from: &[Moments]) {
    if into.len() < from.len() {
        into.resize_with(from.len(), Moments::default);
    }
    for (mine, theirs) in into.iter_mut().zip(from) {
        mine.merge(theirs);
    }
}

/// A thread that panicked poisons nothing that is still of use: its panic ends the scope anyway.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// One thread, with its hall and its room.
struct Worker<'s> {
    scenario: &'s Scenario,
    run: Run<'s>,
    pooled: Pooled,
    /// Of one replication, over all classes and by queue.
    hall: ClassTally,
    queues: Vec<Waits>,
}

impl<'s> Worker<'s> {
    fn new(scenario: &'s Scenario) -> Worker<'s> {
        let Pooled { hall, queues, .. } = Pooled::new(scenario);
        Worker { scenario, run: Run::new(scenario), pooled: Pooled::new(scenario), hall, queues }
    }

    fn block(&mut self, seed: u64, range: std::ops::Range<u64>) -> Result<Vec<Moments>, Stuck> {
        let mut moments: Vec<Moments> = Vec::new();
        let Worker { scenario, run, pooled, hall, queues } = self;
        for replication in range {
            run.live(seed, replication, &mut |tally| {
                add_up(scenario, tally, hall, queues);
                let values = measures::of(scenario, tally, hall, queues).list();
                pooled.take_in(tally, hall, queues);
                moments.resize_with(values.len(), Moments::default);
                moments.iter_mut().zip(values).for_each(|(moments, value)| moments.add(value));
            })?;
        }
        Ok(moments)
    }
}

/// Over all classes, and by queue with the waits after referrals.
fn add_up(scenario: &Scenario, tally: &Tally, hall: &mut ClassTally, queues: &mut [Waits]) {
    hall.clear();
    for (queue, later) in queues.iter_mut().zip(&tally.later) {
        queue.clear();
        queue.add(later);
    }
    for (class, counted) in scenario.classes.iter().zip(&tally.classes) {
        hall.add(counted);
        queues[class.queue.index()].add(&counted.waits);
    }
}

impl Pooled {
    pub fn new(scenario: &Scenario) -> Pooled {
        let Tally { classes, later, .. } = Tally::new(scenario);
        let mut hall = classes.first().cloned().unwrap_or_else(|| ClassTally::new(scenario.within.len()));
        hall.clear();
        Pooled { hall, classes, queues: later }
    }

    fn take_in(&mut self, tally: &Tally, hall: &ClassTally, queues: &[Waits]) {
        self.hall.add(hall);
        self.classes.iter_mut().zip(&tally.classes).for_each(|(mine, theirs)| mine.add(theirs));
        self.queues.iter_mut().zip(queues).for_each(|(mine, theirs)| mine.add(theirs));
    }

    pub fn add(&mut self, other: &Pooled) {
        self.hall.add(&other.hall);
        self.classes.iter_mut().zip(&other.classes).for_each(|(mine, theirs)| mine.add(theirs));
        self.queues.iter_mut().zip(&other.queues).for_each(|(mine, theirs)| mine.add(theirs));
    }
}
