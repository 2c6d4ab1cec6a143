//! What can be wrong with the knowledge, where it is, and how it is shown.
//!
//! A [`Finding`] is a value with everything in it and no formatting: a [`Code`], a [`Message`], the place, a second place
//! where two clash, what to do. [`emit`](emit::emit) turns it into an excerpt; other outputs are functions of the same value.
//! Nothing here knows the domain.

pub mod code;
pub mod emit;
pub mod problem;
pub mod suggest;

use std::collections::BTreeMap;
use std::ops::Range;

pub(crate) use code::code;
pub use code::{Code, Severity};
pub use problem::Problem;

use crate::limits;
use crate::locale::Message;

/// A file of the knowledge, by its position in [`Files`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(usize);

/// A file as it was read: its path relative to the folder, with `/`, and its text.
#[derive(Clone, Debug)]
pub struct SourceFile {
    pub path: String,
    pub text: String,
}

/// The files of one knowledge folder, sorted by path.
#[derive(Clone, Debug, Default)]
pub struct Files {
    root: String,
    all: Vec<SourceFile>,
    /// For each file, the first byte of its own: see [`Place`].
    starts: Vec<usize>,
    /// For each file, where its lines begin: positions are asked for once an entry.
    lines: Vec<Vec<usize>>,
}

impl Files {
    /// No files yet; `root` is how the folder is named in messages.
    pub fn new(root: impl Into<String>) -> Self {
        Self { root: root.into(), ..Self::default() }
    }

    pub fn push(&mut self, file: SourceFile) -> FileId {
        let behind = file.text.match_indices('\n').map(|(at, _)| at + 1);
        self.lines.push(std::iter::once(0).chain(behind).collect());
        let start = self.starts.last().zip(self.all.last()).map_or(0, |(start, last)| start + last.text.len() + 1);
        self.starts.push(start);
        self.all.push(file);
        FileId(self.all.len() - 1)
    }

    /// How the folder is named in messages.
    pub fn root(&self) -> &str {
        &self.root
    }

    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.all.iter().enumerate().map(|(index, file)| (FileId(index), file))
    }

    pub fn get(&self, id: FileId) -> Option<&SourceFile> {
        self.all.get(id.0)
    }

    pub fn text(&self, id: FileId) -> &str {
        self.all.get(id.0).map_or("", |file| &file.text)
    }

    /// The path of a file as it is shown: the folder as it was named, and the file in it.
    pub fn path(&self, id: FileId) -> String {
        let path = self.all.get(id.0).map_or("", |file| &file.path);
        if self.root.is_empty() { path.to_owned() } else { format!("{}/{path}", self.root.trim_end_matches('/')) }
    }

    /// The first byte of a file among those of all.
    pub fn start(&self, file: FileId) -> usize {
        self.starts.get(file.0).copied().unwrap_or_default()
    }

    /// Where a file begins, for what is about the whole of it.
    pub fn beginning(&self, file: FileId) -> Place {
        self.start(file)..self.start(file)
    }

    pub fn file_at(&self, place: &Place) -> FileId {
        FileId(self.starts.partition_point(|start| *start <= place.start).saturating_sub(1))
    }

    /// The file that a place is in, and its bytes there.
    pub fn within(&self, place: &Place) -> (FileId, Range<usize>) {
        let file = self.file_at(place);
        let start = self.start(file);
        (file, place.start - start..place.end - start)
    }

    /// Line and column of a place, both from 1, columns in characters.
    pub fn position(&self, place: &Place) -> (usize, usize) {
        let (file, span) = self.within(place);
        let (line, start) = self.line(file, span.start);
        (line, self.text(file).get(start..span.start).unwrap_or_default().chars().count() + 1)
    }

    /// The line of a byte of a file, from 1, and the byte with which that line begins.
    pub fn line(&self, file: FileId, at: usize) -> (usize, usize) {
        let starts = self.lines.get(file.0).map(Vec::as_slice).unwrap_or_default();
        let line = starts.partition_point(|start| *start <= at).max(1);
        (line, starts.get(line - 1).copied().unwrap_or(0))
    }
}

/// Bytes of the files of a folder, as if these stood one behind the other: so a place says which file it is in.
pub type Place = Range<usize>;

/// A place and what is to be said at it.
#[derive(Clone, Debug)]
pub struct Label {
    pub place: Place,
    /// What; nothing where the headline says it all.
    pub message: Option<Message>,
}

/// One thing that is wrong.
#[derive(Clone, Debug)]
pub struct Finding {
    pub code: Code,
    /// How bad it is: that of the code, unless the one who checks wants it otherwise.
    pub severity: Severity,
    pub message: Message,
    /// Where it is wrong; nothing where a whole file is missing.
    pub primary: Option<Label>,
    /// The other place, where two clash, or the rule around it.
    pub context: Vec<Label>,
    pub help: Option<Message>,
}

impl Finding {
    /// What a kind of finding usually says and helps with, to be completed by [`with`](Self::with).
    pub fn of(code: Code) -> Self {
        Self::new(code, Message::new(code.name())).help(Message::new(format!("help-{code}")))
    }

    /// A finding that says something of its own, about no place yet.
    pub fn new(code: Code, message: Message) -> Self {
        Self { code, severity: code.severity(), message, primary: None, context: Vec::new(), help: None }
    }

    /// A value that is not as it must be; the message says how.
    pub fn invalid(message: Message) -> Self {
        Self::new(Code::INVALID_VALUE, message)
    }

    /// Completes what is said by a text.
    pub fn with(mut self, name: &'static str, text: impl Into<String>) -> Self {
        let text = text.into();
        self.help = self.help.map(|help| help.with(name, &text));
        self.message = self.message.with(name, text);
        self
    }

    /// Completes what is said by a number.
    pub fn number(mut self, name: &'static str, number: usize) -> Self {
        self.help = self.help.map(|help| help.number(name, number));
        self.message = self.message.number(name, number);
        self
    }
    pub fn at(mut self, place: Place) -> Self {
        self.primary = Some(Label { place, message: None });
        self
    }

    pub fn at_saying(mut self, place: Place, message: Message) -> Self {
        self.primary = Some(Label { place, message: Some(message) });
        self
    }
    pub fn beside(mut self, place: Place, message: Message) -> Self {
        self.context.push(Label { place, message: Some(message) });
        self
    }
    pub fn help(mut self, message: Message) -> Self {
        self.help = Some(message);
        self
    }

    /// Says which of `known` was probably meant by `wrong`, if any is near.
    pub fn did_you_mean<'n>(self, wrong: &str, known: impl IntoIterator<Item = &'n str>) -> Self {
        match suggest::nearest(wrong, known, 1).first() {
            Some(near) => self.help(Message::new("help-did-you-mean").with("name", *near)),
            None => self,
        }
    }
}

/// Everything that was found, in the order it was found.
#[derive(Clone, Debug, Default)]
pub struct Report {
    findings: Vec<Finding>,
    /// How many of each kind there are beyond those.
    beyond: BTreeMap<Code, usize>,
}

impl Report {
    /// Adds a finding. Past a limit it is only counted: nobody reads so many, and they would fill the memory.
    pub fn push(&mut self, finding: Finding) {
        if self.findings.len() < limits::KEPT {
            self.findings.push(finding);
        } else {
            *self.beyond.entry(finding.code).or_default() += 1;
        }
    }

    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    pub fn counts(&self) -> (usize, usize) {
        let is_warning = |severity: Severity| severity == Severity::Warning;
        let kept = self.findings.iter().filter(|finding| is_warning(finding.severity)).count();
        let beyond: usize =
            self.beyond.iter().filter(|(code, _)| is_warning(code.severity())).map(|(_, count)| count).sum();
        let all = self.findings.len() + self.beyond.values().sum::<usize>();
        (all - kept - beyond, kept + beyond)
    }

    /// The kinds of everything that was found; one may come several times.
    pub fn codes(&self) -> impl Iterator<Item = Code> {
        self.findings.iter().map(|finding| finding.code).chain(self.beyond.keys().copied())
    }

    /// Whether the knowledge cannot be compiled.
    pub fn is_fatal(&self) -> bool {
        self.codes().any(Code::is_fatal)
    }

    /// Sorts by file and position, causes before what follows from them, for showing.
    pub fn sort(&mut self) {
        self.findings.sort_by_key(|finding| {
            let place = finding.primary.as_ref().map(|label| label.place.start);
            (finding.code.rank(), place, finding.code)
        });
    }

    /// Gives each kind of finding another severity, and drops the kinds without one.
    pub fn grade(&mut self, severity: impl Fn(Code) -> Option<Severity>) {
        self.findings.retain_mut(|finding| {
            let graded = severity(finding.code);
            finding.severity = graded.unwrap_or(finding.severity);
            graded.is_some()
        });
        self.beyond.retain(|code, _| severity(*code).is_some());
    }

    /// Completes what helps with every finding by a text.
    pub fn help_with(&mut self, name: &'static str, text: &str) {
        for finding in &mut self.findings {
            finding.help = finding.help.take().map(|help| help.with(name, text));
        }
    }

    pub fn retain(&mut self, wanted: impl FnMut(&Finding) -> bool) {
        self.findings.retain(wanted);
    }

    pub fn extend(&mut self, other: Self) {
        for finding in other.findings {
            self.push(finding);
        }
        for (code, count) in other.beyond {
            *self.beyond.entry(code).or_default() += count;
        }
    }
}
