//! Who asked for help at a kiosk, until somebody has come. In memory of the day alone: it is no event of the
//! hall, names no person, and a restart or another day forgets it.

use std::sync::{Mutex, MutexGuard, PoisonError};

use nawat_engine::time::{CivilDay, Moment};
use tokio::sync::watch;

/// Requests kept at once; a kiosk that is played with must not flood the desks.
const OPEN_MAX: usize = 40;

/// What somebody needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpKind {
    SignLanguage,
    Wheelchair,
    Reading,
    Other,
}

impl HelpKind {
    pub const ALL: [HelpKind; 4] =
        [HelpKind::SignLanguage, HelpKind::Wheelchair, HelpKind::Reading, HelpKind::Other];

    /// As forms name it; its words are `help-` and this.
    pub fn key(self) -> &'static str {
        match self {
            HelpKind::SignLanguage => "sign-language",
            HelpKind::Wheelchair => "wheelchair",
            HelpKind::Reading => "reading",
            HelpKind::Other => "other",
        }
    }

    pub fn named(key: &str) -> Option<HelpKind> {
        HelpKind::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpRequest {
    pub id: u32,
    pub kind: HelpKind,
    /// The name that the kiosk was paired under.
    pub place: Option<String>,
    pub asked: Moment,
    /// Somebody said that they are on their way.
    pub coming: bool,
}

/// What somebody at a desk says to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpAnswer {
    Coming,
    Done,
}

#[derive(Debug)]
pub struct Help {
    kept: Mutex<Kept>,
    revision: watch::Sender<u64>,
}

#[derive(Debug, Default)]
struct Kept {
    day: Option<CivilDay>,
    last: u32,
    open: Vec<HelpRequest>,
}

impl Default for Help {
    fn default() -> Help {
        Help { kept: Mutex::default(), revision: watch::Sender::new(0) }
    }
}

impl Help {
    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Somebody asks. The same asked again at the same kiosk is the same request, and one too many is dropped:
    /// those that are open call people to the kiosks already.
    pub fn ask(&self, day: CivilDay, kind: HelpKind, place: Option<String>, now: Moment) {
        let mut kept = self.kept();
        if kept.day != Some(day) {
            *kept = Kept { day: Some(day), ..Kept::default() };
        }
        let same = kept.open.iter().any(|open| open.kind == kind && open.place == place);
        if same || kept.open.len() >= OPEN_MAX {
            return;
        }
        kept.last += 1;
        let id = kept.last;
        kept.open.push(HelpRequest { id, kind, place, asked: now, coming: false });
        drop(kept);
        self.moved();
    }

    /// Whether there was such a request: two at the desks may have pressed at once.
    pub fn answer(&self, id: u32, answer: HelpAnswer) -> bool {
        let mut kept = self.kept();
        let Some(at) = kept.open.iter().position(|open| open.id == id) else { return false };
        match answer {
            HelpAnswer::Coming => kept.open[at].coming = true,
            HelpAnswer::Done => {
                kept.open.remove(at);
            }
        }
        drop(kept);
        self.moved();
        true
    }

    /// Requests of this day, who has waited longest first.
    pub fn open(&self, day: CivilDay) -> Vec<HelpRequest> {
        let kept = self.kept();
        if kept.day == Some(day) { kept.open.clone() } else { Vec::new() }
    }

    pub fn revision(&self) -> u64 {
        *self.revision.borrow()
    }

    pub fn watch(&self) -> watch::Receiver<u64> {
        self.revision.subscribe()
    }

    fn moved(&self) {
        self.revision.send_modify(|revision| *revision += 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: CivilDay = CivilDay(17_471);

    #[test]
    fn a_request_is_answered_once_and_goes_with_its_day() {
        let help = Help::default();
        let door = || Some("the door".to_owned());
        help.ask(TODAY, HelpKind::Wheelchair, door(), Moment(1));
        help.ask(TODAY, HelpKind::Wheelchair, door(), Moment(2));
        help.ask(TODAY, HelpKind::Reading, door(), Moment(3));
        let open = help.open(TODAY);
        assert_eq!(
            open.iter().map(|one| one.kind).collect::<Vec<_>>(),
            [HelpKind::Wheelchair, HelpKind::Reading]
        );
        assert!(help.answer(open[0].id, HelpAnswer::Coming));
        assert!(help.open(TODAY)[0].coming);
        assert!(help.answer(open[0].id, HelpAnswer::Done));
        assert!(!help.answer(open[0].id, HelpAnswer::Done), "it is gone");
        assert_eq!(help.revision(), 4);
        assert!(help.open(CivilDay(17_472)).is_empty());
        help.ask(CivilDay(17_472), HelpKind::Other, None, Moment(4));
        assert_eq!(help.open(CivilDay(17_472)).len(), 1);
    }

    #[test]
    fn a_kiosk_that_is_played_with_floods_nothing() {
        let help = Help::default();
        for n in 0..2 * OPEN_MAX {
            help.ask(TODAY, HelpKind::Other, Some(n.to_string()), Moment(0));
        }
        assert_eq!(help.open(TODAY).len(), OPEN_MAX);
    }
}
