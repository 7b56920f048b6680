//! What random people ask: mostly what makes sense in the hall as it stands, sometimes nonsense.

use nawat_engine::command::{Answer, IssueTicket, WorkChannel};
use nawat_engine::counter::CounterState;
use nawat_engine::ids::{
    CounterId, DeviceId, OutcomeId, ProfileId, QueueId, ReasonId, Reference, SegmentId, SeriesId, ServiceId,
    StaffId, VisitId,
};
use nawat_engine::rules::{Rules, RulesRef};
use nawat_engine::time::{Millis, Moment};
use nawat_engine::visit::{Channel, Line, Place, Placement, Rating, Visit};
use nawat_engine::{Actor, Command, Day};

use super::Dice;

/// How the people of a day behave.
#[derive(Clone, Copy)]
pub struct Habits {
    /// Percent of ids that name nothing.
    pub nonsense: u64,
    /// Transfers by priority or to the end, changed priorities, referrals: all that moves a place in line.
    pub moves: bool,
    pub appointments: bool,
    pub observations: bool,
    /// How many versions of the rules have been published.
    pub published: u32,
}

fn id(dice: &mut Dice, habits: Habits, known: usize) -> u16 {
    if dice.percent(habits.nonsense) {
        dice.of(&[99, 1000, u16::MAX])
    } else {
        dice.below(known as u64) as u16
    }
}

pub struct Asking<'a> {
    pub day: &'a Day,
    pub now: Moment,
    pub habits: Habits,
}

pub fn actor(dice: &mut Dice) -> Actor {
    match dice.below(8) {
        0 => Actor::Centre,
        1 => Actor::Visitor,
        2 => Actor::Device(DeviceId(1)),
        _ => Actor::Staff(StaffId(1)),
    }
}

impl Asking<'_> {
    fn rules(&self) -> &Rules {
        &self.day.rules
    }

    pub(super) fn service(&self, dice: &mut Dice) -> ServiceId {
        ServiceId(id(dice, self.habits, self.rules().services.len()))
    }

    pub(super) fn segment(&self, dice: &mut Dice) -> SegmentId {
        SegmentId(id(dice, self.habits, self.rules().segments.len()))
    }

    fn reason(&self, dice: &mut Dice) -> ReasonId {
        ReasonId(id(dice, self.habits, usize::from(self.rules().reasons)))
    }

    pub(super) fn outcome(&self, dice: &mut Dice) -> OutcomeId {
        OutcomeId(id(dice, self.habits, self.rules().outcomes.len()))
    }

    pub(super) fn any_counter(&self, dice: &mut Dice) -> CounterId {
        CounterId(id(dice, self.habits, self.rules().counters.len()))
    }

    /// A counter in such a state, where there is one.
    fn counter(&self, dice: &mut Dice, fits: impl Fn(CounterState) -> bool) -> CounterId {
        let fitting: Vec<CounterId> =
            self.day.counters().filter(|counter| fits(counter.state)).map(|counter| counter.id).collect();
        match dice.pick(&fitting) {
            Some(counter) if !dice.percent(5) => *counter,
            _ => self.any_counter(dice),
        }
    }

    fn serving(&self, dice: &mut Dice) -> CounterId {
        self.counter(dice, |state| matches!(state, CounterState::Serving(_)))
    }

    fn calling(&self, dice: &mut Dice) -> CounterId {
        self.counter(dice, |state| matches!(state, CounterState::Calling(_)))
    }

    fn idle(&self, dice: &mut Dice) -> CounterId {
        self.counter(dice, |state| state == CounterState::Idle)
    }

    fn visit(&self, dice: &mut Dice, fits: impl Fn(&Visit) -> bool) -> VisitId {
        let fitting: Vec<VisitId> =
            self.day.visits.iter().filter(|visit| fits(visit)).map(|visit| visit.id).collect();
        match dice.pick(&fitting) {
            Some(visit) if !dice.percent(self.habits.nonsense) => *visit,
            _ => VisitId(dice.of(&[0, 1, 2, 7, 5000, u32::MAX])),
        }
    }

    pub(super) fn waiting(&self, dice: &mut Dice) -> VisitId {
        self.visit(dice, |visit| matches!(visit.place, Place::Waiting(_)))
    }

    pub(super) fn party(&self, dice: &mut Dice) -> u16 {
        if dice.percent(self.habits.nonsense) {
            dice.of(&[0, 1000, u16::MAX])
        } else {
            dice.of(&[1, 1, 1, 2, 3])
        }
    }

    /// The next command. The weights make a hall in which something happens.
    pub fn command(&self, dice: &mut Dice) -> Command {
        match dice.below(100) {
            0..18 => self.ticket(dice),
            18..34 => Command::CallNext { counter: self.idle(dice) },
            34..46 => Command::Start { counter: self.calling(dice) },
            46..58 => Command::EndStep {
                counter: self.serving(dice),
                outcome: self.outcome(dice),
                main: dice.percent(20),
            },
            58..63 => self.open_counter(dice),
            63..73 => self.hall(dice),
            73..82 if self.habits.moves => self.moving(dice),
            82..91 => self.counter_work(dice),
            91..95 if self.habits.observations => Command::Observe(self.observation(dice)),
            95..98 if self.habits.appointments => self.appointment(dice),
            _ => self.counter_work(dice),
        }
    }

    fn ticket(&self, dice: &mut Dice) -> Command {
        if dice.percent(8) {
            return Command::QuickServe {
                counter: self.idle(dice),
                service: self.service(dice),
                segment: self.segment(dice),
                reference: Reference(u128::from(dice.next())),
                party: self.party(dice),
            };
        }
        Command::IssueTicket(IssueTicket {
            service: self.service(dice),
            segment: self.segment(dice),
            party: self.party(dice),
            channel: dice.of(&[Channel::Kiosk, Channel::Phone, Channel::Reception]),
            reference: Reference(u128::from(dice.next())),
            person: dice.percent(30).then(|| Reference(u128::from(dice.next()))),
        })
    }

    fn open_counter(&self, dice: &mut Dice) -> Command {
        let profile = dice.percent(50).then(|| ProfileId(id(dice, self.habits, self.rules().profiles.len())));
        Command::OpenCounter {
            counter: self.counter(dice, |state| state == CounterState::Closed),
            staff: dice.percent(70).then(|| StaffId(dice.below(4) as u32)),
            profile,
        }
    }

    fn hall(&self, dice: &mut Dice) -> Command {
        match dice.below(36) {
            0 => Command::SuspendHall { reason: self.reason(dice) },
            1..8 => Command::ResumeHall,
            8 => Command::CloseTicketing,
            9..16 => Command::ReopenTicketing,
            16..20 => Command::LeaseNumbers {
                device: DeviceId(dice.below(3) as u32),
                series: SeriesId(id(dice, self.habits, self.rules().series.len())),
                count: dice.of(&[0, 1, 5, 20, u32::MAX]),
            },
            20..22 => {
                let version = dice.below(u64::from(self.habits.published) + 1) as u32;
                Command::AdoptRules { rules: RulesRef { version, hash: [version as u8; 32] } }
            }
            22 => Command::RecordWork {
                service: self.service(dice),
                channel: dice.of(&[WorkChannel::Telephone, WorkChannel::Email, WorkChannel::BackOffice]),
                quantity: dice.of(&[0, 1, 3, u32::MAX]),
                counter: dice.percent(50).then(|| self.any_counter(dice)),
            },
            23..26 => Command::CloseCounter { counter: self.idle(dice) },
            26..28 => Command::StartBreak { counter: self.idle(dice), reason: self.reason(dice) },
            28..33 => Command::EndBreak {
                counter: self.counter(dice, |state| matches!(state, CounterState::OnBreak { .. })),
            },
            _ => Command::MoveProfile {
                counter: self.any_counter(dice),
                profile: ProfileId(id(dice, self.habits, self.rules().profiles.len())),
            },
        }
    }

    fn moving(&self, dice: &mut Dice) -> Command {
        match dice.below(10) {
            0..3 => {
                let to = match dice.below(4) {
                    0 => Line::Counter(self.counter(dice, |state| state != CounterState::Closed)),
                    1 => Line::Staff(StaffId(dice.below(5) as u32)),
                    _ => Line::Queue(QueueId(id(dice, self.habits, self.rules().queues.len()))),
                };
                let placement = dice.of(&[Placement::OriginalArrival, Placement::Priority, Placement::End]);
                let service = dice.percent(50).then(|| self.service(dice));
                Command::Transfer { counter: self.serving(dice), to, service, placement }
            }
            3..5 => Command::Refer {
                counter: self.serving(dice),
                reason: self.reason(dice),
                wants_back: dice.percent(70),
            },
            5..7 => {
                let outcome = self.outcome(dice);
                let answer = dice.of(&[Answer::Return, Answer::Return, Answer::Done { outcome }]);
                let visit = self.visit(dice, |visit| matches!(visit.place, Place::Referred { .. }));
                Command::AnswerReferral { visit, answer }
            }
            7 => Command::Delay {
                visit: self.waiting(dice),
                by: Millis(dice.of(&[0, 60_000, 600_000, 1_200_000, -1, i64::MAX])),
            },
            8 => Command::ChangePriority {
                visit: self.waiting(dice),
                segment: self.segment(dice),
                reason: self.reason(dice),
            },
            _ => Command::CallVisit {
                counter: self.idle(dice),
                visit: self.waiting(dice),
                reason: self.reason(dice),
            },
        }
    }

    fn counter_work(&self, dice: &mut Dice) -> Command {
        match dice.below(17) {
            0..3 => Command::Park { counter: self.serving(dice), reason: self.reason(dice) },
            3..6 => Command::Resume {
                visit: self.visit(dice, |visit| matches!(visit.place, Place::Parked { .. })),
                counter: dice.percent(50).then(|| self.idle(dice)),
            },
            6..8 => Command::NoShow { counter: self.calling(dice) },
            8 => Command::Recall { counter: self.calling(dice) },
            9..11 => {
                let busy = |state| matches!(state, CounterState::Calling(_) | CounterState::Serving(_));
                Command::Undo { counter: self.counter(dice, busy) }
            }
            11 => Command::Undo { counter: self.any_counter(dice) },
            16 => Command::Rate {
                visit: self.visit(dice, |visit| !visit.is_open()),
                rating: Rating { score: dice.below(7) as u8, clear: None, remark: None },
            },
            12 => Command::Extend {
                counter: self.serving(dice),
                by: Millis(dice.of(&[0, -1, 60_000, 60_000, 120_000, 120_000, i64::MAX])),
                reason: self.reason(dice),
            },
            13 => Command::Leave { visit: self.visit(dice, Visit::is_open), redirected: dice.percent(30) },
            _ => Command::AddService { visit: self.visit(dice, Visit::is_open), service: self.service(dice) },
        }
    }
}
