//! Times as a request writes them.

use nawat_engine::time::Moment;

use crate::problems::Problem;

/// A moment of RFC 3339, with its zone.
pub fn moment(field: &'static str, text: &str) -> Result<Moment, Problem> {
    let stamp: jiff::Timestamp = text.trim().parse().map_err(|_| Problem::not_fitting(field, text))?;
    Ok(Moment(stamp.as_millisecond()))
}
