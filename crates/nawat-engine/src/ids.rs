//! Names for the things of the hall that must never be mixed up. All are small integers; words for them
//! live in the catalogue.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident($inner:ty)) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub $inner);

        impl $name {
            /// Position in a vector that is indexed by this id.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

id!(
    /// A queue that people wait in.
    QueueId(u16)
);
id!(
    /// A service that a person comes for.
    ServiceId(u16)
);
id!(
    /// A counter, desk or room where people are served.
    CounterId(u16)
);
id!(
    /// A group of visitors whose priority grows at one rate (walk-in, appointment, senior citizens …).
    SegmentId(u16)
);
id!(
    /// A work profile: the queues that a counter may take from.
    ProfileId(u16)
);
id!(
    /// How a step at a counter ended, as its closing code.
    OutcomeId(u16)
);
id!(
    /// A reason from the catalogue's list. Free words never enter an event.
    ReasonId(u16)
);
id!(
    /// A number series with its ticket prefix.
    SeriesId(u16)
);
id!(
    /// A member of staff.
    StaffId(u32)
);
id!(
    /// A paired device: kiosk, display, pad.
    DeviceId(u32)
);
id!(
    /// An appointment of this day.
    AppointmentId(u32)
);
id!(
    /// A block of numbers lent to a kiosk.
    LeaseId(u32)
);
id!(
    /// One service of one visit, at one counter. Counted through the day from 0.
    StepId(u32)
);

/// A visit of this day, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VisitId(pub u32);

impl VisitId {
    /// Position in the day's visits; no position for 0, which names nobody.
    pub fn index(self) -> usize {
        (self.0 as usize).wrapping_sub(1)
    }
}

impl std::fmt::Display for VisitId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// A random name that came with the command: unguessable (128 bits), meaningless, the same in every copy
/// of the stream. It makes the ticket's link and points at what the people vault holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference(pub u128);

impl std::fmt::Display for Reference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl std::fmt::Debug for Reference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl std::str::FromStr for Reference {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.len() != 32 {
            return Err(format!("a reference has 32 hexadecimal digits, not {}", text.len()));
        }
        u128::from_str_radix(text, 16)
            .map(Reference)
            .map_err(|_| "a reference holds hexadecimal digits only".to_owned())
    }
}

impl Serialize for Reference {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Reference {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
