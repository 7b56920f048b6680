//! A file that could not be read, in words.

/// What is wrong with a file that could not be read, and what to do.
pub(crate) fn unreadable(error: &std::io::Error) -> (String, &'static str) {
    match error.kind() {
        std::io::ErrorKind::NotFound => ("the file is missing.".to_owned(), "Put it there."),
        std::io::ErrorKind::InvalidData => ("the file is not UTF-8.".to_owned(), "Save it as UTF-8 text."),
        _ => (format!("the file cannot be read: {error}."), "Let it be readable."),
    }
}
