#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the fuzzers and runs each for so many seconds, one after the other; stops at the first finding, whose input is
# kept beside the programs. What they find worth trying again is kept in build/fuzz/corpus, never in the sources.
#   tests/fuzz/run.sh [SECONDS] [NAME…]
set -euo pipefail
cd "$(dirname "$0")/../.."
. ./setup.sh
seconds=${1:-60}
shift || true
assay_packages "${assay_needed[@]}" clang libclang-rt-14-dev
assay_build fuzz fuzzers
names=("$@")
if [ ${#names[@]} -eq 0 ]; then
    for source in tests/fuzz/fuzz_*.cpp; do
        name=${source##*/fuzz_}
        names+=("${name%.cpp}")
    done
fi
export ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1 QT_LOGGING_RULES='*=false'
for name in "${names[@]}"; do
    echo "fuzz_$name: $seconds s"
    kept=build/fuzz/corpus/$name
    mkdir -p "$kept"
    log=build/fuzz/$name.log
    if ! "build/fuzz/fuzz/fuzz_$name" "$kept" "tests/fuzz/corpus/$name" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 \
        -artifact_prefix="build/fuzz/finding-$name-" >"$log" 2>&1; then
        tail -n 60 "$log"
        echo "fuzz_$name found something: see build/fuzz/finding-$name-*" >&2
        exit 1
    fi
    tail -n 1 "$log"
done
