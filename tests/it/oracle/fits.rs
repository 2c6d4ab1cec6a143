//! How firmly something is as it is wanted, and whether a number is in a range.

use std::collections::BTreeSet;

/// Whether something is as it is wanted, if that is known, and how firmly.
pub type Fit = (Option<bool>, u8);

pub fn not((holds, firmly): Fit) -> Fit {
    (holds.map(|holds| !holds), firmly)
}

/// As firm as the firmest that holds; if none does, as weak as the weakest.
pub fn any(fits: &[Fit]) -> Fit {
    let holding = fits.iter().filter(|(holds, _)| *holds == Some(true)).map(|(_, firmly)| *firmly).min();
    let weakest = fits.iter().map(|(_, firmly)| *firmly).max().unwrap_or(0);
    let unknown = fits.iter().any(|(holds, _)| holds.is_none());
    holding.map_or(((!unknown).then_some(false), weakest), |firmly| (Some(true), firmly))
}

pub fn all_or_none(each: impl Iterator<Item = bool>) -> Option<bool> {
    let each: BTreeSet<bool> = each.collect();
    (each.len() == 1).then(|| each.contains(&true))
}

/// The numbers around those that are written in ranges: a range that holds one of a kind holds all between it and the next.
pub fn points<'t>(written: impl IntoIterator<Item = &'t str>) -> Vec<Vec<i64>> {
    let around = |(_, number): (&str, Vec<i64>)| {
        let beside = |by: i64, last: i64| {
            let mut number = number.clone();
            *number.last_mut().expect("a part") += by;
            [number, vec![last]].concat()
        };
        [beside(0, 1), beside(0, 99_999), beside(-1, 99_999), beside(1, 1)]
    };
    written.into_iter().flat_map(bounds).flat_map(around).collect()
}

/// Whether a number is in a range: as many parts are compared as the bound has.
pub fn is_in(number: &[i64], range: &str) -> bool {
    bounds(range).into_iter().all(|(sign, bound)| {
        let own = &number[..bound.len().min(number.len())];
        match sign {
            ">=" => own >= bound.as_slice(),
            ">" => own > bound.as_slice(),
            "<" => own < bound.as_slice(),
            "<=" => own <= bound.as_slice(),
            _ => own == bound.as_slice(),
        }
    })
}

/// The signs of a range with their numbers.
pub fn bounds(range: &str) -> Vec<(&str, Vec<i64>)> {
    let bound = |bound: &'_ str| bound.trim().len() - bound.trim().trim_start_matches(['<', '>', '=']).len();
    let parts = range.split(',').map(|text| (text.trim(), bound(text)));
    let number = |text: &str| match text.trim().parse() {
        Ok(whole) => vec![whole],
        Err(_) => text.trim().split(['.', '-']).map(|part| part.parse().expect("a number")).collect(),
    };
    parts.map(|(text, sign)| (&text[..sign], number(&text[sign..]))).collect()
}
