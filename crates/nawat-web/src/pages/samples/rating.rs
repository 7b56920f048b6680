//! The pad of a counter, and what was said today.

use nawat_catalogue::Lang;

use super::{Sample, Words, choices, said, sample};
use crate::pages::frame::Frame;
use crate::pages::rating::{PadChoice, PadLive, PadPage, PadState, Remark, Remarks, SCORES, Scored};

pub fn all(words: &Words, lang: Lang) -> Vec<Sample> {
    let f = words.frame(lang, "/pad");
    let desk = words.staff_frame(lang, "/remarks");
    let ask = PadState::Ask { visit: 41, code: "D041".to_owned() };
    vec![
        sample("pad-welcome", &pad(&f, PadState::Welcome)),
        sample("pad-ask", &pad(&f, ask)),
        sample("pad-clear", &pad(&f, PadState::AskClear { visit: 41, score: 4 })),
        sample("pad-thanks", &pad(&f, PadState::Thanks)),
        sample("pad-where", &PadChoice { f: &f, counters: choices(lang, &[("شباك 1", "Counter 1")]) }),
        sample("remarks", &remarks(&desk, true)),
        sample("remarks-none", &remarks(&desk, false)),
    ]
}

fn pad<'a>(f: &'a Frame<'a>, state: PadState) -> PadPage<'a> {
    PadPage { f, live: PadLive { f, label: "6".to_owned(), room: false, state }, counter: 6 }
}

fn remarks<'a>(f: &'a Frame<'a>, busy: bool) -> Remarks<'a> {
    let counts = if busy { [21, 8, 3, 1, 1] } else { [0; 5] };
    let rated: u32 = counts.iter().sum();
    let scores = SCORES.iter().zip(counts).map(|((score, key), count)| Scored {
        score: *score,
        words: f.say(key),
        count,
        percent: (count * 100 + rated / 2).checked_div(rated).unwrap_or(0),
    });
    let remark = |score: u8, code: &str, at: &str, words: Option<String>, contact: Option<&str>| Remark {
        score,
        words_of_score: f.say(&format!("rating-{score}")),
        code: code.to_owned(),
        service: said(f.lang, "تحديث البيانات", "Data update"),
        at: at.to_owned(),
        unclear: score == 1,
        words,
        contact: contact.map(str::to_owned),
    };
    let words = |ar, en| Some(said(f.lang, ar, en));
    let long = words(
        "انتظرت طويلاً ولم أعرف ما الخطوة التالية.",
        "I waited long and did not learn what happens next.",
    );
    let said = if busy {
        vec![
            remark(1, "D031", "09:12", long, Some("17000000")),
            remark(2, "N022", "10:05", None, None),
            remark(5, "R007", "10:21", words("شكراً لكم.", "Thank you."), None),
        ]
    } else {
        Vec::new()
    };
    Remarks {
        f,
        scores: scores.collect(),
        rated,
        served: if busy { 168 } else { 0 },
        clear: if busy { 19 } else { 0 },
        unclear: u32::from(busy) * 2,
        said,
    }
}
