//! For each cell, what decides it: a look-up that costs the same however many rules there are.
//!
//! Three flat arrays: a number per cell, a record per distinct outcome, and the positions that records point into. So the
//! whole can be stored as bytes and read back without building anything piece by piece.

use serde::{Deserialize, Serialize};

use super::flat::{self, FlatNumbers, position};
use super::ids::{StatementId, at, at_mut, part, word};
use super::statement::Statement;
use crate::model::{Basis, Effect, Verdict};

/// The outcomes of all cells of a table.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Dense {
    /// The number of each cell's outcome above four bits that say its plain ruling, so that a verdict takes one look-up.
    cells: FlatNumbers,
    /// The words of a [`Record`] for each outcome, behind those of one for none: where an outcome ends in the lists below, the next
    /// one begins.
    #[serde(with = "flat")]
    records: Vec<u32>,
    #[serde(with = "flat")]
    statements: Vec<StatementId>,
    /// Rules that hold less firmly than they say.
    weaker: Vec<(StatementId, Basis)>,
}

/// What is known in cells that share an outcome: the plain ruling in the lower four bits of the first word and the strict one above
/// them; and where its parts end, among the statements the forbids, the permits, the cautions and the silent entries, and the rules
/// that are weaker.
type Record = [u32; RECORD];
const RECORD: usize = 6;

/// What is known about a cell, and on what it rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Ruling {
    /// Never [`Verdict::Undetermined`].
    pub verdict: Verdict,
    /// The firmest basis among the rules that decide; none where no rule speaks.
    pub basis: Option<Basis>,
}

/// Everything that holds for a cell; positions are ascending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome<'t> {
    /// With every rule counted.
    pub plain: Ruling,
    /// With only what is stated counted.
    pub strict: Ruling,
    pub forbids: &'t [StatementId],
    pub permits: &'t [StatementId],
    pub cautions: &'t [StatementId],
    pub silents: &'t [StatementId],
    /// Rules that hold here less firmly than they say, because an attribute does by which they compare.
    pub weaker: &'t [(StatementId, Basis)],
}

/// Cells for which exactly the same entries hold.
#[derive(Clone, Copy, Debug)]
pub struct Class<'t> {
    pub outcome: Outcome<'t>,
    pub cells: usize,
    pub first: usize,
}

impl<'t> Outcome<'t> {
    pub fn ruling(&self, strict: bool) -> Ruling {
        if strict { self.strict } else { self.plain }
    }

    /// The rules that decide with every rule counted: the forbids if there are any, else the permits.
    pub fn deciding(&self) -> &'t [StatementId] {
        if self.forbids.is_empty() { self.permits } else { self.forbids }
    }

    /// What the plain ruling rests on: the rules that decide, else the record of how it is known that none does.
    pub fn grounds(&self) -> &'t [StatementId] {
        if self.deciding().is_empty() { self.silents } else { self.deciding() }
    }

    /// Everything that holds.
    pub fn statements(&self) -> impl Iterator<Item = StatementId> + use<'t> {
        [self.forbids, self.permits, self.cautions, self.silents].into_iter().flatten().copied()
    }
}

impl Dense {
    /// Builds the table from the class of each cell and the members of each class: ascending positions of the regions that hold there,
    /// where statements come first, then `links`: that a rule holds through attributes that are known so firmly.
    pub(crate) fn new<'c>(
        cells: Vec<u32>,
        classes: impl Iterator<Item = &'c [u32]>,
        statements: &[Statement],
        links: &[(StatementId, Basis)],
    ) -> Self {
        let mut dense = Self {
            cells: FlatNumbers::default(),
            records: vec![0; RECORD],
            statements: Vec::new(),
            weaker: Vec::new(),
        };
        for class in classes {
            dense.add(class, statements, links);
        }
        let ruled = |cell: u32| {
            let [rulings, ..] = dense.record(cell as usize + 1);
            cell << 4 | rulings & 15
        };
        dense.cells = cells.into_iter().map(ruled).collect();
        dense
    }

    fn add(&mut self, class: &[u32], statements: &[Statement], links: &[(StatementId, Basis)]) {
        let members = || class.iter().map(|member| *member as usize);
        let holding = || members().filter_map(|own| Some((StatementId::new(own), statements.get(own)?)));
        let linked = || members().filter_map(|own| links.get(own.checked_sub(statements.len())?));
        let held = |id: StatementId, basis: Basis| {
            let firmest = linked().filter(|(rule, _)| *rule == id).map(|(_, basis)| *basis).min();
            basis.max(firmest.unwrap_or(Basis::Stated))
        };
        let rules = || holding().filter(|(_, own)| own.effect.decides());
        let rules = || rules().filter_map(|(id, own)| Some((id, own.effect, own.basis?)));
        let weaker = rules().filter(|(id, _, basis)| held(*id, *basis) != *basis);
        self.weaker.extend(weaker.map(|(id, _, basis)| (id, held(id, basis))));
        let (plain, strict) = rulings(rules().map(|(id, effect, basis)| (effect, held(id, basis))));
        self.records.push(packed(plain) | packed(strict) << 4);
        for effect in [Effect::Forbid, Effect::Permit, Effect::Caution, Effect::Silent] {
            self.statements.extend(holding().filter(|(_, own)| own.effect == effect).map(|(id, _)| id));
            self.records.push(word(self.statements.len()));
        }
        self.records.push(word(self.weaker.len()));
    }

    fn record(&self, number: usize) -> Record {
        *at(self.records.as_chunks().0, number)
    }

    /// The different outcomes with their cells, by number.
    pub fn classes(&self) -> Vec<Class<'_>> {
        let class = |number| Class { outcome: self.nth(number), cells: 0, first: usize::MAX };
        let mut classes: Vec<Class<'_>> = (0..self.outcomes()).map(class).collect();
        for cell in 0..self.cells.len() {
            let class = at_mut(&mut classes, self.number(cell));
            class.cells += 1;
            class.first = class.first.min(cell);
        }
        classes
    }

    pub fn outcomes(&self) -> usize {
        self.records.as_chunks::<RECORD>().0.len() - 1
    }

    pub fn outcome(&self, cell: usize) -> Outcome<'_> {
        self.nth(self.number(cell))
    }

    /// One of the different outcomes, by its number.
    pub fn nth(&self, number: usize) -> Outcome<'_> {
        let [.., start, weak] = self.record(number);
        let [rulings, forbids, permits, cautions, silents, weaker] = self.record(number + 1);
        let list = |from, to| part(&self.statements, from, to);
        Outcome {
            plain: unpacked(rulings),
            strict: unpacked(rulings >> 4),
            forbids: list(start, forbids),
            permits: list(forbids, permits),
            cautions: list(permits, cautions),
            silents: list(cautions, silents),
            weaker: part(&self.weaker, weak, weaker),
        }
    }

    /// Which of the different outcomes a cell has.
    pub fn number(&self, cell: usize) -> usize {
        position(*at(&self.cells, cell)) >> 4
    }

    /// The ruling of a cell with every rule counted: one look-up.
    #[inline]
    pub fn ruling(&self, cell: usize) -> Ruling {
        unpacked(u32::from_le_bytes(*at(&self.cells, cell)))
    }
}

/// A ruling in four bits: the verdict in the lower two, the basis in the upper two.
fn packed(ruling: Ruling) -> u32 {
    let verdict = match ruling.verdict {
        Verdict::Supported => 0,
        Verdict::Unsupported => 1,
        Verdict::Undocumented | Verdict::Undetermined => 2,
    };
    let basis = match ruling.basis {
        None => 0,
        Some(Basis::Stated) => 1,
        Some(Basis::Reading) => 2,
        Some(Basis::Inferred) => 3,
    };
    basis << 2 | verdict
}

/// The ruling that four bits stand for; a table rather than a decision, because answers come in no order that could be guessed.
#[inline]
fn unpacked(word: u32) -> Ruling {
    #[expect(clippy::indexing_slicing, reason = "the compiler evaluates it, and would refuse it")]
    const RULINGS: [Ruling; 16] = {
        const VERDICTS: [Verdict; 4] =
            [Verdict::Supported, Verdict::Unsupported, Verdict::Undocumented, Verdict::Undocumented];
        const BASES: [Option<Basis>; 4] = [None, Some(Basis::Stated), Some(Basis::Reading), Some(Basis::Inferred)];
        let mut rulings = [Ruling { verdict: Verdict::Undocumented, basis: None }; 16];
        let mut word = 0;
        while word < 16 {
            rulings[word] = Ruling { verdict: VERDICTS[word & 3], basis: BASES[word >> 2] };
            word += 1;
        }
        rulings
    };
    *at(&RULINGS, (word & 15) as usize)
}

/// The plain and the strict ruling of a cell where rules of such effects and bases hold.
pub fn rulings(rules: impl Iterator<Item = (Effect, Basis)>) -> (Ruling, Ruling) {
    let (mut forbidden, mut permitted): (Option<Basis>, Option<Basis>) = (None, None);
    for (effect, basis) in rules {
        let firmest = if effect == Effect::Forbid { &mut forbidden } else { &mut permitted };
        *firmest = [*firmest, Some(basis)].into_iter().flatten().min();
    }
    let stated = |basis: Option<Basis>| basis.filter(|basis| *basis == Basis::Stated);
    (ruling(forbidden, permitted), ruling(stated(forbidden), stated(permitted)))
}

/// The semantics of a cell, whole: any forbid, else any permit, else nothing is documented.
fn ruling(forbidden: Option<Basis>, permitted: Option<Basis>) -> Ruling {
    match (forbidden, permitted) {
        (Some(basis), _) => Ruling { verdict: Verdict::Unsupported, basis: Some(basis) },
        (None, Some(basis)) => Ruling { verdict: Verdict::Supported, basis: Some(basis) },
        (None, None) => Ruling { verdict: Verdict::Undocumented, basis: None },
    }
}
