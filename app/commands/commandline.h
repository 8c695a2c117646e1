// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

#include <string>
#include <vector>

namespace assay::app {

/// What the arguments ask for: to run a command, to open the window, or only to print something (help, version).
struct Request
{
    CommonOptions common;
    const CommandInfo *command = nullptr; ///< none: the window
    CommandBody body;
    std::vector<std::string> files; ///< for the window
    std::string print;              ///< when not empty, this and nothing else
};

/// Errors (usage): `bad_command_line`, `unknown_command`.
Result<Request> parseCommandLine(int argc, const char *const *argv);

/// Whether `--json` is among the arguments, known even where they cannot be parsed.
bool asksForJson(int argc, const char *const *argv);

} // namespace assay::app
