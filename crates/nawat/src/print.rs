//! Standard output, the one way to it: a closed pipe ends quietly, as a shell expects.

use std::io::Write;

use crate::exit::Failure;

/// Prints a text and a line's end.
pub fn line(text: &str) -> Result<(), Failure> {
    all(&format!("{text}\n"))
}

/// Prints exactly this.
pub fn all(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(Failure::failed(format!("cannot write to standard output: {error}"))),
    }
}

/// Progress of long work, on standard error so that output stays clean.
#[expect(clippy::print_stderr, reason = "progress is for the person who waits")]
pub fn progress(text: &str) {
    eprintln!("{text}");
}
