//! The kiosk: two touches to a ticket.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use nawat_engine::ids::{QueueId, Reference};
use nawat_journal::accounts::DeviceKind;
use serde::Deserialize;

use super::devices::{self, Admitted};
use super::see_other;
use crate::allowed::Ask;
use crate::cookies::{self, Kept};
use crate::door::Browser;
use crate::fill;
use crate::forms::Form;
use crate::issuing::{TicketWish, issue};
use crate::named::{self, Named};
use crate::pages::kiosk::FieldMistake;
use crate::personal_number;
use crate::problems::Problem;
use crate::reader::{CONTRAST, Reader, TEXT};
use crate::scene::Scene;
use crate::state::AppState;

/// Lets a paired kiosk in, or somebody who may give tickets; the inner `Err` is the pairing page.
pub(super) fn enter(
    state: &AppState,
    reader: Reader,
    browser: Browser,
    headers: &HeaderMap,
) -> Result<Result<Admitted, Response>, Problem> {
    devices::enter(state, reader, browser, headers, DeviceKind::Kiosk, Ask::IssueTicket)
}

/// `GET /kiosk`
pub async fn page(
    State(state): State<AppState>,
    reader: Reader,
    browser: Browser,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let entered = match enter(&state, reader, browser, &headers)? {
        Ok(entered) => entered,
        Err(pairing) => return Ok(pairing),
    };
    let scene = Scene::of(&state, reader, Some(&entered.browser), "/kiosk");
    let f = scene.frame();
    let page = state.read(|committed| fill::kiosk::home(&fill::seen(&f, committed)).render());
    let response = scene.written(&entered.browser, StatusCode::OK, page);
    Ok(entered.answer(response))
}

#[derive(Debug, Deserialize)]
pub struct Chosen {
    pub queue: Option<u16>,
    pub service: Option<u16>,
}

/// `GET /kiosk/service?queue=Q[&service=S]`
pub async fn service(
    State(state): State<AppState>,
    Query(chosen): Query<Chosen>,
    reader: Reader,
    browser: Browser,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let entered = match enter(&state, reader, browser, &headers)? {
        Ok(entered) => entered,
        Err(pairing) => return Ok(pairing),
    };
    let response = second(&state, reader, &entered.browser, (chosen.queue, chosen.service), None)?;
    Ok(entered.answer(response))
}

/// The second screen, again with what was wrong where something was.
fn second(
    state: &AppState,
    reader: Reader,
    browser: &Browser,
    (queue, service): (Option<u16>, Option<u16>),
    wrong: Option<(&Problem, &str)>,
) -> Result<Response, Problem> {
    let here = match (queue, service) {
        (Some(queue), Some(service)) => format!("/kiosk/service?queue={queue}&service={service}"),
        (Some(queue), None) => format!("/kiosk/service?queue={queue}"),
        _ => "/kiosk".to_owned(),
    };
    let own = wrong.is_some_and(|(problem, _)| problem.code.starts_with("personal-number"));
    let told = wrong.map(|(problem, _)| problem).filter(|_| !own);
    let scene = Scene::of(state, reader, Some(browser), &here).with_own_key()?.with_problem(told);
    let f = scene.frame();
    let page = state.read(|committed| {
        let mut view = fill::kiosk::service(&fill::seen(&f, committed), QueueId(queue?))?;
        view.services.retain(|offer| service.is_none_or(|only| offer.service == only));
        if let Some((problem, number)) = wrong.filter(|_| own) {
            view.mistakes = vec![FieldMistake { field: "number", text: problem.detail(f.words) }];
            view.number = personal_number::as_typed(number);
        }
        (!view.services.is_empty()).then(|| view.render())
    });
    let Some(page) = page else { return Ok(see_other("/kiosk")) };
    Ok(scene.written(browser, wrong.map_or(StatusCode::OK, |(problem, _)| problem.status), page))
}

/// `POST /kiosk/ticket`
pub async fn ticket(
    State(state): State<AppState>,
    reader: Reader,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, Problem> {
    let entered = match enter(&state, reader, form.browser.clone(), &headers)? {
        Ok(entered) => entered,
        Err(pairing) => return Ok(pairing),
    };
    match issued(&state, &form).await {
        Ok(reference) => Ok(see_other(&format!("/kiosk/ticket/{reference}"))),
        Err(problem) => {
            let named = form.named("service");
            let place = state.read(|committed| {
                let service = named::service(&committed.published, named.as_ref()?).ok()?;
                let queue = &committed.published.service(service)?.queue;
                Some((committed.published.queue_id(queue).map(|queue| queue.0), Some(service.0)))
            });
            let number = form.text("number").unwrap_or_default();
            match place {
                Some(place) => second(&state, reader, &entered.browser, place, Some((&problem, number))),
                None => Err(problem),
            }
        }
    }
}

async fn issued(state: &AppState, form: &Form) -> Result<Reference, Problem> {
    let service: Named = form.wanted_named("service")?;
    let asks = state.read(|committed| {
        let id = named::service(&committed.published, &service)?;
        Ok::<_, Problem>(committed.published.service(id).is_some_and(|service| service.asks_personal_number))
    })?;
    let number = form.text("number").map(str::to_owned).or_else(|| asks.then(String::new));
    let wish = TicketWish {
        service,
        segment: form.named("segment"),
        party: form.number("party")?.unwrap_or(1),
        personal_number: number,
    };
    let caller = form.browser.caller();
    let told = issue(state, &caller, &wish, form.key().as_ref()).await?;
    let issued = told.events().find_map(|event| match event {
        nawat_engine::Event::TicketIssued(issued) => Some(issued.reference),
        _ => None,
    });
    issued.ok_or_else(|| Problem::new(StatusCode::NOT_FOUND, "no-such-ticket"))
}

/// `GET /kiosk/ticket/{reference}`: the ticket that was just taken.
pub async fn taken(
    State(state): State<AppState>,
    Path(reference): Path<String>,
    reader: Reader,
    browser: Browser,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let entered = match enter(&state, reader, browser, &headers)? {
        Ok(entered) => entered,
        Err(pairing) => return Ok(pairing),
    };
    let Ok(reference) = reference.parse::<Reference>() else { return Ok(see_other("/kiosk")) };
    let scene = Scene::of(&state, reader, Some(&entered.browser), "/kiosk");
    let f = scene.frame();
    let link = format!("{}/t/{reference}", entered.browser.origin(&headers));
    let page = state.read(|committed| {
        let visit = committed.day.visit_by_reference(reference)?;
        Some(fill::kiosk::ticket(&fill::seen(&f, committed), visit, link).render())
    });
    match page {
        Some(page) => {
            let response = scene.written(&entered.browser, StatusCode::OK, page);
            Ok(entered.answer(response))
        }
        None => Ok(see_other("/kiosk")),
    }
}

/// `GET /kiosk/new`: the next person finds the kiosk as everybody does.
pub async fn anew(browser: Browser) -> Response {
    let mut response = see_other("/kiosk");
    for cookie in [TEXT, CONTRAST, crate::reader::LANG] {
        let line = cookies::set(cookie, "", Kept::Removed, browser.secure);
        response.headers_mut().append(header::SET_COOKIE, line);
    }
    response
}
