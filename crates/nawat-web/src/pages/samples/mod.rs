//! Each page in the states that a person may meet: busy, empty, stale, refused. The tests render them all in
//! both languages; the pictures are made from them. The figures are examples.

mod counter;
mod desk;
mod door;
mod hall;
mod public;
mod rating;
mod reception;

use nawat_catalogue::{Lang, Texts};

use super::frame::{Choice, Frame, HallClock, Name, Theme, Who};
use super::waits::Waits;

/// 10:41 on 26 November 2017 in the centre.
pub const NOW_MS: i64 = 1_511_682_060_000;

pub struct Words {
    pub ar: Texts,
    pub en: Texts,
    waits: Waits,
}

impl Words {
    pub fn read() -> Words {
        let texts = |lang| crate::texts::load(lang, "").expect("texts are clean");
        Words { ar: texts(Lang::Ar), en: texts(Lang::En), waits: Waits::default() }
    }

    pub fn frame(&self, lang: Lang, here: &str) -> Frame<'_> {
        let (words, other_words) = match lang {
            Lang::Ar => (&self.ar, &self.en),
            Lang::En => (&self.en, &self.ar),
        };
        let centre = name(lang, "مركز خدمة العملاء", "Customer Service Centre");
        Frame {
            lang,
            words,
            other_words,
            centre: centre.own,
            centre_other: centre.other,
            here: here.to_owned(),
            csrf: "c5rf".to_owned(),
            once: "0nce".to_owned(),
            large: false,
            contrast: false,
            theme: Theme::Light,
            waits: &self.waits,
            clock: HallClock { now_ms: NOW_MS, speed: 1.0, offset_minutes: 180 },
            who: None,
            notice: None,
        }
    }

    pub fn staff_frame(&self, lang: Lang, here: &str) -> Frame<'_> {
        let who = Who {
            name: said(lang, "موظف 6", "Officer 6"), role: said(lang, "موظف خدمة", "Officer")
        };
        Frame { who: Some(who), ..self.frame(lang, here) }
    }
}

/// The words of `lang`.
pub fn said(lang: Lang, ar: &str, en: &str) -> String {
    match lang {
        Lang::Ar => ar.to_owned(),
        Lang::En => en.to_owned(),
    }
}

pub fn name(lang: Lang, ar: &str, en: &str) -> Name {
    Name { own: said(lang, ar, en), other: said(lang.other(), ar, en) }
}

pub fn choices(lang: Lang, words: &[(&str, &str)]) -> Vec<Choice> {
    words
        .iter()
        .enumerate()
        .map(|(i, (ar, en))| Choice { value: i.to_string(), label: said(lang, ar, en) })
        .collect()
}

/// A rendered sample, with the name of its picture.
pub struct Sample {
    pub name: &'static str,
    pub html: String,
}

fn sample(name: &'static str, page: &impl askama::Template) -> Sample {
    Sample { name, html: page.render().expect("every sample renders") }
}

/// All samples in one language.
pub fn all(words: &Words, lang: Lang) -> Vec<Sample> {
    let mut samples = hall::all(words, lang);
    samples.extend(counter::all(words, lang));
    samples.extend(rating::all(words, lang));
    samples.extend(public::all(words, lang));
    samples.extend(desk::all(words, lang));
    samples.extend(reception::all(words, lang));
    samples.extend(door::all(words, lang));
    samples
}
