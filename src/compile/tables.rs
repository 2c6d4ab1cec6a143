//! A file of `tables/` becomes a [`Table`]: conditions become regions, regions become outcomes of cells.

use std::collections::BTreeSet;

use super::classes::{Classes, MOST_CLASSES, MOST_MEMBERS, classify};
use super::condition::{MOST_BITS, Reach};
use super::prelude::*;
use crate::knowledge::{Caution, Class, Count, Dense, Grid, Move, Region, Rule, RuleId, Silence, Total};
use crate::limits;
use crate::model::{Effect, TableFile};

impl Compiler<'_> {
    pub(super) fn table(&self, parsed: &TableFile) -> Option<Table> {
        let axes: Vec<_> = parsed.axes.iter().map(|entry| self.axis(entry)).collect();
        let mut axes: Vec<Axis> = axes.into_iter().collect::<Option<_>>()?;
        if axes.is_empty() {
            let finding = Finding::new(Code::EMPTY_CONDITION, Message::new("no-axes").with("table", &parsed.id));
            self.report(finding.at(parsed.at.clone()).help(Message::new("help-no-axes")));
            return None;
        }
        let grid = self.grid(parsed, &axes)?;
        let matches: Vec<_> = parsed.axes.iter().map(|entry| self.matches(entry, &axes)).collect();
        axes.iter_mut().zip(matches).for_each(|(axis, matches)| axis.matches = matches);
        self.room.set(MOST_BITS);
        let mut rules = Vec::new();
        let permits = parsed.permits.iter().map(|entry| (Effect::Permit, entry));
        for (effect, entry) in permits.chain(parsed.forbids.iter().map(|entry| (Effect::Forbid, entry))) {
            rules.push(self.rule(effect, entry, &axes));
        }
        rules.sort_by_key(|(rule, _)| rule.spot.line);
        let (mut rules, links): (Vec<Rule>, Vec<Vec<(Basis, Region)>>) = rules.into_iter().unzip();
        let links =
            RuleId::of(&links).flat_map(|(rule, links)| links.iter().map(move |(basis, own)| (rule, *basis, own)));
        let links: Vec<(RuleId, Basis, &Region)> = links.collect();
        let cautions: Vec<_> = parsed.cautions.iter().map(|entry| self.caution(entry, &axes)).collect();
        let silents: Vec<_> = parsed.silents.iter().map(|entry| self.silence(entry, &axes)).collect();
        let moves = parsed.moves.iter().map(|entry| self.possible_move(entry, &axes)).collect();
        let totals: Vec<_> = parsed.totals.iter().map(|entry| self.total(entry, &axes)).collect();
        let head = parsed.head.as_ref();
        let (rows, columns) = self.layout(parsed, &axes);
        let Some((cells, classes)) = classes(&grid, &rules, &cautions, &silents, &links) else {
            self.too_many_outcomes(parsed);
            return None;
        };
        let links: Vec<(RuleId, Basis)> = links.iter().map(|(rule, basis, _)| (*rule, *basis)).collect();
        let effects: Vec<(Effect, Basis)> = rules.iter().map(|rule| (rule.effect, rule.basis)).collect();
        let dense = Dense::new(cells, classes.iter(), &effects, [cautions.len(), silents.len()], &links);
        for Class { outcome, cells, .. } in dense.classes() {
            let holding = outcome.forbids.iter().chain(outcome.permits);
            holding.for_each(|rule| at_mut(&mut rules, rule.index()).reach += cells);
        }
        Some(Table {
            id: parsed.id.clone(),
            title: head.map(|head| self.text(&head.title)).unwrap_or_default(),
            question: head.map(|head| self.text(&head.question)).unwrap_or_default(),
            rows,
            columns,
            axes,
            dense,
            grid,
            rules,
            cautions,
            silents: silents.into(),
            moves,
            totals: totals.into(),
        })
    }

    fn grid(&self, parsed: &TableFile, axes: &[Axis]) -> Option<Grid> {
        if let Some(beyond) = parsed.axes.get(limits::AXES) {
            let message = Message::new("too-many-axes").with("table", &parsed.id).number("axes", axes.len());
            let finding =
                Finding::new(Code::TABLE_TOO_LARGE, message.number("most", limits::AXES)).at(beyond.at.clone());
            self.report(finding.help(Message::new("help-conditions-too-large")));
            return None;
        }
        match Grid::new(axes.iter().map(|axis| axis.values.len()).collect()) {
            Ok(grid) => match self.cells.get().checked_sub(grid.cells()) {
                Some(left) => {
                    self.cells.set(left);
                    Some(grid)
                }
                None => {
                    let message = Message::new("too-many-cells").with("table", &parsed.id);
                    let message = message.with("most", limits::ALL_CELLS.to_string());
                    self.refuse_table(parsed, message);
                    None
                }
            },
            Err(cells) => {
                let cells = cells.map_or_else(|| format!("> {}", usize::MAX), |cells| cells.to_string());
                let message = Message::new(Code::TABLE_TOO_LARGE.name()).with("table", &parsed.id).with("cells", cells);
                self.refuse_table(parsed, message.with("most", limits::CELLS.to_string()));
                None
            }
        }
    }

    fn too_many_outcomes(&self, parsed: &TableFile) {
        let message = Message::new("too-many-outcomes").with("table", &parsed.id);
        self.refuse_table(
            parsed,
            message.with("outcomes", MOST_CLASSES.to_string()).with("entries", MOST_MEMBERS.to_string()),
        );
    }

    fn refuse_table(&self, parsed: &TableFile, message: Message) {
        let at = parsed.axes.first().map_or_else(|| parsed.at.clone(), |axis| axis.at.clone());
        let finding = Finding::new(Code::TABLE_TOO_LARGE, message).at(at);
        self.report(finding.help(Message::new("help-table-too-large")));
    }

    fn rule(&self, effect: Effect, entry: &Entry<schema::Rule>, axes: &[Axis]) -> (Rule, Vec<(Basis, Region)>) {
        let item = &entry.item;
        let reach = if effect == Effect::Permit { Reach::Inside } else { Reach::Everything };
        let (region, links) = self.linked_region(&item.when, axes, reach);
        if item.rules_out && effect == Effect::Permit {
            self.report(Finding::invalid(Message::new("rules-out-permit")).at(entry.at.clone()));
        }
        let shown = self.shown(&item.because, axes);
        let rule = Rule {
            id: entry.id.clone(),
            effect,
            region,
            written: item.when.get_ref().written(),
            because: self.text(&item.because),
            basis: item.basis,
            sources: shown.cited(self.citations(&item.sources)),
            as_of: self.date(item.as_of.as_ref()).or(shown.as_of),
            shows: shown.axes,
            remedies: self.remedy_names(&item.remedies),
            rules_out: item.rules_out,
            reach: 0,
            spot: self.spot(entry),
        };
        (rule, links)
    }

    fn caution(&self, entry: &Entry<schema::Caution>, axes: &[Axis]) -> Caution {
        let item = &entry.item;
        let shown = self.shown(&item.text, axes);
        Caution {
            id: entry.id.clone(),
            region: self.region(&item.when, axes, Reach::Everything),
            written: item.when.get_ref().written(),
            verdicts: item.verdicts.clone(),
            text: self.text(&item.text),
            basis: item.basis,
            sources: shown.cited(self.citations(&item.sources)),
            as_of: shown.as_of,
            shows: shown.axes,
            spot: self.spot(entry),
        }
    }

    fn silence(&self, entry: &Entry<schema::Silent>, axes: &[Axis]) -> Silence {
        let item = &entry.item;
        let shown = self.shown(&item.because, axes);
        Silence {
            id: entry.id.clone(),
            region: self.region(&item.when, axes, Reach::Everything),
            written: item.when.get_ref().written(),
            because: self.text(&item.because),
            sources: shown.cited(self.citations(&item.sources)),
            shows: shown.axes,
            spot: self.spot(entry),
        }
    }

    fn possible_move(&self, entry: &Entry<schema::Move>, axes: &[Axis]) -> Move {
        let item = &entry.item;
        let changes = self.axes_named(item.changes.get_ref(), axes);
        if changes.is_empty() {
            self.report(Finding::invalid(Message::new("empty-move")).at(item.changes.span()));
        }
        let mut to = Vec::new();
        for (name, terms) in &item.to {
            if let Some(axis) = self.axis_named(name, axes) {
                let values = at(axes, axis.index());
                let mut set = ValueSet::none(values.values.len());
                self.terms(terms, values, Reach::Everything).iter().for_each(|(_, some)| set.union_with(some));
                to.push((axis, set));
            }
        }
        let text = self.text(&item.text);
        let attributes = |axis: &Axis| {
            let carried = self.vocabulary_of(axis).attributes.iter().map(|one| format!("{}.{}", axis.id, one.id));
            std::iter::once(axis.id.clone()).chain(carried).collect::<Vec<_>>()
        };
        let known: Vec<String> = axes.iter().flat_map(attributes).collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        text.iter().for_each(|(_, text)| self.check_placeholders("axis", text, &item.text.span(), &known));
        let upward = self.axes_named(&item.upward, axes);
        let remedies = self.remedy_names(&item.remedies);
        Move { id: entry.id.clone(), changes, to, upward, effort: item.effort, remedies, text }
    }

    fn total(&self, entry: &Entry<schema::Total>, axes: &[Axis]) -> Total {
        let item = &entry.item;
        let reach = if item.all { Reach::Everything } else { Reach::Inside };
        let region = match &item.when {
            Some(when) => self.region(when, axes, reach),
            None => Region::new(vec![Self::everywhere(axes, reach)]),
        };
        let expected = Count {
            cells: item.cells,
            supported: item.supported,
            unsupported: item.unsupported,
            undocumented: item.undocumented,
        };
        Total { id: entry.id.clone(), region, expected }
    }

    /// Which axes run down and which across: as written; an axis not mentioned runs down, before the others.
    fn layout(&self, parsed: &TableFile, axes: &[Axis]) -> (Vec<AxisId>, Vec<AxisId>) {
        let head = parsed.head.as_ref();
        let no_names = Vec::new();
        let rows = head.map_or(&no_names, |head| &head.rows);
        let columns = head.map_or(&no_names, |head| &head.columns);
        let mut rows = self.axes_named(rows, axes);
        let mut columns = self.axes_named(columns, axes);
        each_once(&mut rows);
        each_once(&mut columns);
        if columns.is_empty() {
            columns.extend(AxisId::all(axes.len()).rev().find(|axis| !rows.contains(axis)));
        }
        rows.retain(|axis| !columns.contains(axis));
        let left = AxisId::all(axes.len()).filter(|axis| !rows.contains(axis) && !columns.contains(axis));
        let rows = left.collect::<Vec<_>>().into_iter().chain(rows.clone()).collect();
        (rows, columns)
    }
}

/// Takes out what stands there before; a lint tells of it.
fn each_once(axes: &mut Vec<AxisId>) {
    let mut seen = BTreeSet::new();
    axes.retain(|axis| seen.insert(*axis));
}

/// Which conditions hold where: regions of rules first, then those of cautions, then those of silent
/// entries, then where rules hold through attributes.
fn classes(
    grid: &Grid,
    rules: &[Rule],
    cautions: &[Caution],
    silents: &[Silence],
    links: &[(RuleId, Basis, &Region)],
) -> Option<(Vec<u32>, Classes)> {
    let regions = rules.iter().map(|rule| &rule.region);
    let regions = regions.chain(cautions.iter().map(|caution| &caution.region));
    let regions = regions.chain(silents.iter().map(|silence| &silence.region));
    let regions = regions.chain(links.iter().map(|(_, _, region)| *region));
    classify(grid, regions)
}
