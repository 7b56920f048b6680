//! Five faces: at the pad of a counter, on the ticket's page; and what was said, for those who answer it.

use askama::Template;

use super::frame::{Choice, Frame, Tone};

/// The scores, the best first, with the key of their words.
pub const SCORES: [(u8, &str); 5] =
    [(5, "rating-5"), (4, "rating-4"), (3, "rating-3"), (2, "rating-2"), (1, "rating-1")];

/// A face as it is drawn: nothing but a circle, two eyes and a mouth.
#[derive(Clone, Copy, Debug)]
pub struct Face(pub u8);

impl std::fmt::Display for Face {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The mouth bends from sad to glad; its corners stand still.
        let bend = 34 + 4 * (i32::from(self.0) - 3);
        let corners = 34 - 2 * (i32::from(self.0) - 3);
        write!(
            f,
            r#"<svg class="face face-{}" viewBox="0 0 48 48" aria-hidden="true" focusable="false"><circle cx="24" cy="24" r="21"/><circle class="eye" cx="17" cy="19" r="2.4"/><circle class="eye" cx="31" cy="19" r="2.4"/><path d="M15 {corners} Q24 {bend} 33 {corners}"/></svg>"#,
            self.0
        )
    }
}

impl askama::filters::HtmlSafe for Face {}

/// The pad that stands at a counter.
#[derive(Debug, Template)]
#[template(path = "pad.html")]
pub struct PadPage<'a> {
    pub f: &'a Frame<'a>,
    pub live: PadLive<'a>,
    /// `counter/6` in the address of its stream.
    pub counter: u16,
}

#[derive(Debug, Template)]
#[template(path = "pad_live.html")]
pub struct PadLive<'a> {
    pub f: &'a Frame<'a>,
    pub label: String,
    pub room: bool,
    pub state: PadState,
}

impl askama::filters::HtmlSafe for PadLive<'_> {}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PadState {
    /// Nobody has just been served.
    Welcome,
    /// Whoever was served a moment ago may say how it was.
    Ask {
        visit: u32,
        code: String,
    },
    /// They said how; was it clear what happens next?
    AskClear {
        visit: u32,
        score: u8,
    },
    Thanks,
}

/// A pad that does not know yet where it stands.
#[derive(Debug, Template)]
#[template(path = "pad_choice.html")]
pub struct PadChoice<'a> {
    pub f: &'a Frame<'a>,
    pub counters: Vec<Choice>,
}

/// What was said today, the worst first.
#[derive(Debug, Template)]
#[template(path = "remarks.html")]
pub struct Remarks<'a> {
    pub f: &'a Frame<'a>,
    /// How many gave each score, the best first.
    pub scores: Vec<Scored>,
    pub rated: u32,
    pub served: u32,
    pub clear: u32,
    pub unclear: u32,
    pub said: Vec<Remark>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scored {
    pub score: u8,
    pub words: String,
    pub count: u32,
    /// Of a hundred that were given.
    pub percent: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub score: u8,
    pub words_of_score: String,
    pub code: String,
    pub service: String,
    pub at: String,
    pub unclear: bool,
    pub words: Option<String>,
    /// Where the person may be answered, if they said so.
    pub contact: Option<String>,
}

impl Scored {
    pub fn face(&self) -> Face {
        Face(self.score)
    }
}

impl Remark {
    pub fn face(&self) -> Face {
        Face(self.score)
    }

    pub fn tone(&self) -> Tone {
        match self.score {
            1 | 2 => Tone::Late,
            3 => Tone::Soon,
            _ => Tone::Well,
        }
    }
}
