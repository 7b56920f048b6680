//! What the pad asks, and what was said today.

use nawat_engine::ids::{CounterId, Reference};
use nawat_engine::visit::{End, Place, Visit};

use super::{Seen, small};
use crate::pages::frame::Choice;
use crate::pages::rating::{PadChoice, PadLive, PadPage, PadState, Remark, Remarks, SCORES, Scored};
use crate::remarks::Said;

/// After an end the pad asks for so long; then the next person stands before it.
const ASKS_MS: i64 = 3 * 60_000;

pub fn pad<'a>(seen: &Seen<'a>, counter: CounterId) -> PadPage<'a> {
    PadPage { f: seen.f, live: pad_live(seen, counter), counter: counter.0 }
}

pub fn pad_live<'a>(seen: &Seen<'a>, counter: CounterId) -> PadLive<'a> {
    let (label, room) = seen.sign(counter);
    PadLive { f: seen.f, label, room, state: pad_state(seen, counter) }
}

fn pad_state(seen: &Seen<'_>, counter: CounterId) -> PadState {
    // Somebody new is there: the one before has gone.
    if seen.day.counter(counter).is_some_and(|counter| counter.visit().is_some()) {
        return PadState::Welcome;
    }
    let Some(visit) = just_served(seen, counter) else { return PadState::Welcome };
    match visit.rating {
        None => PadState::Ask { visit: visit.id.0, code: seen.code(visit.ticket) },
        Some(rating) if rating.clear.is_none() => {
            PadState::AskClear { visit: visit.id.0, score: rating.score }
        }
        Some(_) => PadState::Thanks,
    }
}

/// The visit that ended last at a counter, a moment ago.
pub fn just_served<'a>(seen: &Seen<'a>, counter: CounterId) -> Option<&'a Visit> {
    let here = |visit: &&Visit| {
        visit.place == Place::Ended(End::Served) && seen.day.step(visit.step).counter == Some(counter)
    };
    let last = seen.day.visits.iter().filter(here).max_by_key(|visit| visit.ended)?;
    last.ended.is_some_and(|ended| seen.now().after(ended).0 < ASKS_MS).then_some(last)
}

pub fn choice<'a>(seen: &Seen<'a>) -> PadChoice<'a> {
    let counters = seen.published.centre.counters.iter().filter_map(|it| {
        let id = seen.published.counter_id(&it.key)?;
        Some(Choice { value: id.to_string(), label: seen.own(&it.name()) })
    });
    PadChoice { f: seen.f, counters: counters.collect() }
}

/// Everything said today; `words` opens what the vault holds of a reference.
pub fn remarks<'a>(seen: &Seen<'a>, words: impl Fn(Reference) -> Option<Said>) -> Remarks<'a> {
    let served = seen.day.visits.iter().filter(|visit| visit.place == Place::Ended(End::Served));
    let rated: Vec<_> = served.clone().filter_map(|visit| Some((visit, visit.rating?))).collect();
    let clear = |said: bool| small(rated.iter().filter(|(_, rating)| rating.clear == Some(said)).count());
    let all = small(rated.len());
    let scores = SCORES.iter().map(|(score, key)| {
        let count = small(rated.iter().filter(|(_, rating)| rating.score == *score).count());
        let percent = (count * 100 + all / 2).checked_div(all).unwrap_or(0);
        Scored { score: *score, words: seen.f.say(key), count, percent }
    });
    let mut said: Vec<Remark> = rated
        .iter()
        .filter(|(_, rating)| rating.score <= 2 || rating.clear == Some(false) || rating.remark.is_some())
        .map(|(visit, rating)| {
            let opened = rating.remark.and_then(&words);
            Remark {
                score: rating.score,
                words_of_score: seen.f.say(&format!("rating-{}", rating.score)),
                code: seen.code(visit.ticket),
                service: seen.service_name(seen.day.step(visit.first_step).service),
                at: visit.ended.map_or_else(String::new, |ended| seen.local(ended)),
                unclear: rating.clear == Some(false),
                words: opened.as_ref().and_then(|said| said.words.clone()),
                contact: opened.and_then(|said| said.contact),
            }
        })
        .collect();
    said.sort_by_key(|remark| remark.score);
    Remarks {
        f: seen.f,
        scores: scores.collect(),
        rated: all,
        served: small(served.count()),
        clear: clear(true),
        unclear: clear(false),
        said,
    }
}
