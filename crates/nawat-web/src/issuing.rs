//! What a ticket needs before the hall is asked for it: names turned into ids, the person into a reference.

use axum::http::StatusCode;
use nawat_catalogue::{Occasion, Published};
use nawat_engine::Command;
use nawat_engine::command::IssueTicket;
use nawat_engine::ids::{Reference, SegmentId};
use nawat_engine::visit::Channel;
use nawat_journal::Told;
use nawat_journal::accounts::{DeviceKind, Role};
use nawat_journal::people::Purpose;

use crate::allowed::{self, Ask};
use crate::asked::Key;
use crate::caller::Caller;
use crate::commands::tell;
use crate::named::{self, Named};
use crate::personal_number::{NotANumber, PersonalNumber};
use crate::problems::Problem;
use crate::random;
use crate::state::AppState;
use crate::vault::in_vault;

/// A ticket as it is asked for.
#[derive(Clone, Debug)]
pub struct TicketWish {
    pub service: Named,
    pub segment: Option<Named>,
    pub party: u16,
    pub personal_number: Option<String>,
}

/// Issues a ticket. A personal number goes into the people vault first, so that no event ever names somebody
/// whom nobody knows; it is taken out again where no ticket came of it. The command carries a random reference
/// in its place.
pub async fn issue(
    state: &AppState,
    caller: &Caller,
    wish: &TicketWish,
    key: Option<&Key>,
) -> Result<Told, Problem> {
    issue_as(state, caller, wish, random::reference()?, key).await
}

/// The same for a ticket whose unguessable name is known already.
pub async fn issue_as(
    state: &AppState,
    caller: &Caller,
    wish: &TicketWish,
    reference: Reference,
    key: Option<&Key>,
) -> Result<Told, Problem> {
    allowed::look(caller, Ask::IssueTicket)?;
    let number = wish.personal_number.as_deref().map(personal_number).transpose()?;
    let (service, segment) = state.read(|committed| {
        let published = &committed.published;
        let service = named::service(published, &wish.service)?;
        Ok::<_, Problem>((service, segment(published, wish.segment.as_ref(), caller)?))
    })?;
    let person = match number {
        Some(number) => Some(keep(state, number).await?),
        None => None,
    };
    let channel = channel_of(caller);
    let ticket = IssueTicket { service, segment, party: wish.party, channel, reference, person };
    let told = tell(state, caller, Command::IssueTicket(ticket), key).await;
    if let Some(person) = person
        && told.as_ref().map_or(true, |told| told.repeated)
    {
        forget(state, person).await?;
    }
    told
}

/// A ticket whose group goes ahead for a reason that is kept on record. A group that a person may not claim for
/// themselves needs one.
///
/// Errors: as [`issue`]; `reason` missing where the group needs one, before anything is done.
pub async fn issue_with_reason(
    state: &AppState,
    caller: &Caller,
    wish: &TicketWish,
    reason: Option<&Named>,
    key: Option<&Key>,
) -> Result<Told, Problem> {
    let (group, reason) = state.read(|committed| {
        let published = &committed.published;
        let group = segment(published, wish.segment.as_ref(), caller)?;
        let free = Some(group) == published.segment_for(Occasion::WalkIn);
        let claimed = published.segment(group).is_some_and(|found| found.at_kiosk);
        let reason = reason.filter(|_| !free).map(|named| named::reason(published, named)).transpose()?;
        if reason.is_some_and(|reason| published.reason(reason).is_none()) {
            return Err(Problem::missing("reason"));
        }
        if reason.is_none() && !free && !claimed {
            return Err(Problem::missing("reason"));
        }
        Ok((group, reason))
    })?;
    let Some(reason) = reason else { return issue(state, caller, wish, key).await };
    let as_walk_in = TicketWish { segment: None, ..wish.clone() };
    let told = issue(state, caller, &as_walk_in, key).await?;
    if let Some(visit) = told.visit() {
        let key = key.map(|key| Key { text: format!("{} priority", key.text), request: key.request });
        let command = Command::ChangePriority { visit, segment: group, reason };
        tell(state, caller, command, key.as_ref()).await?;
    }
    Ok(told)
}

pub fn personal_number(text: &str) -> Result<PersonalNumber, Problem> {
    PersonalNumber::read(text).map_err(|wrong| {
        let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
        match wrong {
            NotANumber::Digits(given) => {
                Problem::new(unprocessable, "personal-number-digits").number("given", given as u64)
            }
            NotANumber::Letters => Problem::new(unprocessable, "personal-number-letters"),
        }
    })
}

async fn keep(state: &AppState, number: PersonalNumber) -> Result<Reference, Problem> {
    let (person, nonce) = (random::reference()?, random::nonce()?);
    let (people, now) = (state.people(), state.clock().wall());
    in_vault(move || people.keep(person, number.digits(), Purpose::Visit, nonce, now)).await?;
    Ok(person)
}

async fn forget(state: &AppState, person: Reference) -> Result<(), Problem> {
    let people = state.people();
    in_vault(move || people.erase(person).map(|_| ())).await
}

/// The group of visitors that somebody belongs to; without a word the one of those who just walk in. At a
/// kiosk or by one's own phone only those count that a person may claim for themselves.
pub fn segment(published: &Published, wished: Option<&Named>, caller: &Caller) -> Result<SegmentId, Problem> {
    let walk_in = published.segment_for(Occasion::WalkIn);
    let Some(wished) = wished else { return walk_in.ok_or_else(|| Problem::missing("segment")) };
    let segment = named::segment(published, wished)?;
    let by_oneself = matches!(caller, Caller::Device { kind: DeviceKind::Kiosk, .. } | Caller::Phone(_));
    let may_claim = published.segment(segment).is_none_or(|found| found.at_kiosk) || Some(segment) == walk_in;
    if by_oneself && !may_claim {
        return Err(Problem::unknown("segment", wished.to_string()));
    }
    Ok(segment)
}

fn channel_of(caller: &Caller) -> Channel {
    match caller {
        Caller::Device { kind: DeviceKind::Kiosk, .. } => Channel::Kiosk,
        Caller::Staff { role: Role::Reception, .. } => Channel::Reception,
        Caller::Staff { role: Role::Officer, .. } => Channel::Counter,
        Caller::Staff { .. } => Channel::Reception,
        Caller::Visitor(_) | Caller::Phone(_) => Channel::Phone,
        _ => Channel::Api,
    }
}
