//! The versions of the catalogue that a centre's stream holds, and the rules that days learn from them.

use std::sync::Arc;

use nawat_catalogue::Published;
use nawat_engine::Day;
use nawat_engine::rules::{Rules, RulesRef};
use serde::{Deserialize, Serialize};

use crate::reading::read_checked;
use crate::store::{Store, SummaryRow};
use crate::stream::StreamName;
use crate::summaries::summarise;
use crate::told::TellError;

/// One version, with what is dear to make of it.
#[derive(Clone, Debug)]
pub struct Edition {
    pub rules_ref: RulesRef,
    pub rules: Arc<Rules>,
    pub published: Arc<Published>,
}

/// All versions, oldest first. A day names the one it was opened with; the newest is offered to the next.
#[derive(Clone, Debug, Default)]
pub struct Editions(Vec<Edition>);

/// The payload of an event of the catalogue's stream.
#[derive(Deserialize)]
struct PublishedEvent {
    published: Published,
}

#[derive(Serialize)]
struct PublishedEventRef<'a> {
    published: &'a Published,
}

impl Edition {
    pub fn of(published: Arc<Published>) -> Edition {
        let (rules_ref, rules) = (published.rules_ref(), Arc::new(published.rules.clone()));
        Edition { rules_ref, rules, published }
    }

    pub(crate) fn payload(&self) -> Result<String, TellError> {
        serde_json::to_string(&PublishedEventRef { published: &self.published })
            .map_err(|error| TellError::Broken(format!("the catalogue could not be written ({error})")))
    }
}

impl Editions {
    /// Reads the catalogue's stream, its chain checked on the way.
    pub fn read(store: &mut dyn Store, centre: &str) -> Result<Editions, TellError> {
        let mut editions = Editions::default();
        for row in read_checked(store, &StreamName::catalogue(centre))? {
            let event: PublishedEvent = serde_json::from_str(&row.payload).map_err(|error| {
                let what = format!("version {} of the catalogue cannot be read ({error})", row.seq);
                TellError::Broken(what)
            })?;
            editions.add(Edition::of(Arc::new(event.published)));
        }
        Ok(editions)
    }

    pub fn add(&mut self, edition: Edition) {
        self.0.push(edition);
    }

    pub fn newest(&self) -> Option<&Edition> {
        self.0.last()
    }

    pub fn get(&self, rules_ref: RulesRef) -> Option<&Edition> {
        self.0.iter().rev().find(|edition| edition.rules_ref == rules_ref)
    }

    /// Tells a day of the rules that it is about to be opened with, or to adopt. Rules that no version has
    /// stay unknown to it.
    pub fn teach(&self, day: &mut Day, rules_ref: RulesRef) -> bool {
        match self.get(rules_ref) {
            Some(edition) => {
                day.learn(rules_ref, Arc::clone(&edition.rules));
                true
            }
            None => false,
        }
    }

    /// The summary of a closed day, its hours reckoned by the version that it ended with.
    pub fn summary(&self, centre: &str, day: &Day) -> Option<SummaryRow> {
        let edition = self.get(day.rules_ref).or(self.newest())?;
        let calendar = &edition.published.centre.calendar;
        let summary = summarise(day, &|moment| calendar.local_hour(moment));
        Some(SummaryRow { centre: centre.to_owned(), day: day.date, summary: summary.to_bytes() })
    }
}
