//! The kiosk and the hall display.

use nawat_catalogue::Lang;

use super::{Sample, Words, choices, name, said, sample};
use crate::pages::display::{Call, Display, DisplayHall, DisplayLive, QueueRow};
use crate::pages::frame::{Frame, Name, WaitRange};
use crate::pages::kiosk::{
    FieldMistake, Hall, KioskHome, KioskService, KioskTicket, KioskTiles, Offer, Tile,
};
use crate::pages::qr::Qr;

const LINK: &str = "http://localhost:8080/t/5b1f0a3c9d7e46829b0c1d2e3f405162";

pub fn all(words: &Words, lang: Lang) -> Vec<Sample> {
    let f = words.frame(lang, "/kiosk");
    let large = Frame { large: true, contrast: true, ..words.frame(lang, "/kiosk") };
    let hall = words.frame(lang, "/display");
    vec![
        sample("kiosk", &home(&f, Hall::Open { until: "14:00".to_owned() })),
        sample("kiosk-large", &home(&large, Hall::Open { until: "14:00".to_owned() })),
        sample("kiosk-full", &home(&f, Hall::Full)),
        sample("kiosk-suspended", &home(&f, Hall::Suspended)),
        sample("kiosk-no-tickets", &home(&f, Hall::TicketingClosed)),
        sample(
            "kiosk-closed",
            &home(&f, Hall::Closed { opens: Some(name(lang, "غداً 7:30", "tomorrow 7:30")) }),
        ),
        sample("kiosk-one", &one_service(&f, false)),
        sample("kiosk-number-wrong", &one_service(&f, true)),
        sample("kiosk-several", &several_services(&f)),
        sample("kiosk-ticket", &ticket(&f)),
        sample("display", &display(&hall, calls(), false)),
        sample("display-empty", &display(&hall, Vec::new(), false)),
        sample("display-section", &of_section(display(&hall, calls(), false), lang)),
        sample("display-stale", &display(&hall, calls(), true)),
    ]
}

fn tile(
    lang: Lang,
    queue: u16,
    names: [&str; 4],
    icon: &str,
    waiting: u32,
    wait: Option<(u32, u32)>,
) -> Tile {
    Tile {
        queue,
        name: name(lang, names[0], names[1]),
        about: name(lang, names[2], names[3]),
        icon: icon.to_owned(),
        waiting,
        wait: wait.map(|(from, to)| WaitRange { from, to }),
        from_home: queue < 4,
    }
}

pub(super) fn tiles(lang: Lang) -> Vec<Tile> {
    vec![
        tile(
            lang,
            0,
            [
                "طلب إسكاني جديد",
                "New housing application",
                "مزايا، وحدة، شقة، تمويل",
                "Mazaya, unit, flat, finance",
            ],
            "house",
            14,
            None,
        ),
        tile(
            lang,
            1,
            ["استفسار ومتابعة طلب", "Inquiry and follow-up", "أين وصل طلبي؟", "Where is my application?"],
            "speech",
            6,
            Some((8, 14)),
        ),
        tile(
            lang,
            2,
            ["تحديث البيانات", "Data update", "عنوان، دخل، أفراد الأسرة", "Address, income, family"],
            "refresh",
            8,
            Some((12, 19)),
        ),
        tile(
            lang,
            3,
            ["ملاحظة أو مقترح", "Remark or suggestion", "نسمعك ونرد عليك", "We listen and answer"],
            "document",
            2,
            None,
        ),
        tile(
            lang,
            4,
            ["الدراسات والبحوث", "Studies and Research", "بحث اجتماعي، مقابلة", "Social study, interview"],
            "person",
            5,
            None,
        ),
        tile(
            lang,
            5,
            [
                "الشؤون القانونية والتفتيش",
                "Legal Affairs and Inspection",
                "حق التصرف، معاينة",
                "Right of disposal, inspection",
            ],
            "scales",
            0,
            None,
        ),
    ]
}

fn of_section(mut display: Display<'_>, lang: Lang) -> Display<'_> {
    display.section = Some(name(lang, "الطلبات الجديدة", "New applications"));
    display.beside = vec![crate::media::Shown { url: "/media/display/1.jpg?v=1".to_owned(), film: false }];
    display
}

fn home<'a>(f: &'a Frame<'a>, hall: Hall) -> KioskHome<'a> {
    KioskHome { f, live: KioskTiles { f, hall, tiles: tiles(f.lang) }, help: true, appointments: true }
}

pub(super) fn one_service<'a>(f: &'a Frame<'a>, refused: bool) -> KioskService<'a> {
    let lang = f.lang;
    let offer = Offer {
        service: 8,
        name: name(lang, "تحديث البيانات", "Data update"),
        bring: vec![
            said(lang, "بطاقة الهوية", "Identity card"),
            said(lang, "إثبات العنوان الجديد", "Proof of the new address"),
            said(lang, "شهادة الدخل، إن تغيّر الدخل", "Income certificate, if the income has changed"),
        ],
        asks_personal_number: refused,
    };
    let mistakes = if refused {
        vec![FieldMistake {
            field: "number",
            text: said(
                lang,
                "يجب أن يتكوّن الرقم الشخصي من 9 أرقام، وقد كُتب منها 8.",
                "The personal number has 9 digits; 8 were entered.",
            ),
        }]
    } else {
        Vec::new()
    };
    KioskService {
        f,
        tile: tiles(lang).remove(2),
        services: vec![offer],
        segments: segments(lang),
        party_max: 6,
        mistakes,
        number: if refused { "85010123".to_owned() } else { String::new() },
    }
}

fn segments(lang: Lang) -> Vec<crate::pages::frame::Choice> {
    choices(
        lang,
        &[
            ("لا", "No"),
            ("كبار المواطنين", "Senior citizens"),
            ("ذوو العزيمة", "People of determination"),
            ("لغة الإشارة", "Sign language"),
        ],
    )
}

pub(super) fn several_services<'a>(f: &'a Frame<'a>) -> KioskService<'a> {
    let lang = f.lang;
    let names = [
        ("برنامج مزايا", "Mazaya programme"),
        ("وحدة سكنية", "Housing unit"),
        ("شقة تمليك", "Ownership flat"),
        ("سكن مؤقت", "Temporary residence"),
        ("تمويل شراء", "Purchase finance"),
        ("تمويل بناء", "Construction finance"),
        ("تمويل ترميم", "Restoration finance"),
    ];
    let services = names.iter().zip(0..).map(|((ar, en), service)| Offer {
        service,
        name: name(lang, ar, en),
        bring: vec![
            said(lang, "بطاقة الهوية", "Identity card"),
            said(lang, "شهادة الدخل", "Income certificate"),
        ],
        asks_personal_number: service == 0,
    });
    KioskService {
        f,
        tile: tiles(lang).remove(0),
        services: services.collect(),
        segments: segments(lang),
        party_max: 1,
        mistakes: Vec::new(),
        number: String::new(),
    }
}

fn ticket<'a>(f: &'a Frame<'a>) -> KioskTicket<'a> {
    let lang = f.lang;
    KioskTicket {
        f,
        code: "D042".to_owned(),
        service: name(lang, "تحديث البيانات", "Data update"),
        ahead: 7,
        wait: None,
        bring: vec![
            said(lang, "بطاقة الهوية", "Identity card"),
            said(lang, "إثبات العنوان الجديد", "Proof of the new address"),
        ],
        link: LINK.to_owned(),
        qr: Qr::of(LINK),
        resets_in: 25,
    }
}

fn calls() -> Vec<Call> {
    [("D041", "6"), ("N018", "3"), ("J077", "9"), ("R012", "1"), ("S004", "12"), ("D040", "4")]
        .iter()
        .zip(1..)
        .map(|((code, place), id)| Call {
            id,
            code: (*code).to_owned(),
            place: (*place).to_owned(),
            room: *place == "12",
            last_call: false,
            called_ms: 0,
        })
        .collect()
}

fn display<'a>(f: &'a Frame<'a>, calls: Vec<Call>, stale: bool) -> Display<'a> {
    let (section, beside) = (None, Vec::new());
    let rows: Vec<QueueRow> = tiles(f.lang)
        .into_iter()
        .take(4)
        .map(|tile| QueueRow { name: tile.name, waiting: tile.waiting, wait: tile.wait })
        .collect();
    let message = Name {
        own: said(
            f.lang,
            "تحديث البيانات متاح أيضاً من المنزل، دون حضور.",
            "Data update can be done from home, without a visit.",
        ),
        other: said(
            f.lang.other(),
            "تحديث البيانات متاح أيضاً من المنزل، دون حضور.",
            "Data update can be done from home, without a visit.",
        ),
    };
    let live = DisplayLive { f, calls, queues: rows, message: Some(message), hall: DisplayHall::Open };
    Display { f, live, stream: "/live/display".to_owned(), section, beside, stale }
}
