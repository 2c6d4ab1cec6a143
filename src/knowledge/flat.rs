//! Lists of numbers stored as little-endian bytes, so that reading them back is one copy and not a decision per number.

use serde::{Deserialize, Deserializer, Serializer};

pub fn serialize<T: Copy + Into<u32>, S: Serializer>(list: &[T], serializer: S) -> Result<S::Ok, S::Error> {
    let bytes: Vec<u8> = list.iter().flat_map(|one| (*one).into().to_le_bytes()).collect();
    serializer.serialize_bytes(&bytes)
}

pub fn deserialize<'de, T: From<u32>, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    let bytes: &[u8] = Deserialize::deserialize(deserializer)?;
    Ok(bytes.as_chunks().0.iter().map(|bytes| u32::from_le_bytes(*bytes).into()).collect())
}
