//! What holds for all rules and all facts, whatever they are.

use canmanage::decide::{Conclusion, Decision, Facts, Said, decide};
use canmanage::diag::Code;
use canmanage::knowledge::{AxisId, Knowledge, OnAxis, Outcome, StatementId, Table};
use canmanage::model::{Basis, Verdict};
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};

use crate::{folder, oracle};

/// A rule of a generated folder as its lines of TOML, without its id.
fn rule() -> impl Strategy<Value = String> {
    let effect = prop::sample::select(vec!["permit", "forbid"]);
    let basis = prop::sample::select(vec!["stated", "reading", "inferred"]);
    (effect, basis, when()).prop_map(|(effect, basis, when)| {
        format!("[{effect}.ID]\nwhen = {when}\nbasis = \"{basis}\"\nbecause = {{ en = \"so\" }}\nsources = [\"s\"]\n")
    })
}

/// What the value of an axis must be: a name, a list, a negation, ranges, attributes, or any of these together.
fn terms() -> impl Strategy<Value = String> {
    let one_of = |all: &[&str]| prop::sample::select(all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>());
    let leaf = prop_oneof![
        one_of(&["\"v1\"", "\"v2\"", "\"v3\"", "\"v4\"", "\"v5\"", "\"all\""]),
        one_of(&[">=2", "<3", ">=1.1, <4", "=9"]).prop_map(|range| format!("{{ version = \"{range}\" }}")),
        one_of(&[">=3", "<3.1", "3.1", ">2.9, <=3.0", ">=3.1.5"])
            .prop_map(|range| format!("{{ build = \"{range}\" }}")),
        one_of(&[
            "a = \"x\"",
            "a = [\"x\", \"y\"]",
            "f = \">=550.54.14\"",
            "d = [\"<2025\", \"2026-03\"]",
            "d = \">=2025-06\""
        ])
        .prop_map(|own| format!("{{ attribute = {{ {own} }} }}")),
    ];
    leaf.prop_recursive(3, 8, 3, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(|items| format!("[{}]", items.join(", "))),
            inner.clone().prop_map(|not| format!("{{ not = {not} }}")),
            (inner, one_of(&["version = \"<4\"", "build = \">=2\"", "attribute = { a = \"x\", f = \">=1\" }"]))
                .prop_map(|(not, own)| format!("{{ not = {not}, {own} }}")),
        ]
    })
}

/// How the two axes relate.
fn relation() -> impl Strategy<Value = String> {
    let shared = prop::sample::select(vec!["differ", "agree"]);
    let shared = (shared, prop::sample::select(vec!["a", "f", "d"]))
        .prop_map(|(kind, attribute)| format!("{kind} = [{{ axes = [\"p\", \"q\"], attribute = \"{attribute}\" }}]"));
    let wanted = vec![
        "is = \"newer\"",
        "is = [\"same\", \"older\"]",
        "major = \">=-1, <=1\"",
        "minor = \">0\"",
        "patch = \"<=-1\"",
    ];
    let compared = subsequence(wanted, 1..3)
        .prop_filter("a key twice", |keys| keys.iter().filter(|key| key.starts_with("is")).count() < 2);
    let compared = compared.prop_map(|keys| format!("compare = {{ axes = [\"q\", \"p\"], {} }}", keys.join(", ")));
    prop_oneof![shared, compared]
}

/// Any condition on the two axes `p` and `q`.
fn when() -> impl Strategy<Value = String> {
    let relations = prop::collection::vec(relation(), 0..3).prop_map(|mut all| {
        all.sort();
        all.dedup_by_key(|one| one[..4].to_owned());
        all
    });
    let parts = (prop::option::of(terms()), prop::option::of(terms()), prop_oneof![Just(Vec::new()), relations]);
    let one = parts.prop_map(|(p, q, relations)| {
        let entries = [p.map(|terms| format!("p = {terms}")), q.map(|terms| format!("q = {terms}"))];
        format!("{{ {} }}", entries.into_iter().flatten().chain(relations).collect::<Vec<_>>().join(", "))
    });
    prop::collection::vec(one, 1..3).prop_map(|several| format!("[{}]", several.join(", ")))
}

/// A folder with these rules in this order. Their ids go with them.
fn folder_of<'r>(rules: impl Iterator<Item = (usize, &'r String)>) -> canmanage::diag::Files {
    let text = "{ en = \"t\" }";
    let value = |id: &str, version: &str, attributes: &str, more: &str| {
        format!(
            "[value.{id}]\nname = {{ en = \"{id}\" }}\nversion = \"{version}\"\nattributes = {{ {attributes} }}\n{more}\n"
        )
    };
    let values = [
        value("v1", "1.0.0", "a = \"x\", f = \"550.54\"", "builds = [\"1.0\"]\nattribute-basis = { a = \"inferred\" }"),
        value("v2", "2.0.0", "a = \"y\", f = \"550.54.14\", d = \"2025\"", "builds = [\"2.0\", \"2.9\"]"),
        value("v3", "3.0.0", "d = \"2026-03-01\"", "builds = [\"3\"]"),
        value("v4", "4.1.1", "a = \"x\", d = \"2024-05\"", "attribute-basis = { d = \"reading\" }"),
        value("v5", "3.1.0", "a = \"y\"", "refines = \"v3\"\nbuilds = [\">=3.1, <4\"]"),
    ];
    let axis = |id: &str, inside: &str, outside: &str| {
        format!(
            "[[axis]]\nid = \"{id}\"\nvocabulary = \"v\"\ntitle = {text}\nquestion = {text}\ninside = {inside}\noutside = {outside}\n"
        )
    };
    let both = [
        axis("p", "[\"v1\", \"v2\", \"v3\", \"v5\"]", "[\"v4\"]"),
        axis("q", "[\"v1\", \"v4\"]", "[\"v2\", \"v3\", \"v5\"]"),
    ];
    let rules: String = rules.map(|(number, rule)| rule.replace("ID", &format!("r{number}"))).collect();
    folder::in_memory(&[
        (
            "knowledge.toml",
            format!(
                "format = \"1.1.0\"\nname = \"n\"\nversion = \"1.0.0\"\nlanguages = [\"en\"]\ndefault-table = \"t\"\ntitle = {text}"
            ),
        ),
        ("sources.toml", format!("[source.s]\ntitle = {text}\npublisher = \"p\"\norigin = \"vendor\"")),
        ("tables/t.toml", format!("title = {text}\nquestion = {text}\n{}{rules}", both.concat())),
        (
            "vocabulary/v.toml",
            format!(
                "title = {text}\n[attribute.a]\ntitle = {text}\n[attribute.f]\ntitle = {text}\nkind = \"figure\"\n[attribute.d]\ntitle = {text}\nkind = \"date\"\n{}[group.all]\nname = {text}\nmembers = [\"v1\", \"v2\", \"v3\"]\n",
                values.concat()
            ),
        ),
    ])
}

/// The compiled folder. A condition that can never hold is refused, and with it the whole folder: then there is nothing to compare.
fn compiled(files: &canmanage::diag::Files) -> Option<Knowledge> {
    let (knowledge, report) = folder::compiled(files);
    let fatal = report.findings().iter().filter(|finding| finding.code.is_fatal());
    let strange: Vec<_> = fatal.filter(|finding| finding.code != Code::EMPTY_CONDITION).collect();
    assert!(strange.is_empty(), "{strange:?}");
    knowledge
}

/// Facts about some axes: for each, a set of its values, by random choices.
fn facts(table: &Table, choices: &[(bool, Vec<Index>)]) -> Facts {
    AxisId::of(&table.axes).zip(choices).fold(Facts::none(table), |facts, ((axis, own), (known, values))| {
        let values = values.iter().map(|value| OnAxis::new(value.index(own.values.len())));
        if *known { facts.with(axis, values, table) } else { facts }
    })
}

/// Whether nothing is said of an entry but what holds: without condition in every cell, with conditions in those that meet one.
fn holds_as_said(
    table: &Table,
    decision: &Decision,
    said: &[Said],
    holds: impl Fn(&Outcome<'_>, StatementId) -> bool,
) -> Result<(), TestCaseError> {
    for one in said {
        for cell in &decision.cells {
            let meets = said.iter().any(|other| other.id == one.id && other.when.holds(&table.grid, *cell));
            prop_assert_eq!(holds(&table.outcome(*cell), one.id), meets, "{:?} in {:?}", one, table.values(*cell));
        }
    }
    Ok(())
}

/// Whether a cell cannot be met with.
fn is_ruled_out(table: &Table, cell: usize, strict: bool) -> bool {
    let outcome = table.outcome(cell);
    let counts = |rule: StatementId| !strict || outcome.basis_of(rule, table) == Some(Basis::Stated);
    outcome.forbids.iter().any(|rule| table[*rule].rules_out && counts(*rule))
}

/// The same facts and more: each axis cut down to some of the values it can still have.
fn refined(table: &Table, facts: &Facts, choices: &[(bool, Vec<Index>)]) -> Facts {
    let sets = facts.cells(table);
    sets.each().zip(choices).fold(facts.clone(), |facts, ((axis, set), (cut, values))| {
        let open: Vec<OnAxis> = set.ones().collect();
        if *cut { facts.with(axis, values.iter().map(|value| open[value.index(open.len())]), table) } else { facts }
    })
}

fn choices() -> impl Strategy<Value = Vec<(bool, Vec<Index>)>> {
    prop::collection::vec((any::<bool>(), prop::collection::vec(any::<Index>(), 1..4)), 5)
}

thread_local! {
    static KNOWN: Vec<Knowledge> = folder::FOLDERS.map(folder::knowledge).into();
}

/// One of all tables there are.
fn with_table<T>(which: Index, ask: impl FnOnce(&Knowledge, &Table) -> T) -> T {
    KNOWN.with(|known| {
        let all = known.iter().flat_map(|knowledge| knowledge.tables().map(move |table| (knowledge, table)));
        let all: Vec<_> = all.collect();
        let (knowledge, table) = all[which.index(all.len())];
        ask(knowledge, table)
    })
}

proptest! {
    #[test]
    fn the_order_of_rules_never_matters_and_any_rules_are_read_as_written(
        rules in prop::collection::vec(rule(), 1..7),
        keys in prop::collection::vec(any::<u32>(), 7),
    ) {
        let mut shuffled: Vec<(usize, &String)> = rules.iter().enumerate().collect();
        shuffled.sort_by_key(|(number, _)| keys[*number]);
        let (files, other) = (folder_of(rules.iter().enumerate()), folder_of(shuffled.into_iter()));
        match (compiled(&files), compiled(&other)) {
            (Some(one), Some(two)) => {
                oracle::agrees(&files, &one);
                for (one, two) in one.tables().zip(two.tables()) {
                    for cell in 0..one.grid.cells() {
                        prop_assert_eq!(oracle::compiled(one, cell), oracle::compiled(two, cell));
                    }
                }
            }
            (one, two) => prop_assert!(one.is_none() && two.is_none(), "refused in one order only"),
        }
    }

    #[test]
    fn a_further_fact_never_turns_a_verdict_into_another(
        which in any::<Index>(), strict in any::<bool>(), known in choices(), further in choices(),
    ) {
        with_table(which, |_, table| {
            let facts = facts(table, &known);
            let more = refined(table, &facts, &further);
            let (before, after) = (decide(table, &facts, strict), decide(table, &more, strict));
            // What is still to be chosen is no fact that is found out; and facts may name what cannot be met with.
            let chosen = table.axis_ids().any(|axis| table[axis].choice && facts.get(axis).is_none() && more.get(axis).is_some());
            let is_met = |decision: &Decision| decision.cells.iter().any(|cell| !is_ruled_out(table, *cell, strict));
            if before.verdict() != Verdict::Undetermined && !chosen && is_met(&after) {
                prop_assert_eq!(after.verdict(), before.verdict());
                prop_assert!(after.basis() <= before.basis(), "the basis is that of the weakest world");
            }
            Ok(())
        })?;
    }

    #[test]
    fn what_is_said_is_true_in_each_cell_of_the_answer(
        which in any::<Index>(), strict in any::<bool>(), known in choices(),
    ) {
        with_table(which, |_, table| {
            let decision = decide(table, &facts(table, &known), strict);
            let stated = |outcome: &Outcome<'_>, rule: StatementId| {
                !strict || outcome.basis_of(rule, table) == Some(Basis::Stated)
            };
            let forbids = |outcome: &Outcome<'_>, rule| outcome.forbids.contains(&rule) && stated(outcome, rule);
            let permits = |outcome: &Outcome<'_>, rule| outcome.permits.contains(&rule) && stated(outcome, rule);
            match &decision.conclusion {
                Conclusion::Supported { permits: said, .. } => holds_as_said(table, &decision, said, permits)?,
                Conclusion::Unsupported { forbids: said, overruled, each_alone, .. } => {
                    holds_as_said(table, &decision, said, forbids)?;
                    holds_as_said(table, &decision, overruled, permits)?;
                    let alone = said.len() > 1 && said.iter().all(|said| said.when.is_empty());
                    prop_assert_eq!(*each_alone, alone);
                }
                Conclusion::Undocumented { silents, .. } => {
                    holds_as_said(table, &decision, silents, |outcome, silent| outcome.silents.contains(&silent))?;
                }
                Conclusion::Undetermined { supported, .. } => {
                    for when in supported {
                        let further = when.iter().fold(decision.facts.clone(), |facts, (axis, set)| {
                            facts.with(axis, set.ones(), table)
                        });
                        prop_assert_eq!(decide(table, &further, strict).verdict(), Verdict::Supported);
                    }
                }
            }
            holds_as_said(table, &decision, &decision.cautions, |outcome, caution| outcome.cautions.contains(&caution))?;
            for choice in decision.choices.iter().chain(&decision.follows) {
                let further = choice.when.iter().fold(decision.facts.clone(), |facts, (axis, set)| {
                    facts.with(axis, set.ones(), table)
                });
                let further = choice.values.iter().fold(further, |facts, (axis, value)| facts.with(*axis, [*value], table));
                let after = decide(table, &further, strict);
                prop_assert_eq!(after.verdict(), Verdict::Supported);
                prop_assert!(after.basis() <= Some(choice.basis));
            }
            Ok(())
        })?;
    }

    #[test]
    fn an_open_verdict_names_a_fact_that_would_move_it(which in any::<Index>(), strict in any::<bool>(), known in choices()) {
        with_table(which, |knowledge, table| {
            let decision = decide(table, &facts(table, &known), strict);
            let advice = canmanage::advise::advise(knowledge, table, &decision);
            match &decision.conclusion {
                Conclusion::Undetermined { open, .. } => {
                    prop_assert!(!open.is_empty());
                    prop_assert!(open.iter().all(|axis| axis.outcomes.len() > 1));
                    prop_assert!(open.iter().any(|axis| Some(axis.axis) == advice.next_axis));
                }
                _ => prop_assert_eq!(advice.next_axis, None),
            }
            Ok(())
        })?;
    }

    #[test]
    fn strictly_is_never_supported_what_plainly_is_not(which in any::<Index>(), known in choices()) {
        with_table(which, |_, table| {
            let facts = facts(table, &known);
            if decide(table, &facts, true).verdict() == Verdict::Supported {
                prop_assert_eq!(decide(table, &facts, false).verdict(), Verdict::Supported);
            }
            Ok(())
        })?;
    }
}

#[test]
fn no_cell_is_supported_strictly_and_not_plainly() {
    for knowledge in folder::FOLDERS.map(folder::knowledge) {
        for table in knowledge.tables() {
            for cell in 0..table.grid.cells() {
                let outcome = table.outcome(cell);
                let (plain, strict) = (outcome.plain.verdict, outcome.strict.verdict);
                assert!(strict != Verdict::Supported || plain == Verdict::Supported, "{} cell {cell}", table.id);
            }
        }
    }
}
