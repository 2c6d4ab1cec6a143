//! `canmanage data diff OLD NEW`: which answers change, by which edit, and whether the changelog says so.

use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::args::DataDiffArgs;
use crate::cli::file;
use crate::cli::load::load;
use crate::cli::prelude::{App, Exit, Extent, Failure};
use crate::cli::revision::Revision;
use crate::locale::Message;
use crate::print::diff::blocks;
use crate::review::diff::{diff, stars};
use crate::view::diff::Reviewed;

/// The changelog that is looked at unless another is named: it stands beside the knowledge folder.
const CHANGELOG: &str = "CHANGELOG.md";

pub fn run(args: &DataDiffArgs, app: &mut App<'_>) -> Result<Exit, Failure> {
    app.output.shows(&[])?;
    let (old, new) = (load(&args.old, Extent::Whole)?.compiled()?, load(&args.new, Extent::Whole)?.compiled()?);
    let diff = diff(&old, &new).map_err(|table| Failure::Input(Message::new("diff-too-much").with("table", table)))?;
    let starred = if diff.changes_verdicts() { starred(args)? } else { Vec::new() };
    let reviewed = Reviewed::new(diff, starred);
    app.output.view(&reviewed, || blocks(&reviewed, app.messages))?;
    Ok(if reviewed.lacks_star() { Exit::Unsupported } else { Exit::Clean })
}

/// The starred lines that the new side has more than the old one.
fn starred(args: &DataDiffArgs) -> Result<Vec<String>, Failure> {
    let new = match &args.changelog {
        Some(named) => Some(named_text(named)?),
        None => beside(&args.new, CHANGELOG)?,
    };
    let Some((new, at)) = new else { return Ok(Vec::new()) };
    let name = args.changelog.as_deref().map_or(Some(CHANGELOG), |named| named.file_name()?.to_str());
    let old = match (Revision::of(&args.old), &args.changelog) {
        // The same file in the old revision.
        (Some(revision), Some(named)) => named_path(named).map_or(Ok(None), |path| revision.beside(&path).text())?,
        _ => match beside(&args.old, name.unwrap_or(CHANGELOG))? {
            // Both folders beside the same changelog: then the newest heading counts.
            Some((_, same)) if same.is_some() && same == at => None,
            old => old.map(|(text, _)| text),
        },
    };
    Ok(stars::added(&new, old.as_deref()).into_iter().map(str::to_owned).collect())
}

/// A text, and where it is on disk, if it is there.
type TextAt = (String, Option<PathBuf>);

/// The changelog that was named: a file, or `REV:PATH`.
fn named_text(named: &Path) -> Result<TextAt, Failure> {
    let none = "no-changelog";
    match Revision::of(named) {
        Some(revision) => Ok((revision.text()?.ok_or_else(|| Failure::of_file(none, named, "not-found"))?, None)),
        None => {
            let text = String::from_utf8_lossy(&file::bytes(named, none)?).into_owned();
            Ok((text, fs::canonicalize(named).ok()))
        }
    }
}

/// The path by which a revision knows a changelog that was named.
fn named_path(named: &Path) -> Option<String> {
    if let Some(revision) = Revision::of(named) {
        return Some(revision.path().to_owned());
    }
    let path = named.to_str()?.replace('\\', "/");
    named.is_relative().then(|| format!("./{}", path.trim_start_matches("./")))
}

/// The file of this name beside a knowledge folder, if there is one.
fn beside(folder: &Path, name: &str) -> Result<Option<TextAt>, Failure> {
    if let Some(revision) = Revision::of(folder) {
        let parent = revision.path().rsplit_once('/').map_or(String::new(), |(parent, _)| format!("{parent}/"));
        return Ok(revision.beside(&format!("{parent}{name}")).text()?.map(|text| (text, None)));
    }
    let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let Some(path) = folder.parent().map(|parent| parent.join(name)).filter(|path| path.is_file()) else {
        return Ok(None);
    };
    named_text(&path).map(Some)
}
