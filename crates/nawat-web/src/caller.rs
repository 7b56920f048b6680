//! Who speaks: worked out at the door, once a request, and trusted inside.

use nawat_engine::Actor;
use nawat_engine::ids::{DeviceId, StaffId, VisitId};

use nawat_journal::accounts::{DeviceKind, Role};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caller {
    Nobody,
    /// Signed in at a browser.
    Staff {
        id: StaffId,
        name: String,
        role: Role,
    },
    /// A program with a token; it speaks as `staff` where the token belongs to somebody.
    Program {
        role: Role,
        staff: Option<StaffId>,
    },
    Device {
        id: DeviceId,
        kind: DeviceKind,
    },
    /// The holder of a ticket's link: may do with this one visit what its owner may.
    Visitor(VisitId),
    /// A phone at the door, which holds no ticket of its own yet; known by a hash of its cookie.
    Phone(u128),
    /// Nawat itself: the binary's clockwork, a demonstration.
    Centre,
}

/// A column of the table in [`crate::allowed`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    Nobody,
    Role(Role),
    Device(DeviceKind),
    Visitor,
    Centre,
}

impl Caller {
    pub fn party(&self) -> Party {
        match self {
            Caller::Nobody => Party::Nobody,
            Caller::Staff { role, .. } | Caller::Program { role, .. } => Party::Role(*role),
            Caller::Device { kind, .. } => Party::Device(*kind),
            Caller::Visitor(_) | Caller::Phone(_) => Party::Visitor,
            Caller::Centre => Party::Centre,
        }
    }

    /// As whom the record knows them.
    pub fn actor(&self) -> Actor {
        match self {
            Caller::Staff { id, .. } | Caller::Program { staff: Some(id), .. } => Actor::Staff(*id),
            Caller::Nobody | Caller::Program { staff: None, .. } => Actor::Program,
            Caller::Device { id, .. } => Actor::Device(*id),
            Caller::Visitor(_) | Caller::Phone(_) => Actor::Visitor,
            Caller::Centre => Actor::Centre,
        }
    }

    pub fn staff(&self) -> Option<StaffId> {
        match self {
            Caller::Staff { id, .. } => Some(*id),
            Caller::Program { staff, .. } => *staff,
            _ => None,
        }
    }

    pub fn role(&self) -> Option<Role> {
        match self {
            Caller::Staff { role, .. } | Caller::Program { role, .. } => Some(*role),
            _ => None,
        }
    }

    /// Tells callers apart where each has keys of its own.
    pub fn scope(&self) -> String {
        match self {
            Caller::Nobody => "nobody".to_owned(),
            Caller::Staff { id, .. } | Caller::Program { staff: Some(id), .. } => format!("staff {id}"),
            Caller::Program { role, staff: None } => format!("program {}", role.as_str()),
            Caller::Device { id, .. } => format!("device {id}"),
            Caller::Visitor(visit) => format!("visitor {visit}"),
            Caller::Phone(hash) => format!("phone {hash:032x}"),
            Caller::Centre => "centre".to_owned(),
        }
    }
}
