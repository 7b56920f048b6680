//! What simulated visitors do by themselves: book, come, come again, leave.

use nawat_engine::command::IssueTicket;
use nawat_engine::time::{Millis, Moment};
use nawat_engine::visit::{Channel, Place};
use nawat_engine::{Actor, Command, Refusal};

use crate::actors::{Acted, Actors, Company, ask};
use crate::due::Happening;
use crate::hall::Hall;
use crate::people::{Person, Script};

/// Outside a door that has closed, one asks again soon.
const BEFORE_THE_DOOR: (Millis, Millis) = (Millis(120_000), Millis(300_000));

impl Actors {
    /// Appointments were made before the day; its stream holds them from its opening on.
    pub(crate) fn book_appointments<H: Hall>(&mut self, now: Moment, hall: &mut H) -> Acted<H> {
        let hours = self.plan.opening.hours;
        for person in &self.plan.people {
            let Some(slot) = person.slot else { continue };
            let booking = Command::BookAppointment {
                slot: slot.clamp(hours.opens, hours.closes.max(hours.opens)),
                service: person.service,
                segment: person.segment,
                reference: person.reference,
            };
            self.must(Actor::Program, booking, now, hall)?;
        }
        Ok(())
    }

    /// A person stands at the door: takes a ticket or checks in. Who is turned away and is to be served
    /// today comes again; the others do not.
    pub(crate) fn come<H: Hall>(&mut self, at: usize, now: Moment, hall: &mut H) -> Acted<H> {
        let Some(person) = self.plan.people.get(at).cloned() else { return Ok(()) };
        if self.company == Company::AmongPeople
            && hall.look(|day| day.visit_by_reference(person.reference).is_some())
        {
            self.no_longer_outside(&person);
            return Ok(());
        }
        let command = arrival(&person, hall);
        match ask(Actor::Visitor, command, now, hall)? {
            None => {
                self.no_longer_outside(&person);
                if let Script::Leaves { patience } = person.end {
                    self.agenda.plan(now.plus(patience), Happening::PersonLeaves(at));
                }
            }
            Some(Refusal::HallFull { .. } | Refusal::TicketingClosed) if !person.end.is_counted() => {}
            Some(Refusal::HallFull { .. }) => {
                let later = self.hurried_return();
                self.agenda.plan(now.plus(later), Happening::PersonComes(at));
            }
            Some(Refusal::TicketingClosed)
                if self.company == Company::AmongPeople && now >= self.plan.opening.hours.last_ticket =>
            {
                // Whether the door opens once more is not for a simulated supervisor to say: home it is.
                self.no_longer_outside(&person);
            }
            Some(Refusal::TicketingClosed) => {
                self.turned_away = true;
                let later = self.within(BEFORE_THE_DOOR);
                self.agenda.plan(now.plus(later), Happening::PersonComes(at));
            }
            Some(_) if self.company == Company::AmongPeople => {
                // The rules have changed meanwhile: this person does not come today.
                self.no_longer_outside(&person);
            }
            Some(refusal) => {
                let day = self.plan.date;
                return Err(crate::life_error::LifeError::Refused { day, at: now, refusal });
            }
        }
        Ok(())
    }

    /// One of those counted has a ticket, or will not come.
    pub(crate) fn no_longer_outside(&mut self, person: &Person) {
        if person.end.is_counted() {
            self.outside = self.outside.saturating_sub(1);
        }
    }

    /// In a hall that turns over faster one comes back sooner.
    fn hurried_return(&mut self) -> Millis {
        let later = self.within(self.plan.behaviour.comes_again);
        self.hurried(later)
    }

    /// A person loses patience. Who was called meanwhile has gone without a word: the clerk finds out.
    pub(crate) fn leave<H: Hall>(&mut self, at: usize, now: Moment, hall: &mut H) -> Acted<H> {
        let Some(reference) = self.plan.people.get(at).map(|person| person.reference) else { return Ok(()) };
        let waiting = hall.look(|day| {
            let visit = day.visit_by_reference(reference)?;
            matches!(visit.place, Place::Waiting(_)).then_some(visit.id)
        });
        if let Some(visit) = waiting {
            self.must(Actor::Visitor, Command::Leave { visit, redirected: false }, now, hall)?;
        }
        Ok(())
    }
}

/// A ticket, or a check-in where an appointment is booked.
fn arrival<H: Hall>(person: &Person, hall: &H) -> Command {
    let booked = person.slot.and_then(|_| {
        hall.look(|day| {
            let mut all = day.appointments.iter();
            all.find(|booked| booked.reference == person.reference).map(|booked| booked.id)
        })
    });
    match booked {
        Some(appointment) => {
            Command::CheckIn { appointment, party: person.party, channel: Channel::Appointment }
        }
        None => Command::IssueTicket(IssueTicket {
            service: person.service,
            segment: person.segment,
            party: person.party,
            channel: person.channel,
            reference: person.reference,
            person: None,
        }),
    }
}
