//! Levels: how bad the one who checks wants a kind of finding to be, whatever it is by itself.

use super::{Code, Report, Severity};

/// What to do with a kind of finding. The firmer stands later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Allow,
    /// Report it as a warning, which fails nothing.
    Warn,
    Deny,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    /// Every code that may have another level.
    All,
    /// Those of them that are warnings by themselves.
    Warnings,
    One(Code),
}

impl Selection {
    fn means(self, code: Code) -> bool {
        match self {
            Self::All => true,
            Self::Warnings => code.severity() == Severity::Warning,
            Self::One(own) => own == code,
        }
    }
}

/// The levels that were asked for.
#[derive(Clone, Debug, Default)]
pub struct Levels(Vec<(Selection, Level)>);

impl Levels {
    /// Gives a level, or the code back if it is fatal: knowledge that cannot be compiled cannot be allowed.
    pub fn set(&mut self, selection: Selection, level: Level) -> Result<(), Code> {
        match selection {
            Selection::One(code) if code.is_fatal() && level < Level::Deny => Err(code),
            _ => {
                self.0.push((selection, level));
                Ok(())
            }
        }
    }

    /// The level that was given to a code; none if none was, or it is fatal. A code by its own name weighs more than one in a group;
    /// among equals the firmest level wins.
    pub fn of(&self, code: Code) -> Option<Level> {
        let asked = self.0.iter().filter(|(selection, _)| selection.means(code));
        let (named, grouped): (Vec<_>, Vec<_>) = asked.partition(|(selection, _)| *selection == Selection::One(code));
        let weightier = if named.is_empty() { grouped } else { named };
        weightier.into_iter().map(|(_, level)| level).max().filter(|_| !code.is_fatal())
    }

    /// Whether a finding fails the check: each one does, unless its code was given to `warn`.
    pub fn fails(&self, code: Code) -> bool {
        self.of(code) != Some(Level::Warn)
    }

    /// Drops what is allowed and makes the rest as bad as was asked for.
    pub fn apply(&self, report: &mut Report) {
        report.drop_kind(|code| self.of(code) == Some(Level::Allow));
        for finding in &mut report.findings {
            match self.of(finding.code) {
                Some(Level::Warn) => finding.severity = Severity::Warning,
                Some(Level::Deny) => finding.severity = Severity::Error,
                Some(Level::Allow) | None => {}
            }
        }
    }
}
