//! `canmanage data init DIR`: a small knowledge folder to begin with, of the specimens that answer a question.

use std::fs;
use std::path::PathBuf;

use crate::cli::args::DataInitArgs;
use crate::cli::file;
use crate::cli::prelude::{App, Exit, Failure, Format};
use crate::data::FileKind;
use crate::diag::Problem;
use crate::locale::{self, Language, Message};
use crate::model::schema::untranslated;
use crate::print::{Block, Line};
use crate::schema::specimen::{QUESTION, path, specimen};
use crate::view::Invocation;

/// The rest can do without: `data new` begins them.
const KINDS: [FileKind; 6] = [
    FileKind::Knowledge,
    FileKind::Vocabulary,
    FileKind::Table,
    FileKind::Remedies,
    FileKind::Sources,
    FileKind::Expectations,
];

pub fn run(args: &DataInitArgs, app: &mut App<'_>) -> Result<Exit, Failure> {
    app.output.only(&[Format::Text, Format::Markdown])?;
    if let Some(tag) = args.languages.iter().find(|tag| !locale::is_tag(tag)) {
        let message = Message::new("no-language-tag").with("tag", tag);
        return Err(Problem::new(message, Message::new("help-no-language-tag")).into());
    }
    let files: Vec<(PathBuf, String)> =
        KINDS.map(|kind| (args.dir.join(path(kind)), specimen(kind, &args.languages, app.messages))).into();
    if let Some((path, _)) = files.iter().find(|(path, _)| path.exists()) {
        return Err(Failure::of_file("file-exists", path, ""));
    }
    for (path, text) in &files {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| Failure::of_system("cannot-write-file", folder, &error))?;
        }
        file::write_new(path, text)?;
    }
    let blocks = next(args, files.len(), app);
    app.output.document(&blocks)?;
    Ok(Exit::Clean)
}

fn next(args: &DataInitArgs, files: usize, app: &App<'_>) -> Vec<Block> {
    let folder = args.dir.display().to_string();
    let plain = Invocation::default();
    let invocation = Invocation { data: Some(folder.clone()), strict: false };
    let say = |message: Message| Block::Paragraph(Line::from(app.messages.say(&message)));
    let mut blocks = vec![
        say(Message::new("init-written").number("files", files).with("folder", &folder)),
        Block::Commands(vec![
            invocation.command("check", QUESTION.split(' ')),
            invocation.command("matrix", []),
            plain.command("data", ["check", &folder]),
        ]),
    ];
    let marked: Vec<&str> =
        args.languages.iter().filter(|tag| Language::of_tag(tag).is_none()).map(String::as_str).collect();
    if !marked.is_empty() {
        let marks: Vec<String> = marked.iter().map(|tag| format!("`{}`", untranslated(tag))).collect();
        blocks.push(say(Message::new("init-marked").with("marks", marks.join(", "))));
    }
    blocks.push(say(Message::new("init-more")));
    blocks.push(Block::Commands(vec![
        plain.command("data", ["new", "setup", "--data", &folder]),
        plain.command("data", ["schema", "--folder", &args.dir.join("schema").display().to_string()]),
    ]));
    blocks
}
