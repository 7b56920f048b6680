//! One file a page: what was asked is parsed, the hall is looked at or told, the page's view is filled.

pub mod counter;
pub mod devices;
pub mod display;
pub mod entrance;
pub mod floor;
pub mod help;
pub mod kiosk;
pub mod media;
pub mod phone;
pub mod prefer;
pub mod problem;
pub mod rating;
pub mod reception;
pub mod sign_in;
pub mod statistics;
pub mod ticket;
pub mod visit;
pub mod way_in;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// On to another page: 303, so that loading it again presses nothing twice.
pub fn see_other(place: &str) -> Response {
    let place = HeaderValue::from_str(place).unwrap_or_else(|_| HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, place)]).into_response()
}

/// A place of this server alone: nobody is sent elsewhere by a form.
pub fn own_place(place: &str) -> &str {
    let own = place.starts_with('/') && !place.starts_with("//") && !place.contains(['\\', '\r', '\n']);
    if own { place } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_elsewhere() {
        for (place, expected) in [
            ("/counter/6", "/counter/6"),
            ("//example.org", "/"),
            ("https://example.org", "/"),
            ("/\\example.org", "/"),
            ("", "/"),
        ] {
            assert_eq!(own_place(place), expected);
        }
    }
}
