//! `canmanage data check [DIR]`: everything that is wrong with a knowledge folder.

use std::path::{Component, Path, PathBuf};

use crate::cli::args::DataCheckArgs;
use crate::cli::load::{Loaded, load};
use crate::cli::output::indented;
use crate::cli::prelude::{App, Exit, Extent, Failure, Format};
use crate::diag::{Files, Report, emit};
use crate::limits;
use crate::lint;
use crate::locale::{Joined as _, Message};
use crate::print::findings::place::{Folder, Places};
use crate::print::findings::{self, github, junit, sarif};
use crate::print::{markdown, record};
use crate::view::listing::code_entry;

pub fn run(args: &DataCheckArgs, app: &mut App<'_>) -> Result<Exit, Failure> {
    app.output.only(&[Format::Text, Format::Json, Format::Sarif, Format::Github, Format::Junit])?;
    let dir = args.dir.as_deref().or(app.global.data.as_deref()).unwrap_or(Path::new("."));
    let Loaded { files, mut report, .. } = load(dir, Extent::Whole)?.linted(lint::check);
    let exit = args.levels.apply(&mut report)?;
    let answer = answer(dir, args, &files, &report, app)?;
    app.output.deliver(args.output.as_deref(), &answer)?;
    if app.output.format == Format::Text && !app.global.quiet {
        app.output.more(&report, app.messages);
        let (errors, warnings) = report.counts();
        let summary = Message::new("data-checked").number("files", files.iter().count());
        app.output.message(&app.messages.say(&summary.number("errors", errors).number("warnings", warnings)));
    }
    Ok(exit)
}

fn answer(dir: &Path, args: &DataCheckArgs, files: &Files, report: &Report, app: &App<'_>) -> Result<String, Failure> {
    let (found, messages) = (report.findings(), app.messages);
    let folder = folder(dir);
    let places = Places { folder: &folder, files };
    match app.output.format {
        Format::Json => indented(&findings::json(report, files, messages)),
        Format::Sarif => {
            let explained = |code| markdown::render(&record::blocks(&[code_entry(code, messages)], messages));
            indented(&sarif::log(found, places, messages, explained))
        }
        Format::Junit => Ok(junit::report(found, places, messages)),
        Format::Github => Ok(github::commands(found, places, messages)),
        _ => {
            let colours = args.output.is_none() && app.output.colours_answers();
            let drawn = found.iter().take(limits::FINDINGS);
            Ok(drawn.map(|finding| emit::emit(finding, files, messages, colours) + "\n\n").collect())
        }
    }
}

/// Where the folder is, seen from the working directory: machines look for files from there.
fn folder(dir: &Path) -> Folder {
    let whole = plain(&std::path::absolute(dir).unwrap_or_else(|_| dir.to_path_buf()));
    let here = std::env::current_dir().map(|here| plain(&here));
    match here.ok().and_then(|here| whole.strip_prefix(here).ok().map(slashed)) {
        Some(below) => Folder::Below(below),
        None => Folder::Elsewhere(slashed(&whole)),
    }
}

fn plain(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut plain, component| {
        match component {
            Component::ParentDir => {
                plain.pop();
            }
            Component::CurDir => {}
            other => plain.push(other),
        }
        plain
    })
}

/// A path with forward slashes on every system, none at its end.
fn slashed(path: &Path) -> String {
    let parts = path.components().filter_map(|component| match component {
        Component::RootDir => None,
        other => Some(other.as_os_str().to_string_lossy()),
    });
    let root = if path.has_root() && path.components().next() == Some(Component::RootDir) { "/" } else { "" };
    format!("{root}{}", parts.joined("/"))
}
