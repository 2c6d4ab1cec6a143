//! Values of a file as they stand in it: how far they reach, and what is left when a mistake is cut out.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

/// Every string in a value.
pub(super) fn strings(item: &Spanned<DeValue<'_>>) -> Vec<String> {
    match item.get_ref() {
        DeValue::String(text) => vec![text.to_string()],
        DeValue::Table(table) => table.iter().flat_map(|(_, value)| strings(value)).collect(),
        DeValue::Array(values) => values.iter().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}

/// From the start of a header or key to the end of the last value under it.
pub(super) fn extent(header: Range<usize>, item: &Spanned<DeValue<'_>>) -> Range<usize> {
    header.start..last_end(item).max(header.end)
}

pub(super) fn last_end(item: &Spanned<DeValue<'_>>) -> usize {
    let own = item.span().end;
    let inner = match item.get_ref() {
        DeValue::Table(table) => table.iter().map(|(_, value)| last_end(value)).max(),
        DeValue::Array(values) => values.iter().map(last_end).max(),
        _ => None,
    };
    own.max(inner.unwrap_or(own))
}

/// Takes out the key at these bytes, however deep it stands, or else the key of the table whose value they are in. Gives what stood
/// there.
pub(super) fn cut_out<'f>(item: &mut Spanned<DeValue<'f>>, at: &Range<usize>) -> Option<Spanned<DeValue<'f>>> {
    if let Some(cut) = cut_key(item.get_mut(), at) {
        return Some(cut);
    }
    let DeValue::Table(table) = item.get_mut() else { return None };
    let holds = |value: &Spanned<DeValue<'_>>| value.span().start <= at.start && at.end <= last_end(value);
    let key = table.iter().find(|(_, value)| holds(value)).map(|(key, _)| key.get_ref().to_string())?;
    table.remove(key.as_str())
}

fn cut_key<'f>(value: &mut DeValue<'f>, at: &Range<usize>) -> Option<Spanned<DeValue<'f>>> {
    match value {
        DeValue::Table(table) => {
            let found = table.iter().find(|(key, _)| key.span() == *at).map(|(key, _)| key.get_ref().to_string());
            match found {
                Some(key) => table.remove(key.as_str()),
                None => table.iter_mut().find_map(|(_, value)| cut_key(value.get_mut(), at)),
            }
        }
        DeValue::Array(values) => values.iter_mut().find_map(|value| cut_key(value.get_mut(), at)),
        _ => None,
    }
}

/// The quoted texts of the entry around a byte: from the header before it to the next one.
pub(super) fn quoted_around(text: &str, at: usize) -> Vec<String> {
    let start = text.get(..at).and_then(|before| before.rfind("\n[")).unwrap_or(0);
    let end = text.get(at..).and_then(|behind| behind.find("\n[")).map_or(text.len(), |end| at + end);
    let entry = text.get(start..end).unwrap_or_default();
    entry.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}
