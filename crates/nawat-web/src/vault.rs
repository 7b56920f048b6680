//! Work with the people vault, off the threads that answer.

use nawat_journal::StoreError;
use nawat_journal::people::VaultError;

use crate::problems::Problem;

/// The vault syncs its file: that must not hold up everybody else.
pub async fn in_vault<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, VaultError> + Send + 'static,
) -> Result<T, Problem> {
    let done = tokio::task::spawn_blocking(work).await;
    let lost = |error: tokio::task::JoinError| {
        VaultError::File(StoreError::Io { path: "people.db".into(), what: error.to_string() })
    };
    Ok(done.unwrap_or_else(|error| Err(lost(error)))?)
}
