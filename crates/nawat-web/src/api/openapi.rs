//! The OpenAPI 3.1 document, made from the same table as the routes.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::path::{OperationBuilder, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::response::ResponseBuilder;
use utoipa::openapi::schema::{KnownFormat, Object, ObjectBuilder, SchemaFormat, SchemaType, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    ComponentsBuilder, ContentBuilder, InfoBuilder, OpenApi, OpenApiBuilder, PathsBuilder, Ref, RefOr,
    Required, Schema,
};

use super::{Operation, SchemaOf, operations, schema_of};
use crate::allowed::{May, TABLE};
use crate::asked::KEY_MAX;

/// RFC 9457; `code` is stable, `detail` is in the reader's language (Accept-Language).
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    pub r#type: String,
    pub title: String,
    pub status: u16,
    pub detail: String,
    pub code: String,
}

/// `GET /api/v1/openapi.json`
pub async fn document() -> Response {
    let kind = HeaderValue::from_static("application/json");
    let body = serde_json::to_vec(&made()).unwrap_or_default();
    (StatusCode::OK, [(header::CONTENT_TYPE, kind)], body).into_response()
}

/// The document.
pub fn made() -> OpenApi {
    let mut components = ComponentsBuilder::new().security_scheme(
        "token",
        SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build()),
    );
    let problem = schema_of::<Problem>();
    components = components.schema((problem.name)(), (problem.schema)());
    let mut paths = PathsBuilder::new().build();
    for operation in operations() {
        let answers = operation.answers.iter().filter_map(|(_, schema)| *schema);
        for schema in operation.body.into_iter().chain(answers) {
            components = components.schemas_from_iter(schema.all());
        }
        let path = format!("/api/v1{}", operation.path);
        paths.add_path_operation(path, vec![operation.method.clone()], described(&operation));
    }
    let about = "Everything the pages can do. Commands are POST; an Idempotency-Key makes a repetition safe \
                 for a day. Live pages (server-sent events) are documented apart.";
    OpenApiBuilder::new()
        .info(
            InfoBuilder::new()
                .title("Nawat")
                .version(env!("CARGO_PKG_VERSION"))
                .description(Some(about))
                .license(Some(utoipa::openapi::LicenseBuilder::new().name("Apache-2.0").build()))
                .build(),
        )
        .paths(paths)
        .components(Some(components.build()))
        .build()
}

fn described(operation: &Operation) -> utoipa::openapi::path::Operation {
    let mut built = OperationBuilder::new()
        .operation_id(Some(operation.id))
        .summary(Some(operation.about))
        .description(who_may(operation))
        .security(SecurityRequirement::new("token", Vec::<String>::new()));
    for name in names_in(operation.path) {
        built = built.parameter(parameter(&name, ParameterIn::Path, Required::True));
    }
    if operation.method == utoipa::openapi::HttpMethod::Post {
        built = built.parameter(key_parameter());
    }
    if operation.id == "periodReport" {
        for name in ["from", "to"] {
            let date = text().format(Some(SchemaFormat::KnownFormat(KnownFormat::Date))).build();
            built = built.parameter(of(name, ParameterIn::Query, Required::True, date));
        }
        for (name, values) in [("format", vec!["json", "csv", "html", "text"]), ("lang", vec!["ar", "en"])] {
            let one_of = text().enum_values(Some(values)).build();
            built = built.parameter(of(name, ParameterIn::Query, Required::False, one_of));
        }
    }
    if let Some(body) = operation.body {
        let content = ContentBuilder::new().schema(Some(reference(body))).build();
        let body = RequestBodyBuilder::new().content("application/json", content).required(needed(body));
        built = built.request_body(Some(body.build()));
    }
    for (status, schema) in &operation.answers {
        let mut response = ResponseBuilder::new().description(answer_words(*status));
        if let Some(schema) = schema {
            let content = ContentBuilder::new().schema(Some(reference(*schema))).build();
            response = response.content("application/json", content);
        }
        built = built.response(status.to_string(), response.build());
    }
    let problem = ContentBuilder::new().schema(Some(reference(schema_of::<Problem>()))).build();
    let problem = ResponseBuilder::new()
        .description("What went wrong, with its code")
        .content("application/problem+json", problem)
        .build();
    built.response("default", problem).build()
}

fn reference(schema: SchemaOf) -> Ref {
    Ref::from_schema_name((schema.name)())
}

fn answer_words(status: u16) -> &'static str {
    match status {
        201 => "Made",
        204 => "Nobody waits",
        304 => "Not changed",
        _ => "Done",
    }
}

fn text() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(SchemaType::new(Type::String))
}

fn parameter(name: &str, place: ParameterIn, required: Required) -> Parameter {
    of(name, place, required, text().build())
}

fn of(name: &str, place: ParameterIn, required: Required, schema: Object) -> Parameter {
    ParameterBuilder::new().name(name).parameter_in(place).required(required).schema(Some(schema)).build()
}

fn key_parameter() -> Parameter {
    // A header's value has neither blanks at its ends nor anything invisible.
    let key = text().min_length(Some(1)).max_length(Some(KEY_MAX)).pattern(Some("^[!-~]+$")).build();
    of("Idempotency-Key", ParameterIn::Header, Required::False, key)
}

/// A body may be left out where every member of it may.
fn needed(body: SchemaOf) -> Option<Required> {
    match (body.schema)() {
        RefOr::T(Schema::Object(object)) if object.required.is_empty() => None,
        _ => Some(Required::True),
    }
}

fn names_in(path: &str) -> Vec<String> {
    path.split('/').filter_map(|part| Some(part.strip_prefix('{')?.strip_suffix('}')?.to_owned())).collect()
}

/// The row of the table, in words.
fn who_may(operation: &Operation) -> Option<String> {
    const COLUMNS: [&str; 8] =
        ["reception", "officer", "supervisor", "manager", "administrator", "kiosk", "display", "visitor"];
    let ask = operation.ask?;
    let (_, row) = TABLE.iter().find(|(known, _)| *known == ask)?;
    let may = COLUMNS.iter().zip(row).filter_map(|(name, may)| match may {
        May::Yes => Some((*name).to_owned()),
        May::Own => Some(format!("{name} (their own)")),
        May::No => None,
    });
    Some(format!("May: {}.", may.collect::<Vec<_>>().join(", ")))
}
