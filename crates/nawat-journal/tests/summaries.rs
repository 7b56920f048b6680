//! Day summaries: what they count, proved by a recount from the events, and what merging keeps.

#[path = "summaries/lived.rs"]
mod lived;
#[path = "summaries/recount.rs"]
mod recount;

use lived::{LivedDay, hour_of};
use nawat_engine::command::{Answer, Command, WorkChannel};
use nawat_engine::ids::{CounterId, ServiceId};
use nawat_journal::summaries::{Cell, DaySummary, RELATIVE_ERROR, SummaryUnreadable, summarise};

const SHARES: [f64; 4] = [0.25, 0.5, 0.9, 0.99];

fn days(count: u64) -> Vec<LivedDay> {
    (0..count).map(|seed| LivedDay::at_random(seed, seed as i32)).collect()
}

fn total(day: &LivedDay) -> Cell {
    summarise(&day.day, &hour_of).total()
}

#[test]
fn a_summary_agrees_with_a_recount_of_the_events() {
    let mut seen = Cell::default();
    for lived in days(60) {
        let summary = summarise(&lived.day, &hour_of);
        let counted = recount::of(&lived.records);
        let total = summary.total();
        assert_eq!(total.received, counted.received, "seed {}", lived.seed);
        assert_eq!(total.referred, counted.referred, "seed {}", lived.seed);
        assert_eq!(total.unserved.total(), counted.unserved, "seed {}", lived.seed);
        assert_eq!(total.wait.count(), counted.waits_ms.len() as u64, "seed {}", lived.seed);
        assert_eq!(total.wait.sum_ms(), counted.waits_ms.iter().sum::<u64>(), "seed {}", lived.seed);
        assert_eq!(total.counter_steps.ended(), counted.counter_steps, "seed {}", lived.seed);
        assert_eq!(total.counter_steps.within_allotted, counted.within, "seed {}", lived.seed);
        assert_eq!(total.other_steps.ended(), counted.other_steps, "seed {}", lived.seed);
        let served_ms = total.counter_steps.service_time.sum_ms() + total.other_steps.service_time.sum_ms();
        assert_eq!(served_ms, counted.served_ms, "seed {}", lived.seed);
        for service in 0..lived::SERVICES {
            let under = summary.cells.iter().filter(|(key, _)| key.service.0 == service);
            let main = under.map(|(_, cell)| cell.received - cell.referred).sum::<u64>();
            assert_eq!(main, counted.by_main[usize::from(service)], "service {service}, seed {}", lived.seed);
        }
        seen.merge(&total);
    }
    let ends =
        [seen.unserved.left, seen.unserved.no_show, seen.unserved.carried_over, seen.broken_off.total()];
    assert!(ends.iter().all(|count| *count > 0), "the days were to hold every end: {ends:?}");
    assert!(seen.referred > 0 && seen.later_wait.count() > 0 && seen.other_steps.ended() > 0);
}

#[test]
fn merged_quantiles_are_those_of_a_recount_within_the_stated_error() {
    let lived = days(40);
    let mut merged = DaySummary::default();
    let mut waits: Vec<u64> = Vec::new();
    for day in &lived {
        merged.merge(&summarise(&day.day, &hour_of));
        waits.extend(recount::of(&day.records).waits_ms);
    }
    waits.sort_unstable();
    let quantiles = merged.total().wait.quantiles_ms(SHARES).unwrap();
    for (share, reported) in SHARES.into_iter().zip(quantiles) {
        let rank = ((share * waits.len() as f64).ceil() as usize).max(1);
        let exact = waits[rank - 1];
        assert!(reported >= exact, "p{share}: {reported} ms lies below {exact} ms");
        let most = exact as f64 * (1.0 + RELATIVE_ERROR);
        assert!(reported as f64 <= most + 1.0, "p{share}: {reported} ms for {exact} ms");
    }
}

#[test]
fn the_order_of_merging_does_not_matter() {
    let summaries: Vec<DaySummary> = days(9).iter().map(|day| summarise(&day.day, &hour_of)).collect();
    let forwards = summaries.iter().fold(DaySummary::default(), merged);
    let backwards = summaries.iter().rev().fold(DaySummary::default(), merged);
    let (first, second) = summaries.split_at(4);
    let mut halves = first.iter().fold(DaySummary::default(), merged);
    halves.merge(&second.iter().fold(DaySummary::default(), merged));
    assert_eq!(forwards, backwards);
    assert_eq!(forwards, halves);
    assert_eq!((forwards.days, forwards.synthetic_days), (9, 9));
    assert_eq!(forwards.to_bytes(), backwards.to_bytes());
}

fn merged(mut sum: DaySummary, next: &DaySummary) -> DaySummary {
    sum.merge(next);
    sum
}

#[test]
fn the_open_day_grows_into_the_closed_one() {
    let mut lived = LivedDay::opened(7, 0);
    lived.busy_hours(400);
    let open = summarise(&lived.day, &hour_of);
    lived.close(false);
    let closed = summarise(&lived.day, &hour_of);
    assert!(open.still_here > 0, "the day was to be caught with people in the hall");
    assert_eq!((open.open_days, closed.open_days, closed.still_here), (1, 0, 0));
    let (before, after) = (open.total(), closed.total());
    let here = after.received + after.unserved.total() - before.received - before.unserved.total();
    assert_eq!(here, open.still_here);
    assert_eq!(before.counter_steps, after.counter_steps, "nobody ended a step after the closing");
}

#[test]
fn a_referred_person_stays_referred_though_the_clerk_completes_the_matter() {
    let mut lived = LivedDay::opened(1, 0);
    let visit = lived.serve(0);
    lived.must(Command::Refer { counter: CounterId(0), reason: lived::REASON, wants_back: true });
    lived.must(Command::AnswerReferral { visit, answer: Answer::Return });
    lived.must(Command::CallNext { counter: CounterId(0) });
    lived.must(Command::Start { counter: CounterId(0) });
    lived.end(0);
    let total = total(&lived);
    assert_eq!((total.received, total.referred, total.completed), (1, 1, 1));
    assert_eq!(total.counter_steps.ended(), 2);
}

#[test]
fn a_step_undone_is_no_step_and_no_customer() {
    let mut lived = LivedDay::opened(1, 0);
    lived.serve(0);
    lived.end(0);
    assert_eq!(total(&lived).received, 1);
    lived.must(Command::Undo { counter: CounterId(0) });
    let undone = summarise(&lived.day, &hour_of);
    assert_eq!(undone.total().received, 0);
    assert_eq!(undone.total().counter_steps.ended(), 0);
    assert_eq!(undone.still_here, 1);
}

#[test]
fn who_left_unserved_is_counted_apart_and_no_step_flatters_the_promise() {
    let mut lived = LivedDay::opened(1, 0);
    let first = lived.issue(0);
    lived.must(Command::Leave { visit: first, redirected: false });
    lived.issue(0);
    lived.must(Command::CallNext { counter: CounterId(0) });
    lived.must(Command::NoShow { counter: CounterId(0) });
    lived.serve(0);
    lived.issue(1);
    lived.close(true);
    let total = total(&lived);
    assert_eq!((total.received, total.broken_off.day_closed), (1, 1), "served when the day was closed");
    assert_eq!((total.unserved.left, total.unserved.no_show, total.unserved.carried_over), (1, 1, 1));
    assert_eq!(total.counter_steps.ended(), 0, "what the closing cut short was ended by nobody");
    assert_eq!(total.wait.count(), 2, "the one who never came was called, too");
}

#[test]
fn work_without_a_visit_is_no_customer() {
    let mut lived = LivedDay::opened(1, 0);
    for (channel, quantity) in [(WorkChannel::Telephone, 3), (WorkChannel::Email, 4)] {
        let service = ServiceId(1);
        lived.must(Command::RecordWork { service, channel, quantity, counter: None });
    }
    let total = total(&lived);
    assert_eq!((total.work.telephone, total.work.email, total.work.total()), (3, 4, 7));
    assert_eq!(total.received, 0);
}

#[test]
fn bytes_give_the_same_summary_again() {
    for lived in days(5) {
        let summary = summarise(&lived.day, &hour_of);
        let bytes = summary.to_bytes();
        assert_eq!(DaySummary::from_bytes(&bytes), Ok(summary));
    }
    let empty = DaySummary::default();
    assert_eq!(DaySummary::from_bytes(&empty.to_bytes()), Ok(empty));
}

#[test]
fn damaged_bytes_are_refused_with_the_remedy() {
    let bytes = summarise(&LivedDay::at_random(3, 0).day, &hour_of).to_bytes();
    for cut in 0..bytes.len() {
        assert!(DaySummary::from_bytes(&bytes[..cut]).is_err(), "cut after {cut} bytes");
    }
    let mut longer = bytes.clone();
    longer.push(0);
    assert_eq!(DaySummary::from_bytes(&longer), Err(SummaryUnreadable::Damaged));
    let mut other = bytes;
    other[0] = 9;
    let refused = DaySummary::from_bytes(&other).unwrap_err();
    assert_eq!(refused, SummaryUnreadable::OtherLayout { layout: 9 });
    assert!(refused.to_string().contains("nawat rebuild"));
}
