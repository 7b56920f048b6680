//! Regions as they were rendered last, shared by all connections that look at them.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Bytes;
use nawat_catalogue::Lang;

use super::Region;
use crate::scene::CSRF_MARK;
use crate::state::AppState;

/// Regions kept at most; those of tickets come and go.
const KEPT_MAX: usize = 4_096;

/// A region as it was at one moment of the day.
#[derive(Debug)]
pub struct Fragment {
    /// Sequence of the day's stream.
    pub seq: u64,
    pub html: String,
    /// Ready to be sent, for who has no forms in it.
    pub framed: Bytes,
    pub has_forms: bool,
}

#[derive(Debug, Default)]
pub struct Fragments {
    kept: Mutex<HashMap<(Region, Lang), Slot>>,
    connected: Arc<AtomicU64>,
}

type Slot = Arc<Mutex<Option<(Moment, Arc<Fragment>)>>>;

/// What a rendering depends on: the day's last event, and the minute, since waits are told in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Moment {
    version: u64,
    minute: i64,
}

/// Counts a connection as long as it lives.
#[derive(Debug)]
pub struct Connected(Arc<AtomicU64>);

impl Drop for Connected {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Fragments {
    pub fn connect(&self) -> Connected {
        self.connected.fetch_add(1, Ordering::Relaxed);
        Connected(Arc::clone(&self.connected))
    }

    pub fn connected(&self) -> u64 {
        self.connected.load(Ordering::Relaxed)
    }

    /// The region as it stands now; `None`: there is nothing to see any more.
    pub fn get(&self, state: &AppState, region: &Region, lang: Lang) -> Option<Arc<Fragment>> {
        let slot = {
            let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            if kept.len() >= KEPT_MAX {
                // Whoever still looks holds the slot in their hands.
                kept.retain(|_, slot| Arc::strong_count(slot) > 1);
            }
            Arc::clone(kept.entry((region.clone(), lang)).or_default())
        };
        let mut slot = slot.lock().unwrap_or_else(PoisonError::into_inner);
        let minute = state.clock().now().0.div_euclid(60_000);
        let now = Moment { version: state.read(|committed| committed.version), minute };
        if let Some((then, fragment)) = slot.as_ref()
            && *then == now
        {
            return Some(Arc::clone(fragment));
        }
        let seq = state.read(|committed| committed.day.seq);
        let html = region.render(state, lang)?;
        let has_forms = html.contains(CSRF_MARK);
        let framed = if has_forms { Bytes::new() } else { super::frame(seq, &html) };
        let fragment = Arc::new(Fragment { seq, html, framed, has_forms });
        *slot = Some((now, Arc::clone(&fragment)));
        Some(fragment)
    }
}
