//! The phone at the door: today's code, so many tickets a phone and a day, the same press the same ticket.

mod common;

use axum::http::StatusCode;
use common::{Browser, Centre, DAY};
use nawat_catalogue::civil_day;
use nawat_engine::Command;
use nawat_engine::time::Millis;
use nawat_engine::visit::Channel;
use nawat_journal::accounts::{DeviceKind, Role};

impl Centre {
    fn state_code(&self) -> String {
        nawat_web::door_code(&self.state)
    }
}

fn queue(centre: &Centre) -> u16 {
    centre.published.queue_id("data_update").expect("a queue of the centre").0
}

async fn second_page(centre: &Centre, phone: &mut Browser, code: &str) -> common::Answer {
    let home = phone.get(centre, &format!("/door?code={code}")).await;
    assert_eq!(home.status, StatusCode::OK, "{}", home.text());
    let service = centre.service();
    let page = phone.get(centre, &format!("/door/service?queue={}&service={service}", queue(centre))).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    page
}

async fn press(centre: &Centre, phone: &mut Browser, page: &common::Answer) -> common::Answer {
    let (code, slot, once) = (page.hidden("code"), page.hidden("slot"), page.hidden("once"));
    let service = centre.service().to_string();
    let fields = [
        ("once", once.as_str()),
        ("code", code.as_str()),
        ("slot", slot.as_str()),
        ("service", service.as_str()),
        ("number", "850101234"),
    ];
    phone.post(centre, "/door/ticket", &page.hidden("csrf"), &fields).await
}

#[tokio::test]
async fn two_touches_give_a_ticket_and_the_same_press_gives_the_same() {
    let centre = Centre::open().await;
    let code = centre.state_code();
    let mut phone = Browser::english();
    let page = second_page(&centre, &mut phone, &code).await;
    let taken = press(&centre, &mut phone, &page).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    assert!(taken.header("location").starts_with("/t/"), "{}", taken.header("location"));
    let again = press(&centre, &mut phone, &page).await;
    assert_eq!(again.header("location"), taken.header("location"));
    centre.state.read(|committed| {
        assert_eq!(committed.day.visits.len(), 1);
        let visit = committed.day.visits.first().expect("a visit");
        assert_eq!(visit.channel, Channel::Phone);
    });
    assert_eq!(phone.get(&centre, taken.header("location")).await.status, StatusCode::OK);
    assert!(phone.get(&centre, "/door").await.text().contains(taken.header("location")));
}

#[tokio::test]
async fn a_phone_takes_as_many_as_the_centre_grants_and_another_phone_its_own() {
    let centre = Centre::open().await;
    let code = centre.state_code();
    let mut phone = Browser::english();
    for _ in 0..2 {
        let page = second_page(&centre, &mut phone, &code).await;
        assert_eq!(press(&centre, &mut phone, &page).await.status, StatusCode::SEE_OTHER);
    }
    let page = second_page(&centre, &mut phone, &code).await;
    let refused = press(&centre, &mut phone, &page).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text().contains("2 tickets for today"), "{}", refused.text());
    let mut other = Browser::english();
    let page = second_page(&centre, &mut other, &code).await;
    assert_eq!(press(&centre, &mut other, &page).await.status, StatusCode::SEE_OTHER);
    centre.state.read(|committed| assert_eq!(committed.day.visits.len(), 3));
}

#[tokio::test]
async fn yesterdays_code_and_none_are_explained_and_take_nothing() {
    let centre = Centre::open().await;
    let code = centre.state_code();
    let mut phone = Browser::english();
    let page = second_page(&centre, &mut phone, &code).await;
    for path in ["/door", "/door?code=", "/door?code=aaaaaaaaaa", "/door/service?queue=1&code=x"] {
        let answer = Browser::english().get(&centre, path).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
        assert!(answer.text().contains("no longer valid"), "{}", answer.text());
    }
    centre.clock.pass(Millis(24 * 3_600_000));
    assert_ne!(centre.state_code(), code, "each day has its own");
    assert_eq!(press(&centre, &mut phone, &page).await.status, StatusCode::FORBIDDEN);
    centre.state.read(|committed| assert_eq!(committed.day.visits.len(), 0));
    assert_eq!(centre.state.read(|committed| committed.day.date), civil_day(DAY));
}

#[tokio::test]
async fn the_hall_decides_here_too() {
    let centre = Centre::open().await;
    let code = centre.state_code();
    let mut phone = Browser::english();
    let page = second_page(&centre, &mut phone, &code).await;
    centre.tell(Command::CloseTicketing).await;
    let refused = press(&centre, &mut phone, &page).await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.text());
    let home = phone.get(&centre, "/door").await;
    assert!(!home.text().contains("/door/service"), "{}", home.text());
}

#[tokio::test]
async fn poster_and_entrance_are_for_those_of_the_hall() {
    let centre = Centre::open().await;
    assert_eq!(Browser::english().get(&centre, "/door/poster").await.status, StatusCode::SEE_OTHER);
    let mut manager = Browser::english();
    manager.sign_in(&centre, Role::Manager).await;
    assert_eq!(manager.get(&centre, "/door/poster").await.status, StatusCode::FORBIDDEN);
    let mut screen = Browser::english();
    let unpaired = screen.get(&centre, "/door/code").await;
    assert!(unpaired.text().contains("pair-code"), "an unpaired screen shows its code and nothing else");
    let mut display = Browser::english();
    display.pair(&centre, DeviceKind::Display).await;
    let page = display.get(&centre, "/door/code").await;
    assert!(page.text().contains("/live/door/code"), "{}", page.text());
}
