//! One TOML file under reading: its lines, and where notes about it go.

use std::cell::RefCell;
use std::ops::Range;

use super::register::{Register, Sort, Where};
use crate::mistake::Mistake;

/// What the whole reading gathers: mistakes, what is defined where, and what refers to what.
#[derive(Debug, Default)]
pub struct Notes {
    mistakes: RefCell<Vec<Mistake>>,
    register: RefCell<Register>,
}

impl Notes {
    pub fn note(&self, at: &Where, code: &'static str, what: impl Into<String>, remedy: impl Into<String>) {
        self.mistakes.borrow_mut().push(Mistake {
            file: at.file.clone(),
            line: at.line,
            code,
            what: what.into(),
            remedy: remedy.into(),
        });
    }

    pub fn take_in(&self, mistakes: impl IntoIterator<Item = Mistake>) {
        self.mistakes.borrow_mut().extend(mistakes);
    }

    /// Notes a definition; a key that stands twice is a mistake (M010).
    pub(crate) fn define(&self, sort: Sort, key: &str, at: Where) {
        let earlier = self.register.borrow_mut().define(sort, key, at.clone());
        if let Some(earlier) = earlier {
            self.note(
                &at,
                "M010",
                format!("the {} {key} is defined here and in {earlier}.", sort.noun()),
                "Give one of them another key.",
            );
        }
    }

    pub(crate) fn refer(&self, sort: Sort, key: &str, at: Where) {
        self.register.borrow_mut().refer(sort, key, at);
    }

    /// Where a thing is defined; the centre's own file where it is not.
    pub(crate) fn place(&self, sort: Sort, key: &str) -> Where {
        self.register.borrow().place(sort, key).unwrap_or_else(|| Where::file("centre.toml"))
    }

    /// Whether some reference to this sort of thing leads nowhere.
    pub(crate) fn has_lost(&self, sort: Sort) -> bool {
        self.register.borrow().lost().iter().any(|lost| lost.sort == sort)
    }

    /// Whether a file was missing or not to be read, so that what depends on it cannot be judged.
    pub(crate) fn unread(&self) -> bool {
        self.mistakes.borrow().iter().any(|mistake| ["M001", "M006"].contains(&mistake.code))
    }

    /// All mistakes, those references too that lead nowhere (M011). Where a file was not TOML, what else was
    /// noted of it is mostly the echo of that and left out, and so are references while a file is unread.
    pub fn finish(self) -> Vec<Mistake> {
        if !self.unread() {
            for lost in self.register.borrow().lost() {
                let remedy = match lost.nearest {
                    Some(nearest) => format!("Did you mean {nearest}?"),
                    None => format!("Define it, or name one of {}.", lost.sort.home()),
                };
                self.note(
                    &lost.at,
                    "M011",
                    format!("there is no {} {}.", lost.sort.noun(), lost.key),
                    remedy,
                );
            }
        }
        let mistakes = self.mistakes.into_inner();
        let broken = mistakes.iter().filter(|mistake| mistake.code == "M001").map(|mistake| &mistake.file);
        let broken: std::collections::BTreeSet<String> = broken.cloned().collect();
        mistakes.into_iter().filter(|it| it.code == "M001" || !broken.contains(&it.file)).collect()
    }
}

/// One file.
#[derive(Debug)]
pub struct Page<'a> {
    pub file: &'a str,
    pub source: &'a str,
    pub notes: &'a Notes,
}

impl Page<'_> {
    pub fn at(&self, span: Range<usize>) -> Where {
        let line = 1 + self.source.bytes().take(span.start).filter(|byte| *byte == b'\n').count();
        Where { file: self.file.to_owned(), line }
    }
}
