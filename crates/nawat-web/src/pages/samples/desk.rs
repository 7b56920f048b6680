//! The floor and the statistics.

use nawat_catalogue::Lang;

use super::{NOW_MS, Sample, Words, choices, said, sample};
use crate::pages::floor::{
    Alert, FloorChoices, FloorCounter, FloorDay, FloorLive, FloorPage, FloorQueue, FloorState, ReferredVisit,
    Remedy, WaitingVisit,
};
use crate::pages::frame::{Frame, Tone, WaitRange};
use crate::pages::help::HelpAlert;
use crate::pages::ring::Ring;
use crate::pages::statistics::{Card, Figures, KindRow, Statistics};

pub fn all(words: &Words, lang: Lang) -> Vec<Sample> {
    let f = words.staff_frame(lang, "/floor");
    let period = words.frame(lang, "/statistics");
    vec![
        sample("floor", &floor(&f, true)),
        sample("floor-quiet", &floor(&f, false)),
        sample("statistics", &statistics(&period, true)),
        sample("statistics-empty", &statistics(&period, false)),
    ]
}

fn floor<'a>(f: &'a Frame<'a>, busy: bool) -> FloorPage<'a> {
    let lang = f.lang;
    let suspended = (!busy).then(|| said(lang, "صلاة", "Prayer"));
    let live = FloorLive {
        f,
        waiting: if busy { 35 } else { 0 },
        served: 168,
        steps: 172,
        within: 156,
        counters: counters(f),
        queues: queues(lang),
        referred: if busy { referred(lang) } else { Vec::new() },
        alerts: if busy { alerts(lang) } else { Vec::new() },
        day: FloorDay::Open { suspended, ticketing: busy },
        help: if busy { help(lang) } else { Vec::new() },
        choices: offered(lang),
    };
    FloorPage { f, live }
}

fn help(lang: Lang) -> Vec<HelpAlert> {
    vec![HelpAlert {
        id: 3,
        what: said(lang, "كرسي متحرك", "Wheelchair"),
        icon: "wheelchair",
        place: Some(said(lang, "جهاز المدخل", "Entrance")),
        minutes: 1,
        coming: false,
    }]
}

fn offered(lang: Lang) -> FloorChoices {
    FloorChoices {
        profiles: choices(lang, &[("عام", "General"), ("الطلبات أولًا", "Applications first")]),
        officers: choices(lang, &[("موظف 2", "Officer 2"), ("موظف 8", "Officer 8")]),
        groups: choices(lang, &[("بدون موعد", "Walk-in"), ("كبار المواطنين", "Senior citizens")]),
        priority_reasons: choices(lang, &[("حالة صحية", "Health"), ("حالة استثنائية", "Exceptional case")]),
        suspend_reasons: choices(lang, &[("صلاة", "Prayer"), ("إخلاء", "Evacuation"), ("تدريب", "Drill")]),
    }
}

fn counters(f: &Frame<'_>) -> Vec<FloorCounter> {
    let serving = |code: &str, seconds: i64| FloorState::Serving {
        code: code.to_owned(),
        ring: Ring::new(f, NOW_MS - seconds * 1000, 0, 420_000),
    };
    let since_ms = NOW_MS - 240_000;
    let states = vec![
        serving("R012", 126),
        serving("N017", 390),
        serving("N018", 252),
        serving("D040", 498),
        FloorState::Idle { since_ms, people_wait: true },
        serving("D041", 220),
        FloorState::Calling { code: "J076".to_owned(), since_ms: NOW_MS - 25_000 },
        FloorState::Closed,
        FloorState::OnBreak { reason: said(f.lang, "راحة", "Rest"), since_ms },
        serving("J077", 305),
    ];
    let labelled = states.into_iter().zip(1..);
    labelled
        .map(|(state, id)| FloorCounter {
            id,
            label: id.to_string(),
            state,
            profile: said(f.lang, "عام", "General"),
            profile_id: "0".to_owned(),
        })
        .collect()
}

fn queues(lang: Lang) -> Vec<FloorQueue> {
    let queue = |id, ar, en, waiting, longest: Option<u32>, counters, tone| FloorQueue {
        id,
        name: said(lang, ar, en),
        wait: longest.map(|minutes| WaitRange { from: minutes / 2, to: minutes + 4 }),
        line: longest
            .map_or_else(Vec::new, |minutes| vec![waiting_visit(lang, u32::from(id), minutes, tone)]),
        waiting,
        longest,
        counters,
        tone,
    };
    vec![
        queue(1, "طلب إسكاني جديد", "New application", 14, Some(31), 3, Tone::Late),
        queue(2, "استفسار", "Inquiry", 6, Some(9), 4, Tone::Well),
        queue(3, "تحديث البيانات", "Data update", 8, Some(21), 4, Tone::Soon),
        queue(4, "الدراسات والبحوث", "Studies and Research", 0, None, 1, Tone::Well),
    ]
}

fn waiting_visit(lang: Lang, id: u32, waited: u32, tone: Tone) -> WaitingVisit {
    WaitingVisit {
        id,
        code: format!("N0{}", 20 + id),
        service: said(lang, "برنامج مزايا", "Mazaya programme"),
        group: (id == 1).then(|| said(lang, "كبار المواطنين", "Senior citizens")),
        waited,
        tone,
        away: id == 2,
    }
}

fn referred(lang: Lang) -> Vec<ReferredVisit> {
    vec![ReferredVisit {
        id: 9,
        code: "N009".to_owned(),
        service: said(lang, "ملاحظة أو مقترح", "Remark or suggestion"),
        reason: said(lang, "شكوى", "Complaint"),
        from: "3".to_owned(),
        wants_back: true,
        minutes: 12,
        outcomes: choices(lang, &[("أُجيب", "Answered"), ("سُجّلت", "Recorded")]),
    }]
}

fn alerts(lang: Lang) -> Vec<Alert> {
    vec![
        Alert {
            tone: Tone::Late,
            what: said(lang, "شباك 4: تجاوز الوقت بمقدار 1:18", "Counter 4: over its time by 1:18"),
            why: said(lang, "بلا تمديد ولا إحالة.", "Not extended, no referral."),
            remedies: vec![
                Remedy::See { counter: 4, place: said(lang, "شباك 4", "counter 4") },
                Remedy::Extend {
                    counter: 4,
                    minutes: 5,
                    reasons: choices(lang, &[("شرح مفصّل", "Longer explanation")]),
                },
            ],
        },
        Alert {
            tone: Tone::Soon,
            what: said(
                lang,
                "شباك 5 متاح منذ 4 دقائق، و14 ينتظرون طلباً جديداً",
                "Counter 5 free for 4 minutes; 14 wait for new applications",
            ),
            why: said(lang, "ملف عمله لا يشملهم.", "Its profile does not take them."),
            remedies: vec![
                Remedy::Open { counter: 8, place: said(lang, "شباك 8", "counter 8"), profile: 1 },
                Remedy::Profile {
                    counter: 5,
                    place: said(lang, "شباك 5", "counter 5"),
                    profile: 1,
                    name: said(lang, "الطلبات أولًا", "Applications first"),
                },
                Remedy::Devices,
            ],
        },
    ]
}

fn statistics<'a>(f: &'a Frame<'a>, measured: bool) -> Statistics<'a> {
    let lang = f.lang;
    Statistics {
        f,
        from: "2017-11-01".to_owned(),
        to: "2018-01-31".to_owned(),
        period: said(lang, "1 نوفمبر 2017 – 31 يناير 2018", "1 November 2017 – 31 January 2018"),
        working_days: 62,
        wrong: (!measured)
            .then(|| said(lang, "اليوم الأول بعد اليوم الأخير.", "The first day is after the last.")),
        figures: measured.then(|| figures(lang)),
        synthetic: measured,
    }
}

fn figures(lang: Lang) -> Figures {
    let card = |ar, en, value: Option<&str>, note_ar, note_en| Card {
        name: said(lang, ar, en),
        value: value.map(str::to_owned),
        note: said(lang, note_ar, note_en),
    };
    let kind = |ar, en, customers: u32, text: &str, share: &str| KindRow {
        name: said(lang, ar, en),
        customers,
        customers_text: text.to_owned(),
        share_text: share.to_owned(),
    };
    Figures {
        customers: 25_780,
        customers_text: "25,780".to_owned(),
        cards: vec![
            card(
                "ضمن الوقت المخصص",
                "Within the allotted time",
                Some("91%"),
                "من خطوات الشبابيك",
                "of counter steps",
            ),
            card(
                "الانتظار، الوسيط",
                "Wait, median",
                Some(if lang == Lang::Ar { "9 د" } else { "9 min" }),
                "9 من كل 10 خلال 21 د، و99 من كل 100 خلال 34 د",
                "9 in 10 within 21 min, 99 in 100 within 34 min",
            ),
            card(
                "الرضا",
                "Satisfaction",
                None,
                "لم يُقَس: لا تقييم في هذه الفترة",
                "not measured: no ratings in this period",
            ),
        ],
        kinds: vec![
            kind("الاستفسارات ومتابعة الطلبات", "Inquiries and follow-up", 8_153, "8,153", "31.6%"),
            kind("تحديث البيانات", "Data update", 5_898, "5,898", "22.9%"),
            kind("برنامج مزايا", "Mazaya programme", 4_203, "4,203", "16.3%"),
            kind("الدراسات والبحوث", "Studies and Research", 2_590, "2,590", "10.0%"),
            kind("الملاحظات والمقترحات", "Remarks and suggestions", 2_109, "2,109", "8.2%"),
            kind("الإحالة إلى المشرفين", "Referred to supervisors", 1_731, "1,731", "6.7%"),
            kind("الخدمات الإسكانية الأخرى", "Other housing services", 1_034, "1,034", "4.0%"),
            kind("الشؤون القانونية والتفتيش", "Legal Affairs and Inspection", 62, "62", "0.2%"),
        ],
        paragraph: said(
            lang,
            "استقبل المركز 25,780 عميلاً، قدّم 5,237 منهم طلبات جديدة، منها 4,203 طلبات لبرنامج «مزايا» (80%) و1,034 طلباً لسائر الخدمات الإسكانية.",
            "The centre received 25,780 customers; 5,237 of them made new applications, 4,203 for the Mazaya programme (80%) and 1,034 for other housing services.",
        ),
    }
}
