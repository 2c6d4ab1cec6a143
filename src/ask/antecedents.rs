//! Of several machines the one of which the question speaks again: `a Vista laptop and a 2003 box. Can I use the box?`

use super::beside;
use super::items::Item;
use super::phrases::{Link, Phrase};
use super::stage::{Role, Stage};
use super::text::{Gap, Text};
use crate::knowledge::AxisId;
use crate::knowledge::ask::Tells;

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
        // `an XP or a Vista laptop` is a laptop either way.
        let of = |role: &Role| -> Vec<String> {
            let number = phrases.iter().position(|phrase| phrase.items.contains(&role.item));
            let phrases = number.and_then(|number| phrases.get(number..)).unwrap_or_default();
            let own = phrases.first().map(nouns).unwrap_or_default();
            let next = phrases.get(1).filter(|next| own.is_empty() && next.link == Link::Alike && named(next));
            next.map_or(own, nouns)
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

/// `SP2 CCR on 2008, the management box the same`: what is found of one machine only is so of the other.
pub(super) fn alike(stage: Stage<'_>, text: &Text<'_>, items: &[Item], roles: &mut Vec<Role>) {
    // The word alone says nothing of another machine, unless it is all that is said: `Nodes: same.`
    let parted = |at: usize| items.get(at).is_none_or(|item| item.gap >= Gap::Comma);
    let told = |at: &usize| {
        items.get(*at).is_some_and(|item| {
            let alone = parted(*at) && parted(*at + 1) && item.unread == 0;
            item.tells().contains(&Tells::Same) && (alone || text.get(&item.span).contains(' '))
        })
    };
    let Some(item) = (0..items.len()).find(told) else { return };
    let found = |id: &AxisId| !stage.table[*id].choice;
    for axis in stage.table.axis_ids().filter(found) {
        let kind = stage.table[axis].vocabulary;
        let mut others = stage.table.axis_ids().filter(found).filter(|other| *other != axis);
        let Some(other) = others.find(|other| stage.table[*other].vocabulary == kind) else { continue };
        let mut known = roles.iter().filter(|role| role.axis == other);
        let Some(first) = known.next() else { continue };
        if known.all(|role| role.values == first.values) && !roles.iter().any(|role| role.axis == axis) {
            let values = stage.translated(other, axis, &first.values);
            roles.push(Role { item, axis, values, assumed: false });
        }
    }
}

/// Takes away what is so only now where something else is said, in a question about what is to come.
pub(super) fn bygone(text: &Text<'_>, items: &[Item], roles: &mut Vec<Role>) {
    let bygone = beside::bygone(text, items);
    let (now, then): (Vec<Role>, Vec<Role>) = roles.iter().cloned().partition(|role| bygone.contains(&role.item));
    let outdone = |role: &Role| then.iter().any(|other| other.axis == role.axis && other.values != role.values);
    roles.retain(|role| !(now.contains(role) && outdone(role)));
}
