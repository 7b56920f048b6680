//! A centre as it was published: its definition, its numbers and the rules that days are lived by.

use nawat_engine::ids::{CounterId, OutcomeId, ProfileId, QueueId, ReasonId, SegmentId, SeriesId, ServiceId};
use nawat_engine::rules::{Rules, RulesRef};
use serde::{Deserialize, Serialize};

use crate::canonical;
use crate::centre::{Centre, Counter, Kind, Outcome, Profile, Queue, Reason, Section, Segment, Series};
use crate::day_rules::day_rules;
use crate::ids::{Ids, KindId, SectionId, key_of};
use crate::service::Service;

/// One version of the catalogue. Its body stands once in the catalogue's stream; days name it by number and
/// hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// From 1.
    pub version: u32,
    pub centre: Centre,
    pub ids: Ids,
    pub rules: Rules,
}

impl Published {
    /// The next version after `previous`, or the first.
    pub fn publish(previous: Option<&Published>, centre: Centre) -> Published {
        let ids = Ids::assign(previous.map_or(&Ids::default(), |published| &published.ids), &centre);
        let rules = day_rules(&centre, &ids);
        let version = previous.map_or(0, |published| published.version).saturating_add(1);
        Published { version, centre, ids, rules }
    }

    /// SHA-256 of the canonical JSON of all of it (keys sorted, no blanks).
    pub fn hash(&self) -> [u8; 32] {
        // Only strings are keys and every number is whole, so that this cannot fail; a null would still be
        // hashed the same everywhere.
        canonical::hash(&serde_json::to_value(self).unwrap_or_default())
    }

    pub fn rules_ref(&self) -> RulesRef {
        RulesRef { version: self.version, hash: self.hash() }
    }

    /// What is printed on a ticket: “D041”; a number without a known series goes without a letter.
    pub fn ticket_code(&self, series: SeriesId, number: u64) -> String {
        match self.series(series) {
            Some(series) => format!("{}{number:03}", series.prefix),
            None => format!("{number:03}"),
        }
    }

    /// The series and number of a code as people write it: “d041”, “D 41”, “D-041”, Arabic digits too.
    pub fn ticket_of_code(&self, code: &str) -> Option<(SeriesId, u64)> {
        let mut rest = code.chars().filter(|c| c.is_alphanumeric());
        let letter = rest.next()?.to_ascii_uppercase();
        let series = self.centre.series.iter().find(|series| series.prefix == letter)?;
        let number = rest.map(western_digit).collect::<Option<String>>()?.parse().ok()?;
        Some((self.series_id(&series.key)?, number))
    }
}

fn western_digit(c: char) -> Option<char> {
    let value = match c {
        '0'..='9' => return Some(c),
        '\u{0660}'..='\u{0669}' => u32::from(c) - 0x0660,
        '\u{06F0}'..='\u{06F9}' => u32::from(c) - 0x06F0,
        _ => return None,
    };
    char::from_digit(value, 10)
}

macro_rules! look_ups {
    ($($thing:ident: $list:ident, $by_key:ident, $Id:ident => $Thing:ident;)*) => {
        /// Look-ups both ways: by number, `None` for what is unknown or withdrawn; by key, the number of
        /// whatever this centre ever had.
        impl Published {
            $(
                pub fn $thing(&self, id: $Id) -> Option<&$Thing> {
                    let key = key_of(&self.ids.$list, id.0)?;
                    self.centre.$list.iter().find(|thing| thing.key == key)
                }

                pub fn $by_key(&self, key: &str) -> Option<$Id> {
                    self.ids.$list.get(key).copied().map($Id)
                }
            )*
        }
    };
}

look_ups! {
    kind: kinds, kind_id, KindId => Kind;
    section: sections, section_id, SectionId => Section;
    queue: queues, queue_id, QueueId => Queue;
    series: series, series_id, SeriesId => Series;
    service: services, service_id, ServiceId => Service;
    segment: segments, segment_id, SegmentId => Segment;
    profile: profiles, profile_id, ProfileId => Profile;
    counter: counters, counter_id, CounterId => Counter;
    outcome: outcomes, outcome_id, OutcomeId => Outcome;
    reason: reasons, reason_id, ReasonId => Reason;
}

/// What the pages ask for at every turn.
impl Published {
    /// The kind under which a visit with this main service is counted.
    pub fn kind_of_service(&self, service: ServiceId) -> Option<KindId> {
        self.kind_id(&self.service(service)?.kind)
    }

    /// The kind of every referred visit.
    pub fn referral_kind(&self) -> Option<KindId> {
        self.kind_id(&self.centre.referral_kind()?.key)
    }

    /// The closing codes of a service, in the order of its keys 1 to 9.
    pub fn outcomes_of_service(&self, service: ServiceId) -> Vec<(OutcomeId, &Outcome)> {
        let Some(service) = self.service(service) else { return Vec::new() };
        let with_id = |key: &String| {
            let id = self.outcome_id(key)?;
            Some((id, self.outcome(id)?))
        };
        service.outcomes.iter().filter_map(with_id).collect()
    }

    /// The segment that a person is put into by itself.
    pub fn segment_for(&self, occasion: crate::Occasion) -> Option<SegmentId> {
        self.segment_id(&self.centre.segment_for(occasion)?.key)
    }

    /// The reasons that may be given for this, in the order of the file.
    pub fn reasons_for(&self, what: crate::ReasonFor) -> Vec<(ReasonId, &Reason)> {
        self.centre
            .reasons_for(what)
            .filter_map(|reason| Some((self.reason_id(&reason.key)?, reason)))
            .collect()
    }
}
