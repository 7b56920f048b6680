//! Styles, scripts, fonts and pictures, carried in the program.

use std::collections::HashMap;
use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use crate::problems::Problem;
use crate::random::hex;

// `FILES`: every file of static/ with its bytes, made by build.rs.
include!(concat!(env!("OUT_DIR"), "/static_files.rs"));

struct Served {
    bytes: &'static [u8],
    kind: &'static str,
    tag: HeaderValue,
}

static SERVED: LazyLock<HashMap<&'static str, Served>> = LazyLock::new(|| {
    FILES
        .iter()
        .map(|(path, bytes)| {
            let tag = format!("\"{}\"", hex(&Sha256::digest(bytes)[..12]));
            let tag = HeaderValue::from_str(&tag).unwrap_or_else(|_| HeaderValue::from_static("\"0\""));
            (*path, Served { bytes, kind: kind_of(path), tag })
        })
        .collect()
});

fn kind_of(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, end)| end) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

/// `GET /static/{*path}`: asked for again each time, sent again only when it has changed.
pub async fn file(Path(path): Path<String>, headers: HeaderMap) -> Result<Response, Problem> {
    let served = SERVED.get(path.as_str()).ok_or_else(Problem::not_found)?;
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|known| {
        known
            .to_str()
            .is_ok_and(|known| known.split(',').any(|one| one.trim().as_bytes() == served.tag.as_bytes()))
    });
    let lasting = if path.starts_with("fonts/") { "public, max-age=604800" } else { "public, no-cache" };
    let about = [
        (header::ETAG, served.tag.clone()),
        (header::CACHE_CONTROL, HeaderValue::from_static(lasting)),
        (header::CONTENT_TYPE, HeaderValue::from_static(served.kind)),
    ];
    Ok(if known {
        (StatusCode::NOT_MODIFIED, about).into_response()
    } else {
        (StatusCode::OK, about, served.bytes).into_response()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_has_a_kind_that_browsers_know() {
        for (path, _) in FILES {
            assert_ne!(kind_of(path), "application/octet-stream", "{path}");
        }
        assert!(SERVED.contains_key("tokens.css"));
    }
}
