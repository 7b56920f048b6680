//! What a person reads when something failed: what happened, what was kept, what to do now, and the code.

use askama::Template;

use super::frame::Frame;

#[derive(Debug, Template)]
#[template(path = "problem.html")]
pub struct Problem<'a> {
    pub f: &'a Frame<'a>,
    /// HTTP status.
    pub status: u16,
    /// The stable code, the same in the page, the API and the documents.
    pub code: String,
    pub what: String,
    pub kept: String,
    pub next: String,
    /// Where the button leads, and what it says.
    pub go: String,
    pub go_label: String,
    /// Names this one occurrence in the log.
    pub operation: Option<String>,
}
