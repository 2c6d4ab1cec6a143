//! Exact facts, an answer, and the exit code that a script may act on.

#![allow(clippy::print_stdout, reason = "this is what an example is for")]

use canmanage::{Advisor, Verdict};

pub fn main() -> Result<(), Box<dyn std::error::Error>> {
    let answer = Advisor::embedded()?.check(["from=xp", "tools=sp1", "server=sp1", "on=2008", "kind=ccr"])?;
    for reason in &answer.reasons {
        println!("{}: {}", reason.rule, reason.because);
    }
    assert_eq!(answer.verdict, Some(Verdict::Unsupported));
    Ok(())
}
