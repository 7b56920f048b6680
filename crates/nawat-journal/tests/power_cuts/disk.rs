//! A disk in memory that forgets: what was not synced when the power goes may be lost, whole or in part,
//! in any selection. SQLite reaches it as a virtual file system.

use std::collections::BTreeMap;
use std::io::{Error, ErrorKind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use sqlite_vfs::{DatabaseHandle, LockKind, OpenAccess, OpenOptions, Vfs, WalDisabled};

use super::common::Draw;

/// What a disk surely keeps together when the power goes in the middle of a write.
const SECTOR: usize = 512;

#[derive(Clone, Debug)]
enum Unsynced {
    Write { at: usize, bytes: Vec<u8> },
    Length(usize),
}

#[derive(Clone, Debug, Default)]
struct File {
    /// What survives for sure.
    durable: Vec<u8>,
    since: Vec<Unsynced>,
    /// What the running system sees.
    seen: Vec<u8>,
    /// Deleted, but its directory is not synced: it may come back.
    deleted: bool,
    /// Created, and its directory is not synced.
    new: bool,
}

#[derive(Debug)]
struct Inside {
    files: BTreeMap<String, File>,
    draw: Draw,
    /// Operations until the power goes; `None`: it stays.
    left: Option<u64>,
    /// Counts starts: handles from before a cut reach nothing any more.
    start: u64,
    off: bool,
    /// Bytes that the disk still takes; `None`: no end in sight.
    room: Option<usize>,
    lost: u64,
}

/// A disk; clones are the same one.
#[derive(Clone, Debug)]
pub struct Disk(Arc<Mutex<Inside>>);

fn no_power() -> Error {
    Error::other("the power is off")
}

impl Inside {
    fn operate(&mut self, start: u64) -> Result<(), Error> {
        if let Some(left) = &mut self.left {
            self.off |= *left == 0;
            *left = left.saturating_sub(1);
        }
        if self.off || start != self.start { Err(no_power()) } else { Ok(()) }
    }

    fn file(&mut self, name: &str) -> Result<&mut File, Error> {
        let file = self.files.get_mut(name).filter(|file| !file.deleted);
        file.ok_or_else(|| ErrorKind::NotFound.into())
    }
}

impl Unsynced {
    /// Applies it whole, or only its first sectors.
    fn apply(&self, to: &mut Vec<u8>, bytes_kept: usize) {
        match self {
            Unsynced::Length(length) => to.resize(*length, 0),
            Unsynced::Write { at, bytes } => {
                let kept = &bytes[..bytes_kept.min(bytes.len())];
                if !kept.is_empty() {
                    to.resize(to.len().max(at + kept.len()), 0);
                    to[*at..at + kept.len()].copy_from_slice(kept);
                }
            }
        }
    }
}

impl Disk {
    /// An empty disk that SQLite knows by this name from now on.
    pub fn plug_in(name: &str, seed: u64) -> Disk {
        let inside = Inside {
            files: BTreeMap::new(),
            draw: Draw(seed),
            left: None,
            start: 0,
            off: false,
            room: None,
            lost: 0,
        };
        let disk = Disk(Arc::new(Mutex::new(inside)));
        sqlite_vfs::register(name, disk.clone(), false).unwrap();
        disk
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The power will go at this operation, counted from now.
    pub fn cut_after(&self, operations: u64) {
        self.inside().left = Some(operations);
    }

    /// From now on the disk takes so many bytes and no more.
    pub fn fill_up(&self, room: Option<usize>) {
        self.inside().room = room;
    }

    /// The power is back: each file is what was synced, and whatever else happened to reach the disk.
    pub fn start_again(&self) {
        let mut inside = self.inside();
        let Inside { files, draw, lost, .. } = &mut *inside;
        // All is lost, a beginning survives, or any selection with torn writes.
        let manner = draw.below(3);
        for file in files.values_mut() {
            let survivors = if manner == 1 { draw.below(file.since.len() as u64 + 1) } else { 0 };
            for (number, change) in file.since.drain(..).enumerate() {
                let kept = match manner {
                    0 => 0,
                    1 => {
                        if (number as u64) < survivors {
                            usize::MAX
                        } else {
                            0
                        }
                    }
                    _ => match draw.below(3) {
                        0 => 0,
                        1 => SECTOR * draw.below(10) as usize,
                        _ => usize::MAX,
                    },
                };
                match change {
                    Unsynced::Length(_) if kept == 0 => {}
                    change => change.apply(&mut file.durable, kept),
                }
                *lost += u64::from(kept == 0);
            }
            file.seen = file.durable.clone();
            file.deleted &= draw.below(2) == 0;
        }
        inside.left = None;
        inside.off = false;
        inside.start += 1;
    }

    /// Writes that were lost in all cuts so far.
    pub fn lost(&self) -> u64 {
        self.inside().lost
    }
}

/// An open file, until the power goes.
#[derive(Debug)]
pub struct Handle {
    disk: Disk,
    name: String,
    start: u64,
    lock: LockKind,
}

impl Vfs for Disk {
    type Handle = Handle;

    fn open(&self, name: &str, options: OpenOptions) -> Result<Handle, Error> {
        let mut inside = self.inside();
        let start = inside.start;
        inside.operate(start)?;
        let new = inside.file(name).is_err();
        match options.access {
            OpenAccess::Create | OpenAccess::CreateNew if new => {
                let file = inside.files.entry(name.to_owned()).or_default();
                (file.deleted, file.new) = (false, true);
                file.seen.clear();
                file.since.push(Unsynced::Length(0));
            }
            OpenAccess::CreateNew => return Err(ErrorKind::AlreadyExists.into()),
            _ if new => return Err(ErrorKind::NotFound.into()),
            _ => {}
        }
        Ok(Handle { disk: self.clone(), name: name.to_owned(), start, lock: LockKind::None })
    }

    fn delete(&self, name: &str) -> Result<(), Error> {
        let mut inside = self.inside();
        let start = inside.start;
        inside.operate(start)?;
        inside.file(name)?.deleted = true;
        Ok(())
    }

    fn exists(&self, name: &str) -> Result<bool, Error> {
        Ok(self.inside().file(name).is_ok())
    }

    fn temporary_name(&self) -> String {
        format!("temporary-{}", self.inside().draw.next())
    }

    fn random(&self, buffer: &mut [i8]) {
        let mut inside = self.inside();
        buffer.iter_mut().for_each(|byte| *byte = inside.draw.next() as i8);
    }

    fn sleep(&self, duration: Duration) -> Duration {
        duration
    }
}

impl Handle {
    fn with<T>(&self, work: impl FnOnce(&mut Inside, &str) -> Result<T, Error>) -> Result<T, Error> {
        let mut inside = self.disk.inside();
        inside.operate(self.start)?;
        work(&mut inside, &self.name)
    }
}

impl DatabaseHandle for Handle {
    type WalIndex = WalDisabled;

    fn size(&self) -> Result<u64, Error> {
        self.with(|inside, name| Ok(inside.file(name)?.seen.len() as u64))
    }

    fn read_exact_at(&mut self, buffer: &mut [u8], offset: u64) -> Result<(), Error> {
        self.with(|inside, name| {
            let seen = &inside.file(name)?.seen;
            let from = (offset as usize).min(seen.len());
            let there = (seen.len() - from).min(buffer.len());
            buffer[..there].copy_from_slice(&seen[from..from + there]);
            buffer[there..].fill(0);
            if there == buffer.len() { Ok(()) } else { Err(ErrorKind::UnexpectedEof.into()) }
        })
    }

    fn write_all_at(&mut self, bytes: &[u8], offset: u64) -> Result<(), Error> {
        self.with(|inside, name| {
            if let Some(room) = &mut inside.room {
                *room = room.checked_sub(bytes.len()).ok_or(Error::from(ErrorKind::WriteZero))?;
            }
            let file = inside.file(name)?;
            let change = Unsynced::Write { at: offset as usize, bytes: bytes.to_vec() };
            change.apply(&mut file.seen, usize::MAX);
            file.since.push(change);
            Ok(())
        })
    }

    fn sync(&mut self, _data_only: bool) -> Result<(), Error> {
        self.with(|inside, name| {
            let file = inside.file(name)?;
            file.durable = file.seen.clone();
            file.since.clear();
            // SQLite's own file systems sync the directory with the first sync of a new log, and what was
            // deleted there before is gone then for good.
            if std::mem::take(&mut file.new) && (name.ends_with("-wal") || name.ends_with("-journal")) {
                inside.files.retain(|_, file| !file.deleted);
            }
            Ok(())
        })
    }

    fn set_len(&mut self, size: u64) -> Result<(), Error> {
        self.with(|inside, name| {
            let file = inside.file(name)?;
            file.seen.resize(size as usize, 0);
            file.since.push(Unsynced::Length(size as usize));
            Ok(())
        })
    }

    fn lock(&mut self, lock: LockKind) -> Result<bool, Error> {
        self.lock = lock;
        Ok(true)
    }

    fn reserved(&mut self) -> Result<bool, Error> {
        Ok(false)
    }

    fn current_lock(&self) -> Result<LockKind, Error> {
        Ok(self.lock)
    }

    fn wal_index(&self, _readonly: bool) -> Result<WalDisabled, Error> {
        Ok(WalDisabled)
    }
}
