//! The period statistics: every figure that the exports and the page show, reckoned once.

use std::collections::BTreeSet;

use jiff::civil::Date;
use nawat_catalogue::{Lang, NewApplication, Published, Words};
use nawat_engine::time::CivilDay;
use nawat_journal::DaySummary;
use nawat_journal::summaries::{Ends, Steps, WorkDone};

use crate::measures::{
    Counted, completed, customers_by_kind, customers_per_working_day, later_wait, new_applications,
    service_time, unserved, wait, within_allotted, work,
};
use crate::period::{Period, date};
use crate::{Quantiles, ReportTexts, Share};

/// What a period was like. `None` always means *not measured*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodStatistics {
    pub centre_key: String,
    pub centre: Words,
    pub owner: Words,
    pub period: Period,
    /// By the centre's calendar.
    pub working_days: u64,
    pub days: DaysOfPeriod,
    /// Received customers: the sum of the kinds.
    pub customers: u64,
    /// Persons that these customers stood for, companions too.
    pub persons: u64,
    /// In the order of the centre's kinds; then, where it is not empty, what was withdrawn since.
    pub kinds: Vec<KindRow>,
    pub new_applications: NewApplications,
    pub within_allotted: Option<Share>,
    pub wait: Option<Quantiles>,
    pub later_wait: Option<Quantiles>,
    pub service_time: Option<Quantiles>,
    pub completed: Option<Share>,
    pub unserved: Ends,
    pub counter_steps: StepFigures,
    pub other_steps: StepFigures,
    pub work: WorkDone,
    /// Visits that had not ended, where the period holds a day that is still open.
    pub still_here: u64,
    /// Where the journal's chain stood, for whoever wants to check the report against it.
    pub head: Option<Head>,
}

/// The days behind the figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DaysOfPeriod {
    pub recorded: u64,
    /// Of these, lived by simulated people.
    pub synthetic: u64,
    /// Of these, still open: their figures move.
    pub open: u64,
    /// Working days of the period with a record.
    pub working_recorded: u64,
    /// Working days of the period without one.
    pub missing: Vec<Date>,
}

/// Received customers of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindRow {
    pub kind: String,
    /// As the centre calls it; empty for what was withdrawn.
    pub name: Words,
    pub new_application: Option<NewApplication>,
    pub customers: u64,
    /// Of all customers. `None`: there were none.
    pub share: Option<Share>,
}

/// Customers with a new application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewApplications {
    pub mazaya: u64,
    pub other: u64,
}

/// Steps ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepFigures {
    pub ended: u64,
    pub within_allotted: u64,
    pub completed: u64,
}

/// The last day of the chain behind a report, and its hash in hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub day: Date,
    pub hash: String,
}

/// The key of the row for services that this version of the centre no longer has.
const WITHDRAWN: &str = "withdrawn_services";

impl PeriodStatistics {
    /// Reckons the statistics of a period from its day summaries. Days outside the period are passed over,
    /// so that a whole journal may be handed in; several summaries of one day add up.
    pub fn of(
        summaries: impl IntoIterator<Item = (CivilDay, DaySummary)>,
        published: &Published,
        period: Period,
    ) -> PeriodStatistics {
        let mut sum = DaySummary::default();
        let mut recorded = BTreeSet::new();
        for (day, summary) in summaries.into_iter().filter(|(day, _)| period.holds(*day)) {
            recorded.insert(date(day));
            sum.merge(&summary);
        }
        let working_days = period.working_days(&published.centre.calendar);
        let missing: Vec<Date> = working_days.iter().copied().filter(|day| !recorded.contains(day)).collect();
        let days = DaysOfPeriod {
            recorded: recorded.len() as u64,
            working_recorded: (working_days.len() - missing.len()) as u64,
            synthetic: u64::from(sum.synthetic_days),
            open: u64::from(sum.open_days),
            missing,
        };
        let counted = customers_by_kind(&sum, published);
        let (mazaya, other) = new_applications(&counted, published);
        let total = sum.total();
        PeriodStatistics {
            centre_key: published.centre.key.clone(),
            centre: published.centre.name.clone(),
            owner: published.centre.owner.clone(),
            period,
            working_days: working_days.len() as u64,
            days,
            customers: counted.all,
            persons: total.persons,
            kinds: kind_rows(&counted, published),
            new_applications: NewApplications { mazaya, other },
            within_allotted: within_allotted(&total),
            wait: wait(&total),
            later_wait: later_wait(&total),
            service_time: service_time(&total),
            completed: completed(&total),
            unserved: unserved(&total),
            counter_steps: StepFigures::of(&total.counter_steps),
            other_steps: StepFigures::of(&total.other_steps),
            work: work(&total),
            still_here: sum.still_here,
            head: None,
        }
    }

    /// The same, saying where the journal's chain stood.
    pub fn with_head(mut self, head: Option<Head>) -> PeriodStatistics {
        self.head = head;
        self
    }

    /// Simulated people lived at least one day of it.
    pub fn synthetic(&self) -> bool {
        self.days.synthetic > 0
    }

    /// At least one day of it was recorded; without one, nothing was measured.
    pub fn recorded(&self) -> bool {
        self.days.recorded > 0
    }

    /// Over the working days that were recorded, one decimal. `None`: there was none.
    pub fn customers_per_working_day(&self) -> Option<f64> {
        customers_per_working_day(self.customers, self.days.working_recorded)
    }
}

impl NewApplications {
    pub fn customers(self) -> u64 {
        self.mazaya.saturating_add(self.other)
    }

    /// Mazaya's part of the new applications. `None`: there were none.
    pub fn mazaya_share(self) -> Option<Share> {
        Share::of(self.mazaya, self.customers())
    }
}

impl StepFigures {
    fn of(steps: &Steps) -> StepFigures {
        StepFigures {
            ended: steps.ended(),
            within_allotted: steps.within_allotted,
            completed: steps.completed,
        }
    }
}

impl KindRow {
    /// Its name in one language.
    pub fn name_in(&self, texts: &ReportTexts, lang: Lang) -> String {
        match self.kind.as_str() {
            WITHDRAWN => texts.in_lang(lang).say("withdrawn-services"),
            _ => self.name.in_lang(lang).to_owned(),
        }
    }
}

fn kind_rows(counted: &Counted, published: &Published) -> Vec<KindRow> {
    let row = |kind: &str, name: &Words, new_application, customers| KindRow {
        kind: kind.to_owned(),
        name: name.clone(),
        new_application,
        customers,
        share: Share::of(customers, counted.all),
    };
    let kinds = published.centre.kinds.iter().zip(&counted.by_kind);
    let mut rows: Vec<KindRow> =
        kinds.map(|(kind, customers)| row(&kind.key, &kind.name, kind.new_application, *customers)).collect();
    if counted.withdrawn > 0 {
        rows.push(row(WITHDRAWN, &Words::default(), None, counted.withdrawn));
    }
    rows
}
