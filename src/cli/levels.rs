//! `--deny`, `--warn`, `--allow` and `--exit-zero`: how bad the one who checks wants each kind of finding to be.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::diag::levels::{Level, Levels, Selection};
use crate::diag::{Code, Report};
use crate::lint;
use crate::locale::Message;

/// Names for several codes at once.
const GROUPS: [(&str, Selection); 2] = [("all", Selection::All), ("warnings", Selection::Warnings)];

#[derive(Args)]
pub struct LevelArgs {
    #[arg(long, value_name = "CODES", value_delimiter = ',', value_parser = selection(), hide_possible_values = true)]
    deny: Vec<Selection>,
    #[arg(long, value_name = "CODES", value_delimiter = ',', value_parser = selection(), hide_possible_values = true)]
    warn: Vec<Selection>,
    #[arg(long, value_name = "CODES", value_delimiter = ',', value_parser = selection(), hide_possible_values = true)]
    allow: Vec<Selection>,
    #[arg(long, id = "exit-zero")]
    exit_zero: bool,
}

impl LevelArgs {
    /// Gives the findings their levels, and says how the program ends: every finding fails the check, warnings too, unless its code
    /// was given to `--warn`.
    pub fn apply(&self, report: &mut Report) -> Result<Exit, Failure> {
        let mut levels = Levels::default();
        for (selections, level) in [(&self.deny, Level::Deny), (&self.warn, Level::Warn), (&self.allow, Level::Allow)] {
            for selection in selections {
                levels.set(*selection, level).map_err(fatal)?;
            }
        }
        levels.apply(report);
        let codes = report.findings().iter().map(|finding| finding.code).chain(report.beyond().keys().copied());
        let fails = codes.into_iter().any(|code| levels.fails(code));
        Ok(if fails && !self.exit_zero { Exit::Unsupported } else { Exit::Clean })
    }
}

fn fatal(code: Code) -> Failure {
    let message = Message::new("level-fatal").with("code", code.name());
    Failure::usage(message, "help-level-fatal")
}

/// A code or a group, by its name.
fn selection() -> impl TypedValueParser<Value = Selection> {
    let names = lint::codes().into_iter().map(Code::name).chain(GROUPS.map(|(name, _)| name));
    PossibleValuesParser::new(names).try_map(|name| {
        let group = GROUPS.iter().find(|(group, _)| *group == name).map(|(_, selection)| *selection);
        group.or_else(|| lint::code(&name).map(Selection::One)).ok_or("no such code")
    })
}
