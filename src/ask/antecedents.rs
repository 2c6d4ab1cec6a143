//! Of several machines the one of which the question speaks again: `a Vista laptop and a 2003 box. Can I use the box?`

use super::items::Item;
use super::phrases::Phrase;
use super::stage::{Role, Stage};
use super::text::Text;

/// Takes away what other machines are on an axis where a noun without a name stands for one of them.
pub(super) fn resolve(stage: Stage<'_>, text: &Text<'_>, items: &[Item], phrases: &[Phrase], roles: &mut Vec<Role>) {
    for axis in stage.table.axis_ids() {
        let said: Vec<Role> = roles.iter().filter(|role| role.axis == axis).cloned().collect();
        let Some(last) = said.iter().map(|role| role.item).max() else { continue };
        let vocabulary = stage.table[axis].vocabulary;
        let nouns = |phrase: &Phrase| -> Vec<String> {
            let some = items.get(phrase.items.clone()).into_iter().flatten().filter(|item| item.name().is_none());
            let own = some.filter(|item| stage.noun(item).is_some_and(|noun| Some(noun.side) == stage.side_of(axis)));
            own.map(|item| text.get(&item.span).to_lowercase()).collect()
        };
        let named = |phrase: &Phrase| {
            items.get(phrase.items.clone()).into_iter().flatten().any(|item| item.vocabulary() == Some(vocabulary))
        };
        let again = phrases.iter().rev().find(|phrase| !nouns(phrase).is_empty());
        let Some(again) = again.filter(|phrase| phrase.items.start > last && !named(phrase)) else { continue };
        let meant = nouns(again);
        let of = |role: &Role| {
            phrases.iter().find(|phrase| phrase.items.contains(&role.item)).map(nouns).unwrap_or_default()
        };
        let is_meant = |role: &Role| of(role).iter().any(|noun| meant.contains(noun));
        let Some(found) = said.iter().find(|role| is_meant(role)) else { continue };
        if said.iter().filter(|role| is_meant(role)).all(|role| role.values == found.values) {
            let kept: Vec<usize> =
                said.iter().filter(|role| role.values == found.values).map(|role| role.item).collect();
            roles.retain(|role| role.axis != axis || kept.contains(&role.item));
        }
    }
}
