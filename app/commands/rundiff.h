// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"
#include "tracking/records.h"

#include <string>
#include <vector>

namespace assay::app {

/// One thing in which runs differ, a value a run; null where a run has none.
struct Difference
{
    std::string key;
    std::vector<Json> values; ///< in the order of the runs

    bool operator==(const Difference &) const = default;
};

/// What is not the same in all runs; keys in order.
struct RunDiff
{
    std::vector<Difference> params; ///< `model` among them
    std::vector<Difference> metrics;
    std::vector<Difference> inputs;           ///< digest by role
    std::vector<Difference> tags;             ///< split, target and the like are tags
    std::vector<Difference> environment = {}; ///< program, libraries, machine and code
};

RunDiff diffOf(const std::vector<tracking::RunDetails> &runs);

/// `{"runs":[{"run_id","name"}],"params":{KEY:[a value a run]},"metrics","inputs","tags","environment"}`.
Json diffDocument(const std::vector<tracking::RunDetails> &runs, const RunDiff &diff);
std::string diffText(const std::vector<tracking::RunDetails> &runs, const RunDiff &diff);

} // namespace assay::app
