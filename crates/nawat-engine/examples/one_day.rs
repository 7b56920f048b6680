//! How many customers a second the live engine serves on one core: one queue, nine counters, 400 customers a
//! day with exponential pauses and service times, every ticket, call, start and end told as it is in the hall.
//!
//! `cargo run --release -p nawat-engine --example one_day [DAYS]`

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use nawat_engine::command::{IssueTicket, OpenDay};
use nawat_engine::ids::{
    CounterId, OutcomeId, ProfileId, QueueId, Reference, SegmentId, SeriesId, ServiceId,
};
use nawat_engine::rules::{
    CounterRule, Hours, Outcome, Profile, Queue, Rules, RulesRef, Segment, Series, Service, Takes,
};
use nawat_engine::time::{CivilDay, Millis, Moment};
use nawat_engine::visit::Channel;
use nawat_engine::{Actor, Command, Day, Event, Refusal, Said, tell_unrecorded};

const COUNTERS: u16 = 9;
const CUSTOMERS: u32 = 400;
const PAUSE_MEAN_MS: f64 = 60_000.0;
const SERVICE_MEAN_MS: f64 = 480_000.0;

fn rules() -> Rules {
    let queue = QueueId(0);
    let takes = vec![Takes { queue, order: 0, weight: 1 }];
    Rules {
        queues: vec![Some(Queue { id: queue })],
        services: vec![Some(Service {
            id: ServiceId(0),
            queue,
            series: SeriesId(0),
            allotted: Millis::minutes(7),
            at_counter: true,
            outcomes: vec![OutcomeId(0)],
        })],
        series: vec![Some(Series { id: SeriesId(0), first: 1, last: 100_000 })],
        segments: vec![Some(Segment { id: SegmentId(0), level: 0, rate: 1 })],
        profiles: vec![Some(Profile { id: ProfileId(0), takes })],
        counters: (0..COUNTERS)
            .map(|id| Some(CounterRule { id: CounterId(id), profile: ProfileId(0) }))
            .collect(),
        outcomes: vec![Some(Outcome { id: OutcomeId(0), completes: true })],
        party_max: 10,
        ..Rules::default()
    }
}

/// SplitMix64, and exponential times from it.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn exponential(&mut self, mean_ms: f64) -> Millis {
        let uniform = ((self.next() >> 11) as f64 + 0.5) / (1u64 << 53) as f64;
        Millis((-uniform.ln() * mean_ms) as i64)
    }
}

struct Hall {
    day: Day,
    events: Vec<Event>,
}

impl Hall {
    fn tell(&mut self, at: Moment, command: Command) -> Result<(), Refusal> {
        let said = Said { by: Actor::Program, at, effective: None, command };
        tell_unrecorded(&mut self.day, &said, &mut self.events)
    }

    fn call_and_start(&mut self, counter: CounterId, at: Moment) -> Result<(), Refusal> {
        self.tell(at, Command::CallNext { counter })?;
        self.tell(at, Command::Start { counter })
    }
}

/// One day; the sum of all waits in it.
fn live(hall: &mut Hall, rules_ref: RulesRef, chance: &mut Chance) -> Result<Millis, Refusal> {
    hall.day.begin_again();
    let hours = Hours { opens: Moment(0), last_ticket: Moment(1 << 40), closes: Moment(1 << 40) };
    let opening = OpenDay {
        date: CivilDay(0),
        rules: rules_ref,
        hours,
        previous: None,
        synthetic: true,
        leases: vec![],
    };
    hall.tell(Moment(0), Command::OpenDay(opening))?;
    let mut idle: Vec<CounterId> = (0..COUNTERS).map(CounterId).collect();
    for counter in &idle {
        hall.tell(Moment(0), Command::OpenCounter { counter: *counter, staff: None, profile: None })?;
    }
    let mut ends: BinaryHeap<Reverse<(Moment, CounterId)>> = BinaryHeap::with_capacity(usize::from(COUNTERS));
    let (mut to_come, mut arrival) = (CUSTOMERS, Moment(0).plus(chance.exponential(PAUSE_MEAN_MS)));
    loop {
        let end = ends.peek().map(|Reverse((at, _))| *at);
        // Who ends at the moment of an arrival ends first.
        if to_come > 0 && end.is_none_or(|end| arrival < end) {
            let reference = Reference(u128::from(chance.next()));
            hall.tell(arrival, ticket(reference))?;
            if let Some(counter) = idle.pop() {
                hall.call_and_start(counter, arrival)?;
                ends.push(Reverse((arrival.plus(chance.exponential(SERVICE_MEAN_MS)), counter)));
            }
            to_come -= 1;
            arrival = arrival.plus(chance.exponential(PAUSE_MEAN_MS));
        } else if let Some(Reverse((at, counter))) = ends.pop() {
            hall.tell(at, Command::EndStep { counter, outcome: OutcomeId(0), main: false })?;
            match hall.call_and_start(counter, at) {
                Ok(()) => ends.push(Reverse((at.plus(chance.exponential(SERVICE_MEAN_MS)), counter))),
                Err(_) => idle.push(counter),
            }
        } else {
            break;
        }
    }
    let at = hall.day.recorded;
    hall.tell(at, Command::CloseDay { carry_over: false, heads: vec![] })?;
    Ok(Millis(hall.day.visits.iter().filter_map(|visit| visit.wait()).map(|wait| wait.0).sum()))
}

fn ticket(reference: Reference) -> Command {
    Command::IssueTicket(IssueTicket {
        service: ServiceId(0),
        segment: SegmentId(0),
        party: 1,
        channel: Channel::Kiosk,
        reference,
        person: None,
    })
}

#[allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a measurement reads a clock and prints")]
fn main() -> Result<(), Refusal> {
    let days: u32 = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(5_000);
    let (rules_ref, rules) = (RulesRef { version: 1, hash: [0; 32] }, Arc::new(rules()));
    let mut hall = Hall { day: Day::unopened(), events: Vec::new() };
    hall.day.learn(rules_ref, rules);
    let mut chance = Chance(1);
    let (mut waits, began) = (0i64, std::time::Instant::now());
    for _ in 0..days {
        waits += live(&mut hall, rules_ref, &mut chance)?.0;
    }
    let seconds = began.elapsed().as_secs_f64();
    let customers = f64::from(days) * f64::from(CUSTOMERS);
    println!("{customers} customers in {seconds:.2} s: {:.0} a second", customers / seconds);
    println!("mean wait {:.1} s over days of {CUSTOMERS}", waits as f64 / 1_000.0 / customers);
    Ok(())
}
