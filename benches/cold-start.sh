#!/usr/bin/env bash
# How long a whole `canmanage check` takes, beside a clap hello-world given the same words. Needs hyperfine.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --quiet --release --bins --examples
facts="from=xp tools=sp1 server=sp1 on=2008 kind=ccr"
hyperfine --shell=none --ignore-failure --warmup 50 --runs 1000 \
    "target/release/examples/hello_clap check $facts" \
    "target/release/canmanage --lang en check $facts" \
    "target/release/canmanage --lang ko check $facts" \
    "target/release/canmanage --lang en --data data check $facts"
