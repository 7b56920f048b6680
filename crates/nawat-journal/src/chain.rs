//! How one event is bound to the one before.
//!
//! The hash of an event is SHA-256 over these bytes, in this order, so that a stranger can recompute it:
//!
//! | bytes | what |
//! | --- | --- |
//! | 32 | hash of the stream's previous event; 32 zero bytes for the first |
//! | 8 | length of the stream's name in bytes |
//! | … | the stream's name, UTF-8 |
//! | 8 | `seq` |
//! | 8 | `recorded`, two's complement |
//! | 8 | `effective`, two's complement |
//! | 8 | length of the payload in bytes |
//! | … | the payload, UTF-8, exactly as it is stored |
//!
//! All integers are 64 bits, most significant byte first. Lengths stand before what they measure, so that
//! no two different events are written as the same bytes.
//!
//! Streams hang together: the opening of a day carries stream, sequence and hash of the day before, the
//! closing those of every other stream of the centre that moved since the last closing.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

use crate::stream::StreamName;

/// The hash of an event, and of everything before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

/// The last event of a stream, as far as the next one must know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// 0 where the stream has no event yet.
    pub seq: u64,
    /// Milliseconds since 1970-01-01T00:00Z; the least number where the stream has no event yet.
    pub recorded: i64,
    pub hash: Hash,
}

/// One event as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventRow {
    /// Counted from 1 within the stream, without gaps.
    pub seq: u64,
    /// Milliseconds since 1970-01-01T00:00Z, never running back within the stream.
    pub recorded: i64,
    /// When it happened in the hall, in the same unit.
    pub effective: i64,
    /// Compact JSON.
    pub payload: String,
    pub hash: Hash,
}

impl Hash {
    pub const ZERO: Hash = Hash([0; 32]);
}

impl Link {
    /// Before the first event.
    pub const START: Link = Link { seq: 0, recorded: i64::MIN, hash: Hash::ZERO };

    /// Makes the event that follows this one.
    pub fn next(&self, stream: &StreamName, recorded: i64, effective: i64, payload: String) -> EventRow {
        let seq = self.seq + 1;
        let hash = hash_of(&self.hash, stream, seq, recorded, effective, &payload);
        EventRow { seq, recorded, effective, payload, hash }
    }

    /// Whether this row may follow: in sequence, not back in time, and with the hash that it must have.
    pub fn check(&self, stream: &StreamName, row: &EventRow) -> Result<Link, ChainBreak> {
        if row.seq != self.seq + 1 {
            return Err(ChainBreak::Gap { expected: self.seq + 1, found: row.seq });
        }
        let hash = hash_of(&self.hash, stream, row.seq, row.recorded, row.effective, &row.payload);
        if hash != row.hash {
            return Err(ChainBreak::Changed { seq: row.seq });
        }
        if row.recorded < self.recorded {
            return Err(ChainBreak::TimeRanBack { seq: row.seq });
        }
        Ok(Link::of(row))
    }

    pub fn of(row: &EventRow) -> Link {
        Link { seq: row.seq, recorded: row.recorded, hash: row.hash }
    }
}

/// How a row does not follow the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChainBreak {
    /// Events are missing.
    Gap {
        expected: u64,
        found: u64,
    },
    /// The event, or its hash, is not what was written.
    Changed {
        seq: u64,
    },
    TimeRanBack {
        seq: u64,
    },
}

/// The hash of one event; see the top of this file.
pub fn hash_of(
    previous: &Hash,
    stream: &StreamName,
    seq: u64,
    recorded: i64,
    effective: i64,
    payload: &str,
) -> Hash {
    let stream = stream.as_str();
    let mut sha = Sha256::new();
    sha.update(previous.0);
    sha.update((stream.len() as u64).to_be_bytes());
    sha.update(stream.as_bytes());
    sha.update(seq.to_be_bytes());
    sha.update(recorded.to_be_bytes());
    sha.update(effective.to_be_bytes());
    sha.update((payload.len() as u64).to_be_bytes());
    sha.update(payload.as_bytes());
    Hash(sha.finalize().into())
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Hash {
    type Err = NotAHash;

    fn from_str(text: &str) -> Result<Hash, NotAHash> {
        let mut hash = [0; 32];
        if text.len() != 64 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(NotAHash);
        }
        for (byte, pair) in hash.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| NotAHash)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| NotAHash)?;
        }
        Ok(Hash(hash))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a hash has 64 hexadecimal digits; copy it whole from the day's report")]
pub struct NotAHash;

#[cfg(test)]
mod tests {
    use super::*;

    fn stream() -> StreamName {
        StreamName::named("day/c/2017-11-01")
    }

    /// The same bytes put together by hand, as a stranger would.
    #[test]
    fn the_hash_is_what_the_page_says() {
        let row = Link::START.next(&stream(), 5, -1, "{}".to_owned());
        let mut bytes = vec![0u8; 32];
        bytes.extend([0, 0, 0, 0, 0, 0, 0, 16]);
        bytes.extend(b"day/c/2017-11-01");
        bytes.extend([0, 0, 0, 0, 0, 0, 0, 1]);
        bytes.extend([0, 0, 0, 0, 0, 0, 0, 5]);
        bytes.extend([255; 8]);
        bytes.extend([0, 0, 0, 0, 0, 0, 0, 2]);
        bytes.extend(b"{}");
        assert_eq!(row.hash.0[..], Sha256::digest(&bytes)[..]);
    }

    #[test]
    fn any_change_breaks_the_chain() {
        let first = Link::START.next(&stream(), 5, 5, "{\"a\":1}".to_owned());
        let second = Link::of(&first).next(&stream(), 6, 6, "{}".to_owned());
        let link = Link::START.check(&stream(), &first).unwrap();
        assert_eq!(link.check(&stream(), &second), Ok(Link::of(&second)));

        let changed = |change: fn(&mut EventRow)| {
            let mut row = second.clone();
            change(&mut row);
            link.check(&stream(), &row)
        };
        assert_eq!(changed(|row| row.payload.push(' ')), Err(ChainBreak::Changed { seq: 2 }));
        assert_eq!(changed(|row| row.recorded += 1), Err(ChainBreak::Changed { seq: 2 }));
        assert_eq!(changed(|row| row.effective -= 1), Err(ChainBreak::Changed { seq: 2 }));
        assert_eq!(changed(|row| row.hash.0[31] ^= 1), Err(ChainBreak::Changed { seq: 2 }));
        assert_eq!(changed(|row| row.seq = 3), Err(ChainBreak::Gap { expected: 2, found: 3 }));
        let elsewhere = StreamName::named("day/d/2017-11-01");
        assert_eq!(link.check(&elsewhere, &second), Err(ChainBreak::Changed { seq: 2 }));
        let back = link.next(&stream(), 4, 4, String::new());
        assert_eq!(link.check(&stream(), &back), Err(ChainBreak::TimeRanBack { seq: 2 }));
    }

    #[test]
    fn a_hash_is_written_and_read_back() {
        let hash = Link::START.next(&stream(), 0, 0, String::new()).hash;
        assert_eq!(hash.to_string().parse(), Ok(hash));
        for text in ["", "00", &"g".repeat(64), &"é".repeat(32)] {
            assert_eq!(text.parse::<Hash>(), Err(NotAHash));
        }
    }
}
