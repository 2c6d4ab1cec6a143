//! For each cell, what decides it: a look-up that costs the same however many rules there are.
//!
//! Three flat arrays: a number per cell, a record per distinct outcome, and the positions that records point into. So the
//! whole can be stored as bytes and read back without building anything piece by piece.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::table::{Rule, Ruling};
use crate::model::terms::{Basis, Effect, Verdict};

/// The outcomes of all cells of a table.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Dense {
    /// For each cell, its word.
    #[serde(serialize_with = "to_bytes", deserialize_with = "from_bytes")]
    cells: Vec<Word>,
    records: Vec<Record>,
    /// Positions of rules, cautions and silent entries, record after record.
    members: Vec<u32>,
}

/// The position of a cell's record above four bits that say its plain ruling, so that a verdict takes one look-up.
type Word = u32;

/// What is known in cells that share an outcome, and where in `members` its parts end: forbids, permits, cautions, silents.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Record {
    plain: Ruling,
    strict: Ruling,
    start: u32,
    /// Where the part that decides ends: the forbids, or, where there are none, the permits, which then start the record.
    decided: u32,
    ends: [u32; 4],
}

/// Everything that holds for a cell; positions are ascending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome<'t> {
    /// With every rule counted.
    pub plain: Ruling,
    /// With only what is stated counted.
    pub strict: Ruling,
    /// Positions of the forbids.
    pub forbids: &'t [u32],
    /// Positions of the permits.
    pub permits: &'t [u32],
    /// Positions of the cautions.
    pub cautions: &'t [u32],
    /// Positions of the silent entries.
    pub silents: &'t [u32],
}

impl<'t> Outcome<'t> {
    /// The ruling, strictly or not.
    #[must_use]
    pub fn ruling(&self, strict: bool) -> Ruling {
        if strict { self.strict } else { self.plain }
    }

    /// The rules that decide with every rule counted: the forbids if there are any, else the permits.
    #[must_use]
    pub fn deciding(&self) -> &'t [u32] {
        if self.forbids.is_empty() { self.permits } else { self.forbids }
    }
}

impl Dense {
    /// Builds the table from the class of each cell, where in `members` each class ends, and the members of all classes: positions of
    /// the regions that hold there, where rules come first, then `cautions` cautions, then silent entries.
    ///
    /// Members are put in order where they stand: there can be millions of them.
    #[must_use]
    pub(crate) fn new(
        mut cells: Vec<u32>,
        ends: Vec<u32>,
        mut members: Vec<u32>,
        rules: &[Rule],
        cautions: usize,
    ) -> Self {
        let mut records = Vec::with_capacity(ends.len());
        let mut start = 0;
        for end in ends {
            if let Some(class) = members.get_mut(start as usize..end as usize) {
                records.push(Record::new(start, class, rules, cautions));
            }
            start = end;
        }
        let rulings: Vec<Word> = records.iter().map(|record| packed(record.plain)).collect();
        for cell in &mut cells {
            *cell = *cell << 4 | rulings.get(*cell as usize).copied().unwrap_or_default();
        }
        Self { cells, records, members }
    }

    /// How many different outcomes there are.
    #[must_use]
    pub fn outcomes(&self) -> usize {
        self.records.len()
    }

    /// Everything that holds for a cell. Nothing for a number that is no cell.
    #[must_use]
    pub fn outcome(&self, cell: usize) -> Option<Outcome<'_>> {
        self.nth(self.number(cell)?)
    }

    /// One of the different outcomes, by its number.
    #[must_use]
    pub fn nth(&self, number: usize) -> Option<Outcome<'_>> {
        let record = self.records.get(number)?;
        let [forbids, permits, cautions, silents] = record.ends;
        Some(Outcome {
            plain: record.plain,
            strict: record.strict,
            forbids: self.part(record.start, forbids),
            permits: self.part(forbids, permits),
            cautions: self.part(permits, cautions),
            silents: self.part(cautions, silents),
        })
    }

    /// Which of the different outcomes a cell has.
    #[must_use]
    pub fn number(&self, cell: usize) -> Option<usize> {
        self.cells.get(cell).map(|word| (word >> 4) as usize)
    }

    /// The ruling of a cell with every rule counted: one look-up.
    #[must_use]
    #[inline]
    pub fn ruling(&self, cell: usize) -> Option<Ruling> {
        self.cells.get(cell).map(|word| unpacked(*word))
    }

    /// The ruling of a cell and the rules that decide it, and nothing else: what a program asks that has many questions.
    #[must_use]
    #[inline]
    pub fn decided(&self, cell: usize) -> Option<(Ruling, &[u32])> {
        let word = *self.cells.get(cell)?;
        let record = self.records.get((word >> 4) as usize)?;
        Some((unpacked(word), self.part(record.start, record.decided)))
    }

    #[inline]
    fn part(&self, from: u32, to: u32) -> &[u32] {
        self.members.get(from as usize..to as usize).unwrap_or_default()
    }
}

impl Record {
    /// The record of a class whose members begin at `start`. Puts them in order: forbids, permits, cautions, silents, each
    /// by its own position.
    fn new(start: u32, class: &mut [u32], rules: &[Rule], cautions: usize) -> Self {
        let (first_caution, first_silent) = (position(rules.len()), position(rules.len() + cautions));
        let rule = |member: u32| rules.get(member as usize);
        let kind = |member: u32| match rule(member) {
            Some(rule) if rule.effect == Effect::Forbid => 0,
            Some(_) => 1,
            None if member < first_silent => 2,
            None => 3,
        };
        class.sort_unstable_by_key(|member| (kind(*member), *member));
        let (plain, strict) =
            rulings(class.iter().filter_map(|member| rule(*member)).map(|rule| (rule.effect, rule.basis)));
        let mut counts = [0_u32; 4];
        for member in class {
            let kind: usize = kind(*member);
            counts.get_mut(kind).into_iter().for_each(|count| *count += 1);
            *member -= [0, 0, first_caution, first_silent].get(kind).copied().unwrap_or_default();
        }
        let mut end = start;
        let ends = counts.map(|count| {
            end += count;
            end
        });
        let [forbids, permits, ..] = ends;
        let decided = if forbids == start { permits } else { forbids };
        Self { plain, strict, start, decided, ends }
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
    let [ruling, ..] = RULINGS;
    RULINGS.get((word & 15) as usize).copied().unwrap_or(ruling)
}

fn position(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// The plain and the strict ruling of a cell where rules of such effects and bases hold.
#[must_use]
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

/// Little-endian bytes, so that reading them back is one copy and not a decision per cell.
fn to_bytes<S: Serializer>(cells: &[u32], serializer: S) -> Result<S::Ok, S::Error> {
    let bytes: Vec<u8> = cells.iter().flat_map(|cell| cell.to_le_bytes()).collect();
    serializer.serialize_bytes(&bytes)
}

fn from_bytes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u32>, D::Error> {
    let bytes: &[u8] = Deserialize::deserialize(deserializer)?;
    let whole = bytes.as_chunks::<4>().0;
    Ok(whole.iter().map(|bytes| u32::from_le_bytes(*bytes)).collect())
}
