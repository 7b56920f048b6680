//! The twin: simulated people and clerks who live a day on the very engine that runs the hall.
//!
//! [`QuarterPlan`] makes the days behind published counts: each person's end is scripted, the engine decides
//! all order and waits, and the counts come out exactly. [`Actors`] are the people and clerks of one day;
//! [`live_day`] drives them under a simulated clock, the demonstration drives the same ones beside people of
//! flesh and blood. Both speak to a [`Hall`]: the journal's in the binary, the engine's own in tests.
//!
//! The same seed gives the same records, bit for bit, on every machine. Nothing here knows the journal.

mod actors;
mod arrivals;
mod behaviour;
mod clerk;
mod clerks;
mod counted;
mod day_plan;
mod due;
pub mod forecast;
mod hall;
mod law;
mod life_error;
mod lived_day;
mod lived_quarter;
mod people;
mod plan_error;
mod quarter;
mod random;
pub mod scenario;
mod serving;
pub mod simulate;
mod spread;
mod staffing;
mod supervisor;
pub mod validate;
mod visitors;

pub use actors::{Actors, Company};
pub use arrivals::ArrivalProfile;
pub use behaviour::{Behaviour, Length, Shares};
pub use clerk::SIMULATED_STAFF;
pub use counted::{DayLived, Difference, Mismatch};
pub use day_plan::{DayPlan, Reasons};
pub use hall::{EngineHall, Hall, HallError, Never};
pub use law::Law;
pub use life_error::LifeError;
pub use lived_day::live_day;
pub use lived_quarter::{QuarterError, live_quarter};
pub use people::{Person, Script};
pub use plan_error::PlanError;
pub use quarter::QuarterPlan;
pub use random::Random;
pub use spread::{day_weights, largest_remainder};
pub use staffing::Staffing;
