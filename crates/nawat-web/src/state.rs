//! What every request can reach.

use std::fmt::Debug;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use nawat_catalogue::{Lang, Mistakes, Published, Texts};
use nawat_engine::time::Moment;
use nawat_journal::Writer;
use nawat_journal::accounts::{Accounts, Role};
use nawat_journal::hall::Committed;
use nawat_journal::people::People;
use nawat_reports::ReportTexts;
use tokio::sync::{Mutex, watch};

use crate::answers::Answers;
use crate::fragments::Fragments;
use crate::help::Help;
use crate::kept_hours::KeptHours;
use crate::media::Media;
use crate::pace::Pace;
use crate::texts;
use crate::throttle::Throttle;
use crate::waits::Kept;

/// Brings the time: the hall's, and the wall's for what is no affair of the hall (sessions).
pub trait HallClock: Send + Sync + Debug {
    /// The hall clock now.
    fn now(&self) -> Moment;
    /// Hall seconds a real second: 1 but in a demonstration.
    fn speed(&self) -> f64;
    /// The wall clock now.
    fn wall(&self) -> Moment;
}

/// A demonstration lets everybody in: each role by a press, each screen at once.
#[derive(Clone, Debug)]
pub struct DemoSignIns {
    pub sign_ins: Vec<DemoSignIn>,
}

#[derive(Clone, Debug)]
pub struct DemoSignIn {
    pub role: Role,
    pub user: String,
    pub password: String,
}

/// What the binary brings together.
#[derive(Debug)]
pub struct AppParts {
    pub writer: Writer,
    pub accounts: Arc<Accounts>,
    pub people: Arc<People>,
    pub clock: Arc<dyn HallClock>,
    pub demo: Option<DemoSignIns>,
    /// The centre's folder, where its sounds and pictures lie.
    pub folder: Option<PathBuf>,
    /// Whether `/metrics` answers: on the loopback address, or with a token.
    pub metrics: bool,
}

#[derive(Clone, Debug)]
pub struct AppState(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    parts: AppParts,
    texts: RwLock<(u32, Arc<BothTexts>)>,
    answers: Answers,
    fragments: Fragments,
    throttle: Throttle,
    waits: Kept,
    busy_hours: KeptHours,
    help: Help,
    media: Media,
    pace: Pace,
    closing: watch::Sender<bool>,
    facts: Mutex<()>,
}

/// The words of both languages, and those of the reports.
#[derive(Debug)]
pub struct BothTexts {
    ar: Texts,
    en: Texts,
    pub reports: ReportTexts,
}

impl BothTexts {
    pub fn of(&self, lang: Lang) -> &Texts {
        match lang {
            Lang::Ar => &self.ar,
            Lang::En => &self.en,
        }
    }
}

impl AppState {
    /// Errors: the centre's own texts are no sound Fluent, which a checked centre cannot have.
    pub fn new(parts: AppParts) -> Result<AppState, Mistakes> {
        let published = parts.writer.read(|committed| Arc::clone(&committed.published));
        let both = Arc::new(both_texts(&published)?);
        let media = Media::of(parts.folder.clone());
        Ok(AppState(Arc::new(Inner {
            parts,
            texts: RwLock::new((published.version, both)),
            answers: Answers::default(),
            fragments: Fragments::default(),
            throttle: Throttle::default(),
            waits: Kept::default(),
            busy_hours: KeptHours::default(),
            help: Help::default(),
            media,
            pace: Pace::default(),
            closing: watch::Sender::new(false),
            facts: Mutex::new(()),
        })))
    }

    pub fn writer(&self) -> &Writer {
        &self.0.parts.writer
    }

    pub fn accounts(&self) -> &Accounts {
        &self.0.parts.accounts
    }

    pub fn people(&self) -> Arc<People> {
        Arc::clone(&self.0.parts.people)
    }

    pub fn clock(&self) -> &dyn HallClock {
        self.0.parts.clock.as_ref()
    }

    pub fn demo(&self) -> Option<&DemoSignIns> {
        self.0.parts.demo.as_ref()
    }

    pub fn metrics(&self) -> bool {
        self.0.parts.metrics
    }

    pub(crate) fn answers(&self) -> &Answers {
        &self.0.answers
    }

    pub(crate) fn fragments(&self) -> &Fragments {
        &self.0.fragments
    }

    pub(crate) fn throttle(&self) -> &Throttle {
        &self.0.throttle
    }

    pub(crate) fn media(&self) -> &Media {
        &self.0.media
    }

    /// Of tickets by phone.
    pub(crate) fn pace(&self) -> &Pace {
        &self.0.pace
    }

    pub(crate) fn waits(&self) -> &Kept {
        &self.0.waits
    }

    pub(crate) fn busy_hours(&self) -> &KeptHours {
        &self.0.busy_hours
    }

    pub(crate) fn help(&self) -> &Help {
        &self.0.help
    }

    /// Reads the hall as it is on the disk. Short: writing waits meanwhile.
    pub fn read<T>(&self, look: impl FnOnce(&Committed) -> T) -> T {
        self.0.parts.writer.read(look)
    }

    /// The words of the version of the catalogue that is published now.
    pub fn texts(&self) -> Arc<BothTexts> {
        let version = self.read(|committed| committed.published.version);
        let (known, texts) = self.0.texts.read().unwrap_or_else(PoisonError::into_inner).clone();
        if known == version {
            return texts;
        }
        let published = self.read(|committed| Arc::clone(&committed.published));
        // A version whose sentences cannot be read leaves those of before in their place.
        let fresh = both_texts(&published).map_or(texts, Arc::new);
        *self.0.texts.write().unwrap_or_else(PoisonError::into_inner) = (version, Arc::clone(&fresh));
        fresh
    }

    /// Held by whoever writes facts of accounts into the journal, so that none is written twice.
    pub(crate) fn facts(&self) -> &Mutex<()> {
        &self.0.facts
    }

    /// Ends the live streams, so that a server that is to stop can let its connections go.
    pub fn close(&self) {
        self.0.closing.send_replace(true);
    }

    pub(crate) fn closing(&self) -> watch::Receiver<bool> {
        self.0.closing.subscribe()
    }
}

fn both_texts(published: &Published) -> Result<BothTexts, Mistakes> {
    let centre = &published.centre.texts;
    Ok(BothTexts {
        ar: texts::load(Lang::Ar, centre.in_lang(Lang::Ar))?,
        en: texts::load(Lang::En, centre.in_lang(Lang::En))?,
        reports: ReportTexts::of(published)?,
    })
}
