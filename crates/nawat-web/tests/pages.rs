//! A person's way through the pages, by plain forms, as a browser without scripts goes it.

mod common;

use axum::http::StatusCode;
use common::{Browser, Centre};
use nawat_engine::time::Millis;
use nawat_journal::accounts::{DeviceKind, Role};

#[tokio::test]
async fn a_visit_in_two_touches_and_a_clerks_presses() {
    let centre = Centre::open().await;
    let mut kiosk = Browser::english();
    kiosk.pair(&centre, DeviceKind::Kiosk).await;
    let home = kiosk.get(&centre, "/kiosk").await;
    assert_eq!(home.status, StatusCode::OK);
    let queue = centre.published.queue_id("data_update").expect("a queue");
    assert!(home.text().contains(&format!("/kiosk/service?queue={queue}")), "{}", home.text());
    let second = kiosk.get(&centre, &format!("/kiosk/service?queue={queue}")).await;
    let (csrf, once) = (second.hidden("csrf"), second.hidden("once"));
    let service = centre.service().to_string();
    let fields = [("once", once.as_str()), ("service", service.as_str()), ("number", "٨٥٠١٠٢٣٤٥")];
    let taken = kiosk.post(&centre, "/kiosk/ticket", &csrf, &fields).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    let place = taken.header("location").to_owned();
    let shown = kiosk.get(&centre, &place).await;
    let number =
        centre.get(Role::Manager, "/tickets/1").await.json()["number"].as_str().expect("a number").to_owned();
    assert!(shown.text().contains(&number));

    // The same form sent twice is one ticket.
    kiosk.post(&centre, "/kiosk/ticket", &csrf, &fields).await;
    assert_eq!(centre.get(Role::Manager, "/day").await.json()["count"]["issued"], 1);

    let mut clerk = Browser::english();
    clerk.sign_in(&centre, Role::Officer).await;
    for (command, more) in [
        ("open", vec![]),
        ("call-next", vec![]),
        ("start", vec![]),
        ("end", vec![("outcome", centre.outcome().to_string())]),
    ] {
        let page = clerk.get(&centre, "/counter/1").await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        let once = page.hidden("once");
        let mut fields = vec![("command", command), ("once", once.as_str())];
        fields.extend(more.iter().map(|(name, value)| (*name, value.as_str())));
        let pressed = clerk.post(&centre, "/counter/1/do", &page.hidden("csrf"), &fields).await;
        assert_eq!(pressed.status, StatusCode::SEE_OTHER, "{command}: {}", pressed.text());
    }
    let ticket = centre.get(Role::Manager, "/tickets/1").await.json();
    assert_eq!(ticket["state"], "served");
    let counter = centre.get(Role::Manager, "/counters/1").await.json();
    assert!(counter["staff"].is_number(), "the officer who opened it serves there");
}

#[tokio::test]
async fn a_refusal_stands_on_the_page_in_its_language() {
    let centre = Centre::open().await;
    for (lang, words) in [("en", "is closed. Open it first"), ("ar", "مغلق")] {
        let mut clerk = Browser { lang, ..Browser::default() };
        clerk.sign_in(&centre, Role::Supervisor).await;
        let page = clerk.get(&centre, "/counter/1").await;
        let fields = [("command", "call-next"), ("once", "x")];
        let answer = clerk.post(&centre, "/counter/1/do", &page.hidden("csrf"), &fields).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert!(answer.text().contains(words) && answer.text().contains("data-live"), "{}", answer.text());
    }
}

#[tokio::test]
async fn eight_digits_are_explained_beside_their_field() {
    let centre = Centre::open().await;
    let asking = centre.published.centre.services.iter().find(|service| service.asks_personal_number);
    let service = asking.expect("a service that asks for the number");
    let id = centre.published.service_id(&service.key).expect("its id").to_string();
    let queue = centre.published.queue_id(&service.queue).expect("its queue");
    let mut kiosk = Browser::english();
    kiosk.pair(&centre, DeviceKind::Kiosk).await;
    let page = kiosk.get(&centre, &format!("/kiosk/service?queue={queue}&service={id}")).await;
    for (number, words) in [("٨٥٠١٠٢٣٤", "8 were given"), ("", "none was given"), ("x", "digits only")]
    {
        let fields = [("service", id.as_str()), ("number", number)];
        let answer = kiosk.post(&centre, "/kiosk/ticket", &page.hidden("csrf"), &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text());
        assert!(answer.text().contains(words) && answer.text().contains("aria-invalid"), "{}", answer.text());
    }
    assert_eq!(centre.get(Role::Manager, "/day").await.json()["count"]["issued"], 0);
}

#[tokio::test]
async fn a_tickets_link_leaves_the_queue_and_dies_with_the_day() {
    let centre = Centre::open().await;
    let link = centre.ticket().await["link"].as_str().expect("a link").to_owned();
    let mut phone = Browser::english();
    let page = phone.get(&centre, &link).await;
    assert_eq!(page.status, StatusCode::OK);
    let once = page.hidden("once");
    let left = phone.post(&centre, &format!("{link}/leave"), &page.hidden("csrf"), &[("once", &once)]).await;
    assert_eq!((left.status, left.header("location")), (StatusCode::SEE_OTHER, link.as_str()));
    assert_eq!(centre.get(Role::Manager, "/tickets/1").await.json()["state"], "left");
    for dead in ["/t/00000000000000000000000000000000", "/t/x"] {
        assert_eq!(phone.get(&centre, dead).await.status, StatusCode::NOT_FOUND);
    }
    centre.post(Role::Supervisor, "/day/close", "").await;
    centre.clock.pass(Millis::minutes(24 * 60));
    assert_eq!(centre.post(Role::Supervisor, "/day/open", "").await.status, StatusCode::OK);
    assert_eq!(phone.get(&centre, &link).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn each_desk_opens_to_its_role() {
    let centre = Centre::open().await;
    for (role, desk) in [
        (Role::Reception, "/reception"),
        (Role::Officer, "/counter"),
        (Role::Supervisor, "/floor"),
        (Role::Manager, "/statistics"),
        (Role::Administrator, "/devices"),
    ] {
        let mut browser = Browser::english();
        browser.sign_in(&centre, role).await;
        let home = browser.get(&centre, "/").await;
        assert_eq!(home.header("location"), desk, "{role}");
        let page = browser.get(&centre, desk).await;
        assert_eq!(page.status, StatusCode::OK, "{role}: {}", page.text());
        assert!(!page.text().contains('⟦'), "{desk}: a word is missing");
    }
    let mut officer = Browser::english();
    officer.sign_in(&centre, Role::Officer).await;
    for path in ["/floor", "/devices", "/statistics", "/reception"] {
        assert_eq!(officer.get(&centre, path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    let mut nobody = Browser::english();
    for path in ["/floor", "/devices", "/statistics", "/counter", "/counter/1", "/reception"] {
        let answer = nobody.get(&centre, path).await;
        assert!(answer.header("location").starts_with("/sign-in?next="), "{path}");
    }
}

#[tokio::test]
async fn the_floor_keeps_the_day() {
    let centre = Centre::open().await;
    let reason = centre.published.reasons_for(nawat_catalogue::ReasonFor::Suspend)[0].0.to_string();
    let mut supervisor = Browser::english();
    supervisor.sign_in(&centre, Role::Supervisor).await;
    for (command, reason) in [
        ("suspend-hall", reason.as_str()),
        ("resume-hall", ""),
        ("close-ticketing", ""),
        ("reopen-ticketing", ""),
        ("close-day", ""),
    ] {
        let page = supervisor.get(&centre, "/floor").await;
        let once = page.hidden("once");
        let fields = [("command", command), ("once", once.as_str()), ("reason", reason)];
        let answer = supervisor.post(&centre, "/floor/do", &page.hidden("csrf"), &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{command}: {}", answer.text());
    }
    assert_eq!(centre.get(Role::Manager, "/day").await.json()["phase"], "closed");
}

#[tokio::test]
async fn statistics_can_be_taken_away() {
    let centre = Centre::open().await;
    let mut manager = Browser::english();
    manager.sign_in(&centre, Role::Manager).await;
    let page = manager.get(&centre, "/statistics?from=2017-11-01&to=2017-11-01").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    assert!(!page.text().contains('⟦'), "a word is missing: {}", page.text());
    let file = manager.get(&centre, "/statistics/report.html?from=2017-11-01&to=2017-11-01&lang=ar").await;
    assert_eq!(
        file.header("content-disposition"),
        "attachment; filename=\"statistics-2017-11-01-2017-11-01-ar.html\""
    );
    let wrong = manager.get(&centre, "/statistics?from=2017-11-02&to=2017-11-01").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text().contains("ends before it begins"), "{}", wrong.text());
}

#[tokio::test]
async fn a_language_and_larger_letters_are_remembered_until_the_next_person() {
    let centre = Centre::open().await;
    let mut kiosk = Browser::default();
    kiosk.pair(&centre, DeviceKind::Kiosk).await;
    let page = kiosk.get(&centre, "/kiosk?lang=en").await;
    assert!(page.text().contains("<html lang=\"en\" dir=\"ltr\""));
    let fields = [("text", "large"), ("back", "//elsewhere.example")];
    let prefer = kiosk.post(&centre, "/prefer", &page.hidden("csrf"), &fields).await;
    assert_eq!(prefer.header("location"), "/", "nobody is sent elsewhere");
    let page = kiosk.get(&centre, "/kiosk").await;
    assert!(page.text().contains("<html lang=\"en\"") && page.text().contains("data-text=\"large\""));
    kiosk.get(&centre, "/kiosk/new").await;
    let page = kiosk.get(&centre, "/kiosk").await;
    assert!(page.text().contains("<html lang=\"ar\"") && !page.text().contains("data-text"));
}
