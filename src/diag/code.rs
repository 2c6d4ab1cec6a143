//! The kinds of finding: one list, which `list codes`, `explain`, the levels and the tests read.

/// The kinds of finding, by name: stable, kebab-case, what is wrong rather than what to do.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::Display,
    strum::EnumIter,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Code {
    /// A version number or build is not digits parted by dots.
    BadVersion,
    /// Two steps give the same capability in the same place.
    CompetingSteps,
    /// Two cautions say the same thing twice, or tell one passage in two ways.
    ConflictingCautions,
    /// A permit and a forbid hold for exactly the same cells.
    ConflictingRules,
    /// A name refers to nothing.
    DanglingReference,
    /// Two values have the same spelling.
    DuplicateAlias,
    /// An id stands twice where it must be unique.
    DuplicateId,
    /// A key stands twice in one entry.
    DuplicateKey,
    /// Two rules of one effect hold for exactly the same cells.
    DuplicateRule,
    /// One branch of a condition holds for no cell.
    EmptyBranch,
    /// A condition holds for no cell.
    EmptyCondition,
    /// Facts get another answer than the one they must get.
    FailedExpectation,
    /// A forbid decides cells for which nothing is offered instead.
    ForbidWithoutRemedy,
    /// The folder is written for a newer program.
    FormatTooNew,
    /// A move changes no answer to a supported one.
    IdleMove,
    /// A silent entry accounts for no cell of its own.
    IdleSilent,
    /// A value has the wrong type or shape.
    InvalidValue,
    /// A published build is not read as the value it stands under.
    MisplacedBuild,
    /// A text lacks one of the languages.
    MissingTranslation,
    /// A condition names a value that its axis does not have.
    NotOnAxis,
    /// Dates or builds do not stand in the order in which they came about.
    OutOfOrder,
    /// Forbids decide every cell of a permit.
    PermitOverruled,
    /// One list names the same thing twice.
    RepeatedName,
    /// Another rule of the same effect holds wherever this one does, and as firmly.
    ShadowedRule,
    /// An acknowledged exception is none any more.
    StaleAcknowledgement,
    /// A spelling is lost in another: it is the same once it is read.
    SwallowedAlias,
    /// A file is not TOML.
    Syntax,
    /// A table has more cells than a dense table may have.
    TableTooLarge,
    /// An entry that claims something names no source.
    UncitedRule,
    /// Neither a rule nor a silent entry speaks about a cell.
    UndecidedCell,
    /// A caution is never said.
    UnheardCaution,
    /// A file belongs to nothing.
    UnknownFile,
    /// A key is not one that its entry has.
    UnknownKey,
    /// A supported answer needs a capability that no step gives there.
    UnmetNeed,
    /// A remedy is named, but no answer ever shows it.
    UnreachableRemedy,
    /// A file cannot be read, or is not UTF-8.
    UnreadableFile,
    /// A sentence is the same in two languages.
    UntranslatedText,
    /// Nothing uses a value, group, attribute, vocabulary, capability or parameter.
    UnusedEntry,
    /// No rule names a remedy.
    UnusedRemedy,
    /// Nothing cites a source, or a place in it.
    UnusedSource,
    /// The sums of the ledger do not hold.
    WrongTotal,
}

impl Code {
    /// The name, as in `error[dangling-reference]`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// How bad such a finding is, unless it is given another level.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::ConflictingCautions
            | Self::DuplicateRule
            | Self::EmptyBranch
            | Self::ForbidWithoutRemedy
            | Self::IdleMove
            | Self::IdleSilent
            | Self::OutOfOrder
            | Self::PermitOverruled
            | Self::RepeatedName
            | Self::ShadowedRule
            | Self::StaleAcknowledgement
            | Self::SwallowedAlias
            | Self::UnheardCaution
            | Self::UnknownFile
            | Self::UnreachableRemedy
            | Self::UntranslatedText
            | Self::UnusedEntry
            | Self::UnusedRemedy
            | Self::UnusedSource => Severity::Warning,
            Self::CompetingSteps
            | Self::ConflictingRules
            | Self::FailedExpectation
            | Self::MisplacedBuild
            | Self::UncitedRule
            | Self::UndecidedCell
            | Self::UnmetNeed
            | Self::WrongTotal => Severity::Error,
            _ => Severity::Fatal,
        }
    }

    /// Whether the knowledge can be compiled with such a finding in it. What cannot is no matter of taste: it has one level.
    #[must_use]
    pub fn is_fatal(self) -> bool {
        self.severity() == Severity::Fatal
    }
}

/// How bad a finding is.
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
