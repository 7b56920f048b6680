//! What must fit together across tables and files.

use super::centre_file::Draft;
use super::page::Notes;
use super::register::{Sort, Where};
use super::service_file::Draft as ServiceDraft;
use crate::centre::{Occasion, ReasonFor};

pub(super) fn check(centre: &Draft, services: &[ServiceDraft], notes: &Notes) {
    promise(centre, services, notes);
    kinds(centre, services, notes);
    queues(centre, services, notes);
    segments(centre, notes);
    reasons(centre, notes);
    signs(centre, notes);
}

/// No step at a counter is allotted more than the centre promises.
fn promise(centre: &Draft, services: &[ServiceDraft], notes: &Notes) {
    let limit = centre.limits.counter_minutes;
    for draft in services.iter().filter(|draft| draft.service.at_counter) {
        let minutes = draft.service.allotted_minutes;
        if minutes > limit {
            let what = format!("allotted is {minutes} minutes at a counter, where {limit} are promised.");
            let remedy = format!("Write at most {limit}, or at_counter = false for a room or an interview.");
            notes.note(&draft.allotted_at, "M022", what, remedy);
        }
    }
}

/// Each kind has a service, except that of referred visits, which has none.
fn kinds(centre: &Draft, services: &[ServiceDraft], notes: &Notes) {
    for kind in &centre.kinds {
        let at = notes.place(Sort::Kind, &kind.key);
        let mut of_kind = services.iter().filter(|draft| draft.service.kind == kind.key);
        match (kind.referral, of_kind.next()) {
            // Without services, or with one that names its kind wrongly, that is the mistake.
            (false, None) if !services.is_empty() && !notes.has_lost(Sort::Kind) => {
                let what = format!("no service is counted under the kind {}.", kind.key);
                notes.note(&at, "M046", what, "Give it a service, or take the kind away.");
            }
            (true, Some(draft)) => {
                let at = notes.place(Sort::Service, &draft.service.key);
                let what = format!("the service {} has the kind of referred visits.", draft.service.key);
                notes.note(
                    &at,
                    "M047",
                    what,
                    "Give it the kind that it is counted under when nobody refers it.",
                );
            }
            _ => {}
        }
    }
    let referral = centre.kinds.iter().filter(|kind| kind.referral).count();
    if referral != 1 {
        let what = format!("{referral} kinds are marked referral = true.");
        notes.note(
            &Where::file("centre.toml"),
            "M047",
            what,
            "Mark the one kind that referred visits are counted under.",
        );
    }
}

/// Who waits is taken by somebody, and nobody is asked to take what nobody waits in.
fn queues(centre: &Draft, services: &[ServiceDraft], notes: &Notes) {
    for queue in &centre.queues {
        let at = notes.place(Sort::Queue, &queue.key);
        let taken = centre.counters.iter().any(|counter| {
            let profile = centre.profiles.iter().find(|profile| profile.key == counter.profile);
            profile.is_some_and(|profile| profile.takes.iter().any(|take| take.queue == queue.key))
        });
        if !taken && !centre.counters.is_empty() && !notes.has_lost(Sort::Queue) {
            let what = format!("no counter takes from the queue {}.", queue.key);
            notes.note(&at, "M042", what, "Add it to the profile of a counter.");
        }
        let waited_in = services.iter().any(|draft| draft.service.queue == queue.key);
        if !waited_in && !services.is_empty() && !notes.has_lost(Sort::Queue) {
            let what = format!("no service waits in the queue {}.", queue.key);
            notes.note(&at, "M044", what, "Let a service name it, or take it away.");
        }
    }
}

/// A person without a word said is in exactly one segment.
fn segments(centre: &Draft, notes: &Notes) {
    for occasion in [Occasion::WalkIn, Occasion::Appointment, Occasion::Returning] {
        let mut given = centre.segments.iter().filter(|segment| segment.occasion == Some(occasion));
        let name = match occasion {
            Occasion::WalkIn => "walk_in",
            Occasion::Appointment => "appointment",
            Occasion::Returning => "returning",
        };
        if given.next().is_none() && occasion == Occasion::WalkIn {
            let what = format!("no segment has occasion = \"{name}\".");
            notes.note(
                &Where::file("centre.toml"),
                "M074",
                what,
                "Mark the segment of those who simply come.",
            );
        }
        for segment in given {
            let at = notes.place(Sort::Segment, &segment.key);
            let what = format!("{} is a second segment with occasion = \"{name}\".", segment.key);
            notes.note(&at, "M074", what, "Mark one segment an occasion.");
        }
    }
}

/// What must be given a reason has reasons to choose from.
fn reasons(centre: &Draft, notes: &Notes) {
    for what in ReasonFor::ALL {
        if !centre.reasons.iter().any(|reason| reason.uses.contains(&what)) {
            let says = format!("no reason is for \"{}\".", what.key());
            let remedy = "Add one: nobody could do this without a reason.";
            notes.note(&Where::file("centre.toml"), "M075", says, remedy);
        }
    }
}

/// Two counters with one sign would send people to the wrong one.
fn signs(centre: &Draft, notes: &Notes) {
    for (i, counter) in centre.counters.iter().enumerate().filter(|(_, counter)| counter.number > 0) {
        let same = |other: &&crate::Counter| (other.place, other.number) == (counter.place, counter.number);
        if let Some(other) = centre.counters[..i].iter().find(same) {
            let at = notes.place(Sort::Counter, &counter.key);
            let what = format!("the counters {} and {} bear the same number.", other.key, counter.key);
            notes.note(&at, "M013", what, "Give each the number on its sign.");
        }
    }
    if centre.counters.is_empty() {
        let remedy = "Add a [[counter]] with its number and profile.";
        notes.note(&Where::file("centre.toml"), "M049", "the centre has no counters.", remedy);
    }
}
