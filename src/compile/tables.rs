//! A file of `tables/` becomes a [`Table`]: conditions become regions, regions become outcomes of cells.

use indexmap::IndexSet;

use super::classes::{MOST_CLASSES, MOST_MEMBERS, classify};
use super::condition::{MOST_BITS, Reach};
use super::prelude::*;
use crate::knowledge::{Class, Count, Dense, Grid, Move, Region, Statement, StatementId, Total};
use crate::limits;
use crate::model::condition::When;
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
        let rules = |effect, all: &[Entry<schema::Rule>]| {
            all.iter().map(|entry| self.rule(effect, entry, &axes)).collect::<Vec<_>>()
        };
        let mut rules = [rules(Effect::Permit, &parsed.permits), rules(Effect::Forbid, &parsed.forbids)].concat();
        rules.sort_by_key(|(rule, _)| rule.spot.line);
        let (mut statements, links): (Vec<Statement>, Vec<Vec<(Basis, Region)>>) = rules.into_iter().unzip();
        let links = StatementId::of(&links);
        let links = links.flat_map(|(rule, links)| links.iter().map(move |(basis, own)| (rule, *basis, own)));
        let links: Vec<(StatementId, Basis, &Region)> = links.collect();
        statements.extend(parsed.cautions.iter().map(|entry| {
            let schema::Caution { when, text, basis, sources, verdicts } = &**entry;
            let common = Common { when, text, basis: Some(*basis), sources };
            Statement { verdicts: verdicts.clone(), ..self.statement(Effect::Caution, entry, &common, &axes).0 }
        }));
        statements.extend(parsed.silents.iter().map(|entry| {
            let schema::Silent { when, because: text, sources } = &**entry;
            self.statement(Effect::Silent, entry, &Common { when, text, basis: None, sources }, &axes).0
        }));
        let moves = parsed.moves.iter().map(|entry| self.possible_move(entry, &axes)).collect();
        let totals: Vec<_> = parsed.totals.iter().map(|entry| self.total(entry, &axes)).collect();
        let head = parsed.head.as_ref();
        let (rows, columns) = self.layout(parsed, &axes);
        let regions = statements.iter().map(|statement| &statement.region);
        let Some((cells, classes)) = classify(&grid, regions.chain(links.iter().map(|(_, _, region)| *region))) else {
            let message = Message::new("too-many-outcomes").with("outcomes", MOST_CLASSES.to_string());
            self.refuse_table(parsed, message.with("entries", MOST_MEMBERS.to_string()));
            return None;
        };
        let links: Vec<(StatementId, Basis)> = links.iter().map(|(rule, basis, _)| (*rule, *basis)).collect();
        let dense = Dense::new(cells, classes.iter(), &statements, &links);
        for Class { outcome, cells, .. } in dense.classes() {
            outcome.statements().for_each(|id| at_mut(&mut statements, id.index()).reach += cells);
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
            statements,
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
        let message = match Grid::new(axes.iter().map(|axis| axis.values.len()).collect()) {
            Ok(grid) => {
                if let Some(left) = self.cells.get().checked_sub(grid.cells()) {
                    self.cells.set(left);
                    return Some(grid);
                }
                Message::new("too-many-cells").with("most", limits::ALL_CELLS.to_string())
            }
            Err(cells) => {
                let cells = cells.map_or_else(|| format!("> {}", usize::MAX), |cells| cells.to_string());
                let message = Message::new(Code::TABLE_TOO_LARGE.name()).with("cells", cells);
                message.with("most", limits::CELLS.to_string())
            }
        };
        self.refuse_table(parsed, message);
        None
    }

    fn refuse_table(&self, parsed: &TableFile, message: Message) {
        let at = parsed.axes.first().map_or_else(|| parsed.at.clone(), |axis| axis.at.clone());
        let finding = Finding::new(Code::TABLE_TOO_LARGE, message.with("table", &parsed.id)).at(at);
        self.report(finding.help(Message::new("help-table-too-large")));
    }

    fn rule(&self, effect: Effect, entry: &Entry<schema::Rule>, axes: &[Axis]) -> (Statement, Vec<(Basis, Region)>) {
        let schema::Rule { when, because: text, basis, sources, as_of, rules_out, remedies } = &**entry;
        if *rules_out && effect == Effect::Permit {
            self.report(Finding::invalid(Message::new("rules-out-permit")).at(entry.at.clone()));
        }
        let common = Common { when, text, basis: Some(*basis), sources };
        let (statement, links) = self.statement(effect, entry, &common, axes);
        let (as_of, remedies) = (self.date(as_of.as_ref()).or(statement.as_of), self.remedy_names(remedies));
        (Statement { as_of, remedies, rules_out: *rules_out, ..statement }, links)
    }

    /// A statement, and where it holds through attributes that are known so firmly.
    fn statement<T>(
        &self,
        effect: Effect,
        entry: &Entry<T>,
        common: &Common<'_>,
        axes: &[Axis],
    ) -> (Statement, Vec<(Basis, Region)>) {
        let reach = if effect == Effect::Permit { Reach::Inside } else { Reach::Everything };
        let (region, links) = self.linked_region(common.when, axes, reach);
        let shown = self.shown(common.text, axes);
        let statement = Statement {
            id: entry.id.clone(),
            effect,
            region,
            written: common.when.written(),
            text: self.text(common.text),
            basis: common.basis,
            sources: shown.cited(self.citations(common.sources)),
            // That nobody speaks is no older than what it shows.
            as_of: shown.as_of.filter(|_| effect != Effect::Silent),
            shows: shown.axes,
            remedies: Vec::new(),
            verdicts: Vec::new(),
            rules_out: false,
            reach: 0,
            spot: self.spot(entry),
        };
        (statement, links)
    }

    fn possible_move(&self, entry: &Entry<schema::Move>, axes: &[Axis]) -> Move {
        let changes = self.axes_named(&entry.changes, axes);
        if changes.is_empty() {
            self.report(Finding::invalid(Message::new("empty-move")).at(entry.changes.span()));
        }
        let mut to = Vec::new();
        for (name, terms) in &entry.to {
            if let Some(axis) = self.axis_named(name, axes) {
                let values = at(axes, axis.index());
                let mut set = ValueSet::none(values.values.len());
                self.terms(terms, values, Reach::Everything).iter().for_each(|(_, some)| set.union_with(some));
                to.push((axis, set));
            }
        }
        let text = self.text(&entry.text);
        let attributes = |axis: &Axis| {
            let carried = self.vocabulary_of(axis).attributes.iter().map(|one| format!("{}.{}", axis.id, one.id));
            std::iter::once(axis.id.clone()).chain(carried).collect::<Vec<_>>()
        };
        let known: Vec<String> = axes.iter().flat_map(attributes).collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        text.iter().for_each(|(_, text)| self.check_placeholders("axis", text, &entry.text.span(), &known));
        let upward = self.axes_named(&entry.upward, axes);
        let remedies = self.remedy_names(&entry.remedies);
        Move { id: entry.id.clone(), changes, to, upward, effort: entry.effort, remedies, text }
    }

    fn total(&self, entry: &Entry<schema::Total>, axes: &[Axis]) -> Total {
        let reach = if entry.all { Reach::Everything } else { Reach::Inside };
        let region = match &entry.when {
            Some(when) => self.region(when, axes, reach),
            None => Region::new(vec![Self::everywhere(axes, reach)]),
        };
        let expected = Count {
            cells: entry.cells,
            supported: entry.supported,
            unsupported: entry.unsupported,
            undocumented: entry.undocumented,
        };
        Total { id: entry.id.clone(), region, expected }
    }

    /// Which axes run down and which across: as written; an axis not mentioned runs down, before the others.
    fn layout(&self, parsed: &TableFile, axes: &[Axis]) -> (Vec<AxisId>, Vec<AxisId>) {
        let head = parsed.head.as_ref();
        // Of what stands there twice, a lint tells.
        let side = |names: fn(&schema::TableHead) -> &Vec<Spanned<String>>| -> IndexSet<AxisId> {
            head.into_iter().flat_map(|head| self.axes_named(names(head), axes)).collect()
        };
        let (rows, mut columns) = (side(|head| &head.rows), side(|head| &head.columns));
        if columns.is_empty() {
            columns.extend(AxisId::all(axes.len()).rev().find(|axis| !rows.contains(axis)));
        }
        let left = AxisId::all(axes.len()).filter(|axis| !rows.contains(axis));
        let rows = left.chain(rows.iter().copied()).filter(|axis| !columns.contains(axis)).collect();
        (rows, columns.into_iter().collect())
    }
}

/// What statements of all kinds have in common, as it is written.
struct Common<'e> {
    when: &'e Spanned<When>,
    text: &'e Spanned<schema::Text>,
    basis: Option<Basis>,
    sources: &'e [Spanned<String>],
}
