//! `nawat check`: every mistake of a centre's definition, with file, line and remedy.

use crate::args::Check;
use crate::exit::Failure;
use crate::print;

pub fn run(arguments: &Check) -> Result<(), Failure> {
    match nawat_catalogue::read(&arguments.folder) {
        Ok(centre) if arguments.json => {
            let told = serde_json::json!({ "centre": centre.key, "mistakes": [] });
            print::line(&told.to_string())
        }
        Ok(centre) => {
            let (services, counters) = (centre.services.len(), centre.counters.len());
            print::line(&format!("{}: {services} services, {counters} counters, no mistakes.", centre.key))
        }
        Err(mistakes) => {
            if arguments.json {
                let told = serde_json::json!({ "centre": null, "mistakes": mistakes });
                print::line(&told.to_string())?;
            } else {
                print::line(&mistakes.to_string())?;
            }
            Err(Failure::failed(match mistakes.len() {
                1 => "1 mistake; the centre cannot open with it".to_owned(),
                many => format!("{many} mistakes; the centre cannot open with them"),
            }))
        }
    }
}
