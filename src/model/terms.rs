//! The small closed vocabularies of every knowledge: what a rule does, how firmly, and what follows.

use serde::{Deserialize, Serialize};

/// Closed lists of words: in files, in JSON and for people each is its name in kebab-case.
macro_rules! words {
    ($($(#[$meta:meta])* pub enum $name:ident { $($words:tt)* })*) => {$(
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[derive(strum::Display, strum::EnumIter, strum::EnumString, strum::IntoStaticStr)]
        #[cfg_attr(schema, derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        #[strum(serialize_all = "kebab-case")]
        $(#[$meta])*
        pub enum $name { $($words)* }
    )*};
}
pub(crate) use words;

words! {
    /// How firmly a source carries a statement, firmest first.
    pub enum Basis {
        /// The source says it in so many words.
        Stated,
        /// The source's sentence can be read this way, and another reading exists.
        Reading,
        /// It follows from what a source states, but no source says it.
        Inferred,
    }

    /// What is known about one cell, or about all cells that fit what the asker knows.
    pub enum Verdict {
        /// Some permit holds and no forbid.
        Supported,
        /// Some forbid holds.
        Unsupported,
        /// No rule speaks. Not the same as unsupported.
        Undocumented,
        /// The cells that fit do not share a verdict. Never the verdict of a single cell.
        Undetermined,
    }

    /// What the asker of a question hears.
    pub enum Reply {
        Yes,
        No,
        /// To "must I": it has to be done.
        Needed,
        NotNeeded,
        /// To "how", "which", "what": the sentence is the reply.
        Told,
        /// It depends on what is not known.
        Depends,
        /// No source speaks about it.
        Unknown,
        OutOfScope,
    }
}

impl Reply {
    /// The verdict that goes with it; none out of scope.
    pub fn verdict(self) -> Option<Verdict> {
        match self {
            Self::Yes | Self::Needed | Self::NotNeeded | Self::Told => Some(Verdict::Supported),
            Self::No => Some(Verdict::Unsupported),
            Self::Depends => Some(Verdict::Undetermined),
            Self::Unknown => Some(Verdict::Undocumented),
            Self::OutOfScope => None,
        }
    }
}

impl Effect {
    /// Whether it is that of a rule, which decides.
    pub fn decides(self) -> bool {
        matches!(self, Self::Forbid | Self::Permit)
    }
}

words! {
    /// What a statement does where it holds.
    pub enum Effect {
        /// Makes the cell unsupported, whatever else holds.
        Forbid,
        /// Makes the cell supported, unless a forbid holds.
        Permit,
        /// Is to be said; decides nothing.
        Caution,
        /// Records that no source speaks; decides nothing.
        Silent,
    }

    /// Whose word a source is.
    pub enum Origin {
        /// The maker of the product.
        Vendor,
        /// A company that sells or supports it.
        Partner,
        /// Anyone else.
        ThirdParty,
    }

    #[derive(Default)]
    #[cfg_attr(schema, schemars(rename = "Kind"))]
    pub enum AttributeKind {
        #[default]
        Text,
        /// A year, a month or a day.
        Date,
        /// Digits parted by dots.
        Figure,
    }

    /// In which shell a command is typed.
    #[derive(Default)]
    pub enum Shell {
        #[default]
        Cmd,
        Powershell,
        Sh,
    }
}
