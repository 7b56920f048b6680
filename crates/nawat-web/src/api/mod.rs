//! The programs' door: `/api/v1`, a file a resource. Every operation stands once in a table that is both the
//! routes and the OpenAPI document, so that the two cannot drift.

mod appointments;
mod at_counter;
mod counters;
mod day;
mod hall;
mod health;
mod leases;
mod observations;
pub mod openapi;
mod referrals;
mod reports;
mod services;
pub(crate) mod shown;
mod tickets;
mod work;

use axum::Router;
use axum::body::Bytes;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::MethodRouter;
use nawat_journal::Told;
use serde::Serialize;
use utoipa::openapi::path::HttpMethod;
use utoipa::openapi::{RefOr, Schema};

use crate::allowed::{Ask, Denied};
use crate::asked::Key;
use crate::caller::Caller;
use crate::commands::own_key;
use crate::problems::Problem;
use crate::state::AppState;

pub(crate) use day::opening;
pub(crate) use reports::file as report_file;

/// One operation: how it is reached, what it takes and gives, who may.
pub struct Operation {
    pub method: HttpMethod,
    /// Below `/api/v1`.
    pub path: &'static str,
    pub id: &'static str,
    pub about: &'static str,
    pub ask: Option<Ask>,
    pub body: Option<SchemaOf>,
    /// What it answers when all is well.
    pub answers: Vec<(u16, Option<SchemaOf>)>,
    pub route: fn() -> MethodRouter<AppState>,
}

/// A type's schema, with those it refers to.
#[derive(Clone, Copy)]
pub struct SchemaOf {
    pub name: fn() -> std::borrow::Cow<'static, str>,
    pub schema: fn() -> RefOr<Schema>,
    pub others: fn(&mut Vec<(String, RefOr<Schema>)>),
}

impl std::fmt::Debug for SchemaOf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&(self.name)())
    }
}

impl SchemaOf {
    /// The schema's text, under its name and those of all that it refers to.
    pub fn all(&self) -> Vec<(String, RefOr<Schema>)> {
        let mut all = vec![((self.name)().into_owned(), (self.schema)())];
        (self.others)(&mut all);
        all
    }
}

const fn schema_of<T: utoipa::ToSchema>() -> SchemaOf {
    SchemaOf { name: T::name, schema: T::schema, others: T::schemas }
}

impl std::fmt::Debug for Operation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.id, self.path)
    }
}

/// All operations of `/api/v1`.
pub fn operations() -> Vec<Operation> {
    let mut all = Vec::new();
    for resource in [
        tickets::OPERATIONS,
        services::OPERATIONS,
        counters::OPERATIONS,
        at_counter::OPERATIONS,
        day::OPERATIONS,
        work::OPERATIONS,
        referrals::OPERATIONS,
        appointments::OPERATIONS,
        leases::OPERATIONS,
        observations::OPERATIONS,
        reports::OPERATIONS,
    ] {
        all.extend(resource.iter().map(|operation| operation()));
    }
    all
}

/// A resource's table is made of functions: a schema is not known before the program runs.
pub type Operations = &'static [fn() -> Operation];

pub fn routes() -> Router<AppState> {
    let mut router = Router::new();
    for operation in operations() {
        router = router.route(&format!("/api/v1{}", operation.path), (operation.route)());
    }
    router
        .route("/api/v1/openapi.json", axum::routing::get(openapi::document))
        .route("/health", axum::routing::get(health::health))
        .route("/metrics", axum::routing::get(health::metrics))
}

/// A caller who is somebody: anybody else is turned away before the body is looked at.
#[derive(Clone, Debug)]
pub struct SignedIn(pub Caller);

impl<S: Send + Sync> FromRequestParts<S> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        match parts.extensions.get::<Caller>() {
            None | Some(Caller::Nobody) => Err(Denied::SignInFirst.into()),
            Some(caller) => Ok(SignedIn(caller.clone())),
        }
    }
}

/// An answer of JSON.
pub fn json(status: StatusCode, body: &impl Serialize) -> Response {
    // Only strings are keys in what is answered, so that this cannot fail; null would be read as “nothing”.
    bytes(status, serde_json::to_vec(body).unwrap_or_else(|_| b"null".to_vec()).into())
}

fn bytes(status: StatusCode, body: Bytes) -> Response {
    (status, [(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], body).into_response()
}

/// The answer to a command. A repetition under the same key gets the answer of the first time.
pub fn once<T: Serialize>(
    state: &AppState,
    caller: &Caller,
    key: Option<&Key>,
    told: &Told,
    make: impl FnOnce() -> (StatusCode, T),
) -> Response {
    let key = key.map(|key| own_key(caller, key));
    if told.repeated
        && let Some((status, body)) = key.as_ref().and_then(|key| state.answers().given(key))
    {
        return bytes(status, body);
    }
    let (status, answer) = make();
    let body = Bytes::from(serde_json::to_vec(&answer).unwrap_or_else(|_| b"null".to_vec()));
    if let Some(key) = key {
        state.answers().keep(&key, status, body.clone());
    }
    bytes(status, body)
}
