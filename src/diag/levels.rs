//! Levels: how bad the one who checks wants a kind of finding to be, whatever it is by itself.

use std::collections::BTreeMap;

use super::{Code, Report, Severity};

/// What to do with a kind of finding. The later wins where several are asked for one code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Do not report it.
    Allow,
    /// Report it as a warning, which fails nothing.
    Warn,
    /// Report it as an error.
    Deny,
}

/// Which codes are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    /// Every code that may have another level.
    All,
    /// Those of them that are warnings by themselves.
    Warnings,
    /// One code.
    One(Code),
}

/// The level of each code that was given one.
#[derive(Clone, Debug, Default)]
pub struct Levels {
    all: Option<Level>,
    warnings: Option<Level>,
    named: BTreeMap<Code, Level>,
}

impl Levels {
    /// Gives a level. A code by its own name weighs more than one in a group; among equals the firmer level wins.
    ///
    /// # Errors
    /// Gives the code back if it is fatal: knowledge that cannot be compiled cannot be allowed.
    pub fn set(&mut self, selection: Selection, level: Level) -> Result<(), Code> {
        match selection {
            Selection::One(code) if code.is_fatal() && level < Level::Deny => return Err(code),
            Selection::One(code) => {
                let known = self.named.entry(code).or_insert(level);
                *known = level.max(*known);
            }
            Selection::All => self.all = self.all.max(Some(level)),
            Selection::Warnings => self.warnings = self.warnings.max(Some(level)),
        }
        Ok(())
    }

    /// The level that was given to a code; none if none was, or it is fatal.
    pub fn of(&self, code: Code) -> Option<Level> {
        let warnings = self.warnings.filter(|_| code.severity() == Severity::Warning);
        let level = self.named.get(&code).copied().or(self.all.max(warnings));
        level.filter(|_| !code.is_fatal())
    }

    /// Whether a finding fails the check: each one does, unless its code was given to `warn`.
    pub fn fails(&self, code: Code) -> bool {
        self.of(code) != Some(Level::Warn)
    }

    /// Drops what is allowed and makes the rest as bad as was asked for.
    pub fn apply(&self, report: &mut Report) {
        report.findings.retain(|finding| self.of(finding.code) != Some(Level::Allow));
        for finding in &mut report.findings {
            match self.of(finding.code) {
                Some(Level::Warn) => finding.severity = Severity::Warning,
                Some(Level::Deny) => finding.severity = Severity::Error,
                Some(Level::Allow) | None => {}
            }
        }
    }
}
