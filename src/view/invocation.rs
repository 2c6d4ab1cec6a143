//! How the program was called, as far as another call must repeat it to get the same answer.

use std::path::MAIN_SEPARATOR;

/// The options that an answer depends on.
#[derive(Clone, Debug, Default)]
pub struct Invocation {
    pub data: Option<String>,
    pub strict: bool,
}

impl Invocation {
    /// A command of this program, to be typed in a shell.
    pub fn command<'w>(&self, verb: &str, words: impl IntoIterator<Item = &'w str>) -> String {
        let mut written = vec!["canmanage".to_owned(), verb.to_owned()];
        if let Some(folder) = &self.data {
            written.extend(["--data".to_owned(), quoted(folder)]);
        }
        if self.strict {
            written.push("--strict".to_owned());
        }
        written.extend(words.into_iter().map(quoted));
        written.join(" ")
    }
}

fn quoted(word: &str) -> String {
    // `=` and `,` need no quotes behind the first word, double quotes are quotes, and what parts folders is itself, whatever the shell.
    let harmless = |one: char| one.is_alphanumeric() || "=,.:_-/".contains(one) || one == MAIN_SEPARATOR;
    match shlex::try_quote(word) {
        _ if !word.is_empty() && word.chars().all(harmless) => word.to_owned(),
        _ if word.chars().all(|one| harmless(one) || one == ' ' || one == '?') => format!("\"{word}\""),
        Ok(quoted) => quoted.into_owned(),
        Err(_) => String::from("-"),
    }
}
