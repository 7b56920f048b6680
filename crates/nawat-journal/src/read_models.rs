//! What can be read without replaying: one row a visit. Derived from the day's state after each
//! transaction that touches the visit, and made anew from the events by [`mod@crate::rebuild`].

use std::fmt::Write;

use nawat_engine::Day;
use nawat_engine::ids::{OutcomeId, Reference, SegmentId, SeriesId, ServiceId, VisitId};
use nawat_engine::time::{CivilDay, Millis, Moment};
use nawat_engine::visit::{Channel, End, Place, Step, StepClose, Visit};

/// A visit as it stands, with all its times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitRow {
    pub centre: String,
    pub day: CivilDay,
    pub visit: VisitId,
    pub synthetic: bool,
    pub series: SeriesId,
    pub number: u64,
    pub lease: Option<u32>,
    pub reference: Reference,
    pub person: Option<Reference>,
    pub segment: SegmentId,
    pub party: u16,
    pub channel: Channel,
    pub appointment: Option<u32>,
    /// `waiting`, `called`, `serving`, `parked`, `referred` or `ended`.
    pub place: PlaceName,
    pub ending: Option<End>,
    pub arrived: Moment,
    /// Where the wait begins: for an appointment the later of slot and check-in.
    pub ready: Moment,
    pub first_called: Option<Moment>,
    /// Waited after the first call.
    pub later_wait: Millis,
    pub ended: Option<Moment>,
    /// It was handed to a supervisor at least once.
    pub referred: bool,
    pub calls: u16,
    /// What the person came for.
    pub service: ServiceId,
    /// The main thing done so far, by the engine's rule.
    pub main_service: Option<ServiceId>,
    /// How the last step that ended with a closing code ended.
    pub outcome: Option<OutcomeId>,
    /// The steps as a JSON list, each `[service, allotted, extended, counter, staff, called, started, spent,
    /// ended, close, main]`, milliseconds, `null` for what was not.
    pub steps: String,
}

/// The names of the places that a visit can be at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceName {
    Waiting,
    Called,
    Serving,
    Parked,
    Referred,
    Ended,
}

impl VisitRow {
    /// The row of a visit as the day has it now.
    pub fn of(centre: &str, day: &Day, visit: &Visit) -> VisitRow {
        let (place, ending) = place_of(visit);
        VisitRow {
            centre: centre.to_owned(),
            day: day.date,
            visit: visit.id,
            synthetic: day.synthetic,
            series: visit.ticket.series,
            number: visit.ticket.number,
            lease: visit.ticket.lease.map(|lease| lease.0),
            reference: visit.reference,
            person: visit.person,
            segment: visit.segment,
            party: visit.party,
            channel: visit.channel,
            appointment: visit.appointment.map(|appointment| appointment.0),
            place,
            ending,
            arrived: visit.arrived,
            ready: visit.ready,
            first_called: visit.first_called,
            later_wait: visit.later_wait,
            ended: visit.ended,
            referred: visit.referred,
            calls: visit.calls,
            service: day.step(visit.first_step).service,
            main_service: day.main_step(visit).map(|step| step.service),
            outcome: last_outcome(day, visit),
            steps: steps_json(day.steps_of(visit)),
        }
    }
}

fn place_of(visit: &Visit) -> (PlaceName, Option<End>) {
    match visit.place {
        Place::Waiting(_) => (PlaceName::Waiting, None),
        Place::Called(_) => (PlaceName::Called, None),
        Place::Serving(_) => (PlaceName::Serving, None),
        Place::Parked { .. } => (PlaceName::Parked, None),
        Place::Referred { .. } => (PlaceName::Referred, None),
        Place::Ended(end) => (PlaceName::Ended, Some(end)),
    }
}

fn last_outcome(day: &Day, visit: &Visit) -> Option<OutcomeId> {
    day.steps_of(visit).fold(None, |last, step| match step.close {
        Some(StepClose::Outcome(outcome)) => Some(outcome),
        _ => last,
    })
}

fn steps_json<'a>(steps: impl Iterator<Item = &'a Step>) -> String {
    let mut text = String::with_capacity(96);
    text.push('[');
    for step in steps {
        if text.len() > 1 {
            text.push(',');
        }
        // Writing into a string cannot fail.
        let _ = write!(text, "[{},{},{}", step.service, step.allotted.0, step.extended.0);
        maybe(&mut text, step.counter.map(|counter| i64::from(counter.0)));
        maybe(&mut text, step.staff.map(|staff| i64::from(staff.0)));
        maybe(&mut text, step.called.map(|moment| moment.0));
        maybe(&mut text, step.started.map(|moment| moment.0));
        maybe(&mut text, Some(step.spent.0));
        maybe(&mut text, step.ended.map(|moment| moment.0));
        match step.close {
            None => text.push_str(",null"),
            Some(StepClose::Outcome(outcome)) => {
                let _ = write!(text, ",{outcome}");
            }
            Some(StepClose::Transferred) => text.push_str(",\"transferred\""),
            Some(StepClose::Referred) => text.push_str(",\"referred\""),
            Some(StepClose::Unfinished) => text.push_str(",\"unfinished\""),
        }
        text.push_str(if step.main { ",true]" } else { ",false]" });
    }
    text.push(']');
    text
}

fn maybe(text: &mut String, number: Option<i64>) {
    let _ = match number {
        Some(number) => write!(text, ",{number}"),
        None => write!(text, ",null"),
    };
}

macro_rules! names {
    ($Type:ty { $($variant:ident = $name:literal),* $(,)? }) => {
        impl StoredName for $Type {
            fn stored(self) -> &'static str {
                match self { $(<$Type>::$variant => $name,)* }
            }

            fn read(name: &str) -> Option<Self> {
                match name { $($name => Some(<$Type>::$variant),)* _ => None }
            }
        }
    };
}

/// A choice as it stands in a column.
pub trait StoredName: Sized {
    fn stored(self) -> &'static str;
    fn read(name: &str) -> Option<Self>;
}

names!(PlaceName {
    Waiting = "waiting",
    Called = "called",
    Serving = "serving",
    Parked = "parked",
    Referred = "referred",
    Ended = "ended",
});
names!(End {
    Served = "served",
    Left = "left",
    NoShow = "no_show",
    Redirected = "redirected",
    DayClosed = "day_closed",
    CarriedOver = "carried_over",
});
names!(Channel {
    Kiosk = "kiosk",
    Reception = "reception",
    Phone = "phone",
    Counter = "counter",
    Appointment = "appointment",
    Api = "api",
    Paper = "paper",
});
