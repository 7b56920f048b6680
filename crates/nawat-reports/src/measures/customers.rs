//! How many customers were received, and of which kind each was.

use nawat_catalogue::Published;
use nawat_engine::ids::ServiceId;
use nawat_journal::DaySummary;

use super::{Clause, Measure, Unit};

pub(super) const MEASURE: Measure = Measure {
    key: "customers",
    unit: Unit::Customers,
    formula: "sum of received; per kind the received without the referred, by the kind of the main service; \
              referred under the referral kind",
    clause: Clause::Results,
};

/// Received customers by kind. The kinds add up to all customers, always.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// In the order of the centre's kinds.
    pub by_kind: Vec<u64>,
    /// Received for services that this version of the centre no longer has.
    pub withdrawn: u64,
    pub all: u64,
}

/// Each received customer once, under one final kind: *referred* if ever handed to a supervisor, else the
/// kind of the main thing done. Where a centre has no referral kind, the referred stay under theirs.
pub fn customers_by_kind(summary: &DaySummary, published: &Published) -> Counted {
    let kinds = &published.centre.kinds;
    let referral = kinds.iter().position(|kind| kind.referral);
    let kind_of = |service: ServiceId| {
        let key = &published.service(service)?.kind;
        kinds.iter().position(|kind| kind.key == *key)
    };
    let mut counted = Counted { by_kind: vec![0; kinds.len()], withdrawn: 0, all: 0 };
    for (key, cell) in &summary.cells {
        let referred = if referral.is_some() { cell.referred.min(cell.received) } else { 0 };
        counted.put(referral, referred);
        counted.put(kind_of(key.service), cell.received - referred);
    }
    counted
}

impl Counted {
    fn put(&mut self, kind: Option<usize>, customers: u64) {
        let slot = kind.and_then(|kind| self.by_kind.get_mut(kind)).unwrap_or(&mut self.withdrawn);
        *slot = slot.saturating_add(customers);
        self.all = self.all.saturating_add(customers);
    }
}
