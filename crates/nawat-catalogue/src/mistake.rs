//! What is wrong in a centre's folder or another file, where, and what to do about it.

use serde::Serialize;

/// One mistake, in words for whoever edits the centre.
///
/// Codes are lasting: scripts and documentation may name them. M00x: the file and its fields; M01x: keys and
/// references; M02x: numbers; M03x: ticket prefixes; M04x: what must fit together; M05x: days and hours;
/// M06x: a quarter's counts; M07x: texts; S0xx: a scenario of the twin.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Mistake {
    /// Path within the centre's folder, with `/`.
    pub file: String,
    /// Counted from 1; 0 where the whole file is meant.
    pub line: usize,
    pub code: &'static str,
    pub what: String,
    pub remedy: String,
}

impl std::fmt::Display for Mistake {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        write!(f, " [{}] {} {}", self.code, self.what, self.remedy)
    }
}

/// All mistakes of a folder, by file and line; never empty when it stands in an `Err`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Mistakes(pub Vec<Mistake>);

impl Mistakes {
    /// In the order of files and lines, each once.
    pub fn sorted(mut list: Vec<Mistake>) -> Mistakes {
        list.sort();
        list.dedup();
        Mistakes(list)
    }

    pub fn iter(&self) -> std::slice::Iter<'_, Mistake> {
        self.0.iter()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> IntoIterator for &'a Mistakes {
    type Item = &'a Mistake;
    type IntoIter = std::slice::Iter<'a, Mistake>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// One mistake a line.
impl std::fmt::Display for Mistakes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (i, mistake) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            mistake.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Mistakes {}
