//! A day lived by the engine, its people drawn from a seed.

use std::sync::Arc;

use nawat_engine::command::{Actor, Answer, Command, IssueTicket, OpenDay, Said, WorkChannel};
use nawat_engine::ids::{
    CounterId, OutcomeId, ProfileId, QueueId, ReasonId, Reference, SegmentId, SeriesId, ServiceId, StaffId,
    VisitId,
};
use nawat_engine::rules::{
    CounterRule, Hours, Outcome, Profile, Queue, Rules, RulesRef, Segment, Series, Service, Takes,
};
use nawat_engine::time::{CivilDay, Millis, Moment};
use nawat_engine::visit::{Channel, Line, Placement};
use nawat_engine::{Day, Record, tell};

pub const SERVICES: u16 = 3;
/// A study is an interview, and no counter step.
pub const STUDY: u16 = 2;
pub const ALLOTTED: Millis = Millis(7 * 60_000);
pub const REASON: ReasonId = ReasonId(0);
const COUNTERS: u16 = 3;
const DAY_MS: i64 = 86_400_000;

pub struct LivedDay {
    pub seed: u64,
    pub day: Day,
    pub records: Vec<Record>,
    random: u64,
    now: Moment,
}

pub fn hour_of(moment: Moment) -> u8 {
    (moment.0.rem_euclid(DAY_MS) / 3_600_000) as u8
}

fn rules() -> Rules {
    let all = |count: u16| 0..count;
    let takes = |order: u8| Takes { queue: QueueId(u16::from(order)), order: 0, weight: 1 };
    Rules {
        queues: all(SERVICES).map(|id| Some(Queue { id: QueueId(id) })).collect(),
        services: all(SERVICES)
            .map(|id| {
                Some(Service {
                    id: ServiceId(id),
                    queue: QueueId(id),
                    series: SeriesId(0),
                    allotted: ALLOTTED,
                    at_counter: id != STUDY,
                    outcomes: vec![OutcomeId(0), OutcomeId(1)],
                })
            })
            .collect(),
        series: vec![Some(Series { id: SeriesId(0), first: 1, last: 9_999 })],
        segments: all(2).map(|id| Some(Segment { id: SegmentId(id), level: 0, rate: 10 + id })).collect(),
        profiles: vec![
            Some(Profile { id: ProfileId(0), takes: vec![takes(0), takes(1), takes(2)] }),
            Some(Profile { id: ProfileId(1), takes: vec![takes(1), takes(2)] }),
        ],
        counters: all(COUNTERS)
            .map(|id| Some(CounterRule { id: CounterId(id), profile: ProfileId(id % 2) }))
            .collect(),
        outcomes: all(2).map(|id| Some(Outcome { id: OutcomeId(id), completes: id == 0 })).collect(),
        reasons: 1,
        capacity: None,
        party_max: 8,
        extension_max: Millis::minutes(5),
        delay_max: Millis::ZERO,
        undo_within: Millis::MINUTE,
    }
}

impl LivedDay {
    /// An open day with its counters open.
    pub fn opened(seed: u64, date: i32) -> LivedDay {
        let opens = Moment(i64::from(date) * DAY_MS + 7 * 3_600_000);
        let rules_ref = RulesRef { version: 1, hash: [1; 32] };
        let mut day = Day::unopened();
        day.learn(rules_ref, Arc::new(rules()));
        let random = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        let mut lived = LivedDay { seed, day, records: Vec::new(), random, now: opens };
        let hours =
            Hours { opens, last_ticket: opens.plus(Millis::minutes(360)), closes: Moment(opens.0 + 1) };
        lived.must(Command::OpenDay(OpenDay {
            date: CivilDay(date),
            rules: rules_ref,
            hours,
            previous: None,
            synthetic: true,
            leases: Vec::new(),
        }));
        for counter in 0..COUNTERS {
            let staff = Some(StaffId(u32::from(counter)));
            lived.must(Command::OpenCounter { counter: CounterId(counter), staff, profile: None });
        }
        lived
    }

    /// A whole day of whatever people do.
    pub fn at_random(seed: u64, date: i32) -> LivedDay {
        let mut lived = LivedDay::opened(seed, date);
        lived.busy_hours(600);
        let carry_over = lived.draw(2) == 0;
        lived.close(carry_over);
        lived
    }

    pub fn busy_hours(&mut self, commands: u32) {
        for _ in 0..commands {
            self.now = self.now.plus(Millis(self.draw(90_000) as i64));
            let command = self.some_command();
            // What the moment does not allow is refused, and nothing has happened.
            let _ = self.tell(command);
        }
    }

    fn some_command(&mut self) -> Command {
        let counter = CounterId(self.draw(u64::from(COUNTERS)) as u16);
        let visit = VisitId(self.draw(self.day.visits.len() as u64 + 1) as u32);
        let service = ServiceId(self.draw(u64::from(SERVICES)) as u16);
        let outcome = OutcomeId(self.draw(2) as u16);
        match self.draw(26) {
            0..6 => self.ticket(service),
            6..11 => Command::CallNext { counter },
            11..15 => Command::Start { counter },
            15..19 => Command::EndStep { counter, outcome, main: self.draw(4) == 0 },
            19 => Command::AddService { visit, service },
            20 => Command::Refer { counter, reason: REASON, wants_back: self.draw(2) == 0 },
            21 => {
                let answer = if self.draw(2) == 0 { Answer::Return } else { Answer::Done { outcome } };
                let referred = self.day.referred().next().map_or(visit, |visit| visit.id);
                Command::AnswerReferral { visit: referred, answer }
            }
            22 => Command::Park { counter, reason: REASON },
            23 => {
                let parked = self.day.parked().next().map_or(visit, |visit| visit.id);
                Command::Resume { visit: parked, counter: (self.draw(2) == 0).then_some(counter) }
            }
            24 => match self.draw(3) {
                0 => Command::NoShow { counter },
                1 => Command::Leave { visit, redirected: self.draw(2) == 0 },
                _ => {
                    let (channel, quantity) = (WorkChannel::Telephone, 2);
                    Command::RecordWork { service, channel, quantity, counter: Some(counter) }
                }
            },
            _ => {
                let to = Line::Queue(QueueId(service.0));
                Command::Transfer { counter, to, service: Some(service), placement: Placement::End }
            }
        }
    }

    fn ticket(&mut self, service: ServiceId) -> Command {
        let reference = Reference(u128::from(self.draw(u64::MAX)));
        Command::IssueTicket(IssueTicket {
            service,
            segment: SegmentId(self.draw(2) as u16),
            party: 1 + self.draw(2) as u16,
            channel: Channel::Kiosk,
            reference,
            person: None,
        })
    }

    pub fn issue(&mut self, service: u16) -> VisitId {
        let ticket = self.ticket(ServiceId(service));
        self.must(ticket);
        VisitId(self.day.visits.len() as u32)
    }

    /// A ticket for this service, called and started at the first counter.
    pub fn serve(&mut self, service: u16) -> VisitId {
        let visit = self.issue(service);
        self.must(Command::CallNext { counter: CounterId(0) });
        self.must(Command::Start { counter: CounterId(0) });
        visit
    }

    /// The first counter ends its step, completed.
    pub fn end(&mut self, counter: u16) {
        let (counter, outcome) = (CounterId(counter), OutcomeId(0));
        self.must(Command::EndStep { counter, outcome, main: false });
    }

    pub fn close(&mut self, carry_over: bool) {
        self.must(Command::CloseDay { carry_over, heads: Vec::new() });
    }

    /// Told ten seconds after the last command, and not to be refused.
    pub fn must(&mut self, command: Command) {
        self.now = self.now.plus(Millis::seconds(10));
        let told = self.tell(command);
        assert_eq!(told, Ok(()), "seed {}", self.seed);
    }

    fn tell(&mut self, command: Command) -> Result<(), nawat_engine::Refusal> {
        let said = Said { by: Actor::Centre, at: self.now, effective: None, command };
        tell(&mut self.day, &said, &mut Vec::new(), &mut self.records)
    }

    /// A number below `limit`, from the seed (xorshift64).
    fn draw(&mut self, limit: u64) -> u64 {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        (self.random >> 11) % limit.min(1 << 53)
    }
}
