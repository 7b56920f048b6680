//! The reception, the kiosk's page of help, and the sheet that is handed out.

use nawat_catalogue::Lang;

use super::{Sample, Words, choices, name, said, sample};
use crate::pages::frame::{Frame, Tone, WaitRange};
use crate::pages::help::{HelpAlert, HelpChoice, KioskHelp};
use crate::pages::kiosk::{FieldMistake, Hall};
use crate::pages::qr::Qr;
use crate::pages::reception::{
    AppointmentRow, AppointmentState, Booking, FoundVisit, GroupChoice, ReceptionFound, ReceptionLive,
    ReceptionPage, ReceptionService, ReceptionVisit, Sent, ServiceButton, ServiceGroup, SheetStep, Slip,
    Stands, StepSheet, VisitActions,
};

pub fn all(words: &Words, lang: Lang) -> Vec<Sample> {
    let f = words.staff_frame(lang, "/reception");
    let kiosk = words.frame(lang, "/kiosk/help");
    let visitor = words.frame(lang.other(), "/reception");
    vec![
        sample("reception", &page(&f, true)),
        sample("reception-quiet", &page(&f, false)),
        sample("reception-service", &service(&f, false)),
        sample("reception-service-wrong", &service(&f, true)),
        sample("reception-visit", &visit(&f, true)),
        sample("reception-visit-ended", &visit(&f, false)),
        sample("reception-found", &found(&f)),
        sample("step-sheet", &sheet(&f, &visitor)),
        sample("kiosk-help", &help(&kiosk, false)),
        sample("kiosk-help-asked", &help(&kiosk, true)),
    ]
}

fn open() -> Hall {
    Hall::Open { until: "14:00".to_owned() }
}

fn page<'a>(f: &'a Frame<'a>, busy: bool) -> ReceptionPage<'a> {
    let lang = f.lang;
    let button = |id, ar, en, icon: &str, key| ServiceButton {
        id,
        name: said(lang, ar, en),
        icon: icon.to_owned(),
        key: Some(key),
    };
    let live = ReceptionLive {
        f,
        hall: if busy { open() } else { Hall::TicketingClosed },
        suspended: false,
        waiting: if busy { 14 } else { 0 },
        groups: vec![ServiceGroup {
            name: said(lang, "طلب جديد", "New application"),
            waiting: 14,
            wait: Some(WaitRange { from: 26, to: 38 }),
            too_late: !busy,
            services: vec![
                button(1, "برنامج مزايا", "Mazaya programme", "money", '1'),
                button(2, "وحدة سكنية", "Housing unit", "house", '2'),
            ],
        }],
        appointments: if busy { appointments(lang) } else { Vec::new() },
        help: if busy { vec![wheelchair(lang)] } else { Vec::new() },
        booking: Booking {
            services: choices(lang, &[("برنامج مزايا", "Mazaya programme")]),
            slots: if busy { choices(lang, &[("10:45", "10:45"), ("11:00", "11:00")]) } else { Vec::new() },
        },
    };
    ReceptionPage { f, live }
}

fn wheelchair(lang: Lang) -> HelpAlert {
    HelpAlert {
        id: 1,
        what: said(lang, "كرسي متحرك", "Wheelchair"),
        icon: "wheelchair",
        place: Some(said(lang, "جهاز المدخل", "Entrance")),
        minutes: 2,
        coming: true,
    }
}

fn appointments(lang: Lang) -> Vec<AppointmentRow> {
    let states = [
        AppointmentState::CheckedIn { visit: 4, code: "H004".to_owned() },
        AppointmentState::Late { minutes: 11 },
        AppointmentState::Due,
        AppointmentState::Early { minutes: 34 },
    ];
    let rows = states.into_iter().zip(1..).map(|(state, id)| AppointmentRow {
        id,
        slot: format!("10:{id}5"),
        service: said(lang, "بحث اجتماعي", "Social study"),
        state,
    });
    rows.collect()
}

fn service<'a>(f: &'a Frame<'a>, wrong: bool) -> ReceptionService<'a> {
    let lang = f.lang;
    let group =
        |value: &str, ar, en, free| GroupChoice { value: value.to_owned(), label: said(lang, ar, en), free };
    let mistake = |field, ar, en| FieldMistake { field, text: said(lang, ar, en) };
    ReceptionService {
        f,
        service: 10,
        name: name(lang, "تحديث البيانات", "Data update"),
        about: said(lang, "العنوان، الدخل، أفراد الأسرة", "Address, income, family"),
        icon: "refresh".to_owned(),
        waiting: 8,
        wait: Some(WaitRange { from: 12, to: 19 }),
        too_late: wrong,
        from_home: true,
        hall: open(),
        bring: vec![
            said(lang, "بطاقة الهوية", "Identity card"),
            said(lang, "ما يثبت التغيير", "Proof of the change"),
        ],
        groups: vec![
            group("1", "بدون موعد", "Walk-in", true),
            group("3", "عائد في اليوم نفسه", "Returning the same day", false),
        ],
        reasons: choices(lang, &[("حالة صحية", "Health"), ("حالة استثنائية", "Exceptional case")]),
        party_max: 10,
        asks_personal_number: true,
        slots: choices(lang, &[("10:45", "10:45")]),
        mistakes: if wrong {
            vec![
                mistake("number", "الرقم الشخصي 9 أرقام.", "A personal number has 9 digits."),
                mistake("reason", "يُرجى اختيار السبب.", "Please choose the reason."),
            ]
        } else {
            Vec::new()
        },
        sent: Sent {
            group: wrong.then(|| "3".to_owned()),
            reason: None,
            party: 2,
            number: "8501".to_owned(),
        },
    }
}

fn visit<'a>(f: &'a Frame<'a>, waits: bool) -> ReceptionVisit<'a> {
    let lang = f.lang;
    let link = "http://localhost:8080/t/5b1f0a3c9d7e46829b0c1d2e3f405162".to_owned();
    let can = VisitActions {
        groups: choices(lang, &[("كبار المواطنين", "Senior citizens")]),
        reasons: choices(lang, &[("حالة صحية", "Health")]),
        services: choices(lang, &[("تحديث البيانات", "Data update")]),
        delays: vec![5, 10],
        leave: true,
    };
    let stands = if waits {
        Stands {
            tone: Tone::Calm,
            words: said(lang, "في الانتظار، قبله 3 مراجعين", "Waiting, 3 people ahead"),
        }
    } else {
        Stands { tone: Tone::Well, words: said(lang, "تمت خدمته", "Served") }
    };
    ReceptionVisit {
        f,
        id: 4,
        slip: Slip {
            code: "D041".to_owned(),
            service: name(lang, "تحديث البيانات", "Data update"),
            ahead: waits.then_some(3),
            wait: waits.then_some(WaitRange { from: 12, to: 19 }),
            date: name(lang, "26 نوفمبر 2017", "26 November 2017"),
            time: "10:41".to_owned(),
            qr: Qr::of(&link),
            link,
        },
        stands,
        group: Some(said(lang, "كبار المواطنين", "Senior citizens")),
        party: 2,
        service: 10,
        later: vec![said(lang, "استفسار", "Inquiry")],
        can: if waits { can } else { VisitActions::default() },
    }
}

fn found<'a>(f: &'a Frame<'a>) -> ReceptionFound<'a> {
    let visits = [(7, "D044"), (4, "D041")].into_iter().map(|(id, code)| FoundVisit {
        id,
        code: code.to_owned(),
        service: said(f.lang, "تحديث البيانات", "Data update"),
        arrived: "10:41".to_owned(),
        stands: Stands {
            tone: Tone::Calm,
            words: said(f.lang, "في الانتظار، وهو التالي", "Waiting, next in line"),
        },
    });
    ReceptionFound { f, visits: visits.collect() }
}

fn sheet<'a>(f: &'a Frame<'a>, g: &'a Frame<'a>) -> StepSheet<'a> {
    let step = |ar, en, by: Option<&str>, note: Option<&str>| SheetStep {
        what: said(g.lang, ar, en),
        by: by.map(str::to_owned),
        unconfirmed: note.map(str::to_owned),
    };
    StepSheet {
        f,
        g,
        service: 2,
        name: said(g.lang, "وحدة سكنية", "Housing unit"),
        about: said(g.lang, "طلب وحدة سكنية من مشاريع الوزارة", "Apply for a house"),
        date: said(g.lang, "26 نوفمبر 2017", "26 November 2017"),
        bring: vec![said(g.lang, "عقد الزواج", "Marriage contract")],
        steps: vec![
            step("تُعالَج المعاملة.", "The ministry processes it.", Some("3.12.2017"), None),
            step("تصل النتيجة.", "The result comes.", None, Some("?")),
        ],
    }
}

fn help<'a>(f: &'a Frame<'a>, asked: bool) -> KioskHelp<'a> {
    let kinds = vec![
        HelpChoice {
            value: "sign-language",
            icon: "hands",
            name: name(f.lang, "مترجم لغة الإشارة", "Sign-language interpreter"),
        },
        HelpChoice {
            value: "wheelchair",
            icon: "wheelchair",
            name: name(f.lang, "كرسي متحرك", "Wheelchair"),
        },
    ];
    KioskHelp { f, kinds, asked, resets_in: 20 }
}
