//! The words of both languages, with all their plural forms.

use nawat_catalogue::{Arg, Lang, Mistakes, Texts};

const ARABIC: &str = "
minutes = { $n ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $n } دقائق
    [many] { $n } دقيقة
   *[other] { $n } دقيقة
}
ahead = { $n ->
    [zero] دورك هو التالي
    [one] قبلك مراجع واحد
    [two] قبلك مراجعان
    [few] قبلك { $n } مراجعين
    [many] قبلك { $n } مراجعًا
   *[other] قبلك { $n } مراجع
}
call = التذكرة { $ticket }، يُرجى التوجه إلى الشباك رقم { $counter }
    .short = { $ticket }
";

const ENGLISH: &str = "
ahead = { $n ->
    [0] You are next
    [one] 1 person ahead of you
   *[other] { $n } people ahead of you
}
customers = { $n } customers
";

fn texts(lang: Lang, source: &str) -> Texts {
    Texts::from_sources(lang, &[("test.ftl", source)]).expect("sound")
}

#[test]
fn arabic_minutes_take_all_six_forms() {
    let arabic = texts(Lang::Ar, ARABIC);
    for (n, words) in [
        (0, "أقل من دقيقة"),
        (1, "دقيقة واحدة"),
        (2, "دقيقتان"),
        (3, "3 دقائق"),
        (10, "10 دقائق"),
        (11, "11 دقيقة"),
        (25, "25 دقيقة"),
        (100, "100 دقيقة"),
        (103, "103 دقائق"),
    ] {
        assert_eq!(arabic.say_with("minutes", &[("n", n.into())]), words);
    }
}

#[test]
fn arabic_people_ahead_take_all_six_forms() {
    let arabic = texts(Lang::Ar, ARABIC);
    for (n, words) in [
        (0_u64, "دورك هو التالي"),
        (1, "قبلك مراجع واحد"),
        (2, "قبلك مراجعان"),
        (5, "قبلك 5 مراجعين"),
        (14, "قبلك 14 مراجعًا"),
        (100, "قبلك 100 مراجع"),
        (103, "قبلك 103 مراجعين"),
        (111, "قبلك 111 مراجعًا"),
        (1_200, "قبلك 1,200 مراجع"),
    ] {
        assert_eq!(arabic.say_with("ahead", &[("n", n.into())]), words);
    }
}

#[test]
fn english_takes_zero_by_itself_then_one_and_other() {
    let english = texts(Lang::En, ENGLISH);
    for (n, words) in [(0, "You are next"), (1, "1 person ahead of you"), (21, "21 people ahead of you")] {
        assert_eq!(english.say_with("ahead", &[("n", Arg::from(n))]), words);
    }
}

#[test]
fn numbers_are_written_with_western_digits_and_separators() {
    let english = texts(Lang::En, ENGLISH);
    for (n, words) in [
        (0_i64, "0 customers"),
        (999, "999 customers"),
        (1_000, "1,000 customers"),
        (25_780, "25,780 customers"),
        (-1_234_567, "-1,234,567 customers"),
    ] {
        assert_eq!(english.say_with("customers", &[("n", n.into())]), words);
    }
}

#[test]
fn words_go_in_as_they_are_and_without_hidden_marks() {
    let arabic = texts(Lang::Ar, ARABIC);
    let said = arabic.say_with("call", &[("ticket", "D041".into()), ("counter", "6".into())]);
    assert_eq!(said, "التذكرة D041، يُرجى التوجه إلى الشباك رقم 6");
    assert_eq!(arabic.say_with("call.short", &[("ticket", String::from("D041").into())]), "D041");
}

#[test]
fn what_is_missing_shows_as_its_key() {
    let english = texts(Lang::En, ENGLISH);
    assert!(!english.has("missing"));
    assert_eq!(english.say("missing"), "⟦missing⟧");
    assert_eq!(english.say("ahead.missing"), "⟦ahead.missing⟧");
    assert_eq!(english.keys().collect::<Vec<_>>(), ["ahead", "customers"]);
}

#[test]
fn a_later_source_goes_before_an_earlier_one() {
    let sources =
        [("program.ftl", "welcome = Welcome\nbye = Bye\n"), ("centre.ftl", "welcome = Welcome here\n")];
    let texts = Texts::from_sources(Lang::En, &sources).expect("sound");
    assert_eq!(texts.say("welcome"), "Welcome here");
    assert_eq!(texts.say("bye"), "Bye");
}

#[test]
fn all_that_is_wrong_in_sources_is_told_with_its_line() {
    let source = "one = 1\none = 2\n\nthis is nothing\nopen = { $n\n";
    let mistakes = Texts::from_sources(Lang::En, &[("en.ftl", source)]).expect_err("three mistakes");
    let codes: Vec<(usize, &str)> = mistakes.iter().map(|mistake| (mistake.line, mistake.code)).collect();
    assert!(codes.contains(&(2, "M072")), "{mistakes}");
    assert!(codes.contains(&(4, "M070")), "{mistakes}");
    assert!(codes.iter().any(|(line, code)| *line >= 5 && *code == "M070"), "{mistakes}");
}

#[test]
fn texts_may_be_shared_between_threads() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Texts>();
    shared::<Mistakes>();
}

#[test]
fn a_message_takes_in_another_and_a_circle_ends() {
    let source = "ministry = Ministry of Housing\nwelcome = Welcome to the { ministry }\nround = { about }\nabout = { round }\n";
    let english = texts(Lang::En, source);
    assert_eq!(english.say("welcome"), "Welcome to the Ministry of Housing");
    assert!(english.say("round").contains('⟦'));
    let mistakes =
        Texts::from_sources(Lang::En, &[("en.ftl", "one = 1\nbye = { two }\n")]).expect_err("missing");
    assert!(mistakes.to_string().starts_with("en.ftl:2 [M073]"), "{mistakes}");
}

#[test]
fn a_value_that_is_not_given_shows_by_its_name() {
    assert_eq!(texts(Lang::En, ENGLISH).say("customers"), "{$n} customers");
    assert_eq!(texts(Lang::Ar, ARABIC).values_of("call"), ["counter", "ticket"]);
}
