//! Mistakes one at a time: what is changed in `data/`, and the one finding that it must cause at its line.

/// A damage to data/ and the one finding it must cause, at the line on which the last text stands.
pub struct Damage {
    pub code: &'static str,
    pub what: &'static str,
    pub change: (&'static str, String, String),
    /// None: on whichever line.
    pub at: Option<String>,
}

pub fn damages() -> Vec<Damage> {
    DAMAGES.trim().replace("\n    ", " ").leak().lines().map(damage).collect()
}

fn damage(row: &'static str) -> Damage {
    let cells: Vec<&str> = row.split(" |").map(str::trim).collect();
    let text = |cell: usize| cells[cell].replace('⏎', "\n");
    let at = cells.get(5).map_or_else(|| Some(text(4)), |at| (*at != "-").then(|| (*at).to_owned()));
    Damage { code: cells[0], what: cells[1], change: (cells[2], text(3), text(4)), at }
}

/// A row a damage: code, what is meant, file, text that is there, text instead (⏎ ends a line), and where the finding
/// is told: at the text instead if nothing is said, on any line for `-`.
const DAMAGES: &str = r#"
unknown-key | unknown key | tables/manage.toml | as-of = | asof =
dangling-reference | one language | remedies.toml | ko = " | jp = " | -
wrong-total | a sum | tables/host.toml | unsupported = 1⏎ | unsupported = 2⏎ | [total.inside]
dangling-reference | a source | tables/host.toml | sources = ["cc296562"] | sources = ["cc296563"] | cc296563
dangling-reference | a place | tables/manage.toml | bb676559/managing-rtm | bb676559/managing-rmt | managing-rmt
dangling-reference | a value | tables/manage.toml | { from = "windows-7" } | { from = "windows-6" } | windows-6
dangling-reference | an axis | tables/host.toml |
    when = { on = "windows-server-2008-core" } | when = { no = "windows-server-2008-core" } | { no =
dangling-reference | an attribute | tables/manage.toml |
    attribute = "cluster-api" | attribute = "cluster-apy" | cluster-apy
bad-version | a build | vocabulary/exchange.toml | build = "8.1.240.6" | build = "8.1.x.6" | 8.1.x.6
invalid-value | a basis | tables/host.toml | basis = "stated" | basis = "certain" | "certain"
not-on-axis | a value of another axis | tables/host.toml |
    "exchange-2007-sp1", on = "windows-server-2003" }⏎because |
    "exchange-2007-sp1", on = "windows-server-2003-sp2" }⏎because | windows-server-2003-sp2
invalid-value | a range | tables/manage.toml | >=8.0.0, <9.0.0 | >=8.0.0, <nine | <nine
invalid-value | a form of a form | vocabulary/windows.toml |
    refines = "windows-server-2003" | refines = "windows-server-2003-sp1"
invalid-value | a date | sources.toml | date = "2011-11-14" | date = "14.11.2011" | 14.11.2011
unmet-need | a need | setup.toml | gives = "cluster-tools-2008"⏎ |  | [capability.cluster-tools-2008]
competing-steps | two steps | setup.toml |
    when = { from = ["windows-xp", "windows-xp-x64"] }⏎gives | when = { from = "windows-server-2003" }⏎gives | [step.adminpak-on-2003]
dangling-reference | a later step | setup.toml | after = ["powershell"] | after = ["rsat-clustering"]
failed-expectation | an expectation | expectations.toml |
    verdict = "unsupported" | verdict = "supported" | [expect.xp-to-2008-ccr]
dangling-reference | a table of cues | ask.toml | [table.host] | [table.hots]
dangling-reference | a table of a side | ask.toml |
    table = "manage"⏎axes = ["from" | table = "mangge"⏎axes = ["from" | mangge
dangling-reference | an axis of a side | ask.toml | axes = ["from", "tools"] | axes = ["form", "tools"] | "form"
dangling-reference | an axis of a session | ask.toml | moves = "from" | moves = "form" | moves =
dangling-reference | an axis with nouns of its own | ask.toml |
    [side.workstation.own.tools] | [side.workstation.own.tool]
dangling-reference | a subject | ask.toml | subject = ["package"] | subject = ["pakage"] | pakage
dangling-reference | a vocabulary of names | ask.toml | [names.topology] | [names.topologie]
dangling-reference | a vocabulary that is mentioned | ask.toml | { packages = 2 } | { pakages = 2 } | pakages
dangling-reference | a value that is implied | ask.toml | { kind = "clustered" } | { kind = "clusterd" } | clusterd
dangling-reference | a language of cues | ask.toml | ko = ["는", "은"] | jp = ["は"] | jp =
invalid-value | a cue without a word | ask.toml | ko = ["는", "은"] | ko = ["는", "- -"] | "- -"
unknown-key | a key of a side | ask.toml | moves = "from" | move = "from" | move =
unknown-key | a link | ask.toml | [link.back] | [link.bakc]
dangling-reference | a table of a procedure | procedures.toml | table = "upgrade" | table = "upgarde"
dangling-reference | a name of a procedure | procedures.toml |
    exchange-2007-rtm straight | exchange-2007-rmt straight | exchange-2007-rmt
dangling-reference | a source of a procedure | procedures.toml | bb676559/downtime | bb676559/downtme | downtme
dangling-reference | a remedy of a procedure | procedures.toml |
    remedies = ["upgrade-passive-first" | remedies = ["upgrade-pasive-first" | pasive
invalid-value | a procedure that decides nothing | procedures.toml | reply = "yes" | reply = "depends"
invalid-value | a reply of a procedure | procedures.toml | reply = "yes" | reply = "supported"
dangling-reference | an answer of a procedure in one language | procedures.toml |
    because.en = "Cluster nodes | because.xx = "Cluster nodes | -
unknown-key | a key of a procedure | procedures.toml | heard = | herd =
"#;
