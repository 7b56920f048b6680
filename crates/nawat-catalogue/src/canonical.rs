//! One spelling of a JSON value, so that its hash is the same wherever it is made.
//!
//! Object keys in order of their bytes, no blanks, as `jq -cS .` prints it: a stranger with the published
//! text can make the hash again. What is published holds no fractions, so numbers have one spelling too.

use std::fmt::Write;

use serde_json::Value;
use sha2::{Digest, Sha256};

/// SHA-256 of the canonical JSON.
pub(crate) fn hash(value: &Value) -> [u8; 32] {
    Sha256::digest(text(value).as_bytes()).into()
}

pub(crate) fn text(value: &Value) -> String {
    let mut out = String::new();
    spell(value, &mut out);
    out
}

fn spell(value: &Value, out: &mut String) {
    match value {
        Value::Array(list) => {
            out.push('[');
            for (i, item) in list.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                spell(item, out);
            }
            out.push(']');
        }
        Value::Object(map) => {
            // Sorted here, since a crate elsewhere may switch serde_json to keep the order of insertion.
            let mut fields: Vec<_> = map.iter().collect();
            fields.sort_by_key(|(name, _)| *name);
            out.push('{');
            for (i, (name, item)) in fields.into_iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                spell(&Value::String(name.clone()), out);
                out.push(':');
                spell(item, out);
            }
            out.push('}');
        }
        scalar => {
            let _ = write!(out, "{scalar}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_fields_does_not_matter() {
        let one: Value =
            serde_json::from_str(r#"{ "b": [1, {"y": "ة\n", "x": null}], "a": true }"#).expect("json");
        assert_eq!(text(&one), "{\"a\":true,\"b\":[1,{\"x\":null,\"y\":\"ة\\n\"}]}");
    }
}
