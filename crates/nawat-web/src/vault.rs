//! Work with the people vault, off the threads that answer.

use nawat_journal::StoreError;
use nawat_journal::people::VaultError;

use crate::problems::Problem;

/// The vault syncs its file: that must not hold up everybody else.
pub async fn in_vault(work: impl FnOnce() -> Result<(), VaultError> + Send + 'static) -> Result<(), Problem> {
    let done = tokio::task::spawn_blocking(work).await;
    let lost = |error: tokio::task::JoinError| {
        VaultError::File(StoreError::Io { path: "people.db".into(), what: error.to_string() })
    };
    done.unwrap_or_else(|error| Err(lost(error)))?;
    Ok(())
}
