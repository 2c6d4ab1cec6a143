//! For each cell, what decides it: a look-up that costs the same however many rules there are.
//!
//! Three flat arrays: a number per cell, a record per distinct outcome, and the positions that records point into. So the
//! whole can be stored as bytes and read back without building anything piece by piece.

use serde::{Deserialize, Serialize};

use super::flat;
use super::ids::{CautionId, RuleId, SilentId, at, at_mut, part, word};
use crate::model::{Basis, Effect, Verdict};

/// The outcomes of all cells of a table.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Dense {
    #[serde(with = "flat")]
    cells: Vec<Word>,
    /// The words of a [`Record`] for each outcome, behind those of one for none: where an outcome ends in the lists below, the next
    /// one begins.
    #[serde(with = "flat")]
    records: Vec<Word>,
    #[serde(with = "flat")]
    rules: Vec<RuleId>,
    #[serde(with = "flat")]
    cautions: Vec<CautionId>,
    #[serde(with = "flat")]
    silents: Vec<SilentId>,
    /// Rules that hold less firmly than they say.
    weaker: Vec<(RuleId, Basis)>,
}

/// The number of a cell's outcome above four bits that say its plain ruling, so that a verdict takes one look-up.
type Word = u32;

/// What is known in cells that share an outcome: the plain ruling in the lower four bits of the first word and the strict one above
/// them; and where its parts end, the forbids and behind them the permits among the rules, the cautions, the silent entries, and the
/// rules that are weaker.
type Record = [Word; 6];

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
    pub forbids: &'t [RuleId],
    pub permits: &'t [RuleId],
    pub cautions: &'t [CautionId],
    pub silents: &'t [SilentId],
    /// Rules that hold here less firmly than they say, because an attribute does by which they compare.
    pub weaker: &'t [(RuleId, Basis)],
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
    pub fn deciding(&self) -> &'t [RuleId] {
        if self.forbids.is_empty() { self.permits } else { self.forbids }
    }
}

impl Dense {
    /// Builds the table from the class of each cell and the members of each class: ascending positions of the regions that hold there,
    /// where rules come first, then cautions, then silent entries, then `links`: that a rule holds through attributes that are known
    /// so firmly.
    pub(crate) fn new<'c>(
        mut cells: Vec<u32>,
        classes: impl Iterator<Item = &'c [u32]>,
        rules: &[(Effect, Basis)],
        [cautions, silents]: [usize; 2],
        links: &[(RuleId, Basis)],
    ) -> Self {
        let mut dense = Self {
            cells: Vec::new(),
            records: vec![0; size_of::<Record>() / size_of::<Word>()],
            rules: Vec::new(),
            cautions: Vec::new(),
            silents: Vec::new(),
            weaker: Vec::new(),
        };
        for class in classes {
            dense.add(class, rules, [cautions, silents], links);
        }
        for cell in &mut cells {
            let [rulings, ..] = dense.record(*cell as usize + 1);
            *cell = *cell << 4 | rulings & 15;
        }
        dense.cells = cells;
        dense
    }

    fn add(
        &mut self,
        class: &[u32],
        rules: &[(Effect, Basis)],
        [cautions, silents]: [usize; 2],
        links: &[(RuleId, Basis)],
    ) {
        let (first_caution, first_silent) = (rules.len(), rules.len() + cautions);
        let first_link = first_silent + silents;
        let members = || class.iter().map(|member| *member as usize);
        let holding = members().filter(|member| *member < first_caution);
        let holding: Vec<(RuleId, (Effect, Basis))> = holding.map(|own| (RuleId::new(own), *at(rules, own))).collect();
        let of = |wanted| holding.iter().filter(move |(_, (effect, _))| *effect == wanted).map(|(id, _)| *id);
        self.rules.extend(of(Effect::Forbid));
        let forbids = self.rules.len();
        self.rules.extend(of(Effect::Permit));
        let said = members().filter(|member| (first_caution..first_silent).contains(member));
        self.cautions.extend(said.map(|member| CautionId::new(member - first_caution)));
        let silent = members().filter(|member| (first_silent..first_link).contains(member));
        self.silents.extend(silent.map(|member| SilentId::new(member - first_silent)));
        let linked = || members().filter(|member| *member >= first_link).map(|member| *at(links, member - first_link));
        let firmest = |id: RuleId| linked().filter(|(rule, _)| *rule == id).map(|(_, basis)| basis).min();
        let held = |id: RuleId, basis: Basis| basis.max(firmest(id).unwrap_or(Basis::Stated));
        let weaker = holding.iter().filter(|(id, (_, basis))| held(*id, *basis) != *basis);
        self.weaker.extend(weaker.map(|(id, (_, basis))| (*id, held(*id, *basis))));
        let (plain, strict) = rulings(holding.iter().map(|(id, (effect, basis))| (*effect, held(*id, *basis))));
        self.records.push(packed(plain) | packed(strict) << 4);
        let ends = [forbids, self.rules.len(), self.cautions.len(), self.silents.len(), self.weaker.len()];
        self.records.extend(ends.map(word));
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
        self.records.as_chunks::<{ size_of::<Record>() / size_of::<Word>() }>().0.len() - 1
    }

    pub fn outcome(&self, cell: usize) -> Outcome<'_> {
        self.nth(self.number(cell))
    }

    /// One of the different outcomes, by its number.
    pub fn nth(&self, number: usize) -> Outcome<'_> {
        let [_, _, rule, caution, silent, weak] = self.record(number);
        let [rulings, forbids, permits, cautions, silents, weaker] = self.record(number + 1);
        Outcome {
            plain: unpacked(rulings),
            strict: unpacked(rulings >> 4),
            forbids: part(&self.rules, rule, forbids),
            permits: part(&self.rules, forbids, permits),
            cautions: part(&self.cautions, caution, cautions),
            silents: part(&self.silents, silent, silents),
            weaker: part(&self.weaker, weak, weaker),
        }
    }

    /// Which of the different outcomes a cell has.
    pub fn number(&self, cell: usize) -> usize {
        (at(&self.cells, cell) >> 4) as usize
    }

    /// The ruling of a cell with every rule counted: one look-up.
    #[inline]
    pub fn ruling(&self, cell: usize) -> Ruling {
        unpacked(*at(&self.cells, cell))
    }
}

/// A ruling in four bits: the verdict in the lower two, the basis in the upper two.
fn packed(ruling: Ruling) -> Word {
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
fn unpacked(word: Word) -> Ruling {
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
