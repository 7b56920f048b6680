//! Looking somebody up. A personal number comes by POST, is asked of the people vault, and goes no further:
//! neither into an address nor onto the page.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use nawat_engine::ids::{Reference, VisitId};

use super::{HOME, enter, shown};
use crate::fill;
use crate::forms::Form;
use crate::handlers::see_other;
use crate::personal_number::PersonalNumber;
use crate::problems::Problem;
use crate::reader::Reader;
use crate::scene::Scene;
use crate::sought::{Sought, visit_of_code};
use crate::state::AppState;
use crate::vault::in_vault;

/// `POST /reception/look-up`
pub async fn look_up(State(state): State<AppState>, reader: Reader, form: Form) -> Result<Response, Problem> {
    if let Err(first) = enter(&form.browser, HOME)? {
        return Ok(first);
    }
    match found(&state, &form).await {
        Ok(Found::Visits(visits)) => match visits.as_slice() {
            [one] => Ok(see_other(&format!("/reception/visit/{one}"))),
            _ => Ok(several(&state, reader, &form, &visits)),
        },
        Ok(Found::Appointment(id)) => Ok(see_other(&format!("{HOME}#appointment-{id}"))),
        Err(problem) => Ok(shown(&state, reader, &form.browser, Some(&problem))),
    }
}

enum Found {
    /// One at least.
    Visits(Vec<VisitId>),
    Appointment(u32),
}

async fn found(state: &AppState, form: &Form) -> Result<Found, Problem> {
    let typed = form.text("what").unwrap_or_default();
    let sought = state.read(|committed| Sought::read(&committed.published, typed))?;
    let found = match sought {
        Sought::Code(code) => {
            let one = state.read(|committed| visit_of_code(&committed.day, code).map(|visit| visit.id));
            one.map(|visit| Found::Visits(vec![visit]))
        }
        Sought::Receipt(reference) => by_receipt(state, reference),
        Sought::Person(number) => by_person(state, number).await?,
    };
    found.ok_or_else(|| Problem::new(StatusCode::NOT_FOUND, "look-up-none"))
}

fn by_receipt(state: &AppState, reference: Reference) -> Option<Found> {
    state.read(|committed| {
        let day = &committed.day;
        if let Some(visit) = day.visit_by_reference(reference) {
            return Some(Found::Visits(vec![visit.id]));
        }
        let booked = day.appointments.iter().find(|it| it.reference == reference)?;
        Some(Found::Appointment(booked.id.0))
    })
}

async fn by_person(state: &AppState, number: PersonalNumber) -> Result<Option<Found>, Problem> {
    let people = state.people();
    let known = in_vault(move || people.references(number.digits())).await?;
    let visits: Vec<VisitId> = state.read(|committed| {
        let newest_first = committed.day.visits.iter().rev();
        let theirs = newest_first.filter(|visit| visit.person.is_some_and(|person| known.contains(&person)));
        theirs.map(|visit| visit.id).collect()
    });
    Ok((!visits.is_empty()).then_some(Found::Visits(visits)))
}

fn several(state: &AppState, reader: Reader, form: &Form, visits: &[VisitId]) -> Response {
    let scene = Scene::of(state, reader, Some(&form.browser), HOME);
    let f = scene.frame();
    let page = state.read(|committed| {
        let visits: Vec<_> = visits.iter().filter_map(|id| committed.day.visit(*id)).collect();
        fill::reception::visit::found(&fill::seen(&f, committed), &visits).render()
    });
    scene.written(&form.browser, StatusCode::OK, page)
}
