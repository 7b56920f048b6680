//! `/door`: what the code at the entrance leads to. A phone takes a ticket with two touches, while it stands
//! there: the code is today's, and each phone takes so many tickets a day as the centre grants.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use nawat_engine::ids::{QueueId, Reference};
use nawat_journal::hall::Committed;
use serde::Deserialize;

use super::see_other;
use crate::asked::Key;
use crate::at_door::{self, CODE, PHONE, Phone};
use crate::cookies::{self, Kept, LONG};
use crate::door::Browser;
use crate::fill;
use crate::forms::Form;
use crate::issuing::{TicketWish, issue_as};
use crate::named;
use crate::pages::kiosk::FieldMistake;
use crate::personal_number;
use crate::problems::Problem;
use crate::random;
use crate::reader::Reader;
use crate::scene::Scene;
use crate::state::AppState;

#[derive(Debug, Deserialize)]
pub struct Scanned {
    code: Option<String>,
    queue: Option<u16>,
    service: Option<u16>,
}

/// A phone at the door, with the code that it brought.
struct Visitor {
    phone: Phone,
    code: String,
    /// The code is today's.
    here: bool,
    /// Cookies that it is given.
    set: Vec<HeaderValue>,
}

impl Visitor {
    fn of(
        state: &AppState,
        browser: &Browser,
        headers: &HeaderMap,
        code: Option<&str>,
    ) -> Result<Visitor, Problem> {
        let mut set = Vec::new();
        let phone = match cookies::get(headers, PHONE).and_then(Phone::of) {
            Some(phone) => phone,
            None => {
                let secret = random::token()?;
                set.push(cookies::set(PHONE, &secret, LONG, browser.secure));
                Phone::of(&secret).ok_or_else(Problem::not_found)?
            }
        };
        let kept = cookies::get(headers, CODE);
        let good = [code, kept].into_iter().flatten().find(|code| at_door::is_of_today(state, code));
        let code = at_door::code_of_today(state);
        if good.is_some() && kept != Some(code.as_str()) {
            set.push(cookies::set(CODE, &code, Kept::Session, browser.secure));
        }
        Ok(Visitor { phone, here: good.is_some(), code: good.map(|_| code).unwrap_or_default(), set })
    }

    fn tickets(&self, state: &AppState, committed: &Committed) -> (Vec<Reference>, Reference) {
        self.phone.tickets(&state.people(), committed)
    }

    fn answer(self, mut response: Response) -> Response {
        for cookie in self.set {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
    }
}

/// `GET /door[?code=CODE]`
pub async fn page(
    State(state): State<AppState>,
    Query(scanned): Query<Scanned>,
    reader: Reader,
    browser: Browser,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let visitor = Visitor::of(&state, &browser, &headers, scanned.code.as_deref())?;
    let response = if visitor.here {
        home(&state, reader, &browser, &visitor)
    } else {
        old(&state, reader, &browser, &visitor)
    };
    Ok(visitor.answer(response))
}

fn home(state: &AppState, reader: Reader, browser: &Browser, visitor: &Visitor) -> Response {
    let scene = Scene::of(state, reader, Some(browser), "/door");
    let f = scene.frame();
    let page = state.read(|committed| {
        let (taken, _) = visitor.tickets(state, committed);
        fill::door::home(&fill::seen(&f, committed), &taken, visitor.code.clone()).render()
    });
    scene.written(browser, StatusCode::OK, page)
}

/// Not from here, or not from today: what to do instead, in plain words.
fn old(state: &AppState, reader: Reader, browser: &Browser, visitor: &Visitor) -> Response {
    let scene = Scene::of(state, reader, Some(browser), "/door");
    let f = scene.frame();
    let page = state.read(|committed| {
        let (taken, _) = visitor.tickets(state, committed);
        fill::door::old(&fill::seen(&f, committed), &taken).render()
    });
    scene.written(browser, StatusCode::FORBIDDEN, page)
}

/// `GET /door/service?queue=Q[&service=S]`
pub async fn service(
    State(state): State<AppState>,
    Query(scanned): Query<Scanned>,
    reader: Reader,
    browser: Browser,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let visitor = Visitor::of(&state, &browser, &headers, scanned.code.as_deref())?;
    let response = if visitor.here {
        second(&state, reader, &browser, &visitor, (scanned.queue, scanned.service), None)?
    } else {
        old(&state, reader, &browser, &visitor)
    };
    Ok(visitor.answer(response))
}

/// The second page, again with what was wrong where something was.
fn second(
    state: &AppState,
    reader: Reader,
    browser: &Browser,
    visitor: &Visitor,
    (queue, service): (Option<u16>, Option<u16>),
    wrong: Option<(&Problem, &str)>,
) -> Result<Response, Problem> {
    let Some(queue) = queue else { return Ok(see_other("/door")) };
    let own = wrong.is_some_and(|(problem, _)| problem.code.starts_with("personal-number"));
    let told = wrong.map(|(problem, _)| problem).filter(|_| !own);
    let scene = Scene::of(state, reader, Some(browser), "/door").with_own_key()?.with_problem(told);
    let f = scene.frame();
    let page = state.read(|committed| {
        let (taken, _) = visitor.tickets(state, committed);
        let seen = fill::seen(&f, committed);
        let mut view = fill::door::service(&seen, QueueId(queue), visitor.code.clone(), taken.len())?;
        view.kiosk.services.retain(|offer| service.is_none_or(|only| offer.service == only));
        if let Some((problem, number)) = wrong.filter(|_| own) {
            view.kiosk.mistakes = vec![FieldMistake { field: "number", text: problem.detail(f.words) }];
            view.kiosk.number = personal_number::as_typed(number);
        }
        (!view.kiosk.services.is_empty()).then(|| view.render())
    });
    let Some(page) = page else { return Ok(see_other("/door")) };
    Ok(scene.written(browser, wrong.map_or(StatusCode::OK, |(problem, _)| problem.status), page))
}

/// `POST /door/ticket`
pub async fn ticket(
    State(state): State<AppState>,
    reader: Reader,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, Problem> {
    let visitor = Visitor::of(&state, &form.browser, &headers, form.text("code"))?;
    if !visitor.here {
        let response = old(&state, reader, &form.browser, &visitor);
        return Ok(visitor.answer(response));
    }
    let response = match issued(&state, &form, &visitor).await {
        Ok(reference) => see_other(&format!("/t/{reference}")),
        Err(problem) => {
            let named = form.named("service");
            let place = state.read(|committed| {
                let service = named::service(&committed.published, named.as_ref()?).ok()?;
                let queue = committed.published.queue_id(&committed.published.service(service)?.queue)?;
                Some((Some(queue.0), Some(service.0)))
            });
            let number = form.text("number").unwrap_or_default();
            match place {
                Some(place) => {
                    second(&state, reader, &form.browser, &visitor, place, Some((&problem, number)))?
                }
                None => return Err(problem),
            }
        }
    };
    Ok(visitor.answer(response))
}

/// The ticket that this phone takes, or has taken by the same press before.
async fn issued(state: &AppState, form: &Form, visitor: &Visitor) -> Result<Reference, Problem> {
    let service = form.wanted_named("service")?;
    let slot = form.number::<usize>("slot")?.unwrap_or(usize::MAX);
    let (asks, before, taken, next, granted) = state.read(|committed| {
        let id = named::service(&committed.published, &service)?;
        let asks = committed.published.service(id).is_some_and(|service| service.asks_personal_number);
        let (taken, next) = visitor.tickets(state, committed);
        let granted = committed.published.centre.limits.phone_tickets;
        let same = |reference: &&Reference| {
            let visit = committed.day.visit_by_reference(**reference);
            visit.is_some_and(|visit| committed.day.step(visit.first_step).service == id)
        };
        let before = taken.get(slot).filter(same).copied();
        Ok::<_, Problem>((asks, before, taken.len(), next, granted))
    })?;
    if let Some(before) = before {
        return Ok(before);
    }
    match usize::from(granted) {
        0 => return Err(Problem::new(StatusCode::CONFLICT, "door-no-phones")),
        most if taken >= most => {
            return Err(Problem::new(StatusCode::CONFLICT, "door-limit").number("given", granted));
        }
        _ => {}
    }
    state.pace().take(form.browser.from, state.clock().wall()).map_err(|wait| {
        let seconds = HeaderValue::from((wait.0 + 999) / 1_000);
        Problem::new(StatusCode::TOO_MANY_REQUESTS, "door-too-fast").header(header::RETRY_AFTER, seconds)
    })?;
    let number = form.text("number").map(str::to_owned).or_else(|| asks.then(String::new));
    let wish = TicketWish {
        service,
        segment: form.named("segment"),
        party: form.number("party")?.unwrap_or(1),
        personal_number: number,
    };
    // Two presses at once ask for the same name: one of them is the other's repetition, never a second ticket.
    let key = form.key().map(|key| Key { text: format!("door {next}"), request: key.request });
    let caller = visitor.phone.caller(&state.people());
    issue_as(state, &caller, &wish, next, key.as_ref()).await?;
    Ok(next)
}
