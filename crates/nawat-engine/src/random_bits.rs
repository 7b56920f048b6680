//! Hashing of what is random already.

use std::hash::{BuildHasher, Hasher};

/// A hasher for references: 128 random bits of our own drawing, folded, so that looking one up costs next
/// to nothing and comes out the same on every machine.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ByRandomBits(u64);

impl BuildHasher for ByRandomBits {
    type Hasher = Self;

    fn build_hasher(&self) -> Self {
        *self
    }
}

impl Hasher for ByRandomBits {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u128(&mut self, bits: u128) {
        // Multiplied by 2^64 over the golden ratio: references counted up in tests spread as well.
        self.0 = ((bits >> 64) as u64 ^ bits as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}
