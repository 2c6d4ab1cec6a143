//! One workstation for several servers: what it needs, or why it cannot be, and the fewest workstations that can.
//!
//! A *station* is a system with one level of tools. Which servers a station serves is read off the table; which of them go together
//! on one computer follows from the exclusions of the data.

use crate::advise::needs::{Needed, of_cells};
use crate::decide::{Conclusion, Decision, Facts, decide, next_axis};
use crate::knowledge::grid::Boxed;
use crate::knowledge::ids::{AxisId, OnAxis};
use crate::knowledge::setup::{Exclusion, Setup};
use crate::knowledge::table::Table;
use crate::model::terms::{Basis, Verdict};

/// With more servers than this, stations are chosen greedily instead of exactly.
const MOST_EXACT: usize = 12;

/// A system, a level of tools, and the servers that it serves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Station {
    /// The system, by position on the workstation axis.
    pub system: OnAxis,
    /// The level, by position on the level axis.
    pub level: OnAxis,
    /// The servers, by position in the request, ascending.
    pub serves: Vec<usize>,
    /// What it needs for them.
    pub needed: Needed,
    /// The basis of its weakest answer.
    pub basis: Basis,
}

/// Why two servers cannot be served from one workstation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The two, by position in the request.
    pub pair: (usize, usize),
    /// Position of the exclusion that keeps what they need apart, if one does.
    pub exclusion: Option<usize>,
}

/// What can be done about a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plan {
    /// The workstation can be set up for all servers.
    Ready(Station),
    /// It depends on what has not been said: servers by position, and for each the axis to ask about.
    Open(Vec<(usize, AxisId)>),
    /// It cannot.
    Refused {
        /// For each server that the workstation cannot serve at any level, the decision that says why.
        unserved: Vec<(usize, Decision)>,
        /// Pairs of servers that no workstation serves together.
        conflicts: Vec<Conflict>,
        /// The fewest stations that serve every server that can be served, the given system first where it serves any.
        split: Vec<Station>,
        /// Servers that no station serves.
        hopeless: Vec<usize>,
    },
}

impl Plan {
    /// Whether nothing forbids what was asked for: no source says that it can be done, and none that it cannot.
    #[must_use]
    pub fn is_undocumented(&self) -> bool {
        let undocumented = |(_, decision): &(usize, Decision)| decision.verdict() == Verdict::Undocumented;
        match self {
            Self::Refused { unserved, conflicts, .. } => conflicts.is_empty() && unserved.iter().all(undocumented),
            Self::Ready(_) | Self::Open(_) => false,
        }
    }
}

/// Plans for a system and the servers it is to manage: facts on all axes but the system.
#[must_use]
pub fn plan(setup: &Setup, table: &Table, system: OnAxis, servers: &[Facts], strict: bool) -> Plan {
    let desk = Desk { setup, table, servers, strict };
    let own = desk.stations(system);
    let everyone = servers.len();
    if let Some(station) = own.iter().find(|station| station.serves.len() == everyone) {
        return Plan::Ready(station.clone());
    }
    let served = |server: &usize| own.iter().any(|station| station.serves.contains(server));
    let unserved = (0..everyone).filter(|server| !served(server));
    let unserved: Vec<(usize, Decision)> = unserved.map(|server| (server, desk.refusal(system, server))).collect();
    let open: Vec<(usize, AxisId)> =
        unserved.iter().filter_map(|(server, decision)| Some((*server, desk.question(decision)?))).collect();
    if !open.is_empty() {
        return Plan::Open(open);
    }
    let mut stations = own;
    for other in table[setup.workstation].inside().filter(|other| *other != system) {
        stations.extend(desk.stations(other));
    }
    let hopeless = (0..everyone).filter(|server| !stations.iter().any(|station| station.serves.contains(server)));
    let hopeless: Vec<usize> = hopeless.collect();
    let wanted: Vec<usize> = (0..everyone).filter(|server| !hopeless.contains(server)).collect();
    let split = desk.fewest(&stations, &wanted);
    Plan::Refused { unserved, conflicts: desk.conflicts(&stations), split, hopeless }
}

/// Everything a plan is made from.
struct Desk<'d> {
    setup: &'d Setup,
    table: &'d Table,
    servers: &'d [Facts],
    strict: bool,
}

impl Desk<'_> {
    /// The stations that a system can be, one or more a level, firmest and most useful first.
    fn stations(&self, system: OnAxis) -> Vec<Station> {
        let mut stations = Vec::new();
        for level in self.table[self.setup.level].inside() {
            let served: Vec<usize> =
                (0..self.servers.len()).filter(|server| self.serves(system, level, *server)).collect();
            for serves in self.compatible(system, level, served) {
                stations.extend(self.station(system, level, serves));
            }
        }
        stations.sort_by_key(|station| (std::cmp::Reverse(station.serves.len()), station.basis, station.level));
        stations
    }

    fn station(&self, system: OnAxis, level: OnAxis, serves: Vec<usize>) -> Option<Station> {
        let facts = serves.iter().filter_map(|server| self.facts(system, level, *server));
        let facts: Vec<Facts> = facts.collect();
        let basis = facts.iter().filter_map(|facts| decide(self.table, facts, self.strict).basis()).max()?;
        let cells: Vec<Vec<OnAxis>> = facts.iter().flat_map(|facts| self.cells(&facts.cells(self.table))).collect();
        Some(Station { system, level, serves, needed: of_cells(self.setup, &cells), basis })
    }

    /// The facts of a server seen from a station; nothing if the server asks for another level.
    fn facts(&self, system: OnAxis, level: OnAxis, server: usize) -> Option<Facts> {
        let facts = self.servers.get(server)?;
        let fits = facts.get(self.setup.level).is_none_or(|levels| levels.contains(level));
        let station = || facts.clone().with(self.setup.workstation, [system], self.table);
        fits.then(|| station().with(self.setup.level, [level], self.table))
    }

    fn serves(&self, system: OnAxis, level: OnAxis, server: usize) -> bool {
        let facts = self.facts(system, level, server);
        facts.is_some_and(|facts| decide(self.table, &facts, self.strict).verdict() == Verdict::Supported)
    }

    /// The largest sets of servers of which no two need what excludes each other on one computer.
    fn compatible(&self, system: OnAxis, level: OnAxis, served: Vec<usize>) -> Vec<Vec<usize>> {
        if served.len() > MOST_EXACT {
            return vec![self.first_compatible(system, level, &served)];
        }
        let pairs =
            served.iter().enumerate().flat_map(|(at, one)| served.iter().skip(at + 1).map(move |other| (*one, *other)));
        let clash = pairs.into_iter().find(|pair| self.clash(system, level, *pair));
        let Some((one, other)) = clash else {
            return if served.is_empty() { Vec::new() } else { vec![served] };
        };
        let without = |left_out: usize| served.iter().copied().filter(|server| *server != left_out).collect();
        let mut sets = self.compatible(system, level, without(one));
        for set in self.compatible(system, level, without(other)) {
            if !sets.contains(&set) {
                sets.push(set);
            }
        }
        sets
    }

    /// For many servers: one by one, each that goes with all before it.
    fn first_compatible(&self, system: OnAxis, level: OnAxis, served: &[usize]) -> Vec<usize> {
        served.iter().fold(Vec::new(), |mut kept, server| {
            if kept.iter().all(|other| !self.clash(system, level, (*other, *server))) {
                kept.push(*server);
            }
            kept
        })
    }

    fn needs(&self, system: OnAxis, level: OnAxis, server: usize) -> Vec<usize> {
        let cells = self.facts(system, level, server).map(|facts| self.cells(&facts.cells(self.table)));
        let mut found: Vec<usize> =
            cells.into_iter().flatten().flat_map(|cell| self.setup.capabilities_of(&cell)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    fn cells(&self, boxed: &Boxed) -> Vec<Vec<OnAxis>> {
        let mut cells = Vec::new();
        self.table.grid.each(boxed, &mut |cell| cells.push(self.table.values(cell)));
        cells
    }

    /// Whether what the two need on a station excludes each other.
    fn clash(&self, system: OnAxis, level: OnAxis, pair: (usize, usize)) -> bool {
        let (one, other) = (self.needs(system, level, pair.0), self.needs(system, level, pair.1));
        self.setup.exclusions.iter().any(|exclusion| keeps_apart(exclusion, &one, &other))
    }

    /// What would have to be said for a decision that is still open; the level is for set-up to choose.
    fn question(&self, decision: &Decision) -> Option<AxisId> {
        let Conclusion::Undetermined { open, .. } = &decision.conclusion else { return None };
        next_axis(open.iter().filter(|open| open.axis != self.setup.level))
    }

    /// Why the system cannot serve the server at any level: the decision at the level that comes closest.
    fn refusal(&self, system: OnAxis, server: usize) -> Decision {
        let facts =
            self.servers.get(server).cloned().unwrap_or_default().with(self.setup.workstation, [system], self.table);
        let open = decide(self.table, &facts, self.strict);
        if open.verdict() != Verdict::Undetermined {
            return open;
        }
        let tried = self.table[self.setup.level]
            .inside()
            .filter_map(|level| self.facts(system, level, server))
            .map(|facts| decide(self.table, &facts, self.strict));
        tried
            .min_by_key(|decision| match decision.verdict() {
                Verdict::Supported => 0,
                Verdict::Undetermined => 1,
                Verdict::Undocumented => 2,
                Verdict::Unsupported => 3,
            })
            .unwrap_or(open)
    }

    /// Pairs that no station serves together though each can be served, with the exclusion that always stands between them.
    fn conflicts(&self, stations: &[Station]) -> Vec<Conflict> {
        let mut conflicts = Vec::new();
        for one in 0..self.servers.len() {
            for other in one + 1..self.servers.len() {
                let of = |server: usize| stations.iter().filter(move |station| station.serves.contains(&server));
                let together = of(one).any(|station| station.serves.contains(&other));
                if !together && of(one).next().is_some() && of(other).next().is_some() {
                    conflicts
                        .push(Conflict { pair: (one, other), exclusion: self.always_excluded(stations, one, other) });
                }
            }
        }
        conflicts
    }

    /// An exclusion that keeps the two apart whatever stations serve them.
    fn always_excluded(&self, stations: &[Station], one: usize, other: usize) -> Option<usize> {
        let needs_of = |server: usize| {
            let serving = stations.iter().filter(move |station| station.serves.contains(&server));
            serving.map(|station| self.needs(station.system, station.level, server)).collect::<Vec<_>>()
        };
        let (ones, others) = (needs_of(one), needs_of(other));
        let apart = |exclusion: &usize| {
            self.setup.exclusions.get(*exclusion).is_some_and(|exclusion| {
                ones.iter().all(|here| others.iter().all(|there| keeps_apart(exclusion, here, there)))
            })
        };
        (0..self.setup.exclusions.len()).find(apart)
    }

    /// The fewest stations that serve all wanted servers. Earlier stations are preferred, so the given system is kept if it can be.
    fn fewest(&self, stations: &[Station], wanted: &[usize]) -> Vec<Station> {
        let count = if wanted.len() <= MOST_EXACT { smallest_cover(stations, wanted) } else { None };
        let chosen = count.unwrap_or_else(|| greedy_cover(stations, wanted));
        let mut left: Vec<usize> = wanted.to_vec();
        let mut split = Vec::new();
        for station in chosen.into_iter().filter_map(|at| stations.get(at)) {
            let serves: Vec<usize> = station.serves.iter().copied().filter(|server| left.contains(server)).collect();
            left.retain(|server| !serves.contains(server));
            split.extend(self.station(station.system, station.level, serves));
        }
        split
    }
}

/// Whether one of these capabilities cannot be on the computer that has one of the others.
fn keeps_apart(exclusion: &Exclusion, here: &[usize], there: &[usize]) -> bool {
    let concerns = |capability: &&usize| exclusion.capabilities.contains(capability);
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
            let serves = &stations.get(at)?.serves;
            let left: Vec<usize> = wanted.iter().copied().filter(|server| !serves.contains(server)).collect();
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
            stations.get(*at).map_or(0, |station| station.serves.iter().filter(|server| left.contains(server)).count())
        };
        let Some(best) = (0..stations.len()).rev().max_by_key(gain).filter(|best| gain(best) > 0) else { break };
        if let Some(station) = stations.get(best) {
            left.retain(|server| !station.serves.contains(server));
        }
        chosen.push(best);
    }
    chosen
}
