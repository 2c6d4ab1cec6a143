//! How much is taken of anything: each limit once. Past one, the input is refused with the figure; nothing is cut in silence.
//!
//! docs/limits.md is the same table for people; a test holds it to these figures and tries each just below and just above.

/// Bytes of a file of a knowledge folder: no hand writes so much.
pub const FILE: u64 = 8 << 20;

/// Bytes of all files of a knowledge folder.
pub const FOLDER: u64 = 16 << 20;

/// Cells of a table: a dense table of more would not be small any more.
pub const CELLS: usize = 1 << 24;

/// Cells of all tables of a folder.
pub const ALL_CELLS: usize = 1 << 25;

/// Axes of a table: no reader could follow more, and axes are gone down one within the other.
pub const AXES: usize = 64;

/// Names of one vocabulary: values, groups and their aliases.
pub const NAMES: usize = 200_000;

/// Rewrites and noise of one vocabulary.
pub const REWRITES: usize = 1_000;

/// Words of a name, at most, while its spelling is made equal.
pub const WORDS: usize = 400;

/// Entries of `expectations.toml`.
pub const EXPECTATIONS: usize = 100_000;

/// Findings that are drawn with an excerpt. All of them are counted.
pub const FINDINGS: usize = 1_000;

/// Findings that are kept; of more than these only the number is known.
pub const KEPT: usize = 100_000;

/// Cells of a grid that is shown.
pub const SHOWN_CELLS: usize = 1 << 18;

/// Servers of one set-up.
pub const SERVERS: usize = 200;

/// Bytes of a question.
pub const QUESTION: usize = 64 << 10;

/// Bytes of a plan, a listing or a changelog.
pub const TEXT: u64 = 4 << 20;

/// Bytes of a line of a batch. Of one that is longer than a question only the front is kept; past this the batch is given up.
pub const LINE: u64 = 16 << 20;
