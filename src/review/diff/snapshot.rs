//! One state of a knowledge: its files, what was read in them, and what was made of that.

use crate::diag::Files;
use crate::knowledge::Knowledge;
use crate::model::Catalog;

pub struct Snapshot {
    pub files: Files,
    pub catalog: Catalog,
    pub knowledge: Knowledge,
}
