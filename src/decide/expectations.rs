//! Expectations: facts with the answer they must get, put to the knowledge and held against the conclusion.

use super::{Conclusion, Facts, Said};
use crate::diag::{Code, Finding};
use crate::knowledge::{Axis, Knowledge, OnAxis, Table};
use crate::locale::Message;
use crate::model::condition::Terms;
use crate::model::schema::Expectation;
use crate::model::{Entry, Spanned};

/// What a conclusion lacks of what is expected; nothing if it is as expected.
pub fn failures(expected: &Expectation, table: &Table, conclusion: &Conclusion) -> Vec<Message> {
    let wrong_basis = expected.basis.is_some() && expected.basis != conclusion.basis();
    let reasons = reasons(table, conclusion);
    let missing = expected.rules.iter().filter(|rule| !reasons.contains(&rule.as_str()));
    let mut failures: Vec<Message> = missing.map(|rule| Message::new("expected-rule").with("rule", rule)).collect();
    if expected.verdict != conclusion.verdict() || wrong_basis {
        let basis = conclusion.basis().map_or_else(|| "-".to_owned(), |basis| basis.to_string());
        failures.insert(
            0,
            Message::new("expected-verdict").with("verdict", conclusion.verdict().to_string()).with("basis", basis),
        );
    }
    failures
}

pub fn reasons<'t>(table: &'t Table, conclusion: &Conclusion) -> Vec<&'t str> {
    let id = |said: &Said| table[said.id].id.as_str();
    match conclusion {
        Conclusion::Supported { permits, .. } => permits.iter().map(id).collect(),
        Conclusion::Unsupported { forbids, overruled, .. } => forbids.iter().chain(overruled).map(id).collect(),
        Conclusion::Undocumented { silents, .. } => silents.iter().map(id).collect(),
        Conclusion::Undetermined { .. } => Vec::new(),
    }
}

/// The table and the facts of an expectation, or why they cannot be had.
pub fn facts<'k>(entry: &Entry<Expectation>, knowledge: &'k Knowledge) -> Result<(&'k Table, Facts), Box<Finding>> {
    let wanted = &entry.table;
    let table = knowledge
        .table(wanted)
        .ok_or_else(|| dangling(wanted, "table", knowledge.tables().map(|table| table.id.as_str())))?;
    let mut facts = Facts::none(table);
    for (name, terms) in &entry.facts {
        let known = || table.axes.iter().map(|axis| axis.id.as_str());
        let (index, axis) = table.axis(name).ok_or_else(|| dangling(name, "axis", known()))?;
        facts = facts.with(index, positions(terms, axis, knowledge)?, table);
    }
    Ok((table, facts))
}

fn positions(terms: &Spanned<Terms>, axis: &Axis, knowledge: &Knowledge) -> Result<Vec<OnAxis>, Box<Finding>> {
    let one = std::slice::from_ref(terms);
    let items = match &**terms {
        Terms::Any(items) => items,
        _ => one,
    };
    let names: Option<Vec<Spanned<String>>> = items.iter().map(name).collect();
    let Some(names) = names else {
        let finding = Finding::new(Code::INVALID_VALUE, Message::new("expectation-names-only")).at(terms.span());
        return Err(Box::new(finding));
    };
    let mut positions = Vec::new();
    for name in &names {
        let vocabulary = &knowledge[axis.vocabulary];
        let ids = vocabulary.values.iter().map(|value| value.id.as_str());
        let members = vocabulary.meant(name).ok_or_else(|| dangling(name, "value", ids))?;
        positions.extend(members.iter().flat_map(|value| axis.positions(*value, vocabulary)));
    }
    Ok(positions)
}

fn name(terms: &Spanned<Terms>) -> Option<Spanned<String>> {
    match &**terms {
        Terms::One(name) => Some(Spanned::new(terms.span(), name.clone())),
        _ => None,
    }
}

fn dangling<'n>(name: &Spanned<String>, kind: &'static str, known: impl Iterator<Item = &'n str>) -> Box<Finding> {
    let message = Message::new("dangling-reference").with("kind", kind).with("name", name);
    let finding = Finding::new(Code::DANGLING_REFERENCE, message).at(name.span());
    Box::new(finding.did_you_mean(name, known))
}
