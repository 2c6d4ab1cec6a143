//! `--deny`, `--warn`, `--allow` and `--exit-zero`: how bad the one who checks wants each kind of finding to be.

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::diag::{Code, Report, Severity};
use crate::lint;
use crate::locale::Message;

/// A name for every code that may have another level, and one for those of them that are warnings by themselves.
const GROUPS: [&str; 2] = ["all", "warnings"];

#[derive(Args)]
pub struct LevelArgs {
    #[arg(long, value_name = "CODES", value_delimiter = ',', value_parser = codes(), hide_possible_values = true)]
    deny: Vec<String>,
    #[arg(long, value_name = "CODES", value_delimiter = ',', value_parser = codes(), hide_possible_values = true)]
    warn: Vec<String>,
    #[arg(long, value_name = "CODES", value_delimiter = ',', value_parser = codes(), hide_possible_values = true)]
    allow: Vec<String>,
    #[arg(long, id = "exit-zero")]
    exit_zero: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum LintLevel {
    Deny,
    /// Report it as a warning, which fails nothing.
    Warn,
    Allow,
}

fn codes() -> PossibleValuesParser {
    PossibleValuesParser::new(lint::codes().into_iter().map(Code::name).chain(GROUPS))
}

impl LevelArgs {
    /// Gives the findings their levels, and says how the program ends: every finding fails the check, warnings too, unless its code
    /// was given to `--warn`.
    pub fn apply(&self, report: &mut Report) -> Result<Exit, Failure> {
        let mut lowered = self.warn.iter().chain(&self.allow).filter_map(|name| lint::code(name));
        if let Some(code) = lowered.find(|code| code.is_fatal()) {
            let message = Message::new("level-fatal").with("code", code.name());
            return Err(Failure::usage(message, "help-level-fatal"));
        }
        report.grade(|code| match self.level(code) {
            None => Some(code.severity()),
            Some(LintLevel::Deny) => Some(Severity::Error),
            Some(LintLevel::Warn) => Some(Severity::Warning),
            Some(LintLevel::Allow) => None,
        });
        let fails = report.codes().any(|code| self.level(code) != Some(LintLevel::Warn));
        Ok(if fails && !self.exit_zero { Exit::Unsupported } else { Exit::Clean })
    }

    /// The level that was given to a code; none if none was, or knowledge with such a finding cannot be compiled. A code by its own
    /// name weighs more than one in a group; among equals the firmest level wins.
    fn level(&self, code: Code) -> Option<LintLevel> {
        let levels = [(&self.deny, LintLevel::Deny), (&self.warn, LintLevel::Warn), (&self.allow, LintLevel::Allow)];
        let firmest = |is_meant: &dyn Fn(&str) -> bool| {
            levels.iter().find(|(names, _)| names.iter().any(|name| is_meant(name))).map(|(_, level)| *level)
        };
        let is_warning = code.severity() == Severity::Warning;
        let given = firmest(&|name| name == code.name())
            .or_else(|| firmest(&|name| name == "all" || name == "warnings" && is_warning));
        given.filter(|_| !code.is_fatal())
    }
}
