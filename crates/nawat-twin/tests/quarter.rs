//! The counts come out exactly although the engine decides all order and waits.

mod common;

use std::collections::BTreeMap;
use std::sync::Arc;

use common::{FIRST, LAST, centre, counts_of, hall, live, published, quarter, recount};
use jiff::civil::date;
use nawat_catalogue::Published;
use nawat_twin::{EngineHall, PlanError, QuarterPlan, live_day, live_quarter};

const PUBLISHED: [(&str, u64); 8] = [
    ("mazaya_application", 4_203),
    ("other_housing_application", 1_034),
    ("inquiry_and_follow_up", 8_153),
    ("remark_or_suggestion", 2_109),
    ("data_update", 5_898),
    ("legal_and_inspection", 62),
    ("studies_and_research", 2_590),
    ("referred_to_supervisor", 1_731),
];

#[test]
fn the_published_quarter_comes_out_to_the_last_person() {
    let published = published();
    let lived = live(&published, &PUBLISHED, FIRST, LAST, 1);
    assert_eq!(lived.days, 62);
    assert_eq!(counts_of(&published, &lived.kinds), counts(&PUBLISHED));
    // Independently, from the records alone.
    assert_eq!(counts_of(&published, &recount(&published, &lived.records)), counts(&PUBLISHED));
    assert_eq!(lived.kinds.values().sum::<u64>(), 25_780);
    // Those on top are few: two in a hundred, give or take.
    assert!((300..800).contains(&lived.unserved), "{}", lived.unserved);
}

#[test]
fn each_kind_spreads_over_its_services() {
    let published = published();
    let lived = live(&published, &[("other_housing_application", 600)], FIRST, LAST, 3);
    let mut services = BTreeMap::new();
    for service in common::main_services(&lived.records) {
        *services.entry(published.service(service).expect("known").key.clone()).or_insert(0) += 1;
    }
    let of_kind =
        published.centre.services.iter().filter(|it| it.kind == "other_housing_application").count();
    assert!(of_kind > 1);
    assert_eq!(services.len(), of_kind);
    assert!(services.values().all(|count| *count == 600 / of_kind as u64), "{services:?}");
}

#[test]
fn permuted_counts_come_out_permuted() {
    let mut permuted = PUBLISHED;
    let values: Vec<u64> = PUBLISHED.iter().map(|(_, count)| count / 8).collect();
    for (place, (_, count)) in permuted.iter_mut().enumerate() {
        *count = values[(place + 3) % values.len()];
    }
    let published = published();
    let lived = live(&published, &permuted, date(2017, 11, 1), date(2017, 11, 12), 5);
    assert_eq!(counts_of(&published, &lived.kinds), counts(&permuted));
}

#[test]
fn a_quarter_of_one_customer_and_one_of_none() {
    let published = published();
    for (kind, count) in [("remark_or_suggestion", 1), ("referred_to_supervisor", 1), ("data_update", 0)] {
        let lived = live(&published, &[(kind, count)], FIRST, LAST, 9);
        assert_eq!(lived.days, 62);
        assert_eq!(counts_of(&published, &lived.kinds), counts(&[(kind, count)]));
    }
}

#[test]
fn ten_times_the_customers_drain_every_day() {
    // A tenth of the days with all the customers.
    let published = published();
    let lived = live(&published, &PUBLISHED, date(2017, 11, 1), date(2017, 11, 8), 2);
    assert_eq!(lived.days, 6);
    assert_eq!(counts_of(&published, &recount(&published, &lived.records)), counts(&PUBLISHED));
}

#[test]
fn a_small_hall_turns_people_away_and_serves_them_all_the_same() {
    let mut centre = centre();
    centre.limits.capacity = Some(12);
    let published = Arc::new(Published::publish(None, centre));
    let lived =
        live(&published, &PUBLISHED.map(|(k, n)| (k, n / 15)), date(2017, 11, 1), date(2017, 11, 5), 4);
    assert_eq!(counts_of(&published, &lived.kinds), counts(&PUBLISHED.map(|(k, n)| (k, n / 15))));
}

#[test]
fn the_same_seed_gives_the_same_records_and_another_one_others() {
    let published = published();
    let of = |seed| {
        live(&published, &PUBLISHED.map(|(k, n)| (k, n / 20)), date(2017, 11, 1), date(2017, 11, 2), seed)
    };
    let (one, same, other) = (of(1), of(1), of(2));
    assert!(one.records == same.records);
    assert!(one.records != other.records);
    assert_eq!(one.kinds, other.kinds);
}

#[test]
fn a_day_planned_among_others_is_the_same_day_drawn_again() {
    let published = published();
    let plan = QuarterPlan::new(
        &quarter(&published, &PUBLISHED),
        &common::days(&published, FIRST, LAST),
        published,
        8,
    )
    .expect("planned");
    assert_eq!(plan.day(7).map(|day| day.people), plan.day(7).map(|day| day.people));
    assert_eq!(plan.day(62).map(|day| day.people), None);
    assert_eq!(plan.dates().len(), 62);
}

#[test]
fn most_steps_end_within_the_allotted_time_and_waits_are_those_of_a_busy_hall() {
    let published = published();
    let plan = QuarterPlan::new(
        &quarter(&published, &PUBLISHED),
        &common::days(&published, FIRST, LAST),
        Arc::clone(&published),
        1,
    )
    .expect("planned");
    let mut hall = hall(&published);
    let (mut within, mut steps, mut waits) = (0u64, 0u64, Vec::new());
    for at in [3, 20, 41] {
        live_day(plan.day(at).expect("a day"), &mut hall).expect("lived");
        nawat_engine::always_true(hall.day()).expect("nothing is lost");
        for counter in hall.day().counters() {
            within += u64::from(counter.today.within_allotted);
            steps += u64::from(counter.today.steps);
        }
        waits.extend(hall.day().visits.iter().filter_map(|visit| visit.wait()));
    }
    let share = within * 1_000 / steps;
    assert!((850..=920).contains(&share), "{share}");
    waits.sort_unstable();
    let minutes = |share: usize| waits[waits.len() * share / 100].0 / 60_000;
    assert!(minutes(50) < 15, "median wait {} minutes", minutes(50));
    assert!(minutes(99) < 60, "the longest waits are {} minutes", minutes(99));
}

#[test]
fn what_cannot_be_is_refused_before_the_first_day() {
    let published = published();
    let days = common::days(&published, FIRST, LAST);
    let plan = |counts: &[(&str, u64)], days: &[jiff::civil::Date], published: &Arc<Published>| {
        QuarterPlan::new(&quarter(published, counts), days, Arc::clone(published), 1).map(|_| ())
    };
    assert_eq!(plan(&PUBLISHED, &[], &published), Err(PlanError::NoWorkingDays));
    let friday = date(2017, 11, 3);
    assert_eq!(plan(&PUBLISHED, &[friday], &published), Err(PlanError::Closed { day: friday }));
    let unknown = PlanError::UnknownKind { kind: "lease".to_owned() };
    assert_eq!(plan(&[("lease", 3)], &days, &published), Err(unknown));
    assert!(matches!(
        plan(&[("data_update", 30_000_000)], &days, &published),
        Err(PlanError::TooMany { .. })
    ));

    let mut short = centre();
    short.series.iter_mut().for_each(|series| series.last = series.first + 9);
    let short = Arc::new(Published::publish(None, short));
    assert!(matches!(plan(&PUBLISHED, &days, &short), Err(PlanError::SeriesTooShort { .. })));

    let mut without = centre();
    without.services.retain(|service| service.kind != "legal_and_inspection");
    let without = Arc::new(Published::publish(None, without));
    assert!(matches!(plan(&PUBLISHED, &days, &without), Err(PlanError::NoServices { .. })));

    let mut speechless = centre();
    speechless.reasons.clear();
    let speechless = Arc::new(Published::publish(None, speechless));
    assert_eq!(plan(&PUBLISHED, &days, &speechless), Err(PlanError::NoReasonToRefer));

    let mut unmanned = centre();
    unmanned.counters.clear();
    let unmanned = Arc::new(Published::publish(None, unmanned));
    assert_eq!(plan(&PUBLISHED, &days, &unmanned), Err(PlanError::NoCounters));

    let mut endless = centre();
    endless.series.iter_mut().for_each(|series| series.last = 9_999_999);
    let endless = Arc::new(Published::publish(None, endless));
    assert!(matches!(
        plan(&[("data_update", 400_000)], &days[..1], &endless),
        Err(PlanError::CannotDrain { .. })
    ));
}

#[test]
fn a_mismatch_names_the_day_and_every_kind() {
    let published = published();
    let days = [date(2017, 11, 1)];
    let plan =
        QuarterPlan::new(&quarter(&published, &[("data_update", 3)]), &days, Arc::clone(&published), 1)
            .expect("planned");
    let update = published.kind_id("data_update").expect("known");
    let mismatch = plan.check_period(&BTreeMap::from([(update, 2)])).expect_err("one is missing");
    assert!(mismatch.to_string().contains("data_update 2 instead of 3"), "{mismatch}");
}

#[test]
fn a_quarter_stops_where_the_disk_does() {
    let published = published();
    let plan = QuarterPlan::new(
        &quarter(&published, &[("data_update", 40)]),
        &common::days(&published, FIRST, date(2017, 11, 9)),
        Arc::clone(&published),
        1,
    )
    .expect("planned");
    let mut hall: EngineHall = hall(&published);
    let mut seen = Vec::new();
    live_quarter(&plan, &mut hall, |_, day| {
        seen.push((day.date, day.customers()));
        Ok(())
    })
    .expect("lived");
    assert_eq!(seen.len(), 7);
    assert_eq!(seen.iter().map(|(_, customers)| customers).sum::<u64>(), 40);
}

fn counts(rows: &[(&str, u64)]) -> BTreeMap<String, u64> {
    rows.iter().filter(|(_, count)| *count > 0).map(|(kind, count)| ((*kind).to_owned(), *count)).collect()
}
