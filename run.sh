#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds and starts Assay: the window where there is a display, else the demonstration, which ends with a report. Arguments go to `assay`.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
(
    cd "$here"
    . ./setup.sh
    assay_packages "${assay_needed[@]}"
    assay_build dev assay
) >&2
program="$here/build/dev/assay"
if [ $# -eq 0 ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$program" demo
fi
exec "$program" "$@"
