//! What two states of a knowledge do not have in common, for machines: `canmanage/diff/1`.

#![expect(missing_docs, reason = "the keys are the contract")]

use serde::Serialize;

use crate::diff::answers::{By, Changed, Compared};
use crate::diff::edits::{Change, Edit};
use crate::diff::expected::{Answer, Moved};
use crate::diff::procedures::Answered;
use crate::knowledge::table::Ruling;
use crate::model::terms::{Basis, Verdict};
use crate::render::diff::Reviewed;
use crate::view::Pairs;

#[derive(Debug, Serialize)]
pub struct DiffV1 {
    pub format: &'static str,
    /// A verdict changes, a name is read otherwise, or something that could be asked is gone.
    pub verdicts_change: bool,
    pub answers_change: bool,
    pub starred: Vec<String>,
    pub tables: Vec<TableV1>,
    /// Answers about procedure.
    pub procedures: Vec<ProcedureV1>,
    pub names: Vec<NameV1>,
    pub expectations: Vec<MovedV1>,
    pub edits: Vec<EditV1>,
}

#[derive(Debug, Serialize)]
pub struct TableV1 {
    pub table: String,
    /// `common`, `added` or `removed`.
    pub side: &'static str,
    pub cells: usize,
    pub axes: Vec<AxisV1>,
    pub changes: Vec<ChangeV1>,
}

#[derive(Debug, Serialize)]
pub struct AxisV1 {
    pub axis: String,
    pub added: Vec<String>,
    pub removed: Vec<String>,
    pub inward: Vec<String>,
    pub outward: Vec<String>,
}

/// Cells that change in the same way. An axis that `when` does not mention has any value of both sides.
#[derive(Debug, Serialize)]
pub struct ChangeV1 {
    pub kind: String,
    pub cells: usize,
    pub when: Pairs<Vec<String>>,
    pub before: RulingsV1,
    pub after: RulingsV1,
    pub by: Vec<ByV1>,
}

#[derive(Debug, Serialize)]
pub struct RulingsV1 {
    pub verdict: String,
    pub basis: Option<String>,
    pub strict_verdict: String,
}

#[derive(Debug, Serialize)]
pub struct ByV1 {
    /// `holds`, `holds-no-more` or `otherwise`.
    pub how: String,
    pub entry: String,
}

#[derive(Debug, Serialize)]
pub struct ProcedureV1 {
    pub procedure: String,
    pub before: Option<SaidV1>,
    pub after: Option<SaidV1>,
}

#[derive(Debug, Serialize)]
pub struct SaidV1 {
    pub verdict: String,
    pub basis: String,
}

#[derive(Debug, Serialize)]
pub struct NameV1 {
    pub vocabulary: String,
    pub name: String,
    pub before: Vec<String>,
    pub after: Vec<String>,
}

#[derive(Debug, Serialize)]
pub struct MovedV1 {
    pub id: String,
    pub before: Option<AnswerV1>,
    pub after: Option<AnswerV1>,
}

#[derive(Debug, Serialize)]
pub struct AnswerV1 {
    pub verdict: String,
    pub basis: Option<String>,
    pub reasons: Vec<String>,
    pub met: Option<bool>,
}

#[derive(Debug, Serialize)]
pub struct EditV1 {
    pub path: String,
    pub line: usize,
    pub entry: String,
    /// `added`, `removed`, `changed` or `reordered`.
    pub change: &'static str,
    pub keys: Vec<KeyV1>,
}

#[derive(Debug, Serialize)]
pub struct KeyV1 {
    pub key: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

#[must_use]
pub fn json(reviewed: &Reviewed<'_>) -> DiffV1 {
    let diff = reviewed.diff;
    let said = |(verdict, basis): (Verdict, Basis)| SaidV1 { verdict: verdict.to_string(), basis: basis.to_string() };
    let answered = |one: &Answered| ProcedureV1 {
        procedure: one.id.clone(),
        before: one.before.map(said),
        after: one.after.map(said),
    };
    let name = |name: &crate::diff::names::Renamed| NameV1 {
        vocabulary: name.vocabulary.clone(),
        name: name.name.clone(),
        before: name.before.clone(),
        after: name.after.clone(),
    };
    DiffV1 {
        format: "canmanage/diff/1",
        verdicts_change: diff.changes_verdicts(),
        answers_change: diff.changes_answers(),
        starred: reviewed.stars.clone(),
        tables: diff.tables.iter().map(table).collect(),
        procedures: diff.procedures.iter().map(answered).collect(),
        names: diff.names.iter().map(name).collect(),
        expectations: diff.expectations.iter().map(moved).collect(),
        edits: diff.edits.iter().map(edit).collect(),
    }
}

fn table(table: &Compared<'_>) -> TableV1 {
    let axes = table.axes.iter().map(|axis| AxisV1 {
        axis: axis.axis.clone(),
        added: axis.added.clone(),
        removed: axis.removed.clone(),
        inward: axis.inward.clone(),
        outward: axis.outward.clone(),
    });
    TableV1 {
        table: table.table.clone(),
        side: if table.is_new {
            "added"
        } else if table.is_gone {
            "removed"
        } else {
            "common"
        },
        cells: table.cells,
        axes: axes.collect(),
        changes: table.changes.iter().map(|one| change(table, one)).collect(),
    }
}

fn change(table: &Compared<'_>, change: &Changed) -> ChangeV1 {
    let some = table.common.iter().zip(&change.sets).filter(|(own, set)| set.count() < own.axis.values.len());
    let when = some.map(|(own, set)| {
        let ids = set.ones().map(|at| own.axis.value(at, own.vocabulary).id.clone());
        (own.axis.id.clone(), ids.collect())
    });
    let by = |by: &By| ByV1 { how: by.how.to_string(), entry: by.entry.clone() };
    ChangeV1 {
        kind: change.kind.to_string(),
        cells: change.cells,
        when: Pairs(when.collect()),
        before: rulings(change.before),
        after: rulings(change.after),
        by: change.by.iter().map(by).collect(),
    }
}

fn rulings([plain, strict]: [Ruling; 2]) -> RulingsV1 {
    RulingsV1 {
        verdict: plain.verdict.to_string(),
        basis: plain.basis.map(|basis| basis.to_string()),
        strict_verdict: strict.verdict.to_string(),
    }
}

fn moved(moved: &Moved) -> MovedV1 {
    let answer = |answer: &Answer| AnswerV1 {
        verdict: answer.verdict.to_string(),
        basis: answer.basis.map(|basis| basis.to_string()),
        reasons: answer.reasons.clone(),
        met: answer.is_met,
    };
    MovedV1 { id: moved.id.clone(), before: moved.before.as_ref().map(answer), after: moved.after.as_ref().map(answer) }
}

fn edit(edit: &Edit) -> EditV1 {
    let (change, keys) = match &edit.change {
        Change::Added => ("added", [].as_slice()),
        Change::Removed => ("removed", [].as_slice()),
        Change::Reordered => ("reordered", [].as_slice()),
        Change::Changed(keys) => ("changed", keys.as_slice()),
    };
    let keys = keys.iter().map(|key| KeyV1 { key: key.name.clone(), before: key.old.clone(), after: key.new.clone() });
    EditV1 { path: edit.path.clone(), line: edit.line, entry: edit.entry.clone(), change, keys: keys.collect() }
}
