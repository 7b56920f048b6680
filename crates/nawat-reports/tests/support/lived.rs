//! A day of the reference centre lived by the engine: so many of each kind come, one after another, and each
//! is counted by hand at the moment it is done.

use std::sync::Arc;

use jiff::civil::Date;
use nawat_catalogue::{Occasion, Published, civil_day};
use nawat_engine::command::{Actor, Answer, Command, IssueTicket, OpenDay, Said};
use nawat_engine::ids::{CounterId, ReasonId, Reference, ServiceId, VisitId};
use nawat_engine::time::{Millis, Moment};
use nawat_engine::visit::Channel;
use nawat_engine::{Day, tell};

#[derive(Debug, Default)]
pub struct Tally {
    pub by_kind: [u64; 8],
    pub left: u64,
    pub waits_ms: Vec<u64>,
    pub counter_steps: u64,
    pub within: u64,
}

struct Hall<'a> {
    published: &'a Published,
    day: Day,
    now: Moment,
    random: u64,
}

/// One day with so many of each kind, and one more who leaves unserved.
pub fn day(published: &Published, date: Date, seed: u64, counts: [u64; 8], tally: &mut Tally) -> Day {
    let mut hall = Hall::opened(published, date, seed);
    for (kind, count) in counts.into_iter().enumerate() {
        for _ in 0..count {
            hall.receive(kind, tally);
        }
    }
    let visit = hall.ticket(published.service_id("inquiry").expect("a service"));
    hall.tell(Command::Leave { visit, redirected: false });
    tally.left += 1;
    hall.tell(Command::CloseDay { carry_over: false, heads: Vec::new() });
    hall.day
}

impl Hall<'_> {
    fn opened(published: &Published, date: Date, seed: u64) -> Hall<'_> {
        let hours = published.centre.calendar.hours_on(date).expect("a working day");
        let mut day = Day::unopened();
        day.learn(published.rules_ref(), Arc::new(published.rules.clone()));
        let random = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        let mut hall = Hall { published, day, now: hours.opens, random };
        hall.tell(Command::OpenDay(OpenDay {
            date: civil_day(date),
            rules: published.rules_ref(),
            hours,
            previous: None,
            synthetic: true,
            leases: Vec::new(),
        }));
        for counter in published.rules.counters.iter().flatten() {
            let (counter, staff, profile) = (counter.id, None, None);
            hall.tell(Command::OpenCounter { counter, staff, profile });
        }
        hall
    }

    /// One person of this kind from ticket to end. The last kind is the referral: an inquiry that a
    /// supervisor finishes.
    fn receive(&mut self, kind: usize, tally: &mut Tally) {
        let kinds = &self.published.centre.kinds;
        let of_kind = |key: &str| self.published.centre.services.iter().find(|service| service.kind == key);
        let referral = kinds[kind].referral;
        let key = if referral { "data_update" } else { kinds[kind].key.as_str() };
        let service = of_kind(key).expect("a service of each kind");
        let (id, allotted) = (self.published.service_id(&service.key), service.allotted_minutes);
        let id = id.expect("a service of the centre");
        let visit = self.ticket(id);
        let waited = self.pass(1_500_000);
        let counter = self.counter_for(id);
        self.tell(Command::CallNext { counter });
        self.tell(Command::Start { counter });
        let served = self.pass(600_000);
        if referral {
            self.tell(Command::Refer { counter, reason: ReasonId(0), wants_back: false });
            self.pass(60_000);
            let outcome = self.published.outcomes_of_service(id)[0].0;
            self.tell(Command::AnswerReferral { visit, answer: Answer::Done { outcome } });
        } else {
            let outcome = self.published.outcomes_of_service(id)[0].0;
            self.tell(Command::EndStep { counter, outcome, main: false });
        }
        tally.by_kind[kind] += 1;
        tally.waits_ms.push(waited);
        if service.at_counter {
            tally.counter_steps += 1;
            tally.within += u64::from(served <= u64::from(allotted) * 60_000);
        }
    }

    fn ticket(&mut self, service: ServiceId) -> VisitId {
        let segment = self.published.segment_for(Occasion::WalkIn).expect("walk-ins have a segment");
        let reference = Reference(u128::from(self.draw(u64::MAX)));
        let (party, channel, person) = (1, Channel::Kiosk, None);
        self.tell(Command::IssueTicket(IssueTicket { service, segment, party, channel, reference, person }));
        VisitId(self.day.visits.len() as u32)
    }

    /// A counter whose profile takes the queue of this service.
    fn counter_for(&self, service: ServiceId) -> CounterId {
        let rules = &self.published.rules;
        let queue = rules.service(service).expect("a service of the rules").queue;
        let takes =
            |id| rules.profile(id).is_some_and(|profile| profile.takes.iter().any(|t| t.queue == queue));
        let mut counters = rules.counters.iter().flatten();
        counters.find(|counter| takes(counter.profile)).expect("every queue is taken").id
    }

    /// Lets some time below `most_ms` go by, and says how much: in all a day holds its people, since the
    /// hours are those of the calendar and the times are small against them.
    fn pass(&mut self, most_ms: u64) -> u64 {
        let ms = self.draw(most_ms / 8);
        self.now = self.now.plus(Millis(ms as i64));
        ms
    }

    fn tell(&mut self, command: Command) {
        let said = Said { by: Actor::Centre, at: self.now, effective: None, command };
        let told = tell(&mut self.day, &said, &mut Vec::new(), &mut Vec::new());
        assert_eq!(told, Ok(()), "{said:?}");
    }

    fn draw(&mut self, limit: u64) -> u64 {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        (self.random >> 11) % limit.min(1 << 53)
    }
}
