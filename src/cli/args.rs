//! What can be typed. The words shown for it are in `data/locale/*.ftl`, under `arg-<id>` and `cmd-<name>`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use strum::VariantNames as _;

use crate::cli::levels::LevelArgs;
use crate::cli::output::Colour;
use crate::locale::Language;
use crate::model::kind::Kind;
use crate::print::Detail;

#[derive(Parser)]
#[command(
    name = "canmanage",
    version,
    disable_help_subcommand = true,
    subcommand_required = true,
    arg_required_else_help = true
)]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Args)]
pub struct Global {
    #[arg(long, global = true, value_name = "FORMAT", ignore_case = true, default_value = "text")]
    pub format: Format,
    #[arg(long, global = true, value_name = "LANG", ignore_case = true)]
    pub lang: Option<LanguageArg>,
    #[arg(long, global = true)]
    pub strict: bool,
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    #[arg(long, global = true, value_name = "WHEN", ignore_case = true, default_value = "auto")]
    pub color: Colour,
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    #[arg(short, long, global = true)]
    pub verbose: bool,
}

impl Global {
    /// How much of an answer is shown.
    pub fn detail(&self) -> Detail {
        match (self.quiet, self.verbose) {
            (true, _) => Detail::Quiet,
            (false, true) => Detail::Full,
            (false, false) => Detail::Short,
        }
    }
}

#[derive(Subcommand)]
pub enum Command {
    Ask(AskArgs),
    Check(CheckArgs),
    Matrix(MatrixArgs),
    Setup(SetupArgs),
    Explain(ExplainArgs),
    List(ListArgs),
    Data(DataArgs),
    Completions(CompletionsArgs),
    Man,
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
    #[arg(long, value_name = "FILE")]
    pub batch: Option<PathBuf>,
    #[arg(long, conflicts_with = "batch")]
    pub interactive: bool,
}

#[derive(Args)]
pub struct CheckArgs {
    #[arg(value_name = "AXIS=VALUE", required = true)]
    pub facts: Vec<String>,
    #[arg(long, value_name = "TABLE")]
    pub table: Option<String>,
}

#[derive(Args)]
pub struct MatrixArgs {
    #[arg(value_name = "AXIS=VALUE")]
    pub facts: Vec<String>,
    #[arg(long, value_name = "TABLE")]
    pub table: Option<String>,
    #[arg(long, value_name = "AXES", value_delimiter = ',')]
    pub rows: Vec<String>,
    #[arg(long, value_name = "AXES", value_delimiter = ',')]
    pub columns: Vec<String>,
    #[arg(long)]
    pub all: bool,
    #[arg(long, conflicts_with_all = ["rows", "columns"])]
    pub supported: bool,
    #[arg(long, value_name = "COLUMNS", default_value = "80", value_parser = clap::value_parser!(u16).range(20..))]
    pub width: u16,
}

#[derive(Args)]
pub struct SetupArgs {
    #[arg(long, value_name = "OS")]
    pub from: String,
    #[arg(long, value_name = "FACTS", required = true)]
    pub manage: Vec<String>,
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
    New(DataNewArgs),
}

#[derive(Args)]
pub struct DataCheckArgs {
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
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
    #[arg(id = "file-kind", value_name = "KIND", ignore_case = true, value_parser = file_kind())]
    pub kind: Option<Kind>,
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["file-kind", "output"])]
    pub folder: Option<PathBuf>,
}

#[derive(Args)]
pub struct DataNewArgs {
    #[arg(id = "file-kind", value_name = "KIND", ignore_case = true, value_parser = file_kind())]
    pub kind: Kind,
    #[arg(id = "new-output", long = "output", value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// A kind of file, by its name.
fn file_kind() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::VARIANTS).try_map(|name| name.parse::<Kind>())
}

#[derive(Args)]
pub struct DataProveArgs {
    #[arg(value_name = "DIR")]
    pub proved: Option<PathBuf>,
    #[arg(long = "table", value_name = "TABLE")]
    pub only: Option<String>,
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
pub struct CompletionsArgs {
    #[arg(value_name = "SHELL", ignore_case = true)]
    pub shell: clap_complete::Shell,
}

/// What `list` can list.
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

/// The shape of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, strum::Display)]
#[strum(serialize_all = "lowercase")]
pub enum Format {
    Text,
    Json,
    Markdown,
    Csv,
    Script,
    Sarif,
    Github,
    Junit,
}

/// A language, as an argument.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LanguageArg {
    En,
    Ko,
}

impl From<LanguageArg> for Language {
    fn from(argument: LanguageArg) -> Self {
        match argument {
            LanguageArg::En => Self::En,
            LanguageArg::Ko => Self::Ko,
        }
    }
}

/// What must be known before the arguments can be read, for the case that they cannot be: taken from the raw words, and
/// never wrong about arguments that can be read.
pub struct Hints {
    pub language: Language,
    pub colour: Colour,
    pub format: Format,
}

impl Hints {
    pub fn of(arguments: &[OsString]) -> Self {
        let language = last(arguments, "--lang").and_then(|text| LanguageArg::from_str(text, true).ok());
        let system = || Language::of_locale(&sys_locale::get_locale().unwrap_or_default());
        Self {
            language: language.map_or_else(system, Language::from),
            colour: last(arguments, "--color")
                .and_then(|text| Colour::from_str(text, true).ok())
                .unwrap_or(Colour::Auto),
            format: last(arguments, "--format")
                .and_then(|text| Format::from_str(text, true).ok())
                .unwrap_or(Format::Text),
        }
    }
}

/// The last value of an option, in either of its two spellings.
fn last<'a>(arguments: &'a [OsString], option: &str) -> Option<&'a str> {
    let words: Vec<&str> = arguments.iter().filter_map(|word| word.to_str()).take_while(|word| *word != "--").collect();
    let apart = words.windows(2).filter_map(|pair| match pair {
        [name, value] if *name == option => Some(*value),
        _ => None,
    });
    let joined = words.iter().filter_map(|word| word.strip_prefix(option)?.strip_prefix('='));
    joined.chain(apart).last()
}
