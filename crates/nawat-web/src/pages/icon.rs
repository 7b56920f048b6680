//! Line drawings on a field of 48, as the services name them.

use std::fmt;

/// A drawing without words: whoever uses it writes the words beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Icon(&'static str);

const DRAWN: &[(&str, &str)] = &[
    ("house", "M6 22 24 8l18 14v18H30V28H18v12H6z"),
    ("speech", "M8 8h32v24H22l-8 8v-8H8zM16 16h16M16 23h10"),
    ("refresh", "M24 8a16 16 0 1 0 15 11M40 8v11H29"),
    ("document", "M10 6h20l8 8v28H10zM16 20h16M16 27h16M16 34h9"),
    ("person", "M24 24a8 8 0 1 0 0-16 8 8 0 0 0 0 16M8 42c2-10 9-13 16-13s14 3 16 13"),
    ("scales", "M24 6v36M12 42h24M8 14h32M8 14l-5 14h10zM40 14l-5 14h10z"),
    ("ticket", "M6 14h36v7a4 4 0 0 0 0 8v7H6v-7a4 4 0 0 0 0-8zM28 15v4M28 23v4M28 31v4"),
    ("screen", "M5 9h38v25H5zM17 42h14M24 34v8M13 18h10M13 25h16"),
    ("desk", "M5 26h38M9 26v14M39 26v14M17 26v-7h14v7M24 19v-5M20 8h8v6h-8z"),
    ("bell", "M10 36h28c-3-3-4-6-4-13a10 10 0 0 0-20 0c0 7-1 10-4 13zM20 41h8M24 8v5"),
    ("chart", "M7 41h34M12 41V26M21 41V14M30 41V21M39 41V9"),
    ("key", "M30 18a9 9 0 1 0-8 9l5-5M26 23l15 15M36 33l-4 4"),
    ("floor", "M7 7h14v14H7zM27 7h14v14H27zM7 27h14v14H7zM27 27h14v14H27z"),
    ("clock", "M24 6a18 18 0 1 0 0 36 18 18 0 0 0 0-36M24 14v11l8 5"),
    ("sound", "M6 18h8l11-9v30l-11-9H6zM32 17a10 10 0 0 1 0 14M37 11a18 18 0 0 1 0 26"),
    ("letters", "M5 38 16 10l11 28M9 29h14M28 38l7.5-19L43 38M31 32h9"),
    ("contrast", "M24 6a18 18 0 1 0 0 36 18 18 0 0 0 0-36M24 6v36M30 11v26M36 16v16"),
    (
        "hands",
        "M14 24V12a3 3 0 0 1 6 0v10V8a3 3 0 0 1 6 0v14V10a3 3 0 0 1 6 0v14l4-6a3 3 0 0 1 5 3l-8 15c-2 4-6 6-10 6-6 0-9-5-9-11z",
    ),
    ("calendar", "M7 11h34v30H7zM7 20h34M16 6v9M32 6v9M15 28h6M27 28h6M15 34h6"),
    ("smile", "M24 6a18 18 0 1 0 0 36 18 18 0 0 0 0-36M17 18v3M31 18v3M15 28q9 9 18 0"),
    ("wheelchair", "M20 6a3 3 0 1 0 0 6 3 3 0 0 0 0-6M20 16v12h12l5 11h4M20 21h10M16 22a11 11 0 1 0 15 14"),
    ("help", "M24 6a18 18 0 1 0 0 36 18 18 0 0 0 0-36M18 19a6 6 0 1 1 8 6c-2 1-2 2-2 4M24 34v1"),
    ("phone", "M15 5h18v38H15zM22 37h4"),
    ("list", "M8 12h2M16 12h24M8 24h2M16 24h24M8 36h2M16 36h24"),
    ("device", "M12 5h24v30H12zM18 43h12M24 35v8M18 13h12M18 20h12"),
    ("building", "M9 42V8h20v34M29 20h10v22M5 42h38M15 15h3M22 15h2M15 23h3M22 23h2M15 31h3M22 31h2"),
    ("key-ring", "M24 6a18 18 0 1 0 0 36 18 18 0 0 0 0-36M24 20a4 4 0 1 0 0 8 4 4 0 0 0 0-8"),
    ("hammer", "M8 40 26 22M20 12l16 16 6-6L26 6zM31 31l4 4"),
    ("money", "M5 12h38v24H5zM24 18a6 6 0 1 0 0 12 6 6 0 0 0 0-12M11 18v12M37 18v12"),
];

/// What stands where a service names a drawing that is not here.
const UNKNOWN: &str = "M24 12a12 12 0 1 0 0 24 12 12 0 0 0 0-24";

impl Icon {
    pub fn named(name: &str) -> Icon {
        Icon(DRAWN.iter().find(|(known, _)| *known == name).map_or(UNKNOWN, |(_, path)| path))
    }

    /// Names that are drawn, for the check of a centre.
    pub fn names() -> impl Iterator<Item = &'static str> {
        DRAWN.iter().map(|(name, _)| *name)
    }
}

impl fmt::Display for Icon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            r#"<svg class="icon" viewBox="0 0 48 48" aria-hidden="true" focusable="false"><path d="{}"/></svg>"#,
            self.0
        )
    }
}

impl askama::filters::HtmlSafe for Icon {}
