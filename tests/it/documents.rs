//! What README shows is what the program prints: every console block is run again. `[...]` stands for lines left out.

use crate::folder::text_of;
use crate::program::run;

/// The console blocks of README: the command with its continued lines, and what is shown of its answer.
fn blocks() -> Vec<(String, Vec<String>)> {
    let readme = text_of("README.md");
    let blocks = readme.split("```console\n").skip(1).filter_map(|rest| rest.split_once("```"));
    let read = blocks.map(|(block, _)| {
        let joined = block.replace("\\\n", " ");
        let (command, shown) = joined.split_once('\n').expect("an answer");
        let command = command.strip_prefix("$ canmanage ").expect("a command").to_owned();
        (command, shown.lines().map(str::to_owned).collect())
    });
    read.collect()
}

/// The words of a command line, as a shell parts them where only double quotes are used.
fn words(command: &str) -> Vec<String> {
    let quoted = command.split('"').enumerate();
    let mut words = vec![String::new()];
    for (number, part) in quoted {
        if number % 2 == 1 {
            words.last_mut().expect("a word").push_str(part);
            continue;
        }
        for (at, piece) in part.split(' ').enumerate() {
            if at > 0 {
                words.push(String::new());
            }
            words.last_mut().expect("a word").push_str(piece);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[test]
fn every_console_block_of_the_readme_is_what_the_program_prints() {
    let blocks = blocks();
    assert!(blocks.len() >= 6, "README shows the program at work");
    for (command, shown) in blocks {
        let arguments: Vec<String> =
            words(&command).into_iter().chain(["--lang".to_owned(), "en".to_owned()]).collect();
        let told = run(&arguments);
        let printed: Vec<&str> = told.stdout.lines().chain(told.stderr.lines()).collect();
        let mut at = 0;
        let mut skipping = false;
        for line in &shown {
            if line == "[...]" {
                skipping = true;
                continue;
            }
            let found = printed[at..].iter().position(|printed| printed == line);
            let found = found.filter(|found| skipping || *found == 0);
            at += found.unwrap_or_else(|| {
                panic!("`{command}` does not print, after {at} lines:\n{line}\n\nbut:\n{}", printed.join("\n"))
            }) + 1;
            skipping = false;
        }
        assert!(
            skipping || at == printed.len(),
            "`{command}` prints more than is shown:\n{}",
            printed[at..].join("\n")
        );
    }
}
