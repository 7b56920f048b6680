//! Sign-in, forms, fences, paired screens.

mod common;

use axum::http::StatusCode;
use common::{Browser, Centre};
use nawat_engine::ids::DeviceId;
use nawat_engine::time::Millis;
use nawat_journal::accounts::{DeviceKind, Role};

#[tokio::test]
async fn a_wrong_password_does_not_say_which_of_the_two_was_wrong() {
    let centre = Centre::open().await;
    let mut browser = Browser::english();
    let page = browser.get(&centre, "/sign-in").await;
    let csrf = page.hidden("csrf");
    let mut told = Vec::new();
    for (name, password) in [("officer", "wrong"), ("nobody", "wrong"), ("officer", "")] {
        let fields = [("name", name), ("password", password)];
        let answer = browser.post(&centre, "/sign-in", &csrf, &fields).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        let words = answer
            .text()
            .split("role=\"alert\"")
            .nth(1)
            .map(|rest| rest.split("</div>").next().unwrap_or_default().to_owned());
        told.push(words.expect("a mistake is shown"));
    }
    assert!(told.iter().all(|words| *words == told[0]), "{told:?}");
    assert!(!browser.cookies.iter().any(|cookie| cookie.starts_with("nawat_session")));
}

#[tokio::test]
async fn guessing_is_slowed_down_and_ends() {
    let centre = Centre::open().await;
    let mut browser = Browser::english();
    let csrf = browser.get(&centre, "/sign-in").await.hidden("csrf");
    let wrong = [("name", "officer"), ("password", "wrong")];
    for _ in 0..5 {
        browser.post(&centre, "/sign-in", &csrf, &wrong).await;
    }
    let slowed = browser.post(&centre, "/sign-in", &csrf, &wrong).await;
    assert_eq!(slowed.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(slowed.header("retry-after"), "1");
    centre.clock.pass(Millis::seconds(2));
    browser.sign_in(&centre, Role::Officer).await;
}

#[tokio::test]
async fn a_form_of_another_page_is_refused() {
    let centre = Centre::open().await;
    let mut browser = Browser::english();
    browser.sign_in(&centre, Role::Supervisor).await;
    let own = browser.get(&centre, "/floor").await.hidden("csrf");
    let mut other = Browser::english();
    other.sign_in(&centre, Role::Supervisor).await;
    let others = other.get(&centre, "/floor").await.hidden("csrf");
    for path in
        ["/floor/do", "/counter/1/do", "/sign-in", "/sign-out", "/prefer", "/devices/pair", "/kiosk/ticket"]
    {
        for csrf in ["", "0", &others] {
            let answer = browser.post(&centre, path, csrf, &[("command", "close-day")]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} with {csrf:?}");
            assert!(answer.text().contains("form-expired"), "{path}");
        }
    }
    let answer = browser.post(&centre, "/floor/do", &own, &[("command", "close-ticketing")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_session_ends_by_time_and_by_sign_out() {
    let centre = Centre::open().await;
    let mut browser = Browser::english();
    browser.sign_in(&centre, Role::Officer).await;
    let csrf = browser.get(&centre, "/counter/1").await.hidden("csrf");
    centre.clock.pass(Millis(12 * 3_600_000 + 1));
    let expired = browser.get(&centre, "/counter/1").await;
    assert_eq!(expired.header("location"), "/sign-in?next=%2Fcounter%2F1");
    let late = browser.post(&centre, "/counter/1/do", &csrf, &[("command", "open")]).await;
    assert_eq!(late.status, StatusCode::FORBIDDEN, "nothing is done for an expired session");

    let mut browser = Browser::english();
    browser.sign_in(&centre, Role::Officer).await;
    let page = browser.get(&centre, "/counter").await;
    let before = browser.clone();
    browser.post(&centre, "/sign-out", &page.hidden("csrf"), &[]).await;
    let mut stolen = before;
    let after = stolen.get(&centre, "/counter").await;
    assert!(
        after.header("location").starts_with("/sign-in"),
        "the session is over, whoever holds its cookie"
    );
}

#[tokio::test]
async fn cookies_are_fenced() {
    let centre = Centre::open().await;
    let mut browser = Browser::english();
    let page = browser.get(&centre, "/sign-in").await;
    let fields = [("name", "officer"), ("password", "the password of officer")];
    let answer = browser.post(&centre, "/sign-in", &page.hidden("csrf"), &fields).await;
    for cookie in answer.headers.get_all("set-cookie").iter().chain(page.headers.get_all("set-cookie")) {
        let cookie = cookie.to_str().expect("text");
        for fence in ["HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(cookie.contains(fence), "{cookie}");
        }
    }
}

#[tokio::test]
async fn every_answer_has_its_fences() {
    let centre = Centre::open().await;
    let mut browser = Browser::english();
    for path in ["/", "/kiosk", "/sign-in", "/static/tokens.css", "/nowhere", "/api/v1/day", "/health"] {
        let answer = browser.get(&centre, path).await;
        let policy = answer.header("content-security-policy");
        for part in ["default-src 'self'", "frame-ancestors 'none'", "object-src 'none'"] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert!(!policy.contains("unsafe"), "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
    }
}

#[tokio::test]
async fn an_unpaired_screen_can_do_nothing_else() {
    let centre = Centre::open().await;
    for (kind, path) in [(DeviceKind::Kiosk, "/kiosk"), (DeviceKind::Display, "/display")] {
        let mut screen = Browser::english();
        let page = screen.get(&centre, path).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text().contains("pair-code"), "{}", page.text());
        let again = screen.get(&centre, path).await;
        let code = |text: &str| text.split("pair-code code\">").nth(1).map(|rest| rest[..6].to_owned());
        assert_eq!(code(&page.text()), code(&again.text()), "the code stays while it is shown");
        let live = screen.get(&centre, &format!("/live{path}")).await;
        assert_eq!(live.status, StatusCode::UNAUTHORIZED);
        let service = centre.service().to_string();
        let taken =
            screen.post(&centre, "/kiosk/ticket", &again.hidden("csrf"), &[("service", &service)]).await;
        assert_ne!(taken.status, StatusCode::SEE_OTHER, "{kind:?}");
    }
    assert_eq!(centre.get(Role::Manager, "/day").await.json()["count"]["issued"], 0);
}

#[tokio::test]
async fn an_administrator_pairs_and_revokes() {
    let centre = Centre::open().await;
    let mut screen = Browser::english();
    let code = screen.get(&centre, "/kiosk").await.text();
    let code = code.split("pair-code code\">").nth(1).expect("a code")[..6].to_owned();
    let mut admin = Browser::english();
    admin.sign_in(&centre, Role::Administrator).await;
    let page = admin.get(&centre, "/devices").await;
    assert!(page.text().contains(&code), "the waiting screen is in the list");
    let csrf = page.hidden("csrf");
    let wrong = admin.post(&centre, "/devices/pair", &csrf, &[("code", "000000x"), ("name", "Door")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    let paired = admin.post(&centre, "/devices/pair", &csrf, &[("code", &spaced), ("name", "Door")]).await;
    assert_eq!(paired.status, StatusCode::SEE_OTHER, "{}", paired.text());
    assert!(screen.get(&centre, "/kiosk").await.text().contains("kiosk-main"));

    let id = centre.accounts.devices().expect("devices")[0].id;
    let revoked = admin.post(&centre, "/devices/revoke", &csrf, &[("device", &id.to_string())]).await;
    assert_eq!(revoked.status, StatusCode::SEE_OTHER);
    let page = screen.get(&centre, "/kiosk").await;
    assert!(page.text().contains("pair-code"), "a revoked screen falls back to pairing");
    assert!(centre.accounts.pending_facts().expect("facts").is_empty(), "the users stream holds the facts");
    assert_eq!(id, DeviceId(1));
}

#[tokio::test]
async fn in_a_demonstration_each_host_is_a_role() {
    let centre = Centre::demo().await;
    for (host, path) in [
        ("officer.localhost:7430", "/counter"),
        ("supervisor.localhost:7430", "/floor"),
        ("manager.localhost:7430", "/statistics"),
        ("administrator.localhost:7430", "/devices"),
        ("reception.localhost:7430", "/reception"),
        ("kiosk.localhost:7430", "/kiosk"),
        ("display.localhost:7430", "/display"),
    ] {
        let mut browser = Browser { host: Some(host), ..Browser::english() };
        let home = browser.get(&centre, "/").await;
        assert_eq!((home.status, home.header("location")), (StatusCode::SEE_OTHER, path), "{host}");
        let page = browser.get(&centre, path).await;
        assert_eq!(page.status, StatusCode::OK, "{host}: {}", page.text());
        assert!(!page.text().contains("pair-code"), "{host}");
    }
    let mut plain = Browser { host: Some("localhost:7430"), ..Browser::english() };
    let home = plain.get(&centre, "/").await;
    assert!(home.text().contains("http://officer.localhost:7430/counter"), "{}", home.text());
}

#[tokio::test]
async fn outside_a_demonstration_a_host_is_only_a_name() {
    let centre = Centre::open().await;
    let mut browser = Browser { host: Some("supervisor.localhost:7430"), ..Browser::english() };
    assert_eq!(browser.get(&centre, "/").await.status, StatusCode::OK);
    assert!(browser.get(&centre, "/floor").await.header("location").starts_with("/sign-in"));
}
