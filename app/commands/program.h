// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace assay::app {

/// The whole program: a subcommand runs headless, anything else opens the window. Returns the exit code.
int runProgram(int argc, char **argv);

} // namespace assay::app
