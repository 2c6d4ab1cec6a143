#!/usr/bin/env bash
# How long whole commands take, each as a ratio to a clap hello-world, all in one run of hyperfine: the table of README.
# Both programs are built in release and linked statically, as the archives of a release are where the system allows it.
set -euo pipefail
cd "$(dirname "$0")/.."
target="$(rustc -vV | sed -n 's/^host: //p')"
export RUSTFLAGS="-C target-feature=+crt-static -C relocation-model=static"
cargo build --quiet --release --target "$target" --bins --examples
built="target/$target/release"
timings="$(mktemp)"
trap 'rm -f "$timings"' EXIT
commands=(
    "$built/examples/hello_clap hello"
    "$built/canmanage --version"
    "$built/canmanage --lang en check from=xp tools=sp1 server=sp1 on=2008 kind=ccr"
    "$built/canmanage --lang ko check from=xp tools=sp1 server=sp1 on=2008 kind=ccr"
    "$built/canmanage --lang en explain cross-system"
    "$built/canmanage --lang en list rules"
    "$built/canmanage --lang en ask can I manage an SP2 CCR on 2008 from XP"
    "$built/canmanage --lang en --data data check from=xp on=2008 kind=ccr"
    "$built/canmanage --lang en data check data"
)
hyperfine --shell=none --ignore-failure --warmup 20 --min-runs 100 --export-csv "$timings" "${commands[@]}" > /dev/null 2>&1
# Of CSV: command, mean, stddev, median, ... in seconds.
awk -F, 'NR == 1 { next }
    { sub(/^[^ ]*\//, "", $1); if (NR == 2) floor = $4; printf "| `%s` | %.2f | %.2f |\n", $1, $4 * 1000, $4 / floor }' "$timings" |
    { printf '| command | ms | times hello-world |\n| --- | --: | --: |\n'; cat; }
