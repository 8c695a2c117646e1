#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds everything and runs every test without a display. ASSAY_PRESET chooses another preset of CMakePresets.json; arguments go to ctest.
set -euo pipefail
cd "$(dirname "$0")"
. ./setup.sh
assay_packages "${assay_needed[@]}"
preset=${ASSAY_PRESET:-dev}
assay_build "$preset" all
QT_QPA_PLATFORM=offscreen ctest --preset "$preset" -j "$(nproc)" "$@"
