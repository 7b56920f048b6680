//! The hall display: who is called where, and how many wait.

use nawat_catalogue::SectionId;
use nawat_engine::Phase;
use nawat_engine::visit::{Place, Visit};

use super::Seen;
use crate::pages::display::{Call, DisplayHall, DisplayLive, QueueRow, RECENT};
use crate::pages::frame::Name;

/// From this call of one ticket on, it is the last one.
pub(super) const LAST_CALL: u16 = 3;

/// `section`: of it alone calls and queues are shown; `None`: of the whole hall.
pub fn live<'a>(seen: &Seen<'a>, section: Option<SectionId>) -> DisplayLive<'a> {
    let of =
        Of { seen, section: section.and_then(|id| seen.published.section(id)).map(|it| it.key.as_str()) };
    let hall = match (seen.day.phase, seen.day.suspended) {
        (Phase::Open, None) => DisplayHall::Open,
        (Phase::Open, Some(_)) => DisplayHall::Suspended,
        _ => DisplayHall::Closed,
    };
    DisplayLive { f: seen.f, calls: calls(&of), queues: queues(&of), message: message(seen), hall }
}

/// The name of a section as its own display bears it. Where every queue of it is private, the name would tell
/// the hall what people came for.
pub fn section_name(seen: &Seen<'_>, section: SectionId) -> Option<Name> {
    let section = seen.published.section(section)?;
    let of = Of { seen, section: Some(&section.key) };
    let open = seen.published.centre.queues.iter().any(|queue| !queue.private && of.has_queue(&queue.key));
    open.then(|| seen.name(&section.name))
}

/// What one display is about.
struct Of<'a> {
    seen: &'a Seen<'a>,
    /// The key of its section.
    section: Option<&'a str>,
}

impl Of<'_> {
    /// Whether a service of the section waits in this queue.
    fn has_queue(&self, queue: &str) -> bool {
        let mut services = self.seen.published.centre.services_of_queue(queue);
        self.section.is_none_or(|section| services.any(|service| service.section == section))
    }

    /// Whether the visit is here for a service of the section.
    fn has(&self, visit: &Visit) -> bool {
        let service = || self.seen.published.service(self.seen.day.step(visit.step).service);
        self.section.is_none_or(|section| service().is_some_and(|service| service.section == section))
    }
}

/// Newest first. Who is not called or served any more, and was called last, stays for a while: the last row
/// of the hall reads slowly. A call that was taken back is gone.
fn calls(of: &Of<'_>) -> Vec<Call> {
    let seen = of.seen;
    if seen.day.phase != Phase::Open {
        return Vec::new();
    }
    let mut called: Vec<&Visit> =
        seen.day.visits.iter().filter(|visit| shown(seen, visit) && of.has(visit)).collect();
    called.sort_unstable_by_key(|visit| std::cmp::Reverse(visit.call_seq));
    called.truncate(RECENT + 1);
    called.into_iter().filter_map(|visit| call(seen, visit)).collect()
}

fn shown(seen: &Seen<'_>, visit: &Visit) -> bool {
    const STAYS_MS: i64 = 5 * 60_000;
    let recent = visit.last_called.is_some_and(|called| seen.now().after(called).0 < STAYS_MS);
    visit.call_seq > 0 && (recent || matches!(visit.place, Place::Called(_)))
}

fn call(seen: &Seen<'_>, visit: &Visit) -> Option<Call> {
    let at = visit.counter().or_else(|| {
        let steps = seen.day.steps_of(visit);
        steps.filter(|step| step.called.is_some()).filter_map(|step| step.counter).last()
    })?;
    let (place, room) = seen.sign(at);
    let last_call = visit.calls >= LAST_CALL && matches!(visit.place, Place::Called(_));
    let called_ms = visit.last_called.unwrap_or(visit.ready).0;
    Some(Call { id: visit.call_seq, code: seen.code(visit.ticket), place, room, last_call, called_ms })
}

/// Waiting per queue; a private section has no row.
fn queues(of: &Of<'_>) -> Vec<QueueRow> {
    let seen = of.seen;
    let open = seen.published.centre.queues.iter().filter(|queue| !queue.private && of.has_queue(&queue.key));
    open.filter_map(|queue| {
        let id = seen.published.queue_id(&queue.key)?;
        let (waiting, wait) = (seen.day.lines.waiting(id), seen.f.waits.of_newcomer(id.0));
        Some(QueueRow { name: seen.name(&queue.name), waiting, wait })
    })
    .collect()
}

/// The centre's line at the foot of the display, where its texts hold one.
fn message(seen: &Seen<'_>) -> Option<Name> {
    let key = "display-message";
    let there = seen.f.words.has(key) && seen.f.other_words.has(key);
    there.then(|| Name { own: seen.f.say(key), other: seen.f.other(key) })
}
