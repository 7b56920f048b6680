//! What the eye prefers: larger text, more contrast, light or dark. Kept in cookies of this browser.

use axum::http::header;
use axum::response::Response;

use super::{own_place, see_other};
use crate::cookies::{self, LONG};
use crate::forms::Form;
use crate::reader::{CONTRAST, TEXT, THEME};

/// `POST /prefer`
pub async fn prefer(form: Form) -> Response {
    let mut response = see_other(own_place(form.text("back").unwrap_or("/")));
    let known: [(&str, &str, &[&str]); 3] = [
        ("text", TEXT, &["large", "normal"]),
        ("contrast", CONTRAST, &["high", "normal"]),
        ("theme", THEME, &["auto", "light", "dark"]),
    ];
    for (field, cookie, values) in known {
        let wanted = form.text(field).and_then(|wanted| values.iter().find(|value| **value == wanted));
        if let Some(value) = wanted {
            let line = cookies::set(cookie, value, LONG, form.browser.secure);
            response.headers_mut().append(header::SET_COOKIE, line);
        }
    }
    response
}
