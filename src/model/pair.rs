//! Two values in a list.

use serde::{Deserialize, Serialize};

/// Exactly two values. A tuple would take the first two of a longer list and drop the rest in silence.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema), schemars(inline, !try_from))]
#[serde(try_from = "Vec<T>")]
pub struct Pair<T>(pub T, pub T);

impl<T> TryFrom<Vec<T>> for Pair<T> {
    type Error = &'static str;

    fn try_from(list: Vec<T>) -> Result<Self, Self::Error> {
        <[T; 2]>::try_from(list).map(|[first, second]| Self(first, second)).map_err(|_| "a list of two is expected")
    }
}
