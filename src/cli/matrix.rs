//! `canmanage matrix [AXIS=VALUE...]`: the grid, or a slice of it.

use std::collections::BTreeSet;

use crate::cli::args::MatrixArgs;
use crate::cli::check::asked;
use crate::cli::prelude::{App, Exit, Failure, Format};
use crate::decide::facts::unknown_axis;
use crate::knowledge::{AxisId, Table, ValueSet};
use crate::limits;
use crate::locale::Message;
use crate::model::Verdict;
use crate::{print, view};

pub fn run(args: &MatrixArgs, app: &mut App<'_>) -> Result<Exit, Failure> {
    app.output.shows(&[Format::Csv])?;
    let (knowledge, table) = asked(args.table.as_deref(), app)?;
    let facts = app.facts(knowledge, table, &args.facts)?;
    let mut cells = facts.cells(table);
    if args.all {
        for (index, axis) in AxisId::of(&table.axes).filter(|(index, _)| facts.get(*index).is_none()) {
            cells[index] = axis.full_set();
        }
    }
    let shown: usize = cells.iter().map(ValueSet::count).product();
    if shown > limits::SHOWN_CELLS {
        let message = Message::new("matrix-too-large").number("cells", shown).number("most", limits::SHOWN_CELLS);
        return Err(Failure::usage(message, "help-matrix-too-large"));
    }
    let (rows, columns) = layout(args, table)?;
    let mut matrix = view::matrix::matrix(app.context(knowledge), table, &cells, rows, columns);
    if args.supported {
        matrix.cells.retain(|cell| cell.verdict == Verdict::Supported);
    }
    let messages = app.messages;
    let output = &mut *app.output;
    let width = output.width;
    match output.format {
        Format::Json => output.json(&matrix)?,
        Format::Csv => output.csv(&print::matrix::records(&matrix))?,
        format => {
            let width = (format != Format::Markdown).then_some(width);
            let blocks = if args.supported { print::matrix::supported } else { print::matrix::blocks };
            output.document(&blocks(&matrix, messages, width))?;
        }
    }
    Ok(Exit::Clean)
}

/// Which axes run down and which across: as asked, the others where the data puts them, or on the other side where one alone is asked for.
fn layout(args: &MatrixArgs, table: &Table) -> Result<(Vec<AxisId>, Vec<AxisId>), Failure> {
    let (mut rows, mut columns) = (positions(&args.rows, table)?, positions(&args.columns, table)?);
    let mut asked = BTreeSet::new();
    if let Some(twice) = rows.iter().chain(&columns).find(|axis| !asked.insert(**axis)) {
        let message = Message::new("axis-in-both").with("axis", &table[*twice].id);
        return Err(Failure::usage(message, "help-axis-in-both"));
    }
    if asked.is_empty() {
        return Ok((table.rows.clone(), table.columns.clone()));
    }
    let rest = table.rows.iter().chain(&table.columns).copied().filter(|axis| !asked.contains(axis));
    if columns.is_empty() { &mut columns } else { &mut rows }.extend(rest);
    Ok((rows, columns))
}

fn positions(names: &[String], table: &Table) -> Result<Vec<AxisId>, Failure> {
    let position = |name: &String| {
        let name = name.trim();
        Ok(table.axis(name).ok_or_else(|| unknown_axis(name, table))?.0)
    };
    names.iter().map(position).collect()
}
