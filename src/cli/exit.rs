//! The exit codes: the same in every format, so that a script may act on them.

use std::process::ExitCode;

use crate::model::Verdict;

/// What each means is the sentence `exit-<name>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::Display, strum::EnumIter)]
#[strum(serialize_all = "lowercase")]
pub enum Exit {
    Clean = 0,
    Unsupported = 1,
    Usage = 2,
    Unclear = 3,
    Input = 4,
}

impl From<Verdict> for Exit {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Supported => Self::Clean,
            Verdict::Unsupported => Self::Unsupported,
            Verdict::Undocumented | Verdict::Undetermined => Self::Unclear,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
