//! The phone at the door, the poster, the entrance's screen.

use nawat_catalogue::Lang;

use super::hall;
use super::{Sample, Words, name, said, sample};
use crate::pages::door::{Door, DoorOld, DoorService, Entrance, EntranceLive, Grants, OwnTicket, Poster};
use crate::pages::frame::{Frame, isolated};
use crate::pages::kiosk::Hall;
use crate::pages::qr::Qr;

const LINK: &str = "https://hall.example.org/door?code=k7m4rxq2hd";

pub fn all(words: &Words, lang: Lang) -> Vec<Sample> {
    let f = words.frame(lang, "/door");
    let staff = words.staff_frame(lang, "/door/poster");
    let open = || Hall::Open { until: "14:00".to_owned() };
    let live =
        |hall| EntranceLive { f: &f, day: day(lang), date: "2017-11-26".to_owned(), hall, waiting: 14 };
    vec![
        sample("door", &home(&f, open(), Grants::Left(2), Vec::new())),
        sample("door-one-left", &home(&f, open(), Grants::Left(1), own(lang))),
        sample("door-limit", &home(&f, open(), Grants::None, own(lang))),
        sample("door-full", &home(&f, Hall::Full, Grants::Left(2), Vec::new())),
        sample("door-off", &home(&f, open(), Grants::Off, Vec::new())),
        sample("door-service", &service(hall::one_service(&f, false))),
        sample("door-number-wrong", &service(hall::one_service(&f, true))),
        sample("door-several", &service(hall::several_services(&f))),
        sample("door-old", &DoorOld { f: &f, own: own(lang) }),
        sample("door-poster", &Poster { f: &staff, link: LINK.to_owned(), qr: Qr::of(LINK), day: day(lang) }),
        sample("door-code", &Entrance { f: &f, qr: Qr::of(LINK), live: live(open()) }),
        sample("door-code-full", &Entrance { f: &f, qr: Qr::of(LINK), live: live(Hall::Full) }),
    ]
}

fn day(lang: Lang) -> crate::pages::door::DayWords {
    let figures = isolated("26/11/2017");
    name(lang, &format!("الأحد {figures}"), &format!("Sunday {figures}"))
}

fn own(lang: Lang) -> Vec<OwnTicket> {
    vec![OwnTicket {
        code: "K041".to_owned(),
        service: said(lang, "استفسار ومتابعة طلب", "Inquiry and follow-up"),
        reference: "5b1f0a3c9d7e46829b0c1d2e3f405162".to_owned(),
        ended: false,
    }]
}

fn home<'a>(f: &'a Frame<'a>, hall: Hall, grants: Grants, own: Vec<OwnTicket>) -> Door<'a> {
    Door { f, hall, tiles: hall::tiles(f.lang), grants, own, code: "k7m4rxq2hd".to_owned() }
}

fn service(kiosk: crate::pages::kiosk::KioskService<'_>) -> DoorService<'_> {
    DoorService {
        f: kiosk.f,
        segments: kiosk.segments.clone(),
        party_max: kiosk.party_max,
        kiosk,
        code: "k7m4rxq2hd".to_owned(),
        slot: 0,
    }
}
