//! Two states of the knowledge against each other, cell by cell.

use canmanage::compile;
use canmanage::diag::{Files, Report, SourceFile};
use canmanage::knowledge::{Axis, AxisId, Grid, OnAxis, Table, ValueSet};
use canmanage::review::diff::answers::{Gravity, Has};
use canmanage::review::diff::compared::Rulings;
use canmanage::review::diff::{Diff, Snapshot, diff};

use crate::folder;

#[test]
fn an_axis_that_comes_or_goes_is_compared_with_each_of_its_values() {
    let pack = folder::files("tests/packs/version-skew");
    let (old, new) = (snapshot(&pack), snapshot(&pack));
    assert!(diff(&old, &new).expect("comparable").is_empty(), "a state is the same as itself");
    for edit in [without_axis, with_axis] {
        let (files, cells) = edit(&folder::files("data"));
        let (old, new) = (snapshot(&folder::files("data")), snapshot(&files));
        let found = diff(&old, &new).expect("comparable");
        let table = found.tables.iter().find(|table| table.table == "host").expect("host changed");
        assert_eq!((table.cells, table.axes.len()), (cells, 1));
        checked(&found, &old, &new);
    }
}

/// `host` without its axis `on`; conditions on it go as well.
fn without_axis(files: &Files) -> (Files, usize) {
    let axis = "title = { en = \"server system\"";
    let edited = rewritten(files, "tables/host.toml", |text| {
        let mut parsed: toml::Table = text.parse().expect("TOML");
        parsed["axis"].as_array_mut().expect("axes").remove(1);
        for section in ["permit", "forbid", "caution", "silent", "move"] {
            let Some(entries) = parsed.get_mut(section).and_then(toml::Value::as_table_mut) else { continue };
            let ids: Vec<String> = entries.keys().cloned().collect();
            for id in ids {
                let entry = &mut entries[&id];
                match entry.get_mut("when") {
                    Some(toml::Value::Table(when)) => drop(when.remove("on")),
                    Some(_) | None => drop(entries.remove(&id)),
                }
            }
        }
        for key in ["total", "rows", "columns"] {
            parsed.remove(key);
        }
        parsed.to_string()
    });
    // The words by which questions are read name the axis as well, and procedures these words.
    let edited = rewritten(&edited, "ask.toml", |_| String::new());
    let edited = rewritten(&edited, "procedures.toml", |_| String::new());
    // So does the runbook, which no folder must have.
    let mut without = Files::new("edited");
    for (_, file) in edited.iter().filter(|(_, file)| file.path != "runbook.toml") {
        without.push(SourceFile { path: file.path.clone(), text: file.text.clone() });
    }
    let edited = without;
    assert!(!edited.iter().any(|(_, file)| file.path == "tables/host.toml" && file.text.contains(axis)));
    (edited, 7 * 2) // seven releases, two systems inside
}

/// `host` with one axis more.
fn with_axis(files: &Files) -> (Files, usize) {
    let edited = rewritten(files, "tables/host.toml", |text| {
        text.replacen(
            "[[axis]]",
            "[[axis]]\nid = \"kind\"\nvocabulary = \"topology\"\ntitle = { en = \"k\", ko = \"k\" }\nquestion = { en = \"?\", ko = \"?\" }\n\
             inside = [\"ccr\", \"scc\"]\noutside = [\"standalone\"]\n\n[[axis]]",
            1,
        )
        .replacen("[forbid.host-rtm-2008]\nwhen = { ", "[forbid.host-rtm-2008]\nwhen = { kind = \"ccr\", ", 1)
    });
    (edited, 84 * 2)
}

pub fn rewritten(files: &Files, path: &str, rewrite: impl Fn(&str) -> String) -> Files {
    let mut edited = Files::new("edited");
    for (_, file) in files.iter() {
        let text = if file.path == path { rewrite(&file.text) } else { file.text.clone() };
        edited.push(SourceFile { path: file.path.clone(), text });
    }
    edited
}

pub fn snapshot(files: &Files) -> Snapshot {
    let (catalog, knowledge, report) = compile::load(files, Report::default());
    let knowledge = knowledge.unwrap_or_else(|| panic!("{:?}", report.findings()));
    Snapshot { files: files.clone(), catalog, knowledge }
}

/// The axes of both sides, each with the values of both; one that only one side has, with its inside values.
fn common<'s>(
    old: &'s Snapshot,
    before: &'s Table,
    new: &'s Snapshot,
    after: &'s Table,
) -> Vec<(&'s str, Vec<&'s str>)> {
    let ids = |side: &'s Snapshot, axis: &'s Axis| -> Vec<&'s str> {
        axis.values.iter().map(|value| side.knowledge[axis.vocabulary][*value].id.as_str()).collect()
    };
    let of_new = after.axes.iter().map(|axis| {
        let own = ids(new, axis);
        let values = match before.axis(&axis.id) {
            Some((_, other)) => own.into_iter().filter(|id| ids(old, other).contains(id)).collect(),
            None => own[..axis.inside].to_vec(),
        };
        (axis.id.as_str(), values)
    });
    let gone = before.axes.iter().filter(|axis| after.axis(&axis.id).is_none());
    of_new.chain(gone.map(|axis| (axis.id.as_str(), ids(old, axis)[..axis.inside].to_vec()))).collect()
}

/// Every changed box against both tables, cell by cell: each cell in it changes as the box says, and no other changes.
pub fn checked(found: &Diff, old: &Snapshot, new: &Snapshot) {
    for table in found.tables.iter().filter(|table| table.side == Has::Common) {
        let (before, after) = (&old.knowledge.table(&table.table), &new.knowledge.table(&table.table));
        let (before, after) = (before.expect("the table"), after.expect("the table"));
        let mut changed = 0;
        let axes = common(old, before, new, after);
        let grid = Grid::new(axes.iter().map(|(_, ids)| ids.len()).collect()).expect("a small grid");
        assert_eq!(grid.cells(), table.cells);
        let mut found = vec![None; grid.cells()];
        for change in &table.changes {
            let sets = axes.iter().map(|(axis, ids)| {
                let when = change.place.when.get(*axis);
                let named = OnAxis::of(ids).filter(|(_, id)| when.is_none_or(|when| when.iter().any(|own| own == *id)));
                ValueSet::of(ids.len(), named.map(|(at, _)| at))
            });
            grid.each(&sets.collect(), &mut |cell| assert!(found[cell].replace(change).is_none()));
            changed += change.place.cells;
        }
        assert_eq!(found.iter().flatten().count(), changed);
        for (cell, found) in found.iter().enumerate() {
            let values = axes.iter().enumerate().map(|(at, (axis, ids))| {
                let value = grid.value(cell, AxisId::new(at));
                (*axis, ids[value.index()])
            });
            let ids: Vec<(&str, &str)> = values.collect();
            let ruling = |side: &Snapshot, table: &Table| {
                let values: Vec<&str> = table
                    .axes
                    .iter()
                    .map(|axis| ids.iter().find(|(id, _)| *id == axis.id).expect("the axis").1)
                    .collect();
                let outcome = table.outcome(folder::cell(&side.knowledge, table, &values));
                Rulings { plain: outcome.plain, strict: outcome.strict }
            };
            let before_axes = before.axes.iter().all(|axis| ids.iter().any(|(id, _)| *id == axis.id));
            let after_axes = after.axes.iter().all(|axis| ids.iter().any(|(id, _)| *id == axis.id));
            assert!(before_axes && after_axes, "every axis is compared");
            let (before, after) = (ruling(old, before), ruling(new, after));
            match found {
                Some(change) => assert_eq!((change.before, change.after), (before, after), "{ids:?}"),
                None => assert_eq!(before, after, "{ids:?}"),
            }
            if let Some(change) = found {
                let verdicts = |rulings: Rulings| [rulings.plain.verdict, rulings.strict.verdict];
                assert_eq!(change.kind == Gravity::Verdict, verdicts(before) != verdicts(after), "{ids:?}");
            }
        }
    }
}
