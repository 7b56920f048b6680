//! A centre in a temporary folder: real catalogue, real journal, real accounts, a clock that the test sets.

#![allow(dead_code, reason = "each test file uses its own part of this")]

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Request, StatusCode};
use jiff::civil::{Date, date};
use nawat_catalogue::{Published, civil_day};
use nawat_engine::time::{Millis, Moment};
use nawat_engine::{Actor, Command, Said};
use nawat_journal::accounts::{Accounts, DeviceKind, Role, secret_hash};
use nawat_journal::people::People;
use nawat_journal::{DataFolder, Hall, SqliteStore, Writer};
use nawat_web::{AppParts, AppState, DemoSignIn, DemoSignIns, HallClock};
use serde_json::Value;
use tower::ServiceExt;

/// A working Wednesday.
pub const DAY: Date = date(2017, 11, 1);

/// Hall and wall show the same; both stand still until a test moves them.
#[derive(Debug)]
pub struct SetClock(AtomicI64);

impl SetClock {
    pub fn pass(&self, length: Millis) {
        self.0.fetch_add(length.0, Ordering::SeqCst);
    }
}

impl HallClock for SetClock {
    fn now(&self) -> Moment {
        Moment(self.0.load(Ordering::SeqCst))
    }

    fn speed(&self) -> f64 {
        1.0
    }

    fn wall(&self) -> Moment {
        self.now()
    }
}

pub struct Centre {
    pub state: AppState,
    pub router: Router,
    pub accounts: Arc<Accounts>,
    pub clock: Arc<SetClock>,
    pub published: Arc<Published>,
    writer: Writer,
    /// Data and, for the tests, the centre's own sounds and pictures.
    pub folder: tempfile::TempDir,
}

impl Drop for Centre {
    fn drop(&mut self) {
        self.writer.stop();
    }
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }

    /// The cookies it sets, as a browser sends them back.
    pub fn cookies(&self) -> Vec<String> {
        let lines = self.headers.get_all("set-cookie").iter().filter_map(|line| line.to_str().ok());
        lines.filter_map(|line| line.split(';').next()).map(str::to_owned).collect()
    }

    /// The value of the first hidden field of this name in a page.
    pub fn hidden(&self, name: &str) -> String {
        let text = self.text();
        let marker = format!("name=\"{name}\" value=\"");
        let rest = text.split_once(&marker).map(|(_, rest)| rest).unwrap_or_default();
        rest.split('"').next().unwrap_or_default().to_owned()
    }
}

impl Centre {
    /// A centre whose day is open, at ten o'clock.
    pub async fn open() -> Centre {
        let centre = Centre::closed(false);
        centre.open_day().await;
        centre
    }

    pub async fn demo() -> Centre {
        let centre = Centre::closed(true);
        centre.open_day().await;
        centre
    }

    pub fn closed(demo: bool) -> Centre {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../centres/bahrain-housing");
        let read = nawat_catalogue::read(&root).expect("the reference centre is sound");
        let published = Published::publish(None, read);
        let hours = published.centre.calendar.hours_on(DAY).expect("a working day");
        let now = hours.opens.plus(Millis::minutes(150));
        let data = Arc::new(DataFolder::hold(folder.path()).expect("the folder is free"));
        let store = SqliteStore::open(&data).expect("a journal");
        let hall = Hall::found(Box::new(store), published, hours.opens).expect("founded");
        let published = Arc::clone(hall.published());
        let (writer, _) = Writer::start(hall).expect("a writer");
        let accounts = Arc::new(Accounts::open(folder.path()).expect("accounts"));
        let clock = Arc::new(SetClock(AtomicI64::new(now.0)));
        let mut sign_ins = Vec::new();
        for role in Role::ALL {
            let password = format!("the password of {role}");
            let hash = nawat_web::hash_password(&password).expect("a hash");
            let staff = accounts.add_user(role.as_str(), role, &hash, now).expect("a new name");
            accounts.add_token(&secret_hash(&token(role)), role, None, "test", now).expect("a token");
            let own = Some(staff);
            accounts.add_token(&secret_hash(&own_token(role)), role, own, "test", now).expect("a token");
            sign_ins.push(DemoSignIn { role, user: role.as_str().to_owned(), password });
        }
        let people = Arc::new(People::open(folder.path(), &[7; 64]).expect("a vault"));
        let state = AppState::new(AppParts {
            writer: writer.clone(),
            accounts: Arc::clone(&accounts),
            people,
            clock: Arc::clone(&clock) as Arc<dyn HallClock>,
            folder: Some(folder.path().to_owned()),
            demo: demo.then_some(DemoSignIns { sign_ins }),
            metrics: true,
        })
        .expect("sound texts");
        let router = nawat_web::router(state.clone());
        Centre { state, router, accounts, clock, published, writer, folder }
    }

    pub async fn open_day(&self) {
        let opening = self
            .writer
            .with_hall(|hall| Ok(hall.opening(civil_day(DAY), false)))
            .await
            .expect("the writer runs")
            .expect("a working day");
        self.tell(Command::OpenDay(opening)).await;
    }

    /// Something told by the centre itself.
    pub async fn tell(&self, command: Command) {
        let at = self.clock.now();
        let said = Said { by: Actor::Centre, at, effective: None, command };
        self.writer.tell(said, None).await.expect("told");
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.expect("the router never fails");
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.expect("a whole body").to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// `POST` of JSON below /api/v1, with a role's token.
    pub async fn post(&self, role: Role, path: &str, body: &str) -> Answer {
        self.post_with(role, path, body, &[]).await
    }

    pub async fn post_with(&self, role: Role, path: &str, body: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::post(format!("/api/v1{path}"))
            .header("authorization", format!("Bearer {}", token(role)))
            .header("content-type", "application/json");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::from(body.to_owned())).expect("a request")).await
    }

    pub async fn get(&self, role: Role, path: &str) -> Answer {
        let request =
            Request::get(format!("/api/v1{path}")).header("authorization", format!("Bearer {}", token(role)));
        self.send(request.body(Body::empty()).expect("a request")).await
    }

    pub fn service(&self) -> u16 {
        self.published.service_id("data_update").expect("a service of the centre").0
    }

    pub fn outcome(&self) -> u16 {
        let service = self.published.service_id("data_update").expect("a service of the centre");
        self.published.outcomes_of_service(service)[0].0.0
    }

    /// A ticket for the service of [`Centre::service`].
    pub async fn ticket(&self) -> Value {
        let body = format!("{{\"service\": {}}}", self.service());
        let answer = self.post(Role::Reception, "/tickets", &body).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
        answer.json()
    }
}

/// A program's own token.
pub fn token(role: Role) -> String {
    format!("a token for {role}")
}

/// A token that belongs to the member of staff of this role.
pub fn own_token(role: Role) -> String {
    format!("{role}'s own token")
}

/// A browser: sends its cookies back.
#[derive(Clone, Debug, Default)]
pub struct Browser {
    pub cookies: Vec<String>,
    pub host: Option<&'static str>,
    pub lang: &'static str,
}

impl Browser {
    pub fn english() -> Browser {
        // A screen of the hall passes over what its browser asks for; its reader chose English.
        Browser { lang: "en", cookies: vec!["nawat_lang=en".to_owned()], ..Browser::default() }
    }

    pub async fn get(&mut self, centre: &Centre, path: &str) -> Answer {
        let answer = centre.send(self.request("GET", path, Body::empty())).await;
        self.keep(&answer);
        answer
    }

    /// Posts a form, its token included.
    pub async fn post(&mut self, centre: &Centre, path: &str, csrf: &str, fields: &[(&str, &str)]) -> Answer {
        let mut form = vec![("csrf", csrf)];
        form.extend_from_slice(fields);
        let encoded: Vec<String> =
            form.iter().map(|(name, value)| format!("{name}={}", percent(value))).collect();
        let mut request = self.request("POST", path, Body::from(encoded.join("&")));
        let kind = HeaderValue::from_static("application/x-www-form-urlencoded");
        request.headers_mut().insert(HeaderName::from_static("content-type"), kind);
        let answer = centre.send(request).await;
        self.keep(&answer);
        answer
    }

    /// Signs a role in by its name and password.
    pub async fn sign_in(&mut self, centre: &Centre, role: Role) {
        let page = self.get(centre, "/sign-in").await;
        let password = format!("the password of {role}");
        let fields = [("name", role.as_str()), ("password", password.as_str())];
        let answer = self.post(centre, "/sign-in", &page.hidden("csrf"), &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    }

    /// Makes this browser a paired screen.
    pub async fn pair(&mut self, centre: &Centre, kind: DeviceKind) -> u32 {
        let path = format!("/{}", kind.as_str());
        self.get(centre, &path).await;
        let devices = centre.accounts.devices().expect("devices");
        let nawat_journal::accounts::Pairing::Waiting { code, .. } = &devices[0].pairing else {
            panic!("no screen waits")
        };
        centre.accounts.pair(code, "a screen", centre.clock.now()).expect("paired").id.0
    }

    fn request(&self, method: &str, path: &str, body: Body) -> Request<Body> {
        let mut request = Request::builder().method(method).uri(path);
        if !self.cookies.is_empty() {
            request = request.header("cookie", self.cookies.join("; "));
        }
        if let Some(host) = self.host {
            request = request.header("host", host);
        }
        if !self.lang.is_empty() {
            request = request.header("accept-language", self.lang);
        }
        request.body(body).expect("a request")
    }

    fn keep(&mut self, answer: &Answer) {
        for cookie in answer.cookies() {
            let name = cookie.split('=').next().unwrap_or_default().to_owned();
            self.cookies.retain(|known| !known.starts_with(&format!("{name}=")));
            if !cookie.ends_with('=') {
                self.cookies.push(cookie);
            }
        }
    }
}

fn percent(text: &str) -> String {
    text.bytes()
        .map(
            |byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            },
        )
        .collect()
}
