//! `nawat report`: the statistics of a period, from the day summaries.

use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;

use nawat_catalogue::{Lang, Published, date_of};
use nawat_engine::time::CivilDay;
use nawat_journal::editions::Editions;
use nawat_journal::reading::read_checked;
use nawat_journal::replay::replay;
use nawat_journal::stream::{StreamKind, StreamName};
use nawat_journal::{DaySummary, Store, summarise};
use nawat_reports::{Format, Head, Period, PeriodStatistics, ReportTexts, render};

use crate::args::Report;
use crate::clock::HallClock;
use crate::commands::folder;
use crate::exit::Failure;
use crate::print;

pub fn run(arguments: &Report) -> Result<(), Failure> {
    let lang = match arguments.lang.as_str() {
        "ar" => Lang::Ar,
        "en" => Lang::En,
        other => return Err(Failure::misused(format!("there is no language “{other}”; take ar or en"))),
    };
    let format = Format::from_str(&arguments.format).map_err(Failure::misused)?;
    let mut store = folder::to_read(&arguments.data)?;
    let centre = folder::one_centre(&mut store, arguments.centre.as_deref())?;
    let records = Records::read(&mut store, &centre)?;
    let today = records.today(&mut store)?;
    let period = Period::new(arguments.from, arguments.to, today)
        .map_err(|error| Failure::misused(error.in_words(&records.texts, lang)))?;
    let statistics = records.statistics(&mut store, period)?;
    let text = render(&statistics, &records.texts, lang, format).map_err(Failure::misused)?;
    match &arguments.output {
        None => print::all(&text),
        Some(file) => write(file, &text),
    }
}

fn write(file: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(file, text).map_err(|error| {
        Failure::failed(format!("cannot write {}: {error}; choose another --output", file.display()))
    })
}

/// What a report needs beside the summaries.
pub struct Records {
    centre: String,
    editions: Editions,
    published: Arc<Published>,
    texts: ReportTexts,
}

impl Records {
    pub fn read(store: &mut dyn Store, centre: &str) -> Result<Records, Failure> {
        let editions = Editions::read(store, centre).map_err(Failure::failed)?;
        let newest = editions.newest().ok_or_else(|| Failure::failed("the centre was never published"))?;
        let published = Arc::clone(&newest.published);
        let texts = ReportTexts::of(&published).map_err(Failure::failed)?;
        Ok(Records { centre: centre.to_owned(), editions, published, texts })
    }

    /// The centre's date now: the wall's, or that of the last day lived, where a demonstration or a
    /// synthesis has gone ahead of the wall.
    fn today(&self, store: &mut dyn Store) -> Result<jiff::civil::Date, Failure> {
        let wall = self.published.centre.calendar.local_date(HallClock::of_the_wall().now());
        let last = store.last_stream(&StreamName::days_of(&self.centre)).map_err(Failure::failed)?;
        Ok(match last.as_ref().map(|(name, _)| name.kind()) {
            Some(StreamKind::Day { date, .. }) => wall.max(date_of(date)),
            _ => wall,
        })
    }

    /// Reckons a period: closed days from their summaries, a day that is open from its events.
    pub fn statistics(&self, store: &mut dyn Store, period: Period) -> Result<PeriodStatistics, Failure> {
        let (from, to) = period.civil_days();
        let rows = store.summaries(&self.centre, from, to).map_err(Failure::failed)?;
        let mut summaries = Vec::with_capacity(rows.len());
        for row in rows {
            summaries.push((row.day, DaySummary::from_bytes(&row.summary).map_err(Failure::failed)?));
        }
        if let Some(open) = self.open_day(store)? {
            summaries.push(open);
        }
        let head = self.head(store, to)?;
        Ok(PeriodStatistics::of(summaries, &self.published, period).with_head(head))
    }

    /// The last day, where it is open; a closed one has its summary.
    fn open_day(&self, store: &mut dyn Store) -> Result<Option<(CivilDay, DaySummary)>, Failure> {
        let last = store.last_stream(&StreamName::days_of(&self.centre)).map_err(Failure::failed)?;
        let Some((stream, _)) = last else { return Ok(None) };
        let StreamKind::Day { date, .. } = stream.kind() else { return Ok(None) };
        if !store.summaries(&self.centre, date, date).map_err(Failure::failed)?.is_empty() {
            return Ok(None);
        }
        let rows = read_checked(store, &stream).map_err(Failure::failed)?;
        let day = replay(&rows, &self.editions).map_err(Failure::failed)?;
        let calendar = &self.published.centre.calendar;
        let open = day.phase == nawat_engine::Phase::Open;
        Ok(open.then(|| (date, summarise(&day, &|moment| calendar.local_hour(moment)))))
    }

    /// Head of the last day within the period.
    fn head(&self, store: &mut dyn Store, to: CivilDay) -> Result<Option<Head>, Failure> {
        let days = store.streams(&StreamName::days_of(&self.centre)).map_err(Failure::failed)?;
        let within = days.iter().rev().find_map(|(name, link)| match name.kind() {
            StreamKind::Day { date, .. } if date <= to => Some((date, link.hash)),
            _ => None,
        });
        Ok(within.map(|(date, hash)| Head { day: date_of(date), hash: hash.to_string() }))
    }
}
