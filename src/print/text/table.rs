//! Tables on a terminal: columns side by side, and several tables when they are too many for one.
//!
//! In: titles and cells. Out: printable lines. A table that is too wide is split into tables of fewer columns, each
//! beginning with the first column; a column too wide even then has its cells wrapped. Where rows could then not be told
//! apart by the first column, each row is told line by line. Nothing is ever cut.

use std::collections::HashSet;

use super::wrap::wrap;
use super::{pad, spaces};
use crate::print::block::Line;

const GAP: usize = 2;
const RULE: &str = "─";

/// Lays out a table within `width` columns.
pub fn lay_out(header: &[Line], rows: &[Vec<Line>], width: usize) -> Vec<Line> {
    if is_ambiguous(header, rows, width) {
        return line_by_line(header, rows, width);
    }
    let mut columns = columns(header, rows, width).into_iter();
    let Some(first) = columns.next() else {
        return Vec::new();
    };
    let rest: Vec<Column> = columns.collect();
    let mut out = Vec::new();
    for group in groups(&first, &rest, width) {
        if !out.is_empty() {
            out.push(Line::new());
        }
        draw(&group, !header.is_empty(), rows.len(), &mut out);
    }
    out
}

/// Whether the table is too wide, and the first column does not tell its rows apart.
fn is_ambiguous(header: &[Line], rows: &[Vec<Line>], width: usize) -> bool {
    let columns = columns(header, rows, usize::MAX);
    let all = columns.iter().map(|column| column.width + GAP).sum::<usize>();
    let mut seen = HashSet::new();
    all > width + GAP && columns.len() > 2 && !rows.iter().filter_map(|row| row.first()).all(|first| seen.insert(first))
}

/// Each row as lines `title: cell`, with an empty line between two.
fn line_by_line(header: &[Line], rows: &[Vec<Line>], width: usize) -> Vec<Line> {
    let mut out = Vec::new();
    for row in rows {
        if !out.is_empty() {
            out.push(Line::new());
        }
        let titles = header.iter().map(Some).chain(std::iter::repeat(None));
        for (title, cell) in titles.zip(row) {
            let head = title.map(|title| title.emphasized().plain(": ")).unwrap_or_default();
            out.extend(wrap(&head.line(cell), width));
        }
    }
    out
}

/// A column with its cells wrapped: the title first, then one cell for every row.
struct Column {
    width: usize,
    cells: Vec<Vec<Line>>,
}

fn columns(header: &[Line], rows: &[Vec<Line>], width: usize) -> Vec<Column> {
    let count = rows.iter().map(Vec::len).fold(header.len(), usize::max);
    let raw: Vec<Vec<Line>> = (0..count)
        .map(|at| {
            let title = header.get(at).map(Line::emphasized).unwrap_or_default();
            let cells = rows.iter().map(|row| row.get(at).cloned().unwrap_or_default());
            std::iter::once(title).chain(cells).collect()
        })
        .collect();
    let widths: Vec<usize> = raw.iter().map(|cells| cells.iter().map(Line::width).max().unwrap_or(0)).collect();
    let first = limit_of_first(&widths, width);
    raw.iter()
        .enumerate()
        .map(|(at, cells)| Column::new(cells, if at == 0 { first } else { width.saturating_sub(first + GAP) }))
        .collect()
}

/// The first column gives way to the widest other one, down to half the line.
fn limit_of_first(widths: &[usize], width: usize) -> usize {
    match widths.split_first() {
        Some((first, [])) => *first.min(&width),
        Some((first, rest)) => {
            let widest = rest.iter().copied().max().unwrap_or(0);
            let room = width.saturating_sub(widest + GAP).max(width / 2);
            *first.min(&room)
        }
        None => 0,
    }
}

impl Column {
    fn new(cells: &[Line], limit: usize) -> Self {
        let cells: Vec<Vec<Line>> = cells.iter().map(|cell| wrap(cell, limit)).collect();
        let width = cells.iter().flatten().map(Line::width).max().unwrap_or(0);
        Self { width, cells }
    }
}

/// Which columns stand side by side: as many as fit, at least one besides the first.
fn groups<'a>(first: &'a Column, rest: &'a [Column], width: usize) -> Vec<Vec<&'a Column>> {
    let mut groups = Vec::new();
    let mut group = vec![first];
    let mut used = first.width;
    for column in rest {
        if group.len() > 1 && used + GAP + column.width > width {
            groups.push(std::mem::replace(&mut group, vec![first]));
            used = first.width;
        }
        group.push(column);
        used += GAP + column.width;
    }
    groups.push(group);
    groups
}

fn draw(columns: &[&Column], titled: bool, rows: usize, out: &mut Vec<Line>) {
    if titled {
        draw_row(columns, 0, out);
        out.push(join(columns.iter().map(|column| (Line::new().dim(RULE.repeat(column.width)), column.width))));
    }
    for row in 1..=rows {
        draw_row(columns, row, out);
    }
}

fn draw_row(columns: &[&Column], row: usize, out: &mut Vec<Line>) {
    let height = columns.iter().filter_map(|column| column.cells.get(row)).map(Vec::len).max().unwrap_or(0).max(1);
    for at in 0..height {
        out.push(join(columns.iter().map(|column| {
            let line = column.cells.get(row).and_then(|cell| cell.get(at));
            (line.cloned().unwrap_or_default(), column.width)
        })));
    }
}

fn join(cells: impl Iterator<Item = (Line, usize)>) -> Line {
    let mut line = Line::new();
    for (at, (cell, width)) in cells.enumerate() {
        if at > 0 {
            line.append(&spaces(GAP));
        }
        line.append(&pad(cell, width));
    }
    line
}
