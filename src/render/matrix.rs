//! The grid, or a slice of it: for people as a table, for machines cell by cell.

use crate::knowledge::dense::Outcome;
use crate::knowledge::grid::Boxed;
use crate::knowledge::table::{Count, Table};
use crate::locale::Message;
use crate::model::terms::{Basis, Verdict};
use crate::print::{Block, Line, Style};
use crate::render::answer_json::knowledge;
use crate::render::json::{CellV1, MatrixV1, Pairs};
use crate::view::Context;

/// Which cells are shown, and how they are laid out.
pub struct Matrix<'a> {
    /// The table.
    pub table: &'a Table,
    /// The cells.
    pub cells: Boxed,
    /// Axes that run down, by position.
    pub rows: Vec<usize>,
    /// Axes that run across.
    pub columns: Vec<usize>,
    /// Whether only what is stated counts.
    pub strict: bool,
}

impl<'a> Matrix<'a> {
    /// Every cell in ascending order, with its values.
    fn each(&self) -> Vec<(Vec<usize>, Outcome<'a>)> {
        let mut cells = Vec::new();
        self.table.grid.each(&self.cells, &mut |cell| {
            if let Some(outcome) = self.table.outcome(cell) {
                cells.push((self.table.values(cell), outcome));
            }
        });
        cells
    }

    /// Ids of the rules that decide.
    fn rules(&self, outcome: Outcome<'_>) -> Vec<String> {
        let strict_permits = self.strict && outcome.ruling(true).verdict == Verdict::Supported;
        let deciding = if strict_permits { outcome.permits } else { outcome.deciding() };
        let rules = deciding.iter().filter_map(|rule| self.table.rule(*rule));
        let counted = rules.filter(|rule| !self.strict || rule.basis == Basis::Stated);
        counted.map(|rule| rule.id.clone()).collect()
    }

    /// Those of the axes on which the slice has several values; all of them if it has none such. The others are said once,
    /// above the grid.
    fn varying(&self, axes: &[usize]) -> Vec<usize> {
        let varies = |axis: &&usize| self.cells.get(**axis).is_some_and(|set| set.count_ones(..) > 1);
        let varying: Vec<usize> = axes.iter().filter(varies).copied().collect();
        if varying.is_empty() { axes.to_vec() } else { varying }
    }

    /// Every combination of values of these axes that the slice has, in order.
    fn combinations(&self, axes: &[usize]) -> Vec<Vec<usize>> {
        axes.iter().filter_map(|axis| self.cells.get(*axis)).fold(vec![Vec::new()], |combinations, set| {
            let longer = |head: Vec<usize>| set.ones().map(move |value| head.iter().copied().chain([value]).collect());
            combinations.into_iter().flat_map(longer).collect()
        })
    }

    fn outcome(&self, row: &[usize], column: &[usize]) -> Option<Outcome<'a>> {
        let mut values = vec![0; self.table.axes.len()];
        for (axis, value) in self.rows.iter().zip(row).chain(self.columns.iter().zip(column)) {
            *values.get_mut(*axis)? = *value;
        }
        self.table.outcome(self.table.grid.cell(&values))
    }
}

/// The slice for machines: `canmanage/matrix/1`, every cell in axis order.
#[must_use]
pub fn json(matrix: &Matrix<'_>, cx: Context<'_>) -> MatrixV1 {
    let axes = matrix.table.axes.iter().zip(&matrix.cells);
    let cells = matrix.each().into_iter().map(|(values, outcome)| {
        let named = matrix.table.axes.iter().zip(values);
        let named = named.filter_map(|(axis, value)| Some((axis.id.clone(), cx.value(axis, value)?.id.clone())));
        let ruling = outcome.ruling(matrix.strict);
        CellV1 {
            values: Pairs(named.collect()),
            verdict: ruling.verdict.to_string(),
            basis: ruling.basis.map(|basis| basis.to_string()),
            rules: matrix.rules(outcome),
        }
    });
    MatrixV1 {
        format: "canmanage/matrix/1",
        knowledge: knowledge(cx),
        table: matrix.table.id.clone(),
        axes: Pairs(axes.map(|(axis, set)| (axis.id.clone(), cx.ids(axis, set))).collect()),
        cells: cells.collect(),
    }
}

/// The slice as rows of a spreadsheet: a head, then a row a cell. Rules are parted by spaces.
#[must_use]
pub fn records(matrix: &Matrix<'_>, cx: Context<'_>) -> Vec<Vec<String>> {
    let head = matrix.table.axes.iter().map(|axis| axis.id.clone());
    let head = head.chain(["verdict", "basis", "rules"].map(str::to_owned));
    let mut records = vec![head.collect::<Vec<_>>()];
    for cell in json(matrix, cx).cells {
        let mut record: Vec<String> = cell.values.0.into_iter().map(|(_, value)| value).collect();
        record.extend([cell.verdict, cell.basis.unwrap_or_default(), cell.rules.join(" ")]);
        records.push(record);
    }
    records
}

/// The slice as a grid with a legend. Says so when it is wider than `width` columns and is shown in parts.
#[must_use]
pub fn document(matrix: &Matrix<'_>, cx: Context<'_>, width: Option<usize>) -> Vec<Block> {
    let titles = |axes: &[usize]| {
        let named = axes.iter().filter_map(|axis| matrix.table.axes.get(*axis)).map(|axis| cx.text(&axis.title));
        let named = named.collect::<Vec<_>>().join("/");
        if named.is_empty() { "–".to_owned() } else { named }
    };
    let layout = Message::new("matrix-layout")
        .with("rows", titles(&matrix.varying(&matrix.rows)))
        .with("columns", titles(&matrix.varying(&matrix.columns)));
    let (header, rows) = grid(matrix, cx);
    let mut blocks = vec![
        Block::Heading(cx.text(&matrix.table.title).into()),
        Block::Paragraph(fixed(matrix, cx)),
        Block::Paragraph(cx.say(&layout).into()),
    ];
    blocks.retain(|block| !matches!(block, Block::Paragraph(line) if line.width() == 0));
    if width.is_some_and(|width| total_width(&header, &rows) > width) {
        let wide = Message::new("matrix-wide").number("width", width.unwrap_or_default());
        blocks.push(Block::Paragraph(cx.say(&wide).into()));
    }
    blocks.push(Block::Table { header, rows });
    blocks.extend(legend(matrix, cx));
    blocks
}

fn grid(matrix: &Matrix<'_>, cx: Context<'_>) -> (Vec<Line>, Vec<Vec<Line>>) {
    let columns = matrix.combinations(&matrix.columns);
    let label = |axes: &[usize], values: &[usize]| {
        let shown = matrix.varying(axes);
        let told = axes.iter().zip(values).filter(|(axis, _)| shown.contains(axis));
        let named =
            told.filter_map(|(axis, value)| Some(cx.value(matrix.table.axes.get(*axis)?, *value)?.short.as_str()));
        Line::from(named.collect::<Vec<_>>().join("/"))
    };
    let mut header = vec![Line::new()];
    header.extend(columns.iter().map(|column| label(&matrix.columns, column)));
    let rows = matrix.combinations(&matrix.rows).into_iter().map(|row| {
        let cells =
            columns.iter().map(|column| matrix.outcome(&row, column).map(|outcome| cell(outcome, matrix.strict, cx)));
        std::iter::once(label(&matrix.rows, &row)).chain(cells.map(Option::unwrap_or_default)).collect()
    });
    (header, rows.collect())
}

/// The axes on which the slice has one value only: said once rather than in every row.
fn fixed(matrix: &Matrix<'_>, cx: Context<'_>) -> Line {
    let single = matrix.table.axes.iter().zip(&matrix.cells).filter(|(_, set)| set.count_ones(..) == 1);
    let named = single.map(|(axis, set)| format!("{}: {}", cx.text(&axis.title), cx.names(axis, set)));
    Line::from(named.collect::<Vec<_>>().join("; "))
}

/// A cell in a word, different for each verdict and basis without any colour.
fn cell(outcome: Outcome<'_>, strict: bool, cx: Context<'_>) -> Line {
    let ruling = outcome.ruling(strict);
    let (id, style) = match (ruling.verdict, ruling.basis) {
        (Verdict::Supported, Some(Basis::Reading)) => ("cell-reading", Style::Supported),
        (Verdict::Supported, Some(Basis::Inferred)) => ("cell-inferred", Style::Supported),
        (Verdict::Supported, _) => ("cell-stated", Style::Supported),
        (Verdict::Unsupported, _) => ("cell-unsupported", Style::Unsupported),
        (Verdict::Undocumented | Verdict::Undetermined, _) => ("cell-undocumented", Style::Unclear),
    };
    Line::new().styled(style, cx.word(id))
}

/// What the words mean, and how many cells have each.
fn legend(matrix: &Matrix<'_>, cx: Context<'_>) -> Vec<Block> {
    let mut count = Count::default();
    for (_, outcome) in matrix.each() {
        count.add(outcome.ruling(matrix.strict));
    }
    let lines = [
        ("cell-stated", "legend-stated", Style::Supported, count.stated),
        ("cell-reading", "legend-reading", Style::Supported, count.reading),
        ("cell-inferred", "legend-inferred", Style::Supported, count.inferred),
        ("cell-unsupported", "legend-unsupported", Style::Unsupported, count.unsupported),
        ("cell-undocumented", "legend-undocumented", Style::Unclear, count.undocumented),
    ];
    let pairs = lines.map(|(word, meaning, style, cells)| {
        let meaning = Message::new(meaning).number("cells", cells);
        (Line::new().styled(style, cx.word(word)), Line::from(cx.say(&meaning)))
    });
    let total = Message::new("matrix-total").number("cells", count.cells);
    vec![Block::Pairs(pairs.to_vec()), Block::Paragraph(cx.say(&total).into())]
}

fn total_width(header: &[Line], rows: &[Vec<Line>]) -> usize {
    let widest = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).chain(header.get(column));
        cells.map(Line::width).max().unwrap_or(0)
    };
    (0..header.len()).map(widest).sum::<usize>() + 2 * header.len().saturating_sub(1)
}
