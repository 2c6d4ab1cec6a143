//! Parts of the knowledge that are read back when they are first looked at: an answer from one table decodes no other.

use std::ops::Deref;
use std::sync::OnceLock;

use postcard::{from_bytes, to_stdvec};
use serde::{Deserialize, Deserializer, Serialize, Serializer, ser};

/// A part of the knowledge, as it was compiled or as the bytes that `build.rs` stored.
#[derive(Clone, Debug, Default)]
pub struct Part<T> {
    stored: &'static [u8],
    read: OnceLock<T>,
}

impl<T> From<T> for Part<T> {
    fn from(whole: T) -> Self {
        Self { stored: &[], read: OnceLock::from(whole) }
    }
}

impl<T: Deserialize<'static>> Deref for Part<T> {
    type Target = T;

    #[allow(clippy::expect_used, reason = "only bytes of another build cannot be read, and the tests read all of them")]
    fn deref(&self) -> &T {
        self.read.get_or_init(|| from_bytes(self.stored).expect("the knowledge as build.rs stored it"))
    }
}

impl<T: Deserialize<'static> + Serialize> Serialize for Part<T> {
    /// Bytes of their own where it is stored, so that it can be passed over; itself in a format that people read.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return T::serialize(self, serializer);
        }
        serializer.serialize_bytes(&to_stdvec::<T>(self).map_err(ser::Error::custom)?)
    }
}

impl<'de: 'static, T> Deserialize<'de> for Part<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { stored: <&'static [u8]>::deserialize(deserializer)?, read: OnceLock::new() })
    }
}

/// The entries of a part, for `for` loops.
impl<'p, T: Deserialize<'static>> IntoIterator for &'p Part<Vec<T>> {
    type Item = &'p T;
    type IntoIter = std::slice::Iter<'p, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
