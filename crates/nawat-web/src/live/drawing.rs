//! Who may see a live region, and how each is drawn.

use std::sync::Arc;

use askama::Template;
use axum::http::StatusCode;
use nawat_catalogue::Lang;
use nawat_engine::ids::CounterId;

use crate::allowed::{self, Ask, Denied};
use crate::beside;
use crate::caller::Caller;
use crate::fill::{self, seen};
use crate::fragments::{Fragment, Moment};
use crate::named::{self, Named};
use crate::problems::Problem;
use crate::region::Region;
use crate::scene::Scene;
use crate::state::AppState;

/// The region as it stands now, drawn once for all who look at it.
pub fn drawn(state: &AppState, region: &Region, lang: Lang) -> Option<Arc<Fragment>> {
    let minute = state.clock().now().0.div_euclid(60_000);
    let (version, waits) = (state.read(|committed| committed.version), state.waits().revision());
    let now = Moment { version, minute, waits, help: state.help().revision() };
    state.fragments().get(region, lang, now, || {
        let seq = state.read(|committed| committed.day.seq);
        Some((seq, render(region, state, lang)?))
    })
}

/// The region of a page, as `counter/6`.
pub fn named(state: &AppState, page: &str) -> Result<Region, Problem> {
    match page.split_once('/') {
        None if page == "kiosk" => Ok(Region::Kiosk),
        None if page == "display" => Ok(Region::Display(None)),
        None if page == "floor" => Ok(Region::Floor),
        None if page == "reception" => Ok(Region::Reception),
        Some(("counter", id)) => counter(state, id).map(Region::Counter),
        Some(("pad", id)) => counter(state, id).map(Region::Pad),
        Some(("door", "code")) => Ok(Region::Door),
        Some(("display", section)) => state
            .read(|committed| {
                let id = committed.published.section_id(section)?;
                committed.published.section(id).map(|_| Region::Display(Some(id)))
            })
            .ok_or_else(Problem::not_found),
        Some(("ticket", reference)) => {
            let reference = reference.parse().map_err(|_| Problem::not_found())?;
            let known = state.read(|committed| committed.day.visit_by_reference(reference).is_some());
            let over = || Problem::new(StatusCode::NOT_FOUND, "link-over");
            known.then_some(Region::Ticket(reference)).ok_or_else(over)
        }
        _ => Err(Problem::not_found()),
    }
}

fn counter(state: &AppState, id: &str) -> Result<CounterId, Problem> {
    let found = state.read(|committed| {
        let counter = named::counter(&committed.published, &Named::of(id)).ok()?;
        committed.published.counter(counter).map(|_| counter)
    });
    found.ok_or_else(Problem::not_found)
}

pub fn allowed(region: &Region, caller: &Caller) -> Result<(), Denied> {
    match region {
        Region::Kiosk => allowed::look(caller, Ask::IssueTicket),
        Region::Display(_) | Region::Door => allowed::look(caller, Ask::SeeDisplay),
        Region::Counter(_) => allowed::look(caller, Ask::CallNext).or(allowed::look(caller, Ask::SeeFloor)),
        Region::Floor => allowed::look(caller, Ask::SeeFloor),
        Region::Pad(_) => allowed::look(caller, Ask::Rate),
        Region::Reception => allowed::look(caller, Ask::Receive),
        // Whoever knows the reference holds the ticket.
        Region::Ticket(_) => Ok(()),
    }
}

/// The region's HTML as the hall stands; `None`: there is nothing to see any more.
fn render(region: &Region, state: &AppState, lang: Lang) -> Option<String> {
    let scene = Scene::shared(state, lang);
    let f = scene.frame();
    match region {
        Region::Kiosk => state.read(|c| fill::kiosk::tiles(&seen(&f, c)).render().ok()),
        Region::Display(section) => state.read(|c| fill::display::live(&seen(&f, c), *section).render().ok()),
        Region::Door => state.read(|c| fill::door::at_entrance(&seen(&f, c)).render().ok()),
        Region::Counter(id) => state.read(|c| fill::counter::live(&seen(&f, c), *id)?.render().ok()),
        Region::Pad(id) => state.read(|c| fill::rating::pad_live(&seen(&f, c), *id).render().ok()),
        Region::Floor => {
            let beside = beside::of(state).ok()?;
            state.read(|c| fill::floor::live(&seen(&f, c), beside).render().ok())
        }
        Region::Reception => {
            state.read(|c| fill::reception::live(&seen(&f, c), state.help().open(c.day.date)).render().ok())
        }
        Region::Ticket(reference) => state.read(|c| {
            let visit = c.day.visit_by_reference(*reference)?;
            fill::ticket::live(&seen(&f, c), visit).render().ok()
        }),
    }
}
