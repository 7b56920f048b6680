//! Who reads: language and the preferences of the eye. From the address, then a cookie, then the browser.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use nawat_catalogue::Lang;

use crate::cookies;
use crate::pages::frame::Theme;

pub const LANG: &str = "nawat_lang";
pub const TEXT: &str = "nawat_text";
pub const CONTRAST: &str = "nawat_contrast";
pub const THEME: &str = "nawat_theme";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    pub lang: Lang,
    /// The language stands in the address: it is to be remembered.
    pub chose_lang: bool,
    pub large: bool,
    pub contrast: bool,
    pub theme: Theme,
}

impl Reader {
    pub fn of(parts: &Parts) -> Reader {
        let headers = &parts.headers;
        let asked = parts.uri.query().and_then(|query| {
            form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "lang").map(|(_, lang)| lang)
        });
        let asked = asked.and_then(|lang| Lang::from_code(&lang));
        let remembered = || cookies::get(headers, LANG).and_then(Lang::from_code);
        // Arabic first where people read; programs that say nothing are told in English.
        let program = parts.uri.path().starts_with("/api/");
        let fallback = if program { Lang::En } else { Lang::Ar };
        // A screen of the hall is everybody's: what its own browser was installed in says nothing.
        let screens = ["/kiosk", "/display", "/live/kiosk", "/live/display"];
        let of_the_hall = screens.iter().any(|screen| parts.uri.path().starts_with(screen));
        let accepted = || if of_the_hall { None } else { accepted(headers) };
        Reader {
            lang: asked.or_else(remembered).or_else(accepted).unwrap_or(fallback),
            chose_lang: asked.is_some(),
            large: cookies::get(headers, TEXT) == Some("large"),
            contrast: cookies::get(headers, CONTRAST) == Some("high"),
            theme: match cookies::get(headers, THEME) {
                Some("light") => Theme::Light,
                Some("dark") => Theme::Dark,
                _ => Theme::Auto,
            },
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Reader {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Reader, Infallible> {
        Ok(Reader::of(parts))
    }
}

/// The best of our languages that the browser asks for (RFC 9110, 12.5.4).
fn accepted(headers: &HeaderMap) -> Option<Lang> {
    let mut best: Option<(u16, Lang)> = None;
    for value in headers.get_all(header::ACCEPT_LANGUAGE) {
        for part in value.to_str().unwrap_or_default().split(',') {
            let mut pieces = part.split(';');
            let Some(lang) = pieces.next().map(str::trim).and_then(Lang::from_code) else { continue };
            let weight = pieces.find_map(|piece| piece.trim().strip_prefix("q=")?.parse::<f32>().ok());
            let weight = (weight.unwrap_or(1.0).clamp(0.0, 1.0) * 1_000.0) as u16;
            if weight > 0 && best.is_none_or(|(known, _)| weight > known) {
                best = Some((weight, lang));
            }
        }
    }
    best.map(|(_, lang)| lang)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    fn reader(uri: &str, headers: &[(&str, &str)]) -> Reader {
        let mut request = Request::builder().uri(uri);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        Reader::of(&request.body(()).expect("a request").into_parts().0)
    }

    #[test]
    fn the_address_goes_before_the_cookie_and_the_cookie_before_the_browser() {
        let english = ("accept-language", "fr;q=0.9, en-GB;q=0.8, ar;q=0.3");
        for (uri, headers, expected) in [
            ("/kiosk", vec![], Lang::Ar),
            ("/api/v1/day", vec![], Lang::En),
            ("/sign-in", vec![english], Lang::En),
            ("/kiosk", vec![english], Lang::Ar),
            ("/live/display", vec![english], Lang::Ar),
            ("/sign-in", vec![english, ("cookie", "nawat_lang=ar")], Lang::Ar),
            ("/kiosk?lang=en", vec![("cookie", "nawat_lang=ar")], Lang::En),
            ("/kiosk?lang=xx", vec![("accept-language", "en;q=0, *")], Lang::Ar),
            ("/api/v1/day", vec![("accept-language", "ar-BH")], Lang::Ar),
        ] {
            assert_eq!(reader(uri, &headers).lang, expected, "{uri} {headers:?}");
        }
    }
}
