//! The hall's clock: the only place where time enters.

use std::sync::RwLock;

use nawat_engine::time::{Millis, Moment};
use rustix::time::{ClockId, clock_gettime};

/// Milliseconds since the machine started, suspended time included: it never jumps.
fn since_boot() -> Millis {
    let now = clock_gettime(ClockId::Boottime);
    Millis(now.tv_sec * 1_000 + now.tv_nsec / 1_000_000)
}

fn wall() -> Moment {
    let now = clock_gettime(ClockId::Realtime);
    Moment(now.tv_sec * 1_000 + now.tv_nsec / 1_000_000)
}

/// How long a piece of work takes, for its own report.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(rustix::time::Timespec);

impl Stopwatch {
    pub fn start() -> Stopwatch {
        Stopwatch(clock_gettime(ClockId::Monotonic))
    }

    pub fn seconds(self) -> f64 {
        let now = clock_gettime(ClockId::Monotonic);
        (now.tv_sec - self.0.tv_sec) as f64 + (now.tv_nsec - self.0.tv_nsec) as f64 / 1e9
    }
}

/// A moment of the hall, tied to the boot clock and carried on by it: a wall clock that is set while the
/// hall is open does not move the hall.
#[derive(Debug)]
pub struct HallClock {
    tied: RwLock<Tied>,
    /// Hall seconds a real second: 1 in a living centre, more in a demonstration.
    speed: f64,
}

#[derive(Clone, Copy, Debug)]
struct Tied {
    hall: Moment,
    boot: Millis,
}

impl HallClock {
    /// A clock that runs with the wall clock.
    pub fn of_the_wall() -> HallClock {
        HallClock::starting_at(wall(), 1.0)
    }

    /// A clock that starts at a moment of its own and runs at its own speed.
    pub fn starting_at(hall: Moment, speed: f64) -> HallClock {
        HallClock { tied: RwLock::new(Tied { hall, boot: since_boot() }), speed }
    }

    pub fn now(&self) -> Moment {
        let tied = *self.tied.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        let run = since_boot().0 - tied.boot.0;
        tied.hall.plus(Millis((run as f64 * self.speed) as i64))
    }

    /// Sets the clock. Only while the centre's day is closed: its holder sees to that.
    pub fn set(&self, hall: Moment) {
        *self.tied.write().unwrap_or_else(std::sync::PoisonError::into_inner) =
            Tied { hall, boot: since_boot() };
    }

    /// How far the wall clock has moved away from this one.
    pub fn wall_drift(&self) -> Millis {
        wall().after(self.now())
    }

    /// Real time until the hall's clock shows a moment; none where it has passed.
    pub fn until(&self, moment: Moment) -> std::time::Duration {
        let wait = moment.after(self.now()).not_negative().0 as f64 / self.speed;
        std::time::Duration::from_millis(wait.min(86_400_000.0) as u64)
    }
}

impl nawat_web::HallClock for HallClock {
    fn now(&self) -> Moment {
        HallClock::now(self)
    }

    fn speed(&self) -> f64 {
        self.speed
    }

    fn wall(&self) -> Moment {
        wall()
    }
}
