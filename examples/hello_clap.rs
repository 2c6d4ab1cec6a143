//! The least a clap program does: the floor that the start-up time of `canmanage check` is measured against.

#![allow(clippy::print_stdout, missing_docs, reason = "it prints one line and ends")]

use clap::Parser;

#[derive(Parser)]
struct Hello {
    words: Vec<String>,
}

fn main() {
    println!("hello, {}", Hello::parse().words.join(" "));
}
