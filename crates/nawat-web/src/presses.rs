//! What can be pressed at a counter, as it is asked for: each names things of the catalogue and becomes a
//! command of the hall. Pages and API press the same.

use nawat_catalogue::Published;
use nawat_engine::Command;
use nawat_engine::ids::{CounterId, StaffId, VisitId};
use nawat_engine::time::Millis;
use nawat_engine::visit::{Line, Placement};
use nawat_journal::accounts::Role;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use utoipa::ToSchema;

use crate::caller::Caller;
use crate::issuing;
use crate::named::{self, Named};
use crate::problems::Problem;
use crate::random;

/// Something pressed at a counter.
pub trait Press: DeserializeOwned + Send + ToSchema {
    fn command(self, published: &Published, counter: CounterId, caller: &Caller) -> Result<Command, Problem>;
}

/// Presses that need nothing but the counter.
macro_rules! plain {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Default, Deserialize, ToSchema)]
            #[serde(deny_unknown_fields)]
            pub struct $name {}

            impl Press for $name {
                fn command(self, _: &Published, counter: CounterId, _: &Caller) -> Result<Command, Problem> {
                    Ok(Command::$name { counter })
                }
            }
        )*
    };
}

plain! {
    CloseCounter;
    EndBreak;
    CallNext;
    Recall;
    Start;
    NoShow;
    Undo;
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenCounter {
    /// The counter's own otherwise.
    pub profile: Option<Named>,
    /// Who will serve there: an officer who opens it does, unless somebody else is named.
    pub staff: Option<u32>,
}

impl Press for OpenCounter {
    fn command(self, published: &Published, counter: CounterId, caller: &Caller) -> Result<Command, Problem> {
        let profile = self.profile.map(|named| named::profile(published, &named)).transpose()?;
        // A supervisor opens counters for others; a program has no person to sit there.
        let own = match caller {
            Caller::Staff { id, role: Role::Officer, .. } => Some(*id),
            _ => None,
        };
        let staff = match (own, self.staff) {
            (Some(own), Some(other)) if StaffId(other) != own => {
                return Err(crate::allowed::Denied::AnothersCounter(counter).into());
            }
            (own, named) => own.or(named.map(StaffId)),
        };
        Ok(Command::OpenCounter { counter, staff, profile })
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Break {
    pub reason: Named,
}

impl Press for Break {
    fn command(self, published: &Published, counter: CounterId, _: &Caller) -> Result<Command, Problem> {
        Ok(Command::StartBreak { counter, reason: named::reason(published, &self.reason)? })
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MoveProfile {
    pub profile: Named,
}

impl Press for MoveProfile {
    fn command(self, published: &Published, counter: CounterId, _: &Caller) -> Result<Command, Problem> {
        Ok(Command::MoveProfile { counter, profile: named::profile(published, &self.profile)? })
    }
}

/// Calls a particular ticket, out of its order.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CallVisit {
    /// Its id.
    pub ticket: u32,
    pub reason: Named,
}

impl Press for CallVisit {
    fn command(self, published: &Published, counter: CounterId, _: &Caller) -> Result<Command, Problem> {
        let reason = named::reason(published, &self.reason)?;
        Ok(Command::CallVisit { counter, visit: VisitId(self.ticket), reason })
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Extend {
    pub minutes: u32,
    pub reason: Named,
}

impl Press for Extend {
    fn command(self, published: &Published, counter: CounterId, _: &Caller) -> Result<Command, Problem> {
        let (by, reason) = (Millis::minutes(self.minutes.into()), named::reason(published, &self.reason)?);
        Ok(Command::Extend { counter, by, reason })
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct End {
    /// One of the service's own closing codes.
    pub outcome: Named,
    /// This was the main thing done in the visit.
    #[serde(default)]
    pub main: bool,
}

impl Press for End {
    fn command(self, published: &Published, counter: CounterId, _: &Caller) -> Result<Command, Problem> {
        let outcome = named::outcome(published, &self.outcome)?;
        Ok(Command::EndStep { counter, outcome, main: self.main })
    }
}

/// Where the visit goes: to exactly one of queue, counter, staff.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    pub queue: Option<Named>,
    pub counter: Option<Named>,
    pub staff: Option<u32>,
    /// What is to be done there; the same otherwise.
    pub service: Option<Named>,
    pub placement: Option<Placed>,
}

/// Where it stands in its new line.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Placed {
    OriginalArrival,
    Priority,
    End,
}

impl Press for Transfer {
    fn command(self, published: &Published, counter: CounterId, _: &Caller) -> Result<Command, Problem> {
        let to = match (&self.queue, &self.counter, self.staff) {
            (Some(queue), None, None) => Line::Queue(named::queue(published, queue)?),
            (None, Some(other), None) => Line::Counter(named::counter(published, other)?),
            (None, None, Some(staff)) => Line::Staff(StaffId(staff)),
            (None, None, None) => return Err(Problem::missing("queue")),
            _ => return Err(Problem::not_fitting("queue", "queue, counter, staff")),
        };
        let service = self.service.map(|named| named::service(published, &named)).transpose()?;
        let placement = match self.placement {
            None | Some(Placed::OriginalArrival) => Placement::OriginalArrival,
            Some(Placed::Priority) => Placement::Priority,
            Some(Placed::End) => Placement::End,
        };
        Ok(Command::Transfer { counter, to, service, placement })
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Refer {
    pub reason: Named,
    /// The person comes back here, ahead of the line.
    #[serde(default)]
    pub wants_back: bool,
}

impl Press for Refer {
    fn command(self, published: &Published, counter: CounterId, _: &Caller) -> Result<Command, Problem> {
        let reason = named::reason(published, &self.reason)?;
        Ok(Command::Refer { counter, reason, wants_back: self.wants_back })
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Park {
    pub reason: Named,
}

impl Press for Park {
    fn command(self, published: &Published, counter: CounterId, _: &Caller) -> Result<Command, Problem> {
        Ok(Command::Park { counter, reason: named::reason(published, &self.reason)? })
    }
}

/// Ticket, call and start in one press.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuickServe {
    pub service: Named,
    pub segment: Option<Named>,
    #[schema(minimum = 1, maximum = 65535)]
    pub party: Option<u16>,
}

impl Press for QuickServe {
    fn command(self, published: &Published, counter: CounterId, caller: &Caller) -> Result<Command, Problem> {
        let service = named::service(published, &self.service)?;
        let segment = issuing::segment(published, self.segment.as_ref(), caller)?;
        let reference = random::reference()?;
        Ok(Command::QuickServe { counter, service, segment, reference, party: self.party.unwrap_or(1) })
    }
}
