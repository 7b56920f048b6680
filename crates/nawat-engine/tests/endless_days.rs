//! An endless day forgets who has ended, and nothing else changes: a hall that forgets and one that keeps
//! everything, told the same, call the same tickets at the same counters for the same reasons.

mod random;

use std::sync::Arc;

use nawat_engine::command::{IssueTicket, OpenDay};
use nawat_engine::event::{Event, Why};
use nawat_engine::ids::{
    CounterId, OutcomeId, ProfileId, QueueId, Reference, SegmentId, SeriesId, ServiceId,
};
use nawat_engine::rules::{
    CounterRule, Hours, Outcome, Profile, Queue, Rules, RulesRef, Segment, Series, Service, Takes,
};
use nawat_engine::time::{CivilDay, Millis, Moment};
use nawat_engine::visit::{Channel, Line, Place, Placement};
use nawat_engine::{Actor, Command, Day, Refusal, Said, always_true, tell_unrecorded};

use random::Dice;

const RULES: RulesRef = RulesRef { version: 1, hash: [7; 32] };

fn rules() -> Rules {
    let takes = |queue, order, weight| Takes { queue: QueueId(queue), order, weight };
    let profile = |id, takes| Some(Profile { id: ProfileId(id), takes });
    let service = |id| Service {
        id: ServiceId(id),
        queue: QueueId(id),
        series: SeriesId(id),
        allotted: Millis::minutes(7),
        at_counter: true,
        outcomes: vec![OutcomeId(0)],
    };
    let segment = |id, level, rate| Some(Segment { id: SegmentId(id), level, rate });
    Rules {
        queues: (0..2).map(|id| Some(Queue { id: QueueId(id) })).collect(),
        services: (0..2).map(|id| Some(service(id))).collect(),
        series: (0..2).map(|id| Some(Series { id: SeriesId(id), first: 1, last: 1 << 40 })).collect(),
        segments: vec![segment(0, 0, 10), segment(1, 0, 20), segment(2, 1, 10)],
        profiles: vec![
            profile(0, vec![takes(0, 0, 1), takes(1, 0, 1)]),
            profile(1, vec![takes(0, 0, 3), takes(1, 0, 1)]),
            profile(2, vec![takes(1, 0, 1)]),
        ],
        counters: (0..3).map(|id| Some(CounterRule { id: CounterId(id), profile: ProfileId(id) })).collect(),
        outcomes: vec![Some(Outcome { id: OutcomeId(0), completes: true })],
        reasons: 1,
        party_max: 10,
        delay_max: Millis::minutes(30),
        undo_within: Millis::MINUTE,
        ..Rules::default()
    }
}

struct Hall {
    day: Day,
    events: Vec<Event>,
}

impl Hall {
    fn open() -> Hall {
        let mut hall = Hall { day: Day::unopened(), events: Vec::new() };
        hall.day.learn(RULES, Arc::new(rules()));
        let end = Moment(1 << 50);
        let hours = Hours { opens: Moment(0), last_ticket: end, closes: end };
        let opening = OpenDay {
            date: CivilDay(0),
            rules: RULES,
            hours,
            previous: None,
            synthetic: true,
            leases: vec![],
        };
        hall.tell(Moment(0), Command::OpenDay(opening)).expect("opens");
        for counter in (0..3).map(CounterId) {
            hall.tell(Moment(0), Command::OpenCounter { counter, staff: None, profile: None })
                .expect("opens");
        }
        hall
    }

    fn tell(&mut self, at: Moment, command: Command) -> Result<(), Refusal> {
        let said = Said { by: Actor::Program, at, effective: None, command };
        tell_unrecorded(&mut self.day, &said, &mut self.events)
    }

    /// Who was called, as their ticket says, and why, in terms that forgetting must not change.
    fn called(&self) -> Option<(SeriesId, u64, CounterId, u32, i64, u32)> {
        self.events.iter().find_map(|event| match event {
            Event::VisitCalled { visit, counter, why: Why::Next { level, priority, waiting, .. } } => {
                let ticket = self.day.visit(*visit)?.ticket;
                Some((ticket.series, ticket.number, *counter, *level, *priority, *waiting))
            }
            _ => None,
        })
    }
}

/// Something that can be said of one of those who wait, by the place among them.
fn command(dice: &mut Dice, hall: &Hall, pick: usize) -> Option<Command> {
    let waiting: Vec<_> =
        hall.day.visits.iter().filter(|visit| matches!(visit.place, Place::Waiting(_))).collect();
    let parked = hall.day.parked().next().map(|visit| visit.id);
    let visit = waiting.get(pick % waiting.len().max(1)).map(|visit| visit.id);
    let counter = CounterId(dice.below(3) as u16);
    Some(match dice.below(16) {
        0..4 => Command::IssueTicket(IssueTicket {
            service: ServiceId(dice.below(2) as u16),
            segment: SegmentId(dice.below(3) as u16),
            party: 1,
            channel: Channel::Kiosk,
            // Some share one, as the twin's people do.
            reference: Reference(u128::from(dice.below(3))),
            person: None,
        }),
        4..7 => Command::CallNext { counter },
        7..9 => Command::Start { counter },
        9..12 => Command::EndStep { counter, outcome: OutcomeId(0), main: false },
        12 => Command::Transfer {
            counter,
            to: if dice.below(2) == 0 { Line::Queue(QueueId(1)) } else { Line::Counter(CounterId(2)) },
            service: Some(ServiceId(1)),
            placement: *dice.pick(&[Placement::End, Placement::OriginalArrival, Placement::Priority])?,
        },
        13 => Command::Park { counter, reason: nawat_engine::ids::ReasonId(0) },
        14 => match parked {
            Some(visit) if dice.below(2) == 0 => Command::Resume { visit, counter: None },
            _ => Command::Leave { visit: visit?, redirected: false },
        },
        _ => Command::Delay { visit: visit?, by: Millis::minutes(dice.below(20) as i64) },
    })
}

#[test]
fn a_hall_that_forgets_calls_the_same_people_as_one_that_remembers() {
    let (mut calls, mut forgotten) = (0, 0);
    for seed in 0..60 {
        let (mut whole, mut endless) = (Hall::open(), Hall::open());
        let mut dice = Dice::new(seed);
        let mut now = Moment(0);
        for _ in 0..1_500 {
            now = now.plus(Millis(dice.below(90_000) as i64));
            let (pick, roll) = (dice.below(1_000) as usize, dice.next());
            let said = command(&mut Dice::new(roll), &whole, pick);
            let said_endless = command(&mut Dice::new(roll), &endless, pick);
            let (Some(said), Some(said_endless)) = (said, said_endless) else { continue };
            let answers = (whole.tell(now, said).is_ok(), endless.tell(now, said_endless).is_ok());
            assert_eq!(answers.0, answers.1, "one hall refuses what the other does");
            if answers.0 {
                assert_eq!(whole.called(), endless.called());
                calls += usize::from(whole.called().is_some());
            }
            if dice.below(10) == 0 {
                let (mut kept, open) = (Vec::new(), endless.day.count.issued - endless.day.count.ended);
                endless.day.forget_ended(|old, new| kept.push((old, new)));
                assert_eq!(endless.day.visits.len() as u64, open, "the hall's people are what is kept");
                assert!(kept.is_sorted() && kept.iter().map(|(_, new)| new.0).eq(1..=open as u32));
                always_true(&endless.day).expect("sound after forgetting");
            }
        }
        assert_eq!(whole.day.count, endless.day.count, "nobody is missing from the counts");
        assert_eq!(whole.day.people, endless.day.people);
        forgotten += endless.day.forgotten;
    }
    assert!(calls > 5_000 && forgotten > 5_000, "{calls} calls, {forgotten} forgotten");
}
