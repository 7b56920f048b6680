//! One file a page: a plain view struct, already in words and numbers, and its template.
//!
//! A handler fills the struct and renders it; nothing here asks the engine or the journal. A live page has a
//! second struct for what changes, rendered into the page and, alone, into its stream.

pub mod counter;
pub mod devices;
pub mod display;
pub mod door;
pub mod floor;
pub mod frame;
pub mod help;
pub mod icon;
pub mod kiosk;
pub mod problem;
pub mod qr;
pub mod rating;
pub mod reception;
pub mod ring;
pub mod sign_in;
pub mod statistics;
pub mod ticket;
pub mod visit;
pub mod waits;
pub mod way_in;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;
