//! Help in the language of the asker: the structure and the possible values are clap's, every sentence comes from
//! `src/locale/*.ftl`, and the examples and axes come from the knowledge.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Args as _, Command, Subcommand as _};

use crate::cli::args::{Command as Verb, Global};
use crate::cli::output::paint;
use crate::knowledge::{Axis, AxisId, Knowledge, OnAxis, Table};
use crate::locale::{Joined as _, Message, Messages};
use crate::print::{Block, Line, Style, text};
use crate::upgrade::said;
use crate::view::context::typed;

/// The command line without its help texts.
pub fn command() -> Command {
    root(verbs().get_subcommands().map(whole))
}

/// The same with no verb but the first that is named. All that can be read with it is read right; what is wrong with the rest,
/// only the whole can tell.
pub fn narrow(arguments: &[OsString]) -> Command {
    let verbs = verbs();
    root(arguments.iter().find_map(|word| verbs.find_subcommand(word)).cloned())
}

fn root(verbs: impl IntoIterator<Item = Command>) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let command =
        Global::augment_args(Command::new("canmanage").bin_name("canmanage").version(env!("CARGO_PKG_VERSION")));
    let command = command.subcommand_required(true).arg_required_else_help(true).disable_help_subcommand(true);
    let command = command.disable_help_flag(true).disable_version_flag(true);
    command.args([help, version]).subcommands(verbs)
}

/// All verbs, without their arguments.
fn verbs() -> Command {
    Verb::augment_subcommands(Command::new("verbs"))
}

/// A verb with its arguments, which otherwise are made when it is named, behind those that every verb has.
fn whole(verb: &Command) -> Command {
    let mut made = verb.clone().disable_help_flag(true).disable_help_subcommand(true);
    let _ = made.render_usage();
    let nested = made.has_subcommands();
    let command = Command::new(made.get_name().to_owned()).args(made.get_arguments().cloned());
    let command = command.subcommands(made.get_subcommands().cloned());
    command.subcommand_required(nested).arg_required_else_help(nested)
}

pub struct HelpWords<'w> {
    pub messages: &'w Messages,
    /// What the examples are taken from, and the axes; there are none without it.
    pub knowledge: Option<&'w Knowledge>,
    pub table: Option<&'w str>,
    pub width: usize,
    /// Whether headings are coloured.
    pub coloured: bool,
}

impl HelpWords<'_> {
    pub fn of(&self, command: Command) -> Command {
        self.speak(command.term_width(self.width), "canmanage")
    }

    /// Gives a command, its arguments and its subcommands their words. `path` names the command: `data-check`.
    fn speak(&self, command: Command, path: &str) -> Command {
        let template = format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}", self.heading("cli-usage"));
        let headed = command
            .about(self.word(format!("cmd-{path}")))
            .help_template(template)
            .subcommand_help_heading(self.heading("cli-commands"))
            .after_help(self.after(path))
            .mut_args(|argument| self.argument(argument));
        headed.mut_subcommands(|sub| {
            let name = sub.get_name().to_owned();
            let path = if path == "canmanage" { name } else { format!("{path}-{name}") };
            self.speak(sub.disable_help_flag(true), &path)
        })
    }

    /// An argument with its sentence and, unless they are too many to be read, its possible values.
    fn argument(&self, argument: Arg) -> Arg {
        let heading = match (argument.is_positional(), argument.is_global_set()) {
            (true, _) => "cli-arguments",
            (false, true) => "cli-global-options",
            (false, false) => "cli-options",
        };
        let mut help = self.word(format!("arg-{}", argument.get_id()));
        let values = argument.get_possible_values();
        if !values.is_empty() && argument.get_action().takes_values() && !argument.is_hide_possible_values_set() {
            let values: Vec<&str> = values.iter().map(clap::builder::PossibleValue::get_name).collect();
            help = self.messages.say(&Message::new("cli-values").with("help", help).with("values", values.join(", ")));
        }
        let takes_value = argument.is_positional() || argument.get_action().takes_values();
        let argument = argument.help(help).help_heading(self.heading(heading));
        argument.hide_possible_values(takes_value).hide_default_value(takes_value)
    }

    fn word(&self, id: String) -> String {
        self.messages.say(&Message::new(id))
    }

    /// Examples, and for the commands that take facts the axes with their values.
    fn after(&self, path: &str) -> String {
        let Some(knowledge) = self.knowledge else { return String::new() };
        let wanted = match knowledge.setup() {
            Some(setup) if path == "setup" => &setup.table,
            _ => self.table.unwrap_or(&knowledge.default_table),
        };
        let Some(table) = knowledge.table(wanted) else { return String::new() };
        let mut shown = Vec::new();
        let examples = examples(path, self.messages, knowledge, table);
        if !examples.is_empty() {
            shown.push(self.headed("cli-examples", Block::Commands(examples)));
        }
        if ["check", "matrix", "setup"].contains(&path) {
            let pairs = table.axes.iter().map(|axis| {
                (Line::from(format!("{}=", axis.id)), self.values(knowledge, axis, axis.inside().collect()))
            });
            shown.push(self.headed("cli-axes", Block::Pairs(pairs.collect())));
        }
        if path == "upgrade" {
            let options = said::axes(knowledge).into_iter();
            let pairs = options.map(|(option, axis, values)| {
                (Line::from(format!("--{option}")), self.values(knowledge, axis, values))
            });
            shown.push(self.headed("cli-axes", Block::Pairs(pairs.collect())));
        }
        shown.join("\n")
    }

    fn headed(&self, heading: &'static str, block: Block) -> String {
        let body = text::render(&[block], self.width, &|_, text| text.to_owned());
        format!("{}:\n{body}", self.heading(heading))
    }

    fn heading(&self, id: &'static str) -> String {
        let text = self.messages.text(id);
        if self.coloured { paint(Style::Caution, &text) } else { text }
    }

    fn values(&self, knowledge: &Knowledge, axis: &Axis, values: Vec<OnAxis>) -> Line {
        let title = axis.title.get(self.messages.nearest_of(&knowledge.languages));
        let vocabulary = &knowledge[axis.vocabulary];
        let named = values.into_iter().map(|value| {
            let (id, typed) = (&axis.value(value, vocabulary).id, typed(vocabulary, axis[value]));
            if typed == *id { typed } else { format!("{id} ({typed})") }
        });
        Line::from(format!("{title}: {}", named.joined(", ")))
    }
}

/// Command lines to try, by command; what is in braces comes from the table.
const EXAMPLES: &[(&str, &[&str])] = &[
    ("canmanage", &["canmanage ask \"{question}\"", "canmanage check {facts}", "canmanage help check"]),
    ("ask", &["canmanage ask \"{question}\"", "canmanage ask --batch questions.txt > answers.jsonl"]),
    ("check", &["canmanage check {facts}", "canmanage check {few}", "canmanage check {few} --format json"]),
    (
        "matrix",
        &[
            "canmanage matrix",
            "canmanage matrix {few}",
            "canmanage matrix --supported {server}",
            "canmanage matrix --all --format csv",
        ],
    ),
    ("setup", &["canmanage setup --from {from} --manage \"{server}\""]),
    ("page", &["canmanage page --output advisor.html", "canmanage page --data DIR --output page.html"]),
    (
        "upgrade",
        &[
            "canmanage upgrade {cluster} --server S1 --node N1={active} --node N2",
            "canmanage data new plan > PLAN.toml",
            "canmanage upgrade --plan PLAN.toml --format markdown",
        ],
    ),
    ("explain", &["canmanage explain {rule}", "canmanage explain {from}"]),
    ("list", &["canmanage list rules", "canmanage list values --format json"]),
    ("data-check", &["canmanage data check DIR", "canmanage data check DIR --format sarif --output findings.sarif"]),
    ("data-prove", &["canmanage data prove --table {table}", "canmanage data prove DIR --format csv"]),
    ("data-diff", &["canmanage data diff HEAD~1:DIR DIR"]),
    ("data-stats", &["canmanage data stats", "canmanage data stats DIR --format json"]),
    ("data-schema", &["canmanage data schema table", "canmanage data schema --folder schema"]),
    ("data-new", &["canmanage data new table --output tables/NEW.toml"]),
    ("completions", &["source <(canmanage completions bash)", "canmanage completions fish | source"]),
    ("man", &["canmanage man | man -l -"]),
];

/// The examples of a command, those left out for which the table has nothing.
fn examples(path: &str, messages: &Messages, knowledge: &Knowledge, table: &Table) -> Vec<String> {
    let Some((_, lines)) = EXAMPLES.iter().find(|(command, _)| *command == path) else { return Vec::new() };
    let first = |axis: &Axis| Some(typed(&knowledge[axis.vocabulary], axis[axis.inside().next()?]));
    let facts = |axes: &mut dyn Iterator<Item = &Axis>| {
        let facts = axes.filter_map(|axis| Some(format!("{}={}", axis.id, first(axis)?)));
        Some(facts.joined(" "))
    };
    let setup = knowledge.setup().filter(|setup| setup.table == table.id);
    let station = setup.map(|setup| &table[setup.workstation]);
    let is_servers = |at: AxisId| setup.is_none_or(|setup| ![Some(setup.workstation), setup.level].contains(&Some(at)));
    let name = |axis: &Axis| Some(knowledge.value(axis, axis.inside().next()?).short.clone());
    let question = || {
        let (station, asked) = (station.and_then(name)?, table.axes.last().and_then(name)?);
        Some(messages.say(&Message::new("example-question").with("what", asked).with("where", station)))
    };
    let cluster = knowledge.runbook().map(|runbook| said::example(knowledge, runbook));
    let fill = |line: &str| {
        let (_, rest) = line.split_once('{')?;
        let (slot, _) = rest.split_once('}')?;
        let filled = match slot {
            "facts" => facts(&mut table.axes.iter()),
            "few" => facts(&mut table.axes.iter().take(1).chain(table.axes.iter().skip(1).last())),
            "server" => {
                let axes = AxisId::of(&table.axes).filter(|(at, _)| is_servers(*at));
                facts(&mut axes.map(|(_, axis)| axis))
            }
            "from" => station.or(table.axes.first()).and_then(first),
            "question" => question(),
            "cluster" => cluster.as_deref().map(|cluster| {
                let options = said::axes(knowledge).into_iter().filter_map(|(option, axis, _)| {
                    let (_, id) = cluster.iter().find(|(name, _)| *name == option)?;
                    let vocabulary = &knowledge[axis.vocabulary];
                    Some(format!("--{option} {}", typed(vocabulary, vocabulary.position(id)?)))
                });
                options.joined(" ")
            }),
            "active" => cluster.iter().flatten().find(|(name, _)| *name == "active").map(|(_, value)| value.clone()),
            "rule" => table.statements.first().map(|rule| rule.id.clone()),
            _ => Some(table.id.clone()),
        };
        Some((slot.to_owned(), filled))
    };
    let filled = lines.iter().map(|line| {
        let mut text = (*line).to_owned();
        while let Some((slot, filled)) = fill(&text) {
            text = text.replace(&format!("{{{slot}}}"), &filled?);
        }
        Some(text)
    });
    filled.flatten().collect()
}
