//! Way in, sign-in, ticket, devices and what went wrong.

use nawat_catalogue::Lang;

use super::{Sample, Words, name, said, sample};
use crate::pages::devices::{Device, DeviceState, Devices, Pairing};
use crate::pages::frame::{Frame, Notice, Tone, WaitRange};
use crate::pages::kiosk::Hall;
use crate::pages::problem::Problem;
use crate::pages::qr::Qr;
use crate::pages::sign_in::{DemoRole, SignIn};
use crate::pages::ticket::{DeadLink, TicketLive, TicketPage, TicketState};
use crate::pages::way_in::{Door, WayIn};

pub fn all(words: &Words, lang: Lang) -> Vec<Sample> {
    let f = words.frame(lang, "/");
    let phone = words.frame(lang, "/t/5b1f0a3c9d7e46829b0c1d2e3f405162");
    let admin = words.staff_frame(lang, "/devices");
    let told = Frame {
        notice: Some(Notice {
            tone: Tone::Well,
            text: said(lang, "رُبط جهاز المدخل.", "The entrance kiosk is paired."),
        }),
        ..words.staff_frame(lang, "/devices")
    };
    let range = Some(WaitRange { from: 12, to: 19 });
    let called = TicketState::Called { place: "6".to_owned(), room: false, last_call: false };
    vec![
        sample("way-in", &way_in(&f, Hall::Open { until: "14:00".to_owned() }, true)),
        sample(
            "way-in-closed",
            &way_in(&f, Hall::Closed { opens: Some(name(lang, "غداً 7:30", "tomorrow 7:30")) }, false),
        ),
        sample("sign-in", &sign_in(&f, false)),
        sample("sign-in-wrong", &sign_in(&f, true)),
        sample(
            "ticket",
            &ticket(
                &phone,
                TicketState::Waiting { ahead: 7, wait: range, free_until: Some("10:48".to_owned()) },
            ),
        ),
        sample("ticket-away", &ticket(&phone, TicketState::Away { until: "10:56".to_owned(), ahead: 4 })),
        sample(
            "ticket-no-range",
            &ticket(&phone, TicketState::Waiting { ahead: 2, wait: None, free_until: None }),
        ),
        sample("ticket-called", &ticket(&phone, called)),
        sample(
            "ticket-serving",
            &ticket(&phone, TicketState::Serving { place: "6".to_owned(), room: false }),
        ),
        sample("ticket-parked", &ticket(&phone, TicketState::Parked)),
        sample("ticket-referred", &ticket(&phone, TicketState::Referred)),
        sample("ticket-done", &ticket(&phone, TicketState::Done)),
        sample("ticket-left", &ticket(&phone, TicketState::Left)),
        sample("ticket-no-show", &ticket(&phone, TicketState::NoShow)),
        sample("ticket-day-ended", &ticket(&phone, TicketState::DayEnded)),
        sample("dead-link", &DeadLink { f: &phone }),
        sample("devices", &devices(&told, device_list(lang))),
        sample("devices-none", &devices(&admin, Vec::new())),
        sample("pairing", &pairing(&f, false)),
        sample("pairing-revoked", &pairing(&f, true)),
        sample("problem", &problem(&f)),
    ]
}

fn way_in<'a>(f: &'a Frame<'a>, hall: Hall, demo: bool) -> WayIn<'a> {
    let door =
        |href: &str, icon, name, about, signs_in| Door { href: href.to_owned(), icon, name, about, signs_in };
    let doors = vec![
        door("/kiosk", "ticket", "door-kiosk", "door-kiosk-about", false),
        door("/display", "screen", "door-display", "door-display-about", false),
        door("/statistics", "chart", "door-statistics", "door-statistics-about", true),
        door("/counter", "desk", "door-counter", "door-counter-about", true),
        door("/floor", "floor", "door-floor", "door-floor-about", true),
        door("/devices", "device", "door-devices", "door-devices-about", true),
    ];
    let counters_open = if demo { 9 } else { 0 };
    WayIn { f, hall, waiting: 35, counters_open, in_hall: 52, capacity: Some(120), doors, demo }
}

fn sign_in<'a>(f: &'a Frame<'a>, refused: bool) -> SignIn<'a> {
    let role = |ar, en, user: &str| DemoRole {
        role: said(f.lang, ar, en),
        name: user.to_owned(),
        password: format!("demo-{user}"),
        address: Some(format!("http://{user}.localhost:8080/")),
    };
    let wrong =
        said(f.lang, "اسم المستخدم أو كلمة المرور غير صحيح.", "The user name or the password is not right.");
    SignIn {
        f,
        name: if refused { "officer".to_owned() } else { String::new() },
        wrong: refused.then_some(wrong),
        next: "/counter".to_owned(),
        demo: vec![
            role("استقبال", "Reception", "reception"),
            role("موظف خدمة العملاء", "Officer", "officer"),
            role("مشرف", "Supervisor", "supervisor"),
            role("مدير إدارة", "Manager", "manager"),
            role("مدير النظام", "Administrator", "administrator"),
        ],
    }
}

fn ticket<'a>(f: &'a Frame<'a>, state: TicketState) -> TicketPage<'a> {
    let lang = f.lang;
    let reference = "5b1f0a3c9d7e46829b0c1d2e3f405162".to_owned();
    let live = TicketLive {
        f,
        reference: reference.clone(),
        code: "D042".to_owned(),
        service: said(lang, "تحديث البيانات", "Data update"),
        state: state.clone(),
        bring: vec![
            said(lang, "بطاقة الهوية", "Identity card"),
            said(lang, "إثبات العنوان الجديد", "Proof of the new address"),
        ],
        rating: (state == TicketState::Done).then_some(None),
        overtaken: 1,
        delays: vec![5, 10, 15, 20, 30],
        order: said(
            lang,
            "الأسبق وصولاً أولاً؛ وتتراكم أولوية كبار المواطنين وذوي العزيمة أسرع، فقد يُنادى بعضهم قبلك.",
            "First come, first served; the priority of senior citizens and people of determination gathers faster, so some may be called before you.",
        ),
        suspended: false,
    };
    TicketPage { f, reference, live }
}

fn device_list(lang: Lang) -> Vec<Device> {
    let kiosk = || said(lang, "جهاز الخدمة الذاتية", "Kiosk");
    let device = |id, ar, en, kind, icon, state| Device {
        id,
        name: said(lang, ar, en),
        kind,
        icon,
        state,
        when: said(lang, "اليوم 7:12", "today 7:12"),
        shows: (icon == "screen").then(String::new),
    };
    vec![
        device(
            3,
            "جهاز جديد",
            "New device",
            kiosk(),
            "device",
            DeviceState::Waiting { code: "7KM4RX".to_owned() },
        ),
        device(1, "جهاز المدخل", "Entrance kiosk", kiosk(), "device", DeviceState::Paired),
        device(
            2,
            "شاشة الصالة",
            "Main display",
            said(lang, "شاشة", "Display"),
            "screen",
            DeviceState::Revoked,
        ),
    ]
}

fn devices<'a>(f: &'a Frame<'a>, devices: Vec<Device>) -> Devices<'a> {
    Devices { f, wrong: None, code: String::new(), name: String::new(), devices, sections: Vec::new() }
}

fn pairing<'a>(f: &'a Frame<'a>, revoked: bool) -> Pairing<'a> {
    let address = "http://localhost:8080/devices".to_owned();
    let qr = Qr::of(&format!("{address}?code=7KM4RX"));
    Pairing { f, code: "7KM4RX".to_owned(), address, qr, display: false, revoked }
}

fn problem<'a>(f: &'a Frame<'a>) -> Problem<'a> {
    let lang = f.lang;
    Problem {
        f,
        status: 409,
        code: "counter-not-serving".to_owned(),
        what: said(lang, "لا أحد يُخدم في هذا الشباك", "Nobody is being served at this counter"),
        kept: said(lang, "لم يتغير شيء في الصالة.", "Nothing changed in the hall."),
        next: said(
            lang,
            "يُرجى العودة إلى الشباك ونداء التالي.",
            "Go back to the counter and call the next person.",
        ),
        go: "/counter/6".to_owned(),
        go_label: said(lang, "إلى الشباك", "To the counter"),
        operation: Some("4f2a91c0".to_owned()),
    }
}
