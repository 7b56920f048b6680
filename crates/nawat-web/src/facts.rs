//! Roles given and devices paired are facts of the centre: they go into its users stream, without names.

use nawat_journal::{StreamName, TellError};

use crate::problems::{Problem, not_told};
use crate::state::AppState;

/// Writes what happened to accounts since the last time into the centre's users stream. Facts that another
/// process made (`nawat user add`) come along.
pub async fn keep_facts(state: &AppState) -> Result<(), Problem> {
    let _alone = state.facts().lock().await;
    let pending = state.accounts().pending_facts()?;
    let Some(last) = pending.last().map(|fact| fact.id) else { return Ok(()) };
    let now = state.clock().now();
    let written = state.writer().with_hall(move |hall| {
        let stream = StreamName::users(hall.centre());
        for fact in &pending {
            let payload = serde_json::to_string(&fact.fact)
                .map_err(|error| TellError::Broken(format!("a fact could not be written: {error}")))?;
            hall.stage_other(&stream, now, payload)?;
        }
        hall.commit()
    });
    written.await.map_err(|error| state.read(|committed| not_told(error, committed)))?;
    Ok(state.accounts().facts_written(last)?)
}
