//! Sounds as files: 16 bits, one channel (RIFF/WAVE, Microsoft and IBM 1991). What was built here bears a mark
//! in its `LIST INFO`, so that a recording is never taken for it.

/// Stands in `ISFT`, the software that made the file.
const MARK: &[u8] = b"nawat voice\0";
/// Quieter than this, of 32,767, counts as silence.
const SILENCE: u16 = 250;
/// Left at both ends, so that no consonant is cut.
const BEFORE_MS: usize = 15;
const AFTER_MS: usize = 40;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sound {
    /// Samples a second.
    pub rate: u32,
    pub samples: Vec<i16>,
}

impl Sound {
    /// `None` for what is no sound of 16 bits and one channel. Lengths that a stream could not know yet are
    /// passed over.
    pub fn read(file: &[u8]) -> Option<Sound> {
        let (mut rate, mut rest) = (None, chunks(file)?);
        loop {
            let (name, body) = next_chunk(&mut rest)?;
            match name {
                b"fmt " => {
                    let word = |at: usize| body.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes);
                    let plain = (word(0)?, word(2)?, word(14)?) == (1, 1, 16);
                    rate = plain.then(|| body.get(4..8)?.try_into().ok().map(u32::from_le_bytes)).flatten();
                    rate?;
                }
                b"data" => {
                    let pairs = body.chunks_exact(2).filter_map(|pair| pair.try_into().ok());
                    let samples: Vec<i16> = pairs.map(i16::from_le_bytes).collect();
                    return (!samples.is_empty()).then_some(Sound { rate: rate?, samples });
                }
                _ => {}
            }
        }
    }

    /// Without the silence at both ends; what is silent throughout stays as it is.
    pub fn trimmed(mut self) -> Sound {
        let loud = |sample: &i16| sample.unsigned_abs() > SILENCE;
        let per_ms = self.rate as usize / 1_000;
        let (first, last) = (self.samples.iter().position(loud), self.samples.iter().rposition(loud));
        if let (Some(first), Some(last)) = (first, last) {
            self.samples.truncate(last.saturating_add(AFTER_MS * per_ms).saturating_add(1));
            self.samples.drain(..first.saturating_sub(BEFORE_MS * per_ms));
        }
        self
    }

    /// The same with so many samples a second, each a straight line between two. Speech has little above
    /// what is lost.
    pub fn at_rate(self, rate: u32) -> Sound {
        if rate == 0 || self.rate == 0 || rate == self.rate {
            return self;
        }
        let (from, to) = (u64::from(self.rate), u64::from(rate));
        let count = (self.samples.len() as u64).saturating_mul(to) / from;
        let sample = |at: u64| self.samples.get(at as usize).copied().map_or(0, i64::from);
        let between = |at: u64| {
            let (whole, part) = (at * from / to, (at * from % to) as i64);
            let line = sample(whole) * (to as i64 - part) + sample(whole + 1) * part;
            i16::try_from(line / to as i64).unwrap_or_default()
        };
        Sound { rate, samples: (0..count).map(between).collect() }
    }

    /// The file, with the mark.
    pub fn written(&self) -> Vec<u8> {
        let data: Vec<u8> = self.samples.iter().flat_map(|sample| sample.to_le_bytes()).collect();
        let mut format = Vec::with_capacity(16);
        format.extend([1_u16.to_le_bytes(), 1_u16.to_le_bytes()].concat());
        format.extend(self.rate.to_le_bytes());
        format.extend((self.rate * 2).to_le_bytes());
        format.extend([2_u16.to_le_bytes(), 16_u16.to_le_bytes()].concat());
        let info = [b"INFO".as_slice(), &chunk(b"ISFT", MARK)].concat();
        let body =
            [b"WAVE".as_slice(), &chunk(b"fmt ", &format), &chunk(b"LIST", &info), &chunk(b"data", &data)];
        chunk(b"RIFF", &body.concat())
    }
}

/// Whether a file bears our mark.
pub fn is_built(file: &[u8]) -> bool {
    let mut rest = chunks(file).unwrap_or_default();
    while let Some((name, body)) = next_chunk(&mut rest) {
        if name == b"LIST" && body.windows(MARK.len()).any(|part| part == MARK) {
            return true;
        }
    }
    false
}

fn chunk(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    // Clips are seconds long: no length comes near 4 GB.
    let length = u32::try_from(body.len()).unwrap_or(u32::MAX);
    let mut chunk = [name.as_slice(), &length.to_le_bytes(), body].concat();
    if !body.len().is_multiple_of(2) {
        chunk.push(0);
    }
    chunk
}

/// The chunks of a WAVE file.
fn chunks(file: &[u8]) -> Option<&[u8]> {
    (file.get(..4)? == b"RIFF" && file.get(8..12)? == b"WAVE").then(|| file.get(12..)).flatten()
}

/// The next chunk's name and body, cut to what is there.
fn next_chunk<'a>(rest: &mut &'a [u8]) -> Option<(&'a [u8], &'a [u8])> {
    let (name, length) = (rest.get(..4)?, rest.get(4..8)?);
    let length = usize::try_from(u32::from_le_bytes(length.try_into().ok()?)).ok()?;
    let all = rest.get(8..)?;
    let body = all.get(..length).unwrap_or(all);
    *rest = all.get(length.saturating_add(length % 2)..).unwrap_or_default();
    Some((name, body))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sound(samples: Vec<i16>) -> Sound {
        Sound { rate: 16_000, samples }
    }

    #[test]
    fn a_sound_comes_back_from_its_file_and_bears_the_mark() {
        let sound = sound(vec![0, 1_000, -1_000, 7]);
        let file = sound.written();
        assert_eq!(Sound::read(&file), Some(sound));
        assert!(is_built(&file));
        assert!(!is_built(b"RIFF\x04\0\0\0WAVE"));
        assert!(!is_built(b"OggS"));
    }

    #[test]
    fn a_stream_that_does_not_know_its_length_is_read_to_its_end() {
        let mut file = sound(vec![5; 10]).written();
        let data = file.len() - 20;
        file[4..8].copy_from_slice(&0x7fff_f024_u32.to_le_bytes());
        file[data - 4..data].copy_from_slice(&0x7fff_f000_u32.to_le_bytes());
        assert_eq!(Sound::read(&file).map(|sound| sound.samples.len()), Some(10));
    }

    #[test]
    fn silence_at_both_ends_is_cut_and_a_little_left() {
        let mut samples = vec![0; 16_000];
        samples.extend([20_000; 160]);
        samples.extend([3; 16_000]);
        let trimmed = sound(samples).trimmed();
        assert_eq!(trimmed.samples.len(), (BEFORE_MS + AFTER_MS) * 16 + 160);
        assert_eq!(sound(vec![0; 50]).trimmed().samples.len(), 50);
    }

    #[test]
    fn another_rate_keeps_length_and_shape() {
        let ramp: Vec<i16> = (0..2_205).collect();
        let slower = Sound { rate: 22_050, samples: ramp }.at_rate(16_000);
        assert_eq!((slower.rate, slower.samples.len()), (16_000, 1_600));
        assert_eq!(slower.samples[1_000], 1_378);
        assert_eq!(sound(vec![1, 2]).at_rate(16_000).samples, [1, 2]);
    }

    #[test]
    fn what_is_no_sound_is_none() {
        let whole = sound(vec![1, 2, 3]).written();
        for end in 0..whole.len() - 6 {
            assert!(Sound::read(&whole[..end]).is_none(), "{end}");
        }
        assert_eq!(Sound::read(b"not a sound"), None);
    }
}
