//! The reference centre is clean, and says what was published about it.

use std::path::PathBuf;

use jiff::civil::{Date, date};
use nawat_catalogue::{Centre, Lang, Occasion, Published, Quarter, ReasonFor, Texts, date_of};
use nawat_engine::ids::{CounterId, ServiceId};
use nawat_engine::time::Millis;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../centres/bahrain-housing")
}

fn centre() -> Centre {
    nawat_catalogue::read(&folder()).unwrap_or_else(|mistakes| panic!("\n{mistakes}"))
}

#[test]
fn it_has_no_mistakes_and_its_eight_kinds_in_order() {
    let kinds: Vec<String> = centre().kinds.into_iter().map(|kind| kind.key).collect();
    assert_eq!(
        kinds,
        [
            "mazaya_application",
            "other_housing_application",
            "inquiry_and_follow_up",
            "remark_or_suggestion",
            "data_update",
            "legal_and_inspection",
            "studies_and_research",
            "referred_to_supervisor",
        ]
    );
    let centre = centre();
    assert_eq!(centre.time_zone(), "Asia/Bahrain");
    assert_eq!(centre.referral_kind().map(|kind| kind.key.as_str()), Some("referred_to_supervisor"));
}

#[test]
fn the_published_quarter_adds_up() {
    let quarter = Quarter::read(&folder().join("quarter.csv"), &centre()).expect("clean");
    assert_eq!(quarter.customers(), 25_780);
    assert_eq!(quarter.of_kind("mazaya_application"), Some(4_203));
    assert_eq!(quarter.of_kind("referred_to_supervisor"), Some(1_731));
    assert_eq!(quarter.rows.len(), 8);
}

#[test]
fn the_quarter_has_62_working_days() {
    let calendar = centre().calendar;
    let days = calendar.working_days(date(2017, 11, 1), date(2018, 1, 31));
    assert_eq!(days.len(), 62);
    let closed: Vec<Date> = days_between(date(2017, 11, 1), date(2018, 1, 31))
        .filter(|day| calendar.holiday_on(*day).is_some() && calendar.working_week.contains(&weekday(*day)))
        .collect();
    assert_eq!(closed, [date(2017, 11, 30), date(2017, 12, 17), date(2017, 12, 18), date(2018, 1, 1)]);
    assert_eq!(calendar.next_working_day(date(2017, 12, 14)), Some(date(2017, 12, 19)));
}

fn weekday(day: Date) -> nawat_catalogue::WeekDay {
    nawat_catalogue::WeekDay::of(day)
}

fn days_between(from: Date, to: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(from), |day| day.tomorrow().ok()).take_while(move |day| *day <= to)
}

#[test]
fn hours_are_moments_of_bahrain() {
    let calendar = centre().calendar;
    let hours = calendar.hours_on(date(2017, 11, 1)).expect("a Wednesday");
    assert_eq!(calendar.local(hours.opens).to_string(), "2017-11-01T07:30:00");
    assert_eq!(calendar.local(hours.last_ticket).to_string(), "2017-11-01T13:45:00");
    assert_eq!(calendar.local(hours.closes).to_string(), "2017-11-01T14:00:00");
    assert_eq!(calendar.local_hour(hours.closes), 14);
    assert_eq!(hours.opens.after(calendar.start_of_day(date(2017, 11, 1))), Millis::minutes(7 * 60 + 30));
    assert_eq!(calendar.local_date(hours.opens), date(2017, 11, 1));
    assert!(calendar.hours_on(date(2017, 11, 3)).is_none(), "a Friday");
    let ramadan = calendar.hours_on(date(2026, 3, 1)).expect("a Sunday in Ramadan");
    assert_eq!(calendar.local_time(ramadan.opens).to_string(), "08:00:00");
    assert_eq!(date_of(nawat_catalogue::civil_day(date(2026, 3, 1))), date(2026, 3, 1));
}

#[test]
fn no_step_at_a_counter_is_allotted_more_than_seven_minutes() {
    let centre = centre();
    let at_counter = centre.services.iter().filter(|service| service.at_counter);
    assert_eq!(at_counter.clone().map(|service| service.allotted_minutes).max(), Some(7));
    for service in centre.services.iter().filter(|service| !service.at_counter) {
        let queue = centre.queue(&service.queue).expect("checked");
        assert!(queue.private, "{} is served behind a door", service.key);
    }
    assert_eq!(at_counter.count(), 10);
}

#[test]
fn every_service_tells_what_happens_next() {
    let centre = centre();
    for service in &centre.services {
        assert!(service.next.len() >= 3, "{} has a sheet to hand out", service.key);
    }
    let unit = centre.service("housing_unit").expect("a service");
    let promised: Vec<u16> = unit.next.iter().filter_map(|step| step.working_days).collect();
    assert_eq!(promised, [5], "five working days, as the ministry publishes");
    let temporary = centre.service("temporary_flat").expect("a service");
    assert!(temporary.next.iter().filter(|step| step.working_days.is_some()).all(|step| step.confirm));
}

#[test]
fn a_version_without_next_steps_keeps_its_hash() {
    let mut plain = centre();
    for service in &mut plain.services {
        service.next.clear();
    }
    let published = Published::publish(None, plain);
    let text = serde_json::to_string(&published).expect("json");
    assert!(!text.contains("working_days"), "the published text is that of before");
    let again: Published = serde_json::from_str(&text).expect("read back");
    assert_eq!(again.hash(), published.hash());
}

#[test]
fn published_rules_follow_the_definition() {
    let published = Published::publish(None, centre());
    assert_eq!(published.version, 1);
    let mazaya = published.service_id("mazaya").expect("known");
    assert_eq!(published.service(mazaya).map(|service| service.key.as_str()), Some("mazaya"));
    let rule = published.rules.service(mazaya).expect("in the rules");
    assert_eq!((rule.allotted, rule.at_counter), (Millis::minutes(7), true));
    assert_eq!(rule.outcomes.len(), 4);
    assert_eq!(published.outcomes_of_service(mazaya)[0].1.key, "submitted");
    assert_eq!(published.ticket_code(rule.series, 41), "H041");
    assert_eq!(published.ticket_code(rule.series, 1_234), "H1234");
    assert_eq!(published.ticket_of_code("h-٠٤١"), Some((rule.series, 41)));
    assert_eq!(published.ticket_of_code("Z1"), None);
    assert_eq!(published.kind_of_service(mazaya), published.kind_id("mazaya_application"));
    // Counter 6 is number 6 in addresses too, as long as nobody renumbers the hall.
    assert_eq!(published.counter_id("6"), Some(CounterId(6)));
    assert_eq!(published.rules.counters.iter().flatten().count(), 12);
    assert!(published.rules.service(ServiceId(0)).is_none());
    let walk_in = published.segment_for(Occasion::WalkIn).and_then(|id| published.segment(id));
    assert_eq!(walk_in.map(|segment| segment.key.as_str()), Some("walk_in"));
    for reason in ReasonFor::ALL {
        for (id, _) in published.reasons_for(reason) {
            assert!(id.0 < published.rules.reasons);
        }
    }
}

#[test]
fn counters_in_the_hall_take_every_queue_that_is_not_private() {
    let centre = centre();
    for counter in centre.counters.iter().filter(|counter| !counter.is_room()) {
        let profile = centre.profiles.iter().find(|it| it.key == counter.profile).expect("checked");
        for queue in centre.queues.iter().filter(|queue| !queue.private) {
            let takes = profile.takes.iter().any(|take| take.queue == queue.key);
            assert!(takes, "nobody waits at {} while counter {} is idle", queue.key, counter.key);
        }
    }
}

#[test]
fn its_own_sentences_can_be_said() {
    let centre = centre();
    for lang in Lang::ALL {
        let texts = Texts::from_sources(lang, &[("centre", centre.texts.in_lang(lang))]).expect("clean");
        assert!(texts.has("centre-welcome"));
        assert!(!texts.say("centre-welcome").contains('⟦'));
    }
}

#[test]
fn what_is_published_comes_back_the_same_from_its_json() {
    let published = Published::publish(None, centre());
    let json = serde_json::to_string(&published).expect("json");
    let again: Published = serde_json::from_str(&json).expect("the same");
    assert_eq!(again, published);
    assert_eq!(again.hash(), published.hash());
    assert_eq!(again.rules_ref(), published.rules_ref());

    let mut other = published.clone();
    other.centre.limits.party_max += 1;
    assert_ne!(other.hash(), published.hash());
}
