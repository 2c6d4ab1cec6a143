//! Names in braces, which texts and commands have in place of what is known only when they are shown.

/// The names in braces, as they stand.
pub fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

/// `axis.attribute` in its two parts; an axis alone is the whole name.
pub fn parted(name: &str) -> (&str, Option<&str>) {
    name.split_once('.').map_or((name, None), |(axis, attribute)| (axis, Some(attribute)))
}

/// The text with what stands for each name; what is put in is not looked at again, and what nothing stands for stays.
pub fn filled(text: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut parts = text.split('{');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once('}').and_then(|(name, rest)| Some((value(name)?, rest))) {
            Some((value, rest)) => out.extend([value.as_str(), rest]),
            None => out.extend(["{", part]),
        }
    }
    out
}

/// Whether it is a name, and not a piece of a script or of prose that happens to stand in braces.
pub fn is_name(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ['-', '.'].contains(&c);
    text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(plain)
}
