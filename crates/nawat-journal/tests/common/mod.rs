//! What several tests need: the reference centre, and a crowd that does whatever comes to its mind.
#![allow(dead_code, reason = "each test takes what it needs of this")]

use std::path::Path;
use std::sync::Arc;

use nawat_catalogue::Published;
use nawat_engine::command::{Answer, IssueTicket, WorkChannel};
use nawat_engine::ids::{CounterId, Reference, SegmentId, ServiceId, StaffId, VisitId};
use nawat_engine::time::{CivilDay, Millis, Moment};
use nawat_engine::visit::{Channel, Line, Placement};
use nawat_engine::{Actor, Command, Day, Phase, Said};
use nawat_journal::{DataFolder, Hall, SqliteStore, TellError};

pub const CENTRE: &str = "bahrain-housing";
/// Wednesday, 1 November 2017.
pub const FIRST_DAY: CivilDay = CivilDay(17_471);
const DAY_MS: i64 = 86_400_000;

/// The reference centre as first published.
pub fn published() -> Published {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../centres/bahrain-housing");
    Published::publish(None, nawat_catalogue::read(&folder).unwrap())
}

/// Eight in the morning.
pub fn morning(day: CivilDay) -> Moment {
    Moment(i64::from(day.0) * DAY_MS + 5 * 3_600_000)
}

/// The centre's hall in a data folder, founded if it is new.
pub fn hall_in(folder: &Path) -> Hall {
    let folder = Arc::new(DataFolder::hold(folder).unwrap());
    hall_of(&folder)
}

pub fn hall_of(folder: &Arc<DataFolder>) -> Hall {
    let store = || Box::new(SqliteStore::open(folder).unwrap());
    match Hall::open(store(), CENTRE).unwrap() {
        Some(hall) => hall,
        None => Hall::found(store(), published(), morning(FIRST_DAY)).unwrap(),
    }
}

/// Numbers from a seed (splitmix64), the same on every machine.
#[derive(Clone, Debug)]
pub struct Draw(pub u64);

impl Draw {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit.max(1)
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> Option<T> {
        list.get(self.below(list.len() as u64) as usize).copied()
    }
}

/// People, clerks and supervisors who press whatever comes to their mind.
#[derive(Clone, Debug)]
pub struct Crowd {
    pub draw: Draw,
    pub now: Moment,
}

impl Crowd {
    pub fn new(seed: u64) -> Crowd {
        Crowd { draw: Draw(seed), now: morning(FIRST_DAY) }
    }

    pub fn said(&mut self, command: Command) -> Said {
        self.now = self.now.plus(Millis(self.draw.below(20_000) as i64));
        Said { by: Actor::Staff(StaffId(1)), at: self.now, effective: None, command }
    }

    /// The opening of the next day that the centre works.
    pub fn opening(&mut self, hall: &Hall) -> Said {
        let mut date = match hall.day().phase {
            Phase::Unopened => FIRST_DAY,
            _ => CivilDay(hall.day().date.0 + 1),
        };
        let opening = loop {
            match hall.opening(date, true) {
                Some(opening) => break opening,
                None => date = CivilDay(date.0 + 1),
            }
        };
        self.now = self.now.max(opening.hours.opens);
        self.said(Command::OpenDay(opening))
    }

    /// Anything; the moment may well refuse it.
    pub fn press(&mut self, day: &Day) -> Said {
        let command = self.command(day);
        self.said(command)
    }

    fn command(&mut self, day: &Day) -> Command {
        let rules = Arc::clone(&day.rules);
        let services: Vec<_> = rules.services.iter().flatten().collect();
        let counters: Vec<_> = rules.counters.iter().flatten().map(|counter| counter.id).collect();
        let counter = self.draw.of(&counters).unwrap_or(CounterId(0));
        let service = self.draw.of(&services);
        let service_id = service.map_or(ServiceId(0), |service| service.id);
        let visit = VisitId(1 + self.draw.below(day.visits.len() as u64) as u32);
        let reason = nawat_engine::ids::ReasonId(1);
        match self.draw.below(40) {
            0..10 => Command::IssueTicket(IssueTicket {
                service: service_id,
                segment: self.segment(day),
                party: 1 + self.draw.below(2) as u16,
                channel: Channel::Kiosk,
                reference: self.reference(),
                person: None,
            }),
            10..13 => {
                let staff = Some(StaffId(u32::from(counter.0)));
                Command::OpenCounter { counter, staff, profile: None }
            }
            13..19 => Command::CallNext { counter },
            19..24 => Command::Start { counter },
            24..30 => self.end(day, counter),
            30 => Command::AddService { visit, service: service_id },
            31 => Command::Refer { counter, reason, wants_back: self.draw.below(2) == 0 },
            32 => {
                let visit = day.referred().next().map_or(visit, |visit| visit.id);
                Command::AnswerReferral { visit, answer: Answer::Return }
            }
            33 => Command::Park { counter, reason },
            34 => {
                let visit = day.parked().next().map_or(visit, |visit| visit.id);
                Command::Resume { visit, counter: None }
            }
            35 => Command::NoShow { counter },
            36 => Command::Undo { counter },
            37 => Command::Leave { visit, redirected: false },
            38 => {
                let (channel, quantity) = (WorkChannel::Telephone, 2);
                Command::RecordWork { service: service_id, channel, quantity, counter: Some(counter) }
            }
            _ => {
                let to = Line::Queue(service.map_or(nawat_engine::ids::QueueId(1), |service| service.queue));
                Command::Transfer { counter, to, service: Some(service_id), placement: Placement::End }
            }
        }
    }

    pub fn reference(&mut self) -> Reference {
        Reference(u128::from(self.draw.next()) << 64 | u128::from(self.draw.next()))
    }

    fn segment(&mut self, day: &Day) -> SegmentId {
        let segments: Vec<_> = day.rules.segments.iter().flatten().map(|segment| segment.id).collect();
        self.draw.of(&segments).unwrap_or(SegmentId(1))
    }

    fn end(&mut self, day: &Day, counter: CounterId) -> Command {
        let visit = day.counter(counter).and_then(|counter| counter.visit()).and_then(|id| day.visit(id));
        let service = visit.and_then(|visit| day.rules.service(day.step(visit.step).service));
        let outcome = service.and_then(|service| self.draw.of(&service.outcomes));
        let outcome = outcome.unwrap_or(nawat_engine::ids::OutcomeId(1));
        Command::EndStep { counter, outcome, main: self.draw.below(5) == 0 }
    }
}

/// Lives a whole day of so many presses, a transaction for about every `group` of them.
pub fn live_a_day(hall: &mut Hall, crowd: &mut Crowd, presses: u32, group: u64) {
    let opening = crowd.opening(hall);
    hall.tell(&opening, None).unwrap();
    for _ in 0..presses {
        let said = crowd.press(hall.day());
        match hall.tell(&said, None) {
            Ok(_) | Err(TellError::Refused(_)) => {}
            Err(error) => panic!("{error}"),
        }
        if crowd.draw.below(group) == 0 {
            hall.commit().unwrap();
        }
    }
    let closing =
        crowd.said(Command::CloseDay { carry_over: crowd.draw.0.is_multiple_of(2), heads: Vec::new() });
    hall.tell(&closing, None).unwrap();
    hall.commit().unwrap();
}
