//! An answer as the JSON that the program prints with `--format json`, here in Korean.

#![allow(clippy::print_stdout, reason = "this is what an example is for")]

use canmanage::{Advisor, Language};

pub fn main() -> Result<(), Box<dyn std::error::Error>> {
    let advisor = Advisor::embedded()?.in_language(Language::Ko);
    let answer = advisor.check_in("install", ["package=rsat-clustering", "on=2008"])?;
    println!("{}", serde_json::to_string_pretty(&answer)?);
    Ok(())
}
