//! Plural forms by the rules of CLDR 48 (unicode.org/reports/tr35/tr35-numbers.html), for whole numbers.

use crate::lang::Lang;

/// The form's name in CLDR and in Fluent: `zero`, `one`, `two`, `few`, `many` or `other`.
pub(super) fn form(lang: Lang, number: i64) -> &'static str {
    let n = number.unsigned_abs();
    match (lang, n, n % 100) {
        (Lang::Ar, 0, _) => "zero",
        (_, 1, _) => "one",
        (Lang::Ar, 2, _) => "two",
        (Lang::Ar, _, 3..=10) => "few",
        (Lang::Ar, _, 11..=99) => "many",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_are_those_of_cldr() {
        let arabic = [
            (0, "zero"),
            (1, "one"),
            (2, "two"),
            (3, "few"),
            (10, "few"),
            (11, "many"),
            (25, "many"),
            (99, "many"),
            (100, "other"),
            (101, "other"),
            (102, "other"),
            (103, "few"),
            (110, "few"),
            (111, "many"),
            (200, "other"),
            (203, "few"),
            (-3, "few"),
        ];
        for (n, wanted) in arabic {
            assert_eq!(form(Lang::Ar, n), wanted, "{n}");
        }
        for (n, wanted) in [(0, "other"), (1, "one"), (2, "other"), (21, "other"), (101, "other")] {
            assert_eq!(form(Lang::En, n), wanted, "{n}");
        }
    }
}
