//! The statistics of a period, as they are published.

use askama::Template;

use super::frame::Frame;

#[derive(Debug, Template)]
#[template(path = "statistics.html")]
pub struct Statistics<'a> {
    pub f: &'a Frame<'a>,
    /// The period as ISO dates for the form, and in words.
    pub from: String,
    pub to: String,
    pub period: String,
    pub working_days: u32,
    /// What was wrong with the dates as asked, in words.
    pub wrong: Option<String>,
    /// `None` where the period holds no closed day: nothing is shown as nought.
    pub figures: Option<Figures>,
    /// Some of these days were made, not lived.
    pub synthetic: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// The count, and as it is written: 25,780.
    pub customers: u32,
    pub customers_text: String,
    pub cards: Vec<Card>,
    pub kinds: Vec<KindRow>,
    pub paragraph: String,
}

/// A measure: its value in words, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub name: String,
    pub value: Option<String>,
    pub note: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindRow {
    pub name: String,
    pub customers: u32,
    pub customers_text: String,
    pub share_text: String,
}

impl Figures {
    /// The bar of a kind, in thousandths of the longest one.
    pub fn bar(&self, row: &KindRow) -> u32 {
        let most = self.kinds.iter().map(|row| row.customers).max().unwrap_or(0).max(1);
        let thousandths = u64::from(row.customers) * 1000 / u64::from(most);
        let least = if row.customers > 0 { 4 } else { 0 };
        u32::try_from(thousandths).unwrap_or(1000).max(least)
    }
}

impl Statistics<'_> {
    /// The same period in another format.
    pub fn download(&self, format: &str) -> String {
        format!("/statistics/report.{format}?from={}&to={}&lang={}", self.from, self.to, self.f.lang.code())
    }
}
