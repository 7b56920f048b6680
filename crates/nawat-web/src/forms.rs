//! Forms of pages: read once, checked against the browser they were made for.

use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use sha2::{Digest, Sha256};

use crate::asked::{Key, read};
use crate::door::Browser;
use crate::named::Named;
use crate::problems::Problem;

/// A form that was sent by the browser it was made for.
#[derive(Clone, Debug)]
pub struct Form {
    fields: Vec<(String, String)>,
    pub browser: Browser,
    path: String,
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Form, Problem> {
        let (parts, body) = request.into_parts();
        let browser = parts.extensions.get::<Browser>().cloned().ok_or_else(Problem::not_found)?;
        let bytes = read(body, &parts.headers).await?;
        let fields: Vec<(String, String)> = form_urlencoded::parse(&bytes).into_owned().collect();
        let form = Form { fields, browser, path: parts.uri.path().to_owned() };
        if !form.browser.made(form.text("csrf").unwrap_or_default()) {
            return Err(Problem::new(StatusCode::FORBIDDEN, "form-expired"));
        }
        Ok(form)
    }
}

impl Form {
    /// A field's value; `None` where it is missing or empty.
    pub fn text(&self, name: &str) -> Option<&str> {
        let found = self.fields.iter().find(|(field, _)| field == name);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// A field exactly as it was typed.
    pub fn untrimmed(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    pub fn wanted(&self, name: &'static str) -> Result<&str, Problem> {
        self.text(name).ok_or_else(|| Problem::missing(name))
    }

    pub fn named(&self, name: &str) -> Option<Named> {
        self.text(name).map(Named::of)
    }

    pub fn wanted_named(&self, name: &'static str) -> Result<Named, Problem> {
        self.wanted(name).map(Named::of)
    }

    pub fn number<T: std::str::FromStr>(&self, name: &'static str) -> Result<Option<T>, Problem> {
        self.text(name).map(|text| text.parse().map_err(|_| Problem::not_fitting(name, text))).transpose()
    }

    pub fn wanted_number<T: std::str::FromStr>(&self, name: &'static str) -> Result<T, Problem> {
        self.number(name)?.ok_or_else(|| Problem::missing(name))
    }

    pub fn ticked(&self, name: &str) -> bool {
        self.text(name) == Some("true")
    }

    /// The same press of the same rendering is one command: the form's own key with all that was chosen.
    pub fn key(&self) -> Option<Key> {
        let once = self.text("once")?;
        let mut hash = Sha256::new();
        hash.update(&self.path);
        for (name, value) in self.fields.iter().filter(|(name, _)| name != "csrf") {
            hash.update([0]);
            hash.update(name);
            hash.update([1]);
            hash.update(value);
        }
        let request: [u8; 32] = hash.finalize().into();
        Some(Key { text: format!("form {once} {}", crate::random::hex(&request)), request })
    }
}
