//! Sounds and pictures of the centre as they are sent: lists, whole files, parts, and nothing else.

mod common;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use common::{Answer, Browser, Centre};
use nawat_journal::accounts::{DeviceKind, Role};

async fn get(centre: &Centre, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::get(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    centre.send(request.body(Body::empty()).expect("a request")).await
}

fn put(centre: &Centre, file: &str, content: &[u8]) {
    let path = centre.folder.path().join(file);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    std::fs::write(path, content).expect("written");
}

#[tokio::test]
async fn a_clip_is_listed_sent_and_kept() {
    let centre = Centre::open().await;
    assert_eq!(get(&centre, "/media/voice.json", &[]).await.json()["ar"], serde_json::json!({}));
    put(&centre, "voice/ar/ticket.wav", b"0123456789");
    let url = get(&centre, "/media/voice.json", &[]).await.json()["ar"]["ticket"].clone();
    let url = url.as_str().expect("an address");
    let whole = get(&centre, url, &[]).await;
    assert_eq!((whole.status, whole.body.as_slice()), (StatusCode::OK, b"0123456789".as_slice()));
    assert_eq!(whole.header("content-type"), "audio/wav");
    assert!(whole.header("cache-control").contains("immutable"), "{}", whole.header("cache-control"));
    let known = get(&centre, url, &[("if-none-match", whole.header("etag"))]).await;
    assert_eq!((known.status, known.body.len()), (StatusCode::NOT_MODIFIED, 0));
    let part = get(&centre, url, &[("range", "bytes=2-4")]).await;
    assert_eq!((part.status, part.body.as_slice()), (StatusCode::PARTIAL_CONTENT, b"234".as_slice()));
    assert_eq!(part.header("content-range"), "bytes 2-4/10");
    let beyond = get(&centre, url, &[("range", "bytes=10-")]).await;
    assert_eq!(
        (beyond.status, beyond.header("content-range")),
        (StatusCode::RANGE_NOT_SATISFIABLE, "bytes */10")
    );
    assert!(
        !get(&centre, "/media/voice/ar/ticket.wav", &[]).await.header("cache-control").contains("immutable")
    );
}

#[tokio::test]
async fn a_long_film_comes_whole() {
    let centre = Centre::open().await;
    let film: Vec<u8> = (0..1_000_000_u32).map(|at| at as u8).collect();
    put(&centre, "display/film.mp4", &film);
    let list = get(&centre, "/media/display.json", &[]).await.json();
    assert_eq!(list[0]["film"], true);
    let sent = get(&centre, list[0]["url"].as_str().expect("an address"), &[]).await;
    assert!(sent.body == film);
}

#[tokio::test]
async fn nothing_else_of_the_folder_is_sent() {
    let centre = Centre::open().await;
    for path in [
        "/media/accounts.db",
        "/media/voice/../accounts.db",
        "/media/voice/%2e%2e/accounts.db",
        "/media/voice/ar/..%2f..%2faccounts.db",
        "/media/display/%2Fetc%2Fpasswd",
        "/media/keys/people.key",
        "/media/",
        "/media/voice",
    ] {
        assert_eq!(get(&centre, path, &[]).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_display_shows_the_section_that_its_administrator_chose() {
    let centre = Centre::open().await;
    let mut display = Browser::english();
    let id = display.pair(&centre, DeviceKind::Display).await;
    assert!(display.get(&centre, "/display").await.text().contains("data-live=\"/live/display\""));
    let mut administrator = Browser::english();
    administrator.sign_in(&centre, Role::Administrator).await;
    let page = administrator.get(&centre, "/devices").await;
    let (csrf, id) = (page.hidden("csrf"), id.to_string());
    let choose = [("device", id.as_str()), ("section", "new_applications")];
    let chosen = administrator.post(&centre, "/devices/section", &csrf, &choose).await;
    assert_eq!(chosen.status, StatusCode::SEE_OTHER, "{}", chosen.text());
    let page = display.get(&centre, "/display").await.text();
    assert!(page.contains("data-live=\"/live/display/new_applications\""), "{page}");
    assert!(page.contains("New applications") && !page.contains("Data update</"), "{page}");
    let whole = display.get(&centre, "/display?section=").await.text();
    assert!(whole.contains("data-live=\"/live/display\""), "{whole}");
    let other = display.get(&centre, "/display?section=nowhere").await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    let wrong = [("device", id.as_str()), ("section", "nowhere")];
    let refused = administrator.post(&centre, "/devices/section", &csrf, &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
}

/// The matter of a private section stands nowhere on a display, its own included.
#[tokio::test]
async fn a_private_section_goes_unnamed() {
    let centre = Centre::open().await;
    let mut display = Browser::english();
    display.pair(&centre, DeviceKind::Display).await;
    for section in ["", "legal_affairs_and_inspection", "studies_and_research"] {
        let page = display.get(&centre, &format!("/display?section={section}")).await;
        assert_eq!(page.status, StatusCode::OK, "{section}");
        for name in ["Legal Affairs", "Studies and Research", "القانونية", "الدراسات"] {
            assert!(!page.text().contains(name), "{section}: {name}");
        }
    }
}
