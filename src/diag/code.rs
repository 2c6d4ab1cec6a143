//! The kinds of finding: what each is called and how bad it is. Those of parser and compiler stand here, those of a lint with it.
//!
//! What a kind means stands with the sentences of the program (`code-<name>`, `why-<name>`, `mend-<name>`), the example in
//! `tests/lints/<name>/`.

use crate::locale::Language;

/// A kind of finding, by name: stable, kebab-case, what is wrong rather than what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code {
    name: &'static str,
    severity: Severity,
    /// The reports on its example, in English and Korean.
    reports: &'static [&'static str; 2],
}

/// A kind of finding with its example: the reports on it are part of the program.
macro_rules! code {
    ($name:literal, $severity:ident) => {
        $crate::diag::code::Code::new(
            $name,
            $crate::diag::code::Severity::$severity,
            &[
                include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/lints/", $name, "/report.en.txt")),
                include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/lints/", $name, "/report.ko.txt")),
            ],
        )
    };
}
pub(crate) use code;

macro_rules! codes {
    ($($constant:ident $name:literal $severity:ident)*) => {
        impl Code {
            $(pub const $constant: Self = code!($name, $severity);)*

            /// Every kind of finding that is not a lint's.
            pub const OF_NO_LINT: &[Self] = &[$(Self::$constant),*];
        }
    };
}

codes! {
    BAD_VERSION "bad-version" Fatal
    DANGLING_REFERENCE "dangling-reference" Fatal
    DUPLICATE_ALIAS "duplicate-alias" Fatal
    DUPLICATE_ID "duplicate-id" Fatal
    DUPLICATE_KEY "duplicate-key" Fatal
    EMPTY_BRANCH "empty-branch" Warning
    EMPTY_CONDITION "empty-condition" Fatal
    FORMAT_TOO_NEW "format-too-new" Fatal
    INVALID_VALUE "invalid-value" Fatal
    MISSING_TRANSLATION "missing-translation" Warning
    NOT_ON_AXIS "not-on-axis" Fatal
    SYNTAX "syntax" Fatal
    TABLE_TOO_LARGE "table-too-large" Fatal
    UNKNOWN_FILE "unknown-file" Warning
    UNKNOWN_KEY "unknown-key" Fatal
    UNREADABLE_FILE "unreadable-file" Fatal
}

impl Code {
    pub const fn new(name: &'static str, severity: Severity, reports: &'static [&'static str; 2]) -> Self {
        Self { name, severity, reports }
    }

    /// The name, as in `error[dangling-reference]`.
    pub fn name(self) -> &'static str {
        self.name
    }

    /// How bad such a finding is, unless it is given another level.
    pub fn severity(self) -> Severity {
        self.severity
    }

    /// Whether the knowledge can be compiled with such a finding in it. What cannot is no matter of taste: it has one level.
    pub fn is_fatal(self) -> bool {
        self.severity == Severity::Fatal
    }

    /// Where a finding stands among others: what causes many first, what only follows from others last.
    pub(super) fn rank(self) -> u8 {
        match self.name {
            "boundless-condition" | "stray-attribute" => 0,
            "failed-expectation" | "wrong-total" => 2,
            _ => 1,
        }
    }

    pub fn report(self, language: Language) -> &'static str {
        let [english, korean] = self.reports;
        match language {
            Language::En => english,
            Language::Ko => korean,
        }
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::Display, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Severity {
    /// Worth mending; every answer stands.
    Warning,
    /// Some answer is wrong or unaccounted for, yet the knowledge can be compiled.
    Error,
    /// The knowledge cannot be compiled. Shown as an error.
    Fatal,
}
