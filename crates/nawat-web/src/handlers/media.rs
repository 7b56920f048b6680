//! Sounds and pictures of the centre: lists for the display, and the files themselves, in parts where a film
//! is asked for in parts (RFC 9110, 14).

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

use axum::body::{Body, Bytes};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use serde::{Deserialize, Serialize};

use crate::media::{Found, Media, Shown};
use crate::problems::Problem;
use crate::state::AppState;

/// Bytes that are read at once.
const PIECE: usize = 256 * 1024;

/// Folders are read beside the threads that answer.
async fn look<T: Default + Send + 'static>(
    state: &AppState,
    look: impl FnOnce(Media) -> T + Send + 'static,
) -> T {
    let media = state.media().clone();
    tokio::task::spawn_blocking(move || look(media)).await.unwrap_or_default()
}

/// `GET /media/voice.json`: the clips that there are.
pub async fn voice(State(state): State<AppState>) -> Response {
    json(&look(&state, |media| media.voice()).await)
}

/// `GET /media/display.json`: pictures and films beside the calls.
pub async fn display(State(state): State<AppState>) -> Response {
    json(&shown(&state).await)
}

fn json(list: &impl Serialize) -> Response {
    let about = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-cache")];
    (about, serde_json::to_string(list).unwrap_or_else(|_| "null".to_owned())).into_response()
}

/// What the display shows beside the calls.
pub async fn shown(state: &AppState) -> Vec<Shown> {
    look(state, |media| media.shown()).await
}

/// The content that an address means; an address with it may be kept for ever.
#[derive(Debug, Deserialize)]
pub struct Version {
    v: Option<String>,
}

/// `GET /media/{*path}`
pub async fn file(
    State(state): State<AppState>,
    Path(path): Path<String>,
    Query(version): Query<Version>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let found = look(&state, move |media| media.file(&path)).await.ok_or_else(Problem::not_found)?;
    let tag = format!("\"{}\"", found.tag);
    let same = version.v.as_deref() == Some(found.tag.as_str());
    let known = headers.get(header::IF_NONE_MATCH).and_then(|known| known.to_str().ok());
    if known.is_some_and(|known| known.split(',').any(|one| one.trim() == tag)) {
        return Ok(about((StatusCode::NOT_MODIFIED, Body::empty()).into_response(), &found, same));
    }
    let asked = headers.get(header::RANGE).and_then(|range| range.to_str().ok());
    let whole = 0..found.length;
    let (status, part) = match asked.map(|asked| part_of(asked, found.length)) {
        None | Some(Asked::Whole) => (StatusCode::OK, whole),
        Some(Asked::Part(part)) => (StatusCode::PARTIAL_CONTENT, part),
        Some(Asked::Beyond) => {
            let mut response = StatusCode::RANGE_NOT_SATISFIABLE.into_response();
            put(&mut response, header::CONTENT_RANGE, &format!("bytes */{}", found.length));
            return Ok(response);
        }
    };
    let mut response = (status, pieces(&found, part.clone()).await?).into_response();
    if status == StatusCode::PARTIAL_CONTENT {
        let range = format!("bytes {}-{}/{}", part.start, part.end.saturating_sub(1), found.length);
        put(&mut response, header::CONTENT_RANGE, &range);
    }
    put(&mut response, header::CONTENT_LENGTH, &(part.end - part.start).to_string());
    Ok(about(response, &found, same))
}

fn about(mut response: Response, found: &Found, same: bool) -> Response {
    put(&mut response, header::ETAG, &format!("\"{}\"", found.tag));
    put(&mut response, header::CONTENT_TYPE, found.kind);
    put(&mut response, header::ACCEPT_RANGES, "bytes");
    let kept = if same { "public, max-age=31536000, immutable" } else { "public, no-cache" };
    put(&mut response, header::CACHE_CONTROL, kept);
    response
}

fn put(response: &mut Response, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

/// What a `Range` asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Asked {
    /// Several parts, or what cannot be read: the whole answers it.
    Whole,
    Part(std::ops::Range<u64>),
    Beyond,
}

fn part_of(asked: &str, length: u64) -> Asked {
    let Some((first, last)) = asked.strip_prefix("bytes=").and_then(|range| range.trim().split_once('-'))
    else {
        return Asked::Whole;
    };
    let number = |text: &str| text.trim().parse::<u64>();
    let part = match (first.is_empty(), last.is_empty()) {
        (true, true) => return Asked::Whole,
        // The last so many bytes.
        (true, false) => match number(last) {
            Ok(count) => length.saturating_sub(count)..length,
            Err(_) => return Asked::Whole,
        },
        (false, open) => match (number(first), number(last)) {
            (Ok(first), _) if open => first..length,
            (Ok(first), Ok(last)) if first <= last => first..last.saturating_add(1).min(length),
            _ => return Asked::Whole,
        },
    };
    if part.start < part.end { Asked::Part(part) } else { Asked::Beyond }
}

/// The bytes of a part, read as they are sent.
async fn pieces(found: &Found, part: std::ops::Range<u64>) -> Result<Body, Problem> {
    let (path, start) = (found.path.clone(), part.start);
    let opened = tokio::task::spawn_blocking(move || {
        let mut file = File::open(path)?;
        file.seek(SeekFrom::Start(start))?;
        std::io::Result::Ok(file)
    });
    let file = opened.await.ok().and_then(Result::ok).ok_or_else(Problem::not_found)?;
    let left = part.end - part.start;
    Ok(Body::from_stream(stream::unfold(Some((file, left)), |state| async move {
        let (file, left) = state.filter(|(_, left)| *left > 0)?;
        let read = tokio::task::spawn_blocking(move || read(file, left)).await;
        match read.unwrap_or_else(|error| Err(std::io::Error::other(error))) {
            Ok((bytes, file)) => {
                let left = left - bytes.len() as u64;
                Some((Ok(bytes), Some((file, left))))
            }
            Err(error) => Some((Err(error), None)),
        }
    })))
}

fn read(mut file: File, left: u64) -> std::io::Result<(Bytes, File)> {
    let mut bytes = vec![0; usize::try_from(left).unwrap_or(PIECE).min(PIECE)];
    let count = file.read(&mut bytes)?;
    if count == 0 {
        // It was made shorter meanwhile.
        return Err(std::io::ErrorKind::UnexpectedEof.into());
    }
    bytes.truncate(count);
    Ok((Bytes::from(bytes), file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_lies_within_the_file() {
        for (asked, expected) in [
            ("bytes=0-", Asked::Part(0..100)),
            ("bytes=10-19", Asked::Part(10..20)),
            ("bytes=90-400", Asked::Part(90..100)),
            ("bytes=-20", Asked::Part(80..100)),
            ("bytes=-400", Asked::Part(0..100)),
            ("bytes=100-", Asked::Beyond),
            ("bytes=-0", Asked::Beyond),
            ("bytes=5-2", Asked::Whole),
            ("bytes=0-1,4-5", Asked::Whole),
            ("bytes=-", Asked::Whole),
            ("lines=1-2", Asked::Whole),
            ("bytes=18446744073709551615-", Asked::Beyond),
        ] {
            assert_eq!(part_of(asked, 100), expected, "{asked}");
        }
        assert_eq!(part_of("bytes=0-", 0), Asked::Beyond);
    }
}
