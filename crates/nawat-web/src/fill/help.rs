//! Who asked for help, and what can be asked for, in words.

use super::Seen;
use crate::help::{HelpKind, HelpRequest};
use crate::pages::frame::Name;
use crate::pages::help::{HelpAlert, HelpChoice, KioskHelp};

/// Seconds that the answer stands on the kiosk.
const RESETS_IN_S: u32 = 20;

fn icon(kind: HelpKind) -> &'static str {
    match kind {
        HelpKind::SignLanguage => "hands",
        HelpKind::Wheelchair => "wheelchair",
        HelpKind::Reading => "letters",
        HelpKind::Other => "help",
    }
}

/// The kiosk's page, before and after it was asked.
pub fn page<'a>(seen: &Seen<'a>, asked: bool) -> KioskHelp<'a> {
    let kinds = HelpKind::ALL.into_iter().map(|kind| {
        let key = format!("help-{}", kind.key());
        let name = Name { own: seen.f.say(&key), other: seen.f.other(&key) };
        HelpChoice { value: kind.key(), icon: icon(kind), name }
    });
    KioskHelp { f: seen.f, kinds: kinds.collect(), asked, resets_in: RESETS_IN_S }
}

/// Requests as the desks see them.
pub fn alerts(seen: &Seen<'_>, open: Vec<HelpRequest>) -> Vec<HelpAlert> {
    open.into_iter()
        .map(|request| HelpAlert {
            id: request.id,
            what: seen.f.say(&format!("help-{}", request.kind.key())),
            icon: icon(request.kind),
            minutes: seen.minutes_since(request.asked),
            place: request.place,
            coming: request.coming,
        })
        .collect()
}
