//! Knowledge about something else, from a folder, and what an unknown name is answered.

#![allow(clippy::print_stdout, reason = "this is what an example is for")]

use std::path::Path;

use canmanage::{Advisor, Error};

pub fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs/version-skew");
    let advisor = Advisor::of_folder(&folder)?.strictly();
    let answer = advisor.check(["component=kubectl", "client=1.24", "server=1.27"])?;
    println!("{:?}, by {} reasons", answer.verdict, answer.reasons.len());

    match advisor.check(["component=kubectll"]) {
        Err(error @ Error::Facts(_)) => println!("{error}"),
        other => println!("{other:?}"),
    }
    Ok(())
}
