//! The reference centre, quarters and an independent recount.
#![allow(dead_code, reason = "each test file uses its part")]

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use jiff::civil::{Date, date};
use nawat_catalogue::{Centre, KindId, Published, Quarter, QuarterRow};
use nawat_engine::Event;
use nawat_engine::event::Record;
use nawat_engine::ids::{ServiceId, VisitId};
use nawat_engine::visit::End;
use nawat_twin::{EngineHall, QuarterPlan, live_quarter};

pub const FIRST: Date = date(2017, 11, 1);
pub const LAST: Date = date(2018, 1, 31);

pub fn centre() -> Centre {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../centres/bahrain-housing");
    match nawat_catalogue::read(&folder) {
        Ok(centre) => centre,
        Err(mistakes) => panic!("the reference centre has mistakes: {mistakes:?}"),
    }
}

pub fn published() -> Arc<Published> {
    Arc::new(Published::publish(None, centre()))
}

pub fn quarter(published: &Published, counts: &[(&str, u64)]) -> Quarter {
    let section = |kind: &str| published.centre.kind(kind).map_or_else(String::new, |it| it.section.clone());
    let row = |(kind, customers): &(&str, u64)| QuarterRow {
        kind: (*kind).to_owned(),
        section: section(kind),
        customers: *customers,
    };
    Quarter { rows: counts.iter().map(row).collect() }
}

pub fn days(published: &Published, from: Date, to: Date) -> Vec<Date> {
    published.centre.calendar.working_days(from, to)
}

pub fn hall(published: &Published) -> EngineHall {
    EngineHall::new(published.rules_ref(), Arc::new(published.rules.clone()))
}

pub struct Lived {
    pub days: usize,
    pub kinds: BTreeMap<KindId, u64>,
    pub unserved: u64,
    /// Day after day.
    pub records: Vec<Vec<Record>>,
}

pub fn live(published: &Arc<Published>, counts: &[(&str, u64)], from: Date, to: Date, seed: u64) -> Lived {
    let days = days(published, from, to);
    let plan =
        QuarterPlan::new(&quarter(published, counts), &days, Arc::clone(published), seed).expect("planned");
    let mut hall = hall(published);
    let (mut records, mut unserved) = (Vec::new(), 0);
    let kinds = live_quarter(&plan, &mut hall, |hall, day| {
        unserved += day.unserved;
        nawat_engine::always_true(hall.day()).expect("nothing is lost");
        records.push(hall.take_records());
        Ok(())
    });
    match kinds {
        Ok(kinds) => Lived { days: records.len(), kinds, unserved, records },
        Err(error) => panic!("{error}"),
    }
}

/// The main service of each visit that was served, from what its end says.
pub fn main_services(days: &[Vec<Record>]) -> Vec<ServiceId> {
    let ended = days.iter().flatten().filter_map(|record| match &record.entry.event {
        Event::VisitEnded(ended) if ended.end == End::Served => ended.main,
        _ => None,
    });
    ended.collect()
}

/// Customers by kind, from the records alone: who was referred is that, whatever follows; else the end says
/// what the main thing was.
pub fn recount(published: &Published, days: &[Vec<Record>]) -> BTreeMap<KindId, u64> {
    let mut kinds = BTreeMap::new();
    for day in days {
        let mut referred: HashSet<VisitId> = HashSet::new();
        let mut mains: HashMap<VisitId, Option<ServiceId>> = HashMap::new();
        for record in day {
            match &record.entry.event {
                Event::VisitReferred { visit, .. } => {
                    referred.insert(*visit);
                }
                Event::VisitEnded(ended) => {
                    assert_eq!(mains.insert(ended.visit, ended.main), None, "a visit ends once");
                }
                _ => {}
            }
        }
        for (visit, main) in mains {
            let kind = if referred.contains(&visit) {
                published.referral_kind()
            } else {
                main.and_then(|service| published.kind_of_service(service))
            };
            if let Some(kind) = kind {
                *kinds.entry(kind).or_insert(0) += 1;
            }
        }
    }
    kinds
}

pub fn counts_of(published: &Published, kinds: &BTreeMap<KindId, u64>) -> BTreeMap<String, u64> {
    let key = |kind: &KindId| published.kind(*kind).expect("known").key.clone();
    kinds.iter().map(|(kind, count)| (key(kind), *count)).collect()
}
