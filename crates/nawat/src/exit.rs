//! The one place that knows exit codes: 0 done, 1 failed, 2 misused.

use std::fmt::Display;
use std::process::ExitCode;

/// Why a command did not do what it was asked for.
#[derive(Debug)]
pub enum Failure {
    /// It was asked rightly and could not be done: exit code 1.
    Failed(String),
    /// It was asked wrongly: exit code 2.
    Misused(String),
}

impl Failure {
    pub fn failed(what: impl Display) -> Failure {
        Failure::Failed(what.to_string())
    }

    pub fn misused(what: impl Display) -> Failure {
        Failure::Misused(what.to_string())
    }
}

/// Says what went wrong on standard error and turns it into the exit code.
#[expect(clippy::print_stderr, reason = "the command line speaks to its user here")]
pub fn code_of(result: Result<(), Failure>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Failed(what)) => {
            eprintln!("nawat: {what}");
            ExitCode::from(1)
        }
        Err(Failure::Misused(what)) => {
            eprintln!("nawat: {what}");
            ExitCode::from(2)
        }
    }
}
