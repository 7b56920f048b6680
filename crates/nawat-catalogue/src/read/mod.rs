//! Reading a centre's folder: every file, every mistake.
//!
//! ```text
//! centre.toml            names, limits, sections, kinds, queues, segments, profiles, counters, outcomes, reasons
//! services/*.toml        one service a file
//! calendar/hours.toml    the week's hours, and ranges with others
//! calendar/holidays-YEAR.toml
//! texts/ar.ftl, en.ftl   the centre's own sentences (both or none)
//! quarter.csv            published counts (may be left out)
//! voice/, display/       sounds and pictures, which no rule depends on: served as they lie, not read here
//! ```

mod calendar_files;
mod centre_file;
mod fields;
mod fit;
mod found;
mod page;
mod prefixes;
mod register;
mod service_file;
mod text_files;

use std::path::Path;

use crate::centre::Centre;
use crate::mistake::Mistakes;
use crate::quarter;
use crate::unreadable::unreadable;
pub use fields::Fields;
pub use found::Found;
pub use page::{Notes, Page};
pub use register::{Where, nearest};

/// Reads and checks a centre's folder.
///
/// Errors: all mistakes at once, by file and line, each with what to do. A centre that is returned is whole:
/// every reference leads somewhere, every number is within its bounds, and the days of its calendar do not
/// contradict each other.
pub fn read(dir: &Path) -> Result<Centre, Mistakes> {
    let notes = Notes::default();
    if !dir.is_dir() {
        let at = Where::file(&dir.display().to_string());
        notes.note(&at, "M006", "there is no such folder.", "Name the folder that holds centre.toml.");
        return Err(Mistakes::sorted(notes.finish()));
    }
    let folder = Folder { dir, notes: &notes };
    let draft = centre_file::read(&folder);
    let services = service_file::read_all(&folder);
    let calendar = calendar_files::read(&folder);
    let texts = text_files::read(&folder);
    folder.note_strays();

    if let Some(draft) = &draft {
        prefixes::check(&draft.series, &notes);
        if !notes.unread() {
            fit::check(draft, &services, &notes);
        }
        check_quarter(&folder, draft);
    }
    let services = services.into_iter().map(|draft| draft.service).collect();
    let whole = draft.zip(calendar).and_then(|(draft, calendar)| draft.whole(services, calendar, texts));
    let mistakes = notes.finish();
    match whole {
        Some(centre) if mistakes.is_empty() => Ok(centre),
        _ => Err(Mistakes::sorted(mistakes)),
    }
}

fn check_quarter(folder: &Folder, draft: &centre_file::Draft) {
    let Some(text) = folder.text_if_there("quarter.csv") else { return };
    let kinds: Vec<&str> = draft.kinds.iter().map(|kind| kind.key.as_str()).collect();
    let sections: Vec<&str> = draft.sections.iter().map(|section| section.key.as_str()).collect();
    folder.notes.take_in(quarter::rows("quarter.csv", &text, &kinds, &sections).1);
}

/// A centre's folder.
struct Folder<'a> {
    dir: &'a Path,
    notes: &'a Notes,
}

impl Folder<'_> {
    /// The text of a file; what cannot be read is noted (M006).
    fn text(&self, file: &str) -> Option<String> {
        match std::fs::read_to_string(self.dir.join(file)) {
            Ok(text) => Some(text),
            Err(error) => {
                let (what, remedy) = unreadable(&error);
                self.notes.note(&Where::file(file), "M006", what, remedy);
                None
            }
        }
    }

    fn text_if_there(&self, file: &str) -> Option<String> {
        if self.dir.join(file).exists() { self.text(file) } else { None }
    }

    /// Names of what lies in a folder, in order; a folder that is not there holds nothing.
    fn names(&self, folder: &str) -> Vec<String> {
        let Ok(entries) = std::fs::read_dir(self.dir.join(folder)) else { return Vec::new() };
        let mut names: Vec<String> =
            entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
        // Hidden files are an editor's or the system's own.
        names.retain(|name| !name.starts_with('.') && !name.ends_with('~'));
        names.sort();
        names
    }

    /// A file that nobody reads would be a rule that nobody follows (M007).
    fn note_strays(&self) {
        let sound = |folder: &str, name: &str| match folder {
            "." => {
                matches!(
                    name,
                    "centre.toml"
                        | "services"
                        | "calendar"
                        | "texts"
                        | "voice"
                        | "display"
                        | "quarter.csv"
                        | "README.md"
                )
            }
            "services" => name.ends_with(".toml"),
            "calendar" => name == "hours.toml" || calendar_files::year_of(name).is_some(),
            _ => matches!(name, "ar.ftl" | "en.ftl"),
        };
        for folder in [".", "services", "calendar", "texts"] {
            for name in self.names(folder) {
                if !sound(folder, &name) {
                    let file = if folder == "." { name } else { format!("{folder}/{name}") };
                    let remedy = "Rename it as the others are named, or take it away.";
                    self.notes.note(&Where::file(&file), "M007", "nothing reads this file.", remedy);
                }
            }
        }
    }
}
