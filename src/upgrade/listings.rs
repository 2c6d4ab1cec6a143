//! What a cluster says of itself: the output of commands that list its nodes, its groups and the state of its servers.
//!
//! A table is read by the row of hyphens below its head, so its language does not matter; a report by its keys, which are names of
//! properties. Columns are those of a terminal, on which a Hangul syllable takes two.

use unicode_width::UnicodeWidthChar as _;

use super::said::{ClusterSaid, GroupSaid, NodeSaid, ServerSaid};

/// The nodes: name, number, status.
pub fn nodes(text: &str) -> Option<ClusterSaid> {
    let rows = rows(text)?;
    let node = |row: &Vec<String>| NodeSaid { name: first(row), status: row.last().cloned(), ..NodeSaid::default() };
    Some(ClusterSaid { node: rows.iter().map(node).collect(), ..ClusterSaid::default() })
}

/// The groups: name, node, status. A server is one of them. A long name moves what stands behind it, so that only the name of a
/// node tells where it ends.
pub fn groups(text: &str, nodes: &[NodeSaid]) -> Option<ClusterSaid> {
    let is_node = |word: &str| nodes.iter().any(|node| node.name.eq_ignore_ascii_case(word));
    let group = |row: Vec<String>| {
        let line = row.join(" ");
        let around = |at: usize, node: &str| (line.get(..at), line.get(at + node.len()..));
        let found =
            line.rsplit(' ').find(|word| is_node(word)).filter(|_| !row.get(1).is_some_and(|node| is_node(node)));
        let moved = found.and_then(|node| match around(line.rfind(node)?, node) {
            (Some(name), Some(state)) => Some([name, node, state].map(|cell| cell.trim().to_owned())),
            _ => None,
        });
        let mut cells = moved.map_or(row, Vec::from).into_iter();
        let mut next = || cells.next().unwrap_or_default();
        GroupSaid { name: next(), node: next(), state: Some(next()) }
    };
    Some(ClusterSaid { group: Some(rows(text)?.into_iter().map(group).collect()), ..ClusterSaid::default() })
}

/// The servers: a report with a line for each property.
pub fn status(text: &str) -> Option<ClusterSaid> {
    let mut servers: Vec<ServerSaid> = Vec::new();
    for (key, value) in properties(text) {
        match (key.as_str(), servers.last_mut()) {
            ("Identity", _) => servers.push(ServerSaid { name: value, ..ServerSaid::default() }),
            ("State", Some(server)) => server.state = Some(value),
            // Whatever its state is called, it is not whole.
            ("FailedResources", Some(server)) if !value.trim_matches(['{', '}', ' ']).is_empty() => {
                server.state = Some(format!("{key}: {value}"));
            }
            ("OperationalMachines", Some(server)) => {
                // `{NODE1 <Active>, NODE2}`; a list that was too long ends in `...` and names nobody for sure.
                let list = value.trim_matches(['{', '}']);
                let names = list.split(',').filter_map(|name| name.split_whitespace().next());
                if !list.contains("...") {
                    server.machines = names.map(str::to_owned).collect();
                }
                let active = list.split(',').find(|name| name.contains("<Active"));
                server.node = active.and_then(|name| name.split_whitespace().next()).map(str::to_owned);
            }
            _ => {}
        }
    }
    (!servers.is_empty()).then(|| ClusterSaid { server: servers, ..ClusterSaid::default() })
}

/// `Key : value`, where a value may go on in lines that are indented.
fn properties(text: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        match line.split_once(" : ").or_else(|| line.trim_end().strip_suffix(" :").map(|key| (key, ""))) {
            Some((key, value)) if !line.starts_with(' ') => {
                found.push((key.trim().to_owned(), value.trim().to_owned()));
            }
            _ if line.starts_with(' ') => {
                if let Some((_, value)) = found.last_mut() {
                    value.push(' ');
                    value.push_str(line.trim());
                }
            }
            _ => {}
        }
    }
    found
}

/// The rows of a table, cell by cell.
fn rows(text: &str) -> Option<Vec<Vec<String>>> {
    let mut lines = text.lines();
    let ruler = lines.find(|line| line.starts_with("--") && line.chars().all(|c| c == '-' || c == ' '))?;
    let mut starts = vec![0];
    starts.extend(ruler.match_indices(" -").map(|(at, _)| at + 1));
    let rows = lines.filter(|line| !line.trim().is_empty()).map(|line| cells(line, &starts));
    Some(rows.filter(|row| row.iter().all(|cell| !cell.is_empty())).collect())
}

/// The cells of a row: each begins with the first word that is not left of its column.
fn cells(line: &str, starts: &[usize]) -> Vec<String> {
    let mut cells = vec![String::new()];
    let (mut column, mut blank) = (0, false);
    for c in line.trim_end().chars() {
        let begins = starts.get(cells.len()).is_some_and(|start| column >= *start) && (blank && c != ' ');
        if begins {
            cells.push(String::new());
        }
        cells.last_mut().into_iter().for_each(|cell| cell.push(c));
        column += c.width().unwrap_or(0);
        blank = c == ' ';
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

fn first(row: &[String]) -> String {
    row.first().cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROUPS: &str = "\
리소스 그룹의 상태를 나열합니다.

그룹                 노드            상태
-------------------- --------------- ------
클러스터 그룹        SELNODE2        온라인
SEL-CMS01            SELNODE1        부분적으로 온라인
A group with a very long name SELNODE1 Online Pending
";

    #[test]
    fn a_table_is_read_in_any_language() {
        let node = NodeSaid { name: "SELNODE1".to_owned(), ..NodeSaid::default() };
        let said = groups(GROUPS, &[node]).and_then(|said| said.group).expect("groups");
        let told: Vec<_> =
            said.iter().map(|one| (one.name.as_str(), one.node.as_str(), one.state.as_deref())).collect();
        assert_eq!(
            told,
            [
                ("클러스터 그룹", "SELNODE2", Some("온라인")),
                ("SEL-CMS01", "SELNODE1", Some("부분적으로 온라인")),
                ("A group with a very long name", "SELNODE1", Some("Online Pending")),
            ]
        );
        assert_eq!(groups("no table", &[]), None);
    }

    #[test]
    fn a_right_aligned_number_is_a_cell_of_its_own() {
        let text = "Node           Node ID Status\n-------------- ------- ------\nSELNODE1             1 Up\n";
        let said = nodes(text).expect("nodes");
        assert_eq!((said.node[0].name.as_str(), said.node[0].status.as_deref()), ("SELNODE1", Some("Up")));
    }

    #[test]
    fn a_report_may_be_wrapped_and_hold_several_servers() {
        let text = "Identity : A\nState : Offline\nOperationalMachines : {N1,\n                      N2 <Active>}\nIdentity : B\nState : Online\n";
        let said = status(text).expect("servers");
        assert_eq!(said.server.iter().map(|server| server.name.as_str()).collect::<Vec<_>>(), ["A", "B"]);
        assert_eq!(
            (said.server[0].machines.as_slice(), said.server[0].node.as_deref()),
            (&["N1".to_owned(), "N2".to_owned()][..], Some("N2"))
        );
    }
}
