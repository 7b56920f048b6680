//! Who may do what: one table for pages and API alike. Everything that is asked of the hall has one row.

mod ask;

use nawat_engine::ids::{CounterId, StaffId};
use nawat_engine::{Command, Day};

use crate::caller::{Caller, Party};

pub use ask::{Ask, counter_of};
use nawat_journal::accounts::{DeviceKind, Role};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum May {
    Yes,
    /// At one's own counter, at one where nobody sits, or with one's own visit.
    Own,
    No,
}

const Y: May = May::Yes;
const O: May = May::Own;
const N: May = May::No;

/// Columns: reception, officer, supervisor, manager, administrator, kiosk, display, pad, visitor.
///
/// An administrator stands in for a supervisor: a small centre has no other. A manager looks and changes
/// nothing of a running day.
#[rustfmt::skip]
pub const TABLE: [(Ask, [May; 9]); 49] = [
    //                        rec off sup man adm kio dis pad vis
    (Ask::OpenDay,           [N,  N,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::AdoptRules,        [N,  N,  N,  N,  Y,  N,  N,  N,  N]),
    (Ask::OpenCounter,       [N,  O,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::CloseCounter,      [N,  O,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::StartBreak,        [N,  O,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::EndBreak,          [N,  O,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::MoveProfile,       [N,  N,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::IssueTicket,       [Y,  Y,  Y,  N,  Y,  Y,  N,  N,  O]),
    (Ask::BookAppointment,   [Y,  Y,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::CancelAppointment, [Y,  Y,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::CheckIn,           [Y,  Y,  Y,  N,  Y,  Y,  N,  N,  N]),
    (Ask::CallNext,          [N,  O,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::CallVisit,         [N,  O,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::Recall,            [N,  O,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::Start,             [N,  O,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::Extend,            [N,  O,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::EndStep,           [N,  O,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::AddService,        [Y,  Y,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::Transfer,          [N,  O,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::Refer,             [N,  O,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::AnswerReferral,    [N,  N,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::Park,              [N,  O,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::Resume,            [N,  O,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::NoShow,            [N,  O,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::Leave,             [Y,  Y,  Y,  N,  Y,  N,  N,  N,  O]),
    (Ask::Delay,             [Y,  N,  Y,  N,  Y,  N,  N,  N,  O]),
    (Ask::ChangePriority,    [Y,  N,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::Rate,              [Y,  N,  N,  N,  Y,  N,  N,  Y,  O]),
    (Ask::Undo,              [N,  O,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::QuickServe,        [N,  O,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::RecordWork,        [Y,  Y,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::SuspendHall,       [N,  N,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::ResumeHall,        [N,  N,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::CloseTicketing,    [N,  N,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::ReopenTicketing,   [N,  N,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::LeaseNumbers,      [N,  N,  Y,  N,  Y,  O,  N,  N,  N]),
    (Ask::Observe,           [N,  Y,  Y,  N,  Y,  Y,  N,  N,  N]),
    (Ask::CloseDay,          [N,  N,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::Receive,           [Y,  N,  Y,  N,  Y,  N,  N,  N,  N]),
    (Ask::SeeHall,           [Y,  Y,  Y,  Y,  Y,  N,  N,  N,  N]),
    (Ask::SeeTicket,         [Y,  Y,  Y,  Y,  Y,  Y,  N,  N,  O]),
    (Ask::SeeServices,       [Y,  Y,  Y,  Y,  Y,  Y,  Y,  N,  N]),
    (Ask::SeeDisplay,        [Y,  Y,  Y,  Y,  Y,  N,  Y,  N,  N]),
    (Ask::SeeFloor,          [N,  N,  Y,  Y,  Y,  N,  N,  N,  N]),
    (Ask::SeeReferrals,      [N,  Y,  Y,  Y,  Y,  N,  N,  N,  N]),
    (Ask::SeeReports,        [N,  N,  Y,  Y,  Y,  N,  N,  N,  N]),
    (Ask::SeeRemarks,        [N,  N,  Y,  Y,  Y,  N,  N,  N,  N]),
    (Ask::SeeMetrics,        [N,  N,  N,  Y,  Y,  N,  N,  N,  N]),
    (Ask::KeepDevices,       [N,  N,  N,  N,  Y,  N,  N,  N,  N]),
];

/// Why something may not be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denied {
    /// Nobody is signed in: sign in, or send a token.
    SignInFirst,
    /// This role or device never may.
    NotForYou,
    /// Somebody else serves there.
    AnothersCounter(CounterId),
    /// It is another person's visit, or another device's.
    AnothersVisit,
}

/// The table's word on a party.
pub fn may(party: Party, ask: Ask) -> May {
    let column = match party {
        Party::Centre => return May::Yes,
        Party::Nobody => return May::No,
        Party::Role(Role::Reception) => 0,
        Party::Role(Role::Officer) => 1,
        Party::Role(Role::Supervisor) => 2,
        Party::Role(Role::Manager) => 3,
        Party::Role(Role::Administrator) => 4,
        Party::Device(DeviceKind::Kiosk) => 5,
        Party::Device(DeviceKind::Display) => 6,
        Party::Device(DeviceKind::Pad) => 7,
        Party::Visitor => 8,
    };
    TABLE.iter().find(|(row, _)| *row == ask).map_or(May::No, |(_, columns)| columns[column])
}

/// Whether this caller may look at or keep something.
pub fn look(caller: &Caller, ask: Ask) -> Result<(), Denied> {
    match may(caller.party(), ask) {
        May::Yes | May::Own => Ok(()),
        May::No => Err(denied(caller)),
    }
}

/// Whether this caller may tell this command to the day as it stands.
pub fn tell(caller: &Caller, command: &Command, day: &Day) -> Result<(), Denied> {
    match may(caller.party(), Ask::of(command)) {
        May::Yes => Ok(()),
        May::No => Err(denied(caller)),
        May::Own => own(caller, command, day),
    }
}

fn denied(caller: &Caller) -> Denied {
    if *caller == Caller::Nobody { Denied::SignInFirst } else { Denied::NotForYou }
}

fn own(caller: &Caller, command: &Command, day: &Day) -> Result<(), Denied> {
    if let Some(counter) = counter_of(command) {
        return match sits_at(day, counter) {
            Some(staff) if Some(staff) != caller.staff() => Err(Denied::AnothersCounter(counter)),
            _ => Ok(()),
        };
    }
    match (caller, command) {
        // A phone at the door takes tickets and does nothing else; the holder of a ticket does not take more.
        (Caller::Phone(_), Command::IssueTicket(_)) => Ok(()),
        (Caller::Phone(_), _) | (Caller::Visitor(_), Command::IssueTicket(_)) => Err(Denied::NotForYou),
        (
            Caller::Visitor(own),
            Command::Leave { visit, .. } | Command::Delay { visit, .. } | Command::Rate { visit, .. },
        ) if own != visit => Err(Denied::AnothersVisit),
        (Caller::Device { id, .. }, Command::LeaseNumbers { device, .. }) if id != device => {
            Err(Denied::AnothersVisit)
        }
        _ => Ok(()),
    }
}

/// Who serves at a counter that is open.
fn sits_at(day: &Day, counter: CounterId) -> Option<StaffId> {
    day.counter(counter).filter(|counter| counter.is_open()).and_then(|counter| counter.staff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ask_has_exactly_one_row_in_the_order_of_its_declaration() {
        for (at, (ask, _)) in TABLE.iter().enumerate() {
            assert_eq!(*ask as usize, at, "{ask:?}");
        }
        assert_eq!(Ask::KeepDevices as usize + 1, TABLE.len());
    }

    #[test]
    fn nobody_may_do_anything_and_a_display_only_looks() {
        for (ask, _) in TABLE {
            assert_eq!(may(Party::Nobody, ask), May::No, "{ask:?}");
            let display = may(Party::Device(DeviceKind::Display), ask);
            assert_eq!(display != May::No, matches!(ask, Ask::SeeDisplay | Ask::SeeServices), "{ask:?}");
        }
    }

    #[test]
    fn a_manager_changes_nothing() {
        for (ask, _) in TABLE {
            let sees = (ask as usize) >= Ask::SeeHall as usize && ask != Ask::KeepDevices;
            assert_eq!(may(Party::Role(Role::Manager), ask) != May::No, sees, "{ask:?}");
        }
    }

    #[test]
    fn an_officer_serves_where_nobody_else_sits() {
        let day = Day::unopened();
        let officer = Caller::Staff { id: StaffId(7), name: String::new(), role: Role::Officer };
        let command = Command::CallNext { counter: CounterId(1) };
        assert_eq!(tell(&officer, &command, &day), Ok(()));
        assert_eq!(tell(&Caller::Nobody, &command, &day), Err(Denied::SignInFirst));
        let (phone, holder) = (Caller::Phone(7), Caller::Visitor(nawat_engine::ids::VisitId(1)));
        let ticket = Command::IssueTicket(nawat_engine::command::IssueTicket {
            service: nawat_engine::ids::ServiceId(1),
            segment: nawat_engine::ids::SegmentId(1),
            party: 1,
            channel: nawat_engine::visit::Channel::Phone,
            reference: nawat_engine::ids::Reference(1),
            person: None,
        });
        assert_eq!(tell(&phone, &ticket, &day), Ok(()));
        assert_eq!(tell(&holder, &ticket, &day), Err(Denied::NotForYou));
        let leave = Command::Leave { visit: nawat_engine::ids::VisitId(1), redirected: false };
        assert_eq!(tell(&phone, &leave, &day), Err(Denied::NotForYou));
        assert_eq!(tell(&holder, &leave, &day), Ok(()));
        let kiosk = Caller::Device { id: nawat_engine::ids::DeviceId(1), kind: DeviceKind::Kiosk };
        assert_eq!(tell(&kiosk, &command, &day), Err(Denied::NotForYou));
    }
}
