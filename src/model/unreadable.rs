//! What cannot be read, in words that can be translated: what stands there, what is expected, and what was probably meant.
//!
//! In: an error of the TOML library or of serde, whose words are English and their own. Where we know what they mean, we say it; of the
//! others the words stand behind ours.

use std::ops::Range;

use crate::diag::{Code, Finding, Place};
use crate::locale::{Joined as _, Message};

/// An error and the text of the file it is about.
pub struct TomlError<'e> {
    pub text: &'e str,
    /// The first byte of the file among those of all.
    pub start: usize,
    /// Bytes of the text.
    pub span: Range<usize>,
    /// The words of the library.
    pub says: &'e str,
}

/// What we say, what it says it about, and what was probably meant.
struct Told {
    what: &'static str,
    word: String,
    instead: Option<String>,
}

fn told(what: &'static str, word: impl Into<String>) -> Told {
    Told { what, word: word.into(), instead: None }
}

impl TomlError<'_> {
    fn place(&self) -> Place {
        self.start + self.span.start..self.start + self.span.end
    }

    fn written(&self) -> &str {
        self.text.get(self.span.clone()).unwrap_or_default()
    }

    /// The words in backticks that the library uses, first the wrong one.
    fn names(&self) -> Vec<&str> {
        self.says.split('`').skip(1).step_by(2).collect()
    }

    fn finding(&self, code: Code, told: Option<Told>) -> Finding {
        let at = self.place();
        let Some(Told { what, word, instead }) = told else {
            let detail = self.says.lines().joined("; ");
            let message = Message::new(code.name()).with("what", "").with("word", "").with("expected", "");
            return Finding::new(code, message).at_saying(at, Message::new("label-library").with("detail", detail));
        };
        let message = Message::new(code.name()).with("what", what).with("word", word).with("expected", self.expected());
        let finding = Finding::new(code, message).at(at);
        match instead {
            Some(name) => finding.help(Message::new("help-did-you-mean").with("name", name)),
            None => finding,
        }
    }

    /// Where the syntax is broken.
    pub fn syntax(&self) -> Finding {
        let says = |words: &str| self.says.starts_with(words);
        let written = self.written();
        let line = self.text.get(self.span.start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let missing = || self.names().last().copied().unwrap_or_default().to_owned();
        let in_curly =
            line.strip_prefix(['“', '”', '„', '‘', '’']).and_then(|rest| rest.split(['“', '”', '‘', '’']).next());
        let unquoted = says("string values must") || written.starts_with(char::is_alphabetic) && says("invalid");
        let told = match () {
            () if in_curly.is_some() => {
                Some(Told { instead: in_curly.map(|text| format!("\"{text}\"")), ..told("curly", "") })
            }
            () if unquoted && (line.trim().is_empty() || line.starts_with('#')) => Some(told("no-value", "")),
            () if unquoted => Some(Told { instead: Some(format!("\"{written}\"")), ..told("unquoted", written) }),
            () if says("invalid basic string") || says("invalid literal string") => Some(told("open-text", "")),
            () if says("missing escaped value") || says("too few unicode") => Some(told("escape", "")),
            () if says("missing comma") => Some(told("comma", "")),
            () if says("key with no value") => Some(told("equals", "")),
            () if says("unclosed") => Some(told("open", missing())),
            () if says("extra `=`") || says("extra comma") => Some(told("extra", written)),
            () => None,
        };
        self.finding(Code::SYNTAX, told)
    }

    /// If a bracket was never closed, where it should have been: a new line that begins a key or an entry is taken for more of its list.
    pub fn left_open(&self) -> Option<Finding> {
        let bracket = match self.says {
            words if words.starts_with("missing comma between array") => "]",
            words if words.starts_with("missing comma between key") => "}",
            _ => return None,
        };
        let (before, behind) = (self.text.get(..self.span.start)?, self.text.get(self.span.start..)?);
        let begins_line = before.rsplit('\n').next()?.trim().is_empty();
        let line = behind.lines().next()?.trim_end();
        let bare = |text: &str| text.chars().all(|one| one.is_alphanumeric() || "-_.[]".contains(one));
        let is_header = line.starts_with('[') && line.ends_with(']') && bare(line);
        let begins_entry = is_header || line.split_once(" = ").is_some_and(|(key, _)| bare(key));
        let end = before.trim_end().len();
        let message = Message::new(Code::SYNTAX.name()).with("what", "open").with("word", bracket).with("expected", "");
        let at = self.start + end.saturating_sub(1)..self.start + end;
        (begins_line && begins_entry).then(|| Finding::new(Code::SYNTAX, message).at(at))
    }

    /// A key that nothing asks for, with the nearest that something would.
    pub fn unknown_key(&self, key: &str, at: Place) -> Finding {
        let finding = unknown_key(key, at);
        finding.did_you_mean(key, self.names().into_iter().skip(1))
    }

    pub fn value(&self) -> Finding {
        let says = |words: &str| self.says.starts_with(words);
        let names = self.names();
        let name = || names.first().copied().unwrap_or_default();
        let written = self.written();
        let version = written.trim_matches(['"', '\'']);
        let is_range = version.starts_with(['<', '>', '=', '^', '~', '*']) || version.contains(',');
        let told = match () {
            () if says("unknown variant") => {
                let known = names.iter().skip(1).map(|name| format!("`{name}`")).joined(", ");
                let message = Message::new(Code::INVALID_VALUE.name()).with("what", "choice").with("word", name());
                let finding = Finding::invalid(message.with("expected", known));
                let finding = finding.at(self.place());
                return finding.did_you_mean(name(), names.iter().skip(1).copied());
            }
            () if says("unknown field") && names.len() > 1 => return self.unknown_key(name(), self.place()),
            () if says("unknown field") => Some(told("alone", name())),
            () if says("missing field") => Some(told("missing", name())),
            () if says("a list of two") => Some(told("pair", "")),
            () if says("an empty table") => Some(told("nothing", "")),
            () if self.says.ends_with("semver version") || self.is_about_versions() => Some(if is_range {
                told("range", version)
            } else {
                Told { instead: filled(version), ..told("version", version) }
            }),
            () if says("invalid type") || says("invalid value") => {
                let known = !self.expected().is_empty();
                known.then(|| Told { instead: self.meant(), ..told("type", kind(written)) })
            }
            () => None,
        };
        self.finding(Code::INVALID_VALUE, told)
    }

    /// Whether it is the library of versions that complains.
    fn is_about_versions(&self) -> bool {
        let message = self.says;
        ["version number", "version comparator", "pre-release", "build metadata", "semver version"]
            .iter()
            .any(|words| message.contains(words))
    }

    /// What is expected, by a name that the sentences know; empty if it is nothing they know.
    fn expected(&self) -> &'static str {
        let (_, expected) = self.says.split_once(", expected ").unwrap_or_default();
        match expected {
            "a sequence" => "list",
            "a string" | "variant identifier" | "string or table" => "text",
            "a boolean" => "truth",
            "usize" | "u64" | "u32" | "u16" | "u8" => "number",
            "a map" => "texts",
            words if words.starts_with("struct") || words.starts_with("a table of") => "table",
            words if words.starts_with("a table, or") => "condition",
            words if words.starts_with("an id") => "terms",
            _ => "",
        }
    }

    /// What stands there as it should have been written, where only quotes or brackets are missing or too many.
    fn meant(&self) -> Option<String> {
        let written = self.written();
        let bare = written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        match (self.expected(), kind(written), bare) {
            ("list", "text", _) => Some(format!("[{written}]")),
            ("text", "date" | "number" | "truth", _) => Some(format!("\"{written}\"")),
            ("text", "list", _) => {
                let inner = written.strip_prefix('[')?.strip_suffix(']')?.trim();
                (kind(inner) == "text" && inner.matches('"').count() == 2).then(|| inner.to_owned())
            }
            ("number", "text", Some(bare)) => bare.parse::<u32>().ok().map(|number| number.to_string()),
            ("truth", "text", Some(bare)) => bare.parse::<bool>().ok().map(|truth| truth.to_string()),
            _ => None,
        }
    }
}

/// A key that nothing asks for.
pub fn unknown_key(key: &str, at: Place) -> Finding {
    Finding::new(Code::UNKNOWN_KEY, Message::new("unknown-key").with("key", key)).at(at)
}

/// What kind of value this is, by a name that the sentences know.
fn kind(written: &str) -> &'static str {
    let digits = written.trim_start_matches(['+', '-']);
    match written.chars().next() {
        Some('"' | '\'') => "text",
        Some('[') if written.contains('\n') || written.ends_with(']') && written.contains('=') => "table",
        Some('[') => "list",
        Some('{') => "table",
        Some('t' | 'f') => "truth",
        _ if digits.get(1..).is_some_and(|rest| rest.contains(['-', ':'])) => "date",
        _ if written.starts_with('-') => "negative",
        _ => "number",
    }
}

/// A version of fewer than three numbers with zeros in place of what is missing.
fn filled(version: &str) -> Option<String> {
    let zeros = 3usize.checked_sub(version.split('.').count())?;
    let filled = version.to_owned() + &".0".repeat(zeros);
    filled.parse::<semver::Version>().ok().map(|version| version.to_string())
}
