//! Completions that know the knowledge: tables, axes, values and ids. The shell asks the program itself at each press of the key.

use std::ffi::{OsStr, OsString};
use std::io;

use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::Shells;
use clap_complete::{CompleteEnv, Shell};

use crate::cli::load;
use crate::cli::raw::Raw;
use crate::knowledge::{Knowledge, Table};
use crate::upgrade::said;

/// The variable by which a shell says that it wants completions.
const VARIABLE: &str = "COMPLETE";
const NAME: &str = "canmanage";

/// Answers a shell that asks for completions; false if none does.
pub fn answered(command: impl Fn() -> clap::Command, arguments: &[OsString]) -> bool {
    if std::env::var_os(VARIABLE).is_none() {
        return false;
    }
    let asked = CompleteEnv::with_factory(command).bin(NAME);
    asked.try_complete(arguments.to_vec(), std::env::current_dir().ok().as_deref()).unwrap_or(true)
}

pub fn script(shell: Shell) -> io::Result<Vec<u8>> {
    if shell == Shell::Bash {
        return Ok(BASH.as_bytes().to_vec());
    }
    let mut script = Vec::new();
    if let Some(completer) = Shells::builtins().completer(&shell.to_string()) {
        completer.write_registration(VARIABLE, NAME, NAME, NAME, &mut script)?;
    }
    Ok(script)
}

/// For the shell that parts words at `=`: they are put together again, and what stands before the `=` is taken off the answers.
const BASH: &str = r#"_canmanage() {
    local IFS=$'\013' words=() glued= word i
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ ${#words[@]} -gt 0 && ( -n $glued || $word == "="* ) ]]; then
            words[${#words[@]}-1]+=$word
        else
            words+=("$word")
        fi
        [[ $word == *"=" ]] && glued=1 || glued=
    done
    local last=${words[${#words[@]}-1]}
    COMPREPLY=($(COMPLETE=bash _CLAP_IFS="$IFS" _CLAP_COMPLETE_INDEX=$((${#words[@]} - 1)) canmanage -- "${words[@]}"))
    if [[ $last == *"="* && $COMP_WORDBREAKS == *"="* ]]; then
        COMPREPLY=("${COMPREPLY[@]#"${last%%=*}="}")
    fi
    [[ ${COMPREPLY-} == *"=" ]] && compopt -o nospace
    return 0
}
complete -o bashdefault -F _canmanage canmanage
"#;

pub fn facts() -> ArgValueCompleter {
    of_table(|knowledge, table, current| match current.split_once('=') {
        None => table.axes.iter().map(|axis| format!("{}=", axis.id)).collect(),
        // Of several values, the last is being typed.
        Some((name, values)) => {
            let before = values.rfind(',').and_then(|comma| values.get(..=comma)).unwrap_or_default();
            values_of(knowledge, table, name).into_iter().map(|value| format!("{name}={before}{value}")).collect()
        }
    })
}

pub fn axes() -> ArgValueCompleter {
    of_table(|_, table, current| {
        let before = current.rfind(',').and_then(|comma| current.get(..=comma)).unwrap_or_default();
        table.axes.iter().map(|axis| format!("{before}{}", axis.id)).collect()
    })
}

pub fn languages() -> ArgValueCompleter {
    of_knowledge(|knowledge, _| load::spoken(&knowledge.languages))
}

pub fn workstations() -> ArgValueCompleter {
    of_knowledge(|knowledge, _| {
        let found = knowledge.setup().and_then(|setup| {
            let table = knowledge.table(&setup.table)?;
            Some(values_of(knowledge, table, &table[setup.workstation].id))
        });
        found.unwrap_or_default()
    })
}

pub fn upgraded(option: &'static str) -> ArgValueCompleter {
    completer(move |raw, _| {
        let knowledge = load::quietly(raw)?;
        let (_, axis, values) = said::axes(&knowledge).into_iter().find(|(own, ..)| *own == option)?;
        Some(knowledge.ids(axis, values))
    })
}

pub fn tables() -> ArgValueCompleter {
    of_knowledge(|knowledge, _| knowledge.tables().map(|table| table.id.clone()).collect())
}

fn values_of(knowledge: &Knowledge, table: &Table, axis: &str) -> Vec<String> {
    table.axis(axis).map(|(_, axis)| knowledge.ids(axis, axis.all())).unwrap_or_default()
}

fn of_table(candidates: fn(&Knowledge, &Table, &str) -> Vec<String>) -> ArgValueCompleter {
    completer(move |raw, current| {
        let knowledge = load::quietly(raw)?;
        let table = knowledge.table(raw.last("--table").unwrap_or(&knowledge.default_table))?;
        Some(candidates(&knowledge, table, current))
    })
}

fn of_knowledge(candidates: fn(&Knowledge, &str) -> Vec<String>) -> ArgValueCompleter {
    completer(move |raw, current| Some(candidates(&load::quietly(raw)?, current)))
}

/// What begins as the word that is being typed; nothing where anything is in the way.
fn completer(candidates: impl Fn(&Raw<'_>, &str) -> Option<Vec<String>> + Send + Sync + 'static) -> ArgValueCompleter {
    ArgValueCompleter::new(move |current: &OsStr| {
        let arguments: Vec<OsString> = std::env::args_os().skip_while(|word| *word != "--").skip(1).collect();
        let current = current.to_str().unwrap_or_default();
        let found = candidates(&Raw::new(&arguments), current).unwrap_or_default();
        found.into_iter().filter(|text| text.starts_with(current)).map(CompletionCandidate::new).collect()
    })
}
