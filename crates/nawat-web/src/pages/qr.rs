//! A ticket's link as a QR code, drawn as one path so that nothing is fetched for it.

use std::fmt;

use qrcodegen::{QrCode, QrCodeEcc};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Modules along one side, without the quiet zone.
    side: i32,
    path: String,
}

/// The quiet zone that ISO/IEC 18004 asks for, in modules.
const QUIET: i32 = 4;

impl Qr {
    /// `None` where the text is too long for a code.
    pub fn of(text: &str) -> Option<Qr> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
        let mut path = String::new();
        for y in 0..code.size() {
            let mut x = 0;
            while x < code.size() {
                let from = x;
                while x < code.size() && code.get_module(x, y) {
                    x += 1;
                }
                if x > from {
                    path.push_str(&format!("M{} {}h{}v1h-{}z", from + QUIET, y + QUIET, x - from, x - from));
                }
                x += 1;
            }
        }
        Some(Qr { side: code.size(), path })
    }
}

impl fmt::Display for Qr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = self.side + 2 * QUIET;
        write!(
            f,
            "<svg class=\"qr\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\" aria-hidden=\"true\" focusable=\"false\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path fill=\"#000\" d=\"{}\"/></svg>",
            self.path
        )
    }
}

impl askama::filters::HtmlSafe for Qr {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dark_runs_cover_the_code_exactly() {
        let text = "http://localhost:8080/t/0123456789abcdef0123456789abcdef";
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).expect("short enough");
        let dark = (0..code.size())
            .flat_map(|y| (0..code.size()).map(move |x| (x, y)))
            .filter(|(x, y)| code.get_module(*x, *y))
            .count();
        let qr = Qr::of(text).expect("short enough");
        let drawn: usize =
            qr.path.split('h').skip(1).filter_map(|run| run.split('v').next()?.parse::<usize>().ok()).sum();
        assert_eq!(drawn, dark);
    }

    #[test]
    fn a_text_without_end_has_no_code() {
        assert_eq!(Qr::of(&"x".repeat(5000)), None);
    }
}
