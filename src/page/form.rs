//! What is known, to be picked: for each axis one of its values, several that have a name together, or none.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::chart::listed;
use super::speech::Speech;
use crate::knowledge::{Axis, Knowledge, OnAxis, Table, Text};
use crate::locale::{Joined as _, printable};
use crate::view::context::typed;

/// What can be picked on an axis.
pub struct Pick<'k> {
    pub values: Vec<OnAxis>,
    pub name: &'k Text,
    /// Its name in the address: the one that a short command has.
    pub key: String,
}

/// The inside values, the groups of some of these, and the outside values.
pub fn picks<'k>(axis: &Axis, knowledge: &'k Knowledge) -> Vec<Pick<'k>> {
    let vocabulary = &knowledge[axis.vocabulary];
    let single = |on_axis: OnAxis| {
        let value = axis.value(on_axis, vocabulary);
        Pick { values: vec![on_axis], name: &value.name, key: typed(vocabulary, axis[on_axis]) }
    };
    let mut picks: Vec<Pick<'k>> = axis.inside().map(single).collect();
    for group in vocabulary.groups.iter().filter(|group| !group.ambiguous) {
        let values = axis.all_positions(&group.members, vocabulary);
        let are_some =
            values.len() > 1 && values.len() < axis.inside && values.iter().all(|value| value.index() < axis.inside);
        if are_some && picks.iter().all(|pick| pick.values != values) {
            picks.push(Pick { values, name: &group.name, key: group.id.clone() });
        }
    }
    picks.extend(axis.all().skip(axis.inside).map(single));
    picks
}

pub fn form(speech: &Speech<'_>, table: &Table, number: usize) -> Markup {
    let knowledge = speech.first.knowledge;
    html! {
        form {
            @for axis in &table.axes {
                @let picks = picks(axis, knowledge);
                @let outside = picks.len() + axis.inside - axis.values.len();
                @let value = |pick| value(speech, axis, &picks, pick, number);
                fieldset data-axis=(axis.id) data-names=(names(axis, &picks, knowledge)) {
                    legend { (speech.text(&axis.title)) }
                    label { input type="radio" name={ "t" (number) "-" (axis.id) } value="" checked; (speech.word("page-open")) }
                    @for pick in picks.iter().take(outside) { (value(pick)) }
                    @if picks.len() > outside {
                        details {
                            summary { (speech.word("ask-outside")) }
                            @for pick in picks.iter().skip(outside) { (value(pick)) }
                        }
                    }
                }
            }
            button type="reset" { (speech.word("page-clear")) }
            p class="hint" {}
            div class="bar" aria-hidden="true" {}
        }
    }
}

fn value(speech: &Speech<'_>, axis: &Axis, picks: &[Pick<'_>], pick: &Pick<'_>, number: usize) -> Markup {
    let several = (pick.values.len() > 1).then(|| numbers(&pick.values, picks));
    html! {
        label {
            input type="radio" name={ "t" (number) "-" (axis.id) } value=(&pick.key) data-of=[several];
            (speech.text(pick.name))
        }
    }
}

/// What an address can name: `NAME=NUMBERS;` for each id, short name, alias and key, as the engine reads it on this axis.
fn names(axis: &Axis, picks: &[Pick<'_>], knowledge: &Knowledge) -> String {
    let vocabulary = &knowledge[axis.vocabulary];
    let of_values =
        vocabulary.values.iter().flat_map(|value| [&value.id, &value.short].into_iter().chain(&value.aliases));
    let of_groups = vocabulary.groups.iter().flat_map(|group| std::iter::once(&group.id).chain(&group.aliases));
    let names: BTreeSet<String> =
        of_values.chain(of_groups).chain(picks.iter().map(|pick| &pick.key)).map(|name| name.to_lowercase()).collect();
    let told =
        names.iter().filter(|name| !name.contains([';', '=', ',']) && printable(name) == **name).filter_map(|name| {
            let values = axis.all_positions(&vocabulary.read(name)?.values, vocabulary);
            (!values.is_empty()).then(|| format!("{name}={}", numbers(&values, picks)))
        });
    told.joined(";")
}

/// The places of values among the picks, from 1.
fn numbers(values: &[OnAxis], picks: &[Pick<'_>]) -> String {
    let place = |value: &OnAxis| picks.iter().position(|pick| pick.values == [*value]).map(|at| at + 1);
    listed(&values.iter().filter_map(place).collect::<Vec<_>>())
}
