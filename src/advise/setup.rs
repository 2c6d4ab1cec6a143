//! One workstation for several servers: what it needs, or why it cannot be, and the fewest workstations that can.
//!
//! A *station* is a system with one value of the axis that set-up chooses, if there is one. Which servers a station serves is read off the table; which of them go together
//! on one computer follows from the exclusions of the data.

use std::collections::BTreeSet;

use crate::advise::needs::{Needed, cells_of_best, of_cells};
use crate::decide::{Conclusion, Decision, Facts, decide, next_axis};
use crate::knowledge::ids::{CapabilityId, ExclusionId};
use crate::knowledge::setup::Exclusion;
use crate::knowledge::{AxisId, OnAxis, Setup, Table};
use crate::model::{Basis, Verdict};

/// With more servers than this, stations are chosen greedily instead of exactly.
const MOST_EXACT: usize = 12;

/// A computer that can be set up, and the servers that it serves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Station {
    pub system: OnAxis,
    /// What set-up chooses, by position on the level axis, if there is one.
    pub level: Option<OnAxis>,
    /// The servers, in the order of the request.
    pub serves: Vec<Served>,
    pub needed: Needed,
    /// The basis of its weakest answer.
    pub basis: Basis,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    /// Its position in the request.
    pub server: usize,
    pub decision: Decision,
    capabilities: BTreeSet<CapabilityId>,
}

/// Why two servers cannot be served from one workstation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The two, by position in the request.
    pub pair: (usize, usize),
    /// What keeps what they need apart, if something does.
    pub exclusion: Option<ExclusionId>,
}

/// What can be done about a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plan {
    /// The workstation can be set up for all servers.
    Ready(Station),
    /// It depends on what has not been said: servers by position, and for each the axis to ask about.
    Open(Vec<(usize, AxisId)>),
    Refused {
        /// For each server that the workstation cannot serve at any level, the decision that says why.
        unserved: Vec<(usize, Decision)>,
        /// Pairs of servers that no workstation serves together.
        conflicts: Vec<Conflict>,
        /// The fewest stations that serve every server that can be served, the given system first where it serves any.
        split: Vec<Station>,
        hopeless: Vec<usize>,
    },
}

impl Plan {
    /// What comes of the request, as the verdict that it would be.
    pub fn verdict(&self) -> Verdict {
        let undocumented = |(_, decision): &(usize, Decision)| decision.verdict() == Verdict::Undocumented;
        match self {
            Self::Ready(_) => Verdict::Supported,
            Self::Open(_) => Verdict::Undetermined,
            Self::Refused { unserved, conflicts, .. } if conflicts.is_empty() && unserved.iter().all(undocumented) => {
                Verdict::Undocumented
            }
            Self::Refused { .. } => Verdict::Unsupported,
        }
    }
}

/// Plans for a system and the servers it is to manage: facts on all axes but the system.
pub fn plan(setup: &Setup, table: &Table, system: OnAxis, servers: &[Facts], strict: bool) -> Plan {
    let desk = Desk { setup, table, servers, strict };
    let own = desk.stations(system);
    let everyone = servers.len();
    if let Some(station) = own.iter().find(|station| station.serves.len() == everyone) {
        return Plan::Ready(station.clone());
    }
    let unserved = (0..everyone).filter(|server| !own.iter().any(|station| station.serves(*server).is_some()));
    let unserved: Vec<(usize, Decision)> = unserved.map(|server| (server, desk.refusal(system, server))).collect();
    let open: Vec<(usize, AxisId)> =
        unserved.iter().filter_map(|(server, decision)| Some((*server, desk.question(decision)?))).collect();
    if !open.is_empty() {
        return Plan::Open(open);
    }
    let axis = &table[setup.workstation];
    let mut others: Vec<OnAxis> = axis.inside().filter(|other| *other != system).collect();
    others.sort_by_key(|other| axis.preference(*other));
    let mut stations = own;
    stations.extend(others.into_iter().flat_map(|other| desk.stations(other)));
    let is_served = |server: &usize| stations.iter().any(|station| station.serves(*server).is_some());
    let (wanted, hopeless): (Vec<usize>, Vec<usize>) = (0..everyone).partition(is_served);
    let split = desk.fewest(&stations, wanted);
    Plan::Refused { unserved, conflicts: desk.conflicts(&stations), split, hopeless }
}

impl Station {
    fn serves(&self, server: usize) -> Option<&Served> {
        self.serves.iter().find(|served| served.server == server)
    }
}

struct Desk<'d> {
    setup: &'d Setup,
    table: &'d Table,
    servers: &'d [Facts],
    strict: bool,
}

impl Desk<'_> {
    /// The stations that a system can be, one or more a level: the most useful first, of these the firmest, of these the one that the
    /// table would suggest first.
    fn stations(&self, system: OnAxis) -> Vec<Station> {
        let mut stations = Vec::new();
        for level in self.levels() {
            let served = (0..self.servers.len()).filter_map(|server| self.served(system, level, server));
            let sets = self.compatible(served.collect());
            stations.extend(sets.into_iter().map(|serves| self.station(system, level, serves)));
        }
        stations.sort_by_key(|one| (std::cmp::Reverse(one.serves.len()), one.basis, self.preference(one)));
        stations
    }

    /// Whether the level goes well with every server, and its place among those to suggest: the lesser, the sooner.
    fn preference(&self, station: &Station) -> Option<(bool, u32)> {
        let axis = &self.table[self.setup.level?];
        let mut cells = station.serves.iter().flat_map(|served| cells_of_best(self.table, &served.decision));
        let apart = axis.matches.as_ref().is_some_and(|matches| !cells.all(|cell| matches.region.holds(&cell)));
        Some((apart, axis.preference(station.level?)))
    }

    fn levels(&self) -> Vec<Option<OnAxis>> {
        match self.setup.level {
            Some(axis) => self.table[axis].inside().map(Some).collect(),
            None => vec![None],
        }
    }

    fn station(&self, system: OnAxis, level: Option<OnAxis>, serves: Vec<Served>) -> Station {
        let cells: Vec<_> = serves.iter().flat_map(|served| cells_of_best(self.table, &served.decision)).collect();
        let basis = serves.iter().filter_map(|served| served.decision.basis()).max().unwrap_or(Basis::Inferred);
        Station { system, level, needed: of_cells(self.setup, &cells), serves, basis }
    }

    /// What is known of a server from a system at a level; nothing if the server asks for another level.
    fn decide(&self, system: OnAxis, level: Option<OnAxis>, server: usize) -> Option<Decision> {
        let mut facts = self.servers.get(server)?.clone().with(self.setup.workstation, [system], self.table);
        if let Some((axis, level)) = self.setup.level.zip(level) {
            if facts.get(axis).is_some_and(|levels| !levels.contains(level)) {
                return None;
            }
            facts = facts.with(axis, [level], self.table);
        }
        Some(decide(self.table, &facts, self.strict))
    }

    fn served(&self, system: OnAxis, level: Option<OnAxis>, server: usize) -> Option<Served> {
        let decision = self.decide(system, level, server)?;
        if decision.verdict() != Verdict::Supported {
            return None;
        }
        let capabilities = of_cells(self.setup, &cells_of_best(self.table, &decision)).capabilities;
        Some(Served { server, decision, capabilities })
    }

    /// The largest sets of servers of which no two need what excludes each other on one computer.
    fn compatible(&self, served: Vec<Served>) -> Vec<Vec<Served>> {
        if served.len() > MOST_EXACT {
            return vec![self.first_compatible(served)];
        }
        let pairs = served.iter().enumerate().flat_map(|(at, one)| {
            let others = served.iter().skip(at + 1);
            others.map(move |other| (one, other))
        });
        let clash = pairs.into_iter().find(|(one, other)| self.clash(one, other));
        let Some((one, other)) = clash.map(|(one, other)| (one.server, other.server)) else {
            return if served.is_empty() { Vec::new() } else { vec![served] };
        };
        let without = |left_out: usize| served.iter().filter(|served| served.server != left_out).cloned().collect();
        let mut sets = self.compatible(without(one));
        for set in self.compatible(without(other)) {
            if !sets.contains(&set) {
                sets.push(set);
            }
        }
        sets
    }

    /// For many servers: one by one, each that goes with all before it.
    fn first_compatible(&self, served: Vec<Served>) -> Vec<Served> {
        served.into_iter().fold(Vec::new(), |mut kept, one| {
            if !kept.iter().any(|other| self.clash(other, &one)) {
                kept.push(one);
            }
            kept
        })
    }

    /// Whether what the two need excludes each other.
    fn clash(&self, one: &Served, other: &Served) -> bool {
        self.setup.exclusions.iter().any(|exclusion| keeps_apart(exclusion, one, other))
    }

    /// What would have to be said before anything can be chosen; the level is for set-up to choose.
    fn question(&self, decision: &Decision) -> Option<AxisId> {
        match &decision.conclusion {
            Conclusion::Undetermined { open, .. } => {
                next_axis(open.iter().filter(|open| Some(open.axis) != self.setup.level))
            }
            Conclusion::Supported { .. } => decision.follows.iter().find_map(|one| Some(one.when.iter().next()?.0)),
            _ => None,
        }
    }

    /// Why the system cannot serve the server at any level: the decision at the level that comes closest.
    fn refusal(&self, system: OnAxis, server: usize) -> Decision {
        let facts =
            self.servers.get(server).cloned().unwrap_or_default().with(self.setup.workstation, [system], self.table);
        let open = decide(self.table, &facts, self.strict);
        if open.verdict() != Verdict::Undetermined {
            return open;
        }
        let tried = self.levels().into_iter().filter_map(|level| self.decide(system, level, server));
        let closest = tried.min_by_key(|decision| match decision.verdict() {
            Verdict::Supported => 0,
            Verdict::Undetermined => 1,
            Verdict::Undocumented => 2,
            Verdict::Unsupported => 3,
        });
        closest.unwrap_or(open)
    }

    /// Pairs that no station serves together though each can be served, with the exclusion that always stands between them.
    fn conflicts(&self, stations: &[Station]) -> Vec<Conflict> {
        let of = |server: usize| stations.iter().filter_map(move |station| station.serves(server)).collect();
        let served: Vec<Vec<&Served>> = (0..self.servers.len()).map(of).collect();
        let mut conflicts = Vec::new();
        for (one, ones) in served.iter().enumerate() {
            for (other, others) in served.iter().enumerate().skip(one + 1) {
                let together = stations.iter().any(|one_of| one_of.serves(one).and(one_of.serves(other)).is_some());
                if !together && !ones.is_empty() && !others.is_empty() {
                    let always = |(_, exclusion): &(ExclusionId, &Exclusion)| {
                        ones.iter().all(|here| others.iter().all(|there| keeps_apart(exclusion, here, there)))
                    };
                    let exclusion = ExclusionId::of(&self.setup.exclusions).find(always).map(|(id, _)| id);
                    conflicts.push(Conflict { pair: (one, other), exclusion });
                }
            }
        }
        conflicts
    }

    /// The fewest stations that serve all wanted servers. Earlier stations are preferred, so the given system is kept if it can be.
    fn fewest(&self, stations: &[Station], wanted: Vec<usize>) -> Vec<Station> {
        let count = if wanted.len() <= MOST_EXACT { smallest_cover(stations, &wanted) } else { None };
        let chosen = count.unwrap_or_else(|| greedy_cover(stations, &wanted));
        let mut left = wanted;
        let mut split = Vec::new();
        for station in chosen.into_iter().filter_map(|at| stations.get(at)) {
            let serves = station.serves.iter().filter(|served| left.contains(&served.server)).cloned().collect();
            left.retain(|server| station.serves(*server).is_none());
            split.push(self.station(station.system, station.level, serves));
        }
        split
    }
}

/// Whether something that one server needs cannot be on the computer that has something that the other needs.
fn keeps_apart(exclusion: &Exclusion, here: &Served, there: &Served) -> bool {
    let concerns = |capability: &&CapabilityId| exclusion.capabilities.contains(capability);
    let (here, there) = (&here.capabilities, &there.capabilities);
    here.iter().filter(concerns).any(|one| there.iter().filter(concerns).any(|other| one != other))
}

/// Positions of the fewest stations that cover all wanted servers, the first such in order.
fn smallest_cover(stations: &[Station], wanted: &[usize]) -> Option<Vec<usize>> {
    fn search(stations: &[Station], wanted: &[usize], most: usize, from: usize) -> Option<Vec<usize>> {
        if wanted.is_empty() {
            return Some(Vec::new());
        }
        if most == 0 {
            return None;
        }
        (from..stations.len()).find_map(|at| {
            let station = stations.get(at)?;
            let left: Vec<usize> = wanted.iter().copied().filter(|server| station.serves(*server).is_none()).collect();
            if left.len() == wanted.len() {
                return None;
            }
            let mut rest = search(stations, &left, most - 1, at + 1)?;
            rest.insert(0, at);
            Some(rest)
        })
    }
    (0..=wanted.len()).find_map(|most| search(stations, wanted, most, 0))
}

/// Positions of stations that cover all wanted servers, each time the one that serves most of those left.
fn greedy_cover(stations: &[Station], wanted: &[usize]) -> Vec<usize> {
    let mut left: Vec<usize> = wanted.to_vec();
    let mut chosen = Vec::new();
    while !left.is_empty() {
        let gain = |at: &usize| {
            let gained = |station: &Station| left.iter().filter(|server| station.serves(**server).is_some()).count();
            stations.get(*at).map_or(0, gained)
        };
        let Some(best) = (0..stations.len()).rev().max_by_key(gain).filter(|best| gain(best) > 0) else { break };
        if let Some(station) = stations.get(best) {
            left.retain(|server| station.serves(*server).is_none());
        }
        chosen.push(best);
    }
    chosen
}
