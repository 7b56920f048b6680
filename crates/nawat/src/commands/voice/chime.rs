//! Two notes downwards (e², c²) that die away: heard in a full hall, and no alarm.

use std::f64::consts::TAU;

use super::wav::Sound;

const RATE: u32 = 22_050;
const LENGTH_S: f64 = 1.3;
/// Start in seconds, frequency in hertz, seconds until only a thousandth is left.
const NOTES: [(f64, f64, f64); 2] = [(0.0, 659.3, 0.7), (0.35, 523.3, 0.9)];
const LOUDNESS: f64 = 0.35;
/// A note swells for so long, so that it does not click.
const SWELL_S: f64 = 0.02;

pub fn samples() -> Sound {
    let count = (LENGTH_S * f64::from(RATE)) as u32;
    let samples = (0..count).map(|at| {
        let time = f64::from(at) / f64::from(RATE);
        let loud: f64 = NOTES.iter().map(|note| one(*note, time)).sum();
        (loud * LOUDNESS * f64::from(i16::MAX)) as i16
    });
    Sound { rate: RATE, samples: samples.collect() }
}

fn one((starts, frequency, dies): (f64, f64, f64), time: f64) -> f64 {
    let since = time - starts;
    if since < 0.0 {
        return 0.0;
    }
    let swell = (since / SWELL_S).min(1.0);
    let fade = 0.001_f64.powf(since / dies);
    swell * fade * (TAU * frequency * since).sin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chime_is_heard_and_ends_quietly() {
        let sound = samples();
        let peak = sound.samples.iter().map(|sample| sample.unsigned_abs()).max();
        assert!(peak.is_some_and(|peak| (8_000..30_000).contains(&peak)), "{peak:?}");
        assert!(sound.samples.iter().rev().take(200).all(|sample| sample.unsigned_abs() < 200));
    }
}
