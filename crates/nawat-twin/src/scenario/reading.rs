//! Reading a scenario's file: every mistake at once, with its line and what to do.

use std::path::Path;

use nawat_catalogue::{Mistake, Mistakes, Notes, Page, Where};

use super::{Scenario, draft, fit, of_centre, on_its_own};

impl Scenario {
    /// Reads a scenario's file, and the centre's folder that it names.
    ///
    /// # Errors
    /// All mistakes at once, each with file, line, code and remedy. A scenario that is returned can be
    /// simulated: its days end, and its endless day settles.
    pub fn read(path: &Path) -> Result<Scenario, Mistakes> {
        let file = path.display().to_string();
        let folder = path.parent().unwrap_or(Path::new(""));
        match std::fs::read_to_string(path) {
            Ok(source) => Scenario::parse(&file, &source, folder),
            Err(error) => Err(Mistakes(vec![Mistake {
                file,
                line: 0,
                code: "M006",
                what: format!("this file cannot be read: {error}."),
                remedy: "Name a scenario, such as scenarios/mm9.toml.".to_owned(),
            }])),
        }
    }

    /// The same from the text of a file; a centre that it names is looked for in `folder`.
    pub fn parse(file: &str, source: &str, folder: &Path) -> Result<Scenario, Mistakes> {
        let notes = Notes::default();
        let page = Page { file, source, notes: &notes };
        let scenario = draft::read(&page).and_then(|draft| {
            let built = match &draft.centre {
                Some(centre) => match nawat_catalogue::read(&folder.join(&centre.key)) {
                    Ok(defined) => of_centre::build(&draft, defined, &notes),
                    Err(mistakes) => {
                        // Where the folder itself is sound, it is the name that leads nowhere.
                        notes.note(&centre.at, "S001", "the centre cannot be used:", "Mend what follows.");
                        notes.take_in(mistakes.0.into_iter().map(|mistake| Mistake {
                            file: format!("{}/{}", centre.key, mistake.file),
                            ..mistake
                        }));
                        None
                    }
                },
                None => on_its_own::build(&draft, &notes),
            };
            fit::finish(&draft, built, &notes)
        });
        let mistakes = notes.finish();
        match scenario {
            Some(scenario) if mistakes.is_empty() => Ok(scenario),
            _ if mistakes.is_empty() => {
                // Nothing is dropped without a note; should it be, the file is not simulated all the same.
                Err(Mistakes(vec![Mistake {
                    file: Where::file(file).file,
                    line: 0,
                    code: "S001",
                    what: "this scenario cannot be read.".to_owned(),
                    remedy: "Begin with scenarios/mm9.toml.".to_owned(),
                }]))
            }
            _ => Err(Mistakes::sorted(mistakes)),
        }
    }
}
