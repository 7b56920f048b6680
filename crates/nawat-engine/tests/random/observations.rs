//! Appointments, and what was seen to happen while the system was away.

use nawat_engine::Command;
use nawat_engine::command::{Observation, SeenStep};
use nawat_engine::ids::{AppointmentId, LeaseId, Reference, SeriesId};
use nawat_engine::time::Millis;
use nawat_engine::visit::{Channel, Ticket};

use super::Dice;
use super::commands::Asking;

impl Asking<'_> {
    pub(super) fn appointment(&self, dice: &mut Dice) -> Command {
        let known = self.day.appointments.len() as u64;
        let appointment = AppointmentId(dice.below(known + 2) as u32);
        match dice.below(5) {
            0 => Command::CancelAppointment { appointment },
            1..3 => {
                let minutes = dice.below(60) as i64 - 15;
                Command::BookAppointment {
                    slot: self.now.plus(Millis::minutes(minutes)),
                    service: self.service(dice),
                    segment: self.segment(dice),
                    reference: Reference(u128::from(dice.next())),
                }
            }
            _ => Command::CheckIn { appointment, party: self.party(dice), channel: Channel::Appointment },
        }
    }

    pub(super) fn observation(&self, dice: &mut Dice) -> Observation {
        let past = |dice: &mut Dice| self.now.plus(Millis::seconds(-(dice.below(1200) as i64)));
        let mut times = [past(dice), past(dice), past(dice), past(dice)];
        if !dice.percent(self.habits.nonsense) {
            times.sort();
        }
        let step = SeenStep {
            service: self.service(dice),
            counter: self.any_counter(dice),
            called: times[1],
            started: times[2],
            ended: times[3],
            outcome: self.outcome(dice),
        };
        let lease = dice.pick(&self.day.leases).copied();
        let ticket = Ticket {
            series: lease.map_or(SeriesId(0), |lease| lease.series),
            number: lease.map_or(3, |lease| lease.first + dice.below(6)),
            lease: lease.map(|lease| lease.id).or(dice.percent(20).then_some(LeaseId(9))),
        };
        let (segment, party) = (self.segment(dice), self.party(dice));
        let reference = Reference(u128::from(dice.next()));
        match dice.below(3) {
            0 => Observation::Ticket {
                ticket,
                service: self.service(dice),
                segment,
                party,
                reference,
                at: times[0],
            },
            1 => Observation::Visit { ticket, reference, party, segment, arrived: times[0], step },
            _ => Observation::Step { visit: self.waiting(dice), step },
        }
    }
}
