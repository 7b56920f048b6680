//! Signing in and out.

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use nawat_journal::accounts::Role;
use serde::Deserialize;

use super::{own_place, see_other};
use crate::cookies::{self, Kept};
use crate::door::Browser;
use crate::forms::Form;
use crate::pages;
use crate::problems::Problem;
use crate::reader::Reader;
use crate::scene::Scene;
use crate::sign_in::{self as signing, SESSION, demo, password};
use crate::state::AppState;
use crate::throttle::Attempt;

#[derive(Debug, Deserialize)]
pub struct Next {
    pub next: Option<String>,
}

/// `GET /sign-in`
pub async fn page(
    State(state): State<AppState>,
    Query(next): Query<Next>,
    reader: Reader,
    browser: Browser,
    headers: HeaderMap,
) -> Response {
    let asked = Asked { name: "", next: next.next.as_deref().unwrap_or("/"), problem: None };
    shown(&state, reader, &browser, &headers, &asked)
}

struct Asked<'a> {
    name: &'a str,
    next: &'a str,
    problem: Option<Problem>,
}

fn shown(
    state: &AppState,
    reader: Reader,
    browser: &Browser,
    headers: &HeaderMap,
    asked: &Asked<'_>,
) -> Response {
    let scene = Scene::of(state, reader, Some(browser), "/sign-in");
    let f = scene.frame();
    let page = pages::sign_in::SignIn {
        f: &f,
        name: asked.name.to_owned(),
        wrong: asked.problem.as_ref().map(|problem| problem.detail(f.words)),
        next: own_place(asked.next).to_owned(),
        demo: roles(state, &f, headers),
    };
    let status = asked.problem.as_ref().map_or(StatusCode::OK, |problem| problem.status);
    let mut response = scene.answer(browser, status, &page);
    for (name, value) in asked.problem.iter().flat_map(|problem| &problem.headers) {
        response.headers_mut().insert(name.clone(), value.clone());
    }
    response
}

fn roles(
    state: &AppState,
    f: &pages::frame::Frame<'_>,
    headers: &HeaderMap,
) -> Vec<pages::sign_in::DemoRole> {
    let sign_ins = state.demo().map(|demo| demo.sign_ins.as_slice()).unwrap_or_default();
    let port = demo::port(headers);
    sign_ins
        .iter()
        .map(|sign_in| pages::sign_in::DemoRole {
            role: f.say(&format!("role-{}", sign_in.role)),
            name: sign_in.user.clone(),
            password: sign_in.password.clone(),
            address: Some(format!("http://{}.localhost{port}/", sign_in.role)),
        })
        .collect()
}

/// `POST /sign-in`
pub async fn sign_in(
    State(state): State<AppState>,
    reader: Reader,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, Problem> {
    let name = form.text("name").unwrap_or_default();
    let next = form.text("next").unwrap_or("/");
    let attempt = Attempt { name: name.to_lowercase(), from: form.browser.from };
    let now = state.clock().wall();
    let wait = state.throttle().wait(&attempt, now);
    if wait.0 > 0 {
        let seconds = (wait.0 + 999) / 1_000;
        let problem = Problem::new(StatusCode::TOO_MANY_REQUESTS, "sign-in-too-often")
            .number("seconds", seconds)
            .header(header::RETRY_AFTER, seconds.into());
        return Ok(shown(
            &state,
            reader,
            &form.browser,
            &headers,
            &Asked { name, next, problem: Some(problem) },
        ));
    }
    // A password may begin or end with a blank.
    let given = form.untrimmed("password").unwrap_or_default().to_owned();
    let user = state.accounts().user_named(name)?.filter(|user| !user.disabled);
    let hash = user.as_ref().map(|user| user.password.clone());
    let belongs = password::belongs(given, hash).await;
    let Some(user) = user.filter(|_| belongs) else {
        return Ok(refused(&state, reader, &form, &headers, attempt));
    };
    state.throttle().succeeded(&attempt);
    // Whoever knew the cookie of before knows nothing of the new session.
    if let Some(old) = cookies::get(&headers, SESSION) {
        signing::end(&state, old)?;
    }
    let secret = signing::begin(&state, user.id)?;
    let place = if own_place(next) == "/" { desk_of(user.role) } else { own_place(next) };
    let mut response = see_other(place);
    let cookie = cookies::set(SESSION, &secret, Kept::Session, form.browser.secure);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

fn refused(state: &AppState, reader: Reader, form: &Form, headers: &HeaderMap, attempt: Attempt) -> Response {
    state.throttle().failed(attempt, state.clock().wall());
    let problem = Problem::new(StatusCode::UNAUTHORIZED, "sign-in-wrong");
    let asked = Asked {
        name: form.text("name").unwrap_or_default(),
        next: form.text("next").unwrap_or("/"),
        problem: Some(problem),
    };
    shown(state, reader, &form.browser, headers, &asked)
}

/// Where a role works.
pub fn desk_of(role: Role) -> &'static str {
    match role {
        Role::Reception => "/reception",
        Role::Officer => "/counter",
        Role::Supervisor => "/floor",
        Role::Manager => "/statistics",
        Role::Administrator => "/devices",
    }
}

/// `POST /sign-out`
pub async fn sign_out(
    State(state): State<AppState>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, Problem> {
    if let Some(secret) = cookies::get(&headers, SESSION) {
        signing::end(&state, secret)?;
    }
    let mut response = see_other("/sign-in");
    let cookie = cookies::set(SESSION, "", Kept::Removed, form.browser.secure);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

/// Whoever is not signed in is led to the sign-in, and back.
pub fn first(browser: &Browser, here: &str) -> Option<Response> {
    let query: String = form_urlencoded::byte_serialize(here.as_bytes()).collect();
    browser.session.is_none().then(|| see_other(&format!("/sign-in?next={query}")))
}
