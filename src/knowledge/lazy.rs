//! A part of the compiled knowledge that is read from its bytes when somebody asks for it.
//!
//! Most questions never look at most of the knowledge: how a workstation is set up, or where each rule holds, which the
//! dense table has already answered. Such parts stay bytes until they are asked for.

use std::sync::OnceLock;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value, or the bytes it is read from.
#[derive(Clone, Debug)]
pub struct Lazy<T> {
    bytes: Vec<u8>,
    value: OnceLock<T>,
}

impl<T: DeserializeOwned + Default> Lazy<T> {
    /// A value that is there.
    pub fn new(value: T) -> Self {
        Self { bytes: Vec::new(), value: OnceLock::from(value) }
    }

    /// The value. Bytes written by this program's own build are always readable; others would give an empty value.
    pub fn get(&self) -> &T {
        self.value.get_or_init(|| postcard::from_bytes(&self.bytes).unwrap_or_default())
    }
}

impl<T: DeserializeOwned + Default> Default for Lazy<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: DeserializeOwned + Default + PartialEq> PartialEq for Lazy<T> {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl<T: DeserializeOwned + Default + Eq> Eq for Lazy<T> {}

impl<T: Serialize + DeserializeOwned + Default> Serialize for Lazy<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let bytes = postcard::to_stdvec(self.get()).map_err(serde::ser::Error::custom)?;
        serializer.serialize_bytes(&bytes)
    }
}

impl<'de, T> Deserialize<'de> for Lazy<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes: &[u8] = Deserialize::deserialize(deserializer)?;
        Ok(Self { bytes: bytes.to_vec(), value: OnceLock::new() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_stored_is_read_when_it_is_asked_for() {
        let stored = postcard::to_stdvec(&Lazy::new(vec![String::from("one"), String::from("two")])).expect("bytes");
        let lazy: Lazy<Vec<String>> = postcard::from_bytes(&stored).expect("the same");
        assert!(lazy.value.get().is_none(), "nothing was read yet");
        assert_eq!(lazy.get(), &["one", "two"]);
    }
}
