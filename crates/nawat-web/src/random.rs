//! The one place where randomness enters: references of tickets, tokens, codes of pairing.

use nawat_engine::ids::Reference;

/// Random bytes from the operating system.
fn bytes<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(bytes)
}

/// The operating system gave no randomness: nothing that must not be guessed can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRandomness;

impl std::fmt::Display for NoRandomness {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the operating system gives no randomness; without it no secret can be made")
    }
}

impl std::error::Error for NoRandomness {}

/// An unguessable name: 128 bits.
pub fn reference() -> Result<Reference, NoRandomness> {
    Ok(Reference(u128::from_le_bytes(bytes()?)))
}

/// A secret for a cookie or a program: 256 bits in 64 hexadecimal digits.
pub fn token() -> Result<String, NoRandomness> {
    Ok(hex(&bytes::<32>()?))
}

/// A salt for a password.
pub fn salt() -> Result<[u8; 16], NoRandomness> {
    bytes()
}

/// A number used once, for sealing what the vault keeps.
pub fn nonce() -> Result<[u8; 12], NoRandomness> {
    bytes()
}

/// Six digits for the eye and the hand: what an unpaired screen shows. No modulo bias worth the name: 2^64
/// values fall on a million codes.
pub fn pairing_code() -> Result<String, NoRandomness> {
    Ok(format!("{:06}", u64::from_le_bytes(bytes()?) % 1_000_000))
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        text.push(char::from_digit(u32::from(byte >> 4), 16).unwrap_or('0'));
        text.push(char::from_digit(u32::from(byte & 15), 16).unwrap_or('0'));
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_keeps_leading_zeros() {
        assert_eq!(hex(&[0, 1, 0xab, 0xff]), "0001abff");
    }

    #[test]
    fn a_code_has_six_digits_and_a_token_sixty_four() {
        let code = pairing_code().expect("randomness");
        assert!(code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit()), "{code}");
        assert_eq!(token().expect("randomness").len(), 64);
        assert_ne!(token(), token());
    }
}
