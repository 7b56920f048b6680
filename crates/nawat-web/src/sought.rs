//! What somebody at a desk looks for, as they type, scan or paste it: a ticket, its receipt, a person.

use axum::http::StatusCode;
use nawat_catalogue::Published;
use nawat_engine::Day;
use nawat_engine::ids::{Reference, SeriesId};
use nawat_engine::visit::Visit;

use crate::personal_number::PersonalNumber;
use crate::problems::Problem;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sought {
    /// The unguessable name of a ticket or an appointment, or the link that holds it.
    Receipt(Reference),
    /// The code printed on a ticket.
    Code((SeriesId, u64)),
    /// Nine digits: known to the people vault alone.
    Person(PersonalNumber),
}

impl Sought {
    /// Errors: none of these. What was typed is not said again, since it may be most of somebody's number.
    pub fn read(published: &Published, text: &str) -> Result<Sought, Problem> {
        let text = text.trim();
        let receipt = text.rsplit_once("/t/").map_or(text, |(_, rest)| rest);
        let receipt = receipt.split(['?', '#', '/']).next().unwrap_or_default();
        if let Ok(reference) = receipt.parse() {
            return Ok(Sought::Receipt(reference));
        }
        if let Ok(number) = PersonalNumber::read(text) {
            return Ok(Sought::Person(number));
        }
        let code = published.ticket_of_code(text).map(Sought::Code);
        code.ok_or_else(|| Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "look-up-unread"))
    }
}

/// The newest visit of today with this series and number.
pub fn visit_of_code(day: &Day, (series, number): (SeriesId, u64)) -> Option<&Visit> {
    let mut visits = day.visits.iter().rev();
    visits.find(|visit| visit.ticket.series == series && visit.ticket.number == number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn what_is_typed_scanned_or_pasted_is_told_apart() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../centres/bahrain-housing");
        let published = Published::publish(None, nawat_catalogue::read(&root).expect("sound"));
        let reference = "5b1f0a3c9d7e46829b0c1d2e3f405162";
        let receipt = Sought::Receipt(reference.parse().expect("a reference"));
        let read = |text: &str| Sought::read(&published, text).ok();
        for text in [
            reference.to_owned(),
            format!(" {reference} "),
            format!("http://hall.example/t/{reference}?lang=ar"),
            format!("/t/{reference}#x"),
        ] {
            assert_eq!(read(&text).as_ref(), Some(&receipt), "{text}");
        }
        let series = published.series_id("new_applications").expect("a series");
        for text in ["H041", "h 41", "H-٠٤١"] {
            assert_eq!(read(text), Some(Sought::Code((series, 41))), "{text}");
        }
        for text in ["850102345", "٨٥٠١ ٠٢٣٤٥"] {
            assert!(matches!(read(text), Some(Sought::Person(_))), "{text}");
        }
        for text in ["", "8501023", "Z041", "H"] {
            let problem = Sought::read(&published, text).expect_err("nothing to look for");
            assert!(problem.puts.is_empty(), "{text} is not said again");
        }
    }
}
