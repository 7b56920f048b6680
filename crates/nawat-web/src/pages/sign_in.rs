//! Sign-in of staff.

use askama::Template;

use super::frame::Frame;

#[derive(Debug, Template)]
#[template(path = "sign_in.html")]
pub struct SignIn<'a> {
    pub f: &'a Frame<'a>,
    /// The name as it was typed, after a refusal.
    pub name: String,
    /// What was wrong, in words that do not tell which of the two it was.
    pub wrong: Option<String>,
    /// Where to go on afterwards; a path of this server.
    pub next: String,
    /// The sign-ins of a demo.
    pub demo: Vec<DemoRole>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoRole {
    pub role: String,
    pub name: String,
    pub password: String,
    /// The demo's own address for this role, so that several roles live in one browser.
    pub address: Option<String>,
}
