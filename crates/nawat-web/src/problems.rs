//! What went wrong, as a value: the same code in pages, API and documents (RFC 9457). Words are found at the
//! edge, in the reader's language: `texts/problems/{ar,en}.ftl`, a test sees to it that none is missing.

mod refused;

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use nawat_catalogue::{Arg, Lang, Texts, Words};
use nawat_journal::StoreError;
use nawat_journal::accounts::AccountsError;
use nawat_journal::hall::Committed;
use nawat_journal::people::VaultError;
use nawat_journal::told::TellError;

use crate::allowed::Denied;
use crate::random::NoRandomness;

pub use refused::{refused, status_of};

/// A value that a problem's words take in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Put {
    Number(i64),
    Text(String),
    /// Something of the catalogue, named in the reader's language.
    Words(Words),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub status: StatusCode,
    pub code: &'static str,
    pub puts: Vec<(&'static str, Put)>,
    pub headers: Vec<(HeaderName, HeaderValue)>,
}

/// Codes of the door's own problems; the hall's refusals bring theirs.
pub const OWN_CODES: &[&str] = &[
    "sign-in-first",
    "token-unknown",
    "not-for-you",
    "anothers-counter",
    "anothers-visit",
    "form-expired",
    "sign-in-wrong",
    "sign-in-too-often",
    "session-expired",
    "no-such-page",
    "no-such-ticket",
    "link-over",
    "method-not-allowed",
    "malformed-json",
    "body-not-fitting",
    "wrong-content-type",
    "body-too-large",
    "body-unreadable",
    "key-malformed",
    "key-reused",
    "unknown-name",
    "field-missing",
    "field-not-fitting",
    "personal-number-digits",
    "personal-number-letters",
    "day-lived",
    "centre-closed-that-day",
    "period-reversed",
    "period-to-come",
    "period-too-long",
    "format-not-written",
    "no-such-code",
    "no-such-device",
    "door-code-old",
    "door-no-phones",
    "door-limit",
    "door-too-fast",
    "busy",
    "disk-full",
    "not-writable",
    "journal-stopped",
    "out-of-order",
    "look-up-unread",
    "look-up-none",
];

impl Problem {
    pub fn new(status: StatusCode, code: &'static str) -> Problem {
        Problem { status, code, puts: Vec::new(), headers: Vec::new() }
    }

    pub fn put(mut self, name: &'static str, value: Put) -> Problem {
        self.puts.push((name, value));
        self
    }

    pub fn text(self, name: &'static str, value: impl Into<String>) -> Problem {
        self.put(name, Put::Text(value.into()))
    }

    pub fn number(self, name: &'static str, value: impl TryInto<i64>) -> Problem {
        let value = value.try_into().unwrap_or(i64::MAX);
        self.put(name, Put::Number(value))
    }

    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Problem {
        self.headers.push((name, value));
        self
    }

    pub fn not_found() -> Problem {
        Problem::new(StatusCode::NOT_FOUND, "no-such-page")
    }

    /// A name or number in a request that the catalogue does not know.
    pub fn unknown(field: &'static str, given: impl Into<String>) -> Problem {
        Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "unknown-name")
            .text("field", field)
            .text("given", given)
    }

    pub fn missing(field: &'static str) -> Problem {
        Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "field-missing").text("field", field)
    }

    pub fn not_fitting(field: &'static str, given: impl Into<String>) -> Problem {
        Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "field-not-fitting")
            .text("field", field)
            .text("given", given)
    }

    /// One sentence: what happened and what to do.
    pub fn detail(&self, texts: &Texts) -> String {
        self.say(texts, &format!("problem-{}", self.code))
    }

    /// A few words, the same for every occurrence of the code.
    pub fn title(&self, texts: &Texts) -> String {
        self.say(texts, &format!("problem-{}.title", self.code))
    }

    fn say(&self, texts: &Texts, key: &str) -> String {
        let lang = texts.lang();
        let values: Vec<(&str, Arg<'_>)> =
            self.puts.iter().map(|(name, value)| (*name, value.in_lang(lang))).collect();
        texts.say_with(key, &values)
    }
}

impl Put {
    fn in_lang(&self, lang: Lang) -> Arg<'_> {
        match self {
            Put::Number(number) => Arg::from(*number),
            Put::Text(text) => Arg::from(text),
            Put::Words(words) => Arg::from(words.in_lang(lang)),
        }
    }
}

/// The problem goes out without words; [`crate::words`] puts them in, knowing the reader.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        for (name, value) in &self.headers {
            response.headers_mut().append(name.clone(), value.clone());
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// Why a command was not done, as the hall stands.
pub fn not_told(error: TellError, committed: &Committed) -> Problem {
    match error {
        TellError::Refused(refusal) => refused(&refusal, committed),
        TellError::KeyReused => Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "key-reused"),
        TellError::DayLived { last } => Problem::new(StatusCode::CONFLICT, "day-lived")
            .text("last", nawat_journal::stream::DateText(last).to_string()),
        TellError::Busy => unavailable("busy").header(header::RETRY_AFTER, HeaderValue::from_static("1")),
        TellError::Store(StoreError::DiskFull { .. }) => {
            Problem::new(StatusCode::INSUFFICIENT_STORAGE, "disk-full")
        }
        TellError::Store(StoreError::ReadOnly { .. }) => unavailable("not-writable"),
        TellError::Stopped => unavailable("journal-stopped"),
        TellError::Store(_) | TellError::Broken(_) => unavailable("out-of-order"),
    }
}

fn unavailable(code: &'static str) -> Problem {
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, code)
}

impl From<Denied> for Problem {
    fn from(denied: Denied) -> Problem {
        match denied {
            Denied::SignInFirst => Problem::new(StatusCode::UNAUTHORIZED, "sign-in-first")
                .header(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"nawat\"")),
            Denied::NotForYou => Problem::new(StatusCode::FORBIDDEN, "not-for-you"),
            Denied::AnothersCounter(counter) => {
                Problem::new(StatusCode::FORBIDDEN, "anothers-counter").number("counter", counter.0)
            }
            Denied::AnothersVisit => Problem::new(StatusCode::FORBIDDEN, "anothers-visit"),
        }
    }
}

impl From<AccountsError> for Problem {
    fn from(error: AccountsError) -> Problem {
        match error {
            AccountsError::NoSuchCode(_) => Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "no-such-code"),
            _ => unavailable("out-of-order"),
        }
    }
}

impl From<VaultError> for Problem {
    fn from(_: VaultError) -> Problem {
        unavailable("out-of-order")
    }
}

impl From<NoRandomness> for Problem {
    fn from(_: NoRandomness) -> Problem {
        unavailable("out-of-order")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_code_stands_twice() {
        let mut codes = OWN_CODES.to_vec();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), OWN_CODES.len());
    }
}
