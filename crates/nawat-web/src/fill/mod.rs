//! How the views are filled from the day as it stands. Reads the day and the catalogue, changes nothing, and
//! asks the engine wherever a rule is concerned.

pub mod choices;
pub mod counter;
pub mod display;
pub mod door;
pub mod floor;
pub mod help;
pub mod kiosk;
pub mod rating;
pub mod reception;
pub mod ticket;
pub mod visit;
pub mod way_in;

use nawat_catalogue::{Lang, Published, ReasonFor, Words};
use nawat_engine::Day;
use nawat_engine::ids::{CounterId, QueueId, ReasonId, SegmentId, ServiceId};
use nawat_engine::time::{Millis, Moment};
use nawat_engine::visit::{Ticket, Visit};

use crate::pages::frame::{Choice, Frame, Name};

/// The hall as a frame's reader sees it.
pub fn seen<'a>(f: &'a Frame<'a>, committed: &'a nawat_journal::Committed) -> Seen<'a> {
    Seen { f, day: &committed.day, published: &committed.published }
}

/// What every view is filled from.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    pub f: &'a Frame<'a>,
    pub day: &'a Day,
    pub published: &'a Published,
}

impl<'a> Seen<'a> {
    pub fn now(&self) -> Moment {
        Moment(self.f.clock.now_ms)
    }

    fn own(&self, words: &Words) -> String {
        words.in_lang(self.f.lang).to_owned()
    }

    fn name(&self, words: &Words) -> Name {
        let other = match self.f.lang {
            Lang::Ar => &words.en,
            Lang::En => &words.ar,
        };
        Name { own: words.in_lang(self.f.lang).to_owned(), other: other.clone() }
    }

    /// “D041”; a leased number has the prefix of its lease's series.
    pub fn code(&self, ticket: Ticket) -> String {
        self.published.ticket_code(ticket.series, ticket.number)
    }

    fn service_name(&self, service: ServiceId) -> String {
        self.published.service(service).map_or_else(|| self.f.say("not-known"), |it| self.own(&it.name))
    }

    fn reason(&self, reason: ReasonId) -> String {
        self.published.reason(reason).map_or_else(|| self.f.say("not-known"), |it| self.own(&it.name))
    }

    /// The number on the sign of a counter, and whether it is a room.
    pub fn sign(&self, counter: CounterId) -> (String, bool) {
        self.published
            .counter(counter)
            .map_or_else(|| (counter.to_string(), false), |it| (it.number.to_string(), it.is_room()))
    }

    /// “counter 6”, “room 2”, within a sentence.
    fn place(&self, counter: CounterId) -> String {
        let (label, room) = self.sign(counter);
        self.f.with(if room { "at-room" } else { "at-counter" }, label)
    }

    /// The group that a visit belongs to; `None` for whoever just walked in.
    fn group(&self, segment: SegmentId) -> Option<String> {
        let usual = self.published.segment_for(nawat_catalogue::Occasion::WalkIn);
        let segment = Some(segment).filter(|segment| Some(*segment) != usual)?;
        self.published.segment(segment).map(|it| self.own(&it.name))
    }

    /// What to bring for a service, a line each.
    fn bring(&self, service: ServiceId) -> Vec<String> {
        self.published
            .service(service)
            .map_or_else(Vec::new, |it| it.bring.iter().map(|words| self.own(words)).collect())
    }

    fn reasons(&self, what: ReasonFor) -> Vec<Choice> {
        let choice = |(id, reason): (ReasonId, &nawat_catalogue::Reason)| Choice {
            value: id.to_string(),
            label: self.own(&reason.name),
        };
        self.published.reasons_for(what).into_iter().map(choice).collect()
    }

    /// The queues that a counter takes from now, in words.
    fn takes(&self, counter: CounterId) -> String {
        let profile = self.day.counter(counter).and_then(|it| self.day.rules.profile(it.profile));
        let queues = profile.map_or(&[][..], |profile| profile.takes.as_slice());
        self.list(queues.iter().filter_map(|takes| self.queue_name(takes.queue)))
    }

    fn queue_name(&self, queue: QueueId) -> Option<String> {
        self.published.queue(queue).map(|it| self.own(&it.name))
    }

    fn list(&self, items: impl Iterator<Item = String>) -> String {
        items.collect::<Vec<_>>().join(&self.f.say("list-comma"))
    }

    /// Whole minutes since a moment.
    fn minutes_since(&self, moment: Moment) -> u32 {
        whole_minutes(self.now().after(moment))
    }

    /// Whole minutes that a visit waited until its first call, or has waited until now.
    fn waited(&self, visit: &Visit) -> u32 {
        whole_minutes(visit.wait().unwrap_or_else(|| self.now().after(visit.ready)))
    }

    fn local(&self, moment: Moment) -> String {
        self.f.clock.time_of(moment.0)
    }
}

fn whole_minutes(length: Millis) -> u32 {
    u32::try_from(length.not_negative().0 / 60_000).unwrap_or(u32::MAX)
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
