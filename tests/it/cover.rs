//! Boxes against their definition: disjoint, of one label, every cell once.

use canmanage::knowledge::Grid;
use canmanage::review::cover::{LabelledBox, MOST_BOXES, cover};

use crate::generated::Dice;

/// Covers, checks that each cell with a label is in one box of that label and no other cell in any, and gives the number of boxes.
fn covered(sizes: &[usize], labels: &[Option<usize>]) -> usize {
    let grid = Grid::new(sizes.to_vec()).expect("a small grid");
    let parts = cover(&grid, |cell| labels[cell]).expect("few boxes");
    let mut found = vec![None; grid.cells()];
    for part in &parts {
        grid.each(&part.sets, &mut |cell| assert_eq!(found[cell].replace(part.label), None, "boxes overlap"));
    }
    assert_eq!(found, labels);
    assert_eq!(parts.iter().map(LabelledBox::cells).sum::<usize>(), labels.iter().flatten().count());
    parts.len()
}

#[test]
fn every_cell_with_a_label_is_in_exactly_one_box() {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for _ in 0..300 {
        let sizes: Vec<usize> = (0..=dice.throw(3)).map(|_| 1 + dice.throw(5)).collect();
        let kinds = 1 + dice.throw(4);
        let cells = sizes.iter().product();
        let label = |_| Some(dice.throw(kinds + 1)).filter(|label| *label < kinds);
        covered(&sizes, &(0..cells).map(label).collect::<Vec<_>>());
    }
}

#[test]
fn a_few_boxes_thrown_on_a_grid_are_found_again() {
    let (rows, columns) = (20, 30);
    let in_cross = |row: usize, column: usize| row.is_multiple_of(3) && column % 4 == 1;
    let labels = (0..rows * columns).map(|cell| Some(usize::from(in_cross(cell / columns, cell % columns))));
    let labels = labels.collect::<Vec<_>>();
    assert_eq!(covered(&[rows, columns], &labels), 3, "the cross, and two for what is around it");
    let none: Vec<_> = labels.iter().map(|label| label.filter(|label| *label == 1)).collect();
    assert_eq!(covered(&[rows, columns], &none), 1, "the cross alone");
    assert_eq!(covered(&[rows, columns], &vec![None; rows * columns]), 0);
    assert_eq!(covered(&[rows, columns], &vec![Some(3); rows * columns]), 1);
}

#[test]
fn a_chessboard_too_fine_for_any_summary_is_an_error() {
    let grid = Grid::new(vec![3, 100_000]).expect("a grid");
    assert_eq!(cover(&grid, Some), Err(300_000));
    const { assert!(300_000 > MOST_BOXES) };
}
