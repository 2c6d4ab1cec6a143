//! The program and its knowledge from outside, in one binary. Each module has one concern; what two of them need stands in
//! `program` and `folder`.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "in a test, a panic with a place is the message"
)]

mod advice; // what is worked out: each alternative, asked again, is supported
mod alternatives; // alternatives against brute force, over every cell
mod ask; // questions in running text: whole answers, their JSON, where they come from, a conversation
mod batch; // a question a line, an answer a line
mod brevity; // an answer fits a screen, whatever is asked
mod broken; // folders that cannot be used: every mistake at its place, several at once
mod browser; // the page in a real browser, where there is one: picking, links, keys, and every answer against the engine
mod cases; // questions as people type them, from tests/cases/*.toml
mod chromium; // a browser that is driven
mod console; // `--ascii`: no sign that a console's code page might lack
mod contract; // JSON, frozen as version 1
mod cover; // boxes against their definition: disjoint, of one label, every cell once
mod damages; // mistakes of the data one at a time, each with its finding
mod derivation; // the 216 cells of the founding article, by hand from the numbered facts
mod diff; // two states of the knowledge, as folders and revisions, and the star in the changelog
mod documents; // what README shows is what the program prints
mod edits; // single edits of the data, five hundred if asked for, none of them a silent miss
mod field;
mod folder; // knowledge folders as text and compiled
mod fuzz; // anything goes in and nothing panics: folders, questions, facts, plan files, listings
mod generated; // a folder with two thousand rules over a million cells
mod golden; // whole grids: a change of the data shows which cells moved
mod hooks; // what others run in their CI: hook, action and workflow
mod hostile; // text that steers, hides or means something to a spreadsheet or a shell, in every format
mod house; // what modules may import, no product in src/, no long file
mod json; // JSON that keeps the order of its keys
mod languages; // languages that only the knowledge has; a folder to begin with
mod layout; // blocks on a terminal: documents, tables, where lines break
mod ledger; // every cell in one box; what an entry is worth, against compiling without it
mod library; // the library as an embedder uses it
mod limits; // every limit just below and just above, and the document that lists them
mod lints; // one folder with one mistake for each kind of finding, what editors do wrong, and what is written about it
mod markdown; // blocks as Markdown, in which no text becomes markup
mod mistakes; // what is typed wrong: usage errors, near matches, hostile text
mod names; // spellings, builds and damage, and what must stay unknown
mod oracle; // an independent naive evaluator over every cell of every table
mod outputs; // findings as SARIF, workflow commands and JUnit; files that are written whole or not at all
mod packs; // a folder about something else works without a change of Rust
mod page; // one HTML file: small, the same each time, closed to the outside, hostile text stays text
mod places; // findings as machines are told of them: regions, URIs, escapes
mod program; // the binary as a process, without the habits of this machine
mod properties; // what holds for all rules and all facts, whatever they are
mod questions; // the corpus of questions in running text: verdict, facts, reason, language of each
mod reader; // what holds for every question: saying less, unrelated words
mod robustness; // bad input over all commands, and what each is told
mod runs; // whole runs that end in an answer: streams, exit codes, formats, languages
mod schema; // the format as editors see it: current, true, fit by every data file; specimens
mod script; // the script of a set-up under a real cmd.exe, where there is one
mod sentences; // the program's own sentences and the texts of the data, in both languages
mod setup; // checklists, refusals that prove why, scripts
mod shuffled; // every list of the data in another order: the answers stay the same
mod sides; // two states of the knowledge against each other, cell by cell
mod stats; // how much there is, counted again in the files
mod strange; // links, pipes, devices, closed folders, files in odd places
mod surface; // the command line and the keys of the JSON: nothing vanishes silently
mod templates; // questions made of templates, read as they are written
mod unrelated;
mod upgrade; // plans of upgrades: invariants, half-way states, brute force; runbooks
mod whole; // any text is read or refused, and every reading is whole
mod wordings; // ways to say one thing, beside any of the others
mod worlds; // words that tell nothing
