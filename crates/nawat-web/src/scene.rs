//! The surroundings of a page: made once a request, lent to the page's view.

use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use nawat_catalogue::{Words, civil_day};
use nawat_engine::time::Moment;
use nawat_journal::Committed;

use crate::cookies::{self, LONG};
use crate::door::Browser;
use crate::fragments::CSRF_MARK;
use crate::pages::frame::{Frame, HallClock, Notice, Tone, Who};
use crate::pages::waits::Waits;
use crate::problems::Problem;
use crate::random;
use crate::reader::{LANG, Reader};
use crate::state::{AppState, BothTexts};

/// What a frame borrows from.
#[derive(Debug)]
pub struct Scene {
    texts: Arc<BothTexts>,
    centre: Words,
    pub reader: Reader,
    here: String,
    pub csrf: String,
    pub once: String,
    clock: HallClock,
    waits: Arc<Waits>,
    who: Option<Who>,
    pub notice: Option<Notice>,
}

impl Scene {
    pub fn of(state: &AppState, reader: Reader, browser: Option<&Browser>, here: &str) -> Scene {
        let texts = state.texts();
        let words = texts.of(reader.lang);
        let who = browser.and_then(|browser| browser.session.as_ref()).map(|session| Who {
            name: session.name.clone(),
            role: words.say(&format!("role-{}", session.role)),
        });
        let (centre, clock, once) = state.read(|committed| {
            let clock = hall_clock(committed, state.clock().now(), state.clock().speed());
            let once = format!("{}-{}", committed.day.date.0, committed.day.seq);
            (committed.published.centre.name.clone(), clock, once)
        });
        Scene {
            centre,
            reader,
            here: here.to_owned(),
            csrf: browser.map_or_else(String::new, |browser| browser.csrf.clone()),
            once,
            clock,
            waits: state.waits().now(),
            who,
            notice: None,
            texts,
        }
    }

    /// For what is rendered once and shared by all who see it: the token of each one's forms is put in when
    /// it is sent, and a press of the same moment of the day is the same command.
    pub fn shared(state: &AppState, lang: nawat_catalogue::Lang) -> Scene {
        let reader =
            Reader { lang, chose_lang: false, large: false, contrast: false, theme: Default::default() };
        let mut scene = Scene::of(state, reader, None, "/");
        scene.csrf = CSRF_MARK.to_owned();
        scene
    }

    /// With a key of its own for the forms of this rendering, where two people may press the same.
    pub fn with_own_key(mut self) -> Result<Scene, Problem> {
        self.once = random::token()?;
        Ok(self)
    }

    /// The same with a problem told above the page.
    pub fn with_problem(mut self, problem: Option<&Problem>) -> Scene {
        let words = self.texts.of(self.reader.lang);
        self.notice =
            problem.map(|problem| Notice { tone: Tone::Late, text: problem.detail(words) }).or(self.notice);
        self
    }

    pub fn frame(&self) -> Frame<'_> {
        let lang = self.reader.lang;
        Frame {
            lang,
            words: self.texts.of(lang),
            other_words: self.texts.of(lang.other()),
            centre: self.centre.in_lang(lang).to_owned(),
            centre_other: self.centre.in_lang(lang.other()).to_owned(),
            here: self.here.clone(),
            csrf: self.csrf.clone(),
            once: self.once.clone(),
            large: self.reader.large,
            contrast: self.reader.contrast,
            theme: self.reader.theme,
            clock: self.clock,
            waits: &self.waits,
            who: self.who.clone(),
            notice: self.notice.clone(),
        }
    }

    /// A page of this scene as an answer.
    pub fn answer(&self, browser: &Browser, status: StatusCode, page: &impl Template) -> Response {
        self.remember(browser, html(status, page))
    }

    /// A page as it was written out.
    pub fn written(&self, browser: &Browser, status: StatusCode, page: askama::Result<String>) -> Response {
        self.remember(browser, written(status, page))
    }

    /// A language that was chosen in the address is kept.
    fn remember(&self, browser: &Browser, mut response: Response) -> Response {
        if self.reader.chose_lang {
            let cookie = cookies::set(LANG, self.reader.lang.code(), LONG, browser.secure);
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
    }
}

/// The centre's time on the wall is so many minutes ahead of UTC at this moment.
fn hall_clock(committed: &Committed, now: Moment, speed: f64) -> HallClock {
    let local = committed.published.centre.calendar.local(now);
    let days = i64::from(civil_day(local.date()).0);
    let of_day = i64::from(local.hour()) * 60 + i64::from(local.minute());
    let offset = days * 1_440 + of_day - now.0.div_euclid(60_000);
    HallClock { now_ms: now.0, speed, offset_minutes: i32::try_from(offset).unwrap_or(0) }
}

pub fn html(status: StatusCode, page: &impl Template) -> Response {
    written(status, page.render())
}

fn written(status: StatusCode, page: askama::Result<String>) -> Response {
    let (status, body) = match page {
        Ok(body) => (status, body),
        // A template that cannot be written out is a mistake of the program, found by its tests.
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, String::new()),
    };
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    response
}
