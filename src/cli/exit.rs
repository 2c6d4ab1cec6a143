//! The exit codes: the same in every format, so that a script may act on them.

use std::process::ExitCode;

use crate::model::Verdict;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// 0: supported, or nothing to report.
    Clean,
    /// 1: unsupported, or findings.
    Unsupported,
    /// 2: the command line cannot be understood.
    Usage,
    /// 3: undocumented, undetermined or out of scope: neither yes nor no.
    Unclear,
    /// 4: a data or input file cannot be read or is invalid, or the answer cannot be written.
    Input,
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

impl Exit {
    /// Every way to end, with the sentence that says what it means.
    pub const MEANINGS: [(Self, &'static str); 5] = [
        (Self::Clean, "exit-clean"),
        (Self::Unsupported, "exit-unsupported"),
        (Self::Usage, "exit-usage"),
        (Self::Unclear, "exit-unclear"),
        (Self::Input, "exit-input"),
    ];

    pub fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Unsupported => 1,
            Self::Usage => 2,
            Self::Unclear => 3,
            Self::Input => 4,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}
