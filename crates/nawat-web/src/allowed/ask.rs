//! What may be asked for: the rows of the table.

use nawat_engine::Command;
use nawat_engine::ids::CounterId;

/// Everything that may be asked for: the commands of the hall, and what may be looked at or set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ask {
    OpenDay,
    AdoptRules,
    OpenCounter,
    CloseCounter,
    StartBreak,
    EndBreak,
    MoveProfile,
    IssueTicket,
    BookAppointment,
    CancelAppointment,
    CheckIn,
    CallNext,
    CallVisit,
    Recall,
    Start,
    Extend,
    EndStep,
    AddService,
    Transfer,
    Refer,
    AnswerReferral,
    Park,
    Resume,
    NoShow,
    Leave,
    Delay,
    ChangePriority,
    Rate,
    Undo,
    QuickServe,
    RecordWork,
    SuspendHall,
    ResumeHall,
    CloseTicketing,
    ReopenTicketing,
    LeaseNumbers,
    Observe,
    CloseDay,
    /// The reception's desk: look somebody up, hand out, answer who asked for help.
    Receive,
    SeeHall,
    SeeTicket,
    SeeServices,
    SeeDisplay,
    SeeFloor,
    SeeReferrals,
    SeeReports,
    SeeRemarks,
    SeeMetrics,
    KeepDevices,
}

impl Ask {
    /// Which row a command falls under.
    pub fn of(command: &Command) -> Ask {
        match command {
            Command::OpenDay(_) => Ask::OpenDay,
            Command::AdoptRules { .. } => Ask::AdoptRules,
            Command::OpenCounter { .. } => Ask::OpenCounter,
            Command::CloseCounter { .. } => Ask::CloseCounter,
            Command::StartBreak { .. } => Ask::StartBreak,
            Command::EndBreak { .. } => Ask::EndBreak,
            Command::MoveProfile { .. } => Ask::MoveProfile,
            Command::IssueTicket(_) => Ask::IssueTicket,
            Command::BookAppointment { .. } => Ask::BookAppointment,
            Command::CancelAppointment { .. } => Ask::CancelAppointment,
            Command::CheckIn { .. } => Ask::CheckIn,
            Command::CallNext { .. } => Ask::CallNext,
            Command::CallVisit { .. } => Ask::CallVisit,
            Command::Recall { .. } => Ask::Recall,
            Command::Start { .. } => Ask::Start,
            Command::Extend { .. } => Ask::Extend,
            Command::EndStep { .. } => Ask::EndStep,
            Command::AddService { .. } => Ask::AddService,
            Command::Transfer { .. } => Ask::Transfer,
            Command::Refer { .. } => Ask::Refer,
            Command::AnswerReferral { .. } => Ask::AnswerReferral,
            Command::Park { .. } => Ask::Park,
            Command::Resume { .. } => Ask::Resume,
            Command::NoShow { .. } => Ask::NoShow,
            Command::Leave { .. } => Ask::Leave,
            Command::Delay { .. } => Ask::Delay,
            Command::ChangePriority { .. } => Ask::ChangePriority,
            Command::Rate { .. } => Ask::Rate,
            Command::Undo { .. } => Ask::Undo,
            Command::QuickServe { .. } => Ask::QuickServe,
            Command::RecordWork { .. } => Ask::RecordWork,
            Command::SuspendHall { .. } => Ask::SuspendHall,
            Command::ResumeHall => Ask::ResumeHall,
            Command::CloseTicketing => Ask::CloseTicketing,
            Command::ReopenTicketing => Ask::ReopenTicketing,
            Command::LeaseNumbers { .. } => Ask::LeaseNumbers,
            Command::Observe(_) => Ask::Observe,
            Command::CloseDay { .. } => Ask::CloseDay,
        }
    }
}

/// The counter that a command is told at.
pub fn counter_of(command: &Command) -> Option<CounterId> {
    match command {
        Command::OpenCounter { counter, .. }
        | Command::CloseCounter { counter }
        | Command::StartBreak { counter, .. }
        | Command::EndBreak { counter }
        | Command::MoveProfile { counter, .. }
        | Command::CallNext { counter }
        | Command::CallVisit { counter, .. }
        | Command::Recall { counter }
        | Command::Start { counter }
        | Command::Extend { counter, .. }
        | Command::EndStep { counter, .. }
        | Command::Transfer { counter, .. }
        | Command::Refer { counter, .. }
        | Command::Park { counter, .. }
        | Command::NoShow { counter }
        | Command::Undo { counter }
        | Command::QuickServe { counter, .. } => Some(*counter),
        Command::Resume { counter, .. } | Command::RecordWork { counter, .. } => *counter,
        _ => None,
    }
}
