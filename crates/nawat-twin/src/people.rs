//! Simulated people: who comes, for what, and how it ends for them.

use nawat_catalogue::{KindId, Occasion, Published};
use nawat_engine::ids::{OutcomeId, QueueId, Reference, SegmentId, SeriesId, ServiceId};
use nawat_engine::time::{Millis, Moment};
use nawat_engine::visit::Channel;

use crate::behaviour::{Behaviour, Shares};
use crate::plan_error::PlanError;
use crate::random::Random;

/// One simulated person, with companions, and all that chance has decided about them beforehand: so that
/// the same people can be lived through under other rules.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    pub reference: Reference,
    /// When they first stand at the door.
    pub comes: Moment,
    pub service: ServiceId,
    pub segment: SegmentId,
    pub party: u16,
    pub channel: Channel,
    /// The slot, for those with an appointment.
    pub slot: Option<Moment>,
    pub end: Script,
    /// How long their steps take: standard normal deviates, for the first and for all later ones.
    pub effort: (f64, f64),
}

/// How it ends: scripted, so that a quarter's counts come out whatever the engine decides about order and
/// waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Served with this closing code; `also` one more service in the same visit.
    Served { outcome: OutcomeId, also: Option<ServiceId> },
    /// Handed to a supervisor, who completes it, or gives it back to be completed by the clerk.
    Referred { outcome: OutcomeId, returned: bool },
    /// Leaves the queue after this; called before that, they have gone already.
    Leaves { patience: Millis },
    /// Does not come when called.
    NeverComes,
}

impl Script {
    /// One of those that the counts are about.
    pub fn is_counted(self) -> bool {
        matches!(self, Script::Served { .. } | Script::Referred { .. })
    }
}

/// A service as people come for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Offer {
    pub service: ServiceId,
    pub kind: KindId,
    pub queue: QueueId,
    pub series: SeriesId,
    pub allotted: Millis,
    pub completing: Vec<OutcomeId>,
    pub others: Vec<OutcomeId>,
}

/// What somebody comes for, and whether a supervisor will have to complete it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// Place in the list of offers.
    pub offer: u16,
    pub referred: bool,
}

/// The segments that people are in, as the catalogue marks them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Segments {
    pub walk_in: SegmentId,
    pub appointment: Option<SegmentId>,
    /// Those that nothing but the person brings about (senior citizens …), each half as frequent as the
    /// one before it.
    pub special: Vec<SegmentId>,
}

impl Segments {
    /// Errors: the centre has no segment at all.
    pub fn of(published: &Published) -> Result<Segments, PlanError> {
        let all = || published.centre.segments.iter();
        let with = |occasion| all().find(|segment| segment.occasion == Some(occasion));
        let id = |key: &str| published.segment_id(key);
        let walk_in = with(Occasion::WalkIn).or_else(|| all().next()).and_then(|segment| id(&segment.key));
        Ok(Segments {
            walk_in: walk_in.ok_or(PlanError::NoSegments)?,
            appointment: with(Occasion::Appointment).and_then(|segment| id(&segment.key)),
            special: all()
                .filter(|segment| segment.occasion.is_none())
                .filter_map(|segment| id(&segment.key))
                .collect(),
        })
    }

    fn special(&self, random: &mut Random) -> SegmentId {
        let last = self.special.len().saturating_sub(1);
        let place = (0..last).find(|_| random.chance(500_000)).unwrap_or(last);
        self.special.get(place).copied().unwrap_or(self.walk_in)
    }
}

/// Everything that a person is made from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Makings<'a> {
    pub offers: &'a [Offer],
    pub segments: &'a Segments,
    pub behaviour: &'a Behaviour,
    pub party_max: u16,
}

impl Makings<'_> {
    /// One of those counted.
    pub fn counted(&self, wanted: Wanted, comes: Moment, random: &mut Random) -> Option<Person> {
        let offer = self.offers.get(usize::from(wanted.offer))?;
        let shares = &self.shares();
        let end = if wanted.referred {
            let returned = random.chance(shares.referrals_returned);
            Script::Referred { outcome: offer.completed(random)?, returned }
        } else if random.chance(shares.second_service) {
            let also = self.offers.get(random.place(self.offers.len()))?;
            // A room takes nobody who came for the counter, nor the other way round.
            let also = if also.queue == offer.queue { also } else { offer };
            Script::Served { outcome: offer.completed(random)?, also: Some(also.service) }
        } else {
            Script::Served { outcome: offer.closing(shares, random)?, also: None }
        };
        Some(self.person(offer, end, comes, random))
    }

    /// One of those who come on top and end unserved.
    pub fn unserved(&self, offer: usize, comes: Moment, random: &mut Random) -> Option<Person> {
        let offer = self.offers.get(offer)?;
        let end = if random.chance(self.shares().no_shows) {
            Script::NeverComes
        } else {
            Script::Leaves { patience: self.behaviour.patience.draw(random) }
        };
        Some(self.person(offer, end, comes, random))
    }

    fn person(&self, offer: &Offer, end: Script, comes: Moment, random: &mut Random) -> Person {
        let shares = self.shares();
        let booked = self.segments.appointment.filter(|_| random.chance(shares.appointments));
        let segment = match booked {
            Some(appointment) => appointment,
            None if random.chance(shares.special_segments) => self.segments.special(random),
            None => self.segments.walk_in,
        };
        // Who has an appointment comes a little before it.
        let slot = booked.map(|_| next_five_minutes(comes));
        let channel = match random.below(u64::from(crate::random::MILLION)) as u32 {
            _ if booked.is_some() => Channel::Appointment,
            drawn if drawn < shares.by_phone => Channel::Phone,
            drawn if drawn < shares.by_phone.saturating_add(shares.at_reception) => Channel::Reception,
            _ => Channel::Kiosk,
        };
        let effort = (random.normal(), random.normal());
        let (reference, service) = (random.reference(), offer.service);
        let party = self.party(random);
        Person { reference, comes, service, segment, party, channel, slot, end, effort }
    }

    fn party(&self, random: &mut Random) -> u16 {
        let mut party = 1;
        let mut more = self.shares().companions;
        while party < self.party_max.min(4) && random.chance(more) {
            party += 1;
            more /= 2;
        }
        party
    }

    fn shares(&self) -> Shares {
        self.behaviour.shares
    }
}

fn next_five_minutes(moment: Moment) -> Moment {
    const STEP: i64 = 300_000;
    Moment(moment.0.saturating_add(STEP).div_euclid(STEP) * STEP)
}

impl Offer {
    /// The services of a centre that somebody can come for. Errors: one that cannot be closed.
    pub fn all(published: &Published) -> Result<Vec<Offer>, PlanError> {
        let mut offers = Vec::new();
        for service in published.rules.services.iter().flatten() {
            let Some(kind) = published.kind_of_service(service.id) else { continue };
            let (completing, others): (Vec<_>, Vec<_>) =
                service.outcomes.iter().partition(|id| published.rules.completes(**id));
            if completing.is_empty() && others.is_empty() {
                let key = published.service(service.id).map_or_else(String::new, |it| it.key.clone());
                return Err(PlanError::NoOutcomes { service: key });
            }
            let (queue, series, allotted) = (service.queue, service.series, service.allotted);
            offers.push(Offer { service: service.id, kind, queue, series, allotted, completing, others });
        }
        Ok(offers)
    }

    /// A closing code; mostly one that completes the matter.
    fn closing(&self, shares: &Shares, random: &mut Random) -> Option<OutcomeId> {
        let left_open = random.chance(shares.not_completed);
        let list = if (left_open && !self.others.is_empty()) || self.completing.is_empty() {
            &self.others
        } else {
            &self.completing
        };
        list.get(random.place(list.len())).copied()
    }

    /// A closing code that completes the matter, where the service has one.
    fn completed(&self, random: &mut Random) -> Option<OutcomeId> {
        let list = if self.completing.is_empty() { &self.others } else { &self.completing };
        list.get(random.place(list.len())).copied()
    }
}
