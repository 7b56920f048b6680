//! The reception's desk by plain forms: a ticket with its reason, somebody looked up, an appointment kept, help
//! that was asked for, the sheet in the visitor's language; and what is done from the floor in place.

mod common;

use axum::http::StatusCode;
use common::{Answer, Browser, Centre};
use nawat_engine::time::{Millis, Moment};
use nawat_journal::accounts::{DeviceKind, Role};
use nawat_web::HallClock;

async fn desk(centre: &Centre) -> Browser {
    let mut browser = Browser::english();
    browser.sign_in(centre, Role::Reception).await;
    browser
}

/// Presses a form as `from` shows it.
async fn press(
    centre: &Centre,
    browser: &mut Browser,
    from: &str,
    to: &str,
    fields: &[(&str, &str)],
) -> Answer {
    let page = browser.get(centre, from).await;
    assert_eq!(page.status, StatusCode::OK, "{from}: {}", page.text());
    assert!(!page.text().contains('⟦'), "{from}: a word is missing: {}", page.text());
    let once = page.hidden("once");
    let mut all = vec![("once", once.as_str())];
    all.extend_from_slice(fields);
    browser.post(centre, to, &page.hidden("csrf"), &all).await
}

/// A page without the marks that keep a code's direction.
async fn seen(centre: &Centre, browser: &mut Browser, path: &str) -> String {
    browser.get(centre, path).await.text().replace(['\u{2068}', '\u{2069}'], "")
}

fn service(centre: &Centre, key: &str) -> String {
    centre.published.service_id(key).expect("a service").to_string()
}

fn segment(centre: &Centre, key: &str) -> String {
    centre.published.segment_id(key).expect("a group").to_string()
}

fn reason(centre: &Centre, key: &str) -> String {
    centre.published.reason_id(key).expect("a reason").to_string()
}

#[tokio::test]
async fn a_group_that_nobody_may_claim_is_given_with_a_reason_only() {
    let centre = Centre::open().await;
    let mut browser = desk(&centre).await;
    let inquiry = service(&centre, "inquiry");
    let from = format!("/reception/service/{inquiry}");
    let group = segment(&centre, "returning");
    let without = [("service", inquiry.as_str()), ("segment", group.as_str()), ("party", "3")];
    let refused = press(&centre, &mut browser, &from, "/reception/ticket", &without).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("for a reason only") && refused.text().contains("aria-invalid"));
    assert_eq!(centre.get(Role::Manager, "/day").await.json()["count"]["issued"], 0);

    let why = reason(&centre, "exceptional_case");
    let with = [without.as_slice(), &[("reason", why.as_str())]].concat();
    let given = press(&centre, &mut browser, &from, "/reception/ticket", &with).await;
    assert_eq!(given.header("location"), "/reception/visit/1", "{}", given.text());
    let ticket = centre.get(Role::Manager, "/tickets/1").await.json();
    assert_eq!((ticket["segment_key"].as_str(), ticket["party"].as_u64()), (Some("returning"), Some(3)));
    assert_eq!(ticket["channel"], "reception");
    let page = browser.get(&centre, "/reception/visit/1").await;
    assert!(
        page.text().contains("K001") && page.text().contains("Returning the same day"),
        "{}",
        page.text()
    );

    // A group that speaks for itself needs no more words.
    let senior = segment(&centre, "senior_citizens");
    let own = [("service", inquiry.as_str()), ("segment", senior.as_str())];
    let given = press(&centre, &mut browser, &from, "/reception/ticket", &own).await;
    assert_eq!(given.header("location"), "/reception/visit/2");
}

#[tokio::test]
async fn the_same_press_twice_is_one_ticket_with_one_reason() {
    let centre = Centre::open().await;
    let mut browser = desk(&centre).await;
    let (inquiry, group, why) =
        (service(&centre, "inquiry"), segment(&centre, "returning"), reason(&centre, "health"));
    let page = browser.get(&centre, &format!("/reception/service/{inquiry}")).await;
    let (csrf, once) = (page.hidden("csrf"), page.hidden("once"));
    let fields = [
        ("once", once.as_str()),
        ("service", &inquiry),
        ("segment", &group),
        ("reason", &why),
        ("party", "1"),
    ];
    for _ in 0..2 {
        let given = browser.post(&centre, "/reception/ticket", &csrf, &fields).await;
        assert_eq!(given.header("location"), "/reception/visit/1", "{}", given.text());
    }
    let day = centre.get(Role::Manager, "/day").await.json();
    assert_eq!(day["count"]["issued"], 1);
}

#[tokio::test]
async fn somebody_is_found_by_ticket_receipt_and_number_and_the_number_goes_nowhere() {
    let centre = Centre::open().await;
    let mut browser = desk(&centre).await;
    let update = service(&centre, "data_update");
    let from = format!("/reception/service/{update}");
    let fields = [("service", update.as_str()), ("number", "٨٥٠١٠٢٣٤٥")];
    let given = press(&centre, &mut browser, &from, "/reception/ticket", &fields).await;
    assert_eq!(given.header("location"), "/reception/visit/1", "{}", given.text());
    let link =
        centre.get(Role::Manager, "/tickets/1").await.json()["link"].as_str().expect("a link").to_owned();
    let receipt = link.rsplit('/').next().expect("a reference").to_owned();
    let scanned = format!("http://hall.example{link}?lang=ar");
    for what in ["D001", "d 1", receipt.as_str(), &scanned, "850102345", "8501-02345"] {
        let found = press(&centre, &mut browser, "/reception", "/reception/look-up", &[("what", what)]).await;
        assert_eq!(
            (found.status, found.header("location")),
            (StatusCode::SEE_OTHER, "/reception/visit/1"),
            "{what}"
        );
    }
    // Two visits of one person are a list, which does not say the number.
    press(&centre, &mut browser, &from, "/reception/ticket", &fields).await;
    let both =
        press(&centre, &mut browser, "/reception", "/reception/look-up", &[("what", "850102345")]).await;
    assert_eq!(both.status, StatusCode::OK);
    assert!(
        both.text().contains("D001") && both.text().contains("D002") && !both.text().contains("850102345")
    );
    for (what, status) in [
        ("880512345", StatusCode::NOT_FOUND),
        ("D999", StatusCode::NOT_FOUND),
        ("8501023", StatusCode::UNPROCESSABLE_ENTITY),
        ("", StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        let none = press(&centre, &mut browser, "/reception", "/reception/look-up", &[("what", what)]).await;
        assert_eq!(none.status, status, "{what}");
        assert!(what.is_empty() || !none.text().contains(what), "{what} is not said again");
    }
    // Nor by an address.
    assert_ne!(browser.get(&centre, "/reception/look-up?what=850102345").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_visit_is_changed_at_the_desk() {
    let centre = Centre::open().await;
    let mut browser = desk(&centre).await;
    centre.ticket().await;
    let here = "/reception/visit/1";
    let to = "/reception/visit/1/do";
    let (group, why, inquiry) =
        (segment(&centre, "with_infant"), reason(&centre, "needs_assistance"), service(&centre, "inquiry"));
    for fields in [
        vec![("command", "priority"), ("segment", group.as_str()), ("reason", why.as_str())],
        vec![("command", "add-service"), ("service", inquiry.as_str())],
        vec![("command", "delay"), ("minutes", "10")],
        vec![("command", "delay"), ("minutes", "0")],
        vec![("command", "redirect")],
    ] {
        let done = press(&centre, &mut browser, here, to, &fields).await;
        assert_eq!(
            (done.status, done.header("location")),
            (StatusCode::SEE_OTHER, here),
            "{fields:?}: {}",
            done.text()
        );
    }
    let ticket = centre.get(Role::Manager, "/tickets/1").await.json();
    assert_eq!(
        (ticket["segment_key"].as_str(), ticket["state"].as_str()),
        (Some("with_infant"), Some("redirected"))
    );
    let refused = press(&centre, &mut browser, here, to, &[("command", "leave")]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "told on the same page");
    assert!(refused.text().contains("D001"));
    for path in ["/reception/visit/99", "/reception/visit/x"] {
        assert_eq!(browser.get(&centre, path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn an_appointment_is_booked_kept_and_cancelled() {
    let centre = Centre::open().await;
    let mut browser = desk(&centre).await;
    let study = service(&centre, "social_study");
    let page = browser.get(&centre, "/reception").await.text();
    // Ten o'clock: the next quarter is a quarter past.
    let slot =
        page.split("<option value=\"15").nth(1).and_then(|rest| rest.split('"').next()).expect("a slot");
    let slot = format!("15{slot}");
    for _ in 0..2 {
        let fields = [("command", "book"), ("service", study.as_str()), ("slot", slot.as_str())];
        let booked = press(&centre, &mut browser, "/reception", "/reception/appointments", &fields).await;
        assert_eq!(
            (booked.status, booked.header("location")),
            (StatusCode::SEE_OTHER, "/reception"),
            "{}",
            booked.text()
        );
    }
    let page = browser.get(&centre, "/reception").await.text();
    assert!(page.contains("in 15 minutes") && page.contains("10:15"), "{page}");
    centre.clock.pass(Millis::minutes(22));
    assert!(browser.get(&centre, "/reception").await.text().contains("7 minutes late"));
    let fields = [("command", "check-in"), ("appointment", "1")];
    let here = press(&centre, &mut browser, "/reception", "/reception/appointments", &fields).await;
    assert_eq!(here.header("location"), "/reception/visit/1", "{}", here.text());
    let fields = [("command", "cancel"), ("appointment", "2")];
    press(&centre, &mut browser, "/reception", "/reception/appointments", &fields).await;
    let page = browser.get(&centre, "/reception").await.text();
    assert!(page.contains("S001") && !page.contains("appointment-2"), "{page}");
    let again = [("command", "check-in"), ("appointment", "1")];
    let refused = press(&centre, &mut browser, "/reception", "/reception/appointments", &again).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn help_that_is_asked_for_reaches_the_desks_until_it_is_done() {
    let centre = Centre::open().await;
    let mut kiosk = Browser::english();
    kiosk.pair(&centre, DeviceKind::Kiosk).await;
    let page = kiosk.get(&centre, "/kiosk/help").await;
    assert!(page.text().contains("Sign-language interpreter"), "{}", page.text());
    for _ in 0..2 {
        let asked =
            kiosk.post(&centre, "/kiosk/help", &page.hidden("csrf"), &[("kind", "sign-language")]).await;
        assert_eq!(asked.header("location"), "/kiosk/help?asked=1");
    }
    let unknown = kiosk.post(&centre, "/kiosk/help", &page.hidden("csrf"), &[("kind", "x")]).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut supervisor = Browser::english();
    supervisor.sign_in(&centre, Role::Supervisor).await;
    assert_eq!(supervisor.get(&centre, "/floor").await.text().matches("id=\"help-").count(), 1);
    let mut browser = desk(&centre).await;
    let coming = [("command", "coming"), ("help", "1"), ("back", "/reception")];
    let answered = press(&centre, &mut browser, "/reception", "/help/do", &coming).await;
    assert_eq!(answered.header("location"), "/reception");
    assert!(supervisor.get(&centre, "/floor").await.text().contains("A colleague is on the way"));
    let done = [("command", "done"), ("help", "1"), ("back", "//elsewhere.example")];
    let answered = press(&centre, &mut browser, "/reception", "/help/do", &done).await;
    assert_eq!(answered.header("location"), "/", "nobody is sent elsewhere");
    assert!(!supervisor.get(&centre, "/floor").await.text().contains("id=\"help-"));
    let mut officer = Browser::english();
    officer.sign_in(&centre, Role::Officer).await;
    let csrf = officer.get(&centre, "/counter").await.hidden("csrf");
    let denied = officer.post(&centre, "/help/do", &csrf, &[("command", "done"), ("help", "1")]).await;
    assert_eq!(denied.status, StatusCode::FORBIDDEN);
    assert_eq!(centre.get(Role::Manager, "/day").await.json()["seq"], 1, "no event tells of it");
}

#[tokio::test]
async fn the_sheet_speaks_the_visitors_language_and_promises_what_is_confirmed() {
    let centre = Centre::open().await;
    let mut browser = desk(&centre).await;
    let unit = service(&centre, "housing_unit");
    let sheet = browser.get(&centre, &format!("/reception/steps/{unit}?for=ar")).await.text();
    assert!(sheet.contains("<html lang=\"en\"") && sheet.contains("lang=\"ar\" dir=\"rtl\""), "{sheet}");
    // Five working days after Wednesday 1 November 2017.
    assert!(sheet.contains("خلال 5 أيام عمل") && sheet.contains("الأربعاء 8 نوفمبر 2017"), "{sheet}");
    assert!(sheet.contains("has not confirmed this yet"), "staff are told in their own language");
    let english = browser.get(&centre, &format!("/reception/steps/{unit}?for=en")).await.text();
    assert!(english.contains("within 5 working days: by Wednesday 8 November 2017"), "{english}");
    let flat = service(&centre, "temporary_flat");
    let unconfirmed = browser.get(&centre, &format!("/reception/steps/{flat}?for=en")).await.text();
    assert!(!unconfirmed.contains("8 November 2017") && unconfirmed.contains("5 working days, not printed"));
    assert!(browser.get(&centre, "/reception").await.text().contains("<html lang=\"en\""));
}

#[tokio::test]
async fn the_floor_opens_moves_and_changes_in_place() {
    let centre = Centre::open().await;
    let mut supervisor = Browser::english();
    supervisor.sign_in(&centre, Role::Supervisor).await;
    centre.ticket().await;
    let page = seen(&centre, &mut supervisor, "/floor").await;
    assert!(
        page.contains("no counter takes them") && page.contains("Open counter 1"),
        "the button that helps: {page}"
    );
    let profile = |key: &str| centre.published.profile_id(key).expect("a profile").to_string();
    let (group, why) = (segment(&centre, "senior_citizens"), reason(&centre, "health"));
    let officer =
        centre.accounts.user_named("officer").expect("accounts").expect("the officer").id.to_string();
    let (general, moved) = (profile("general"), profile("inquiries_and_updates"));
    for fields in [
        vec![
            ("command", "open-counter"),
            ("counter", "1"),
            ("staff", officer.as_str()),
            ("profile", &general),
        ],
        vec![("command", "move-profile"), ("counter", "1"), ("profile", moved.as_str())],
        vec![("command", "priority"), ("visit", "1"), ("segment", &group), ("reason", &why)],
        vec![("command", "open-counter"), ("counter", "2"), ("staff", "")],
        vec![("command", "close-counter"), ("counter", "2")],
    ] {
        let done = press(&centre, &mut supervisor, "/floor", "/floor/do", &fields).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{fields:?}: {}", done.text());
    }
    let counter = centre.get(Role::Manager, "/counters/1").await.json();
    assert_eq!(counter["profile_key"], "inquiries_and_updates");
    assert_eq!(counter["staff"].to_string(), officer);
    assert_eq!(centre.get(Role::Manager, "/tickets/1").await.json()["segment_key"], "senior_citizens");

    // Over its time: see to it, or give it minutes with a reason.
    centre.post(Role::Supervisor, "/counters/1/call-next", "").await;
    centre.post(Role::Supervisor, "/counters/1/start", "").await;
    centre.clock.pass(Millis::minutes(9));
    let page = seen(&centre, &mut supervisor, "/floor").await;
    assert!(page.contains("Go to counter") && page.contains("Extend by 5 minutes"), "{page}");
    let why = reason(&centre, "long_explanation");
    let fields = [("command", "extend"), ("counter", "1"), ("minutes", "5"), ("reason", why.as_str())];
    let done = press(&centre, &mut supervisor, "/floor", "/floor/do", &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    assert!(!seen(&centre, &mut supervisor, "/floor").await.contains("Extend by"));
    let unknown = press(&centre, &mut supervisor, "/floor", "/floor/do", &[("command", "x")]).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_screen_that_is_silent_is_told_on_the_floor() {
    let centre = Centre::open().await;
    let mut kiosk = Browser::english();
    let device = kiosk.pair(&centre, DeviceKind::Kiosk).await;
    let beats = |moment: Moment| centre.accounts.device_seen(nawat_engine::ids::DeviceId(device), moment);
    beats(centre.clock.wall()).expect("kept");
    let mut supervisor = Browser::english();
    supervisor.sign_in(&centre, Role::Supervisor).await;
    assert!(!seen(&centre, &mut supervisor, "/floor").await.contains("says nothing any more"));
    centre.clock.pass(Millis::minutes(12));
    let page = seen(&centre, &mut supervisor, "/floor").await;
    assert!(
        page.contains("says nothing any more") && page.contains("last heard of 12 minutes ago"),
        "{page}"
    );
}
