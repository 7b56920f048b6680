//! The same figures counted a second way: from the events, by a reader that knows no state of the engine.

use std::collections::BTreeMap;

use nawat_engine::Record;
use nawat_engine::command::Answer;
use nawat_engine::event::{Event, PlacedFor};
use nawat_engine::ids::{ServiceId, VisitId};
use nawat_engine::time::Moment;

use crate::lived::{ALLOTTED, SERVICES, STUDY};

#[derive(Default)]
pub struct Recount {
    pub received: u64,
    pub referred: u64,
    pub unserved: u64,
    /// Received and not referred, by the main thing done.
    pub by_main: [u64; SERVICES as usize],
    pub waits_ms: Vec<u64>,
    pub counter_steps: u64,
    pub other_steps: u64,
    pub within: u64,
    pub served_ms: u64,
}

struct Followed {
    came: Moment,
    called: bool,
    referred: Option<Moment>,
    /// The services of its steps, and which of them is the present one.
    services: Vec<ServiceId>,
    present: usize,
    over: bool,
    spent_ms: i64,
    started: Option<Moment>,
}

pub fn of(records: &[Record]) -> Recount {
    let mut count = Recount::default();
    let mut visits: BTreeMap<VisitId, Followed> = BTreeMap::new();
    for record in records {
        follow(&mut count, &mut visits, &record.entry.event, record.effective);
    }
    count
}

fn follow(count: &mut Recount, visits: &mut BTreeMap<VisitId, Followed>, event: &Event, at: Moment) {
    if let Event::TicketIssued(issued) = event {
        let services = vec![issued.service];
        let (called, referred, started) = (false, None, None);
        let present =
            Followed { came: at, called, referred, services, present: 0, over: false, spent_ms: 0, started };
        visits.insert(issued.visit, present);
        return;
    }
    let Some(visit) = event.touches().0.and_then(|id| visits.get_mut(&id)) else { return };
    match event {
        Event::VisitCalled { .. } if !visit.called => {
            visit.called = true;
            count.waits_ms.push((at.0 - visit.came.0) as u64);
        }
        Event::ServiceStarted { .. } | Event::VisitResumed { .. } => {
            visit.go_on();
            visit.started = Some(at);
        }
        Event::VisitParked { .. } => {
            visit.spent_ms += at.0 - visit.started.take().unwrap().0;
        }
        Event::StepEnded { .. } => step_over(count, visit, at),
        Event::Transferred { service, .. } => {
            step_over(count, visit, at);
            visit.insert(*service);
        }
        Event::VisitReferred { .. } => {
            step_over(count, visit, at);
            visit.referred = Some(at);
        }
        Event::ReferralAnswered { answer: Answer::Done { .. }, .. } => {
            visit.insert(visit.services[visit.present]);
            visit.over = true;
            count.other_steps += 1;
            count.served_ms += (at.0 - visit.referred.unwrap().0) as u64;
        }
        Event::VisitPlaced { cause: PlacedFor::ReferralReturned, .. } => {
            visit.insert(visit.services[visit.present]);
        }
        Event::VisitPlaced { cause: PlacedFor::NextService, .. } => visit.go_on(),
        Event::ServiceAdded { service, .. } => visit.services.push(*service),
        Event::VisitEnded(ended) => {
            let referred = visit.referred.is_some();
            match ended.main {
                None => count.unserved += 1,
                Some(main) if !referred => count.by_main[main.index()] += 1,
                Some(_) => {}
            }
            count.received += u64::from(ended.main.is_some());
            count.referred += u64::from(ended.main.is_some() && referred);
        }
        _ => {}
    }
}

impl Followed {
    fn go_on(&mut self) {
        if self.over {
            self.present += 1;
            self.over = false;
        }
    }

    fn insert(&mut self, service: ServiceId) {
        self.present += 1;
        self.services.insert(self.present, service);
        self.over = false;
    }
}

fn step_over(count: &mut Recount, visit: &mut Followed, at: Moment) {
    let served = visit.spent_ms + (at.0 - visit.started.take().unwrap().0);
    visit.spent_ms = 0;
    visit.over = true;
    count.served_ms += served as u64;
    if visit.services[visit.present].0 == STUDY {
        count.other_steps += 1;
    } else {
        count.counter_steps += 1;
        count.within += u64::from(served <= ALLOTTED.0);
    }
}
