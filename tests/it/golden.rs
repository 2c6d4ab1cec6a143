//! Whole grids against tests/golden/. A change of the data shows here which cells moved: read the difference before you accept
//! it with `SNAPSHOTS=overwrite cargo test golden`.

use snapbox::data::DataFormat;
use snapbox::{Data, assert_data_eq};
use unicode_width::UnicodeWidthStr as _;

use crate::program::{Run, in_root, run};

/// Compares bytes with a file of tests/golden/.
#[track_caller]
pub fn same_as(file: &str, text: &str) {
    let path = in_root("tests/golden").join(file);
    assert_data_eq!(Data::text(text).raw(), Data::read_from(&path, Some(DataFormat::Text)).raw());
}

#[track_caller]
fn grid(arguments: &[&str]) -> Run {
    run(&[&["matrix"], arguments].concat()).exits(0).silent_on_stderr()
}

/// Wider than the terminal would be torn. Grids come in parts, everything else is wrapped.
#[track_caller]
pub fn fits(text: &str, width: usize) {
    for line in text.lines() {
        assert!(line.width() <= width, "{} columns: {line}", line.width());
    }
}

const TABLES: [&str; 4] = ["manage", "install", "host", "upgrade"];

#[test]
fn grids_as_text() {
    for table in TABLES {
        for language in ["en", "ko"] {
            let told = grid(&["--table", table, "--lang", language]).stdout;
            fits(&told, 80);
            same_as(&format!("{table}.{language}.txt"), &told);
        }
    }
}

#[test]
fn grids_as_markdown() {
    for (table, language) in [("manage", "en"), ("host", "ko")] {
        let told = grid(&["--table", table, "--lang", language, "--format", "markdown"]).stdout;
        same_as(&format!("{table}.{language}.md"), &told);
    }
}

#[test]
fn grids_as_csv() {
    for table in ["manage", "install", "upgrade"] {
        same_as(&format!("{table}.csv"), &grid(&["--table", table, "--format", "csv"]).stdout);
    }
    same_as("host-all.csv", &grid(&["--table", "host", "--all", "--format", "csv"]).stdout);
}

#[test]
fn no_two_lines_of_what_is_supported_are_alike_at_any_width() {
    for (language, width) in [("en", "80"), ("en", "50"), ("en", "40"), ("ko", "50"), ("ko", "40")] {
        for facts in ["server=sp2", "server=sp2 on=2008 kind=ccr", "from=vista"] {
            let words: Vec<&str> =
                facts.split(' ').chain(["--supported", "--lang", language, "--width", width]).collect();
            let told = grid(&words).stdout;
            fits(&told, width.parse().expect("a number"));
            let lines: Vec<&str> = told.lines().filter(|line| !line.is_empty()).collect();
            let different: std::collections::BTreeSet<&str> = lines.iter().copied().collect();
            assert_eq!(different.len(), lines.len(), "{facts}, {width}: {told}");
        }
    }
}

#[test]
fn a_grid_fits_any_width_that_may_be_asked_for() {
    for width in [40, 60, 80, 100, 200] {
        for language in ["en", "ko"] {
            let told = grid(&["--all", "--table", "host", "--lang", language, "--width", &width.to_string()]).stdout;
            fits(&told, width);
        }
    }
}

#[test]
fn a_grid_says_so_when_it_comes_in_parts() {
    let (wide, narrow) = (grid(&["--width", "200"]).stdout, grid(&["--table", "host"]).stdout);
    let parted = grid(&["--table", "upgrade"]).stdout;
    assert!(parted.contains("The grid is wider than 80 columns"), "{parted}");
    for whole in [wide, narrow] {
        assert!(!whole.contains("The grid is wider"), "{whole}");
    }
}

#[test]
fn rows_and_columns_go_where_they_are_asked() {
    let told = grid(&["--table", "host", "--rows", "on", "--columns", "server"]).stdout;
    let head = told.lines().find(|line| line.contains("RTM")).expect("a head");
    assert_eq!(head.split_whitespace().collect::<Vec<_>>(), ["RTM", "SP1", "SP2"]);
}

#[test]
fn the_outcome_of_a_cell_is_told_without_colour_by_four_different_words() {
    let told = grid(&[]).stdout;
    for word in ["yes ", "yes-r", "yes-i", "NO", "–"] {
        let in_grid =
            told.lines().skip_while(|line| !line.starts_with('─')).any(|line| format!("{line} ").contains(word));
        assert!(in_grid, "no `{word}` in\n{told}");
    }
}

#[test]
fn what_is_supported_is_a_list_of_from_where_and_with_what() {
    let told = grid(&["--supported", "server=sp2", "on=2008", "kind=ccr"]).stdout;
    let listed: Vec<&str> = told.lines().filter(|line| line.contains("✓ supported")).collect();
    assert_eq!(listed.len(), 2, "{told}");
    assert!(listed.iter().all(|line| line.starts_with("Windows Server 2008")), "{told}");
    assert!(!told.contains("unsupported"), "{told}");
    grid(&["--supported", "from=vista", "kind=ccr"]).says(&["Nothing here is supported."]);
    let cells = grid(&["--supported", "server=sp2", "on=2008", "kind=ccr", "--format", "json"]).json();
    assert_eq!(cells["cells"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_slice_of_one_dimension_is_a_list() {
    let told = grid(&["from=2008", "tools=sp2", "on=2008", "kind=ccr"]).stdout;
    assert_eq!(told.lines().filter(|line| line.starts_with("Exchange 2007 ")).count(), 3, "{told}");
    assert!(told.contains("✗ unsupported · stated") && told.contains("✓ supported · one reading"), "{told}");
}

#[test]
fn strictly_only_what_is_stated_is_supported() {
    let told = grid(&["--strict", "--format", "csv"]).stdout;
    let supported: Vec<&str> = told.lines().filter(|line| line.contains(",supported,")).collect();
    assert_eq!(supported.len(), 16, "the stated cells of ccr and scc");
    assert!(supported.iter().all(|line| line.contains(",supported,stated,")), "{supported:#?}");
}
