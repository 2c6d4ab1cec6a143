//! Compiles the knowledge of `data/` into the bytes that the program embeds, with the very modules the program itself
//! reads a folder with. Nothing is decided here; a mistake in the knowledge is shown as `canmanage data check` shows it.
//!
//! Embedding the text instead would be simpler, and was tried: parsing it took longer than everything else a question takes.

#![allow(clippy::print_stderr, clippy::print_stdout, reason = "this is how a build script speaks")]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

#[path = "src"]
#[allow(dead_code, unused_imports, reason = "the program uses more of these modules than compiling takes")]
mod engine {
    pub mod compile;
    pub mod data;
    pub mod diag;
    pub mod knowledge;
    pub mod limits;
    pub mod locale;
    pub mod model;
}
use engine::{compile, data, diag, knowledge, limits, locale, model};

/// The program's sentences, read from their files when something is to be said: in `src/sentences.rs` they are part of the
/// code, and each edit of one would compile the knowledge again.
mod sentences {
    pub fn written(file: &str) -> String {
        std::fs::read_to_string(format!("src/locale/{file}")).unwrap_or_default()
    }
}

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=data");
    if env::var_os("CARGO_FEATURE_CLI").is_some() {
        println!("cargo::rustc-cfg=schema"); // not set here, where the same modules have no use for schemas
    }
    match embed() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Compiles `data/` and stores the bytes; the error is the report.
fn embed() -> Result<(), Box<dyn Error>> {
    let (files, read) = data::read_folder(Path::new("data"))
        .map_err(|message| locale::Messages::new(locale::Language::En).say(&message))?;
    let (catalog, knowledge, report) = compile::load(&files, read);
    let Some(knowledge) = knowledge else {
        return Err(shown(&report, &files, &catalog).into());
    };
    let target = PathBuf::from(env::var("OUT_DIR")?).join("knowledge.postcard");
    fs::write(target, postcard::to_stdvec(&knowledge)?)?;
    Ok(())
}

/// Every finding as an excerpt.
fn shown(report: &diag::Report, files: &diag::Files, catalog: &model::Catalog) -> String {
    let messages = locale::Messages::new(locale::Language::En);
    let findings = report.findings().iter().map(|finding| diag::emit::emit(finding, files, &messages, false));
    let tables = catalog.tables.len();
    format!(
        "the knowledge in data/ ({tables} tables) cannot be compiled\n\n{}",
        findings.collect::<Vec<_>>().join("\n\n")
    )
}
