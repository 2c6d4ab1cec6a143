//! The grid for people, and as rows of a spreadsheet.

use super::{Block, Line, basis, mark, verdict};
use crate::locale::{Joined as _, Message, Messages};
use crate::model::terms::{Basis, Verdict};
use crate::view::Matrix;
use crate::view::matrix::Cell;

/// The slice as rows of a spreadsheet: a head, then a row a cell. Rules are parted by spaces.
pub fn records(matrix: &Matrix) -> Vec<Vec<String>> {
    let head = matrix.axes.keys().cloned();
    let head = head.chain(["verdict", "basis", "rules"].map(str::to_owned)).collect();
    let cells = matrix.cells.iter().map(|cell| {
        let values = cell.values.values().cloned();
        let basis = cell.basis.map(|basis| basis.to_string()).unwrap_or_default();
        values.chain([cell.verdict.to_string(), basis, cell.rules.join(" ")]).collect()
    });
    std::iter::once(head).chain(cells).collect()
}

/// The slice as a grid with a legend. Says so when it is wider than `width` columns and is shown in parts.
pub fn blocks(matrix: &Matrix, messages: &Messages, width: Option<usize>) -> Vec<Block> {
    let titles = |axes: &[usize]| {
        let axes = varying(matrix, axes);
        let named = axes.iter().filter_map(|axis| matrix.named.get(*axis)).map(|axis| &axis.title).joined("/");
        if named.is_empty() { "–".to_owned() } else { named }
    };
    let several: Vec<usize> =
        (0..).zip(&matrix.named).filter(|(_, axis)| axis.names.len() > 1).map(|(at, _)| at).collect();
    if several.len() < 2 {
        return list(matrix, &several, messages, width);
    }
    let layout =
        Message::new("matrix-layout").with("rows", titles(&matrix.rows)).with("columns", titles(&matrix.columns));
    let (header, rows) = grid(matrix, messages);
    let mut blocks = head(matrix);
    blocks.push(Block::Paragraph(messages.say(&layout).into()));
    if let Some(width) = width.filter(|width| total_width(&header, &rows) > *width) {
        blocks.push(Block::Paragraph(messages.say(&Message::new("matrix-wide").number("width", width)).into()));
    }
    blocks.push(Block::Table { header, rows });
    let total = Message::new("matrix-total").number("cells", matrix.count.cells);
    blocks.extend([Block::Pairs(legend(matrix, messages, &|_| true)), Block::Paragraph(messages.say(&total).into())]);
    blocks
}

/// What is left of the slice when only supported cells are asked for: from where, and with what.
pub fn supported(matrix: &Matrix, messages: &Messages, width: Option<usize>) -> Vec<Block> {
    let axes: Vec<usize> = varying(matrix, &(0..matrix.named.len()).collect::<Vec<_>>());
    if matrix.cells.is_empty() {
        let mut blocks = head(matrix);
        blocks.push(Block::Paragraph(messages.text("matrix-none-supported").into()));
        return blocks;
    }
    list(matrix, &axes, messages, width)
}

/// A line a cell: its values on these axes, and its verdict. Where that is wider than `width`, in the words of grids and under the
/// ids of the axes: lines of which a part stands elsewhere could not be told apart.
fn list(matrix: &Matrix, axes: &[usize], messages: &Messages, width: Option<usize>) -> Vec<Block> {
    let named = |axis: usize, cell: &Cell, is_short: bool| {
        let (_, id) = cell.values.get_index(axis)?;
        let at = matrix.axes.get_index(axis)?.1.iter().position(|known| known == id)?;
        let known = matrix.named.get(axis)?;
        if is_short { &known.shorts } else { &known.names }.get(at).map(String::as_str)
    };
    let told = |found: &Cell| {
        let (sign, style) = mark(found.verdict);
        let told = Line::new().styled(style, sign).plain(format!(" {}", verdict(found.verdict, messages)));
        found.basis.iter().fold(told, |told, found| told.plain(format!(" · {}", basis(*found, messages))))
    };
    let table = |is_short: bool, told: &dyn Fn(&Cell) -> Line| {
        let title = |axis: &usize| match matrix.axes.get_index(*axis) {
            Some((id, _)) if is_short => Some(id.as_str().into()),
            _ => Some(matrix.named.get(*axis)?.title.as_str().into()),
        };
        let header: Vec<Line> = axes.iter().filter_map(title).chain([messages.text("matrix-verdict").into()]).collect();
        let values = |found: &Cell| {
            let named = axes.iter().map(|axis| named(*axis, found, is_short).unwrap_or_default().into());
            named.chain([told(found)]).collect()
        };
        (header, matrix.cells.iter().map(values).collect::<Vec<Vec<Line>>>())
    };
    let fits =
        |(header, rows): &(Vec<Line>, Vec<Vec<Line>>)| width.is_none_or(|most| total_width(header, rows) <= most);
    let mut blocks = head(matrix);
    let tables = [false, true].into_iter().map(|is_short| table(is_short, &told));
    match tables.into_iter().find(fits) {
        Some((header, rows)) => blocks.push(Block::Table { header, rows }),
        None => {
            let (header, rows) = table(true, &|found| cell(found, messages));
            blocks.push(Block::Table { header, rows });
            let there = |shown: &str| matrix.cells.iter().any(|found| kind(found.verdict, found.basis) == shown);
            blocks.push(Block::Pairs(legend(matrix, messages, &there)));
        }
    }
    blocks
}

/// Those of the axes on which the slice has several values; all of them if it has none such. The others are said once,
/// above the grid.
fn varying(matrix: &Matrix, axes: &[usize]) -> Vec<usize> {
    let varies = |axis: &&usize| matrix.named.get(**axis).is_some_and(|axis| axis.names.len() > 1);
    let varying: Vec<usize> = axes.iter().filter(varies).copied().collect();
    if varying.is_empty() { axes.to_vec() } else { varying }
}

fn grid(matrix: &Matrix, messages: &Messages) -> (Vec<Line>, Vec<Vec<Line>>) {
    let label = |axes: &[usize], values: &[usize]| {
        let shown = varying(matrix, axes);
        let told = axes.iter().zip(values).filter(|(axis, _)| shown.contains(axis));
        Line::from(told.filter_map(|(axis, value)| matrix.named.get(*axis)?.shorts.get(*value)).joined("/"))
    };
    let columns = combinations(matrix, &matrix.columns);
    let mut header = vec![Line::new()];
    header.extend(columns.iter().map(|column| label(&matrix.columns, column)));
    let rows = combinations(matrix, &matrix.rows).into_iter().map(|row| {
        let told = |column: &Vec<usize>| matrix.cell(&row, column).map(|found| cell(found, messages));
        let cells = columns.iter().map(|column| told(column).unwrap_or_default());
        std::iter::once(label(&matrix.rows, &row)).chain(cells).collect()
    });
    (header, rows.collect())
}

/// Every combination of values of these axes, in order.
pub fn combinations(matrix: &Matrix, axes: &[usize]) -> Vec<Vec<usize>> {
    let sizes = axes.iter().filter_map(|axis| matrix.named.get(*axis)).map(|axis| axis.names.len());
    sizes.fold(vec![Vec::new()], |combinations, size| {
        let longer = |head: Vec<usize>| (0..size).map(move |value| head.iter().copied().chain([value]).collect());
        combinations.into_iter().flat_map(longer).collect()
    })
}

/// The title, and the axes on which the slice has one value only: said once rather than in every row.
fn head(matrix: &Matrix) -> Vec<Block> {
    let single = matrix.named.iter().filter(|axis| axis.names.len() == 1);
    let named = single.map(|axis| format!("{}: {}", axis.title, axis.names.concat())).joined("; ");
    let mut head = vec![Block::Heading(matrix.title.as_str().into()), Block::Paragraph(named.as_str().into())];
    head.retain(|block| !block.is_empty());
    head
}

/// A verdict together with its basis, where that matters to who looks at a grid.
pub fn kind(verdict: Verdict, basis: Option<Basis>) -> &'static str {
    match (verdict, basis) {
        (Verdict::Supported, Some(Basis::Reading)) => "reading",
        (Verdict::Supported, Some(Basis::Inferred)) => "inferred",
        (Verdict::Supported, _) => "stated",
        (Verdict::Unsupported, _) => "unsupported",
        (Verdict::Undocumented, _) => "undocumented",
        (Verdict::Undetermined, _) => "undetermined",
    }
}

/// A kind in a word, different for each without any colour.
pub fn word(kind: &str, messages: &Messages) -> String {
    messages.say(&Message::new(format!("cell-{kind}")))
}

fn cell(cell: &Cell, messages: &Messages) -> Line {
    let (_, style) = mark(cell.verdict);
    Line::new().styled(style, word(kind(cell.verdict, cell.basis), messages))
}

/// For each kind its verdict, what its word means, and how many cells have it.
pub fn kinds(matrix: &Matrix, messages: &Messages) -> [(&'static str, Verdict, String); 5] {
    let count = &matrix.count;
    let undocumented = if matrix.strict { "unstated" } else { "undocumented" };
    let kinds = [
        ("stated", "stated", Verdict::Supported, count.supported.stated),
        ("reading", "reading", Verdict::Supported, count.supported.reading),
        ("inferred", "inferred", Verdict::Supported, count.supported.inferred),
        ("unsupported", "unsupported", Verdict::Unsupported, count.unsupported),
        ("undocumented", undocumented, Verdict::Undocumented, count.undocumented),
    ];
    kinds.map(|(kind, meaning, verdict, cells)| {
        let meaning = Message::new(format!("legend-{meaning}")).number("cells", cells);
        (kind, verdict, messages.say(&meaning))
    })
}

/// What the words mean that are there, and how many cells have each.
fn legend(matrix: &Matrix, messages: &Messages, there: &dyn Fn(&str) -> bool) -> Vec<(Line, Line)> {
    let there = kinds(matrix, messages).into_iter().filter(|(kind, ..)| there(kind));
    let pairs = there.map(|(kind, verdict, meaning)| {
        (Line::new().styled(mark(verdict).1, word(kind, messages)), Line::from(meaning))
    });
    pairs.collect()
}

fn total_width(header: &[Line], rows: &[Vec<Line>]) -> usize {
    let widest = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).chain(header.get(column));
        cells.map(Line::width).max().unwrap_or(0)
    };
    (0..header.len()).map(widest).sum::<usize>() + 2 * header.len().saturating_sub(1)
}
