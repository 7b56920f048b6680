//! Why a report cannot be given.

use std::fmt;

use crate::exports::Format;
use crate::period::PeriodError;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportError {
    Period(PeriodError),
    /// The format is planned, and this version does not write it.
    NotWrittenYet {
        format: Format,
    },
    UnknownFormat {
        text: String,
    },
    /// A page could not be filled in; the words say where.
    Page {
        words: String,
    },
}

impl ReportError {
    /// The code that pages, API and docs share.
    pub fn code(&self) -> &'static str {
        match self {
            ReportError::Period(error) => error.code(),
            ReportError::NotWrittenYet { .. } => "format_not_written_yet",
            ReportError::UnknownFormat { .. } => "unknown_format",
            ReportError::Page { .. } => "report_page",
        }
    }
}

impl fmt::Display for ReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReportError::Period(error) => error.fmt(f),
            ReportError::NotWrittenYet { format } => write!(
                f,
                "{format} is not written by this version. Take {} instead",
                match format {
                    Format::Pdf => "html, and print it to PDF from the browser,",
                    _ => "csv, which spreadsheets open,",
                }
            ),
            ReportError::UnknownFormat { text } => {
                write!(
                    f,
                    "“{text}” is no format. Choose one of {}",
                    Format::WRITTEN.map(Format::key).join(", ")
                )
            }
            ReportError::Page { words } => write!(f, "the report's page could not be made: {words}"),
        }
    }
}

impl std::error::Error for ReportError {}

impl From<PeriodError> for ReportError {
    fn from(error: PeriodError) -> ReportError {
        ReportError::Period(error)
    }
}
