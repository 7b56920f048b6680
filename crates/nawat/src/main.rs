//! The command line: one file a command, exit codes in one place.

mod args;
mod clock;
mod commands;
mod exit;
mod print;
mod reference_centre;
mod secrets;

use std::process::ExitCode;

use clap::Parser;

/// A request allocates in some dozens of small pieces, and a password's hash in one of 19 MB: this gives the
/// latter back to the system, and is quicker with the former (docs/decisions).
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = args::Arguments::parse();
    exit::code_of(commands::run(arguments.command))
}
