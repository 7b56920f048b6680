//! The counter, in each of its states.

use nawat_catalogue::Lang;

use super::{NOW_MS, Sample, Words, choices, said, sample};
use crate::pages::counter::{
    Choices, CounterChoice, CounterLive, CounterPage, Desk, DeskChoice, NextVisit, Outcome, OwnToday,
    ParkedVisit, Undo, Visit,
};
use crate::pages::frame::{Frame, Theme, Tone};
use crate::pages::ring::Ring;

const SECOND: i64 = 1_000;

pub fn all(words: &Words, lang: Lang) -> Vec<Sample> {
    let f = words.staff_frame(lang, "/counter/6");
    let dark = Frame { theme: Theme::Dark, ..words.staff_frame(lang, "/counter/6") };
    vec![
        sample("counter", &page(&f, serving(&f, 220))),
        sample("counter-soon", &page(&f, serving(&f, 390))),
        sample("counter-late", &page(&f, serving(&f, 498))),
        sample("counter-dark", &page(&dark, serving(&dark, 220))),
        sample(
            "counter-calling",
            &page(&f, Desk::Calling { visit: visit(lang, false), since_ms: NOW_MS - 35 * SECOND }),
        ),
        sample("counter-idle", &page(&f, Desk::Idle { since_ms: NOW_MS - 72 * SECOND })),
        sample("counter-empty", &nobody(&f)),
        sample("counter-closed", &page(&f, Desk::Closed)),
        sample(
            "counter-break",
            &page(&f, Desk::OnBreak { reason: said(lang, "صلاة", "Prayer"), since_ms: NOW_MS - 300 * SECOND }),
        ),
        sample("counter-choice", &CounterChoice { f: &f, desks: desks(lang) }),
    ]
}

fn serving(f: &Frame<'_>, seconds: i64) -> Desk {
    Desk::Serving {
        visit: visit(f.lang, true),
        ring: Ring::new(f, NOW_MS - seconds * SECOND, 0, 420 * SECOND),
    }
}

fn page<'a>(f: &'a Frame<'a>, desk: Desk) -> CounterPage<'a> {
    CounterPage { f, id: 6, label: "6".to_owned(), room: false, live: live(f, desk) }
}

fn nobody<'a>(f: &'a Frame<'a>) -> CounterPage<'a> {
    let mut page = page(f, Desk::Idle { since_ms: NOW_MS - 72 * SECOND });
    page.live.next.clear();
    page.live.parked.clear();
    page.live.waiting = 0;
    page.live.today = OwnToday::default();
    page.live.undo = None;
    page
}

fn live<'a>(f: &'a Frame<'a>, desk: Desk) -> CounterLive<'a> {
    let lang = f.lang;
    CounterLive {
        f,
        id: 6,
        label: "6".to_owned(),
        room: false,
        takes: said(lang, "تحديث البيانات، استفسار", "Data update, inquiry"),
        desk,
        next: next(lang),
        waiting: 14,
        order: said(
            lang,
            "الترتيب: الأسبق وصولاً؛ وتتراكم أولوية كبار المواطنين أسرع.",
            "Order: first come, first served; priority of senior citizens gathers faster.",
        ),
        parked: vec![ParkedVisit {
            id: 31,
            code: "J071".to_owned(),
            reason: said(lang, "يحضر مستنداً", "Fetching a paper"),
            minutes: 12,
        }],
        today: OwnToday { served: 31, steps: 33, within: 29 },
        undo: Some(Undo { what: said(lang, "بدء الخدمة", "start"), until_ms: NOW_MS + 40 * SECOND }),
        suspended: None,
        choices: offered(lang),
    }
}

fn next(lang: Lang) -> Vec<NextVisit> {
    let visit = |id, code: &str, waited, senior: bool, tone| NextVisit {
        id,
        code: code.to_owned(),
        service: if code.starts_with('D') {
            said(lang, "تحديث البيانات", "Data update")
        } else {
            said(lang, "استفسار", "Inquiry")
        },
        segment: senior.then(|| said(lang, "كبار المواطنين", "Senior citizens")),
        waited,
        why: senior.then(|| said(lang, "تقدّم بأولويته", "ahead by its priority")),
        tone,
    };
    vec![
        visit(42, "D042", 21, false, Tone::Soon),
        visit(44, "J078", 9, true, Tone::Calm),
        visit(45, "D043", 12, false, Tone::Calm),
        visit(47, "D044", 8, false, Tone::Calm),
    ]
}

fn visit(lang: Lang, started: bool) -> Visit {
    Visit {
        id: 41,
        code: "D041".to_owned(),
        segment: Some(said(lang, "كبار المواطنين", "Senior citizens")),
        party: 2,
        arrived: "10:19".to_owned(),
        called: Some("10:36".to_owned()),
        started: started.then(|| "10:37".to_owned()),
        waited: 17,
        calls: 1,
        why: said(
            lang,
            "وصل قبل غيره في دوره، وتتراكم أولويته أسرع.",
            "Arrived first in its queue, and its priority gathers faster.",
        ),
        service: said(lang, "تحديث البيانات", "Data update"),
        later: vec![said(lang, "استفسار ومتابعة طلب", "Inquiry and follow-up")],
        done: Vec::new(),
        bring: vec![
            said(lang, "بطاقة الهوية", "Identity card"),
            said(lang, "إثبات العنوان الجديد", "Proof of the new address"),
            said(lang, "شهادة الدخل، إن تغيّر الدخل", "Income certificate, if it has changed"),
        ],
        outcomes: outcomes(lang),
        returned: None,
    }
}

fn outcomes(lang: Lang) -> Vec<Outcome> {
    [
        ("حُدّثت", "Updated", true),
        ("مستندات ناقصة", "Papers missing", false),
        ("أُجيب", "Answered", true),
        ("يلزم موعد", "Needs an appointment", false),
    ]
    .iter()
    .enumerate()
    .map(|(i, (ar, en, completes))| Outcome {
        value: i.to_string(),
        label: said(lang, ar, en),
        completes: *completes,
    })
    .collect()
}

fn offered(lang: Lang) -> Choices {
    Choices {
        profiles: choices(
            lang,
            &[("تحديث البيانات والاستفسارات", "Updates and inquiries"), ("عام", "General")],
        ),
        break_reasons: choices(lang, &[("صلاة", "Prayer"), ("راحة", "Rest"), ("اجتماع", "Meeting")]),
        extend_reasons: choices(
            lang,
            &[
                ("حالة معقدة", "Complex case"),
                ("ترجمة", "Interpretation"),
                ("عطل في نظام آخر", "Another system is down"),
            ],
        ),
        extend_minutes: vec![3, 5, 7],
        refer_reasons: choices(
            lang,
            &[("استثناء", "Exception"), ("شكوى", "Complaint"), ("خارج الصلاحية", "Beyond my authority")],
        ),
        park_reasons: choices(
            lang,
            &[("يحضر مستنداً", "Fetching a paper"), ("يكمل نموذجاً", "Filling in a form")],
        ),
        call_reasons: choices(
            lang,
            &[("عاد بعد نقص", "Back with what was missing"), ("حالة صحية", "Health")],
        ),
        services: choices(
            lang,
            &[("استفسار", "Inquiry"), ("تحديث البيانات", "Data update"), ("ملاحظة", "Remark")],
        ),
        segments: choices(lang, &[("بدون موعد", "Walk-in"), ("كبار المواطنين", "Senior citizens")]),
        queues: choices(lang, &[("استفسار", "Inquiry"), ("الدراسات والبحوث", "Studies")]),
        counters: choices(lang, &[("شباك 1", "Counter 1"), ("شباك 2", "Counter 2")]),
    }
}

fn desks(lang: Lang) -> Vec<DeskChoice> {
    (1..=12)
        .map(|id| DeskChoice {
            id,
            label: id.to_string(),
            room: id > 10,
            takes: match id {
                1..=4 => said(lang, "طلبات جديدة", "New applications"),
                5..=10 => said(lang, "تحديث البيانات، استفسار", "Data update, inquiry"),
                _ => said(lang, "الدراسات والبحوث", "Studies and Research"),
            },
            taken_by: (id == 2 || id == 9).then(|| said(lang, "موظف 2", "Officer 2")),
            open: id == 4,
            mine: id == 6,
        })
        .collect()
}
