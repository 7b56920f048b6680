//! `nawat synthesize`: the days behind published counts, lived through the live engine under a simulated
//! clock, every event in the journal and marked synthetic.

use jiff::civil::Date;
use nawat_catalogue::{Published, Quarter};
use nawat_engine::time::Moment;
use nawat_engine::{Day, Said};
use nawat_journal::{Hall, TellError};
use nawat_twin::{Hall as TwinHall, HallError, QuarterPlan, live_quarter};

use crate::args::Synthesize;
use crate::commands::folder;
use crate::exit::Failure;
use crate::print;

/// The journal's hall, as simulated people talk to it. What they do is staged; a day becomes durable whole.
struct JournalHall(Hall);

impl TwinHall for JournalHall {
    type Error = TellError;

    fn look<R>(&self, see: impl FnOnce(&Day) -> R) -> R {
        see(self.0.day())
    }

    fn tell(&mut self, said: &Said) -> Result<(), HallError<TellError>> {
        match self.0.tell(said, None) {
            Ok(_) => Ok(()),
            Err(TellError::Refused(refusal)) => Err(HallError::Refused(refusal)),
            Err(error) => Err(HallError::Broken(error)),
        }
    }
}

pub fn run(arguments: &Synthesize) -> Result<(), Failure> {
    let centre = folder::centre(&arguments.centre)?;
    let counts = Quarter::read(&arguments.quarter, &centre)
        .map_err(|mistakes| Failure::misused(format!("the counts cannot be used:\n{mistakes}")))?;
    let to = last_day(arguments)?;
    let days = centre.calendar.working_days(arguments.from, to);
    // What stands against it is told before a folder is made or written to: it would be founded a second time
    // by the corrected call, and on another day.
    let draft = std::sync::Arc::new(Published::publish(None, centre.clone()));
    QuarterPlan::new(&counts, &days, draft, arguments.seed).map_err(Failure::misused)?;
    let held = folder::hold(&arguments.data)?;
    // The founding of the centre is dated by the day before its first, so that the same call gives the same
    // streams whenever it is made.
    let founded = centre.calendar.start_of_day(arguments.from.yesterday().unwrap_or(arguments.from));
    let hall = folder::hall(&held, centre, Moment(founded.0))?;
    let plan = QuarterPlan::new(&counts, &days, std::sync::Arc::clone(hall.published()), arguments.seed)
        .map_err(Failure::misused)?;
    let all = days.len();
    let mut hall = JournalHall(hall);
    let mut lived = 0;
    let counted = live_quarter(&plan, &mut hall, |hall, day| {
        hall.0.commit()?;
        lived += 1;
        let received: u64 = day.kinds.values().sum();
        print::progress(&format!("{} · {received} customers · day {lived} of {all}", day.date));
        Ok(())
    })
    .map_err(Failure::failed)?;
    let customers: u64 = counted.values().sum();
    let head = hall.0.head().hash;
    if arguments.json {
        let kinds: serde_json::Map<_, _> = counted
            .iter()
            .filter_map(|(id, count)| Some((hall.0.published().kind(*id)?.key.clone(), (*count).into())))
            .collect();
        let told = serde_json::json!({
            "customers": customers, "working_days": all, "kinds": kinds, "synthetic": true,
            "head": head.to_string(),
        });
        return print::line(&told.to_string());
    }
    print::line(&format!("{customers} customers on {all} working days, all of them synthetic. Head {head}"))
}

/// The last day, by default that of three months.
fn last_day(arguments: &Synthesize) -> Result<Date, Failure> {
    let to = match arguments.to {
        Some(to) => to,
        None => {
            let three_months = jiff::Span::new().months(3);
            let after = arguments.from.checked_add(three_months).and_then(|day| day.yesterday());
            after.map_err(|error| {
                Failure::misused(format!("--from is no day to count months from: {error}"))
            })?
        }
    };
    if to < arguments.from {
        return Err(Failure::misused(format!(
            "--to {to} lies before --from {}; exchange them",
            arguments.from
        )));
    }
    Ok(to)
}
