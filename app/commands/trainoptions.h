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
    std::vector<std::string> params, grid, drop, protectedColumns, tags, prep;
    bool excludeProtected = false;
    double threshold = 0.5;
    ReadTexts read;
};
void addTrainOptions(CLI::App &app, TrainTexts &options);

/// "0.1,1,10" as values of @p spec. Errors (usage): `bad_option`, `bad_parameter`.
Result<std::vector<ParamValue>> valuesOf(const ParamSpec &spec, const std::string &text);
/// Of the model @p id. Errors (usage): `unknown_model`, `unknown_parameter`.
Result<ParamSpec> paramOf(const std::string &id, const std::string &param);

/// Everything of the request but data and parent, checked before any file is read. Errors (usage): `unknown_model`,
/// `unknown_parameter`, `bad_parameter`, `bad_split`, `bad_option`.
Result<ui::TrainRequest> trainRequest(const TrainTexts &options);

} // namespace assay::app
