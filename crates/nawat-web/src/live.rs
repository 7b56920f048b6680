//! Live pages: each sends its whole region again when something happened, so that a page that lost its
//! connection misses nothing. A region is rendered once for all who look at it.
//!
//! `GET /live/{page}` answers with server-sent events: `page` with the region's HTML and the stream's
//! sequence as its id, `beat` every five seconds with the hall's time, `gone` when there is nothing to see here
//! any more (signed out, unpaired, the ticket's day over).

mod drawing;

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use futures_util::stream;
use nawat_catalogue::Lang;
use tokio::sync::watch;
use tokio::time::{Instant, sleep, sleep_until};

use crate::cookies;
use crate::door::{Browser, kind_of_path};
use crate::fragments::{CSRF_MARK, Connected, Fragment, frame};
use crate::problems::Problem;
use crate::reader::Reader;
use crate::region::Region;
use crate::sign_in::{self, SESSION, devices};
use crate::state::AppState;

/// Five times a second at the most.
const PAUSE: Duration = Duration::from_millis(200);
const BEAT: Duration = Duration::from_secs(5);

/// `GET /live/{*page}`
pub async fn live(
    State(state): State<AppState>,
    Path(page): Path<String>,
    reader: Reader,
    browser: Browser,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let region = drawing::named(&state, &page)?;
    drawing::allowed(&region, &browser.caller())?;
    let rights = Rights {
        session: cookies::get(&headers, SESSION).filter(|_| browser.session.is_some()).map(str::to_owned),
        device: browser.paired().and(browser.device_secret.clone()),
        path: format!("/live/{page}"),
    };
    let connected = state.fragments().connect();
    let watching = Watching {
        changes: state.writer().watch(),
        help: state.help().watch(),
        closing: state.closing(),
        state,
        region,
        lang: reader.lang,
        csrf: browser.csrf,
        rights,
        last: None,
        waiting: VecDeque::new(),
        may_send: Instant::now(),
        beat: Instant::now() + BEAT,
        _connected: connected,
    };
    let frames = stream::unfold(Some(watching), |watching| async move {
        let (bytes, watching) = watching?.next().await?;
        Some((Ok::<_, std::convert::Infallible>(bytes), watching))
    });
    let mut response = Response::new(Body::from_stream(frames));
    *response.status_mut() = StatusCode::OK;
    let about = response.headers_mut();
    about.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream; charset=utf-8"));
    about.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // Proxies that gather an answer before they pass it on would hold it for ever.
    about.insert("x-accel-buffering", HeaderValue::from_static("no"));
    Ok(response)
}

/// What the page may be seen by; looked at again with each beat.
#[derive(Debug)]
struct Rights {
    session: Option<String>,
    device: Option<String>,
    path: String,
}

impl Rights {
    fn hold(&self, state: &AppState) -> bool {
        if let (Some(kind), Some(secret)) = (kind_of_path(&self.path), &self.device) {
            let device = devices::device(state, kind, secret).ok().flatten();
            return device.is_some_and(|device| device.pairing == nawat_journal::accounts::Pairing::Paired);
        }
        match &self.session {
            Some(secret) => sign_in::session(state, secret).ok().flatten().is_some(),
            None => true,
        }
    }
}

struct Watching {
    state: AppState,
    region: Region,
    lang: Lang,
    csrf: String,
    rights: Rights,
    changes: watch::Receiver<u64>,
    help: watch::Receiver<u64>,
    closing: watch::Receiver<bool>,
    last: Option<Arc<Fragment>>,
    waiting: VecDeque<Bytes>,
    may_send: Instant,
    beat: Instant,
    _connected: Connected,
}

impl Watching {
    /// The next bytes to send, and whether to go on after them.
    async fn next(mut self) -> Option<(Bytes, Option<Watching>)> {
        loop {
            if let Some(bytes) = self.waiting.pop_front() {
                return Some((bytes, Some(self)));
            }
            if *self.closing.borrow() {
                return None;
            }
            if self.last.is_some() && !self.wait().await {
                return None;
            }
            let at_beat = Instant::now() >= self.beat;
            if at_beat && !self.rights.hold(&self.state) {
                return Some((Bytes::from_static(b"event: gone\ndata: \n\n"), None));
            }
            self.changes.borrow_and_update();
            self.help.borrow_and_update();
            let Some(fresh) = drawing::drawn(&self.state, &self.region, self.lang) else {
                return Some((Bytes::from_static(b"event: gone\ndata: \n\n"), None));
            };
            let same = self.last.as_ref().is_some_and(|last| last.html == fresh.html);
            if !same {
                self.may_send = Instant::now() + PAUSE;
                self.waiting.push_back(self.framed(&fresh));
                self.last = Some(fresh);
            }
            if at_beat {
                self.beat = Instant::now() + BEAT;
                self.waiting.push_back(beat(&self.state));
            }
        }
    }

    /// Waits for something to happen, or for the beat. False: it is over.
    async fn wait(&mut self) -> bool {
        tokio::select! {
            changed = self.changes.changed() => {
                if changed.is_err() {
                    // The writer has ended; the page goes on beating until the server does.
                    sleep(PAUSE).await;
                }
                sleep_until(self.may_send).await;
                true
            }
            _ = self.help.changed() => {
                sleep_until(self.may_send).await;
                true
            }
            () = sleep_until(self.beat) => true,
            _ = self.closing.changed() => false,
        }
    }

    fn framed(&self, fragment: &Fragment) -> Bytes {
        if fragment.has_forms {
            return frame(fragment.seq, &fragment.html.replace(CSRF_MARK, &self.csrf));
        }
        fragment.framed.clone()
    }
}

/// A comment for proxies, an event for the page, with the hall's time.
fn beat(state: &AppState) -> Bytes {
    Bytes::from(format!(": beat\n\nevent: beat\ndata: {}\n\n", state.clock().now().0))
}
