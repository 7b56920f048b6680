//! Reads a command from its line.

use nawat_engine::command::{Answer, IssueTicket, Lease, Observation, OpenDay, SeenStep};
use nawat_engine::ids::{DeviceId, LeaseId, Reference, SegmentId};
use nawat_engine::rules::{Hours, RulesRef};
use nawat_engine::time::{CivilDay, Millis, Moment};
use nawat_engine::visit::{Channel, Line, Placement, Rating};
use nawat_engine::{Actor, Command, Said};

use super::{Table, names};

/// `8:10@8:00 sara: next 1`.
pub fn said(table: &Table, text: &str, reference: u128) -> Result<Said, String> {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let (at, effective) = match words.remove(0).split_once('@') {
        Some((at, effective)) => (names::moment(at)?, Some(names::moment(effective)?)),
        None => (names::moment(text.split_whitespace().next().unwrap_or(""))?, None),
    };
    let by = match words.first().and_then(|word| word.strip_suffix(':')) {
        Some(who) => {
            words.remove(0);
            names::actor(who)?
        }
        None => Actor::Centre,
    };
    let command = command(table, &words, Reference(reference))?;
    Ok(Said { by, at, effective, command })
}

fn command(table: &Table, words: &[&str], reference: Reference) -> Result<Command, String> {
    if let Some(command) = frame(words)? {
        return Ok(command);
    }
    if let Some(command) = at_counter(table, words)? {
        return Ok(command);
    }
    about_people(table, words, reference)?.ok_or_else(|| format!("“{}” is no command", words.join(" ")))
}

fn frame(words: &[&str]) -> Result<Option<Command>, String> {
    Ok(Some(match words {
        ["open", "day", rest @ ..] => open_day(rest)?,
        ["adopt", "rules", version] => {
            Command::AdoptRules { rules: of(version.parse().map_err(|_| "no such version")?) }
        }
        ["resume", "hall"] => Command::ResumeHall,
        ["suspend", reason] => Command::SuspendHall { reason: names::reason(reason)? },
        ["close", "ticketing"] => Command::CloseTicketing,
        ["reopen", "ticketing"] => Command::ReopenTicketing,
        ["close", "day"] => Command::CloseDay { carry_over: false, heads: Vec::new() },
        ["close", "day", "carry-over"] => Command::CloseDay { carry_over: true, heads: Vec::new() },
        _ => return Ok(None),
    }))
}

fn of(version: u32) -> RulesRef {
    RulesRef { version, hash: [version as u8; 32] }
}

/// `open day [rules 2] [lease 4 K 110 119]`: 7:30 to 14:00, last ticket at 13:00.
fn open_day(words: &[&str]) -> Result<Command, String> {
    let hours = Hours {
        opens: names::moment("7:30")?,
        last_ticket: names::moment("13:00")?,
        closes: names::moment("14:00")?,
    };
    let number = |text: &str| text.parse::<u32>().map_err(|_| format!("“{text}” is no number"));
    let (mut rules, mut leases, mut synthetic, mut rest) = (of(1), Vec::new(), false, words);
    loop {
        rest = match rest {
            [] => break,
            ["synthetic", rest @ ..] => {
                synthetic = true;
                rest
            }
            ["rules", version, rest @ ..] => {
                rules = of(number(version)?);
                rest
            }
            ["lease", id, series, first, last, rest @ ..] => {
                leases.push(Lease {
                    id: LeaseId(number(id)?),
                    device: DeviceId(1),
                    series: names::series(series)?,
                    day: CivilDay(-1),
                    first: u64::from(number(first)?),
                    last: u64::from(number(last)?),
                });
                rest
            }
            other => return Err(format!("“{}” does not open a day", other.join(" "))),
        };
    }
    Ok(Command::OpenDay(OpenDay { date: CivilDay(0), rules, hours, previous: None, synthetic, leases }))
}

fn at_counter(table: &Table, words: &[&str]) -> Result<Option<Command>, String> {
    let day = &table.day;
    Ok(Some(match words {
        ["open", "counter", counter, rest @ ..] => {
            let staff = after("as", rest).map(names::staff).transpose()?;
            let profile = after("profile", rest).map(names::profile).transpose()?;
            Command::OpenCounter { counter: names::counter(counter)?, staff, profile }
        }
        ["close", "counter", counter] => Command::CloseCounter { counter: names::counter(counter)? },
        ["break", counter, reason] => {
            Command::StartBreak { counter: names::counter(counter)?, reason: names::reason(reason)? }
        }
        ["end", "break", counter] => Command::EndBreak { counter: names::counter(counter)? },
        ["profile", counter, profile] => {
            Command::MoveProfile { counter: names::counter(counter)?, profile: names::profile(profile)? }
        }
        ["next", counter] => Command::CallNext { counter: names::counter(counter)? },
        ["call", visit, "at", counter, reason] => Command::CallVisit {
            counter: names::counter(counter)?,
            visit: names::visit(day, visit)?,
            reason: names::reason(reason)?,
        },
        ["recall", counter] => Command::Recall { counter: names::counter(counter)? },
        ["start", counter] => Command::Start { counter: names::counter(counter)? },
        ["extend", counter, by, reason] => Command::Extend {
            counter: names::counter(counter)?,
            by: names::length(by)?,
            reason: names::reason(reason)?,
        },
        ["end", counter, outcome, rest @ ..] => Command::EndStep {
            counter: names::counter(counter)?,
            outcome: names::outcome(outcome)?,
            main: rest == ["main"],
        },
        ["transfer", counter, "to", rest @ ..] => transfer(counter, rest)?,
        ["refer", counter, reason, rest @ ..] => Command::Refer {
            counter: names::counter(counter)?,
            reason: names::reason(reason)?,
            wants_back: rest == ["back"],
        },
        ["park", counter, reason] => {
            Command::Park { counter: names::counter(counter)?, reason: names::reason(reason)? }
        }
        ["no-show", counter] => Command::NoShow { counter: names::counter(counter)? },
        ["undo", counter] => Command::Undo { counter: names::counter(counter)? },
        _ => return Ok(None),
    }))
}

/// `to (queue inquiries|counter 2|staff omar) [for update] (original|priority|end)`.
fn transfer(counter: &str, words: &[&str]) -> Result<Command, String> {
    let (to, rest) = match words {
        ["queue", queue, rest @ ..] => (Line::Queue(names::queue(queue)?), rest),
        ["counter", counter, rest @ ..] => (Line::Counter(names::counter(counter)?), rest),
        ["staff", staff, rest @ ..] => (Line::Staff(names::staff(staff)?), rest),
        _ => return Err("transferred where?".to_owned()),
    };
    let placement = match rest.last() {
        Some(&"original") => Placement::OriginalArrival,
        Some(&"priority") => Placement::Priority,
        Some(&"end") => Placement::End,
        _ => return Err("placed original, priority or end?".to_owned()),
    };
    let service = after("for", rest).map(names::service).transpose()?;
    Ok(Command::Transfer { counter: names::counter(counter)?, to, service, placement })
}

fn about_people(table: &Table, words: &[&str], reference: Reference) -> Result<Option<Command>, String> {
    let visit = |text: &str| names::visit(&table.day, text);
    let quantity = |text: &str| text.parse::<u32>().map_err(|_| format!("“{text}” is no number"));
    Ok(Some(match words {
        ["ticket", service, rest @ ..] => Command::IssueTicket(IssueTicket {
            service: names::service(service)?,
            segment: segment(rest)?,
            party: party(rest)?,
            channel: after("by", rest).map_or(Ok(Channel::Kiosk), names::channel)?,
            reference,
            person: None,
        }),
        ["quick", counter, service, rest @ ..] => Command::QuickServe {
            counter: names::counter(counter)?,
            service: names::service(service)?,
            segment: segment(rest)?,
            reference,
            party: party(rest)?,
        },
        ["book", service, rest @ ..] => Command::BookAppointment {
            slot: time("at", rest)?,
            service: names::service(service)?,
            segment: segment(rest)?,
            reference,
        },
        ["cancel", id] => Command::CancelAppointment { appointment: names::appointment(id)? },
        ["check", "in", id, rest @ ..] => Command::CheckIn {
            appointment: names::appointment(id)?,
            party: party(rest)?,
            channel: Channel::Appointment,
        },
        ["add", service, "to", id] => {
            Command::AddService { visit: visit(id)?, service: names::service(service)? }
        }
        ["answer", id, "return"] => Command::AnswerReferral { visit: visit(id)?, answer: Answer::Return },
        ["answer", id, "done", outcome] => {
            let answer = Answer::Done { outcome: names::outcome(outcome)? };
            Command::AnswerReferral { visit: visit(id)?, answer }
        }
        ["resume", id] => Command::Resume { visit: visit(id)?, counter: None },
        ["resume", id, "at", counter] => {
            Command::Resume { visit: visit(id)?, counter: Some(names::counter(counter)?) }
        }
        ["leave", id] => Command::Leave { visit: visit(id)?, redirected: false },
        ["redirect", id] => Command::Leave { visit: visit(id)?, redirected: true },
        ["delay", id, minutes] => Command::Delay {
            visit: visit(id)?,
            by: Millis::minutes(minutes.parse().map_err(|_| format!("{minutes} is no number of minutes"))?),
        },
        ["rate", id, score, rest @ ..] => {
            let clear = match rest {
                [] => None,
                ["clear"] => Some(true),
                ["unclear"] => Some(false),
                other => return Err(format!("{other:?} is neither clear nor unclear")),
            };
            let score = score.parse().map_err(|_| format!("{score} is no score"))?;
            Command::Rate { visit: visit(id)?, rating: Rating { score, clear, remark: None } }
        }
        ["priority", id, segment, reason] => Command::ChangePriority {
            visit: visit(id)?,
            segment: names::segment(segment)?,
            reason: names::reason(reason)?,
        },
        ["work", service, channel, count, rest @ ..] => Command::RecordWork {
            service: names::service(service)?,
            channel: names::work_channel(channel)?,
            quantity: quantity(count)?,
            counter: after("at", rest).map(names::counter).transpose()?,
        },
        ["lease", series, count] => Command::LeaseNumbers {
            device: DeviceId(1),
            series: names::series(series)?,
            count: quantity(count)?,
        },
        ["saw", rest @ ..] => Command::Observe(observation(table, rest, reference)?),
        _ => return Ok(None),
    }))
}

fn observation(table: &Table, words: &[&str], reference: Reference) -> Result<Observation, String> {
    Ok(match words {
        ["ticket", ticket, service, rest @ ..] => Observation::Ticket {
            ticket: names::ticket(ticket)?,
            service: names::service(service)?,
            segment: segment(rest)?,
            party: party(rest)?,
            reference,
            at: time("at", rest)?,
        },
        ["visit", ticket, service, rest @ ..] => Observation::Visit {
            ticket: names::ticket(ticket)?,
            reference,
            party: party(rest)?,
            segment: segment(rest)?,
            arrived: time("arrived", rest)?,
            step: step(service, rest)?,
        },
        [visit, service, rest @ ..] => {
            Observation::Step { visit: names::visit(&table.day, visit)?, step: step(service, rest)? }
        }
        _ => return Err("saw what?".to_owned()),
    })
}

fn step(service: &str, rest: &[&str]) -> Result<SeenStep, String> {
    Ok(SeenStep {
        service: names::service(service)?,
        counter: names::counter(after("at", rest).ok_or("at which counter?")?)?,
        called: time("called", rest)?,
        started: time("started", rest)?,
        ended: time("ended", rest)?,
        outcome: names::outcome(after("outcome", rest).ok_or("with which outcome?")?)?,
    })
}

/// The word after a keyword.
fn after<'a>(keyword: &str, words: &[&'a str]) -> Option<&'a str> {
    let at = words.iter().position(|word| *word == keyword)?;
    words.get(at + 1).copied()
}

fn time(keyword: &str, words: &[&str]) -> Result<Moment, String> {
    names::moment(after(keyword, words).ok_or_else(|| format!("{keyword} when?"))?)
}

fn party(words: &[&str]) -> Result<u16, String> {
    after("party", words).map_or(Ok(1), |text| text.parse().map_err(|_| format!("“{text}” is no party")))
}

fn segment(words: &[&str]) -> Result<SegmentId, String> {
    let named = words.iter().find(|word| names::SEGMENTS.contains(word) || word.starts_with('#'));
    named.map_or(Ok(SegmentId(0)), |name| names::segment(name))
}
