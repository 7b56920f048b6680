//! `nawat verify`: is the record whole? Exit code 1 when it is not.

use nawat_journal::verify::{parse_head, verify};

use crate::args::Verify;
use crate::commands::folder;
use crate::exit::Failure;
use crate::print;

pub fn run(arguments: &Verify) -> Result<(), Failure> {
    let head = arguments.head.as_deref().map(parse_head).transpose().map_err(Failure::misused)?;
    let mut store = folder::to_read(&arguments.data)?;
    let verified = verify(&mut store, head.as_ref()).map_err(Failure::failed)?;
    if arguments.json {
        let days: Vec<_> = verified
            .days
            .iter()
            .map(|day| serde_json::json!({ "centre": day.centre, "day": nawat_journal::stream::DateText(day.date).to_string(), "hash": day.hash.to_string() }))
            .collect();
        let findings: Vec<String> = verified.findings.iter().map(ToString::to_string).collect();
        let told = serde_json::json!({ "events": verified.events, "days": days, "findings": findings });
        print::line(&told.to_string())?;
    } else {
        for day in &verified.days {
            print::line(&day.to_string())?;
        }
    }
    match verified.findings.as_slice() {
        [] => Ok(()),
        findings => {
            let all: Vec<String> = findings.iter().map(ToString::to_string).collect();
            Err(Failure::failed(format!("the record is not whole:\n{}", all.join("\n"))))
        }
    }
}
