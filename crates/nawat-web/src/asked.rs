//! A request's JSON body, parsed at the door: every way to send it wrongly has its own problem.

use std::time::Duration;

use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use futures_util::StreamExt;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::problems::Problem;

/// The largest body that is read.
pub const BODY_MAX: usize = 64 * 1024;
/// So much of a body that is too large is still listened to, and dropped: a sender who is cut off in the middle
/// hears a broken connection, and never why.
const DROPPED_MAX: usize = 32 * 1024 * 1024;
/// And so long.
const DROPPED_FOR: Duration = Duration::from_secs(10);
pub const KEY_MAX: usize = 255;

/// A body of JSON; an empty one counts as an object without members.
#[derive(Clone, Debug)]
pub struct Asked<T> {
    pub body: T,
    pub key: Option<Key>,
}

/// The caller's key, by which a repeated request is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    pub text: String,
    /// SHA-256 of method, path and body.
    pub request: [u8; 32],
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Asked<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let text = key_text(&parts.headers)?;
        let bytes = read(body, &parts.headers).await?;
        let mut hash = Sha256::new();
        for part in [parts.method.as_str().as_bytes(), parts.uri.path().as_bytes(), &bytes] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        let request = hash.finalize().into();
        let body = if bytes.iter().all(u8::is_ascii_whitespace) {
            parse(b"{}")?
        } else {
            if !is_json(&parts.headers) {
                return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "wrong-content-type"));
            }
            parse(&bytes)?
        };
        Ok(Asked { body, key: text.map(|text| Key { text, request }) })
    }
}

/// Reads a whole body, no larger than [`BODY_MAX`].
pub async fn read(body: Body, headers: &HeaderMap) -> Result<Vec<u8>, Problem> {
    if claims_too_much(headers) {
        return Err(refuse(body, headers).await);
    }
    let mut stream = body.into_data_stream();
    let mut bytes = Vec::new();
    while let Some(part) = stream.next().await {
        // The sender stopped before the end.
        let part = part.map_err(|_| Problem::new(StatusCode::BAD_REQUEST, "body-unreadable"))?;
        if bytes.len() + part.len() > BODY_MAX {
            drop_rest(stream, part.len()).await;
            return Err(too_large());
        }
        bytes.extend_from_slice(&part);
    }
    Ok(bytes)
}

/// Whether a body says of itself that it is larger than what is read.
pub fn claims_too_much(headers: &HeaderMap) -> bool {
    let length = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    length.is_some_and(|length: u64| length > BODY_MAX as u64)
}

/// Refuses a body that claims too much, so that its sender hears it.
pub async fn refuse(body: Body, headers: &HeaderMap) -> Problem {
    // Who asks first (Expect: 100-continue) has sent nothing yet, and now never does.
    if !headers.contains_key(header::EXPECT) {
        drop_rest(body.into_data_stream(), 0).await;
    }
    too_large()
}

async fn drop_rest(mut stream: axum::body::BodyDataStream, mut dropped: usize) {
    let dropping = async {
        while let Some(Ok(part)) = stream.next().await {
            dropped += part.len();
            if dropped > DROPPED_MAX {
                return;
            }
        }
    };
    let _ = tokio::time::timeout(DROPPED_FOR, dropping).await;
}

fn too_large() -> Problem {
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "body-too-large").number("most", (BODY_MAX / 1024) as u32)
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json"))
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    serde_json::from_slice(bytes).map_err(|error| {
        let (status, code) = if error.is_data() {
            (StatusCode::UNPROCESSABLE_ENTITY, "body-not-fitting")
        } else {
            (StatusCode::BAD_REQUEST, "malformed-json")
        };
        Problem::new(status, code).text("what", error.to_string())
    })
}

fn key_text(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let Some(key) = headers.get("idempotency-key") else { return Ok(None) };
    let malformed = || Problem::new(StatusCode::BAD_REQUEST, "key-malformed");
    let key = key.to_str().map_err(|_| malformed())?.trim();
    let visible = key.bytes().all(|byte| (0x21..0x7f).contains(&byte));
    if key.is_empty() || key.len() > KEY_MAX || !visible {
        Err(malformed())
    } else {
        Ok(Some(key.to_owned()))
    }
}
