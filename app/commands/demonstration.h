// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/localworkbench.h"

#include <string>
#include <vector>

namespace assay::app {

/// The main job, done once on the bundled loans: everything that was found on the way to the report.
struct Demonstration
{
    ui::DatasetPtr data, later;
    engine::Profile profile;
    std::vector<ui::TrainOutcome> trained;
    ui::RunComparison comparison;
    std::size_t best = 0; ///< index into `trained`, by the headline metric
    engine::Attribution attribution;
    engine::FairnessReport fairness;
    engine::DriftReport drift;
    QByteArray report; ///< HTML
};

/// Imports, profiles, trains, compares, explains, asks for fairness and drift, and writes the report; every model is a
/// run of the experiment "Demo".
Result<Demonstration> demonstrate(LocalWorkbench &workbench, const Context &context);

Json demonstrationDocument(const Demonstration &demonstration, const std::string &reportFile);
std::string demonstrationText(const Demonstration &demonstration, const std::string &reportFile);

} // namespace assay::app
