//! What is spoken at a call: the one place that knows which clips make up “ticket K 123, please go to counter
//! 6” in each language. The display's call carries these names; `nawat voice build` makes exactly these clips.
//!
//! A clip's words stand in the texts under `clip-NAME`; its file is `voice/LANG/NAME.wav` of the centre's
//! folder (any of [`crate::media::SOUNDS`]).

mod clip;
mod number;

use std::collections::BTreeSet;

use nawat_catalogue::{Centre, Lang, Texts};

pub use clip::Clip;
pub use number::{COMPOSED_MAX, number};

/// One thing after another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoken {
    Clip(Clip),
    /// A breath, as at a comma.
    Pause,
}

/// A call as it is spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Announcement {
    pub letter: Option<char>,
    pub number: u64,
    pub room: bool,
    /// The number on the sign of the counter or room.
    pub sign: u64,
    pub last_call: bool,
}

impl Announcement {
    /// From what is shown: a ticket's code, as K041, and the label of its place.
    /// `None` where either bears no number.
    pub fn of(code: &str, place: &str, room: bool, last_call: bool) -> Option<Announcement> {
        let digits = code.trim_start_matches(|c: char| !c.is_ascii_digit());
        let letter = code.chars().next().filter(char::is_ascii_alphabetic);
        let (number, sign) = (digits.parse().ok()?, place.parse().ok()?);
        Some(Announcement { letter, number, room, sign, last_call })
    }

    /// Ticket and place, in the order of speech.
    pub fn spoken(&self, lang: Lang) -> Vec<Spoken> {
        let mut all = vec![Spoken::Clip(if self.last_call { Clip::LastCall } else { Clip::Ticket })];
        all.extend(self.letter.map(|letter| Spoken::Clip(Clip::letter(letter))));
        all.extend(number(lang, self.number).into_iter().map(Spoken::Clip));
        all.push(Spoken::Pause);
        all.push(Spoken::Clip(if self.room { Clip::Room } else { Clip::Counter }));
        all.extend(number(lang, self.sign).into_iter().map(Spoken::Clip));
        all
    }

    /// The same as one line for the page: names, and `|` for a breath.
    pub fn line(&self, lang: Lang) -> String {
        line(&self.spoken(lang))
    }
}

/// “Ticket K 41” alone, for whoever wants to hear their number: empty where the code bears none.
pub fn ticket_line(code: &str, lang: Lang) -> String {
    // Everything before the first breath; the place is left out.
    let said = Announcement::of(code, "0", false, false).map(|said| said.spoken(lang)).unwrap_or_default();
    let ticket: Vec<Spoken> = said.into_iter().take_while(|spoken| *spoken != Spoken::Pause).collect();
    line(&ticket)
}

fn line(spoken: &[Spoken]) -> String {
    let names = spoken.iter().map(|spoken| match spoken {
        Spoken::Clip(clip) => clip.name(),
        Spoken::Pause => "|".to_owned(),
    });
    names.collect::<Vec<_>>().join(" ")
}

/// Every clip that a call of this centre may need.
pub fn needed(centre: &Centre, lang: Lang) -> BTreeSet<Clip> {
    let mut all = BTreeSet::from([Clip::Ticket, Clip::LastCall]);
    for series in &centre.series {
        all.insert(Clip::letter(series.prefix));
    }
    let first = centre.series.iter().map(|series| series.first).min().unwrap_or(1);
    let last = centre.series.iter().map(|series| series.last).max().unwrap_or(0);
    for ticket in first..=last.min(COMPOSED_MAX) {
        all.extend(number(lang, ticket));
    }
    if last > COMPOSED_MAX {
        all.extend((0..=9).map(Clip::Number));
    }
    for counter in &centre.counters {
        all.insert(if counter.is_room() { Clip::Room } else { Clip::Counter });
        all.extend(number(lang, u64::from(counter.number)));
    }
    all
}

/// The same with the words of each, in the order of their names.
pub fn script(centre: &Centre, texts: &Texts) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = needed(centre, texts.lang())
        .into_iter()
        .map(|clip| (clip.name(), texts.say(&format!("clip-{}", clip.name()))))
        .collect();
    all.sort();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reference_centre() -> Centre {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../centres/bahrain-housing");
        nawat_catalogue::read(&folder).expect("the reference centre is sound")
    }

    #[test]
    fn a_call_is_spoken_as_it_is_shown() {
        let counter = Announcement::of("K041", "6", false, false).expect("a call");
        assert_eq!(counter.line(Lang::Ar), "ticket letter-k n-1 n-and-40 | counter n-6");
        assert_eq!(counter.line(Lang::En), "ticket letter-k n-40 n-1 | counter n-6");
        let room = Announcement::of("S 105", "12", true, true).expect("a call");
        assert_eq!(room.line(Lang::Ar), "last-call letter-s n-100 n-and-5 | room n-12");
        assert_eq!(ticket_line("K041", Lang::Ar), "ticket letter-k n-1 n-and-40");
        assert_eq!(ticket_line("K", Lang::Ar), "");
        assert_eq!(Announcement::of("K", "6", false, false), None);
        assert_eq!(Announcement::of("K041", "by the door", false, false), None);
    }

    #[test]
    fn every_clip_of_every_call_is_on_the_list_and_has_words() {
        let centre = reference_centre();
        for lang in Lang::ALL {
            let texts = crate::texts::load(lang, "").expect("sound");
            let list = needed(&centre, lang);
            for clip in &list {
                assert!(texts.has(&format!("clip-{}", clip.name())), "{lang}: {clip:?}");
            }
            for series in &centre.series {
                for number in [1, 7, 20, 41, 100, 105, 123, 999, 1_000, 4_321, 9_999, 12_045] {
                    let code = format!("{}{number:03}", series.prefix);
                    for counter in &centre.counters {
                        let sign = counter.number.to_string();
                        let call = Announcement::of(&code, &sign, counter.is_room(), false).expect("a call");
                        for spoken in call.spoken(lang) {
                            let Spoken::Clip(clip) = spoken else { continue };
                            assert!(list.contains(&clip), "{lang}: {clip:?} of {code}");
                        }
                    }
                }
            }
            // So few that a person can record them in an hour.
            assert!(list.len() < 110, "{lang}: {}", list.len());
        }
    }

    #[test]
    fn the_words_of_a_script_are_the_centres_where_it_has_its_own() {
        let centre = reference_centre();
        let texts = crate::texts::load(Lang::En, "clip-ticket = Number").expect("sound");
        let script = script(&centre, &texts);
        assert!(script.contains(&("ticket".to_owned(), "Number".to_owned())));
        assert!(script.iter().all(|(_, words)| !words.contains('⟦')), "{script:?}");
    }
}
