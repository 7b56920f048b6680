//! Numbers out of few clips: units, tens, hundreds, thousands.
//!
//! Arabic puts units before tens, and joins each part to the one before by «و»: 123 is «مئة وثلاثة وعشرين».
//! English joins only what follows a hundred or a thousand: “one hundred and twenty-three”.

use nawat_catalogue::Lang;

use super::Clip;

/// Beyond, digits are spoken one by one.
pub const COMPOSED_MAX: u64 = 9_999;

/// The clips of a number, in the order of speech.
pub fn number(lang: Lang, number: u64) -> Vec<Clip> {
    match u16::try_from(number) {
        Ok(0) => vec![Clip::Number(0)],
        Ok(small) if number <= COMPOSED_MAX => composed(lang, small),
        _ => digits(number),
    }
}

fn digits(number: u64) -> Vec<Clip> {
    let digits = number.to_string();
    digits.bytes().map(|digit| Clip::Number(u16::from(digit.saturating_sub(b'0')))).collect()
}

fn composed(lang: Lang, number: u16) -> Vec<Clip> {
    let (thousands, hundreds, rest) = (number / 1_000 * 1_000, number % 1_000 / 100 * 100, number % 100);
    let mut said = Vec::with_capacity(4);
    if thousands > 0 {
        said.push(Clip::Number(thousands));
    }
    if hundreds > 0 {
        // “One thousand one hundred”, but «ألف ومئة».
        let joined = lang == Lang::Ar && thousands > 0;
        said.push(if joined { Clip::AndNumber(hundreds) } else { Clip::Number(hundreds) });
    }
    let (tens, units) = if rest < 20 { (0, rest) } else { (rest / 10 * 10, rest % 10) };
    let last_two = match lang {
        Lang::Ar => [units, tens],
        Lang::En => [tens, units],
    };
    let mut joins = !said.is_empty();
    for part in last_two.into_iter().filter(|part| *part > 0) {
        said.push(if joins { Clip::AndNumber(part) } else { Clip::Number(part) });
        joins = lang == Lang::Ar;
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(lang: Lang, n: u64) -> String {
        number(lang, n).into_iter().map(Clip::name).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn numbers_are_put_together_as_each_language_does() {
        for (n, arabic, english) in [
            (0, "n-0", "n-0"),
            (7, "n-7", "n-7"),
            (12, "n-12", "n-12"),
            (20, "n-20", "n-20"),
            (21, "n-1 n-and-20", "n-20 n-1"),
            (99, "n-9 n-and-90", "n-90 n-9"),
            (100, "n-100", "n-100"),
            (105, "n-100 n-and-5", "n-100 n-and-5"),
            (112, "n-100 n-and-12", "n-100 n-and-12"),
            (120, "n-100 n-and-20", "n-100 n-and-20"),
            (123, "n-100 n-and-3 n-and-20", "n-100 n-and-20 n-3"),
            (999, "n-900 n-and-9 n-and-90", "n-900 n-and-90 n-9"),
            (1_000, "n-1000", "n-1000"),
            (1_005, "n-1000 n-and-5", "n-1000 n-and-5"),
            (2_100, "n-2000 n-and-100", "n-2000 n-100"),
            (9_999, "n-9000 n-and-900 n-and-9 n-and-90", "n-9000 n-900 n-and-90 n-9"),
            (10_045, "n-1 n-0 n-0 n-4 n-5", "n-1 n-0 n-0 n-4 n-5"),
        ] {
            assert_eq!(names(Lang::Ar, n), arabic, "{n}");
            assert_eq!(names(Lang::En, n), english, "{n}");
        }
    }

    #[test]
    fn two_numbers_never_sound_the_same() {
        for lang in Lang::ALL {
            let mut all: Vec<String> = (0..=COMPOSED_MAX).map(|n| names(lang, n)).collect();
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len() as u64, COMPOSED_MAX + 1, "{lang}");
        }
    }

    #[test]
    fn the_largest_number_is_spoken_too() {
        assert_eq!(number(Lang::Ar, u64::MAX).len(), 20);
    }
}
