//! The kinds of file in a knowledge folder, and where each belongs.

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[derive(strum::Display, strum::EnumIter, strum::EnumString, strum::IntoStaticStr, strum::VariantNames)]
#[strum(serialize_all = "kebab-case", ascii_case_insensitive)]
pub enum FileKind {
    Knowledge,
    Vocabulary,
    Table,
    Remedies,
    Sources,
    Setup,
    Runbook,
    Procedures,
    Ask,
    Expectations,
}

impl FileKind {
    /// The name of the kind, which is also that of its schema.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The folder in which files of this kind are, if it is not the knowledge folder itself.
    pub fn folder(self) -> Option<&'static str> {
        match self {
            Self::Vocabulary => Some("vocabulary"),
            Self::Table => Some("tables"),
            _ => None,
        }
    }

    /// The path in a knowledge folder of a file of this kind; `id` names it where there can be several.
    pub fn path(self, id: &str) -> String {
        match self.folder() {
            Some(folder) => format!("{folder}/{id}.toml"),
            None => format!("{self}.toml"),
        }
    }
}
