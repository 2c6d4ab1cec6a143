//! The plan of an upgrade as a .cmd file, the same for all nodes: on each it goes through the steps of that node, says which steps
//! of other nodes come first, shows a step, and goes on only when it is told to.
//!
//! As in the script of a set-up, all of it is ASCII and in English, lines end in CRLF, and what is not a command is a comment or an
//! `echo` in which no character means anything. A command of another shell is shown, to be typed there.

use indexmap::IndexSet;

use crate::locale::{Message, Messages};
use crate::model::Verdict;
use crate::print::answer;
use crate::print::script::{by_hand, comment, echo, failed, file, preconditions};
use crate::view::Upgrade;
use crate::view::upgrade::Step;

/// The exit codes of the script itself: stopped or refused, and no node of the plan.
const STOPPED: u32 = 1;
const ELSEWHERE: u32 = 3;

/// The script; where there is no plan, one that says so and does nothing.
pub fn script(plan: &Upgrade, messages: &Messages) -> String {
    let say = |id: &'static str| messages.text(id);
    let title = messages.say(&Message::new("script-upgrade-title").with("title", &plan.title));
    let mut lines = vec![comment(&title), comment(&say("script-read-first")), comment(&say("script-upgrade-parts"))];
    if plan.verdict != Verdict::Supported {
        lines.extend([echo(&say("script-upgrade-refused")), format!("exit /b {STOPPED}")]);
        return file(lines);
    }
    lines.extend(preconditions(&plan.preconditions, messages));
    // Who runs the script reads no comments.
    lines.push(echo(&say("upgrade-before")));
    let before = plan.readiness.iter().filter(|one| !one.heeded);
    lines.extend(before.map(|one| echo(&format!("- {}", one.text))));
    let nodes: IndexSet<&Option<String>> = plan.steps.iter().map(|step| &step.node).collect();
    let named = || (1_usize..).zip(&nodes).filter_map(|(number, node)| Some((number, computer(node.as_deref()?))));
    // Computers that cannot be told apart by their names have no part.
    for (number, name) in
        named().filter(|(number, name)| !named().any(|(other, same)| same == *name && other != *number))
    {
        lines.push(format!("if /i \"%COMPUTERNAME%\"==\"{name}\" goto node{number}"));
    }
    if nodes.iter().any(|node| node.is_some()) {
        lines.extend([echo(&say("script-upgrade-elsewhere")), format!("exit /b {ELSEWHERE}")]);
    }
    for (number, node) in (1_usize..).zip(&nodes) {
        lines.extend([String::new(), format!(":node{number}")]);
        if let Some(node) = node {
            lines.push(comment(&messages.say(&Message::new("script-upgrade-node").with("node", node))));
        }
        let mut others: Vec<&Step> = Vec::new();
        for step in &plan.steps {
            if step.node != **node {
                others.push(step);
                continue;
            }
            lines.push(String::new());
            lines.extend(elsewhere("script-upgrade-first", &others, messages));
            lines.extend(others.last().into_iter().flat_map(|last| waiting(last, step, messages)));
            lines.extend(told(step, messages));
            lines.extend(done(step, messages));
            others.clear();
        }
        lines.extend(elsewhere("script-upgrade-then", &others, messages));
        lines.extend([echo(&say("script-done")), "exit /b 0".to_owned()]);
    }
    lines.extend(failed(messages));
    let stopped = messages.say(&Message::new("script-upgrade-stopped").with("step", "STEP"));
    lines.extend([
        String::new(),
        ":stopped".to_owned(),
        echo(&stopped).replace("STEP", "%STEP%"),
        format!("exit /b {STOPPED}"),
    ]);
    file(lines)
}

/// The step in comments, and its title for who runs the script.
fn told(step: &Step, messages: &Messages) -> Vec<String> {
    let title = format!("{}. {}", step.number, step.title);
    let verify = step.verify.as_ref().map(|text| messages.say(&Message::new("step-verify").with("text", text)));
    let back_out = match &step.back_out {
        Some(text) => messages.say(&Message::new("upgrade-back-out").with("text", text)),
        None => messages.text("upgrade-no-back-out"),
    };
    let word = |origin| answer::sworn(step.basis, origin, messages);
    let mut sources = vec![step.step.clone(), word(step.origin), step.sources.join(", ")];
    if !step.command_sources.is_empty() {
        sources.extend([messages.text("upgrade-command"), word(step.command_origin), step.command_sources.join(", ")]);
    }
    let change = [step.before.as_str(), "-", step.after.as_str()].join(" ");
    let comments =
        [title.clone(), step.text.clone(), change, verify.unwrap_or_default(), back_out, sources.join(" - ")];
    let comments = comments.iter().filter(|text| !text.trim_matches(['-', ' ']).is_empty());
    comments.map(|text| comment(text)).chain([echo(&title)]).collect()
}

/// The steps between two of a node: by number, with the node where they are done.
fn elsewhere(id: &'static str, steps: &[&Step], messages: &Messages) -> Option<String> {
    let runs = steps.chunk_by(|one, next| one.node == next.node).filter_map(|run| {
        let (first, last) = (run.first()?, run.last()?);
        let message = Message::new("script-upgrade-run").number("first", first.number).number("last", last.number);
        let message = message.number("count", run.len());
        Some(messages.say(&message.with("node", first.node.as_deref().unwrap_or_default())))
    });
    let runs: Vec<String> = runs.collect();
    (!runs.is_empty()).then(|| echo(&messages.say(&Message::new(id).with("steps", runs.join(", ")))))
}

/// Goes on only when the last step elsewhere is said to be done, by its number: whoever says yes from habit has not looked there.
fn waiting(last: &Step, next: &Step, messages: &Messages) -> [String; 4] {
    let ask = messages.say(&Message::new("script-upgrade-wait").number("number", last.number));
    [
        format!("set \"STEP={}\"", next.number),
        "set \"ANSWER=\"".to_owned(),
        format!("set /p \"ANSWER={ask} \""),
        format!("if not \"%ANSWER%\"==\"{}\" goto stopped", last.number),
    ]
}

/// What is done: nothing that is not asked for, and nothing behind a command that failed.
fn done(step: &Step, messages: &Messages) -> Vec<String> {
    let number = step.number;
    let by_hand = by_hand(step.shell, &step.commands, &step.text, messages);
    let (id, typed) = if by_hand.is_some() { ("script-upgrade-typed", true) } else { ("script-upgrade-ask", false) };
    let ask = messages.say(&Message::new(id).number("number", number));
    let commands = step.commands.iter().map(|command| echo(&format!("  {command}")));
    let shown = || std::iter::once(echo(&step.text)).chain(commands).collect();
    let mut lines: Vec<String> = by_hand.unwrap_or_else(shown);
    lines.extend([format!("set \"STEP={number}\""), "set \"ANSWER=\"".to_owned(), format!("set /p \"ANSWER={ask} \"")]);
    if typed {
        lines.push("if /i not \"%ANSWER%\"==\"yes\" goto stopped".to_owned());
        return lines;
    }
    lines.extend([
        format!("if /i \"%ANSWER%\"==\"yes\" goto do{number}"),
        format!("if /i \"%ANSWER%\"==\"skip\" goto skip{number}"),
        "goto stopped".to_owned(),
        format!(":do{number}"),
    ]);
    for command in &step.commands {
        lines.push(command.replace('%', "%%"));
        lines.push("set \"CODE=%ERRORLEVEL%\"".to_owned());
        lines.push("if not \"%CODE%\"==\"0\" goto failed".to_owned());
    }
    lines.push(format!(":skip{number}"));
    lines
}

/// The name by which a computer knows itself: the first part of its name, at most 15 characters.
fn computer(node: &str) -> String {
    node.split('.').next().unwrap_or_default().chars().take(15).collect()
}
