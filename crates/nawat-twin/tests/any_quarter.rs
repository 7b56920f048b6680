//! Any counts, any period, any hall: the counts come out, and nobody acts without end.

mod common;

use std::sync::Arc;

use common::{centre, counts_of, days, hall, quarter, recount};
use jiff::civil::date;
use nawat_catalogue::Published;
use nawat_engine::{Day, Said};
use nawat_twin::{EngineHall, Hall, HallError, Never, QuarterPlan, Random, live_quarter};

/// A hall that loses patience: a person takes a few commands, not hundreds.
struct Bounded {
    hall: EngineHall,
    left: u64,
}

impl Hall for Bounded {
    type Error = Never;

    fn look<R>(&self, see: impl FnOnce(&Day) -> R) -> R {
        self.hall.look(see)
    }

    fn tell(&mut self, said: &Said) -> Result<(), HallError<Never>> {
        self.left = self.left.checked_sub(1).expect("the day would go on for ever");
        self.hall.tell(said)
    }
}

#[test]
fn whatever_the_counts_they_come_out() {
    for seed in 0..24 {
        let mut random = Random::new(seed, 99);
        let mut centre = centre();
        centre.limits.capacity = random.chance(500_000).then(|| random.between(2, 120) as u32);
        let kinds: Vec<String> = centre.kinds.iter().map(|kind| kind.key.clone()).collect();
        let published = Arc::new(Published::publish(None, centre));
        let size = [0, 3, 40, 700, 1_500][random.place(5)];
        let counts: Vec<(&str, u64)> =
            kinds.iter().map(|kind| (kind.as_str(), random.between(0, size) as u64)).collect();
        let days = days(&published, date(2018, 1, 2), date(2018, 1, random.between(9, 31) as i8));
        let customers: u64 = counts.iter().map(|(_, count)| count).sum();
        let plan = QuarterPlan::new(&quarter(&published, &counts), &days, Arc::clone(&published), seed)
            .unwrap_or_else(|error| panic!("seed {seed}: {error}"));
        let mut hall = Bounded { hall: hall(&published), left: 60 * (customers + 200 * days.len() as u64) };
        let mut records = Vec::new();
        let counted = live_quarter(&plan, &mut hall, |hall, _| {
            records.push(hall.hall.take_records());
            Ok(())
        })
        .unwrap_or_else(|error| panic!("seed {seed}: {error}"));
        let wanted: std::collections::BTreeMap<String, u64> = counts
            .iter()
            .filter(|(_, count)| *count > 0)
            .map(|(kind, count)| ((*kind).to_owned(), *count))
            .collect();
        assert_eq!(counts_of(&published, &counted), wanted, "seed {seed}");
        assert_eq!(counts_of(&published, &recount(&published, &records)), wanted, "seed {seed}");
    }
}
