//! The small closed vocabularies of every knowledge: what a rule does, how firmly, and what follows.

use serde::{Deserialize, Serialize};

/// How firmly a source carries a statement, firmest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[derive(strum::Display, strum::IntoStaticStr, strum::EnumIter, strum::EnumString)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Basis {
    /// The source says it in so many words.
    Stated,
    /// The source's sentence can be read this way, and another reading exists.
    Reading,
    /// It follows from what a source states, but no source says it.
    Inferred,
}

/// What is known about one cell, or about all cells that fit what the asker knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[derive(strum::Display, strum::IntoStaticStr, strum::EnumIter, strum::EnumString)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[derive(strum::Display, strum::IntoStaticStr, strum::EnumIter, strum::EnumString)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
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

/// What a rule does where it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[derive(strum::Display, strum::IntoStaticStr, strum::EnumIter, strum::EnumString)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Effect {
    /// Makes the cell unsupported, whatever else holds.
    Forbid,
    /// Makes the cell supported, unless a forbid holds.
    Permit,
    /// Records that no source speaks; decides nothing.
    Silent,
}

/// Whose word a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[derive(strum::Display, strum::IntoStaticStr, strum::EnumIter, strum::EnumString)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Origin {
    /// The maker of the product.
    Vendor,
    /// A company that sells or supports it.
    Partner,
    /// Anyone else.
    ThirdParty,
}

/// What the values of an attribute are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, strum::Display)]
#[cfg_attr(schema, derive(schemars::JsonSchema), schemars(rename = "Kind"))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum AttributeKind {
    #[default]
    Text,
    /// A year, a month or a day.
    Date,
    /// Digits parted by dots.
    Figure,
}

/// In which shell a command is typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, strum::Display)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Shell {
    #[default]
    Cmd,
    Powershell,
    Sh,
}
