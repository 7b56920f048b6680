//! Cookies: read by name, written with every fence.

use axum::http::{HeaderMap, HeaderValue, header};

/// The value of a cookie; the first where there are several.
pub fn get<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// How long a browser keeps a cookie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Until the browser is closed.
    Session,
    Seconds(u32),
    /// Gone at once.
    Removed,
}

/// The most that browsers grant.
pub const LONG: Kept = Kept::Seconds(400 * 86_400);

/// A `Set-Cookie` line: no script reads it, no other site sends it along. `secure` where the request came
/// through TLS.
pub fn set(name: &str, value: &str, kept: Kept, secure: bool) -> HeaderValue {
    let mut line = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax");
    match kept {
        Kept::Session => {}
        Kept::Seconds(seconds) => line.push_str(&format!("; Max-Age={seconds}")),
        Kept::Removed => line.push_str("; Max-Age=0"),
    }
    if secure {
        line.push_str("; Secure");
    }
    // Names and values are our own: letters, digits, hyphens.
    HeaderValue::from_str(&line).unwrap_or_else(|_| HeaderValue::from_static(""))
}

/// Whether the browser speaks TLS to whoever stands before us.
pub fn is_secure(headers: &HeaderMap) -> bool {
    headers.get("x-forwarded-proto").is_some_and(|proto| proto == "https")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("a=1; nawat_session=x; b=2"));
        headers.append(header::COOKIE, HeaderValue::from_static("nawat_lang=ar"));
        assert_eq!(get(&headers, "nawat_session"), Some("x"));
        assert_eq!(get(&headers, "nawat_lang"), Some("ar"));
        assert_eq!(get(&headers, "session"), None);
    }

    #[test]
    fn a_cookie_is_fenced() {
        let line = set("nawat_session", "x", Kept::Session, true);
        assert_eq!(line, "nawat_session=x; Path=/; HttpOnly; SameSite=Lax; Secure");
        let line = set("nawat_session", "", Kept::Removed, false);
        assert!(line.to_str().is_ok_and(|line| line.contains("Max-Age=0")));
    }
}
