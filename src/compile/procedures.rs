//! `procedures.toml`: what each answer is heard by, as sets of phrases, what is asked for and names.

use super::prelude::*;
use super::questions::Scene;
use crate::knowledge::ask::{Asks, Heard, Procedure, Sign};
use crate::knowledge::ids::VocabularyId;
use crate::model::ask as written;
use crate::model::terms::Reply;

/// What a sign tells by which only one answer is heard.
const WHOLE: u32 = 60;

impl Compiler<'_> {
    /// `sets` are the names of all sets in their order.
    pub(super) fn procedure(
        &self,
        entry: &Entry<written::Procedure>,
        sets: &[&str],
        scene: &Scene<'_>,
    ) -> Option<Procedure> {
        let table = self.table_named(&entry.table, scene.tables)?;
        let reply = *entry.reply;
        let plain = entry.heard.iter().map(|written| (reply, written));
        let others = entry.replies.iter().flat_map(|(reply, all)| all.iter().map(|written| (*reply, written)));
        let ways: Vec<(Reply, &Spanned<String>)> = plain.chain(others).collect();
        let decides = ways.iter().all(|(reply, _)| !matches!(reply, Reply::Depends | Reply::OutOfScope));
        if !decides || ways.is_empty() {
            let at = if ways.is_empty() { entry.at.clone() } else { entry.reply.span() };
            self.report(Finding::new(Code::INVALID_VALUE, Message::new("procedure-decides")).at(at));
        }
        Some(Procedure {
            id: entry.id.clone(),
            table: table.id.clone(),
            heard: ways.into_iter().map(|(reply, written)| self.heard(written, reply, sets)).collect(),
            reply,
            because: self.text(&entry.because),
            basis: entry.basis,
            sources: self.citations(&entry.sources),
            remedies: self.remedy_names(&entry.remedies),
            spot: self.spot(entry),
        })
    }

    /// `rollup remove|by-hand !interim`: all of these signs, of which any may be written with `|`, and none behind `!`.
    fn heard(&self, written: &Spanned<String>, reply: Reply, sets: &[&str]) -> Heard {
        let mut heard = Heard { all: Vec::new(), weights: Vec::new(), unless: Vec::new(), reply };
        for word in written.split_whitespace() {
            let signs = |names: &str| names.split('|').filter_map(|name| self.sign(name, written, sets)).collect();
            match word.strip_prefix('!') {
                Some(names) => heard.unless.extend::<Vec<Sign>>(signs(names)),
                None => heard.all.push(signs(word)),
            }
        }
        heard
    }

    /// What each sign tells: the fewer of the answers are heard by it, the more.
    pub(super) fn weighed(procedures: &mut [Procedure]) {
        let uses = |sign: &Sign, all: &[Procedure]| {
            let heard = |procedure: &&Procedure| {
                procedure.heard.iter().any(|heard| heard.all.iter().flatten().any(|one| one == sign))
            };
            u32::try_from(all.iter().filter(heard).count()).unwrap_or(u32::MAX)
        };
        let weigh = |signs: &Vec<Sign>, all: &[Procedure]| {
            WHOLE / signs.iter().map(|sign| uses(sign, all)).max().unwrap_or(1).max(1)
        };
        let all = procedures.to_vec();
        for heard in procedures.iter_mut().flat_map(|procedure| &mut procedure.heard) {
            heard.weights = heard.all.iter().map(|signs| weigh(signs, &all)).collect();
        }
    }

    fn sign(&self, name: &str, written: &Spanned<String>, sets: &[&str]) -> Option<Sign> {
        let asks = match name {
            "must" => Some(Asks::Must),
            "need" => Some(Asks::Need),
            "skip" => Some(Asks::Skip),
            "how" => Some(Asks::How),
            "why" => Some(Asks::Why),
            _ => None,
        };
        let set = || sets.binary_search(&name).ok().map(Sign::Set);
        let named = || {
            let mut known = VocabularyId::of(&self.vocabularies);
            known.find_map(|(at, vocabulary)| Some(Sign::Named(at, vocabulary.meant(name)?)))
        };
        let sign = asks.map(Sign::Asks).or_else(set).or_else(named);
        if sign.is_none() {
            let values = self.vocabularies.iter().flat_map(|vocabulary| &vocabulary.values);
            let known = sets.iter().copied().chain(values.map(|value| value.id.as_str()));
            self.dangling("set", written.span(), name, known);
        }
        sign
    }
}
