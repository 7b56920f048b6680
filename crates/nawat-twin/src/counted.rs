//! Customers of a lived day by kind, and whether they are those of the plan.

use std::collections::BTreeMap;

use jiff::civil::Date;
use nawat_catalogue::{KindId, Published};
use nawat_engine::Day;
use nawat_engine::time::Moment;
use nawat_engine::visit::Visit;

/// A closed day, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayLived {
    pub date: Date,
    pub closed: Moment,
    /// Customers received, each under one final kind.
    pub kinds: BTreeMap<KindId, u64>,
    /// Who left or did not come: on top of those.
    pub unserved: u64,
}

impl DayLived {
    pub(crate) fn of(day: &Day, date: Date, closed: Moment, published: &Published) -> DayLived {
        let mut kinds = BTreeMap::new();
        let mut unserved = 0;
        for visit in &day.visits {
            match kind_of(day, visit, published) {
                Some(kind) => *kinds.entry(kind).or_insert(0) += 1,
                None => unserved += 1,
            }
        }
        DayLived { date, closed, kinds, unserved }
    }

    pub fn customers(&self) -> u64 {
        self.kinds.values().sum()
    }
}

/// The kind under which a visit is counted: *referred* if it was ever handed to a supervisor, else that of
/// the main thing done. `None`: nobody dealt with this person.
fn kind_of(day: &Day, visit: &Visit, published: &Published) -> Option<KindId> {
    if visit.referred {
        return published.referral_kind();
    }
    published.kind_of_service(day.main_step(visit)?.service)
}

/// One kind whose count is not the planned one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub kind: String,
    pub planned: u64,
    pub counted: u64,
}

/// A lived day or quarter whose counts are not those of the plan. A fault of the twin, never of the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// `None`: the whole period.
    pub day: Option<Date>,
    pub differences: Vec<Difference>,
}

impl std::fmt::Display for Mismatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.day {
            Some(day) => write!(f, "the counts of {day} differ from its plan:")?,
            None => f.write_str("the counts of the period differ from those asked for:")?,
        }
        for Difference { kind, planned, counted } in &self.differences {
            write!(f, " {kind} {counted} instead of {planned};")?;
        }
        f.write_str(" this is a fault of Nawat. Please report it with the counts, the period and the seed.")
    }
}

impl std::error::Error for Mismatch {}

/// Compares kind by kind, whatever stands in either.
pub(crate) fn compare(
    day: Option<Date>,
    planned: &BTreeMap<KindId, u64>,
    counted: &BTreeMap<KindId, u64>,
    published: &Published,
) -> Result<(), Mismatch> {
    let mut kinds: Vec<KindId> = planned.keys().chain(counted.keys()).copied().collect();
    kinds.sort_unstable();
    kinds.dedup();
    let count = |of: &BTreeMap<KindId, u64>, kind| of.get(&kind).copied().unwrap_or(0);
    let name = |kind: KindId| published.kind(kind).map_or_else(|| kind.0.to_string(), |it| it.key.clone());
    let differences: Vec<Difference> = kinds
        .into_iter()
        .map(|kind| (kind, count(planned, kind), count(counted, kind)))
        .filter(|(_, planned, counted)| planned != counted)
        .map(|(kind, planned, counted)| Difference { kind: name(kind), planned, counted })
        .collect();
    if differences.is_empty() { Ok(()) } else { Err(Mismatch { day, differences }) }
}
