//! A table as a picture that hangs on a wall: every cell with a sign, a word and a pattern.

use maud::{Markup, html};

use super::speech::Speech;
use crate::knowledge::{Axis, AxisId, Table};
use crate::locale::Joined as _;
use crate::model::Verdict;
use crate::print::mark;
use crate::print::matrix::{combinations, kind, kinds, word};
use crate::view::Matrix;
use crate::view::matrix::matrix;

/// The cells are those of the first language, not strictly; the script puts others there when it is asked to.
pub fn chart(plain: &Speech<'_>, strict: &Speech<'_>, table: &Table) -> Markup {
    let inside = || table.axes.iter().map(Axis::inside_set).collect();
    let grid = |speech: &Speech<'_>| matrix(speech.first, table, &inside(), table.rows.clone(), table.columns.clone());
    let (shown, strictly) = (grid(plain), grid(strict));
    let (rows, columns) = (combinations(&shown, &shown.rows), combinations(&shown, &shown.columns));
    let title = |axis: &AxisId| plain.text(&table[*axis].title);
    let sizes: Vec<usize> = shown.named.iter().map(|axis| axis.names.len()).collect();
    let down = shown.rows.len().max(1);
    html! {
        div class="scroll" {
            table class="chart" data-rows=(listed(&shown.rows)) data-columns=(listed(&shown.columns)) data-sizes=(listed(&sizes)) aria-describedby="chart-help" {
                caption { (plain.text(&table.title)) }
                thead {
                    @for (depth, axis) in table.columns.iter().enumerate() {
                        tr {
                            th colspan=(down) class="title" { (title(axis)) }
                            @for column in 0..columns.len() { (head(&shown, &shown.columns, &columns, column, depth, "col")) }
                        }
                    }
                    tr { @for axis in &table.rows { th class="title" { (title(axis)) } } td colspan=(columns.len()) {} }
                }
                tbody {
                    @for (at, row) in rows.iter().enumerate() {
                        tr {
                            @for depth in 0..row.len() { (head(&shown, &shown.rows, &rows, at, depth, "row")) }
                            @for column in &columns { (cell(plain, &shown, row, column)) }
                        }
                    }
                }
            }
        }
        p class="reason scripted" aria-live="polite" {}
        @for (speech, grid, class) in [(plain, &shown, "legend"), (strict, &strictly, "legend strictly")] {
            (legend(speech, grid, class))
        }
    }
}

/// The head of a row or column on one of its axes, where the value is another than before; it spans all that share it.
fn head(grid: &Matrix, axes: &[usize], all: &[Vec<usize>], at: usize, depth: usize, scope: &str) -> Markup {
    let span: usize =
        axes.iter().skip(depth + 1).filter_map(|axis| grid.named.get(*axis)).map(|axis| axis.names.len()).product();
    let (Some(own), Some(value)) = (axes.get(depth), all.get(at).and_then(|values| values.get(depth))) else {
        return html! {};
    };
    let short = grid.named.get(*own).and_then(|axis| axis.shorts.get(*value)).map_or("", String::as_str);
    let spans = (span > 1).then_some(span);
    html! {
        @if at.is_multiple_of(span) {
            th class={ "d" (depth) } scope={ (scope) @if spans.is_some() { "group" } } data-is={ (own) "," (value + 1) }
                rowspan=[spans.filter(|_| scope == "row")] colspan=[spans.filter(|_| scope == "col")] { (short) }
        }
    }
}

fn cell(speech: &Speech<'_>, grid: &Matrix, row: &[usize], column: &[usize]) -> Markup {
    let Some(found) = grid.cell(row, column) else { return html! { td {} } };
    let kind = kind(found.verdict, found.basis);
    html! {
        td class=(kind) { (sign(found.verdict)) (word(kind, speech.first.messages)) }
    }
}

/// The sign in front of a word; nothing where the word is the sign.
fn sign(verdict: Verdict) -> String {
    if verdict == Verdict::Undocumented { String::new() } else { format!("{} ", mark(verdict).0) }
}

/// What the words mean; each kind can be left out.
fn legend(speech: &Speech<'_>, grid: &Matrix, class: &str) -> Markup {
    html! {
        ul class=(class) {
            @for (at, (kind, verdict, _)) in kinds(grid, speech.first.messages).into_iter().enumerate() {
                li {
                    label {
                        input type="checkbox" checked value=(kind);
                        span class={ "key " (kind) } { (speech.told(|cx| format!("{}{}", sign(verdict), word(kind, cx.messages)))) }
                        " "
                        (speech.told(|cx| kinds(grid, cx.messages).into_iter().nth(at).map(|(_, _, meaning)| meaning).unwrap_or_default()))
                    }
                }
            }
        }
    }
}

pub fn listed(numbers: &[usize]) -> String {
    numbers.iter().map(ToString::to_string).joined(",")
}
