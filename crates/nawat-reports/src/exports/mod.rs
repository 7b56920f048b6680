//! The report as people take it away. One file a format; none of them reckons.

mod csv;
mod html;
mod json;
mod text;

use std::fmt;
use std::str::FromStr;

use nawat_catalogue::Lang;

use crate::{PeriodStatistics, ReportError, ReportTexts};

/// A format of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    Text,
    Json,
    Csv,
    Html,
    Xlsx,
    Pdf,
}

impl Format {
    pub const ALL: [Format; 6] =
        [Format::Text, Format::Json, Format::Csv, Format::Html, Format::Xlsx, Format::Pdf];
    /// Those that this version writes.
    pub const WRITTEN: [Format; 4] = [Format::Text, Format::Json, Format::Csv, Format::Html];

    /// Its name on the command line and in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Json => "json",
            Format::Csv => "csv",
            Format::Html => "html",
            Format::Xlsx => "xlsx",
            Format::Pdf => "pdf",
        }
    }

    /// As HTTP names what is inside.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Text => "text/plain; charset=utf-8",
            Format::Json => "application/json",
            Format::Csv => "text/csv; charset=utf-8; header=present",
            Format::Html => "text/html; charset=utf-8",
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Format::Pdf => "application/pdf",
        }
    }

    /// The end of a file's name.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Text => "txt",
            other => other.key(),
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl FromStr for Format {
    type Err = ReportError;

    fn from_str(text: &str) -> Result<Format, ReportError> {
        let known = Format::ALL.into_iter().find(|format| format.key() == text);
        known.ok_or_else(|| ReportError::UnknownFormat { text: text.chars().take(40).collect() })
    }
}

/// The report in one format and one language (json holds both paragraphs whatever the language).
///
/// # Errors
/// [`ReportError::NotWrittenYet`] for the formats that this version does not write.
pub fn render(
    statistics: &PeriodStatistics,
    texts: &ReportTexts,
    lang: Lang,
    format: Format,
) -> Result<String, ReportError> {
    match format {
        Format::Text => Ok(text::render(statistics, texts, lang)),
        Format::Json => json::render(statistics, texts),
        Format::Csv => Ok(csv::render(statistics, texts, lang)),
        Format::Html => html::render(statistics, texts, lang),
        Format::Xlsx | Format::Pdf => Err(ReportError::NotWrittenYet { format }),
    }
}
