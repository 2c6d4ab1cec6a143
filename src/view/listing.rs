//! Every entry of the knowledge as fields: what there is, and where it is written.

use std::cell::LazyCell;

use crate::diag::Code;
use crate::knowledge::ask::Procedure;
use crate::knowledge::runbook::{self, CheckText};
use crate::knowledge::setup::{Exclusion, Step};
use crate::knowledge::{
    Axis, Citation, Class, Group, Move, Remedy, Setup, Source, Spot, StatementId, Table, Text, Value, Vocabulary,
};
use crate::lint;
use crate::locale::{Joined as _, Message, Messages};
use crate::model::{Basis, Effect, Verdict, braces};
use crate::view::Context;
use crate::view::record::{Field, Record, RecordKind};

/// The entries that are wanted by kind and id, kind by kind, in the order of the files. Others are not made: of some, cells are counted.
pub fn entries(cx: Context<'_>, wanted: impl Fn(RecordKind, &str) -> bool) -> Vec<Record> {
    let knowledge = cx.knowledge;
    let mut entries = Vec::new();
    let mut add = |kind: RecordKind, id: &str, entry: &dyn Fn() -> Record| {
        if wanted(kind, id) {
            entries.push(entry());
        }
    };
    for table in knowledge.tables() {
        let classes = &LazyCell::new(|| table.dense.classes());
        add(RecordKind::Table, &table.id, &|| table_entry(table, cx));
        table.axes.iter().for_each(|axis| add(RecordKind::Axis, &axis.id, &|| axis_entry(table, axis, cx)));
        for (at, one) in StatementId::of(&table.statements) {
            let kind = match one.effect {
                Effect::Permit | Effect::Forbid => RecordKind::Rule,
                Effect::Caution => RecordKind::Caution,
                Effect::Silent => RecordKind::Silent,
            };
            add(kind, &one.id, &|| statement_entry(kind, table, classes, at, cx));
        }
        table.moves.iter().for_each(|one| add(RecordKind::Move, &one.id, &|| move_entry(table, one, cx)));
    }
    for vocabulary in knowledge.vocabularies() {
        let kind = if vocabulary.installable { RecordKind::Package } else { RecordKind::Value };
        vocabulary.values.iter().for_each(|value| add(kind, &value.id, &|| value_entry(vocabulary, value, cx)));
        let groups = vocabulary.groups.iter();
        groups.for_each(|group| add(RecordKind::Group, &group.id, &|| group_entry(vocabulary, group, cx)));
    }
    for procedure in &knowledge.ask().procedures {
        add(RecordKind::Procedure, &procedure.id, &|| procedure_entry(procedure, cx));
    }
    let remedies = knowledge.remedies.iter();
    remedies.for_each(|remedy| add(RecordKind::Remedy, &remedy.id, &|| remedy_entry(remedy, cx)));
    if let Some(setup) = knowledge.setup() {
        setup.steps.iter().for_each(|step| add(RecordKind::Step, &step.id, &|| step_entry(setup, step, cx)));
        let exclusions = setup.exclusions.iter();
        exclusions.for_each(|one| add(RecordKind::Exclusion, &one.id, &|| exclusion_entry(setup, one, cx)));
    }
    if let Some(runbook) = knowledge.runbook() {
        runbook.steps.iter().for_each(|one| add(RecordKind::UpgradeStep, &one.id, &|| upgrade_step_entry(one, cx)));
        for one in &runbook.checks {
            add(RecordKind::UpgradeCheck, &one.check.to_string(), &|| upgrade_check_entry(one, cx));
        }
    }
    knowledge.sources.iter().for_each(|source| add(RecordKind::Source, &source.id, &|| source_entry(source, cx)));
    for code in lint::codes() {
        add(RecordKind::Code, code.name(), &|| code_entry(code, cx.messages));
    }
    entries
}

/// The entries that an id names: `id`, or `table/id` where several tables have one.
pub fn find(id: &str, cx: Context<'_>) -> Vec<Record> {
    let wanted = id.trim();
    let (table, name) = wanted.split_once('/').map_or((None, wanted), |(table, name)| (Some(table), name));
    let mut found = entries(cx, |_, id| id.eq_ignore_ascii_case(name));
    found.retain(|entry| table.is_none_or(|table| entry.fields.get("table") == Some(&Field::Text(table.to_owned()))));
    if found.is_empty() { named(wanted, cx) } else { found }
}

/// Values that go by a name which is no id, and the published build that a version number names.
fn named(name: &str, cx: Context<'_>) -> Vec<Record> {
    let mut found = Vec::new();
    for vocabulary in cx.knowledge.vocabularies() {
        let Some(reading) = vocabulary.read(name) else { continue };
        let build = vocabulary.known_build(name).map(|(_, build)| build);
        for value in reading.values.iter().map(|value| &vocabulary[*value]) {
            let entry = value_entry(vocabulary, value, cx);
            found.push(match build {
                Some(build) => {
                    let published = [Some(build.name.clone()), build.date.clone(), build.article.clone()];
                    entry.text("build", published.into_iter().flatten().joined(", "))
                }
                None => entry,
            });
        }
    }
    found
}

fn table_entry(table: &Table, cx: Context<'_>) -> Record {
    let inside: usize = table.axes.iter().map(|axis| axis.inside).product();
    Record::new(RecordKind::Table, &table.id, cx.text(&table.title))
        .text("question", cx.told(&table.question))
        .list("axes", table.axes.iter().map(|axis| axis.id.clone()))
        .number("cells-inside", inside)
        .number("cells", table.grid.cells())
        .number("rules", table.rules().count())
}

fn axis_entry(table: &Table, axis: &Axis, cx: Context<'_>) -> Record {
    let ids = |set| cx.ids(axis, &set);
    let mut outside = axis.full_set();
    outside.difference_with(&axis.inside_set());
    Record::new(RecordKind::Axis, &axis.id, cx.text(&axis.title))
        .text("table", table.id.clone())
        .text("question", cx.told(&axis.question))
        .list("inside", ids(axis.inside_set()))
        .list("outside", ids(outside))
        .text("find-out", axis.find_out.as_ref().map(|text| cx.told(text)))
        .list("sources", cited(&axis.sources, cx))
}

fn statement_entry(kind: RecordKind, table: &Table, classes: &[Class<'_>], at: StatementId, cx: Context<'_>) -> Record {
    let one = &table[at];
    let rule = kind == RecordKind::Rule;
    let entry = Record::new(kind, &one.id, cx.unfilled(table, &one.text, &one.shows))
        .text("table", table.id.clone())
        .text("effect", rule.then(|| one.effect.to_string()))
        .text("basis", one.basis.map(|found| basis(found, cx)))
        .text("as-of", one.as_of.clone().filter(|_| rule))
        .text("when", one.written.clone())
        .list("verdicts", one.verdicts.iter().map(ToString::to_string))
        .number("cells", one.reach);
    let entry = if rule { entry.number("decides", cells_decided(classes, at)) } else { entry };
    entry
        .list("remedies", one.remedies.iter().map(|remedy| cx.knowledge[*remedy].id.clone()))
        .list("sources", cited(&one.sources, cx))
        .text("written", spot(&one.spot))
}

/// In how many cells a rule is among those that decide.
fn cells_decided(classes: &[Class<'_>], rule: StatementId) -> usize {
    let classes = classes.iter();
    classes.filter(|class| class.outcome.deciding().contains(&rule)).map(|class| class.cells).sum()
}

fn value_entry(vocabulary: &Vocabulary, value: &Value, cx: Context<'_>) -> Record {
    let kind = if vocabulary.installable { RecordKind::Package } else { RecordKind::Value };
    let carried = vocabulary.attributes.iter().zip(&value.attributes);
    let carried = carried.filter_map(|(attribute, carried)| {
        let as_of = attribute.as_of.as_ref().map(|date| cx.say(&Message::new("answer-as-of").with("date", date)));
        let as_of = as_of.map(|date| format!(" ({date})")).unwrap_or_default();
        Some(format!("{} = {}{as_of}", attribute.id, carried.as_deref()?))
    });
    let parent = value.refines.map(|parent| &vocabulary[parent]);
    let builds = value.builds.iter().map(ToString::to_string);
    let known = value.known_builds.iter().map(|build| format!("{} ({})", build.build, build.name));
    Record::new(kind, &value.id, cx.text(&value.name))
        .text("vocabulary", vocabulary.id.clone())
        .list("aliases", value.aliases.iter().cloned())
        .text("refines", parent.map(|parent| parent.id.clone()))
        .text("version", value.version.as_ref().map(ToString::to_string))
        .list("attributes", carried)
        .list("builds", builds)
        .list("known-builds", known)
        .text("note", value.note.as_ref().map(|note| cx.told(note)))
        .text("written", spot(&value.spot))
}

fn group_entry(vocabulary: &Vocabulary, group: &Group, cx: Context<'_>) -> Record {
    let members = group.members.iter().map(|member| &vocabulary[*member]);
    let ambiguous = group.ambiguous.then(|| cx.word("group-ambiguous"));
    Record::new(RecordKind::Group, &group.id, cx.text(&group.name))
        .text("vocabulary", vocabulary.id.clone())
        .list("members", members.map(|member| member.id.clone()))
        .list("aliases", group.aliases.iter().cloned())
        .text("note", ambiguous)
        .text("written", spot(&group.spot))
}

fn procedure_entry(procedure: &Procedure, cx: Context<'_>) -> Record {
    let remedies = procedure.remedies.iter().map(|remedy| &cx.knowledge[*remedy]);
    Record::new(RecordKind::Procedure, &procedure.id, cx.text(&procedure.because))
        .text("table", procedure.table.clone())
        .text("verdict", verdict(procedure.verdict(), cx))
        .text("basis", basis(procedure.basis, cx))
        .list("remedies", remedies.map(|remedy| remedy.id.clone()))
        .list("sources", cited(&procedure.sources, cx))
        .text("written", spot(&procedure.spot))
}

fn remedy_entry(remedy: &Remedy, cx: Context<'_>) -> Record {
    Record::new(RecordKind::Remedy, &remedy.id, cx.text(&remedy.title))
        .text("text", cx.told(&remedy.text))
        .list("commands", remedy.commands.iter().cloned())
        .text("basis", basis(remedy.basis, cx))
        .list("sources", cited(&remedy.sources, cx))
        .text("written", spot(&remedy.spot))
}

fn move_entry(table: &Table, one: &Move, cx: Context<'_>) -> Record {
    let changes = one.changes.iter().map(|axis| table[*axis].id.clone());
    Record::new(RecordKind::Move, &one.id, cx.text(&one.text))
        .text("table", table.id.clone())
        .list("changes", changes)
        .text("effort", one.effort.to_string())
}

fn step_entry(setup: &Setup, step: &Step, cx: Context<'_>) -> Record {
    Record::new(RecordKind::Step, &step.id, cx.text(&step.title))
        .text("text", cx.told(&step.text))
        .list("commands", step.commands.iter().cloned())
        .text("verify", step.verify.as_ref().map(|text| cx.told(text)))
        .text("gives", step.gives.map(|capability| cx.told(&setup[capability].title)))
        .text("package", step.package.clone())
        .list("after", step.after.iter().map(|earlier| setup[*earlier].id.clone()))
        .text("basis", step.basis.map_or_else(|| cx.word("step-unconfirmed"), |own| basis(own, cx)))
        .list("sources", cited(&step.sources, cx))
}

/// What a plan puts into its texts is shown in angle brackets.
fn upgrade_step_entry(step: &runbook::Step, cx: Context<'_>) -> Record {
    let told = |text: &Text| unplanned(cx.text(text));
    Record::new(RecordKind::UpgradeStep, &step.id, told(&step.title))
        .text("text", told(&step.text))
        .list("commands", step.commands.iter().map(|command| unplanned(command)))
        .text("verify", step.verify.as_ref().map(told))
        .text("back-out", step.back_out.as_ref().map(told))
        .text("basis", basis(step.basis, cx))
        .list("sources", cited(&[&step.sources[..], &step.command_sources].concat(), cx))
}

fn upgrade_check_entry(check: &CheckText, cx: Context<'_>) -> Record {
    Record::new(RecordKind::UpgradeCheck, check.check.to_string(), unplanned(cx.text(&check.text)))
        .text("basis", check.basis.map_or_else(|| cx.word("step-unconfirmed"), |own| basis(own, cx)))
        .list("remedies", check.remedies.iter().map(|at| cx.knowledge[*at].id.clone()))
        .list("sources", cited(&check.sources, cx))
}

fn unplanned(text: &str) -> String {
    braces::filled(text, |name| Some(format!("<{name}>")))
}

fn exclusion_entry(setup: &Setup, exclusion: &Exclusion, cx: Context<'_>) -> Record {
    Record::new(RecordKind::Exclusion, &exclusion.id, cx.text(&exclusion.because))
        .list("capabilities", exclusion.capabilities.iter().map(|apart| cx.told(&setup[*apart].title)))
        .list("remedies", exclusion.remedies.iter().map(|at| cx.knowledge[*at].id.clone()))
        .text("basis", basis(exclusion.basis, cx))
        .list("sources", cited(&exclusion.sources, cx))
}

fn source_entry(source: &Source, cx: Context<'_>) -> Record {
    let origin = cx.say(&Message::new(format!("origin-{}", source.origin)));
    let date = source.date.clone().unwrap_or_else(|| cx.word("source-undated"));
    let published = format!("{}, {date}", source.publisher);
    Record::new(RecordKind::Source, &source.id, cx.text(&source.title))
        .text("published", published)
        .text("origin", origin)
        .text("url", source.url.clone())
        .list("places", source.places.iter().map(|place| format!("{}: {}", place.id, cx.text(&place.at))))
        .text("written", spot(&source.spot))
}

/// What is to be known of a kind of finding. Its words are in `src/locale/*.findings.ftl`, its example is the report that a test expects of
/// `tests/lints/`; docs/findings.*.md are made of the same.
pub fn code_entry(code: Code, messages: &Messages) -> Record {
    let say = |about: &str| messages.say(&Message::new(format!("{about}-{code}")));
    Record::new(RecordKind::Code, code.name(), say("code"))
        .text("severity", messages.say(&Message::new(format!("severity-{}", code.severity()))))
        .text("why", say("why"))
        .text("mend", say("mend"))
        .excerpt("example", code.report(messages.language()).trim_end().lines().map(str::to_owned))
}

fn cited(citations: &[Citation], cx: Context<'_>) -> Vec<String> {
    let shown = cx.sources(citations).into_iter().map(|source| match source.r#where {
        Some(places) => format!("{} ({places})", source.id),
        None => source.id,
    });
    shown.collect()
}

fn spot(spot: &Spot) -> String {
    format!("{}:{}", spot.path, spot.line)
}

fn basis(basis: Basis, cx: Context<'_>) -> String {
    cx.say(&Message::new(format!("basis-{basis}")))
}

fn verdict(verdict: Verdict, cx: Context<'_>) -> String {
    cx.say(&Message::new(format!("verdict-{verdict}")))
}
