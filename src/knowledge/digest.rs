//! What names a state of the knowledge: made of all its files, so only when it is first asked for. No answer for people shows it.

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::data;
use crate::diag::Files;

/// `sha256:` and the digest of the files, as text.
#[derive(Clone, Debug, Default)]
pub struct Digest(Arc<(Files, OnceLock<String>)>);

impl Digest {
    pub(crate) fn of(files: Files) -> Self {
        Self(Arc::new((files, OnceLock::new())))
    }
}

impl Deref for Digest {
    type Target = str;

    fn deref(&self) -> &str {
        let (files, made) = &*self.0;
        made.get_or_init(|| data::digest(files))
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let made = OnceLock::from(String::deserialize(deserializer)?);
        Ok(Self(Arc::new((Files::default(), made))))
    }
}
