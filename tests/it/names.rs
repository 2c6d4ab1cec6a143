//! Names: what people, inventories and directories write, and which values it can mean. A name is read as a whole; one that
//! nobody knows never becomes a neighbour.

use canmanage::knowledge::{Knowledge, Value, Vocabulary};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization as _;

use crate::folder::{self, toml_of};

/// The ids a name can mean, and whether that is said to be unclear.
fn read(vocabulary: &str, name: &str) -> (Vec<String>, bool) {
    let knowledge = knowledge();
    let vocabulary = find(&knowledge, vocabulary);
    vocabulary.read(name).map_or((Vec::new(), false), |reading| {
        (reading.values.iter().map(|value| vocabulary[*value].id.clone()).collect(), reading.ambiguous)
    })
}

fn knowledge() -> Knowledge {
    canmanage::embedded::knowledge().expect("embedded")
}

fn find<'k>(knowledge: &'k Knowledge, id: &str) -> &'k Vocabulary {
    knowledge.vocabularies().find(|vocabulary| vocabulary.id == id).expect(id)
}

/// Display names and aliases.
fn spoken(value: &Value) -> Vec<String> {
    ["en", "ko"].map(|language| value.name.get(language).to_owned()).into_iter().chain(value.aliases.clone()).collect()
}

fn names(row: &str) -> impl Iterator<Item = &str> {
    row.split('|').map(str::trim)
}

/// Rows of an id and names parted by `|`. Each name must mean that value, and it alone.
#[track_caller]
fn mean(vocabulary: &str, rows: &str) {
    for row in rows.lines().filter(|line| !line.trim().is_empty()) {
        let (id, spellings) = row.trim().split_once(": ").expect(row);
        for name in names(spellings) {
            assert_eq!(read(vocabulary, name), (vec![id.to_owned()], false), "`{name}`");
        }
    }
}

/// Each name can mean each of the values, and it is said that it is unclear.
#[track_caller]
fn unclear(vocabulary: &str, spellings: &str, ids: &[&str]) {
    for name in names(spellings) {
        assert_eq!(read(vocabulary, name), (ids.iter().map(|id| (*id).to_owned()).collect(), true), "`{name}`");
    }
}

#[track_caller]
fn unknown<'n>(vocabulary: &str, names: impl IntoIterator<Item = &'n str>) {
    for name in names {
        assert_eq!(read(vocabulary, name).0, Vec::<String>::new(), "{vocabulary}: `{name:.40}`");
    }
}

#[test]
fn windows_systems_go_by_many_names() {
    mean(
        "windows",
        "
        windows-xp: xp | XP | WinXP | Windows XP | 윈도우 XP | XP SP2 | Windows XP Professional | MS Windows XP
        windows-xp: Windows XP Professional SP3 | Windows XP Professional, Service Pack 3 | Microsoft(R) Windows XP
        windows-xp: 5.1 (2600) | 5.1.2600 | 5.1.2600 Service Pack 3 Build 2600
        windows-xp-x64: XP x64 | Windows XP Professional x64 Edition | Windows XP x64 | WinXP 64-bit
        windows-xp-home: XP Home | Windows XP Home Edition
        windows-vista: vista | Windows Vista™ Enterprise | Windows Vista? Enterprise | 윈도우 비스타 | Vista x64
        windows-vista: Windows VistaT Enterprise | Windows Vista (TM) Business | Vista SP1 | Windows Vistaâ„¢ Enterprise
        windows-vista: 6.0 (6000) | 6.0.6000
        windows-7: Windows 7 Enterprise | win7 | WIN 7 | Windows 7 Professional K | 윈도우 7
        windows-2000: 2000 | Windows 2000 Professional | W2K | Windows 2000 SP4
        windows-server-2003: 2003 | 2k3 | W2K3 | WS2003 | Windows Server 2003 | 윈도우 서버 2003 | 2003 R2 | W2K3R2
        windows-server-2003: Windows(R) Server 2003, Enterprise Edition | Windows Server 2003 x64 | Windows Server 2003 R2
        windows-server-2003: Microsoft(R) Windows(R) Server 2003, Enterprise Edition | Windows Server 2003, Standard x64 Edition
        windows-server-2003-rtm: 2003 RTM | Windows Server 2003 SP0
        windows-server-2003-sp1: Windows Server 2003 SP1 | W2K3 SP1 | 2003 R2 SP1 | 2003, Service Pack 1
        windows-server-2003-sp2: 2003 SP2 | Windows Server 2003 Enterprise x64 Edition Service Pack 2
        windows-server-2008: 2008 | 2k8 | W2K8 | WS08 | WS2008 | 윈도우 서버 2008 | 윈도우서버 2008
        windows-server-2008: Windows Server® 2008 Enterprise | Windows Server? 2008 Enterprise | Windows Server\u{fffd} 2008
        windows-server-2008: Windows ServerÂ® 2008 Enterprise | Microsoftr Windows Serverr 2008 Standard
        windows-server-2008: Windows  Server  2008   x64 | Windows Server 2008 Standard without Hyper-V | 2008 (ko-kr)
        windows-server-2008-core: Server Core | Windows Server 2008 Core | 2008 core | 서버 코어
        windows-server-2008-r2: 2008 R2 | 2008r2 | W2K8R2 | Windows Server 2008 R2 Enterprise | win2k8 r2
        ",
    );
}

#[test]
fn exchange_releases_go_by_many_names() {
    mean(
        "exchange",
        "
        exchange-2007-rtm: rtm | Exchange 2007 RTM | E2K7 RTM | 8.0 | 8.0.685.24 | 8.0.685.25 | 8.00.0685.025
        exchange-2007-rtm: Version 8.0 (Build 685.25) | Exchange Server 2007 RTM Update Rollup 7
        exchange-2007-sp1: sp1 | SP 1 | Service Pack 1 | 서비스 팩 1 | Exchange Server 2007 SP1 | Exch 2007 SP1 | E2K7 SP1
        exchange-2007-sp1: 8.1 | 8.1.240.6 | 8.01.0240.006 | 08.01.0240.006 | Version 8.1 (Build 240.6)
        exchange-2007-sp1: Exchange 2007 SP1 RU5 | 익스체인지 2007 서비스 팩 1 | Exchange2007 SP1 x64
        exchange-2007-sp1: Microsoft(R) Exchange Server 2007 Enterprise Edition SP1 | Exchange Server 2007, Service Pack 1 (en-us)
        exchange-2007-sp2: sp2 | Version 8.2 (Build 176.2) | 8.2.305.3 | Exchange 2007 SP2 Update Rollup 5
        exchange-2007-sp3: sp3 | 8.3.83.6 | 8.3.083.6 | 8.3.279.6 | Exchange 2007 SP3 RU8v3
        exchange-2003: Exchange 2003 | 2003 | 6.5 | Version 6.5 (Build 7638.2: Service Pack 2) | Exchange Server 2003 SP2 | e2k3
        exchange-2010: Exchange 2010 | Exchange 2010 SP1 | 14.1.218.15 | Version 14.3 (Build 123.4)
        exchange-2013: Exchange 2013 CU5 | 15.0.516.32 | Version 15.0 (Build 516.32) | 15.0
        ",
    );
}

#[test]
fn topologies_go_by_many_names() {
    mean(
        "topology",
        "
        ccr: CCR | NonShared | Cluster Continuous Replication | 클러스터 연속 복제 | CCR cluster
        scc: scc | Shared | single copy cluster | 단일 복사본 클러스터
        standalone: standalone | stand-alone | stand alone | Disabled | 독립 실행형 | 독립 실행형 서버
        standalone: not clustered | non-clustered | unclustered
        ",
    );
    let both = (vec!["ccr".to_owned(), "scc".to_owned()], false);
    for name in
        names("clustered | CMS | EVS | Exchange Virtual Server | 클러스터된 사서함 서버 | clustered mailbox server")
    {
        assert_eq!(read("topology", name), both, "{name}");
    }
}

#[test]
fn a_name_that_fits_two_values_allows_for_both() {
    unclear("windows", "5.2 (3790) | 5.2.3790 | 5.2", &["windows-xp-x64", "windows-server-2003"]);
    let numbers = "6.0 (6001) | 6.0 (6002) | 6.0.6001 | 6.0.6001 Service Pack 1 Build 6001";
    unclear("windows", numbers, &["windows-vista", "windows-server-2008"]);
    unclear("windows", "6.1 | 6.1 (7600) | 6.1.7601", &["windows-7", "windows-server-2008-r2"]);
    unclear("windows", "Win2k8", &["windows-server-2008", "windows-server-2008-r2"]);
    unclear("windows", "R2", &["windows-server-2003", "windows-server-2008-r2"]);
    let levels = ["exchange-2007-rtm", "exchange-2007-sp1", "exchange-2007-sp2"];
    unclear("exchange", "2007 | Exchange 2007 | Exchange Server 2007 | E2K7 | 익스체인지 2007", &levels);
}

#[test]
fn a_name_that_is_written_as_one_word_is_read_whole_in_a_question() {
    for name in ["2008 R2", "2008R2", "W2K8R2", "win2008r2", "WS2008R2"] {
        let facts = crate::questions::facts(&format!("Exchange 2007 SP2 on {name}?"));
        assert!(facts["on"].iter().eq(["windows-server-2008-r2"]), "{name}: {facts:?}");
    }
}

#[test]
fn host_names_and_strangers_stay_unknown() {
    let windows = [
        "WIN03X64 | SELNODE1 | ADM-XP01 | ADM-2K803 | XP-PC | 2008-DC01 | SRV2008R2", // host names
        "Windows 8 | Windows 8.1 | Windows 10 | Windows 11 | Windows 95 | Windows NT 4.0 | Windows ME | 6.2 (9200) | 10.0",
        "Windows Server 2012 | Windows Server 2012 R2 | Windows Server 2016 | Linux | Ubuntu 8.04 | macOS",
        "xpx | vistas | 2oo8 | 20088 | 0 | -1 | = | Exchange 2007 | sp1 | CCR",
        "Hyper-V Server 2008 | Microsoft Hyper-V Server 2008 | Hyper-V",
        "Windows | Server | Windows Server | Microsoft", // noise alone tells nothing
    ];
    for row in windows {
        unknown("windows", names(row));
    }
    let exchange = [
        "Exchange 2016 | Exchange 2019 | 15.1 | 15.1.225.42 | Version 15.2 (Build 221.12) | Exchange 2000 | 6.0 | Exchange 5.5",
        "8 | 8.9 | 8.9.1.1 | 9.0 | 80.1 | 8.10 | sp9 | sp11 | Exchange 2007 SP9 | RU5 | rollup 5 | 8.1beta | 8..1",
        "Exchange | Exchange Server | 0.1 (8.0.535.0) | SEL-CMS01 | Windows XP", // the third is no AdminDisplayVersion (M25)
    ];
    for row in exchange {
        unknown("exchange", names(row));
    }
}

#[test]
fn what_is_no_name_stays_unknown() {
    let nothing = ["", " ", "\t\n", "®", "(R)(TM)", "?", ",", "-", ".", "\u{0}", "\u{1b}[31m", "\u{202e}", "\u{feff}"];
    let long = ["8.1.", "(", "xp ", "a"].map(|piece| piece.repeat((1 << 20) / piece.len()));
    for vocabulary in ["windows", "exchange", "topology", "packages", "node-role", "upgrade-method"] {
        unknown(vocabulary, nothing);
        unknown(vocabulary, long.iter().map(String::as_str).chain(["18446744073709551616.1"]));
    }
}

#[test]
fn every_published_build_has_the_level_of_its_first_two_numbers_however_it_is_written() {
    let knowledge = knowledge();
    let exchange = find(&knowledge, "exchange");
    let mut builds = 0;
    for value in &exchange.values {
        for known in &value.known_builds {
            let [major, minor, build, revision] = known.number[..] else { panic!("four parts: {}", known.build) };
            let level = ["rtm", "sp1", "sp2", "sp3"][usize::try_from(minor).expect("small")];
            assert_eq!((major, value.id.as_str()), (8, format!("exchange-2007-{level}").as_str()), "{}", known.build);
            for shape in [
                known.build.clone(),
                format!("{major}.{minor}.{build:03}.{revision}"),
                format!("{major:02}.{minor:02}.{build:04}.{revision:03}"),
                format!("Version {major}.{minor} (Build {build}.{revision})"),
            ] {
                assert_eq!(read("exchange", &shape), (vec![value.id.clone()], false), "{shape}");
                let found = exchange.known_build(&shape).map(|(_, found)| found.name.as_str());
                assert_eq!(found, Some(known.name.as_str()), "{shape}");
            }
            builds += 1;
        }
    }
    assert_eq!(builds, 9 + 11 + 6 + 27, "one for each row of the two published lists");
}

#[test]
fn a_patch_level_behind_a_name_means_what_is_called_so_and_takes_it() {
    let pack = folder::knowledge("tests/packs/version-skew");
    let releases = find(&pack, "releases");
    for name in ["Kubernetes 1.28.4", "kubernetes v1.28.4", "k8s 1.28.14", "쿠버네티스 1.28.4", "v1.28.4", "1.28"]
    {
        let read = releases.read(name).unwrap_or_else(|| panic!("`{name}` is unknown"));
        assert_eq!(read.values.iter().map(|at| releases[*at].id.as_str()).collect::<Vec<_>>(), ["v1-28"], "`{name}`");
    }
    for name in ["kubelet 1.28.4", "Kubernetes 1.2.84", "Kubernetes 28.4", "my cluster 1.28.4"] {
        assert!(releases.read(name).is_none(), "`{name}` is a stranger");
    }
    let head = "format = \"1.0.0\"\nname = \"n\"\nversion = \"1.0.0\"\nlanguages = [\"en\"]\ndefault-table = \"t\"\n";
    let text = |text: &str| format!("{{ en = \"{text}\" }}");
    let value = |id: &str, name: &str, build: &str, alias: &str| {
        format!("[value.{id}]\nname = {}\nbuilds = [\"{build}\"]\naliases = [\"{alias}\"]\n", text(name))
    };
    let values = value("python-3-8", "Python 3.8", "3.8", "cpython 3.8")
        + &value("python-3-11", "Python 3.11", "3.11", "cpython 3.11")
        + &value("r550", "Driver R550", "550", "driver 550");
    let files = folder::in_memory(&[
        ("knowledge.toml", format!("{head}title = {}\n", text("t"))),
        (
            "tables/t.toml",
            format!(
                "title = {0}\nquestion = {0}\n[[axis]]\nid = \"a\"\nvocabulary = \"v\"\ntitle = {0}\nquestion = {0}\ninside = [\"python-3-8\"]\n",
                text("t")
            ),
        ),
        ("vocabulary/v.toml", format!("title = {}\n{values}", text("v"))),
    ]);
    let knowledge = folder::compiled(&files).0.expect("it compiles");
    let vocabulary = find(&knowledge, "v");
    for (name, id) in [
        ("Python 3.8.10", Some("python-3-8")),
        ("CPython 3.11.2", Some("python-3-11")),
        ("Driver 550.54.14", Some("r550")),
        ("550.78", Some("r550")),
        ("3.8.10", Some("python-3-8")),
        ("Python 3.1.1", None),
        ("Python 550.54", None),
        ("Ruby 3.8.10", None),
        ("my Python 3.8.10", None),
        ("Python 3.8.10 or so", None),
    ] {
        let read = vocabulary.read(name).map(|read| vocabulary[read.values[0]].id.clone());
        assert_eq!(read.as_deref(), id, "`{name}`");
    }
}

#[test]
fn every_id_alias_and_display_name_means_its_own_value_in_any_case() {
    for vocabulary in knowledge().vocabularies() {
        for value in &vocabulary.values {
            let names = spoken(value).into_iter().chain([value.id.clone()]);
            for name in names.flat_map(|name| [name.to_uppercase(), format!("  {name} "), name]) {
                assert_eq!(read(&vocabulary.id, &name), (vec![value.id.clone()], false), "`{name}`");
            }
        }
    }
}

#[test]
fn names_are_the_same_in_either_unicode_form() {
    // Hangul in single letters, as macOS writes it, and full-width Latin
    mean("windows", "windows-vista: \u{1107}\u{1175}\u{1109}\u{1173}\u{1110}\u{1161} | Ｖｉｓｔａ");
}

/// Names made of pieces of names, so that many are almost one.
fn almost_names() -> impl Strategy<Value = String> {
    let pieces = "windows|server|2008|2003|xp|vista|r2|sp|1|2|8.1|240.6|(|)|(R)|®|?|,|.|core|exchange|2007|rtm|ru5|x64|팩|서비스|\
                  Build|Version|\u{1b}|r|t|beta|16";
    let piece = prop::sample::select(pieces.split('|').map(str::to_owned).collect::<Vec<_>>());
    prop::collection::vec(prop_oneof![4 => piece, 1 => "\\PC{0,4}"], 0..8)
        .prop_flat_map(|pieces| prop_oneof![Just(pieces.concat()), Just(pieces.join(" "))])
}

/// Whether a name holds a word of the vocabulary, or the first number of some build. Words may have come apart (`sp 1`).
fn familiar(vocabulary: &Vocabulary, name: &str) -> bool {
    let values = vocabulary.values.iter().flat_map(|value| spoken(value).into_iter().chain([value.id.clone()]));
    let groups = vocabulary.groups.iter().flat_map(|group| group.aliases.iter().chain([&group.id])).cloned();
    let builds = vocabulary.values.iter().flat_map(|value| {
        value.builds.iter().map(|build| build.to_string().chars().take_while(char::is_ascii_digit).collect::<String>())
    });
    let bare = |text: &str| text.nfkc().flat_map(char::to_lowercase).collect::<String>();
    let name: String = bare(name).chars().filter(|c| c.is_alphanumeric()).collect();
    values
        .chain(groups)
        .chain(builds)
        .chain(rewritten(&vocabulary.id))
        .any(|own| bare(&own).split(|c: char| !c.is_alphanumeric()).any(|word| !word.is_empty() && name.contains(word)))
}

/// Spellings that the file of a vocabulary makes equal to others.
fn rewritten(vocabulary: &str) -> Vec<String> {
    let file: toml::Table = toml_of(&format!("data/vocabulary/{vocabulary}.toml"));
    let pairs = file.get("rewrite").and_then(toml::Value::as_array).into_iter().flatten();
    pairs.filter_map(|pair| pair[0].as_str().map(str::to_owned)).collect()
}

proptest! {
    #[test]
    fn no_text_breaks_the_reading_and_no_stranger_is_read(name in prop_oneof![any::<String>(), almost_names()]) {
        let knowledge = knowledge();
        for vocabulary in knowledge.vocabularies() {
            if let Some(reading) = vocabulary.read(&name) {
                prop_assert!(!reading.values.is_empty() && reading.values.is_sorted());
                prop_assert!(reading.values.iter().all(|value| value.index() < vocabulary.values.len()));
                prop_assert!(familiar(vocabulary, &name), "{name:?} was read as one of {}", vocabulary.id);
            }
            prop_assert!(vocabulary.near(&name).len() <= 3);
        }
    }

    #[test]
    fn signs_case_and_spaces_never_change_what_a_name_means(at in any::<prop::sample::Index>(), sign in "[®™?,]| {1,3}|\\(R\\)") {
        let knowledge = knowledge();
        let values = &find(&knowledge, "windows").values;
        let value = &values[at.index(values.len())];
        let damaged = value.name.get("en").to_uppercase().replace(' ', &format!("{sign} "));
        prop_assert_eq!(read("windows", &damaged), (vec![value.id.clone()], false), "{}", damaged);
    }
}
