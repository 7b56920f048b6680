//! `services/*.toml`, one service each, shown in the order of their `position`.

use super::fields::Fields;
use super::register::{Sort, Where};
use super::{Folder, Page};
use crate::service::{ICONS, NextStep, Service};

/// As many closing codes as there are keys for them.
const OUTCOMES_MAX: usize = 9;
/// As many steps as a sheet of paper tells in large letters.
const NEXT_MAX: usize = 8;

/// A service, and where its allotted time stands.
pub(super) struct Draft {
    pub service: Service,
    pub allotted_at: Where,
}

/// All services, by their `position` and then by the names of their files.
pub(super) fn read_all(folder: &Folder) -> Vec<Draft> {
    let names = folder.names("services").into_iter().filter(|name| name.ends_with(".toml"));
    let mut drafts: Vec<(u16, Draft)> = names.filter_map(|name| read(folder, &name)).collect();
    if drafts.is_empty() && !folder.names("services").iter().any(|name| name.ends_with(".toml")) {
        let at = Where::file("services");
        let remedy = "Write a file for each service, such as services/data_update.toml.";
        folder.notes.note(&at, "M045", "the centre offers no services.", remedy);
    }
    drafts.sort_by_key(|(position, _)| *position);
    drafts.into_iter().map(|(_, draft)| draft).collect()
}

fn read(folder: &Folder, name: &str) -> Option<(u16, Draft)> {
    let file = format!("services/{name}");
    let source = folder.text(&file)?;
    Page { file: &file, source: &source, notes: folder.notes }.read("the service", |it| {
        let draft = service(it);
        let position = it.number("position", 1..=999).unwrap_or(0);
        let draft = draft?;
        let key = &draft.service.key;
        if name != format!("{key}.toml") {
            let what = format!("the file {name} holds the service {key}.");
            it.note("M009", what, format!("Name the file {key}.toml, or give the service the file's name."));
        }
        Some((position, draft))
    })
}

fn service(it: &mut Fields) -> Option<Draft> {
    let key = it.key(Sort::Service);
    let name = it.words("name").unwrap_or_default();
    let description = it.words("description").unwrap_or_default();
    let bring = it.words_list("bring").unwrap_or_default();
    let section = it.reference("section", Sort::Section).unwrap_or_default();
    let kind = it.reference("kind", Sort::Kind).unwrap_or_default();
    let queue = it.reference("queue", Sort::Queue).unwrap_or_default();
    let series = it.reference("series", Sort::Series).unwrap_or_default();
    let at_counter = it.flag("at_counter", true).unwrap_or(true);
    let outcomes = outcomes(it);
    let icons = ICONS.map(|icon| (icon, icon));
    let icon = it.choice("icon", &icons).unwrap_or_default().to_owned();
    let asks_personal_number = it.flag("asks_personal_number", false).unwrap_or_default();
    let from_home = it.flag("from_home", false).unwrap_or_default();
    let next = next_steps(it);
    let (allotted_minutes, allotted_at) = allotted(it);
    let service = Service {
        key: key?,
        name,
        description,
        bring,
        section,
        kind,
        queue,
        series,
        allotted_minutes,
        at_counter,
        outcomes,
        icon,
        asks_personal_number,
        from_home,
        next,
    };
    Some(Draft { service, allotted_at })
}

/// Minutes allotted to a step (M021), and where they stand.
fn allotted(it: &mut Fields) -> (u16, Where) {
    let Some(found) = it.need("allotted", "7") else { return (1, it.at.clone()) };
    let minutes: Option<u16> = found.number("allotted", 0..=480, "M021");
    if minutes == Some(0) {
        found.note("M021", "allotted is 0 minutes.", "A step needs at least 1; write allotted = 7.");
    }
    (minutes.unwrap_or(1).max(1), found.at())
}

/// What happens after the visit: ordered, in both languages, never sooner than the step before (M025).
fn next_steps(it: &mut Fields) -> Vec<NextStep> {
    let mut latest: u16 = 0;
    let steps = it.tables("next", "the next step", |step| {
        let what = step.words("what");
        let found = step.find("working_days");
        let working_days = found.and_then(|found| found.number("working_days", 1..=365, "M020"));
        let confirm = step.flag("confirm", false).unwrap_or_default();
        if let Some(days) = working_days {
            if days < latest {
                let what =
                    format!("this step is done after {days} working days, one before it after {latest}.");
                let remedy = "Put the steps into their order; days are counted from the visit.";
                step.note_field("working_days", "M025", what, remedy);
            }
            latest = latest.max(days);
        }
        Some(NextStep { what: what?, working_days, confirm })
    });
    if steps.len() > NEXT_MAX {
        let what = format!("the service has {} next steps.", steps.len());
        it.note_field(
            "next",
            "M025",
            what,
            "Tell it in eight at the most: they stand on one sheet of paper.",
        );
    }
    steps
}

fn outcomes(it: &mut Fields) -> Vec<String> {
    let Some(outcomes) = it.references("outcomes", Sort::Outcome) else { return Vec::new() };
    if outcomes.is_empty() {
        it.note_field(
            "outcomes",
            "M048",
            "the service has no outcomes.".to_owned(),
            "Name at least one: a step must be able to end.",
        );
    }
    if outcomes.len() > OUTCOMES_MAX {
        let what = format!("the service has {} outcomes.", outcomes.len());
        it.note_field("outcomes", "M048", what, "Name nine at the most: they are the keys 1 to 9.");
    }
    if let Some((_, twice)) = outcomes.iter().enumerate().find(|(i, key)| outcomes[..*i].contains(key)) {
        it.note_field(
            "outcomes",
            "M048",
            format!("the outcome {twice} is named twice."),
            "Keep one of them.",
        );
    }
    outcomes
}
