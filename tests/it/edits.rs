//! Single edits of `data/`, thrown by a dice that falls the same way everywhere: each is reported by `data check`, or
//! changes answers that `data diff` shows, or changes only what is shown or read besides, which `data diff` lists, or is proved to
//! change nothing. An edit that changes something and is listed nowhere would be a silent miss. To see the counts:
//! `EDITS=500 cargo test --test it edits -- --nocapture`; without the number, the first sixty.

#![allow(clippy::print_stdout, reason = "the counts are what the test is for")]

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use canmanage::diag::{Files, Report};
use canmanage::knowledge::{Knowledge, Statement, StatementId};
use canmanage::locale::{Language, Messages};
use canmanage::model::Verdict;
use canmanage::review::diff::{Snapshot, diff};
use canmanage::view::{Context, Invocation, listing};
use canmanage::{compile, lint};

use crate::folder;
use crate::generated::Dice;
use crate::sides::{rewritten, snapshot};

/// How many, unless the environment says how many: `EDITS=500`.
const EDITS: usize = 75;

/// What became of an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fate {
    /// `data check` reports it.
    Reported,
    /// It changes answers to facts, and `data diff` shows them.
    Answers,
    /// It changes what is shown besides, such as a text, a source or a step, and `data diff` lists it.
    Shown,
    /// It is proved to change nothing: all cells, names, expectations and entries are the same.
    Nothing,
}

#[test]
fn no_single_edit_of_the_data_is_a_silent_miss() {
    let files = folder::files("data");
    let old = snapshot(&files);
    let seen = Seen::of(&old.knowledge);
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let wanted = std::env::var("EDITS").ok().and_then(|number| number.parse().ok()).unwrap_or(EDITS);
    // Few throws may miss the rarest, an edit that changes answers, so one of them is chosen.
    let path = "tables/manage.toml";
    let (_, manage) = files.iter().find(|(_, file)| file.path == path).expect(path);
    let preferred = |first, second| format!("prefer = [\"exchange-2007-{first}\", \"exchange-2007-{second}\"");
    let edited = manage.text.replacen(&preferred("sp2", "sp1"), &preferred("sp1", "sp2"), 1);
    assert_ne!(edited, manage.text);
    let mut done = BTreeSet::from([(path.to_owned(), edited.clone())]);
    let mut thrown_edits = vec![("prefer another value", path.to_owned(), edited)];
    while done.len() < wanted {
        let (kind, path, edited) = thrown(&files, &mut dice);
        if done.insert((path.clone(), edited.clone())) {
            thrown_edits.push((kind, path, edited));
        }
    }
    let judge = |(kind, path, edited): &(&'static str, String, String)| {
        let edited = rewritten(&files, path, |_| edited.clone());
        let fate = fate(&old, &seen, &edited);
        (*kind, fate.unwrap_or_else(|| panic!("a silent miss: {kind} in {path}:\n{}", lines(&files, &edited))))
    };
    let judged: Vec<(&str, Fate)> = std::thread::scope(|scope| {
        let parts = thrown_edits.chunks(wanted.div_ceil(4));
        let parts: Vec<_> = parts.map(|part| scope.spawn(|| part.iter().map(judge).collect::<Vec<_>>())).collect();
        parts.into_iter().flat_map(|part| part.join().expect("judged")).collect()
    });
    let mut fates: BTreeMap<Fate, usize> = BTreeMap::new();
    let mut by_kind: BTreeMap<(&str, Fate), usize> = BTreeMap::new();
    for (kind, fate) in judged {
        *fates.entry(fate).or_default() += 1;
        *by_kind.entry((kind, fate)).or_default() += 1;
    }
    println!("{fates:?}\n{by_kind:?}");
    assert_eq!(fates.values().sum::<usize>(), wanted);
    assert_eq!(fates.len(), 4, "every fate is met: {fates:?}");
}

/// Judges an edit by what `check` and `diff` say, and holds that against everything that can be seen.
fn fate(old: &Snapshot, seen: &Seen, edited: &Files) -> Option<Fate> {
    let (catalog, knowledge, report) = compile::load(edited, Report::default());
    let Some(knowledge) = knowledge.filter(|_| report.findings().is_empty()) else { return Some(Fate::Reported) };
    let new = Snapshot { files: edited.clone(), catalog, knowledge };
    if !lint::check(&new.catalog, &new.knowledge).findings().is_empty() {
        return Some(Fate::Reported);
    }
    let found = diff(old, &new).expect("comparable");
    let now = Seen::of(&new.knowledge);
    // What is seen to change must be told.
    if seen.answers != now.answers && found.tables.is_empty() {
        return None;
    }
    let read_otherwise =
        |(name, before): (&String, &Vec<String>)| now.names.get(name).is_some_and(|after| after != before);
    if seen.names.iter().any(read_otherwise) && found.names.is_empty() {
        return None;
    }
    if *seen != now && found.edits.is_empty() {
        return None;
    }
    Some(if found.changes_answers() {
        Fate::Answers
    } else if *seen != now {
        Fate::Shown
    } else {
        Fate::Nothing
    })
}

/// Everything that a user can see of a knowledge, gathered without `data diff`.
#[derive(PartialEq, Eq)]
struct Seen {
    /// For each table, its axes, and for each cell a hash of verdicts, bases and what is given as reason or caution.
    answers: Vec<(String, Vec<u64>)>,
    /// What each name means.
    names: BTreeMap<String, Vec<String>>,
    /// Every entry as `explain` and `list` show it, in both languages, without the lines where it stands.
    entries: String,
    /// What no entry shows, or not all of it: set-up, the runbook, moves, noise, how questions are read.
    rest: String,
}

impl Seen {
    fn of(knowledge: &Knowledge) -> Self {
        let mut names = BTreeMap::new();
        for vocabulary in knowledge.vocabularies() {
            for value in &vocabulary.values {
                let own = value.name.iter().map(|(_, name)| name).chain(value.aliases.iter().map(String::as_str));
                for name in own.chain([value.id.as_str(), value.short.as_str()]) {
                    let read = vocabulary.read(name).map(|reading| reading.values).unwrap_or_default();
                    let ids = read.iter().map(|at| vocabulary[*at].id.clone()).collect();
                    names.insert(format!("{} {name}", vocabulary.id), ids);
                }
            }
        }
        let entries = [Language::En, Language::Ko].map(|language| {
            let messages = Messages::new(language);
            let shown = listing::entries(Context::new(knowledge, &messages, &Invocation::default()), |_, _| true);
            without_lines(&serde_json::to_string(&shown).expect("JSON"))
        });
        let json = |part: &dyn Fn() -> serde_json::Result<String>| part().expect("JSON");
        let vocabularies = json(&|| serde_json::to_string(&knowledge.vocabularies().collect::<Vec<_>>()));
        let setup = json(&|| serde_json::to_string(&knowledge.setup()));
        let asked = json(&|| serde_json::to_string(knowledge.ask()));
        let runbook = json(&|| serde_json::to_string(&knowledge.runbook()));
        let moves =
            knowledge.tables().map(|own| json(&|| serde_json::to_string(&(&own.moves, &own.rows, &own.columns))));
        let (name, version) = (knowledge.name.clone(), knowledge.version.clone());
        let head =
            format!("{name} {version} {} {:?} {:?}", knowledge.default_table, knowledge.languages, knowledge.title);
        let rest = moves.chain([vocabularies, setup, asked, runbook, head]).collect::<String>();
        Self { answers: answers(knowledge), names, entries: entries.concat(), rest: without_lines(&rest) }
    }
}

/// Lines of files move when a line is dropped above them, and nobody minds.
fn without_lines(text: &str) -> String {
    let mut rest = text;
    let mut kept = String::new();
    while let Some(at) = rest.find(".toml:").map(|at| at + 6).or_else(|| rest.find("\"line\":").map(|at| at + 7)) {
        kept.push_str(&rest[..at]);
        rest = rest[at..].trim_start_matches(|c: char| c.is_ascii_digit());
    }
    kept + rest
}

/// What each cell of each table says, by ids.
fn answers(knowledge: &Knowledge) -> Vec<(String, Vec<u64>)> {
    let mut told = Vec::new();
    for table in knowledge.tables() {
        let outcome = |number: usize| {
            let outcome = table.dense.nth(number);
            let verdicts = [outcome.plain.verdict, outcome.strict.verdict];
            let shown = |caution: &&Statement| verdicts.iter().any(|verdict| caution.is_on(*verdict));
            let cautions = outcome.cautions.iter().map(|caution| &table[*caution]).filter(shown);
            let mut besides: BTreeSet<&String> = cautions.map(|caution| &caution.id).collect();
            if verdicts.contains(&Verdict::Undocumented) {
                besides.extend(outcome.silents.iter().map(|silent| &table[*silent].id));
            }
            let rules = |rules: &[StatementId]| -> BTreeSet<String> {
                let rules = rules.iter().map(|rule| &table[*rule]);
                rules.map(|rule| format!("{:?} {} {:?}", rule.effect, rule.id, rule.basis)).collect()
            };
            format!(
                "{:?} {:?} {:?} {:?} {besides:?}",
                outcome.plain,
                outcome.strict,
                rules(outcome.forbids),
                rules(outcome.permits)
            )
        };
        let hashes: Vec<u64> = (0..table.dense.outcomes())
            .map(|number| {
                let mut hasher = DefaultHasher::new();
                outcome(number).hash(&mut hasher);
                hasher.finish()
            })
            .collect();
        // Values in the order of their ids: another order on the axis is another layout, not another answer.
        let sorted = table.axes.iter().map(|axis| {
            let ids = axis.all().map(|at| (folder::id(knowledge, axis, at), at.index()));
            ids.collect::<BTreeMap<&str, usize>>()
        });
        let sorted: Vec<BTreeMap<&str, usize>> = sorted.collect();
        let axes = table.axes.iter().zip(&sorted).map(|(axis, ids)| {
            let inside = ids.iter().map(|(id, at)| (id, *at < axis.inside)).collect::<Vec<_>>();
            format!("{} {inside:?}", axis.id)
        });
        let numbers = sorted.iter().zip(table.grid.strides()).fold(vec![0], |cells, (ids, stride)| {
            cells.iter().flat_map(|cell| ids.values().map(move |at| cell + at * stride)).collect::<Vec<usize>>()
        });
        let cells = numbers.into_iter().map(|cell| hashes[table.dense.number(cell)]);
        told.push((format!("{} {}", table.id, axes.collect::<String>()), cells.collect()));
    }
    told
}

/// One edit: its kind, the file, and the text of it afterwards.
fn thrown(files: &Files, dice: &mut Dice) -> (&'static str, String, String) {
    let files: Vec<_> = files.iter().map(|(_, file)| file).collect();
    // A file is as likely as it is long.
    let whole: usize = files.iter().map(|file| file.text.len()).sum();
    let mut at = dice.throw(whole);
    let file = files
        .iter()
        .find(|file| {
            at < file.text.len() || {
                at -= file.text.len();
                false
            }
        })
        .expect("a file");
    let lines: Vec<&str> = file.text.lines().collect();
    loop {
        let line = dice.throw(lines.len());
        let (kind, changed) = match dice.throw(4) {
            0 => ("drop a line", Some(String::new())),
            1 => ("change a value", changed(lines[line], dice)),
            2 => ("rename an id", renamed(lines[line])),
            _ => ("swap two values", swapped(lines[line], dice)),
        };
        let Some(changed) = changed else { continue };
        if kind == "drop a line" && lines[line].trim().is_empty() {
            continue;
        }
        let mut edited: Vec<&str> = lines.clone();
        if changed.is_empty() {
            edited.remove(line);
        } else {
            edited[line] = &changed;
        }
        return (kind, file.path.clone(), edited.join("\n") + "\n");
    }
}

/// The quoted strings of a line, each by where it starts and ends.
fn strings(line: &str) -> Vec<(usize, usize)> {
    let quotes: Vec<usize> = line.match_indices('"').map(|(at, _)| at).collect();
    if line.trim_start().starts_with('#') || line.contains('\\') || line.contains('\'') {
        return Vec::new();
    }
    quotes.chunks_exact(2).map(|pair| (pair[0] + 1, pair[1])).collect()
}

/// A string with one character more or less, a number one higher, or a truth turned round.
fn changed(line: &str, dice: &mut Dice) -> Option<String> {
    for (from, to) in [("= true", "= false"), ("= false", "= true")] {
        if line.ends_with(from) {
            return Some(line.replace(from, to));
        }
    }
    let found = strings(line);
    if found.is_empty() {
        let (key, number) = line.split_once(" = ")?;
        return Some(format!("{key} = {}", number.trim().parse::<usize>().ok()? + 1));
    }
    let (start, end) = found[dice.throw(found.len())];
    let text = &line[start..end];
    let other = match text {
        "stated" => "reading".to_owned(),
        "reading" | "inferred" => "stated".to_owned(),
        "supported" => "unsupported".to_owned(),
        "unsupported" => "undocumented".to_owned(),
        text if dice.throw(2) == 0 && text.chars().count() > 1 => text.chars().skip(1).collect(),
        text => format!("{text}x"),
    };
    Some(format!("{}{other}{}", &line[..start], &line[end..]))
}

/// The last part of `[section.id]` with one character more, or the id of an axis.
fn renamed(line: &str) -> Option<String> {
    let id = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).filter(|id| id.contains('.'));
    id.map(|id| format!("[{id}x]")).or_else(|| line.strip_prefix("id = \"").map(|rest| format!("id = \"x{rest}")))
}

/// Two strings of a line in each other's place.
fn swapped(line: &str, dice: &mut Dice) -> Option<String> {
    let found = strings(line);
    let (first, second) = (dice.throw(found.len().max(1)), dice.throw(found.len().max(1)));
    let ((a, b), (c, d)) = (*found.get(first.min(second))?, *found.get(first.max(second))?);
    (first != second && line[a..b] != line[c..d])
        .then(|| format!("{}{}{}{}{}", &line[..a], &line[c..d], &line[b..c], &line[a..b], &line[d..]))
}

/// The lines that are not the same.
fn lines(old: &Files, new: &Files) -> String {
    let lines = |files: &Files| -> Vec<String> {
        files.iter().flat_map(|(_, file)| file.text.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
    };
    let (old, new) = (lines(old), lines(new));
    let gone = old.iter().filter(|line| !new.contains(line)).map(|line| format!("- {line}\n"));
    let come = new.iter().filter(|line| !old.contains(line)).map(|line| format!("+ {line}\n"));
    gone.chain(come).collect()
}
