//! Lists of numbers as little-endian bytes. Those that `build.rs` stored are looked at where they stand; where slices of them are
//! wanted, reading them back is one copy and not a decision per number.

use std::borrow::Cow;
use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A list that is looked at number by number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlatNumbers(#[serde(borrow)] Cow<'static, [u8]>);

/// A number of such a list.
pub type FlatNumber = [u8; 4];

impl FromIterator<u32> for FlatNumbers {
    fn from_iter<I: IntoIterator<Item = u32>>(list: I) -> Self {
        Self(list.into_iter().flat_map(u32::to_le_bytes).collect())
    }
}

impl Deref for FlatNumbers {
    type Target = [FlatNumber];

    #[inline]
    fn deref(&self) -> &[FlatNumber] {
        self.0.as_chunks().0
    }
}

/// The number as a position.
#[inline]
pub fn position(number: FlatNumber) -> usize {
    u32::from_le_bytes(number) as usize
}

pub fn serialize<T: Copy + Into<u32>, S: Serializer>(list: &[T], serializer: S) -> Result<S::Ok, S::Error> {
    let bytes: Vec<u8> = list.iter().flat_map(|one| (*one).into().to_le_bytes()).collect();
    serializer.serialize_bytes(&bytes)
}

pub fn deserialize<'de, T: From<u32>, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    let bytes: &[u8] = Deserialize::deserialize(deserializer)?;
    Ok(bytes.as_chunks().0.iter().map(|bytes| u32::from_le_bytes(*bytes).into()).collect())
}
