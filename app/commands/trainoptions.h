// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/options.h"
#include "widgets/workbench.h"

#include <string>
#include <vector>

namespace assay::app {

/// The options of `assay train`, as written.
struct TrainTexts
{
    std::string data, target, model, task, positive, test, split, weight, experiment, name, parent, balance = "none";
    std::string calibrate; ///< METHOD or METHOD:SHARE
    std::vector<std::string> params, drop, protectedColumns, tags, prep;
    bool excludeProtected = false;
    double threshold = 0.5;
    ReadTexts read;
};
void addTrainOptions(CLI::App &app, TrainTexts &options);

/// Everything of the request but data and parent, checked before any file is read. Errors (usage): `unknown_model`,
/// `unknown_parameter`, `bad_parameter`, `bad_split`, `bad_option`.
Result<ui::TrainRequest> trainRequest(const TrainTexts &options);

} // namespace assay::app
