//! Things of the catalogue as a request names them: by number or by key. Parsed at the door into the ids that
//! are trusted inside.

use std::fmt;

use nawat_catalogue::Published;
use nawat_engine::ids::{CounterId, OutcomeId, ProfileId, QueueId, ReasonId, SegmentId, SeriesId, ServiceId};
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use utoipa::openapi::schema::{ObjectBuilder, OneOfBuilder, SchemaType, Type};
use utoipa::openapi::{RefOr, Schema};

use crate::problems::Problem;

/// A number, or a key such as `mazaya`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    Number(u64),
    Key(String),
}

impl Named {
    /// From a path or a form: digits are a number, all else a key.
    pub fn of(text: &str) -> Named {
        match text.parse() {
            Ok(number) if text.bytes().all(|byte| byte.is_ascii_digit()) => Named::Number(number),
            _ => Named::Key(text.to_owned()),
        }
    }
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Named::Number(number) => number.fmt(f),
            Named::Key(key) => f.write_str(key),
        }
    }
}

impl<'de> Deserialize<'de> for Named {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Named, D::Error> {
        deserializer.deserialize_any(NumberOrKey)
    }
}

struct NumberOrKey;

impl Visitor<'_> for NumberOrKey {
    type Value = Named;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number or a key")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Named, E> {
        Ok(Named::Number(number))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Named, E> {
        u64::try_from(number).map(Named::Number).map_err(|_| E::custom("a number is not negative"))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Named, E> {
        Ok(Named::of(text))
    }
}

impl utoipa::PartialSchema for Named {
    fn schema() -> RefOr<Schema> {
        let of = |kind| ObjectBuilder::new().schema_type(SchemaType::new(kind));
        let (number, key) = (of(Type::Integer).minimum(Some(1)), of(Type::String).min_length(Some(1)));
        OneOfBuilder::new().item(number.build()).item(key.build()).into()
    }
}

impl utoipa::ToSchema for Named {}

macro_rules! finders {
    ($($find:ident, $by_key:ident, $field:literal => $Id:ident;)*) => {
        $(
            /// The id that was meant. A number is passed on as it is: whether it exists is the engine's word.
            pub fn $find(published: &Published, named: &Named) -> Result<$Id, Problem> {
                let found = match named {
                    Named::Number(number) => u16::try_from(*number).ok().map($Id),
                    Named::Key(key) => published.$by_key(key),
                };
                found.ok_or_else(|| Problem::unknown($field, named.to_string()))
            }
        )*
    };
}

finders! {
    service, service_id, "service" => ServiceId;
    segment, segment_id, "segment" => SegmentId;
    outcome, outcome_id, "outcome" => OutcomeId;
    reason, reason_id, "reason" => ReasonId;
    profile, profile_id, "profile" => ProfileId;
    queue, queue_id, "queue" => QueueId;
    series, series_id, "series" => SeriesId;
    counter, counter_id, "counter" => CounterId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_a_number_and_all_else_a_key() {
        for (text, expected) in [
            ("3", Named::Number(3)),
            ("mazaya", Named::Key("mazaya".to_owned())),
            ("+3", Named::Key("+3".to_owned())),
            ("99999999999999999999", Named::Key("99999999999999999999".to_owned())),
        ] {
            assert_eq!(Named::of(text), expected);
        }
        let read = |json: &str| serde_json::from_str::<Named>(json).ok();
        assert_eq!(read("3"), Some(Named::Number(3)));
        assert_eq!(read("\"3\""), Some(Named::Number(3)));
        assert_eq!(read("-1"), None);
        assert_eq!(read("1.5"), None);
        assert_eq!(read("null"), None);
    }
}
