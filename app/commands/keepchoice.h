// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/store.h"

namespace assay::app {

/// The runs a command keeps in order: by name or id, by a query, or both.
struct RunChoice
{
    std::vector<std::string> runs;
    std::string query;
    bool deleted = false, archived = false; ///< where the query looks; deleted: names and ids, too
};

void addRunChoice(CLI::App &command, RunChoice &choice);
/// Only `--query`, for commands that read their positional arguments themselves.
void addRunQuery(CLI::App &command, RunChoice &choice);

/// Each run once. Errors: `unknown_run`, `ambiguous_run`, `run_not_deleted`, `bad_query`; usage when none was asked
/// for.
Result<std::vector<tracking::RunId>> chosenRuns(LocalWorkbench &workbench, const RunChoice &choice);

/// "3f9c2a1b, 77ab01c2 and 4 more".
std::string idList(const std::vector<tracking::RunId> &runs);
/// `{"runs":[…],"done":…}` and "3f9c2a1b is deleted."
Answer keptAnswer(const std::vector<tracking::RunId> &runs, const std::string &done);
/// The same with how many runs below them came along: `"below":5` and "3f9c2a1b is deleted, with 5 runs under it."
Answer keptAnswer(const std::vector<tracking::RunId> &runs, const std::string &done, qint64 below);

} // namespace assay::app
