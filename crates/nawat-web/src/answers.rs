//! Answers that were given under a key, so that a repetition gets the very same one. The journal alone
//! decides whether a command was done before; this only keeps the words of the answer, and after a restart
//! the answer is made anew from the command's events.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use axum::body::Bytes;
use axum::http::StatusCode;

/// Answers kept at most; the oldest go first.
const KEPT_MAX: usize = 20_000;

#[derive(Debug, Default)]
pub struct Answers(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    by_key: HashMap<String, (StatusCode, Bytes)>,
    order: VecDeque<String>,
}

impl Answers {
    pub fn given(&self, key: &str) -> Option<(StatusCode, Bytes)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).by_key.get(key).cloned()
    }

    pub fn keep(&self, key: &str, status: StatusCode, body: Bytes) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.by_key.insert(key.to_owned(), (status, body)).is_none() {
            kept.order.push_back(key.to_owned());
        }
        while kept.order.len() > KEPT_MAX {
            if let Some(oldest) = kept.order.pop_front() {
                kept.by_key.remove(&oldest);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_answers_go_first() {
        let answers = Answers::default();
        for n in 0..KEPT_MAX + 2 {
            answers.keep(&n.to_string(), StatusCode::OK, Bytes::new());
        }
        assert_eq!(answers.given("1"), None);
        assert!(answers.given("2").is_some());
    }
}
