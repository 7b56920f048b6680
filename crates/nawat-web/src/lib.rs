//! Pages, API, live updates and sign-in. Thin: parse what came in, call the room that knows, render.
//!
//! Where to begin reading: who may do what is [`allowed`], the one way of a command to the hall is
//! [`commands`], the programs' door is [`api`], a page's handler is in `handlers`, its look in [`pages`].

pub mod allowed;
mod answers;
pub mod api;
mod asked;
mod at_door;
mod beside;
mod busy_hours;
pub mod caller;
pub mod commands;
mod cookies;
mod door;
mod facts;
pub mod fill;
mod forecasting;
mod forms;
mod fragments;
mod handlers;
mod headers;
mod help;
mod issuing;
mod kept_hours;
mod live;
mod media;
mod moments;
mod named;
mod pace;
pub mod pages;
mod periods;
mod personal_number;
mod presses;
pub mod problems;
pub mod random;
mod reader;
mod region;
mod remarks;
mod router;
mod scene;
pub mod sign_in;
mod sought;
mod state;
mod statics;
mod texts;
mod throttle;
mod vault;
pub mod voice;
mod waits;
mod words;

pub use at_door::code_of_today as door_code;
pub use facts::keep_facts;
pub use forecasting::keep_waits;
pub use media::SOUNDS;
pub use router::router;
pub use sign_in::password::hash as hash_password;
pub use state::{AppParts, AppState, DemoSignIn, DemoSignIns, HallClock};
pub use texts::load as load_texts;
