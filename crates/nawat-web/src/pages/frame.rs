//! What every page stands in: language, words, names, the reader's preferences, the hall's clock.

use nawat_catalogue::{Arg, Lang, Texts};

use super::icon::Icon;
use super::waits::Waits;

pub use super::waits::WaitRange;

/// The surroundings of one rendering.
#[derive(Debug)]
pub struct Frame<'a> {
    pub lang: Lang,
    /// Words in `lang`, and in the other language for what is shown in both.
    pub words: &'a Texts,
    pub other_words: &'a Texts,
    pub centre: String,
    pub centre_other: String,
    /// Path of this page without its query: where language and preferences lead back to.
    pub here: String,
    pub csrf: String,
    /// A random key for the forms of this rendering: the same press twice is one command.
    pub once: String,
    pub large: bool,
    pub contrast: bool,
    pub theme: Theme,
    pub clock: HallClock,
    /// How long people wait from now on, as far as that is known.
    pub waits: &'a Waits,
    /// Who is signed in at this browser.
    pub who: Option<Who>,
    /// What just happened, in words.
    pub notice: Option<Notice>,
}

/// The hall's time at this rendering. The browser goes on from there at the hall's own speed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HallClock {
    /// Milliseconds since 1970 (UTC) by the hall clock.
    pub now_ms: i64,
    /// Hall seconds per second: 1 but in a demo.
    pub speed: f64,
    /// Minutes that the centre's local time is ahead of UTC.
    pub offset_minutes: i32,
}

impl HallClock {
    /// Local time of day of a moment, as 10:41.
    pub fn time_of(&self, ms: i64) -> String {
        let minutes = ms.div_euclid(60_000) + i64::from(self.offset_minutes);
        let minute_of_day = minutes.rem_euclid(1440);
        format!("{:02}:{:02}", minute_of_day / 60, minute_of_day % 60)
    }

    pub fn now(&self) -> String {
        self.time_of(self.now_ms)
    }

    /// Whole seconds from a moment until now; none below zero.
    pub fn seconds_since(&self, ms: i64) -> u32 {
        u32::try_from((self.now_ms - ms).max(0) / 1000).unwrap_or(u32::MAX)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    pub name: String,
    pub role: String,
}

/// Light or dark at the desks of staff.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    Auto,
    Light,
    Dark,
}

impl Theme {
    pub fn code(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// What the button of the page sets next.
    pub fn next(self) -> &'static str {
        match self {
            Theme::Auto => "dark",
            Theme::Dark => "light",
            Theme::Light => "auto",
        }
    }
}

/// How a thing stands. Never told by colour alone: words go with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Well,
    Calm,
    Soon,
    Late,
}

impl Tone {
    pub fn class(self) -> &'static str {
        match self {
            Tone::Well => "well",
            Tone::Calm => "calm",
            Tone::Soon => "soon",
            Tone::Late => "late",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub tone: Tone,
    pub text: String,
}

/// A name in the reader's language and in the other one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub own: String,
    pub other: String,
}

/// One thing to choose in a form: what is sent, and what is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: String,
}

/// A number, however many references a template has put around it.
pub trait Plain<T> {
    fn plain(&self) -> T;
}

impl Plain<u32> for u32 {
    fn plain(&self) -> u32 {
        *self
    }
}

impl Plain<i64> for i64 {
    fn plain(&self) -> i64 {
        *self
    }
}

impl<T, P: Plain<T> + ?Sized> Plain<T> for &P {
    fn plain(&self) -> T {
        (**self).plain()
    }
}

impl Frame<'_> {
    pub fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    /// The same sentence in the other language.
    pub fn other(&self, key: &str) -> String {
        self.other_words.say(key)
    }

    /// A sentence that counts: `n` chooses the plural form.
    pub fn count(&self, key: &str, n: impl Plain<u32>) -> String {
        self.words.say_with(key, &[("n", Arg::from(i64::from(n.plain())))])
    }

    pub fn count_other(&self, key: &str, n: impl Plain<u32>) -> String {
        self.other_words.say_with(key, &[("n", Arg::from(i64::from(n.plain())))])
    }

    /// A sentence with one word put in, kept in its own direction.
    pub fn with(&self, key: &str, value: impl AsRef<str>) -> String {
        self.words.say_with(key, &[("what", Arg::from(isolated(value.as_ref())))])
    }

    pub fn with_other(&self, key: &str, value: impl AsRef<str>) -> String {
        self.other_words.say_with(key, &[("what", Arg::from(isolated(value.as_ref())))])
    }

    /// What is spoken for a call: the ticket and its place.
    pub fn voice(&self, key: &str, code: impl AsRef<str>, place: impl AsRef<str>) -> String {
        self.words.say_with(key, &spoken(code.as_ref(), place.as_ref()))
    }

    pub fn voice_other(&self, key: &str, code: impl AsRef<str>, place: impl AsRef<str>) -> String {
        self.other_words.say_with(key, &spoken(code.as_ref(), place.as_ref()))
    }

    pub fn icon(&self, name: impl AsRef<str>) -> Icon {
        Icon::named(name.as_ref())
    }

    pub fn other_lang(&self) -> Lang {
        self.lang.other()
    }

    /// Time gone by since a moment on the hall clock, as 3:40.
    pub fn since(&self, ms: impl Plain<i64>) -> String {
        minutes_seconds(self.clock.seconds_since(ms.plain()))
    }

    pub fn arabic(&self) -> bool {
        self.lang == Lang::Ar
    }
}

/// Code and place as they are read aloud: leading zeros are printed, never spoken.
fn spoken(code: &str, place: &str) -> [(&'static str, Arg<'static>); 2] {
    let letters = code.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = code[letters.len()..].trim_start_matches('0');
    [
        ("code", Arg::from(format!("{letters} {digits}").trim().to_owned())),
        ("place", Arg::from(place.to_owned())),
    ]
}

/// A code or number inside a sentence of either direction: U+2068 … U+2069 keep its letters in order.
pub fn isolated(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// Minutes and seconds as 3:40; hours run on as minutes.
pub fn minutes_seconds(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_time_comes_from_the_centres_offset() {
        let clock = HallClock { now_ms: 1_509_519_660_000, speed: 1.0, offset_minutes: 180 };
        assert_eq!(clock.now(), "10:01");
        assert_eq!(clock.time_of(0), "03:00");
        assert_eq!(clock.seconds_since(clock.now_ms + 5_000), 0);
    }

    #[test]
    fn minutes_and_seconds_read_like_a_clock() {
        for (seconds, text) in [(0, "0:00"), (59, "0:59"), (220, "3:40"), (3_725, "62:05")] {
            assert_eq!(minutes_seconds(seconds), text);
        }
    }
}
