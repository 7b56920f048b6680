//! The words of the reports, in both languages.

use nawat_catalogue::{Arg, Lang, Mistakes, Published, Texts};

/// The reports' sentences. A centre may put its own in their place, under the same keys in its `texts/`.
#[derive(Debug)]
pub struct ReportTexts {
    ar: Texts,
    en: Texts,
}

const AR: (&str, &str) = ("texts/ar.ftl", include_str!("../texts/ar.ftl"));
const EN: (&str, &str) = ("texts/en.ftl", include_str!("../texts/en.ftl"));

impl ReportTexts {
    /// The sentences for a centre.
    ///
    /// # Errors
    /// What is not Fluent in the centre's own texts, with file, line and remedy.
    pub fn of(published: &Published) -> Result<ReportTexts, Mistakes> {
        let own = |lang| ("the centre's texts", published.centre.texts.in_lang(lang));
        Ok(ReportTexts {
            ar: Texts::from_sources(Lang::Ar, &[AR, own(Lang::Ar)])?,
            en: Texts::from_sources(Lang::En, &[EN, own(Lang::En)])?,
        })
    }

    pub fn in_lang(&self, lang: Lang) -> &Texts {
        match lang {
            Lang::Ar => &self.ar,
            Lang::En => &self.en,
        }
    }
}

/// “25,780”.
pub fn number(texts: &Texts, number: u64) -> String {
    texts.say_with("number", &[("n", number.into())])
}

/// “16.30 %”; a dash where it was not measured.
pub fn percent(texts: &Texts, share: Option<crate::Share>, decimals: u32) -> String {
    match share {
        Some(share) => texts.say_with("percent", &[("percent", share.percent(decimals).into())]),
        None => texts.say("dash"),
    }
}

/// “1 November 2017”.
pub fn date(texts: &Texts, date: jiff::civil::Date) -> String {
    let month = texts.say(&format!("month-{}", date.month()));
    // As text: a year has no thousands separator.
    let values: [(&str, Arg); 3] = [
        ("day", date.day().to_string().into()),
        ("month", month.into()),
        ("year", date.year().to_string().into()),
    ];
    texts.say_with("date", &values)
}

/// “1 November 2017 – 31 January 2018”.
pub fn period(texts: &Texts, period: crate::Period) -> String {
    let (from, to) = (date(texts, period.from()), date(texts, period.to()));
    texts.say_with("from-to", &[("from", from.into()), ("to", to.into())])
}

/// A length of time in milliseconds, said to the second: “8 min 20 s”.
pub fn duration(texts: &Texts, ms: u64) -> String {
    let seconds = (ms + 500) / 1_000;
    let values = [("minutes", (seconds / 60).into()), ("seconds", (seconds % 60).into())];
    let key = match (seconds / 60, seconds % 60) {
        (0, _) => "duration-seconds",
        (_, 0) => "duration-minutes",
        _ => "duration-both",
    };
    texts.say_with(key, &values)
}
