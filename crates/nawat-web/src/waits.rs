//! The waits as they were forecast last, for whoever draws a page.

use std::sync::{Arc, PoisonError, RwLock};

use crate::pages::waits::Waits;

/// The waits as they were reckoned last.
#[derive(Debug, Default)]
pub struct Kept(RwLock<Latest>);

#[derive(Clone, Debug, Default)]
struct Latest {
    waits: Arc<Waits>,
    /// Counts the forecasts that changed anything.
    revision: u64,
}

impl Kept {
    pub fn now(&self) -> Arc<Waits> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner).waits)
    }

    /// Moves when what is shown does.
    pub fn revision(&self) -> u64 {
        self.0.read().unwrap_or_else(PoisonError::into_inner).revision
    }

    pub fn keep(&self, waits: Waits) {
        let mut latest = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if *latest.waits != waits {
            latest.revision += 1;
            latest.waits = Arc::new(waits);
        }
    }
}
