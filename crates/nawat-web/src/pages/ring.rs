//! The ring of seven arcs: the allotted time of a step, and how much of it has passed. For seven minutes an
//! arc is a minute; for another allotment each arc is a seventh of it. Number and words stand in the middle.

use std::fmt;

use super::frame::{Frame, HallClock, minutes_seconds};

pub const ARCS: u32 = 7;

/// Side of the drawing, radius of the arcs, and half the gap between two of them.
const SIDE: f64 = 264.0;
const RADIUS: f64 = 120.0;
const HALF_GAP: f64 = 0.1234;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ring {
    /// When the present stretch of service began, on the hall clock; what was served before it; what is
    /// allotted with its extensions. Milliseconds.
    pub started_ms: i64,
    pub spent_ms: i64,
    pub allotted_ms: i64,
    /// Seconds served until this rendering.
    pub elapsed: u32,
    words_of: String,
    words_over: String,
    note_soon: String,
    note_late: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    Calm,
    /// In the last arc.
    Soon,
    /// Past the allotted time.
    Late,
}

impl Stand {
    pub fn class(self) -> &'static str {
        match self {
            Stand::Calm => "is-calm",
            Stand::Soon => "is-soon",
            Stand::Late => "is-late",
        }
    }
}

/// How a time stands against its allotment.
pub fn stand(elapsed_ms: i64, allotted_ms: i64) -> Stand {
    if elapsed_ms > allotted_ms {
        Stand::Late
    } else if elapsed_ms.saturating_mul(i64::from(ARCS)) >= allotted_ms.saturating_mul(i64::from(ARCS) - 1) {
        Stand::Soon
    } else {
        Stand::Calm
    }
}

/// How full each arc is, in per cent.
pub fn filled(elapsed_ms: i64, allotted_ms: i64) -> [u32; ARCS as usize] {
    let arc_ms = (allotted_ms / i64::from(ARCS)).max(1);
    std::array::from_fn(|arc| {
        let into = elapsed_ms - arc_ms * i64::try_from(arc).unwrap_or(0);
        u32::try_from((into.saturating_mul(100) / arc_ms).clamp(0, 100)).unwrap_or(0)
    })
}

impl Ring {
    pub fn new(f: &Frame<'_>, started_ms: i64, spent_ms: i64, allotted_ms: i64) -> Ring {
        let minutes = u32::try_from(allotted_ms.max(0) / 60_000).unwrap_or(u32::MAX);
        Ring {
            started_ms,
            spent_ms,
            allotted_ms,
            elapsed: elapsed_seconds(&f.clock, started_ms, spent_ms),
            words_of: f.count("ring-of", minutes),
            words_over: f.with("ring-over", "{over}"),
            note_soon: f.say("ring-note-soon"),
            note_late: f.say("ring-note-late"),
        }
    }

    fn elapsed_ms(&self) -> i64 {
        i64::from(self.elapsed) * 1000
    }

    pub fn stand(&self) -> Stand {
        stand(self.elapsed_ms(), self.allotted_ms)
    }

    /// The number in the middle: minutes and seconds served.
    pub fn time(&self) -> String {
        minutes_seconds(self.elapsed)
    }

    /// The words below the number.
    pub fn words(&self) -> String {
        match self.stand() {
            Stand::Late => {
                let over = (self.elapsed_ms() - self.allotted_ms) / 1000;
                let over = minutes_seconds(u32::try_from(over).unwrap_or(u32::MAX));
                self.words_over.replace("{over}", &over)
            }
            _ => self.words_of.clone(),
        }
    }
}

fn elapsed_seconds(clock: &HallClock, started_ms: i64, spent_ms: i64) -> u32 {
    clock.seconds_since(started_ms.saturating_sub(spent_ms.max(0)))
}

/// The path of one arc, clockwise from the top.
fn arc_path(arc: u32) -> String {
    let step = std::f64::consts::TAU / f64::from(ARCS);
    let point = |angle: f64| {
        let (sin, cos) = angle.sin_cos();
        (SIDE / 2.0 + RADIUS * sin, SIDE / 2.0 - RADIUS * cos)
    };
    let (x0, y0) = point(step * f64::from(arc) + HALF_GAP);
    let (x1, y1) = point(step * f64::from(arc + 1) - HALF_GAP);
    format!("M{x0:.1} {y0:.1}A{RADIUS} {RADIUS} 0 0 1 {x1:.1} {y1:.1}")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

impl fmt::Display for Ring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            r#"<div class="ring {}" data-ring data-started="{}" data-spent="{}" data-allotted="{}" data-of="{}" data-over="{}" data-note-soon="{}" data-note-late="{}"><svg viewBox="0 0 264 264" aria-hidden="true" focusable="false">"#,
            self.stand().class(),
            self.started_ms,
            self.spent_ms,
            self.allotted_ms,
            escaped(&self.words_of),
            escaped(&self.words_over),
            escaped(&self.note_soon),
            escaped(&self.note_late),
        )?;
        for (arc, part) in (0..ARCS).zip(filled(self.elapsed_ms(), self.allotted_ms)) {
            let path = arc_path(arc);
            let empty = if part == 0 { " empty" } else { "" };
            write!(
                f,
                r#"<path class="ring-track" d="{path}"/><path class="ring-fill{empty}" d="{path}" pathLength="100" stroke-dasharray="{part} 200"/>"#
            )?;
        }
        write!(
            f,
            r#"</svg><div class="ring-words"><b data-ring-time>{}</b><span data-ring-words>{}</span></div></div>"#,
            self.time(),
            escaped(&self.words())
        )
    }
}

impl askama::filters::HtmlSafe for Ring {}

/// The arcs of a counter where nobody is served.
#[derive(Clone, Copy, Debug)]
pub struct EmptyRing;

impl fmt::Display for EmptyRing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(r#"<svg viewBox="0 0 264 264" aria-hidden="true" focusable="false">"#)?;
        for arc in 0..ARCS {
            write!(f, r#"<path class="ring-track" d="{}"/>"#, arc_path(arc))?;
        }
        f.write_str("</svg>")
    }
}

impl askama::filters::HtmlSafe for EmptyRing {}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60_000;

    #[test]
    fn an_arc_is_a_minute_of_seven() {
        assert_eq!(filled(220_000, 7 * MINUTE), [100, 100, 100, 66, 0, 0, 0]);
        assert_eq!(filled(0, 7 * MINUTE), [0; 7]);
        assert_eq!(filled(8 * MINUTE, 7 * MINUTE), [100; 7]);
    }

    #[test]
    fn another_allotment_fills_in_sevenths() {
        assert_eq!(filled(15 * MINUTE, 35 * MINUTE), [100, 100, 100, 0, 0, 0, 0]);
        assert_eq!(filled(MINUTE, 0), [100; 7], "no allotment never divides by zero");
    }

    #[test]
    fn soon_in_the_last_arc_and_late_past_the_end() {
        for (seconds, expected) in
            [(0, Stand::Calm), (359, Stand::Calm), (360, Stand::Soon), (420, Stand::Soon), (421, Stand::Late)]
        {
            assert_eq!(stand(seconds * 1000, 7 * MINUTE), expected, "{seconds} s");
        }
    }
}
