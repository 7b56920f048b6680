//! Passwords: argon2id with the parameters that OWASP recommends (19 MiB, two passes).

use std::sync::LazyLock;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use tokio::sync::Semaphore;

use crate::random::{self, NoRandomness};

/// Each check takes memory and a core for a while: a flood of them must not take all.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// What a password is checked against where there is no such name, so that the time tells nothing.
static NOBODY: LazyLock<Option<String>> = LazyLock::new(|| hash("nobody has this password").ok());

/// The hash of a password, in the PHC format.
pub fn hash(password: &str) -> Result<String, NoRandomness> {
    let salt = random::salt()?;
    Argon2::default()
        .hash_password_with_salt(password.as_bytes(), &salt)
        .map(|hash| hash.to_string())
        .map_err(|_| NoRandomness)
}

/// Whether the password belongs to the hash; with no hash the answer is no, after the same time.
pub async fn belongs(password: String, hash: Option<String>) -> bool {
    let Ok(_turn) = AT_ONCE.acquire().await else { return false };
    let checked = tokio::task::spawn_blocking(move || match hash {
        Some(hash) => verify(&password, &hash),
        None => {
            let _ = NOBODY.as_deref().map(|hash| verify(&password, hash));
            false
        }
    });
    checked.await.unwrap_or(false)
}

fn verify(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash)
        .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_belongs_to_its_own_hash_alone() {
        let hashed = hash("a long passphrase").expect("randomness");
        assert!(hashed.starts_with("$argon2id$"), "{hashed}");
        assert_ne!(Ok(hashed.clone()), hash("a long passphrase"), "each has a salt of its own");
        assert!(belongs("a long passphrase".to_owned(), Some(hashed.clone())).await);
        assert!(!belongs("another".to_owned(), Some(hashed)).await);
        assert!(!belongs("nobody has this password".to_owned(), None).await);
        assert!(!belongs("x".to_owned(), Some("not a hash".to_owned())).await);
    }
}
