//! Secrets for people and programs, from the operating system's randomness.

use crate::exit::Failure;

/// Letters and digits that nobody mistakes for one another when read aloud or typed.
const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

pub fn bytes<const N: usize>() -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)
        .map_err(|error| Failure::failed(format!("the system gives no randomness: {error}")))?;
    Ok(bytes)
}

fn text<const N: usize>() -> Result<String, Failure> {
    // 32 letters: the lowest five bits of each byte are as even as the byte.
    Ok(bytes::<N>()?.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect())
}

/// 80 bits, in four groups of four.
pub fn password() -> Result<String, Failure> {
    let text = text::<16>()?;
    Ok([&text[..4], &text[4..8], &text[8..12], &text[12..]].join("-"))
}

/// 200 bits.
pub fn token() -> Result<String, Failure> {
    Ok(format!("nwt_{}", text::<40>()?))
}
