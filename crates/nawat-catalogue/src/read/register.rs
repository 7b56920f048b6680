//! What is defined where, what refers to what, and which references lead nowhere.

use std::collections::BTreeMap;

/// A sort of thing that others refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sort {
    Kind,
    Section,
    Queue,
    Series,
    Service,
    Segment,
    Profile,
    Counter,
    Outcome,
    Reason,
}

impl Sort {
    pub fn noun(self) -> &'static str {
        match self {
            Sort::Kind => "kind",
            Sort::Section => "section",
            Sort::Queue => "queue",
            Sort::Series => "series",
            Sort::Service => "service",
            Sort::Segment => "segment",
            Sort::Profile => "profile",
            Sort::Counter => "counter",
            Sort::Outcome => "outcome",
            Sort::Reason => "reason",
        }
    }

    /// Where things of this sort are written.
    pub fn home(self) -> String {
        match self {
            Sort::Service => "the files in services/".to_owned(),
            _ => format!("the [[{}]] tables in centre.toml", self.noun()),
        }
    }
}

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Where {
    pub file: String,
    /// 0 where the whole file is meant.
    pub line: usize,
}

impl Where {
    pub fn file(file: &str) -> Where {
        Where { file: file.to_owned(), line: 0 }
    }
}

impl std::fmt::Display for Where {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

#[derive(Debug, Default)]
pub(crate) struct Register {
    defined: BTreeMap<(Sort, String), Where>,
    referred: Vec<(Sort, String, Where)>,
}

impl Register {
    /// The place of an earlier definition with the same key, if there is one.
    pub fn define(&mut self, sort: Sort, key: &str, at: Where) -> Option<Where> {
        use std::collections::btree_map::Entry;
        match self.defined.entry((sort, key.to_owned())) {
            Entry::Occupied(earlier) => Some(earlier.get().clone()),
            Entry::Vacant(free) => {
                free.insert(at);
                None
            }
        }
    }

    pub fn refer(&mut self, sort: Sort, key: &str, at: Where) {
        self.referred.push((sort, key.to_owned(), at));
    }

    pub fn place(&self, sort: Sort, key: &str) -> Option<Where> {
        self.defined.get(&(sort, key.to_owned())).cloned()
    }

    pub fn lost(&self) -> Vec<Lost> {
        let lost =
            self.referred.iter().filter(|(sort, key, _)| !self.defined.contains_key(&(*sort, key.clone())));
        lost.map(|(sort, key, at)| {
            let known = self.defined.keys().filter(|(other, _)| other == sort).map(|(_, key)| key.as_str());
            let nearest = nearest(key, known).map(str::to_owned);
            Lost { sort: *sort, key: key.clone(), nearest, at: at.clone() }
        })
        .collect()
    }
}

/// A reference without a definition, with the nearest key that there is.
pub(crate) struct Lost {
    pub sort: Sort,
    pub key: String,
    pub nearest: Option<String>,
    pub at: Where,
}

/// The word that was probably meant: fewest strokes away, and near enough to be a slip.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near_enough = (word.chars().count() / 3).max(2);
    known
        .into_iter()
        .map(|candidate| (strokes(word, candidate), candidate))
        .filter(|(strokes, _)| *strokes <= near_enough)
        .min()
        .map(|(_, candidate)| candidate)
}

/// Letters to add, drop or change (Levenshtein's distance).
fn strokes(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, letter) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, other_letter) in other.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *other_letter);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_a_slip_away() {
        let known = ["inquiries", "legal", "studies"];
        assert_eq!(nearest("inqiries", known), Some("inquiries"));
        assert_eq!(nearest("leggal", known), Some("legal"));
        assert_eq!(nearest("parking", known), None);
        assert_eq!(strokes("", "abc"), 3);
        assert_eq!(strokes("دور", "دار"), 1);
    }
}
