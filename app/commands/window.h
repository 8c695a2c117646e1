// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

#include <string>
#include <vector>

namespace assay::app {

/// Opens the window with @p files dropped in and runs until it is closed. Returns the exit code.
int openWindow(int &argc, char **argv, const CommonOptions &options, const std::vector<std::string> &files);

} // namespace assay::app
