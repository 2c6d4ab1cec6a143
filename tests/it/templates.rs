//! Questions made of templates and of names in many spellings, and the proof that most of them are read as they are written.

use proptest::prelude::*;
use proptest::sample::Index;

/// Ways to say a value of an axis, per value: English and Korean names, damaged ones too.
const SYSTEMS: [(&str, &[&str]); 9] = [
    ("windows-xp", &["XP", "Windows XP", "XP SP3", "winxp pro", "WINDOWS XP PROFESSIONAL", "윈도우 XP"]),
    ("windows-vista", &["Vista", "Windows Vista Business", "vista sp1", "비스타", "윈도우 비스타"]),
    ("windows-server-2003", &["2003", "W2K3", "Windows Server 2003", "2003 R2", "윈도우 서버 2003"]),
    ("windows-server-2008", &["Windows Server 2008", "WS2008", "server 2008", "윈도우 서버 2008"]),
    ("windows-7", &["Windows 7", "win7", "윈도우 7"]),
    ("windows-server-2008-r2", &["2008 R2", "Windows Server 2008 R2", "서버 2008 R2"]),
    ("windows-xp-x64", &["XP x64", "XP Professional x64 Edition"]),
    ("windows-2000", &["Windows 2000", "Win2k", "윈도우 2000"]),
    ("windows-server-2008-core", &["Server Core 2008", "2008 Core"]),
];

const LEVELS: [(&str, &[&str]); 7] = [
    ("exchange-2007-rtm", &["Exchange 2007 RTM", "RTM", "익스체인지 2007 RTM"]),
    ("exchange-2007-sp1", &["Exchange 2007 SP1", "SP1", "E2K7 SP1", "8.1.240.6", "익스체인지 2007 서비스 팩 1"]),
    ("exchange-2007-sp2", &["Exchange 2007 SP2", "SP2", "Exchange 2007 service pack 2", "8.02.0176.002"]),
    ("exchange-2007-sp3", &["Exchange 2007 SP3", "Exch 2007 SP3"]),
    ("exchange-2003", &["Exchange 2003", "익스체인지 2003"]),
    ("exchange-2010", &["Exchange 2010", "E2010"]),
    ("exchange-2013", &["Exchange 2013"]),
];

const KINDS: [(&str, &[&str]); 4] = [
    ("ccr", &["CCR", "cluster continuous replication", "ccr"]),
    ("scc", &["SCC", "single copy cluster"]),
    ("standalone", &["standalone server", "stand-alone"]),
    ("clustered", &["clustered mailbox server", "CMS", "클러스터된 사서함 서버"]),
];

/// Sentences with `<from>`, `<tools>`, `<server>`, `<on>` and `<kind>`. What stands in square brackets is left out where its value is
/// not told.
const TEMPLATES: [&str; 10] = [
    "Can I manage an [<server>] <kind> [on <on>] from [<from>][ with the <tools> tools]?",
    "[from <from> ]to [<on> ]<kind>[, mailbox server is <server>][, console <tools>] - ok?",
    "My workstation runs [<from>]. [The <tools> console is installed on it. ]The <kind> is [<server> ][on <on> nodes]. Is that supported?",
    "User has [<from> workstation][ with <tools> EMC], wants to administer [<server> ]<kind>[ nodes running <on>]",
    "Our mailbox cluster (<kind>[, <server>][, nodes on <on>]) should be managed[ from a <from> box][ that has the <tools> management tools].",
    "MANAGE <kind>[ RUNNING <on>][ WITH <server>][ FROM <from>][ AND <tools> CONSOLE] POSSIBLE",
    "[<from>에서 ][<on>에 있는 ][<server> ]<kind>을 [<tools> 콘솔로 ]관리할 수 있나요?",
    "제 PC는 [<from>]이고 [관리 도구는 <tools>입니다. ]서버는 <kind>[, 노드는 <on>][, 사서함 서버는 <server>]입니다. 관리가 됩니까?",
    "[<from> PC에서 ][<tools> 관리 콘솔로 ][윈도우는 <on>인 ]<kind> [<server> ]관리 가능?",
    "I RDP to the [<on> ]node of our [<server> ]<kind>[ from <from>] and run the [<tools> ]console there, fine?",
];

/// A sentence with the names that were chosen; an axis that was not is left out with what hangs on it.
fn sentence(template: &str, names: &[(&str, Option<&str>)]) -> String {
    let mut told = String::new();
    for piece in template.split_inclusive(['[', ']']) {
        let optional = piece.ends_with(']');
        let mut text = piece.trim_end_matches(['[', ']']).to_owned();
        let mut missing = false;
        for (axis, name) in names {
            let slot = format!("<{axis}>");
            missing |= name.is_none() && text.contains(&slot);
            text = text.replace(&slot, name.unwrap_or_default());
        }
        if !(optional && missing) {
            told.push_str(&text);
        }
    }
    told
}

/// For each axis whether it is told, which value, and how it is written.
pub type Choice = (bool, Index, Index);

pub fn choices() -> impl Strategy<Value = Vec<Choice>> {
    prop::collection::vec((prop::bool::weighted(0.75), any::<Index>(), any::<Index>()), 5)
}

fn chosen<'n>(choice: &Choice, values: &'n [(&str, &[&'n str])]) -> Option<&'n str> {
    let (told, value, name) = choice;
    let (_, names) = values[value.index(values.len())];
    told.then(|| names[name.index(names.len())])
}

/// A question out of a template and choices of names.
pub fn generated(template: Index, choices: &[Choice]) -> String {
    let names = [
        ("from", chosen(&choices[0], &SYSTEMS)),
        ("tools", chosen(&choices[1], &LEVELS)),
        ("server", chosen(&choices[2], &LEVELS)),
        ("on", chosen(&choices[3], &SYSTEMS)),
        ("kind", chosen(&(true, choices[4].1, choices[4].2), &KINDS)),
    ];
    sentence(TEMPLATES[template.index(TEMPLATES.len())], &names)
}

/// What must not stand around questions in the generated part: most are read as they are written, whatever the values.
#[test]
fn templates_are_read_as_they_are_written() {
    let told = [("from", 0), ("tools", 1), ("server", 1), ("on", 2), ("kind", 0)];
    for template in TEMPLATES {
        let name = |axis: &str, at: usize| match axis {
            "from" | "on" => SYSTEMS[at].1[1],
            "kind" => KINDS[at].1[0],
            _ => LEVELS[at].1[0],
        };
        let names = told.map(|(axis, at)| (axis, Some(name(axis, at))));
        let question = sentence(template, &names);
        let told = crate::questions::told(&question);
        assert_eq!(told.table.as_deref(), Some("manage"), "{question}");
        let session = template.contains("RDP");
        let from = if session { "windows-server-2003" } else { "windows-xp" };
        for (axis, value) in [
            ("from", from),
            ("tools", "exchange-2007-sp1"),
            ("server", "exchange-2007-sp1"),
            ("on", "windows-server-2003"),
            ("kind", "ccr"),
        ] {
            let got = told.facts.get(axis).map(|values| values.iter().map(String::as_str).collect::<Vec<_>>());
            assert_eq!(got, Some(vec![value]), "{axis} of: {question}\n{told:?}");
        }
    }
}
