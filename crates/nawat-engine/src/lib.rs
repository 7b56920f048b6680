//! The centre's day as a pure state machine.
//!
//! A command comes in with its time, a decision comes out as events, events change the state: [`tell`]. No
//! clock, no randomness and no I/O live here; whoever holds a [`Day`] brings the time. Live, the wall clock
//! and people's presses drive it; in the twin, a simulated clock and sampled people drive the same code.
//!
//! Where to begin reading: who is called next is [`call_order`], what a command does is `decide`, one file
//! a subject, what an event changes is `apply`, what must always hold is [`always_true`].

mod always_true;
mod apply;
pub mod call_order;
pub mod command;
pub mod counter;
mod day;
mod decide;
pub mod event;
pub mod ids;
mod placing;
mod refusal;
pub mod rules;
mod tell;
pub mod time;
pub mod visit;

pub use always_true::{Broken, always_true};
pub use apply::apply;
pub use command::{Actor, Command, Said};
pub use day::{Appointment, AppointmentState, Count, Day, Phase, Ticketing, Work};
pub use decide::decide;
pub use event::{Entry, Event, Record};
pub use refusal::Refusal;
pub use tell::tell;
