//! `canmanage upgrade`: whether a cluster is ready, and the steps that bring it to another level or another system.

use std::path::Path;

use crate::cli::args::UpgradeArgs;
use crate::cli::file;
use crate::cli::prelude::{App, Exit, Extent, Failure, Format};
use crate::diag::Problem;
use crate::knowledge::{Knowledge, Runbook};
use crate::locale::{Joined as _, Language, Message, Messages};
use crate::upgrade::case::Case;
use crate::upgrade::listings;
use crate::upgrade::readiness::{Broken, readiness};
use crate::upgrade::said::{self, ClusterSaid};
use crate::{print, view};

pub fn run(args: &UpgradeArgs, app: &mut App<'_>) -> Result<Exit, Failure> {
    app.output.shows(&[Format::Script])?;
    let (knowledge, runbook) = asked(app)?;
    let typed = typed(args, knowledge, runbook)?;
    let errors = typed.errors(knowledge, runbook);
    if !errors.is_empty() {
        return Err(Failure::Usage(errors));
    }
    let (read, file) = read(args, &typed)?;
    let errors = read.errors(knowledge, runbook);
    let wrong = |errors: Vec<Problem>| match (file, errors.first()) {
        (Some(file), Some(first)) => unfit(args.plan.is_some(), file, &app.messages.say(&first.message)),
        _ => Failure::Usage(errors),
    };
    if !errors.is_empty() {
        return Err(wrong(errors));
    }
    let case = Case::new(knowledge, runbook, read.and(typed)).map_err(wrong)?;
    let readiness = readiness(&case, app.global.strict).map_err(|broken| mistake(&broken))?;
    // A script is in English, whatever code page its computer has.
    let english = Messages::new(Language::En);
    let is_script = app.output.format == Format::Script;
    if is_script && case.to_system.is_some() {
        return Err(Failure::usage(Message::new("upgrade-no-script"), "help-upgrade-no-script"));
    }
    let messages = if is_script { &english } else { app.messages };
    let cx = app.context(knowledge).spoken(messages);
    let plan = view::upgrade::upgrade(cx, &case, &readiness);
    let detail = app.global.detail();
    match app.output.format {
        Format::Script => app.output.answer(&print::upgrade::script::script(&plan, messages))?,
        _ => app.output.view(&plan, || print::upgrade::blocks(&plan, detail, app.messages))?,
    }
    Ok(readiness.verdict.into())
}

pub fn asked(app: &mut App<'_>) -> Result<(&'static Knowledge, &'static Runbook), Failure> {
    let knowledge = app.knowledge(Extent::Facts)?;
    let none = || Failure::usage(Message::new("upgrade-none"), "help-upgrade-none");
    Ok((knowledge, knowledge.runbook().ok_or_else(none)?))
}

fn typed(args: &UpgradeArgs, knowledge: &Knowledge, runbook: &Runbook) -> Result<ClusterSaid, Problem> {
    let nodes = args.node.iter().map(|written| said::node(knowledge, runbook, written));
    let groups: Vec<_> = args.group.iter().map(|written| said::group(written)).collect();
    Ok(ClusterSaid {
        from: args.from.clone(),
        to: args.to.clone(),
        kind: args.kind.clone(),
        on: args.on.clone(),
        to_system: args.to_system.clone(),
        node: nodes.collect::<Result<_, _>>()?,
        server: args.server.iter().map(|written| said::server(knowledge, runbook, written)).collect(),
        group: (!groups.is_empty()).then_some(groups),
    })
}

/// What the files say, and one of them to name if something in them cannot be.
fn read<'a>(args: &'a UpgradeArgs, typed: &ClusterSaid) -> Result<(ClusterSaid, Option<&'a Path>), Failure> {
    let mut said = ClusterSaid::default();
    if let Some(file) = &args.plan {
        let text = file::read_text(file)?;
        said = toml::from_str(&text).map_err(|error| {
            let line = error
                .span()
                .and_then(|span| text.get(..span.start))
                .map_or(1, |before| before.matches('\n').count() + 1);
            unfit(true, file, &format!("{line}: {}", error.message().lines().joined("; ")))
        })?;
    }
    let mut add = |file: &Path, listing: &dyn Fn(&str, &ClusterSaid) -> Option<ClusterSaid>| {
        let found = listing(&file::read_text(file)?, &said);
        let found = found.ok_or_else(|| Failure::of_file("upgrade-bad-listing", file, ""))?;
        said = std::mem::take(&mut said).and(found);
        Ok::<(), Failure>(())
    };
    if let Some(file) = &args.nodes {
        add(file, &|text, _| listings::nodes(text))?;
    }
    if let Some(file) = &args.groups {
        add(file, &|text, said| listings::groups(text, if said.node.is_empty() { &typed.node } else { &said.node }))?;
    }
    if let Some(file) = &args.status {
        add(file, &|text, _| listings::status(text))?;
    }
    let files = [&args.plan, &args.nodes, &args.groups, &args.status];
    Ok((said, files.into_iter().flatten().next().map(std::path::PathBuf::as_path)))
}

/// What is wrong in a plan file, or in a listing.
fn unfit(plan: bool, file: &Path, reason: &str) -> Failure {
    Failure::of_file(if plan { "upgrade-bad-plan" } else { "upgrade-bad-cluster" }, file, reason)
}

fn mistake(broken: &Broken) -> Failure {
    let message = Message::new("upgrade-broken").with("invariant", broken.invariant.to_string());
    Failure::Input(message.number("step", broken.at + 1).with("plan", format!("{:?}", broken.steps)))
}
