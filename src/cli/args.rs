//! What can be typed. The words shown for it are in `src/locale/*.ftl`, under `arg-<id>` and `cmd-<name>`.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand, ValueEnum};
use strum::VariantNames;

use crate::cli::complete;
use crate::cli::format::{Colour, Format};
use crate::cli::levels::LevelArgs;
use crate::data::FileKind;
use crate::print::Detail;

#[derive(Args)]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

impl Cli {
    /// The knowledge folder that is worked with, if it is not the embedded knowledge.
    pub fn folder(&self) -> Option<&Path> {
        let named = match &self.command {
            Command::Data(DataArgs { command: DataCommand::Check(args) }) => args.dir.as_ref(),
            Command::Data(DataArgs { command: DataCommand::Diff(args) }) => Some(&args.new),
            Command::Data(DataArgs { command: DataCommand::Prove(args) }) => args.proved.as_ref(),
            Command::Data(DataArgs { command: DataCommand::Stats(args) }) => args.dir.as_ref(),
            _ => None,
        };
        named.or(self.global.data.as_ref()).map(PathBuf::as_path)
    }
}

#[derive(Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct Global {
    #[arg(long, global = true, value_name = "FORMAT", ignore_case = true, default_value = "text")]
    pub format: Format,
    #[arg(long, global = true, value_name = "LANG", add = complete::languages())]
    pub lang: Option<String>,
    #[arg(long, global = true)]
    pub strict: bool,
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    #[arg(long, global = true, value_name = "WHEN", ignore_case = true, default_value = "auto")]
    pub color: Colour,
    #[arg(long, global = true)]
    pub ascii: bool,
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    #[arg(short, long, global = true)]
    pub verbose: bool,
    #[arg(long, global = true, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..))]
    pub width: Option<u16>,
}

impl Global {
    pub fn detail(&self) -> Detail {
        match (self.quiet, self.verbose) {
            (true, _) => Detail::Quiet,
            (false, true) => Detail::Full,
            (false, false) => Detail::Short,
        }
    }
}

#[derive(Subcommand)]
#[command(defer = true)]
pub enum Command {
    Ask(AskArgs),
    Check(CheckArgs),
    Matrix(MatrixArgs),
    Setup(SetupArgs),
    Page(PageArgs),
    Upgrade(UpgradeArgs),
    Explain(ExplainArgs),
    List(ListArgs),
    Data(DataArgs),
    Completions(CompletionsArgs),
    Man,
    Help(HelpArgs),
}

#[derive(Args)]
pub struct AskArgs {
    #[arg(
        value_name = "QUESTION",
        required_unless_present = "batch",
        conflicts_with = "batch",
        allow_hyphen_values = true
    )]
    pub question: Option<String>,
    /// The rest of a question without quotes.
    #[arg(value_name = "WORD", hide = true, conflicts_with = "batch")]
    pub more: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub batch: Option<PathBuf>,
    #[arg(long, conflicts_with = "batch")]
    pub interactive: bool,
}

#[derive(Args)]
pub struct CheckArgs {
    #[arg(value_name = "AXIS=VALUE", required = true, add = complete::facts())]
    pub facts: Vec<String>,
    #[arg(long, value_name = "TABLE", add = complete::tables())]
    pub table: Option<String>,
}

#[derive(Args)]
pub struct MatrixArgs {
    #[arg(value_name = "AXIS=VALUE", add = complete::facts())]
    pub facts: Vec<String>,
    #[arg(long, value_name = "TABLE", add = complete::tables())]
    pub table: Option<String>,
    #[arg(long, value_name = "AXES", value_delimiter = ',', add = complete::axes())]
    pub rows: Vec<String>,
    #[arg(long, value_name = "AXES", value_delimiter = ',', add = complete::axes())]
    pub columns: Vec<String>,
    #[arg(long)]
    pub all: bool,
    #[arg(long, conflicts_with_all = ["rows", "columns"])]
    pub supported: bool,
}

#[derive(Args)]
pub struct SetupArgs {
    #[arg(long, value_name = "OS", add = complete::workstations())]
    pub from: String,
    #[arg(long, value_name = "FACTS", required = true)]
    pub manage: Vec<String>,
}

#[derive(Args)]
pub struct PageArgs {
    #[arg(long, value_name = "FILE")]
    pub output: PathBuf,
}

#[derive(Args)]
pub struct UpgradeArgs {
    #[arg(id = "upgrade-from", long = "from", value_name = "LEVEL", add = complete::upgraded("from"))]
    pub from: Option<String>,
    #[arg(id = "upgrade-to", long = "to", value_name = "LEVEL", add = complete::upgraded("to"))]
    pub to: Option<String>,
    #[arg(id = "upgrade-kind", long = "kind", value_name = "KIND", add = complete::upgraded("kind"))]
    pub kind: Option<String>,
    #[arg(id = "upgrade-on", long = "on", value_name = "SYSTEM", add = complete::upgraded("on"))]
    pub on: Option<String>,
    #[arg(long, value_name = "SYSTEM", add = complete::upgraded("to-system"))]
    pub to_system: Option<String>,
    #[arg(long, alias = "cms", value_name = "NAME=FACTS")]
    pub server: Vec<String>,
    #[arg(long, value_name = "NAME=FACTS")]
    pub node: Vec<String>,
    #[arg(long, value_name = "NAME=NODE")]
    pub group: Vec<String>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["nodes", "groups", "status"])]
    pub plan: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub nodes: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub groups: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub status: Option<PathBuf>,
}

#[derive(Args)]
pub struct ExplainArgs {
    #[arg(value_name = "ID")]
    pub id: String,
}

#[derive(Args)]
pub struct ListArgs {
    #[arg(value_name = "KIND", ignore_case = true)]
    pub kind: ListKind,
}

#[derive(Args)]
pub struct DataArgs {
    #[command(subcommand)]
    pub command: DataCommand,
}

#[derive(Subcommand)]
pub enum DataCommand {
    Check(DataCheckArgs),
    Prove(DataProveArgs),
    Diff(DataDiffArgs),
    Stats(DataStatsArgs),
    Schema(DataSchemaArgs),
    Init(DataInitArgs),
    New(DataNewArgs),
}

#[derive(Args)]
pub struct DataCheckArgs {
    #[arg(id = "checked", value_name = "DIR")]
    pub dir: Option<PathBuf>,
    #[command(flatten)]
    pub levels: LevelArgs,
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Args)]
pub struct DataStatsArgs {
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
}

#[derive(Args)]
pub struct DataSchemaArgs {
    #[arg(id = "file-kind", value_name = "KIND", ignore_case = true, value_parser = named::<FileKind>())]
    pub kind: Option<FileKind>,
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["file-kind", "output"])]
    pub folder: Option<PathBuf>,
}

#[derive(Args)]
pub struct DataInitArgs {
    #[arg(id = "new-folder", value_name = "DIR")]
    pub dir: PathBuf,
    #[arg(long, value_name = "TAGS", value_delimiter = ',', default_value = "en")]
    pub languages: Vec<String>,
}

#[derive(Args)]
pub struct DataNewArgs {
    #[arg(id = "file-kind", value_name = "KIND", ignore_case = true, value_parser = PossibleValuesParser::new(FileKind::VARIANTS.iter().chain(&["plan"])))]
    pub kind: String,
    #[arg(id = "new-output", long = "output", value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Args)]
pub struct DataProveArgs {
    #[arg(value_name = "DIR")]
    pub proved: Option<PathBuf>,
    #[arg(long = "table", value_name = "TABLE", add = complete::tables())]
    pub only: Option<String>,
    #[arg(long)]
    pub totals: bool,
}

#[derive(Args)]
pub struct DataDiffArgs {
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    #[arg(value_name = "NEW")]
    pub new: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub changelog: Option<PathBuf>,
}

#[derive(Args)]
pub struct HelpArgs {
    #[arg(id = "helped", value_name = "COMMAND")]
    pub command: Vec<String>,
}

#[derive(Args)]
pub struct CompletionsArgs {
    #[arg(value_name = "SHELL", ignore_case = true)]
    pub shell: clap_complete::Shell,
}

/// Values by the names that their type gives them.
fn named<T>() -> impl TypedValueParser<Value = T>
where
    T: FromStr<Err = strum::ParseError> + VariantNames + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(T::VARIANTS).try_map(|name| name.parse::<T>())
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, strum::Display)]
#[strum(serialize_all = "kebab-case")]
pub enum ListKind {
    Tables,
    Axes,
    Values,
    Rules,
    Procedures,
    Remedies,
    Packages,
    Sources,
    Codes,
}
