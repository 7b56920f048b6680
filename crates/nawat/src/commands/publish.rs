//! `nawat publish`: a changed folder becomes the next version of the centre's catalogue.

use std::sync::Arc;

use nawat_catalogue::Published;
use nawat_engine::{Actor, Command, Phase, Said};

use crate::args::Publish;
use crate::clock::HallClock;
use crate::commands::folder;
use crate::exit::Failure;
use crate::print;

pub fn run(arguments: &Publish) -> Result<(), Failure> {
    let centre = folder::centre(&arguments.folder)?;
    let held = folder::hold(&arguments.data)?;
    let now = HallClock::of_the_wall().now();
    let mut hall = folder::hall(&held, centre.clone(), now)?;
    if hall.published().centre == centre {
        let version = hall.published().version;
        return print::line(&format!("{}: version {version} says the same already.", centre.key));
    }
    let next = Arc::new(Published::publish(Some(hall.published()), centre));
    let rules = next.rules_ref();
    hall.publish(Arc::clone(&next), now).map_err(Failure::failed)?;
    if hall.day().phase == Phase::Open {
        let said =
            Said { by: Actor::Centre, at: now, effective: None, command: Command::AdoptRules { rules } };
        hall.tell(&said, None).map_err(|error| {
            Failure::failed(format!(
                "the open day cannot go on by this version ({error}); nothing was published"
            ))
        })?;
    }
    hall.commit().map_err(Failure::failed)?;
    print::line(&format!("{}: version {} published.", next.centre.key, next.version))
}
