//! What is known, to be picked: for each axis its values, one of them or none.

use maud::{Markup, html};

use super::speech::Speech;
use crate::decide::Facts;
use crate::knowledge::{Axis, AxisId, OnAxis, Table};

pub fn form(speech: &Speech<'_>, table: &Table, number: usize) -> Markup {
    html! {
        form {
            @for (at, axis) in AxisId::of(&table.axes) {
                @let value = |value| self::value(speech, table, (at, axis), value, number);
                fieldset data-axis=(axis.id) {
                    legend { (speech.text(&axis.title)) }
                    label { input type="radio" name={ "t" (number) "-" (axis.id) } value="" checked; (speech.word("page-open")) }
                    @for inside in axis.inside() { (value(inside)) }
                    @if axis.inside < axis.values.len() {
                        details {
                            summary { (speech.word("ask-outside")) }
                            @for outside in axis.all().skip(axis.inside) { (value(outside)) }
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

/// Its name in the address is the one that a short command has.
fn value(speech: &Speech<'_>, table: &Table, (at, axis): (AxisId, &Axis), value: OnAxis, number: usize) -> Markup {
    let facts = Facts::none(table).with(at, [value], table);
    let typed = speech.first.short_arguments(table, &facts).concat();
    let key = typed.split_once('=').map_or("", |(_, key)| key);
    html! {
        label {
            input type="radio" name={ "t" (number) "-" (axis.id) } value=(key);
            (speech.told(|cx| cx.told(&cx.value(axis, value).name)))
        }
    }
}
