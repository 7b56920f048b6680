//! One file a command.

mod account;
mod check;
mod day_keeper;
mod demo;
mod folder;
mod publish;
mod rebuild;
mod report;
mod serve;
mod serving;
mod simulate;
mod synthesize;
mod verify;
mod voice;

use crate::args::Command;
use crate::exit::Failure;

pub fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Demo(arguments) => demo::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Publish(arguments) => publish::run(&arguments),
        Command::Synthesize(arguments) => synthesize::run(&arguments),
        Command::Report(arguments) => report::run(&arguments),
        Command::Simulate(arguments) => simulate::run(&arguments),
        Command::Verify(arguments) => verify::run(&arguments),
        Command::Rebuild(arguments) => rebuild::run(&arguments),
        Command::User(arguments) => account::user(&arguments),
        Command::Token(arguments) => account::token(&arguments),
        Command::Voice(arguments) => voice::run(&arguments.what),
        Command::Device(arguments) => account::device(&arguments),
    }
}
