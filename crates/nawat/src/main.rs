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

fn main() -> ExitCode {
    let arguments = args::Arguments::parse();
    exit::code_of(commands::run(arguments.command))
}
