#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: run.sh [BUILD]   (default: the release preset's folder). Runs the benchmarks and their peers on this machine, one after
# the other, and prints processor seconds of both and their ratio. Without the peers only our own figures show.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=${1:-"$here/../../build/release"}
ours=$(mktemp)
theirs=$(mktemp)
trap 'rm -f "$ours" "$theirs"' EXIT
for program in bench_metrics bench_drift bench_naivebayes bench_neighbours; do
    "$build/tests/bench/$program" >> "$ours"
done
"$build/tests/bench/bench_training" >> "$ours"
for peer in peers peers_training; do
    "${PYTHON:-/usr/bin/python3}" "$here/$peer.py" >> "$theirs" || true
done
awk 'FILENAME == ARGV[1] { peer[$1] = $2; next }
     FNR == 1 { printf "%-28s %10s %10s %8s\n", "work", "ours [s]", "peer [s]", "ratio" }
     $1 in peer { printf "%-28s %10.3f %10.3f %7.1fx\n", $1, $2, peer[$1], peer[$1] / $2; next }
     { printf "%-28s %10.3f %10s %8s\n", $1, $2, "-", "-" }' "$theirs" "$ours"
