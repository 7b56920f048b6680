//! Free words of visitors and the way to answer them: kept by the people vault, never in an event.

use nawat_engine::ids::Reference;
use nawat_journal::people::{People, Purpose};
use serde::{Deserialize, Serialize};

use crate::problems::Problem;
use crate::random;
use crate::state::AppState;
use crate::vault::in_vault;

/// Signs of one remark at the most; the rest is cut, not refused.
const WORDS_MAX: usize = 1_000;
const CONTACT_MAX: usize = 120;

/// What somebody said besides a score.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub words: Option<String>,
    pub contact: Option<String>,
}

impl Said {
    pub fn new(words: Option<&str>, contact: Option<&str>) -> Said {
        let cut = |text: &str, most| text.chars().take(most).collect::<String>();
        Said { words: words.map(|it| cut(it, WORDS_MAX)), contact: contact.map(|it| cut(it, CONTACT_MAX)) }
    }

    fn is_empty(&self) -> bool {
        self.words.is_none() && self.contact.is_none()
    }
}

/// Keeps what was said under a new reference; nothing where nothing was said.
pub async fn keep(state: &AppState, said: Said) -> Result<Option<Reference>, Problem> {
    if said.is_empty() {
        return Ok(None);
    }
    let (reference, nonce) = (random::reference()?, random::nonce()?);
    let (people, now) = (state.people(), state.clock().wall());
    let text = serde_json::to_string(&said).unwrap_or_default();
    in_vault(move || people.keep_words(reference, &text, Purpose::Remark, nonce, now)).await?;
    Ok(Some(reference))
}

/// What is kept under a reference; nothing where it was erased.
pub fn open(people: &People, reference: Reference) -> Option<Said> {
    let text = people.words(reference).ok()??;
    serde_json::from_str(&text).ok()
}
