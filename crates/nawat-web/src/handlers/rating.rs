//! Ratings: at the pad of a counter, by the ticket's link, and what was said for those who answer it.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use nawat_engine::Command;
use nawat_engine::ids::{CounterId, Reference, VisitId};
use nawat_engine::visit::Rating;
use nawat_journal::accounts::DeviceKind;

use super::devices::{self, Admitted};
use super::{see_other, sign_in, ticket};
use crate::allowed::{self, Ask};
use crate::caller::Caller;
use crate::commands::tell;
use crate::cookies::{self, LONG};
use crate::door::Browser;
use crate::fill;
use crate::forms::Form;
use crate::named::{self, Named};
use crate::problems::Problem;
use crate::reader::Reader;
use crate::remarks::{self, Said};
use crate::scene::Scene;
use crate::state::AppState;

/// Where a pad stands: chosen once, where it is set up.
const PAD_COUNTER: &str = "nawat_pad_counter";

/// `GET /pad`
pub async fn pad(
    State(state): State<AppState>,
    reader: Reader,
    browser: Browser,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let entered = match devices::enter(&state, reader, browser, &headers, DeviceKind::Pad, Ask::Rate)? {
        Ok(entered) => entered,
        Err(pairing) => return Ok(pairing),
    };
    let scene = Scene::of(&state, reader, Some(&entered.browser), "/pad");
    let f = scene.frame();
    let counter = pad_counter(&state, &headers);
    let page = state.read(|committed| match counter {
        Some(counter) => fill::rating::pad(&fill::seen(&f, committed), counter).render(),
        None => fill::rating::choice(&fill::seen(&f, committed)).render(),
    });
    let response = scene.written(&entered.browser, StatusCode::OK, page);
    Ok(entered.answer(response))
}

/// The counter that this pad stands at; none where it was never said, or is no counter any more.
fn pad_counter(state: &AppState, headers: &HeaderMap) -> Option<CounterId> {
    let named = Named::of(cookies::get(headers, PAD_COUNTER)?);
    state.read(|committed| {
        let counter = named::counter(&committed.published, &named).ok()?;
        committed.published.counter(counter).map(|_| counter)
    })
}

/// `POST /pad/counter`: the pad stands here from now on.
pub async fn stand(State(state): State<AppState>, form: Form) -> Result<Response, Problem> {
    allowed::look(&form.browser.caller(), Ask::Rate)?;
    let named = form.wanted_named("counter")?;
    let counter = state.read(|committed| named::counter(&committed.published, &named))?;
    let mut response = see_other("/pad");
    let cookie = cookies::set(PAD_COUNTER, &counter.to_string(), LONG, form.browser.secure);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

/// `POST /pad/rate`
pub async fn press(State(state): State<AppState>, form: Form) -> Result<Response, Problem> {
    let caller = form.browser.caller();
    allowed::look(&caller, Ask::Rate)?;
    let visit = VisitId(form.wanted_number("visit")?);
    let rating = Rating { score: form.wanted_number("score")?, clear: clear(&form), remark: None };
    // A pad is pressed in haste: what can no longer be rated is no matter for whoever stands there.
    match tell(&state, &caller, Command::Rate { visit, rating }, form.key().as_ref()).await {
        Err(problem) if problem.status.is_server_error() => Err(problem),
        _ => Ok(see_other("/pad")),
    }
}

fn clear(form: &Form) -> Option<bool> {
    match form.text("clear") {
        Some("yes") => Some(true),
        Some("no") => Some(false),
        _ => None,
    }
}

/// `POST /t/{reference}/rate`
pub async fn by_link(
    State(state): State<AppState>,
    Path(reference): Path<String>,
    reader: Reader,
    form: Form,
) -> Result<Response, Problem> {
    let found = reference.parse::<Reference>().ok();
    let visit = found.and_then(|reference| {
        state.read(|committed| committed.day.visit_by_reference(reference).map(|visit| visit.id))
    });
    let here = format!("/t/{reference}");
    let Some(visit) = visit else { return Ok(see_other(&here)) };
    let told = async {
        let score = form.wanted_number("score")?;
        let contact = form.text("contact").filter(|_| form.ticked("may_contact"));
        let remark = remarks::keep(&state, Said::new(form.text("words"), contact)).await?;
        let rating = Rating { score, clear: clear(&form), remark };
        let key = form.key();
        tell(&state, &Caller::Visitor(visit), Command::Rate { visit, rating }, key.as_ref()).await
    };
    match told.await {
        Ok(_) => Ok(see_other(&here)),
        Err(problem) => ticket::shown(&state, reader, &form.browser, &reference, Some(&problem)),
    }
}

/// `GET /remarks`
pub async fn said(
    State(state): State<AppState>,
    reader: Reader,
    browser: Browser,
) -> Result<Response, Problem> {
    if let Some(first) = sign_in::first(&browser, "/remarks") {
        return Ok(first);
    }
    allowed::look(&browser.caller(), Ask::SeeRemarks)?;
    let scene = Scene::of(&state, reader, Some(&browser), "/remarks");
    let f = scene.frame();
    // The vault is asked for each: the day is copied, so that nobody waits for it.
    let (day, published) = state.read(|c| (c.day.clone(), std::sync::Arc::clone(&c.published)));
    let seen = fill::Seen { f: &f, day: &day, published: &published };
    let people = state.people();
    let page = fill::rating::remarks(&seen, |reference| remarks::open(&people, reference));
    Ok(scene.answer(&Admitted::as_is(browser).browser, StatusCode::OK, &page))
}
