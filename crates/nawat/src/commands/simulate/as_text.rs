//! The outcome for a person who reads.

use nawat_catalogue::{Arg, Lang, Texts, Words};
use nawat_engine::ids::QueueId;
use nawat_twin::scenario::{Scenario, Warning, warnings};
use nawat_twin::simulate::{Figure, Scope};

use super::Done;
use super::words::{figure, whole};

const MINUTE: f64 = 60_000.0;
const PERCENT: f64 = 0.01;
/// A share of people below this is not worth a line.
const NOBODY: f64 = 1e-9;

pub fn told(done: &Done<'_>, texts: &Texts) -> String {
    let mut out = Lines { texts, text: String::new(), inset: "" };
    head(done, &mut out);
    let measures = &done.outcome.measures;
    out.text.push('\n');
    out.say("hall", &[]);
    out.inset = "  ";
    scope(&done.outcome.measures.hall, done.scenario, &mut out);
    out.figure("waiting", measures.waiting, 1.0, 2);
    busiest(done, &mut out);
    if !done.is_endless() {
        out.figure("overtime", measures.overtime, MINUTE, 1);
    }
    out.figure("utilisation", measures.utilisation, PERCENT, 1);
    if measures.groups.len() > 1 {
        for (group, used) in done.scenario.groups.iter().zip(&measures.groups) {
            let value = figure(texts, *used, PERCENT, 1);
            out.say("utilisation-of", &[("name", in_lang(&group.name, texts)), ("value", value.into())]);
        }
    }
    if measures.classes.len() > 1 {
        for (class, figures) in done.scenario.classes.iter().zip(&measures.classes) {
            out.title(&in_lang_text(&class.name, texts));
            scope(figures, done.scenario, &mut out);
        }
    }
    if done.scenario.classes.iter().any(|class| class.refer.is_some()) {
        for queue in &done.scenario.queues {
            let Some(figures) = measures.queues.get(queue.id.index()) else { continue };
            if figures.mean.value.is_some() {
                out.title(&texts.say_with("queue", &[("name", in_lang(&queue.name, texts))]));
                out.figure("queue-wait", figures.mean, MINUTE, 2);
            }
        }
    }
    out.text
}

fn head(done: &Done<'_>, out: &mut Lines<'_>) {
    let totals = done.outcome.totals;
    let samples = done.outcome.samples;
    let name = in_lang_text(&done.scenario.name, out.texts);
    out.text.push_str(&name);
    out.text.push('\n');
    let key = if done.is_endless() { "lived-batches" } else { "lived-days" };
    let count = i64::try_from(samples).unwrap_or(i64::MAX);
    let seed = done.options.seed.to_string();
    out.say(key, &[("count", Arg::Number(count)), ("n", whole(samples).into()), ("seed", seed.into())]);
    let rate = whole(done.customers_per_second() as u64);
    out.say("speed", &[("customers", whole(totals.customers).into()), ("rate", rate.into())]);
    out.say("intervals", &[]);
    out.say("synthetic", &[]);
    for warning in warnings(done.scenario) {
        warned(&warning, done.scenario, out);
    }
    if totals.still_there > 0 && !done.is_endless() {
        out.say("still-there", &[("n", whole(totals.still_there).into())]);
    }
    if totals.sent_home > 0 {
        out.say("sent-home", &[("n", whole(totals.sent_home).into())]);
    }
}

fn warned(warning: &Warning, scenario: &Scenario, out: &mut Lines<'_>) {
    let load = warning.load();
    let (offered, counters) = (format!("{:.2}", load.offered), format!("{:.2}", load.counters));
    let values = [("offered", offered.into()), ("counters", counters.into())];
    match warning {
        Warning::HallOverloaded { .. } => out.say("warning-hall", &values),
        Warning::Overloaded { queue, .. } => {
            let [offered, counters] = values;
            out.say("warning-queue", &[offered, counters, ("name", queue_name(*queue, scenario, out.texts))]);
        }
    }
}

fn queue_name(queue: QueueId, scenario: &Scenario, texts: &Texts) -> Arg<'static> {
    let name = scenario.queues.iter().find(|known| known.id == queue);
    name.map_or_else(|| queue.to_string().into(), |name| in_lang(&name.name, texts))
}

fn scope(figures: &Scope<Figure>, scenario: &Scenario, out: &mut Lines<'_>) {
    out.figure("customers", figures.customers, 1.0, 1);
    out.figure("wait-mean", figures.wait.mean, MINUTE, 2);
    if figures.wait.mean.value.is_none() {
        return;
    }
    let minutes = |figure: Figure| -> Arg<'static> {
        let dash = out.texts.say("dash");
        figure.value.map_or(dash, |value| format!("{:.1}", value / MINUTE)).into()
    };
    let quantiles = [
        ("p50", minutes(figures.wait.p50)),
        ("p90", minutes(figures.wait.p90)),
        ("p99", minutes(figures.wait.p99)),
    ];
    out.say("wait-quantiles", &quantiles);
    out.figure("delayed", figures.delayed, PERCENT, 1);
    for (limit, share) in scenario.within.iter().zip(&figures.wait.within) {
        let value = figure(out.texts, *share, PERCENT, 2);
        let minutes = (limit.0 as f64 / MINUTE).to_string();
        out.say("within", &[("minutes", minutes.into()), ("value", value.into())]);
    }
    for (key, share) in [("abandoned", figures.abandoned), ("refused", figures.refused)] {
        if share.value.is_some_and(|share| share > NOBODY) {
            out.figure(key, share, PERCENT, 2);
        }
    }
}

fn busiest(done: &Done<'_>, out: &mut Lines<'_>) {
    let Some(hours) = done.scenario.hours() else { return };
    let slots = done.outcome.measures.waiting_by_slot.iter().enumerate();
    let most = slots.max_by(|(_, a), (_, b)| a.value.unwrap_or(0.0).total_cmp(&b.value.unwrap_or(0.0)));
    if let Some((place, waiting)) = most {
        let value = figure(out.texts, *waiting, 1.0, 1);
        let time = slot_time(hours.opens.0, place);
        out.say("busiest", &[("time", time.into()), ("value", value.into())]);
    }
}

/// “09:15”: where a quarter of an hour begins.
pub fn slot_time(opens_ms: i64, place: usize) -> String {
    let minutes = opens_ms / 60_000 + 15 * place as i64;
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}

fn in_lang_text(words: &Words, texts: &Texts) -> String {
    match texts.lang() {
        Lang::Ar => words.ar.clone(),
        Lang::En => words.en.clone(),
    }
}

/// Within a sentence a name may be of another direction: isolated.
fn in_lang(words: &Words, texts: &Texts) -> Arg<'static> {
    let name = in_lang_text(words, texts);
    match texts.lang() {
        Lang::Ar => format!("\u{2068}{name}\u{2069}").into(),
        Lang::En => name.into(),
    }
}

struct Lines<'t> {
    texts: &'t Texts,
    text: String,
    inset: &'static str,
}

impl Lines<'_> {
    fn say(&mut self, key: &str, values: &[(&str, Arg)]) {
        self.text.push_str(self.inset);
        self.text.push_str(&self.texts.say_with(key, values));
        self.text.push('\n');
    }

    fn title(&mut self, title: &str) {
        self.text.push('\n');
        self.text.push_str(title);
        self.text.push('\n');
    }

    fn figure(&mut self, key: &str, seen: Figure, unit: f64, decimals: usize) {
        let value = figure(self.texts, seen, unit, decimals);
        self.say(key, &[("value", value.into())]);
    }
}
