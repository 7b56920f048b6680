//! The same actors beside people of flesh and blood, as in a demonstration.

mod common;

use std::sync::Arc;

use common::{hall, published, quarter};
use jiff::civil::date;
use nawat_catalogue::Published;
use nawat_engine::command::IssueTicket;
use nawat_engine::counter::CounterState;
use nawat_engine::event::{Event, Record};
use nawat_engine::ids::{CounterId, Reference, StaffId, VisitId};
use nawat_engine::time::{Millis, Moment};
use nawat_engine::visit::{Channel, End, Place};
use nawat_engine::{Actor, Command, Day, Phase, Said};
use nawat_twin::{Actors, Company, DayPlan, EngineHall, Hall, HallError, SIMULATED_STAFF};

const CLERK: StaffId = StaffId(7);
const COUNTS: [(&str, u64); 3] =
    [("inquiry_and_follow_up", 50), ("data_update", 40), ("referred_to_supervisor", 10)];

fn plan(published: &Arc<Published>, customers: u64) -> DayPlan {
    let counts = quarter(published, &COUNTS);
    DayPlan::like(&counts, customers, date(2026, 11, 25), Arc::clone(published), 3).expect("a working day")
}

/// Acts every few seconds until `until`, as the demonstration does.
fn run(actors: &mut Actors, hall: &mut EngineHall, from: Moment, until: Moment) -> Moment {
    let mut now = from;
    while now < until {
        actors.act(now, hall).expect("nothing breaks");
        now = now.plus(Millis(2_300));
    }
    now
}

fn say(hall: &mut EngineHall, at: Moment, command: Command) -> Result<(), nawat_engine::Refusal> {
    match hall.tell(&Said { by: Actor::Staff(CLERK), at, effective: None, command }) {
        Ok(()) => Ok(()),
        Err(HallError::Refused(refusal)) => Err(refusal),
        Err(HallError::Broken(never)) => match never {},
    }
}

fn ticket(published: &Published, reference: u128) -> Command {
    Command::IssueTicket(IssueTicket {
        service: published.service_id("data_update").expect("known"),
        segment: published.segment_id("walk_in").expect("known"),
        party: 1,
        channel: Channel::Kiosk,
        reference: Reference(reference),
        person: None,
    })
}

fn at_counter(records: &[Record], counter: CounterId, after: Moment) -> Vec<&Record> {
    let touches = |record: &&Record| {
        record.recorded > after
            && record.entry.by == Actor::Staff(StaffId(SIMULATED_STAFF | (u32::from(counter.0) + 1)))
            && record.entry.event.touches().1 == Some(counter)
    };
    records.iter().filter(touches).collect()
}

fn visit(day: &Day, reference: u128) -> VisitId {
    day.visit_by_reference(Reference(reference)).expect("came").id
}

#[test]
fn a_day_driven_by_a_coarse_clock_ends_with_everybody_served() {
    let published = published();
    let plan = plan(&published, 120);
    let hours = plan.opening.hours;
    let mut hall = hall(&published);
    let mut actors = Actors::new(plan, Company::AmongPeople);
    run(&mut actors, &mut hall, hours.opens, hours.closes.plus(Millis::minutes(121)));
    assert_eq!((hall.day().phase, actors.next_due()), (Phase::Closed, None));
    assert!(actors.closed_the_day());
    nawat_engine::always_true(hall.day()).expect("nothing is lost");
    let served = hall.day().visits.iter().filter(|visit| visit.place == Place::Ended(End::Served)).count();
    assert_eq!(served, 120);
}

#[test]
fn the_ticket_of_a_person_at_the_keyboard_is_called_and_served() {
    let published = published();
    let plan = plan(&published, 100);
    let hours = plan.opening.hours;
    let mut hall = hall(&published);
    let mut actors = Actors::new(plan, Company::AmongPeople);
    let now = run(&mut actors, &mut hall, hours.opens, hours.opens.plus(Millis::minutes(30)));
    say(&mut hall, now, ticket(&published, 77)).expect("given");
    run(&mut actors, &mut hall, now, now.plus(Millis::minutes(90)));
    let mine = hall.day().visit(visit(hall.day(), 77)).expect("came");
    assert_eq!(mine.place, Place::Ended(End::Served));
}

#[test]
fn a_counter_that_a_clerk_of_flesh_and_blood_opened_is_left_to_them() {
    let published = published();
    let plan = plan(&published, 200);
    let hours = plan.opening.hours;
    let counter = *plan.staffing.open.first().expect("one opens");
    let mut hall = hall(&published);
    let mut actors = Actors::new(plan, Company::AmongPeople);
    actors.act(hours.opens, &mut hall).expect("opens");
    if !hall.day().counter(counter).expect("known").is_open() {
        say(&mut hall, hours.opens, Command::OpenCounter { counter, staff: Some(CLERK), profile: None })
            .expect("opens");
    }
    let now = run(&mut actors, &mut hall, hours.opens, hours.opens.plus(Millis::minutes(40)));
    say(&mut hall, now, Command::CallNext { counter }).expect("somebody waits");
    run(&mut actors, &mut hall, now, now.plus(Millis::minutes(60)));
    // The simulated person stands there until the clerk serves and ends.
    assert!(matches!(hall.day().counter(counter).expect("known").state, CounterState::Calling(_)));
    assert!(at_counter(&hall.take_records(), counter, Moment(0)).is_empty());
}

#[test]
fn a_counter_that_somebody_else_touched_is_left_to_them() {
    let published = published();
    let plan = plan(&published, 300);
    let hours = plan.opening.hours;
    let mut hall = hall(&published);
    let mut actors = Actors::new(plan, Company::AmongPeople);
    let mut now = run(&mut actors, &mut hall, hours.opens, hours.opens.plus(Millis::minutes(30)));
    // A supervisor ends what a simulated clerk is serving.
    let (counter, outcome) = loop {
        let serving = hall.day().counters().find_map(|counter| match counter.state {
            CounterState::Serving(visit) => Some((counter.id, visit)),
            _ => None,
        });
        if let Some((counter, visit)) = serving {
            let day = hall.day();
            let service = day.step(day.visit(visit).expect("known").step).service;
            break (counter, day.rules.service(service).expect("known").outcomes[0]);
        }
        now = run(&mut actors, &mut hall, now, now.plus(Millis(1)));
    };
    hall.take_records();
    say(&mut hall, now, Command::EndStep { counter, outcome, main: false }).expect("ends");
    let touched = now;
    run(&mut actors, &mut hall, now, now.plus(Millis::minutes(60)));
    assert!(at_counter(&hall.take_records(), counter, touched).is_empty());
}

#[test]
fn after_a_restart_the_day_goes_on_where_it_stood() {
    let published = published();
    let day_plan = plan(&published, 150);
    let hours = day_plan.opening.hours;
    let mut hall = hall(&published);
    let mut before = Actors::new(day_plan.clone(), Company::AmongPeople);
    let now = run(&mut before, &mut hall, hours.opens, hours.opens.plus(Millis::minutes(75)));
    drop(before);
    let mut after = Actors::new(day_plan, Company::AmongPeople);
    run(&mut after, &mut hall, now.plus(Millis::minutes(2)), hours.closes.plus(Millis::minutes(125)));
    assert_eq!(hall.day().phase, Phase::Closed);
    let opened =
        hall.take_records().iter().filter(|it| matches!(it.entry.event, Event::DayOpened { .. })).count();
    assert_eq!(opened, 1);
    nawat_engine::always_true(hall.day()).expect("nothing is lost");
    let closed_out = hall.day().visits.iter().filter(|it| it.place == Place::Ended(End::DayClosed)).count();
    assert_eq!(closed_out, 0);
}

#[test]
fn somebody_else_may_close_the_day_or_stop_the_tickets() {
    let published = published();
    let plan = plan(&published, 150);
    let hours = plan.opening.hours;
    let mut hall = hall(&published);
    let mut actors = Actors::new(plan, Company::AmongPeople);
    let now = run(&mut actors, &mut hall, hours.opens, hours.opens.plus(Millis::minutes(60)));
    say(&mut hall, now, Command::CloseTicketing).expect("stops");
    let walk_ins =
        |hall: &EngineHall| hall.day().visits.iter().filter(|visit| visit.appointment.is_none()).count();
    let issued = walk_ins(&hall);
    let now = run(&mut actors, &mut hall, now, now.plus(Millis::minutes(60)));
    assert_eq!(walk_ins(&hall), issued);
    say(&mut hall, now, Command::CloseDay { carry_over: false, heads: Vec::new() }).expect("closes");
    actors.act(now.plus(Millis::minutes(10)), &mut hall).expect("nothing breaks");
    assert_eq!(actors.next_due(), None);
    assert!(!actors.closed_the_day());
}

#[test]
fn counters_left_free_stay_closed() {
    let published = published();
    let mut plan = plan(&published, 400);
    let free: Vec<CounterId> = plan.staffing.open.iter().take(2).copied().collect();
    plan.leave_free(&free);
    let hours = plan.opening.hours;
    let mut hall = hall(&published);
    let mut actors = Actors::new(plan, Company::AmongPeople);
    run(&mut actors, &mut hall, hours.opens, hours.opens.plus(Millis::minutes(240)));
    let opened = |it: &Record| matches!(it.entry.event, Event::CounterOpened { counter, .. } if free.contains(&counter));
    assert!(!hall.take_records().iter().any(opened));
}
