//! The program: arguments in, bytes and an exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    canmanage::cli::main()
}
