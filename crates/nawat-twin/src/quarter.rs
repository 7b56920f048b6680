//! The days behind published counts.
//!
//! Each day gets its people by largest remainder; each person's final kind is drawn without replacement from
//! the exact counts. Who is to be referred begins as something else, in the proportions of the other kinds.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use nawat_catalogue::{KindId, Published, Quarter, QuarterRow, ReasonFor, civil_day};
use nawat_engine::command::OpenDay;
use nawat_engine::ids::{QueueId, SeriesId};
use nawat_engine::rules::{Hours, RulesRef};
use nawat_engine::time::Millis;

use crate::arrivals::ArrivalProfile;
use crate::behaviour::Behaviour;
use crate::counted::{DayLived, Mismatch, compare};
use crate::day_plan::{DayPlan, Purpose, Reasons, stream};
use crate::people::{Makings, Offer, Segments, Wanted};
use crate::plan_error::PlanError;
use crate::random::{MILLION, Random};
use crate::spread::{day_weights, largest_remainder};
use crate::staffing::Staffing;

/// More in one synthesis are a slip of the keyboard, and would not fit into memory.
const CUSTOMERS_MOST: u64 = 20_000_000;

/// A period planned to the last person.
#[derive(Clone, Debug)]
pub struct QuarterPlan {
    published: Arc<Published>,
    rules_ref: RulesRef,
    seed: u64,
    behaviour: Behaviour,
    arrivals: ArrivalProfile,
    offers: Vec<Offer>,
    segments: Segments,
    reasons: Reasons,
    kinds: BTreeMap<KindId, u64>,
    /// Everybody who is counted, day after day.
    wanted: Vec<Wanted>,
    days: Vec<PlannedDay>,
}

#[derive(Clone, Debug)]
struct PlannedDay {
    date: Date,
    hours: Hours,
    /// Its people among all.
    people: std::ops::Range<usize>,
    staffing: Staffing,
}

impl QuarterPlan {
    /// Plans a period. `days` are its working days, in order. Errors: what stands against it, before the
    /// first day begins; each says what to do.
    pub fn new(
        counts: &Quarter,
        days: &[Date],
        published: Arc<Published>,
        seed: u64,
    ) -> Result<QuarterPlan, PlanError> {
        let customers = counts.customers();
        if customers > CUSTOMERS_MOST {
            return Err(PlanError::TooMany { customers, most: CUSTOMERS_MOST });
        }
        let first = *days.first().ok_or(PlanError::NoWorkingDays)?;
        let mut random = Random::new(seed, stream(first, Purpose::Quarter));
        let reason = |what| published.reasons_for(what).first().map(|(id, _)| *id);
        let mut plan = QuarterPlan {
            rules_ref: published.rules_ref(),
            seed,
            behaviour: Behaviour::default(),
            arrivals: ArrivalProfile::default(),
            offers: Offer::all(&published)?,
            segments: Segments::of(&published)?,
            reasons: Reasons { refer: reason(ReasonFor::Refer), pause: reason(ReasonFor::Break) },
            kinds: kinds(counts, &published)?,
            wanted: Vec::new(),
            days: Vec::new(),
            published,
        };
        plan.wanted = plan.everybody(&mut random)?;
        random.shuffle(&mut plan.wanted);
        let shares = largest_remainder(plan.wanted.len() as u64, &day_weights(days, &mut random));
        let mut from = 0;
        for (date, people) in days.iter().zip(shares) {
            let to = from + people as usize;
            let planned = plan.plan_day(*date, from..to)?;
            plan.days.push(planned);
            from = to;
        }
        Ok(plan)
    }

    /// Everybody who is counted, with what they come for.
    fn everybody(&self, random: &mut Random) -> Result<Vec<Wanted>, PlanError> {
        let name = |kind| self.published.kind(kind).map_or_else(String::new, |it| it.key.clone());
        let referral = self.published.referral_kind();
        let mut begun = vec![0; self.offers.len()];
        for (kind, count) in self.kinds.iter().filter(|(kind, _)| Some(**kind) != referral) {
            let mine: Vec<usize> =
                (0..self.offers.len()).filter(|at| self.offers[*at].kind == *kind).collect();
            if mine.is_empty() && *count > 0 {
                return Err(PlanError::NoServices { kind: name(*kind) });
            }
            // Nothing is published about the services of a kind: evenly.
            for (at, share) in mine.iter().zip(largest_remainder(*count, &vec![1; mine.len()])) {
                begun[*at] = share;
            }
        }
        let mut wanted = Vec::new();
        let people = |at: usize, referred| Wanted { offer: u16::try_from(at).unwrap_or(u16::MAX), referred };
        for (at, count) in begun.iter().enumerate() {
            wanted.extend(std::iter::repeat_n(people(at, false), *count as usize));
        }
        let referred = referral.and_then(|kind| self.kinds.get(&kind)).copied().unwrap_or(0);
        if referred > 0 {
            if self.offers.is_empty() {
                return Err(PlanError::NothingToRefer);
            }
            self.reasons.refer.ok_or(PlanError::NoReasonToRefer)?;
        }
        let begin_as = if begun.iter().all(|count| *count == 0) { vec![1; begun.len()] } else { begun };
        for _ in 0..referred {
            let at = random.weighted(begin_as.iter().copied()).unwrap_or(0);
            wanted.push(people(at, true));
        }
        Ok(wanted)
    }

    /// Hours, numbers and staffing of a day. Errors: closed then; not enough numbers; no counter for
    /// somebody; too much for a day.
    fn plan_day(&self, date: Date, people: std::ops::Range<usize>) -> Result<PlannedDay, PlanError> {
        let hours = self.published.centre.calendar.hours_on(date).ok_or(PlanError::Closed { day: date })?;
        let rules = &self.published.rules;
        let mut load: BTreeMap<QueueId, Millis> = BTreeMap::new();
        let mut numbers: BTreeMap<SeriesId, u64> = BTreeMap::new();
        let customers = people.len() as u64;
        for wanted in &self.wanted[people.clone()] {
            let offer = &self.offers[usize::from(wanted.offer)];
            let work = load.entry(offer.queue).or_default();
            *work = work.plus(self.behaviour.mean_occupation(offer.allotted));
            *numbers.entry(offer.series).or_default() += 1;
        }
        let more =
            customers.saturating_mul(u64::from(self.behaviour.shares.unserved_on_top)) / u64::from(MILLION);
        for (id, needed) in numbers {
            let has = rules.series(id).map_or(0, |series| (series.last + 1).saturating_sub(series.first));
            let needed = needed + more + 1;
            if needed > has {
                let series = self.published.series(id).map_or_else(String::new, |it| it.key.clone());
                return Err(PlanError::SeriesTooShort { series, day: date, needed, numbers: has });
            }
        }
        for queue in load.keys() {
            let mut taken = rules.profiles.iter().flatten().flat_map(|profile| &profile.takes);
            if !taken.any(|takes| takes.queue == *queue) {
                let queue = self.published.queue(*queue).map_or_else(String::new, |it| it.key.clone());
                return Err(PlanError::NobodyTakes { queue });
            }
        }
        if rules.counters.iter().flatten().next().is_none() {
            return Err(PlanError::NoCounters);
        }
        let load: Vec<(QueueId, Millis)> = load.into_iter().collect();
        let staffing = Staffing::of(&load, rules, hours, self.arrivals.peak_permille())
            .ok_or(PlanError::CannotDrain { day: date, customers })?;
        Ok(PlannedDay { date, hours, people, staffing })
    }

    /// The working days, in order.
    pub fn dates(&self) -> impl ExactSizeIterator<Item = Date> + '_ {
        self.days.iter().map(|day| day.date)
    }

    /// Customers asked for, kind by kind.
    pub fn kinds(&self) -> &BTreeMap<KindId, u64> {
        &self.kinds
    }

    /// The day at this place of [`QuarterPlan::dates`], with its people.
    pub fn day(&self, at: usize) -> Option<DayPlan> {
        let day = self.days.get(at)?;
        let mut random = Random::new(self.seed, stream(day.date, Purpose::People));
        let wanted = &self.wanted[day.people.clone()];
        let chance = random.below(u64::from(MILLION));
        let on_top = wanted.len() as u64 * u64::from(self.behaviour.shares.unserved_on_top) + chance;
        let on_top = (on_top / u64::from(MILLION)) as usize;
        let mut coming: Vec<bool> =
            std::iter::repeat_n(true, wanted.len()).chain(vec![false; on_top]).collect();
        random.shuffle(&mut coming);
        let arrivals = self.arrivals.place(coming.len(), day.hours, &mut random);
        let rules = &self.published.rules;
        let makings = Makings {
            offers: &self.offers,
            segments: &self.segments,
            behaviour: &self.behaviour,
            // More than the hall holds would stand outside for ever.
            party_max: rules
                .capacity
                .map_or(rules.party_max, |most| rules.party_max.min(u16::try_from(most).unwrap_or(u16::MAX))),
        };
        let mut counted = wanted.iter();
        let mut people = Vec::with_capacity(coming.len());
        for (is_counted, comes) in coming.into_iter().zip(arrivals) {
            let person = if is_counted {
                counted.next().and_then(|wanted| makings.counted(*wanted, comes, &mut random))
            } else {
                // Those who give up come for what the others of the day come for.
                let like = wanted.get(random.place(wanted.len())).map_or(0, |it| usize::from(it.offer));
                makings.unserved(like, comes, &mut random)
            };
            people.extend(person);
        }
        let opening = OpenDay {
            date: civil_day(day.date),
            rules: self.rules_ref,
            hours: day.hours,
            previous: None,
            synthetic: true,
            leases: Vec::new(),
        };
        let (reasons, behaviour, staffing) = (self.reasons, self.behaviour.clone(), day.staffing.clone());
        Some(DayPlan { seed: self.seed, date: day.date, opening, people, staffing, reasons, behaviour })
    }

    /// Compares a lived day with its plan. Errors: every kind whose count differs.
    pub fn check_day(&self, at: usize, lived: &DayLived) -> Result<(), Mismatch> {
        let mut planned = BTreeMap::new();
        let people = self.days.get(at).map_or(0..0, |day| day.people.clone());
        for wanted in &self.wanted[people] {
            let kind = match self.published.referral_kind() {
                Some(referral) if wanted.referred => referral,
                _ => self.offers[usize::from(wanted.offer)].kind,
            };
            *planned.entry(kind).or_insert(0) += 1;
        }
        compare(Some(lived.date), &planned, &lived.kinds, &self.published)
    }

    /// Compares the whole with what was asked for. Errors: every kind whose count differs.
    pub fn check_period(&self, counted: &BTreeMap<KindId, u64>) -> Result<(), Mismatch> {
        compare(None, &self.kinds, counted, &self.published)
    }

    pub(crate) fn published(&self) -> &Published {
        &self.published
    }
}

impl DayPlan {
    /// A day like those of a quarter: this many customers, its kinds in the same proportions. For a
    /// demonstration, whose date need not be in the quarter. Errors: as for a quarter of this one day.
    pub fn like(
        counts: &Quarter,
        customers: u64,
        date: Date,
        published: Arc<Published>,
        seed: u64,
    ) -> Result<DayPlan, PlanError> {
        let weights: Vec<u64> = counts.rows.iter().map(|row| row.customers).collect();
        let shares = largest_remainder(customers, &weights);
        let scaled = |(row, customers): (&QuarterRow, u64)| QuarterRow { customers, ..row.clone() };
        let rows = counts.rows.iter().zip(shares).map(scaled).collect();
        let plan = QuarterPlan::new(&Quarter { rows }, &[date], published, seed)?;
        plan.day(0).ok_or(PlanError::NoWorkingDays)
    }
}

/// Counts by the catalogue's numbers.
fn kinds(counts: &Quarter, published: &Published) -> Result<BTreeMap<KindId, u64>, PlanError> {
    let mut kinds = BTreeMap::new();
    for row in &counts.rows {
        let unknown = || PlanError::UnknownKind { kind: row.kind.clone() };
        let id =
            published.kind_id(&row.kind).filter(|id| published.kind(*id).is_some()).ok_or_else(unknown)?;
        *kinds.entry(id).or_insert(0) += row.customers;
    }
    Ok(kinds)
}
