//! `nawat demo`: the reference centre with a day that lives, one day after another.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use jiff::civil::Date;
use nawat_catalogue::{Published, Quarter, civil_day, date_of};
use nawat_engine::time::{Millis, Moment};
use nawat_engine::{Actor, Command, Day, Phase, Said};
use nawat_journal::accounts::Role;
use nawat_journal::{Hall, TellError, Writer};
use nawat_twin::{Actors, Company, DayPlan, Hall as TwinHall, HallError};
use nawat_web::{DemoSignIn, DemoSignIns};

use super::folder;
use super::serving::{self, Node, SignIn};
use crate::args::{Demo, People};
use crate::clock::HallClock;
use crate::exit::Failure;
use crate::{print, reference_centre};

/// Customers of a day: the published quarter's, on its 62 working days.
const CUSTOMERS_A_DAY: u64 = 416;
/// The clock starts so long before the doors open.
const BEFORE_OPENING: Millis = Millis(5_000);
/// With nobody simulated, a day is closed this long after its hours.
const AFTER_CLOSING: Millis = Millis(2 * 3_600_000);
const LOOKS_EVERY: Duration = Duration::from_millis(20);

pub fn run(arguments: &Demo) -> Result<(), Failure> {
    if !(arguments.speed.is_finite() && (0.1..=1000.0).contains(&arguments.speed)) {
        return Err(Failure::misused("--speed lies between 0.1 and 1000; 1 is real time"));
    }
    let place = Place::of(arguments.data.as_deref())?;
    let folder = reference_centre::unpack(&place.folder)?;
    let centre = folder::centre(&folder)?;
    let counts = Quarter::read(&folder.join("quarter.csv"), &centre).map_err(Failure::failed)?;
    let held = folder::hold(&place.folder)?;
    let wall = HallClock::of_the_wall().now();
    let hall = folder::hall(&held, centre, wall)?;
    let life = Life::of(&hall, wall, counts, arguments)?;
    let clock = Arc::new(HallClock::starting_at(life.starts, arguments.speed));
    let listen = std::net::SocketAddr::from(([127, 0, 0, 1], arguments.port));
    let node = Node::start(&place.folder, folder, hall, Arc::clone(&clock), listen)?;
    let sign_ins = Role::ALL
        .map(|role| serving::sign_in_for(&node.accounts, role, &clock))
        .into_iter()
        .collect::<Result<Vec<_>, _>>()?;
    let pages = DemoSignIns { sign_ins: sign_ins.iter().filter_map(page_sign_in).collect() };
    let (writer, ending) = (node.writer.clone(), Arc::clone(&node.ending));
    // The day stands open before anybody is told to come.
    let mut life = Living { life, hall: WriterHall(writer), clock, ending };
    life.begin()?;
    let living = std::thread::spawn(move || life.live_on());
    let (address, ready) = (node.address, arguments.ready.clone());
    let ended = node.run(Some(pages), move || {
        print::line(&greeting(address, &sign_ins))?;
        match ready {
            Some(file) => serving::write_ready(&file, address, &sign_ins),
            None => Ok(()),
        }
    });
    let _ = living.join();
    ended
}

fn page_sign_in(it: &SignIn) -> Option<DemoSignIn> {
    Some(DemoSignIn { role: it.role, user: it.user.clone(), password: it.password.clone()? })
}

fn greeting(address: std::net::SocketAddr, sign_ins: &[SignIn]) -> String {
    let port = address.port();
    let mut text = format!(
        "The centre is open at {}\n\n  kiosk      http://kiosk.localhost:{port}/kiosk\n  display    \
         http://display.localhost:{port}/display\n",
        serving::url(address)
    );
    for it in sign_ins {
        text.push_str(&format!(
            "  {:<14} http://{}.localhost:{port}/   password {}\n",
            it.user,
            it.user,
            it.password.as_deref().unwrap_or_default()
        ));
    }
    text.push_str("\nEverything in it is synthetic. Ctrl-C ends it.");
    text
}

/// Where the demonstration keeps its day; a temporary folder is taken away at the end.
struct Place {
    folder: PathBuf,
    temporary: bool,
}

impl Place {
    fn of(data: Option<&Path>) -> Result<Place, Failure> {
        let (folder, temporary) = match data {
            Some(data) => (data.to_owned(), false),
            None => (std::env::temp_dir().join(format!("nawat-demo-{}", std::process::id())), true),
        };
        std::fs::create_dir_all(&folder).map_err(|error| {
            Failure::failed(format!("cannot make {}: {error}; choose another --data", folder.display()))
        })?;
        Ok(Place { folder, temporary })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if self.temporary {
            let _ = std::fs::remove_dir_all(&self.folder);
        }
    }
}

/// The journal's writer, as simulated people talk to it.
struct WriterHall(Writer);

impl TwinHall for WriterHall {
    type Error = TellError;

    fn look<R>(&self, see: impl FnOnce(&Day) -> R) -> R {
        self.0.with_day(|day, _| see(day))
    }

    fn tell(&mut self, said: &Said) -> Result<(), HallError<TellError>> {
        match self.0.tell_blocking(said.clone(), None) {
            Ok(_) => Ok(()),
            Err(TellError::Refused(refusal)) => Err(HallError::Refused(refusal)),
            Err(error) => Err(HallError::Broken(error)),
        }
    }
}

/// What the demonstration's days are made of.
struct Life {
    published: Arc<Published>,
    counts: Quarter,
    people: People,
    seed: u64,
    /// The day that comes first, and the hall clock at its start.
    date: Date,
    starts: Moment,
}

impl Life {
    /// Goes on with a day that is open; otherwise the next working day after those lived, from today on.
    fn of(hall: &Hall, wall: Moment, counts: Quarter, arguments: &Demo) -> Result<Life, Failure> {
        let published = Arc::clone(hall.published());
        let calendar = &published.centre.calendar;
        let day = hall.day();
        let today = calendar.local_date(wall);
        let (date, starts) = match day.phase {
            Phase::Open => (date_of(day.date), Some(day.recorded)),
            Phase::Closed => (after(calendar, date_of(day.date))?, None),
            Phase::Unopened => (after(calendar, today.yesterday().unwrap_or(today))?, None),
        };
        let opens = calendar.hours_on(date).map(|hours| hours.opens.plus(Millis(-BEFORE_OPENING.0)));
        let starts = starts.or(opens).ok_or_else(|| Failure::failed("the calendar has no working day"))?;
        let (people, seed) = (arguments.people, arguments.seed);
        Ok(Life { published, counts, people, seed, date, starts })
    }

    /// The simulated people of the day; one counter is left to whoever takes part.
    fn actors(&self, date: Date) -> Result<Option<Actors>, Failure> {
        if self.people == People::None {
            return Ok(None);
        }
        let published = Arc::clone(&self.published);
        let mut plan = DayPlan::like(&self.counts, CUSTOMERS_A_DAY, date, published, self.seed)
            .map_err(Failure::failed)?;
        let rooms = |it: &&nawat_catalogue::Counter| !it.is_room();
        let free = self.published.centre.counters.iter().rev().find(rooms);
        let free = free.and_then(|it| self.published.counter_id(&it.key));
        plan.leave_free(free.as_slice());
        Ok(Some(Actors::new(plan, Company::AmongPeople)))
    }
}

fn after(calendar: &nawat_catalogue::Calendar, date: Date) -> Result<Date, Failure> {
    calendar.next_working_day(date).ok_or_else(|| Failure::failed("the calendar has no working day any more"))
}

struct Living {
    life: Life,
    hall: WriterHall,
    clock: Arc<HallClock>,
    ending: Arc<AtomicBool>,
}

impl Living {
    /// Opens the first day, unless it stands open already.
    fn begin(&mut self) -> Result<(), Failure> {
        if self.life.people == People::Simulated || self.phase() == Phase::Open {
            return Ok(());
        }
        self.open_day().map_err(Failure::failed)
    }

    fn phase(&self) -> Phase {
        self.hall.look(|day| day.phase)
    }

    fn open_day(&mut self) -> Result<(), TellError> {
        let calendar = &self.life.published.centre.calendar;
        let Some(hours) = calendar.hours_on(self.life.date) else { return Ok(()) };
        let (date, rules) = (civil_day(self.life.date), self.life.published.rules_ref());
        let opening = nawat_engine::command::OpenDay {
            date,
            rules,
            hours,
            previous: None,
            synthetic: true,
            leases: Vec::new(),
        };
        self.tell(Command::OpenDay(opening))
    }

    fn tell(&mut self, command: Command) -> Result<(), TellError> {
        let said = Said { by: Actor::Centre, at: self.clock.now(), effective: None, command };
        self.hall.0.tell_blocking(said, None).map(|_| ())
    }

    /// Lives day after day until the node ends.
    fn live_on(mut self) {
        while !self.ending.load(Ordering::SeqCst) {
            if let Err(failure) = self.live_day() {
                let (Failure::Failed(what) | Failure::Misused(what)) = failure;
                print::progress(&format!(
                    "the simulated day stops here, the hall goes on without it: {what}"
                ));
                return;
            }
        }
    }

    fn live_day(&mut self) -> Result<(), Failure> {
        match self.life.actors(self.life.date)? {
            Some(mut actors) => self.with_people(&mut actors)?,
            None => self.without_people()?,
        }
        if self.ending.load(Ordering::SeqCst) {
            return Ok(());
        }
        let calendar = &self.life.published.centre.calendar;
        self.life.date = after(calendar, self.life.date)?;
        if let Some(hours) = calendar.hours_on(self.life.date) {
            // The clock is set only here: the day is closed, the next not yet open.
            self.clock.set(hours.opens.plus(Millis(-BEFORE_OPENING.0)));
        }
        if self.life.people == People::None { self.open_day().map_err(Failure::failed) } else { Ok(()) }
    }

    fn with_people(&mut self, actors: &mut Actors) -> Result<(), Failure> {
        while let Some(due) = actors.next_due() {
            if self.ending.load(Ordering::SeqCst) {
                return Ok(());
            }
            let wait = self.clock.until(due);
            if wait.is_zero() {
                match actors.act(self.clock.now(), &mut self.hall) {
                    Ok(()) => {}
                    // The node is going down; what was told is durable.
                    Err(_) if self.ending.load(Ordering::SeqCst) => return Ok(()),
                    Err(error) => return Err(Failure::failed(error)),
                }
            } else {
                std::thread::sleep(wait.min(LOOKS_EVERY));
            }
        }
        Ok(())
    }

    /// Nobody simulated: the day ends when somebody closes it, or long after its hours.
    fn without_people(&mut self) -> Result<(), Failure> {
        while !self.ending.load(Ordering::SeqCst) && self.phase() == Phase::Open {
            let late = self.hall.look(|day| day.hours.closes.plus(AFTER_CLOSING));
            if self.clock.now() >= late {
                let close = Command::CloseDay { carry_over: false, heads: Vec::new() };
                self.tell(close).map_err(Failure::failed)?;
            }
            std::thread::sleep(LOOKS_EVERY);
        }
        Ok(())
    }
}
