//! Regions as they were rendered last, shared by all connections that look at them.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Bytes;
use nawat_catalogue::Lang;

use crate::region::Region;

/// Stands for a form's token in what is shared. Never a token: those are hexadecimal.
pub const CSRF_MARK: &str = "csrf-of-this-reader";

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

/// What a rendering depends on: the day's last event, the minute, since times are told in minutes, the
/// forecast, and who asked for help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    pub version: u64,
    pub minute: i64,
    /// Of the waits that are shown.
    pub waits: u64,
    /// Of what was asked for at the kiosks.
    pub help: u64,
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

    /// The region as it stands now; `None`: there is nothing to see any more. `draw` is asked only where the
    /// hall has moved since, and answers with the sequence of the day's stream and the region's HTML.
    pub fn get(
        &self,
        region: &Region,
        lang: Lang,
        now: Moment,
        draw: impl FnOnce() -> Option<(u64, String)>,
    ) -> Option<Arc<Fragment>> {
        let slot = {
            let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            if kept.len() >= KEPT_MAX {
                // Whoever still looks holds the slot in their hands.
                kept.retain(|_, slot| Arc::strong_count(slot) > 1);
            }
            Arc::clone(kept.entry((region.clone(), lang)).or_default())
        };
        let mut slot = slot.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((then, fragment)) = slot.as_ref()
            && *then == now
        {
            return Some(Arc::clone(fragment));
        }
        let (seq, html) = draw()?;
        let has_forms = html.contains(CSRF_MARK);
        let framed = if has_forms { Bytes::new() } else { frame(seq, &html) };
        let fragment = Arc::new(Fragment { seq, html, framed, has_forms });
        *slot = Some((now, Arc::clone(&fragment)));
        Some(fragment)
    }
}

/// A `page` event. Lines of data are joined again by the browser.
pub fn frame(seq: u64, html: &str) -> Bytes {
    let mut text = String::with_capacity(html.len() + 64);
    text.push_str(&format!("event: page\nid: {seq}\n"));
    for line in html.split('\n') {
        text.push_str("data: ");
        text.push_str(line.trim_end_matches('\r'));
        text.push('\n');
    }
    text.push('\n');
    Bytes::from(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_of_several_lines_is_one_event() {
        let bytes = frame(7, "<p>\r\n</p>");
        assert_eq!(bytes, "event: page\nid: 7\ndata: <p>\ndata: </p>\n\n");
    }
}
