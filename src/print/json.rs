//! Views as JSON: indented, or on one line.

use serde::Serialize;

/// The view, indented, with a line break at the end.
///
/// # Errors
/// As `serde_json`: never for the views.
pub fn to_text<T: Serialize>(value: &T) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(value).map(|text| text + "\n")
}

/// The same on one line, without a line break at its end.
///
/// # Errors
/// As [`to_text`].
pub fn to_line<T: Serialize>(value: &T) -> Result<String, serde_json::Error> {
    serde_json::to_string(value)
}
