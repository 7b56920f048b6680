//! Live pages: the first event at once, one after each happening, gone when there is nothing to see.

mod common;

use std::time::Duration;

use axum::body::{Body, BodyDataStream};
use axum::http::{Request, StatusCode};
use common::{Browser, Centre};
use futures_util::StreamExt;
use nawat_journal::accounts::{DeviceKind, Role};
use tower::ServiceExt;

struct Live {
    stream: BodyDataStream,
    text: String,
}

#[derive(Debug, PartialEq, Eq)]
struct Event {
    name: String,
    id: String,
    data: String,
}

async fn connect(centre: &Centre, browser: &Browser, page: &str) -> Result<Live, StatusCode> {
    let mut request = Request::get(format!("/live/{page}")).header("accept-language", "en");
    if !browser.cookies.is_empty() {
        request = request.header("cookie", browser.cookies.join("; "));
    }
    let request = request.body(Body::empty()).expect("a request");
    let response = centre.router.clone().oneshot(request).await.expect("the router never fails");
    if response.status() != StatusCode::OK {
        return Err(response.status());
    }
    assert_eq!(response.headers()["content-type"], "text/event-stream; charset=utf-8");
    Ok(Live { stream: response.into_body().into_data_stream(), text: String::new() })
}

impl Live {
    /// The next event that is not a beat; `None` where the stream has ended.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some((event, rest)) = self.text.split_once("\n\n") {
                let field = |name: &str| {
                    let lines = event.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
                    lines.collect::<Vec<_>>().join("\n")
                };
                let event = Event { name: field("event"), id: field("id"), data: field("data") };
                self.text = rest.to_owned();
                if event.name.is_empty() || event.name == "beat" {
                    continue;
                }
                return Some(event);
            }
            // Far longer than a beat: a stream that says nothing has failed.
            let piece = tokio::time::timeout(Duration::from_secs(30), self.stream.next())
                .await
                .expect("a sign of life");
            self.text.push_str(std::str::from_utf8(&piece?.expect("bytes")).expect("text"));
        }
    }
}

#[tokio::test]
async fn a_display_hears_of_each_call() {
    let centre = Centre::open().await;
    let mut screen = Browser::english();
    screen.pair(&centre, DeviceKind::Display).await;
    let mut live = connect(&centre, &screen, "display").await.expect("a stream");
    let first = live.next().await.expect("the region at once");
    assert_eq!(first.name, "page");
    let seq = centre.get(Role::Manager, "/day").await.json()["seq"].to_string();
    assert_eq!(first.id, seq);
    let number = centre.ticket().await["number"].as_str().expect("a number").to_owned();
    centre.post(Role::Supervisor, "/counters/1/open", "").await;
    centre.post(Role::Supervisor, "/counters/1/call-next", "").await;
    let called = loop {
        let event = live.next().await.expect("the stream goes on");
        if event.data.contains(&number) {
            break event;
        }
    };
    assert!(called.data.contains("data-call"), "{}", called.data);
    assert!(called.id.parse::<u64>().expect("a sequence") > first.id.parse().expect("a sequence"));
}

#[tokio::test]
async fn a_page_that_comes_back_misses_nothing() {
    let centre = Centre::open().await;
    let mut clerk = Browser::english();
    clerk.sign_in(&centre, Role::Officer).await;
    let mut live = connect(&centre, &clerk, "counter/1").await.expect("a stream");
    live.next().await.expect("the region at once");
    drop(live);
    let number = centre.ticket().await["number"].as_str().expect("a number").to_owned();
    let mut live = connect(&centre, &clerk, "counter/1?last=1").await.expect("a stream");
    let event = live.next().await.expect("the region at once");
    assert!(event.data.contains(&number), "{}", event.data);
}

#[tokio::test]
async fn the_forms_of_a_shared_region_are_each_readers_own() {
    let centre = Centre::open().await;
    let mut seen = Vec::new();
    for role in [Role::Officer, Role::Supervisor] {
        let mut browser = Browser::english();
        browser.sign_in(&centre, role).await;
        let own = browser.get(&centre, "/counter/1").await.hidden("csrf");
        let mut live = connect(&centre, &browser, "counter/1").await.expect("a stream");
        let event = live.next().await.expect("the region");
        let marker = "name=\"csrf\" value=\"";
        let sent = event
            .data
            .split(marker)
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .expect("a form")
            .to_owned();
        assert_eq!(sent, own);
        assert!(!event.data.contains("csrf-of-this-reader"));
        seen.push(sent);
    }
    assert_ne!(seen[0], seen[1]);
}

#[tokio::test]
async fn whoever_may_not_see_a_page_may_not_hear_it() {
    let centre = Centre::open().await;
    let nobody = Browser::english();
    let mut officer = Browser::english();
    officer.sign_in(&centre, Role::Officer).await;
    for (browser, page, status) in [
        (&nobody, "counter/1", StatusCode::UNAUTHORIZED),
        (&nobody, "display", StatusCode::UNAUTHORIZED),
        (&nobody, "kiosk", StatusCode::UNAUTHORIZED),
        (&officer, "floor", StatusCode::FORBIDDEN),
        (&nobody, "ticket/00000000000000000000000000000000", StatusCode::NOT_FOUND),
        (&nobody, "elsewhere", StatusCode::NOT_FOUND),
    ] {
        assert_eq!(connect(&centre, browser, page).await.err(), Some(status), "{page}");
    }
}

#[tokio::test]
async fn a_ticket_is_gone_with_its_day() {
    let centre = Centre::open().await;
    let ticket = centre.ticket().await;
    let page = format!("ticket/{}", ticket["reference"].as_str().expect("a reference"));
    let mut live = connect(&centre, &Browser::english(), &page).await.expect("a stream, without sign-in");
    live.next().await.expect("the region at once");
    centre.post(Role::Supervisor, "/day/close", "").await;
    centre.clock.pass(nawat_engine::time::Millis::minutes(24 * 60));
    centre.post(Role::Supervisor, "/day/open", "").await;
    loop {
        match live.next().await {
            Some(event) if event.name == "gone" => break,
            Some(event) => assert_eq!(event.name, "page"),
            None => panic!("the page is told before the stream ends"),
        }
    }
    assert_eq!(live.next().await, None);
}

#[tokio::test]
async fn a_revoked_screen_goes_back_to_pairing() {
    let centre = Centre::open().await;
    let mut screen = Browser::english();
    let id = screen.pair(&centre, DeviceKind::Display).await;
    let mut live = connect(&centre, &screen, "display").await.expect("a stream");
    live.next().await.expect("the region at once");
    centre
        .accounts
        .revoke_device(nawat_engine::ids::DeviceId(id), centre.state.clock().now())
        .expect("revoked");
    assert_eq!(live.next().await.expect("a last word").name, "gone");
    assert_eq!(live.next().await, None);
}

#[tokio::test]
async fn a_server_that_stops_lets_its_streams_go() {
    let centre = Centre::open().await;
    let ticket = centre.ticket().await;
    let page = format!("ticket/{}", ticket["reference"].as_str().expect("a reference"));
    let mut live = connect(&centre, &Browser::english(), &page).await.expect("a stream");
    live.next().await.expect("the region at once");
    centre.state.close();
    assert_eq!(live.next().await, None);
}

/// Many pages, one rendering each happening: all hear the same bytes.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_displays_hear_the_same() {
    let centre = Centre::open().await;
    let mut screen = Browser::english();
    screen.pair(&centre, DeviceKind::Display).await;
    let mut all = Vec::new();
    for _ in 0..1_000 {
        all.push(connect(&centre, &screen, "display").await.expect("a stream"));
    }
    for live in &mut all {
        live.next().await.expect("the region at once");
    }
    centre.ticket().await;
    let mut heard = std::collections::BTreeSet::new();
    for live in &mut all {
        let event = live.next().await.expect("the happening");
        heard.insert((event.id, event.data));
    }
    assert_eq!(heard.len(), 1);
}
