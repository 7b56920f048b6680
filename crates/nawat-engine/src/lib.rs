//! The centre's day as a pure state machine.
//!
//! A command comes in with its time, a decision comes out as events, events change the state: [`tell`]. No
//! clock, no randomness and no I/O live here; whoever holds a [`Day`] brings the time. Live, the wall clock
//! and people's presses drive it; in the twin, a simulated clock and sampled people drive the same code.
//!
//! Where to begin reading: who is called next is [`call_order`], what a command does is `decide`, one file
//! a subject, what an event changes is `apply`, what must always hold is [`always_true`].
//!
//! # A day of one visit
//!
//! ```
//! use std::sync::Arc;
//! use nawat_engine::ids::{CounterId, OutcomeId, ProfileId, QueueId, Reference, SegmentId, SeriesId, ServiceId};
//! use nawat_engine::rules::{
//!     CounterRule, Hours, Outcome, Profile, Queue, Rules, RulesRef, Segment, Series, Service, Takes,
//! };
//! use nawat_engine::time::{CivilDay, Millis, Moment};
//! use nawat_engine::visit::{Channel, End, Place};
//! use nawat_engine::{Actor, Command, Day, Event, Refusal, Said, tell};
//! use nawat_engine::command::{IssueTicket, OpenDay};
//!
//! // The rules, as the catalogue publishes them: one queue, one service, one counter.
//! let (queue, service, counter) = (QueueId(0), ServiceId(0), CounterId(0));
//! let rules = Rules {
//!     queues: vec![Some(Queue { id: queue })],
//!     services: vec![Some(Service {
//!         id: service,
//!         queue,
//!         series: SeriesId(0),
//!         allotted: Millis::minutes(7),
//!         at_counter: true,
//!         outcomes: vec![OutcomeId(0)],
//!     })],
//!     series: vec![Some(Series { id: SeriesId(0), first: 1, last: 999 })],
//!     segments: vec![Some(Segment { id: SegmentId(0), level: 0, rate: 1 })],
//!     profiles: vec![Some(Profile { id: ProfileId(0), takes: vec![Takes { queue, order: 0, weight: 1 }] })],
//!     counters: vec![Some(CounterRule { id: counter, profile: ProfileId(0) })],
//!     outcomes: vec![Some(Outcome { id: OutcomeId(0), completes: true })],
//!     party_max: 10,
//!     undo_within: Millis::MINUTE,
//!     ..Rules::default()
//! };
//! let rules_ref = RulesRef { version: 1, hash: [0; 32] };
//! let mut day = Day::unopened();
//! day.learn(rules_ref, Arc::new(rules));
//!
//! let (mut events, mut records) = (Vec::new(), Vec::new());
//! let mut at = |minute: i64, command: Command| {
//!     let said = Said { by: Actor::Centre, at: Moment(0).plus(Millis::minutes(minute)), effective: None, command };
//!     tell(&mut day, &said, &mut events, &mut records)
//! };
//! let hours = Hours {
//!     opens: Moment(0),
//!     last_ticket: Moment(0).plus(Millis::minutes(360)),
//!     closes: Moment(0).plus(Millis::minutes(390)),
//! };
//! at(0, Command::OpenDay(OpenDay {
//!     date: CivilDay(0), rules: rules_ref, hours, previous: None, synthetic: false, leases: vec![],
//! }))?;
//! at(0, Command::OpenCounter { counter, staff: None, profile: None })?;
//! assert_eq!(at(0, Command::CallNext { counter }), Err(Refusal::NobodyWaiting { counter }));
//!
//! at(1, Command::IssueTicket(IssueTicket {
//!     service,
//!     segment: SegmentId(0),
//!     party: 1,
//!     channel: Channel::Kiosk,
//!     reference: Reference(7),
//!     person: None,
//! }))?;
//! at(4, Command::CallNext { counter })?;
//! at(5, Command::Start { counter })?;
//! at(11, Command::EndStep { counter, outcome: OutcomeId(0), main: false })?;
//!
//! let visit = &day.visits[0];
//! assert_eq!(visit.place, Place::Ended(End::Served));
//! assert_eq!(visit.wait(), Some(Millis::minutes(3)));
//! assert!(matches!(records[2].entry.event, Event::TicketIssued(_)));
//! nawat_engine::always_true(&day).expect("nothing is lost");
//! # Ok::<(), Refusal>(())
//! ```

mod always_true;
mod apply;
pub mod call_order;
pub mod command;
pub mod counter;
mod day;
mod decide;
pub mod event;
mod forgetting;
pub mod ids;
mod lines;
mod main_thing;
mod placing;
mod random_bits;
mod refusal;
pub mod rules;
mod tell;
pub mod time;
mod two_times;
pub mod visit;
mod why;

pub use always_true::{Broken, always_true};
pub use apply::apply;
pub use command::{Actor, Command, Said};
pub use day::{Appointment, AppointmentState, Count, Day, Phase, Ticketing, Work};
pub use decide::decide;
pub use event::{Entry, Event, Record};
pub use refusal::Refusal;
pub use tell::{tell, tell_unrecorded};
